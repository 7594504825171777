"""Uploading files to a server, only what changed, and reading all of them back.

A file on the server, `engross-deposit.json`, says which files this edition put there, with each SHA-256 that they may
have: two while one of them is replaced. Nothing else on the server is overwritten or deleted. An upload that died is
run again and ends in the same state.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from encoder.deposit.finished import content_of, made_in, refused, without_tei
from encoder.deposit.journal import PROMISED, Journal, read_journal, write_journal
from encoder.deposit.readback import difference_of
from encoder.problems import Problem
from encoder.tei import TeiError, edition_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from encoder.deposit.server import Server

PARTS = ("tei", "web", "print", "epub")
_STEP = 20
"""After so many files the journal says that they are there."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a folder of a server shall hold of an edition: each file's SHA-256, and what gives its bytes."""

    edition: str
    files: Mapping[str, str]
    content: Callable[[str], bytes]
    stored_by: str = ""
    """The digest of what the server does with files as it takes them (its indexes): another one sends all again."""


class Plan(NamedTuple):
    """What an upload does: names of files to put, to delete, and that are there as they should be."""

    put: tuple[str, ...]
    delete: tuple[str, ...]
    same: tuple[str, ...]


def part_of(build: Path, part: str, stored_by: str = "") -> Wanted:
    """Return one of `PARTS` of a build, to be uploaded. Raises DepositError where the build has none."""
    home = build / part
    files = {
        name.removeprefix(f"{part}/"): digest for name, digest in made_in(build).items() if name.startswith(f"{part}/")
    }
    edition = edition_of(build)
    if not files:
        raise refused("deposit-incomplete", f"There is nothing in {part}/ of this build: build it first.", build)
    return Wanted(edition, files, lambda name: content_of(home, name, files[name]), stored_by)


def upload(wanted: Wanted, server: Server, *, dry_run: bool = False) -> tuple[Plan, list[Problem]]:
    """Upload files; return what was done (or would be), and a problem for each that the server changed.

    Raises DepositError where a file changed since the build, the server refuses, or something else stands in the way.
    """
    before = read_journal(server, wanted.edition)
    put, same = _wanting(wanted, before, server)
    delete, left, problems = _given_up(wanted, before, server)
    plan = Plan(tuple(put), tuple(delete), tuple(same))
    if dry_run:
        return plan, problems
    known = left | {name: (wanted.files[name],) for name in same} | {name: before.files[name] for name in delete}
    promised = {name: tuple(dict.fromkeys((*before.files.get(name, ()), wanted.files[name], PROMISED))) for name in put}
    if put or delete:
        write_journal(server, Journal(wanted.edition, known | promised, before.stored_by))
    for count, name in enumerate(put, 1):
        server.put(name, wanted.content(name))
        promised[name] = (wanted.files[name],)
        if count % _STEP == 0:
            write_journal(server, Journal(wanted.edition, known | promised, before.stored_by))
    for name in delete:
        server.delete(name)
    for name in wanted.files:
        problems += difference_of(wanted.content(name), server.get(name), f"{server.url}/{name}")
    wrong = {problem.path.removeprefix(f"{server.url}/") for problem in problems}
    # what is there otherwise may be replaced the next time, but is not as it should be
    files = {name: (digest, PROMISED) if name in wrong else (digest,) for name, digest in wanted.files.items()}
    after = Journal(wanted.edition, files | left, wanted.stored_by)
    if after != before:
        write_journal(server, after)
    return plan, problems


def edition_of(build: Path) -> str:
    """Return the id of the edition that a build is of. Raises DepositError where no TEI says so."""
    first = min((name for name in made_in(build) if name.startswith("tei/")), default="")
    if not first:
        raise without_tei(build)
    try:
        return edition_facts(content_of(build, first)).get("id", "")
    except TeiError as error:
        raise refused("xml-syntax", str(error), build / first) from error


def _wanting(wanted: Wanted, known: Journal, server: Server) -> tuple[list[str], list[str]]:
    """Return the files to put, and those that are there as they should be."""
    put: list[str] = []
    same: list[str] = []
    for name, digest in wanted.files.items():
        if known.files.get(name) == (digest,):
            (same if known.stored_by == wanted.stored_by else put).append(name)
            continue
        there = server.get(name) if name not in known.files else None
        if there is None:
            put.append(name)
        elif hashlib.sha256(there).hexdigest() == digest:
            same.append(name)
        else:
            message = "This file was not put there by this edition and was left as it is: move it away."
            raise refused("output-foreign", message, f"{server.url}/{name}")
    return put, same


def _given_up(
    wanted: Wanted, known: Journal, server: Server
) -> tuple[list[str], dict[str, tuple[str, ...]], list[Problem]]:
    """Return files to delete, and those that stay, since others changed them, each with a problem."""
    delete = []
    left: dict[str, tuple[str, ...]] = {}
    for name in known.files:
        there = server.get(name) if name not in wanted.files else None
        if there is None:
            continue
        if hashlib.sha256(there).hexdigest() in known.files[name] or _is_of(known.edition, there, name):
            delete.append(name)
        else:
            left[name] = known.files[name]
    message = "This edition has no such file any more, and others changed it there: delete it, or move it away."
    return delete, left, [Problem("output-foreign", message, f"{server.url}/{name}") for name in left]


def _is_of(edition: str, there: bytes, name: str) -> bool:
    """Whether something is TEI of this edition, which a database may have written in its own way."""
    try:
        return name.endswith(".xml") and edition_facts(there).get("id") == edition
    except TeiError:
        return False

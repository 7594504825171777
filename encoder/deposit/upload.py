"""Uploading a build's files to a server, only what changed, and reading all of them back.

A file on the server, `engross-deposit.json`, says which files this edition put there, with their SHA-256; an empty
one is a promise that was not kept yet. Nothing else on the server is overwritten or deleted. An upload that died is
run again and ends in the same state.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from encoder.deposit.finished import content_of, refused
from encoder.manifest import read_manifest
from encoder.problems import Problem
from encoder.releases.release import released
from encoder.tei import TeiError, edition_facts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from encoder.deposit.server import Server

JOURNAL = "engross-deposit.json"
PARTS = ("tei", "web", "print")
_STEP = 20
"""After so many files the journal says that they are there."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an upload does: names of files to put, to delete, and that are there as they should be."""

    put: tuple[str, ...]
    delete: tuple[str, ...]
    same: tuple[str, ...]


def upload(build: Path, part: str, server: Server, *, dry_run: bool = False) -> tuple[Plan, list[Problem]]:
    """Upload one of `PARTS` of a build; return what was done (or would be), and each file that the server changed.

    Raises DepositError where the build is not whole, the server refuses, or something else stands in the way there.
    """
    home = build / part
    wanted = {
        name.removeprefix(f"{part}/"): digest
        for name, digest in read_manifest(build).items()
        if name.startswith(f"{part}/")
    }
    if not wanted:
        raise refused("deposit-incomplete", f"There is nothing in {part}/ of this build: build it first.", build)
    edition = edition_of(build)
    known = _journal(server, edition)
    before = dict(known)
    plan = _plan(wanted, known, server)
    if dry_run:
        return plan, []
    known |= dict.fromkeys(plan.put, "") | {name: wanted[name] for name in plan.same}
    if plan.put or plan.delete:
        _write_journal(server, edition, known)
    for count, name in enumerate(plan.put, 1):
        server.put(name, content_of(home, name, wanted[name]))
        known[name] = wanted[name]
        if count % _STEP == 0:
            _write_journal(server, edition, known)
    for name in plan.delete:
        server.delete(name)
    problems = [
        found
        for name, digest in wanted.items()
        if (found := difference_of(content_of(home, name, digest), server.get(name), f"{server.url}/{name}"))
    ]
    wrong = {problem.path.removeprefix(f"{server.url}/") for problem in problems}
    done = {name: "" if name in wrong else digest for name, digest in wanted.items()}
    if done != before:
        _write_journal(server, edition, done)
    return plan, problems


def edition_of(build: Path) -> str:
    """Return the id of the edition that a build is of."""
    first = min(name for name in read_manifest(build) if name.startswith("tei/"))
    return edition_facts(content_of(build, first)).get("id", "")


def _journal(server: Server, edition: str) -> dict[str, str]:
    """Return the files that this edition put on a server. Raises DepositError where another edition did."""
    content = server.get(JOURNAL)
    if content is None:
        return {}
    where = f"{server.url}/{JOURNAL}"
    try:
        table = json.loads(content)
        other, files = table["edition"], {str(name): str(digest) for name, digest in table["files"].items()}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise refused("server", "This file cannot be read: delete it, and upload again.", where) from error
    if other != edition:
        message = f"This folder holds another edition, “{other}”: choose another folder for “{edition}”."
        raise refused("output-foreign", message, where)
    return {name: digest for name, digest in files.items() if _inside(name)}


def _inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and bool(path.parts)


def _plan(wanted: Mapping[str, str], known: Mapping[str, str], server: Server) -> Plan:
    put, same = [], []
    for name, digest in wanted.items():
        if known.get(name) == digest:
            same.append(name)
            continue
        there = server.get(name) if name not in known else None
        if there is None:
            put.append(name)
        elif hashlib.sha256(there).hexdigest() == digest:
            same.append(name)
        else:
            message = "This file was not put there by this edition and was left as it is: move it away."
            raise refused("output-foreign", message, f"{server.url}/{name}")
    return Plan(tuple(put), tuple(name for name in known if name not in wanted), tuple(same))


def _write_journal(server: Server, edition: str, files: Mapping[str, str]) -> None:
    table = {"edition": edition, "files": dict(sorted(files.items()))}
    server.put(JOURNAL, (json.dumps(table, ensure_ascii=False, indent=1) + "\n").encode())


def difference_of(sent: bytes, there: bytes | None, where: str) -> Problem | None:
    """Return what is wrong with a file on the server; a database may write XML in its own way, but not other XML."""
    if there == sent:
        return None
    if there is None:
        return Problem("server-differs", "The file is not there, although the server took it: upload again.", where)
    if where.endswith(".xml"):
        try:
            one, other = released(sent, where), released(there, where)
        except TeiError:
            return Problem("server-differs", "The server has something there that is no XML: upload again.", where)
        if one == other:
            return None
        said = {
            "ids": one.ids != other.ids,
            "notes": one.record.notes != other.record.notes,
            "people": one.record.persons != other.record.persons or one.record.mentions != other.record.mentions,
            "text": one.paragraphs != other.paragraphs,
        }
        parts = ", ".join(name for name, differs in said.items() if differs) or "header or places of notes"
        return Problem("server-differs", f"The server has another document there ({parts}): upload again.", where)
    return Problem("server-differs", "The server has another file there: upload again.", where)

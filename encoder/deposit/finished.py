"""A finished build and what it was made from, each file checked before it is packed."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from encoder.deposit.records import Record, record_of
from encoder.edition import FILE, load_edition
from encoder.manifest import MANIFEST, read_manifest
from encoder.output import OutputError
from encoder.problems import Problem
from encoder.tei import TeiError
from encoder.tei.identity import natural

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_PROBLEMS = "problems.json"
NEEDED = ("id", "title", "publisher", "licence")
"""What an edition must say of itself before an archive takes it (mandatory in RO-Crate 1.1 or DataCite 4.5)."""


class DepositError(OutputError):
    """Something that keeps an edition from being deposited; `problem` says what, where, and what to do."""


def refused(code: str, message: str, path: Path | str) -> DepositError:
    """Return the error of one problem."""
    return DepositError(Problem(code, message, str(path)))


@dataclass(frozen=True)
class Finished:
    """A build with its sources. Names are paths in their folder, with slashes."""

    folder: Path
    files: Mapping[str, str]
    """Every file that the build made, with its SHA-256."""
    records: tuple[Record, ...]
    """Its documents, in the order of their ids."""
    sources: Path
    of_series: Mapping[str, str]
    """Files of the series that it is built with, which tell of it too (`problems.json`), in the folder above."""
    source_files: Mapping[str, str]
    """edition.toml, authorities, style sheet and transcriptions, with their SHA-256."""
    facts: Mapping[str, str]
    """The `[edition]` table of edition.toml."""
    day: str
    """The day of the deposit, as ISO 8601."""


def finished(build: Path, sources: Path, day: str = "") -> Finished:
    """Return a build of one edition, with the folder of transcriptions that it was made from.

    `day` (YYYY-MM-DD) stands in the package as its date; without it the edition's own date does. Raises DepositError
    where a file is missing, was changed since the build, leaves its folder, or where the edition says too little.
    """
    files = made_in(build)
    if not files:
        message = f"This is not a finished build (it has no {MANIFEST}): run “engross build {sources} -o {build}”."
        raise refused("deposit-incomplete", message, build)
    teis = [name for name in sorted(files, key=natural) if name.startswith("tei/")]
    if not teis:
        raise without_tei(build)
    facts = _facts(sources)
    records = tuple(_record(build, name, files[name]) for name in teis)
    series = {} if read_manifest(build) else read_manifest(build.resolve().parent)
    of_series = {name: digest for name, digest in series.items() if name == _PROBLEMS}
    source_files = _source_files(sources, records)
    return Finished(build, files, records, sources, of_series, source_files, facts, _day(day, facts, sources))


def made_in(build: Path) -> dict[str, str]:
    """Return the files that were built in a folder, with their SHA-256; none where nothing was.

    One edition of a series has no manifest of its own: that of the folder above knows its files.
    """
    if files := read_manifest(build):
        return files
    folder = build.resolve()
    prefix = f"{folder.name}/"
    above = read_manifest(folder.parent)
    return {name.removeprefix(prefix): digest for name, digest in above.items() if name.startswith(prefix)}


def without_tei(build: Path) -> DepositError:
    """Return the error of a build that holds no documents, as that of a whole series does."""
    editions = [path.parent.name for path in sorted(build.glob("*/tei")) if path.is_dir() and path.parent.name != "web"]
    advice = f"give one edition of this series: {', '.join(editions)}." if editions else "build it first."
    return refused("deposit-incomplete", f"There is nothing in tei/ of this build: {advice}", build)


def content_of(folder: Path, name: str, digest: str = "") -> bytes:
    """Return a file's bytes. Raises DepositError where it leaves the folder, cannot be read, or has another SHA-256."""
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise refused("deposit-path", "This file leads out of its folder: put a copy of it there.", path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise refused("deposit-incomplete", f"The file cannot be read: {error.strerror}. Build again.", path) from error
    if digest and hashlib.sha256(content).hexdigest() != digest:
        message = "The file was changed after the build was finished: build again, and deposit that."
        raise refused("deposit-changed", message, path)
    return content


def _record(build: Path, name: str, digest: str) -> Record:
    try:
        return record_of(content_of(build, name, digest), name)
    except TeiError as error:
        raise refused("xml-syntax", str(error), build / name) from error


def _facts(sources: Path) -> Mapping[str, str]:
    edition, problems = load_edition(sources)
    if wrong := [problem for problem in problems if problem.severity == "error"]:
        raise DepositError(wrong[0])
    for key in NEEDED:
        if not edition.facts.get(key):
            message = f'An archive asks for the edition\'s {key}: write {key} = "..." into its [edition] table.'
            raise refused("deposit-incomplete", message, sources / FILE)
    for key, value in edition.facts.items():
        if not value.isprintable():
            raise refused("edition-value", f"{key} has a character that cannot be printed: delete it.", sources / FILE)
    return edition.facts


def _day(day: str, facts: Mapping[str, str], sources: Path) -> str:
    try:
        return date.fromisoformat(day or facts.get("date", "")).isoformat()
    except ValueError:
        message = "A deposit has a date, and no clock is read: give --date YYYY-MM-DD, the day of this release."
        raise refused("deposit-date", message, sources / FILE) from None


def _source_files(sources: Path, records: tuple[Record, ...]) -> dict[str, str]:
    """Return the files that an edition was made from, each transcription compared with what its TEI says of it."""
    found = {FILE: ""} | dict.fromkeys(_named(sources), "")
    for record in records:
        content_of(sources, record.filename, record.sha256)
        found[record.filename] = record.sha256
    for path in sorted(sources.glob("*.txt")):
        if path.name not in found:
            message = "This transcription has no TEI in the build: correct what the build says of it, and build again."
            raise refused("deposit-incomplete", message, path)
    return {name: digest or _sha256(content_of(sources, name)) for name, digest in sorted(found.items())}


def _named(sources: Path) -> Iterator[str]:
    """Yield the files that edition.toml names: authorities, one or several of a kind, and a style sheet."""
    table = tomllib.loads(content_of(sources, FILE).decode("utf-8"))
    for names in table.get("authorities", {}).values():
        yield from [names] if isinstance(names, str) else names
    if style := table.get("web", {}).get("style"):
        yield style


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

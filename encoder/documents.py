"""The documents of an edition: each encoded, unless an earlier run of the program did that from the same things."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from encoder.found import FILE as FOUND
from encoder.found import table_of
from encoder.kept import digest, program
from encoder.problems import Problem
from encoder.sources import jobs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from encoder.encoding import Encoded, Encoder
    from encoder.found import Found
    from encoder.model import Edition
    from encoder.output import Output
    from encoder.products import Progress
    from encoder.report import Report
    from encoder.sources import Job, Source
    from encoder.workers import Run


class Task(NamedTuple):
    """A transcription to encode, with the digest of all that its encoding depends on."""

    job: Job
    content: bytes
    of: str


@dataclass
class Documents:
    """An edition as it was encoded."""

    edition: Edition
    problems: list[Problem]
    """What is wrong with the edition itself."""
    prefix: str = ""
    """What stands before the names of its files in the output."""
    results: list[str] = field(default_factory=list)
    """The names of its documents' results in the output, in the edition's order."""
    files: list[str] = field(default_factory=list)
    """The TEI files in the output, in the same order."""


def encode_edition(source: Source, output: Output, report: Report, progress: Progress, run: Run) -> Documents:
    """Encode one edition, those of its documents that must be, on whatever `run` runs on."""
    edition, jobs, problems = jobs_of(source)
    report.add(problems)
    folder = f"{source.prefix}{source.teis}"
    tell = _Count(f"encode {source.folder.name}", len(jobs), progress)
    tasks = _tasks(jobs, _about(edition), output, folder, tell)
    start = partial(_start, replace(edition, documents={}))
    for task, encoded in run(_encode, tasks, start=start):
        _keep(task, encoded, output, folder)
        tell()
    documents = Documents(edition, problems, source.prefix, [f"{folder}{job.id}" for job in jobs])
    found: list[Found] = []
    for name in documents.results:
        made = output.result(name)
        report.add(made.problems, made.value["counts"])
        found += map(tuple, made.value["found"])
        if made.value["tei"]:
            documents.files.append(f"{name}.xml")
    if found:
        _write_found(found, edition, output, source.prefix)
    return documents


class _Count:
    """Tells how many of an edition's documents are done."""

    def __init__(self, stage: str, total: int, progress: Progress) -> None:
        self._stage = stage
        self._total = total
        self._progress = progress
        self._done = 0

    def __call__(self) -> None:
        self._done += 1
        self._progress(self._stage, self._done, self._total)


def _about(edition: Edition) -> str:
    """Return a digest of the program and of all that an edition says, but for the facts of single documents."""
    return digest(program("schema"), repr(replace(edition, documents={}, held=frozenset())), *sorted(edition.held))


def _tasks(jobs: Iterable[Job], about: str, output: Output, folder: str, tell: Callable[[], None]) -> Iterator[Task]:
    """Yield each transcription that must be encoded."""
    for job in jobs:
        name = f"{folder}{job.id}"
        try:
            content = job.path.read_bytes()
        except OSError as error:
            message = f"The file cannot be read: {error.strerror}."
            output.put(name, digest(message), (), [Problem("file-unreadable", message, job.shown)], _NOTHING)
            tell()
            continue
        of = digest(about, job.id, job.path.name, json.dumps(dict(job.facts), sort_keys=True), content)
        if output.get(name, of):
            tell()
        else:
            yield Task(job, content, of)


_NOTHING = {"tei": False, "counts": {}, "found": []}


def _keep(task: Task, encoded: Encoded, output: Output, folder: str) -> None:
    """Put a document that was encoded among the results."""
    name = f"{folder}{encoded.id}"
    files = [f"{name}.xml"] if encoded.tei else []
    for file in files:
        output.write(file, encoded.tei)
    value = {"tei": bool(encoded.tei), "counts": dict(encoded.counts), "found": encoded.found if encoded.tei else ()}
    output.put(name, task.of, files, encoded.problems, value)


def _write_found(found: list[Found], edition: Edition, output: Output, prefix: str) -> None:
    taken = [person.id for person in edition.persons]
    of = digest(program(), *taken, json.dumps(found))
    name = f"{prefix}{FOUND}"
    if not output.get(name, of):
        output.write(name, table_of(found, taken))
        output.put(name, of, [name])


_here: list[Encoder] = []
"""The encoder of this process."""


def _start(edition: Edition) -> None:
    from encoder.encoding import Encoder

    _here[:] = [Encoder(edition)]


def _encode(task: Task) -> tuple[Task, Encoded]:
    job = task.job
    try:
        encoded = _here[0].encode(task.content, job.shown, job.id, job.facts)
    except Exception as error:  # noqa: BLE001 (a fault of the program in one document must not end the others)
        from encoder.encoding import Encoded

        message = (
            f"The program failed on this document ({type(error).__name__}: {error}). Please report it with the file."
        )
        encoded = Encoded(job.id, "", (Problem("program-fault", message, job.shown),), {})
    return task._replace(content=b""), encoded

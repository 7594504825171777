"""The audit of an edition: how the notes and pages of each transcription were read, one row a document, no TEI."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from encoder.problems import Problem
from encoder.readers import read
from encoder.readers.text import source_of
from encoder.sources import jobs_of, sources_of
from encoder.workers import in_processes

if TYPE_CHECKING:
    from pathlib import Path

    from encoder.model import Document
    from encoder.sources import Job

Lines = tuple[int, ...]
_CALLS_WITHOUT_NOTES = frozenset({"note-list-missing", "note-missing"})
_RESTARTS = frozenset({"note-restart"})
_GAPS = frozenset({"page-order", "page-number-missing"})
_IN_COLUMNS = _CALLS_WITHOUT_NOTES | _RESTARTS | _GAPS | {"note-unanchored", "note-uncertain"}


@dataclass(frozen=True, slots=True)
class Row:
    """What was read of one transcription. Lines are those of its file, from 1; there is one for each thing found."""

    document: str
    path: str
    notes: int = 0
    """The entries of the note list."""
    first: str = ""
    """The number of the first call and of the last, as printed."""
    last: str = ""
    restarts: Lines = ()
    calls_without_notes: Lines = ()
    notes_without_calls: Lines = ()
    uncertain: Lines = ()
    """The calls that are not certain: what is written as `@cert` medium or low."""
    pages: int = 0
    first_page: str = ""
    last_page: str = ""
    gaps: Lines = ()
    """Where page numbers jump, go back or are missing."""
    problems: tuple[Problem, ...] = ()

    def rank(self) -> tuple[int, ...]:
        """Return how much there is to look at, the gravest first: errors, then notes, then pages."""
        errors = sum(problem.severity == "error" for problem in self.problems)
        wrong = len(self.notes_without_calls) + len(self.calls_without_notes)
        return errors, wrong, len(self.uncertain), len(self.gaps), len(self.others()), len(self.restarts)

    def others(self) -> tuple[str, ...]:
        """Return the codes of the problems that have no column of their own, those that only tell left out."""
        found = (one.code for one in self.problems if one.severity != "info" and one.code not in _IN_COLUMNS)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Audit:
    """The audit of one edition: a row a document, in the edition's order, and the problems of the edition itself."""

    edition: str
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()

    def failed(self) -> bool:
        """Whether there is an error in the edition or in a document of it."""
        found = (*self.problems, *(problem for row in self.rows for problem in row.problems))
        return any(problem.severity == "error" for problem in found)


def audit(source: Path, processes: int = 0) -> list[Audit]:
    """Return the audit of each edition of a folder of transcriptions, or of a series.

    `processes` is how many to use at most, 0 for as many as there are processors.
    """
    problems: list[Problem] = []
    audits = []
    for one in sources_of(source, problems):
        edition, jobs, found = jobs_of(one)
        rows = in_processes(partial(row_of, convention=edition.convention), jobs, processes)
        audits.append(Audit(edition.facts.get("id", one.folder.name), tuple(rows), tuple(found)))
    return audits or [Audit("", (), tuple(problems))]


def row_of(job: Job, convention: str) -> Row:
    """Return the row of one transcription, read by a convention of this name."""
    try:
        content = job.path.read_bytes()
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        return Row(job.id, job.shown, problems=(Problem("file-unreadable", message, job.shown),))
    return _row(job, read(source_of(content, job.shown), job.id, job.facts, convention))


def _row(job: Job, document: Document) -> Row:
    notes = [block for block in document.blocks if block.kind == "note"]
    called = sorted(((note.anchor, note) for note in notes if note.anchor is not None), key=lambda pair: pair[0])
    pages = [span.get("n") for span in document.spans if span.name == "pb"]
    return Row(
        document=job.id,
        path=job.shown,
        notes=len(notes),
        first=called[0][1].n if called else "",
        last=called[-1][1].n if called else "",
        restarts=_lines(document, _RESTARTS),
        calls_without_notes=_lines(document, _CALLS_WITHOUT_NOTES),
        notes_without_calls=tuple(document.place(note.start)[0] for note in notes if note.anchor is None),
        uncertain=tuple(_line_of_call(document, at, note.n) for at, note in called if note.cert != "high"),
        pages=len(pages),
        first_page=pages[0] if pages else "",
        last_page=pages[-1] if pages else "",
        gaps=_lines(document, _GAPS),
        problems=document.problems,
    )


def _line_of_call(document: Document, at: int, printed: str) -> int:
    """Return the line in which the text before a call stands, or that of what follows where the call begins a line."""
    line, column = document.place(at + document.text[at : at + 1].isspace())
    begins_line = 1 <= column - len(printed) <= 2
    return line if begins_line else document.place(max(0, at - 1))[0]


def _lines(document: Document, codes: frozenset[str]) -> Lines:
    return tuple(problem.line for problem in document.problems if problem.code in codes)

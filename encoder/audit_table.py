"""The audit of an edition as one table of plain text, and as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, NamedTuple

from encoder.audit import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from encoder.audit import Audit, Lines
    from encoder.problems import Problem

_SHOWN = 6
"""How many lines a cell of the table names."""


class Column(NamedTuple):
    """A column of the table: its heading, and what it says of a row."""

    heading: str
    cell: Callable[[Row], str]
    left: bool = False


COLUMNS: tuple[Column, ...] = (
    Column("document", lambda row: row.document, left=True),
    Column("notes", lambda row: str(row.notes or "-")),
    Column("numbers", lambda row: _range(row.first, row.last), left=True),
    Column("no call", lambda row: _shown(row.notes_without_calls), left=True),
    Column("no note", lambda row: _shown(row.calls_without_notes), left=True),
    Column("uncertain", lambda row: _shown(row.uncertain), left=True),
    Column("restarts", lambda row: _shown(row.restarts), left=True),
    Column("pages", lambda row: str(row.pages or "-")),
    Column("from, to", lambda row: _range(row.first_page, row.last_page), left=True),
    Column("gaps", lambda row: _shown(row.gaps), left=True),
    Column("also", lambda row: " ".join(row.others()), left=True),
)
SUMS: Mapping[str, Callable[[Row], int]] = {
    "notes": lambda row: row.notes,
    "notes without a call": lambda row: len(row.notes_without_calls),
    "calls without a note": lambda row: len(row.calls_without_notes),
    "uncertain calls": lambda row: len(row.uncertain),
    "restarts": lambda row: len(row.restarts),
    "page marks": lambda row: row.pages,
    "gaps in the pages": lambda row: len(row.gaps),
}


def table(audits: Iterable[Audit]) -> str:
    """Return a table for each edition as plain text: what there is to look at first, and the sums below."""
    return "\n\n".join("\n".join(_edition(one)) for one in audits if one.rows) + "\n"


def table_json(audits: Iterable[Audit]) -> str:
    """Return the audits as JSON, all problems with their severity."""
    found = [
        {
            "edition": one.edition,
            "documents": [{**asdict(row), "problems": _problems(row.problems)} for row in one.rows],
            "problems": _problems(one.problems),
        }
        for one in audits
    ]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _problems(problems: Sequence[Problem]) -> list[dict[str, object]]:
    return [{"severity": problem.severity, **asdict(problem)} for problem in problems]


def _edition(one: Audit) -> Iterator[str]:
    ranked = sorted(one.rows, key=Row.rank, reverse=True)
    cells = [[column.heading for column in COLUMNS], *([column.cell(row) for column in COLUMNS] for row in ranked)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    yield f"{one.edition}: {sum(any(row.rank()) for row in one.rows)} of {len(one.rows)} documents to look at first"
    yield "Numbers behind a count are lines of the transcription."
    yield ""
    for line in cells:
        aligned = (
            text.ljust(width) if column.left else text.rjust(width)
            for text, width, column in zip(line, widths, COLUMNS, strict=True)
        )
        yield "  ".join(aligned).rstrip()
    yield ""
    yield "; ".join(f"{what}: {sum(map(count, one.rows))}" for what, count in SUMS.items())


def _range(first: str, last: str) -> str:
    return f"{first}–{last}" if first != last else first or "-"


def _shown(lines: Lines) -> str:
    """Return how many there are, and in which lines the first of them stand."""
    if not lines:
        return "-"
    more = ", …" if len(lines) > _SHOWN else ""
    return f"{len(lines)} ({', '.join(map(str, lines[:_SHOWN]))}{more})"

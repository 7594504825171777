"""Where a note could be called: every number or sign in a body that could be one.

The last digits of a number may be a call (`142` holds 2, 42 and 142); a whole number may be one, too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from encoder.readers.context import SIGNS, number_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.conventions import Convention
    from encoder.readers.layout import Layout, Piece

# A class, then the class again: Python's regular expressions search that much faster than `\d+`.
_RUN = re.compile(rf"[0-9][0-9]*|[{SIGNS}][{SIGNS}]*")
_LETTER = re.compile(r"[a-d](?![^\W_])")
_LONGEST = 3
"""The most digits of a call, but where a list is longer: no document of the series has a thousand notes."""
_SHORT = 70
"""Code points of the longest paragraph that may be a signature or a dateline."""
_LEAD = 28
_OUTLINE = "0123456789.()—- "
"""What numbers of several levels are made of: `3.1.`"""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of digits or of signs in a piece of the body."""

    start: int
    end: int
    piece: Piece
    place: str
    """`head`, `item`, `short` (a paragraph that may be a signature) or `text`."""
    page: int
    """How many page marks stand before it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a note could be called: `source[start:end]` is the number as it would be printed."""

    run: Run
    start: int
    end: int
    value: int | None
    """The number, or None for a sign."""
    lettered: bool = False
    """Whether a letter follows the number: `1a`, a note put in after 1."""


def runs_of(layout: Layout, convention: Convention) -> list[Run]:
    """Return the runs of digits and of signs in the body, without page marks and list numbers."""
    body = layout.pieces[-1].end if layout.pieces else 0
    pages = [found.span() for found in convention.page_mark.finditer(layout.source, 0, body)]
    places = _places(layout)
    runs: list[Run] = []
    piece = page = 0
    for found in _RUN.finditer(layout.source, 0, body):
        start, end = found.span()
        while layout.pieces[piece].end <= start:
            piece += 1
        while page < len(pages) and pages[page][1] <= start:
            page += 1
        if page < len(pages) and pages[page][0] < start:
            continue
        apart = found[0][0] in SIGNS and layout.source[max(0, start - 1)].isspace()
        if apart and not (runs and runs[-1].end == start - 1):
            continue  # stars in a row that mark an omission, or a bullet; a sign apart stands beside another call
        if not _is_list_number(layout.source, start, end, layout.pieces[piece]):
            runs.append(Run(start, end, layout.pieces[piece], places[piece], page))
    return runs


def _places(layout: Layout) -> list[str]:
    heading = next((piece for piece in layout.pieces if piece.kind == "paragraph"), None)
    return ["head" if piece is heading else _place(layout.source, piece) for piece in layout.pieces]


def _place(source: str, piece: Piece) -> str:
    if piece.kind == "item":
        return "item"
    return "short" if piece.end - piece.start < _SHORT and source[piece.end - 1] not in ".:" else "text"


def _is_list_number(source: str, start: int, end: int, piece: Piece) -> bool:
    """Return whether a number only counts: `1. `, `1) ` where a line begins, `(1)` anywhere."""
    follows = source[end : end + 1] if end < piece.end else ""
    if start == piece.start or source[start - 1] == "\n" or source[piece.start : start].strip(_OUTLINE) == "":
        return follows != "" and follows in ".)"
    return follows == ")" and source[start - 1] == "("


def usual(source: str, runs: list[Run], notes: int) -> list[Candidate]:
    """Return the candidates of a count that begins at 0 or 1, in the order of the source, those of a run together."""
    most = notes + 1
    longest = _longest(notes)
    return [
        Candidate(run, start, run.end, value)
        for run in runs
        for start, value in _numbers(source, run, longest)
        if value is not None and value <= most
    ]


def all_of(source: str, runs: list[Run], notes: int, labels: frozenset[str]) -> list[Candidate]:
    """Return the candidates of any count: signs, and numbers beyond the length of the list, too.

    Where there are several notes, such a number counts only in company: most of them must follow one another.
    """
    longest = _longest(notes)
    found = [place for run in runs for place in _every(source, run, longest)]
    possible = [place for place in found if _is_possible(source, place, notes, labels)]
    values = {place.value for place in possible if place.value is not None}
    company = _in_company(values, (notes + 1) // 2)
    return [
        place
        for place in possible
        if place.value is None or place.value <= notes + 1 or place.value in company or _label(source, place) in labels
    ]


def _longest(notes: int) -> int:
    return max(_LONGEST, len(str(notes + 1)))


def _every(source: str, run: Run, longest: int) -> Iterator[Candidate]:
    """Yield every candidate of a run, also such with a letter behind the number."""
    lettered = _LETTER.match(source, run.end, run.piece.end) is not None
    for start, value in _numbers(source, run, longest):
        yield Candidate(run, start, run.end, value)
        if lettered and value:
            yield Candidate(run, start, run.end + 1, value, lettered=True)


def _numbers(source: str, run: Run, longest: int) -> Iterator[tuple[int, int | None]]:
    """Yield where a call in this run could start, and its number of at most `longest` digits."""
    if not source[run.start].isdigit():
        yield run.start, None
        return
    for start in range(run.end - 1, max(run.start, run.end - longest) - 1, -1):
        if source[start] != "0" or start == run.end - 1:
            yield start, int(source[start : run.end])


def _label(source: str, place: Candidate) -> str:
    return source[place.start : place.end]


def _is_possible(source: str, place: Candidate, notes: int, labels: frozenset[str]) -> bool:
    """Return whether a number may be a call; beyond the length of the list more is asked of what is before it."""
    if place.value is None or place.value <= notes + 1 or _label(source, place) in labels:
        return True
    former = source[place.run.start - 1 : place.run.start]
    if place.run.start < place.start:
        lead = source[max(place.run.piece.start, place.run.start - _LEAD) : place.run.start]
        return notes > 2 or (
            place.run.end - place.run.start > 4
            or place.start - place.run.start > 2
            or number_kind(lead, source[place.run.start : place.run.end]).startswith("no-")
            or number_kind(lead, source[place.run.start : place.start]) == "numbered"
        )
    return former.isalpha() or (former != "" and former in ".,;:)]?!”") or _adjoins(source, place)


def _adjoins(source: str, place: Candidate) -> bool:
    """Return whether a number stands just behind one that it may follow: `19711 2`."""
    return source[place.start - 1 : place.start] == " " and source[place.start - 2 : place.start - 1].isdigit()


def _in_company(values: set[int], least: int) -> set[int]:
    """Return the values of which at least `least` follow one another, with no more than one left out between two."""
    kept: set[int] = set()
    row: list[int] = []
    for value in [*sorted(values), None]:
        if row and (value is None or value > row[-1] + 2):
            if len(row) >= least:
                kept.update(row)
            row = []
        if value is not None:
            row.append(value)
    return kept

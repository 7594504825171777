"""Where a note could be called: every number or sign in a body that could be one, with the evidence for it.

The last digits of a number may be a call (`142` holds 2, 42 and 142); whole numbers may, too. Evidence is a tuple of
names of rows in `anchors.toml`, so that what spoke for a reading can be read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from encoder.readers.context import LEAD, SIGNS, after_kind, before_kind, number_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.conventions import Convention
    from encoder.readers.layout import Layout, Piece

_RUN = re.compile(rf"\d+|[{re.escape(SIGNS)}]+")
_TOKEN = re.compile(r"\d+|[^\W\d_][\w/-]*")
_LAST_TOKEN = re.compile(r"[^\W\d_][\w/-]*$")
_TELLING = re.compile(r"\d+|[A-Z][\w’-]{2,}")
_COMMON = {"The", "This", "That", "These", "And", "For", "But", "See"}
_LONGEST = 3
"""The most digits of a call: no document of the series has a thousand notes."""
_SHORT = 70
"""Code points of the longest paragraph that may be a signature or a dateline."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a note could be called: `source[start:end]` is the number as it would be printed."""

    start: int
    end: int
    run: int
    """Where the digits or signs begin whose end it is."""
    value: int | None
    """The number, or None for a sign."""
    page: int
    """How many page marks stand before it."""
    place: str
    """`head-end`, `head` or `body`."""
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of digits or of signs in a piece of the body."""

    start: int
    end: int
    piece: Piece
    place: str
    page: int


class Candidates:
    """Finds the candidates of one document."""

    def __init__(self, layout: Layout, convention: Convention) -> None:
        self.layout = layout
        self.source = layout.source
        self.page_mark = convention.page_mark
        self.labels = frozenset(listed.label for listed in layout.notes)
        self.most = len(layout.notes) + 1

    def all(self) -> list[Candidate]:
        """Return the candidates in the order of the source; those of one run stand together, the shortest first."""
        wide: set[int] = set()
        found: list[tuple[_Run, list[tuple[int, int | None]]]] = []
        for run in self._runs():
            values = list(self._starts(run))
            wide.update(value for _, value in values if value is not None)
            found.append((run, values))
        return [
            self._candidate(run, start, value)
            for run, values in found
            for start, value in values
            if value is None or value <= self.most or self.most == 2 or {value - 1, value + 1} & wide
        ]

    def _runs(self) -> Iterator[_Run]:
        page = 0
        heading = True
        for piece in self.layout.pieces:
            if piece.kind == "page":
                page += 1
                continue
            place = self._place(piece, heading=heading)
            heading = False
            marks = [found.span() for found in self.page_mark.finditer(self.source, piece.start, piece.end)]
            for found in _RUN.finditer(self.source, piece.start, piece.end):
                while marks and marks[0][1] <= found.start():
                    marks.pop(0)
                    page += 1
                if marks and marks[0][0] < found.start():
                    continue
                run = _Run(found.start(), found.end(), piece, place, page)
                if not self._is_list_number(run):
                    yield run
            page += len(marks)

    def _place(self, piece: Piece, *, heading: bool) -> str:
        if heading:
            return "head"
        if piece.kind == "item":
            return "item"
        return "short" if piece.end - piece.start < _SHORT and self.source[piece.end - 1] not in ".:" else "text"

    def _is_list_number(self, run: _Run) -> bool:
        follows = self.source[run.end : run.end + 1] if run.end < run.piece.end else ""
        if run.start == run.piece.start or self.source[run.start - 1] == "\n":
            return follows != "" and follows in ".)"
        return follows == ")" and self.source[run.start - 1] == "("

    def _starts(self, run: _Run) -> Iterator[tuple[int, int | None]]:
        """Yield where a call in this run could start, and its number."""
        if not self.source[run.start].isdigit():
            yield run.start, None
            return
        for start in range(run.end - 1, max(run.start, run.end - _LONGEST) - 1, -1):
            digits = self.source[start : run.end]
            value = int(digits)
            if (digits[0] != "0" or value == 0 == run.end - start - 1) and self._is_possible(run, start, value):
                yield start, value

    def _is_possible(self, run: _Run, start: int, value: int) -> bool:
        """Numbers beyond the length of the list are calls only if the count began elsewhere: ask for more there."""
        if value <= self.most or self.source[start : run.end] in self.labels:
            return True
        if run.start < start:
            return run.end - run.start > 4
        former = self.source[start - 1 : start]
        return former.isalpha() or (former != "" and former in ".,;:)]?!”")

    def _candidate(self, run: _Run, start: int, value: int | None) -> Candidate:
        after = after_kind(self.source, run.end, run.piece.end)
        lead = self.source[max(run.piece.start, run.start - LEAD) : run.start]
        if value is None:
            evidence = self._of_sign(lead, after)
        elif run.start < start:
            evidence = self._of_tail(lead, run, start, after)
        else:
            evidence = self._of_whole(lead, run, after)
        if value == 0:
            evidence.append("size 0")
        place = run.place if run.place != "head" else "head-end" if after == "end" else "head"
        return Candidate(start, run.end, run.start, value, run.page, place, tuple(evidence))

    def _of_sign(self, lead: str, after: str) -> list[str]:
        before = before_kind(lead, "")
        apart = before == "start" or before.endswith(" ")
        return [f"sign {'apart' if apart else 'glued'}", f"sign after {'text' if after in 'xX' else 'gap'}"]

    def _of_tail(self, lead: str, run: _Run, start: int, after: str) -> list[str]:
        rest, whole = self.source[run.start : start], self.source[run.start : run.end]
        before = f"{number_kind(lead, rest)}<{number_kind(lead, whole)}"
        return [
            f"before {before}",
            f"after {after}",
            f"around {before} {after}",
            f"around digit {after}",
            f"place {run.place} digit",
            f"size {run.end - start} digit",
            f"rest {min(len(rest), 5)} {'seen' if rest in self.seen else 'new'}",
            f"whole {min(len(whole), 5)} {'seen' if self.seen.get(whole, 0) > 1 else 'new'}",
        ]

    def _of_whole(self, lead: str, run: _Run, after: str) -> list[str]:
        number = self.source[run.start : run.end]
        before = before_kind(lead, number)
        shape = before.lstrip("-–/.0")
        group = "word" if shape[:1] in {"x", "X"} else before
        evidence = [
            f"before {before}",
            f"after {after}",
            f"around {before} {after}",
            f"place {run.place} {group}",
            f"size {len(number)} {group}",
        ]
        if group != before:
            evidence.append(f"around {group} {after}")
        if shape in {"x", "xx", "X", "XX"} and (token := _LAST_TOKEN.search(lead)):
            evidence.append(f"whole {shape} {'seen' if self.seen.get(token[0] + number, 0) > 1 else 'new'}")
            evidence.append(f"rest {shape} {'seen' if token[0] in self.seen else 'new'}")
        return evidence

    @cached_property
    def seen(self) -> dict[str, int]:
        """How often each word and number stands in the document."""
        counts: dict[str, int] = {}
        for token in _TOKEN.findall(self.source):
            counts[token] = counts.get(token, 0) + 1
        return counts


class Affinity:
    """What a note's own text says of the place where it is called."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.source = layout.source
        self._notes: dict[int, frozenset[str]] = {}
        self._places: dict[int, frozenset[str]] = {}
        self._counted = all(listed.label == str(rank) for rank, listed in enumerate(layout.notes, 1))

    def evidence(self, note: int, candidate: Candidate) -> Iterator[str]:
        """Yield the evidence that the note with this index is called at `candidate`."""
        listed = self.layout.notes[note]
        source_note = self.source.startswith(("Source:", "[Source:"), listed.paragraphs[0][0])
        rank = "source" if source_note else "first" if note == 0 else "later"
        yield f"note {rank} {candidate.place if candidate.place.startswith('head') else 'body'}"
        words = self._words_of(note)
        if candidate.start - candidate.run > 1:
            rest = self.source[candidate.run : candidate.start]
            yield f"note {'holds' if rest in words else 'lacks'} rest"
        yield f"note shares {min(len(words & self._words_before(candidate)), 2)}"
        if not self._counted:
            same = self.source[candidate.start : candidate.end] == listed.label
            yield f"note label {'same' if same else 'other'}"

    def _words_of(self, note: int) -> frozenset[str]:
        if note not in self._notes:
            start = self.layout.notes[note].paragraphs[0][0]
            self._notes[note] = frozenset(_TELLING.findall(self.source, start, start + 120))
        return self._notes[note]

    def _words_before(self, candidate: Candidate) -> frozenset[str]:
        if candidate.start not in self._places:
            found = _TELLING.findall(self.source, max(0, candidate.start - 40), candidate.start)
            self._places[candidate.start] = frozenset(found) - _COMMON
        return self._places[candidate.start]

"""From the layout to the reading text: note numbers, page marks and bullets taken out, each kept as a range."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from encoder.model import Block, Span
from encoder.readers.structure import Chunk

if TYPE_CHECKING:
    from encoder.conventions import Convention
    from encoder.readers.anchors import Mark
    from encoder.readers.layout import Layout

_LINE_END = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Cut:
    """What print added, as a range of the source: a page mark, a note's number, or the end of a line."""

    start: int
    end: int
    kind: Literal["pb", "note", "line"]
    value: str | int = ""
    """The number of the page, or the rank of the note."""


@dataclass
class Reading:
    """The reading text as it grows, and what was taken out on the way."""

    source: str
    lines: list[int]
    """The offsets in the source where lines start."""
    parts: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[Span] = field(default_factory=list)
    anchors: dict[int, tuple[int, bool]] = field(default_factory=dict)
    """Where in the reading text a note is called, by its rank, and whether right behind a page mark."""
    origins: list[tuple[int, int, int]] = field(default_factory=list)

    def text(self) -> str:
        """Return the reading text so far."""
        return "".join(self.parts)

    def page(self, number: str) -> None:
        """Put a page break where the text now ends."""
        self.spans.append(Span("pb", self.length, self.length, (("n", number),)))

    def separate(self) -> None:
        """Put the one character that stands before a block; before the first only where a page breaks ahead of it."""
        if self.parts or self.spans:
            self.parts.append("\n")
            self.length += 1

    def take(self, start: int, end: int, cuts: list[Cut]) -> tuple[int, int, tuple[int, ...]]:
        """Read `source[start:end]` without its cuts; return its range in the reading text and its line breaks."""
        begin, first_span = self.length, len(self.spans)
        breaks: list[int] = []
        pieces: list[str] = []
        position = start
        spaced = True
        paged = False
        for cut in (*cuts, Cut(end, end, "line")):
            piece = _spaced(self.source[position : cut.start])
            if spaced:
                piece = piece.lstrip(" ")
            if piece:
                self._origin(position)
                pieces.append(piece)
                self.length += len(piece)
                spaced = piece[-1] == " "
                paged = False
            position = cut.end
            if cut.kind == "pb":
                self.page(str(cut.value))
                paged = True
            elif cut.kind == "note":
                touching = self.length - (spaced and self.length > begin and not paged)
                self.anchors[int(cut.value)] = (touching, paged)
            elif not spaced:
                pieces.append(" ")
                self.length += 1
                spaced = True
                breaks.append(self.length)
        text = "".join(pieces).rstrip(" ")
        self.parts.append(text)
        self.length = stop = begin + len(text)
        self._end_at(stop, cuts, first_span)
        return begin, stop, tuple(offset for offset in breaks if offset < stop)

    def _end_at(self, stop: int, cuts: list[Cut], first_span: int) -> None:
        """Draw back what stands behind the last word of what was read."""
        for cut in cuts:
            if cut.kind == "note":
                anchor, behind = self.anchors[int(cut.value)]
                self.anchors[int(cut.value)] = (min(anchor, stop), behind)
        for at in range(first_span, len(self.spans)):
            span = self.spans[at]
            if span.start > stop:
                self.spans[at] = Span("pb", stop, stop, span.attributes)

    def _origin(self, position: int) -> None:
        while self.source[position : position + 1].isspace():
            position += 1
        line = bisect_right(self.lines, position)
        self.origins.append((self.length, line, position - self.lines[line - 1] + 1))


def reading_of(
    layout: Layout, marks: tuple[Mark | None, ...], convention: Convention
) -> tuple[Reading, list[Chunk], list[Block]]:
    """Return the reading text with what was taken out, the chunks of its body, and the blocks of its notes."""
    source = layout.source
    reading = Reading(source, layout.lines)
    called = [Cut(mark.start, mark.end, "note", rank) for rank, mark in enumerate(marks) if mark]
    called_starts = [cut.start for cut in called]
    chunks: list[Chunk] = []
    above: int | None = None
    for piece in layout.pieces:
        apart = above is not None and source.count("\n", above, piece.start) > 1
        above = piece.end if piece.kind != "page" else None
        if piece.kind == "page":
            found = convention.page_line.fullmatch(source, piece.start, piece.end)
            reading.page((found and found[1]) or "")
            continue
        inside = called[bisect_right(called_starts, piece.start - 1) : bisect_right(called_starts, piece.end - 1)]
        reading.separate()
        start, end, breaks = reading.take(
            piece.start, piece.end, _cuts(source, piece.start, piece.end, inside, convention)
        )
        chunks.append(Chunk(piece.kind, start, end, breaks, apart))
    notes = [
        block for rank in range(len(layout.notes)) for block in _note(reading, layout, rank, marks[rank], convention)
    ]
    return reading, chunks, notes


def _spaced(text: str) -> str:
    """Return `text` with one space for every run of white space."""
    words = text.split()
    if not words:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{' '.join(words)}{' ' * text[-1].isspace()}"


def _cuts(source: str, start: int, end: int, inside: list[Cut], convention: Convention) -> list[Cut]:
    """Return the cuts of `source[start:end]` in order; what stands in a page mark is part of that mark."""
    cuts = list(inside)
    if source.find("[", start, end) >= 0:
        pages = [
            Cut(found.start(), found.end(), "pb", found[1])
            for found in convention.page_mark.finditer(source, start, end)
            if found[1]
        ]
        cuts = [cut for cut in cuts if not any(page.start < cut.end and cut.start < page.end for page in pages)] + pages
    if source.find("\n", start, end) >= 0:
        cuts += [Cut(found.start(), found.end(), "line") for found in _LINE_END.finditer(source, start, end)]
    return sorted(cuts, key=lambda cut: cut.start) if len(cuts) > 1 else cuts


def _note(reading: Reading, layout: Layout, rank: int, mark: Mark | None, convention: Convention) -> list[Block]:
    """Read the note of this rank; return its block, with a `p` for each paragraph where it has several."""
    listed = layout.notes[rank]
    ranges = []
    for start, end in listed.paragraphs:
        reading.separate()
        ranges.append(reading.take(start, end, _cuts(layout.source, start, end, [], convention))[:2])
    if not ranges:
        reading.separate()
        ranges = [(reading.length, reading.length)]
    anchor, after_page = reading.anchors.get(rank, (None, False))
    note = Block(
        "note",
        ranges[0][0],
        ranges[-1][1],
        n=layout.source[mark.start : mark.end] if mark and anchor is not None else listed.label,
        anchor=anchor,
        after_page=after_page,
        listed="" if listed.label == str(rank + 1) else listed.label,
        cert=mark.cert if mark and anchor is not None else "low",
    )
    return [note, *(Block("p", start, end) for start, end in ranges if len(ranges) > 1)]

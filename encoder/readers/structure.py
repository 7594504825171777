"""What each printed piece of a document is: heading, opener, paragraph, list, closer, signature."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from encoder.model import Block, Span
from encoder.readers.closers import closing, is_enclosure
from encoder.readers.lists import list_at
from encoder.readers.openers import heads, opener
from encoder.readers.quotations import quotation_at

if TYPE_CHECKING:
    from encoder.conventions import Convention

# A column narrower than this is nobody's page: its lines are lines on purpose.
_NARROW = 45
CONTAINERS = frozenset({"list", "quote"})
"""What holds blocks between the opener and the closer; each chunk there is one leaf."""
_LINED = frozenset({"signed", "dateline", "salute"})
"""Blocks whose lines are always lines on purpose."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of the body in the reading text: marks taken out, white space collapsed.

    `breaks` are the offsets (in the reading text) where the source started a new line within the piece; `apart` says
    that a blank line, and no page mark, stands before it.
    """

    kind: Literal["paragraph", "item"]
    start: int
    end: int
    breaks: tuple[int, ...] = ()
    apart: bool = False

    def lines(self) -> list[tuple[int, int]]:
        """Return the ranges of its lines."""
        return list(zip((self.start, *self.breaks), (*(start - 1 for start in self.breaks), self.end), strict=True))


def blocks_of(text: str, chunks: tuple[Chunk, ...], convention: Convention) -> tuple[Block, ...]:
    """Return the blocks of a body in document order, a parent before its children; every chunk is in a leaf.

    A leaf may take in several chunks (a signature and the office under it) or a line of one. The order is that of
    TEI's divisions: heading and opener, then what is between, then closer, postscript and trailer.
    """
    words = convention.words
    blocks = heads(text, chunks)
    at = len(blocks)
    opening, taken = opener(text, chunks, at, words)
    blocks += opening
    at += taken
    # TEI wants something between an opener and a closer.
    stop, end = closing(text, chunks, at + 1, words)
    while at < stop:
        found = (
            list_at(text, chunks, at, words)
            or quotation_at(text, chunks, at)
            or [Block("label" if is_enclosure(text, chunks[at], words) else "p", chunks[at].start, chunks[at].end)]
        )
        blocks += found
        at += sum(block.kind not in CONTAINERS for block in found)
    return (*blocks, *end)


def line_breaks(text: str, chunks: tuple[Chunk, ...], blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """Return an `lb` for each line end of the source that is a line on purpose and lies within a block.

    Lines of a signature, dateline or salutation always are. Elsewhere a paragraph's lines are taken as wrapped prose
    where they are filled: where no line had room for the first word of the next.
    """
    broken = [chunk for chunk in chunks if chunk.breaks]
    kept: set[int] = set()
    for chunk in broken:
        if not _is_wrapped(text, chunk):
            kept.update(chunk.breaks)
    found: set[int] = set()
    starts = [chunk.start for chunk in chunks]
    for block in blocks:
        if block.kind in _LINED:
            found.update(start for start in starts if block.start < start < block.end)
            found.update(at for chunk in broken for at in chunk.breaks if block.start < at < block.end)
    begins = {block.start for block in blocks}
    return tuple(Span("lb", at, at) for at in sorted((found | kept) - begins))


def _is_wrapped(text: str, chunk: Chunk) -> bool:
    """Tell whether a chunk's lines are prose that was broken at a width."""
    lines = chunk.lines()
    width = max(end - start for start, end in lines)
    if width < _NARROW:
        return False
    for (start, end), following in zip(lines, chunk.breaks, strict=False):
        word = text.find(" ", following, chunk.end)
        if end - start + 1 + (word if word >= 0 else chunk.end) - following <= width:
            return False
    return True

"""How a transcription stands on the page: paragraphs, list items and page marks, before anything is understood.

Offsets here are code points of the *source*, not of the reading text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from encoder.readers.notelist import Listed, note_list

if TYPE_CHECKING:
    from encoder.conventions import Convention


_LINE_END = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A printed piece of the body: a paragraph, a list item (without its bullet), or a page mark on its own line."""

    kind: Literal["paragraph", "item", "page"]
    start: int
    end: int


@dataclass(frozen=True)
class Layout:
    """The source, the pieces of its body in order, and the entries of its note list in order."""

    source: str
    pieces: tuple[Piece, ...]
    notes: tuple[Listed, ...] = ()

    @cached_property
    def lines(self) -> list[int]:
        """The offsets where lines start."""
        return [0, *(found.end() for found in _LINE_END.finditer(self.source))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1, of an offset."""
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1


def pieces_of(source: str, end: int, convention: Convention) -> tuple[Piece, ...]:
    """Return the pieces of `source[:end]`, the body.

    A blank line ends a paragraph; so do a bullet and a page mark that has a line of its own. An indented line
    after an item goes on with that item.
    """
    pieces: list[Piece] = []
    open_piece = False
    position = 0
    for line in source[:end].splitlines(keepends=True):
        start, position = position, position + len(line)
        text = line.rstrip()
        if not text:
            open_piece = False
            continue
        stop = start + len(text)
        if (page := convention.page_line.fullmatch(text)) and page[1]:
            pieces.append(Piece("page", start + len(text) - len(text.lstrip()), stop))
            open_piece = False
        elif bullet := convention.bullet_line.match(text):
            pieces.append(Piece("item", start + bullet.end(), stop))
            open_piece = True
        elif open_piece and (pieces[-1].kind == "paragraph" or text[0].isspace()):
            pieces[-1] = Piece(pieces[-1].kind, pieces[-1].start, stop)
        else:
            pieces.append(Piece("paragraph", start + len(text) - len(text.lstrip()), stop))
            open_piece = True
    return tuple(pieces)


def layout_of(source: str, convention: Convention) -> Layout:
    """Return the layout of a whole transcription."""
    end, notes = note_list(source, convention)
    return Layout(source, pieces_of(source, end, convention), notes)

"""How a transcription stands on the page: paragraphs, list items and page marks, before anything is understood.

Offsets here are code points of the *source*, not of the reading text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from encoder.conventions import Convention


@dataclass(frozen=True, slots=True)
class Piece:
    """A printed piece of the body: a paragraph, a list item (without its bullet), or a page mark on its own line."""

    kind: Literal["paragraph", "item", "page"]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the note list: its label as printed (`1`, `37`, `*`) and its paragraphs, as ranges."""

    label: str
    start: int
    """Where the label stands."""
    paragraphs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The source, the pieces of its body in order, and the entries of its note list in order."""

    source: str
    pieces: tuple[Piece, ...]
    notes: tuple[Listed, ...] = ()


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


_LABEL = re.compile(r"^ {1,4}(\d{1,4}[a-z]?|[*†‡§]{1,3})\. (?=\S)", re.MULTILINE)


def note_list(source: str) -> tuple[int, tuple[Listed, ...]]:
    """Return where the note list starts (the end of the body) and its entries.

    The list is the longest run of indented labels, counted 1, 2, 3 ..., that reaches to the end of the source.
    """
    labels = list(_LABEL.finditer(source))
    first = next((at for at, found in enumerate(labels) if found[1] == "1"), None)
    if first is None:
        return len(source), ()
    chosen: list[re.Match[str]] = []
    for found in labels[first:]:
        if found[1] == str(len(chosen) + 1):
            chosen.append(found)
    stops = [found.start() for found in chosen[1:]] + [len(source)]
    entries = [
        Listed(found[1], found.start(1), _paragraphs(source, found.end(), stop))
        for found, stop in zip(chosen, stops, strict=True)
    ]
    return chosen[0].start(), tuple(entries)


def _paragraphs(source: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the ranges of the paragraphs in `source[start:end]`: blank lines part them."""
    found = re.finditer(r"\S(?:.|\n(?![^\S\n]*\n))*", source[start:end])
    return tuple((start + match.start(), start + match.start() + len(match[0].rstrip())) for match in found)


def layout_of(source: str, convention: Convention) -> Layout:
    """Return the layout of a whole transcription."""
    end, notes = note_list(source)
    return Layout(source, pieces_of(source, end, convention), notes)

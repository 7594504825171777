"""Where each note is called: the decoding of note numbers that lost their superscript and run into the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from encoder.conventions import Convention
    from encoder.readers.layout import Layout


@dataclass(frozen=True, slots=True)
class Mark:
    """A note's call in the source: `source[start:end]` is the number as printed, which is not text."""

    start: int
    end: int
    cert: str
    """`high`, `medium` or `low`."""
    other: tuple[int, int] | None = None
    """The second best place, where the margin over it is small enough to tell an editor."""


def marks_of(layout: Layout, convention: Convention) -> tuple[Mark | None, ...]:
    """Return for each entry of the note list, in order, the mark that calls it, or None where it has no place."""
    del convention
    found: list[Mark | None] = []
    position = 0
    for listed in layout.notes:
        pieces = (piece for piece in layout.pieces if piece.end > position)
        hit = None
        for piece in pieces:
            hit = re.compile(rf"(?<=\S){listed.label}(?!\d)").search(
                layout.source, max(piece.start, position), piece.end
            )
            if hit:
                break
        found.append(Mark(hit.start(), hit.end(), "low") if hit else None)
        position = hit.end() if hit else position
    return tuple(found)

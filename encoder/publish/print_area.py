"""Where a page has its text: what stands outside is too long for its line, or too much for its page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from encoder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from encoder.publish.print_reading import Piece

_TOLERANCE = 5.0
"""Points that a line may reach into the margin: punctuation hangs there by less than its width."""
_SHOWN = 40
"""Code points shown of a line in a message."""


@dataclass(frozen=True, slots=True)
class Area:
    """The size of a page and of its margins in points; the inside is left on pages with odd numbers."""

    width: float
    height: float
    inside: float
    outside: float
    top: float
    bottom: float

    def holds(self, line: Piece) -> bool:
        """Say whether a line is in the area. What stands for other text has no place, and is in it."""
        if line.right <= line.left:
            return True
        left, right = (self.inside, self.outside) if line.page % 2 == 0 else (self.outside, self.inside)
        within = left - _TOLERANCE <= line.left and line.right <= self.width - right + _TOLERANCE
        return within and self.bottom - _TOLERANCE <= line.base <= self.height - self.top + _TOLERANCE


def outside(area: Area, lines: Iterable[Piece], path: str) -> list[Problem]:
    """Return a problem for each line that leaves the area."""
    return [
        Problem("line-overfull", f"page {line.page + 1} of the PDF: «{line.text[-_SHOWN:]}» leaves its lines", path)
        for line in lines
        if not area.holds(line)
    ]

"""Which place of one text is which place of another, and where the two differ."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NEAR = 8
"""So few equal characters between two differences belong to the difference: what a reader sees as one."""


def carrier(source: str, destination: str) -> Callable[[int], int]:
    """Return a function from an offset in `source` to the matching one in `destination`, by the fewest edits.

    What stands in a replaced or deleted piece is carried to that piece's end, its start only from its own start.
    """
    if source == destination:
        return lambda offset: offset
    pieces = [op for op in Levenshtein.opcodes(source, destination) if op.src_start < op.src_end]
    starts = [op.src_start for op in pieces]

    def carry(offset: int) -> int:
        if not pieces:
            return 0
        piece = pieces[bisect_right(starts, offset) - 1]
        if piece.tag == "equal":
            return piece.dest_start + offset - piece.src_start
        return piece.dest_start if offset == piece.src_start else piece.dest_end

    return carry


def differences(gold: str, ours: str) -> Iterator[tuple[range, range]]:
    """Yield the ranges of both texts that differ, in order."""
    ranges: list[tuple[range, range]] = []
    for op in Levenshtein.opcodes(gold, ours):
        if op.tag == "equal":
            continue
        start, ours_start = op.src_start, op.dest_start
        if ranges and start - ranges[-1][0].stop < _NEAR:
            before, ours_before = ranges.pop()
            start, ours_start = before.start, ours_before.start
        ranges.append((range(start, op.src_end), range(ours_start, op.dest_end)))
    yield from ranges

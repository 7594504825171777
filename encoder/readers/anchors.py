"""Where each note is called: the decoding of note numbers that lost their superscript and run into the text.

Every number that could be a call is weighed, for every note and every way of numbering, together; the best whole
reading is taken. How sure each mark is comes from the probability of its place over all readings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from encoder.readers.candidates import Affinity, Candidates
from encoder.readers.lattice import Lattice
from encoder.readers.weights import LEVELS

if TYPE_CHECKING:
    from encoder.conventions import Convention
    from encoder.readers.candidates import Candidate
    from encoder.readers.layout import Layout

_RIVAL = 0.005
"""The least probability of a second place that is worth an editor's look."""


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
    if not layout.notes:
        return ()
    candidates = Candidates(layout, convention).all()
    lattice = Lattice(candidates, Affinity(layout), len(layout.notes))
    return tuple(
        None if chosen is None else _mark(candidates, chosen, probable)
        for chosen, probable in zip(lattice.best(), lattice.probabilities(), strict=True)
    )


def _mark(candidates: list[Candidate], chosen: int, probable: dict[int, float]) -> Mark:
    sure = probable.get(chosen, 0.0)
    cert = next((level for level in ("high", "medium") if sure >= LEVELS[level]), "low")
    place = candidates[chosen]
    if cert == "high":
        return Mark(place.start, place.end, cert)
    rivals = {index: share for index, share in probable.items() if index != chosen and share > _RIVAL}
    second = max(rivals, key=rivals.__getitem__, default=None)
    other = None if second is None else (candidates[second].start, candidates[second].end)
    return Mark(place.start, place.end, cert, other)

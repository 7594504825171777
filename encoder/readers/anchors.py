"""Where each note is called: the decoding of note numbers that lost their superscript and run into the text.

Every number that could be a call is weighed, for every note and every way of numbering, together; the best whole
reading is taken. How sure each mark is comes from the probability of its place over all readings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from encoder.readers.candidates import all_of, runs_of, usual
from encoder.readers.evidence import Evidence
from encoder.readers.lattice import Lattice
from encoder.readers.numbering import free, plain
from encoder.readers.weights import LEVELS

if TYPE_CHECKING:
    from encoder.conventions import Convention
    from encoder.readers.candidates import Candidate
    from encoder.readers.lattice import Numbering
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
    if not layout.notes:
        return ()
    return reading_of(layout, convention).marks()


@dataclass(frozen=True)
class Reading:
    """The best reading of a document's calls: for each note its candidate (an index) and how probable each is."""

    candidates: list[Candidate]
    chosen: list[int | None]
    probable: list[dict[int, float]]

    def sure(self, note: int) -> float:
        """Return how probable the place of this note is; 0 if it has none."""
        index = self.chosen[note]
        return 0.0 if index is None else self.probable[note].get(index, 0.0)

    def marks(self) -> tuple[Mark | None, ...]:
        """Return each note's mark."""
        return tuple(self._mark(note) for note in range(len(self.chosen)))

    def _mark(self, note: int) -> Mark | None:
        index = self.chosen[note]
        if index is None:
            return None
        place, sure = self.candidates[index], self.sure(note)
        cert = next((level for level in ("high", "medium") if sure >= LEVELS[level]), "low")
        return Mark(place.start, place.end, cert, None if cert == "high" else self._rival(note))

    def _rival(self, note: int) -> tuple[int, int] | None:
        others = {
            index: share
            for index, share in self.probable[note].items()
            if index != self.chosen[note] and share > LEVELS["rival"]
        }
        if not others:
            return None
        place = self.candidates[max(others, key=others.__getitem__)]
        return place.start, place.end


def reading_of(layout: Layout, convention: Convention) -> Reading:
    """Return the best reading of all.

    Most documents count plainly from 0 or 1. Only where such a reading leaves a doubt are all others weighed with it.
    """
    runs = runs_of(layout, convention)
    evidence = Evidence(layout)
    notes = len(layout.notes)
    if evidence.counted and all(layout.source[run.start].isdigit() for run in runs):
        reading = _read(usual(layout.source, runs, notes), evidence, plain)
        if all(reading.sure(note) >= LEVELS["high"] for note in range(notes)):
            return reading
    labels = frozenset(listed.label for listed in layout.notes)
    return _read(all_of(layout.source, runs, notes, labels), evidence, free)


def _read(candidates: list[Candidate], evidence: Evidence, moves: Numbering) -> Reading:
    lattice = Lattice(candidates, evidence, len(evidence.layout.notes), moves)
    return Reading(candidates, lattice.best(), lattice.probabilities())

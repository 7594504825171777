"""All readings of a document's calls at once: the forward-backward algorithm and the best path over (note, place).

A reading gives each note a candidate, or none, in ascending order. Its odds are the product of the odds of its
candidates (as calls against as text) and of its numbering. Time and memory grow with the candidates: states whose odds
fall far below the best are given up, and so are candidates that are all but impossible.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest
from itertools import repeat
from math import exp, log
from typing import TYPE_CHECKING

from encoder.readers.numbering import MOST_PASSED, START, State
from encoder.readers.weights import EVIDENCE, NUMBERING

if TYPE_CHECKING:
    from collections.abc import Callable

    from encoder.readers.candidates import Candidate
    from encoder.readers.evidence import Evidence
    from encoder.readers.numbering import Moves

    Numbering = Callable[[State, Candidate, int, int], Moves]

_FLOOR = 1e-5
"""States that have passed the same number of notes are given up below this share of the best of them ..."""
_LOWEST = 1e-10
"""... and all below this share of the best of all: a reading that takes calls early may still be overtaken."""
_ADVANCE = 4.0
"""What a reading gains by each note that it has passed, and gives back at the end: what the notes that are left cost
another one, between that of a lost call and what a call is worth. Without it a reading that leaves notes out to lose
them at the end looks better than the true one, all the way, so that this is given up."""
_GAINS = [exp(_ADVANCE * step) for step in range(MOST_PASSED + 1)]
_BEST_FIT = 3.0
"""What a note's own text adds to the weight of a place at most, labels left aside."""
_BEST_LABEL = EVIDENCE["note label same"]
_HOPELESS = NUMBERING["lost"]
"""The least weight of a candidate: below it a call is lost rather than there."""
_MOST = 120
"""The most states that are kept, so that the work grows with the candidates alone."""
_SCALE = 1e80
"""Sums of odds beyond this, or below its inverse, are scaled."""


@dataclass(slots=True)
class _Reach:
    """What leads to a state: the sum over all readings, the best of them, and where that one called last."""

    total: float
    best: float
    node: int
    page: int


@dataclass(slots=True)
class _Node:
    """A note called at a candidate, in one state of the numbering."""

    candidate: int
    state: State
    odds: float
    total: float
    scale: float
    arrivals: tuple[tuple[State, float], ...]
    former: int


def _odds(reached: tuple[State, _Reach]) -> float:
    return reached[1].total


class Lattice:
    """The readings of one document."""

    def __init__(self, candidates: list[Candidate], evidence: Evidence, notes: int, moves: Numbering) -> None:
        self.candidates = candidates
        self.evidence = evidence
        self.notes = notes
        self.moves = moves
        self.nodes: list[_Node] = []
        self._groups: list[tuple[int, int]] = []
        self._reached: dict[State, _Reach] = {START: _Reach(1.0, 1.0, -1, 0)}
        self._scale = 0.0
        self._floors: dict[int, float] = {}
        self._lowest = _LOWEST
        self._best_fit = _BEST_FIT + (0.0 if evidence.counted else _BEST_LABEL)
        self._weights: dict[tuple[str, ...], float] = {}
        self._fits: dict[tuple[int, int, int], float] = {}
        self._forward()

    def _forward(self) -> None:
        """Go through the runs; at most one candidate of a run is a call."""
        group: list[tuple[int, float]] = []
        for index, place in enumerate(self.candidates):
            if group and self.candidates[group[0][0]].run is not place.run:
                self._weigh(group)
                group = []
            own = self._own(place)
            if own > _HOPELESS:
                group.append((index, own))
        if group:
            self._weigh(group)

    def _own(self, place: Candidate) -> float:
        return _weight(self.evidence.of_place(place))

    def _fit(self, note: int, place: Candidate) -> float:
        key = note, place.start, place.end
        if key not in self._fits:
            names = self.evidence.of_fit(note, place)
            if names not in self._weights:
                self._weights[names] = _weight(names)
            self._fits[key] = self._weights[names]
        return self._fits[key]

    def _weigh(self, group: list[tuple[int, float]]) -> None:
        first = len(self.nodes)
        added: list[tuple[State, _Reach]] = []
        for index, own in group:
            place = self.candidates[index]
            for state, arrivals in self._arrivals(place, exp(own + self._best_fit)).items():
                odds = exp(own + self._fit(state[0] - 1, place))
                total = best = 0.0
                node = -1
                for former, way in arrivals:
                    reach = self._reached[former]
                    total += reach.total * way
                    if reach.best * way > best:
                        best, node = reach.best * way, reach.node
                added.append((state, _Reach(total * odds, best * odds, len(self.nodes), place.run.page)))
                self.nodes.append(_Node(index, state, odds, total * odds, self._scale, tuple(arrivals), node))
        if added:
            self._groups.append((first, len(self.nodes)))
            for state, reach in added:
                self._merge(state, reach)
            self._prune()

    def _arrivals(self, place: Candidate, most: float) -> dict[State, list[tuple[State, float]]]:
        """Return the states that a call at `place` leads to, and from where; `most` is the most that it is worth.

        What would be given up at once is left out: nearly all there is in a long document.
        """
        found: dict[State, list[tuple[State, float]]] = {}
        lowest = self._lowest / _GAINS[MOST_PASSED]
        for former, reach in self._reached.items():
            worth = reach.total * most
            if worth < lowest:
                continue
            for state, odds in self.moves(former, place, self.notes, reach.page):
                way = odds * _GAINS[state[0] - former[0]]
                if worth * way >= self._floors.get(state[0], self._lowest):
                    found.setdefault(state, []).append((former, way))
        return found

    def _merge(self, state: State, reach: _Reach) -> None:
        known = self._reached.get(state)
        if known is None:
            self._reached[state] = reach
            return
        known.total += reach.total
        if reach.best > known.best:
            known.best, known.node, known.page = reach.best, reach.node, reach.page

    def _prune(self) -> None:
        peaks: dict[int, float] = {}
        for (passed, _), reach in self._reached.items():
            if reach.total > peaks.get(passed, 0.0):
                peaks[passed] = reach.total
        most = max(peaks.values())
        self._lowest = most * _LOWEST
        self._floors = {passed: max(peak * _FLOOR, self._lowest) for passed, peak in peaks.items()}
        kept = {state: reach for state, reach in self._reached.items() if reach.total >= self._floors[state[0]]}
        if len(kept) > _MOST:
            kept = dict(nlargest(_MOST, kept.items(), key=_odds))
            self._lowest = min(reach.total for reach in kept.values())
        self._reached = kept
        if not 1 / _SCALE < most < _SCALE:
            # the best reading of all has ever less of the sum: with the same scale it would vanish in a long document
            foremost = max(reach.best for reach in self._reached.values())
            for reach in self._reached.values():
                reach.total /= most
                reach.best /= foremost
            self._floors = {passed: floor / most for passed, floor in self._floors.items()}
            self._lowest = _LOWEST
            self._scale += log(most)

    def _ends(self) -> dict[State, float]:
        """Return the odds of ending in each state, against the best: notes left over have lost their calls.

        That no call at all was printed has odds of its own, however many notes there are.
        """
        ends = {state: NUMBERING["lost"] * (self.notes - state[0]) for state in self._reached}
        if START in ends:
            ends[START] = max(ends[START], NUMBERING["none"])
        ends = {state: weight - _ADVANCE * state[0] for state, weight in ends.items()}
        best = max(ends.values())
        return {state: exp(weight - best) for state, weight in ends.items()}

    def best(self) -> list[int | None]:
        """Return for each note the candidate (its index) that the most likely reading gives it."""
        ends = self._ends()
        node = max((reach.best * ends[state], reach.node) for state, reach in self._reached.items())[1]
        chosen: list[int | None] = [None] * self.notes
        while node >= 0:
            chosen[self.nodes[node].state[0] - 1] = self.nodes[node].candidate
            node = self.nodes[node].former
        return chosen

    def probabilities(self) -> list[dict[int, float]]:
        """Return for each note how probable each candidate is, over all readings."""
        rest = self._ends()
        total = log(sum(reach.total * rest[state] for state, reach in self._reached.items())) + self._scale
        scale, most = 0.0, 1.0
        found: list[dict[int, float]] = [{} for _ in range(self.notes)]
        for first, stop in reversed(self._groups):
            added: dict[State, float] = {}
            for node in self.nodes[first:stop]:
                follows = rest.get(node.state, 0.0)
                if follows == 0.0:
                    continue
                note = found[node.state[0] - 1]
                share = node.total * follows * exp(min(node.scale + scale - total, 300.0))
                note[node.candidate] = note.get(node.candidate, 0.0) + share
                for former, way in node.arrivals:
                    added[former] = added.get(former, 0.0) + way * node.odds * follows
            for state, odds in added.items():
                rest[state] = rest.get(state, 0.0) + odds
                most = max(most, rest[state])
            if most > _SCALE:
                # what is that far behind is a state of later pages, which no earlier one can lead to any more
                rest = {state: odds / most for state, odds in rest.items() if odds > most / _SCALE**2}
                scale, most = scale + log(most), 1.0
        return found


def _weight(names: tuple[str, ...]) -> float:
    """Return the sum of the weights of circumstances."""
    return sum(map(EVIDENCE.get, names, repeat(0.0)))

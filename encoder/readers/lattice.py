"""All readings of a document's calls at once: the forward-backward algorithm and the best path over (note, place).

A reading gives each note a candidate, or none, in ascending order. Its odds are the product of the odds of its
candidates (as calls against as text) and of its numbering. Time and memory grow with the candidates: states whose odds
fall below `_FLOOR` of the best are given up.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING

from encoder.readers.numbering import ODDS, START, State, moves
from encoder.readers.weights import EVIDENCE

if TYPE_CHECKING:
    from encoder.readers.candidates import Affinity, Candidate

_FLOOR = 1e-12
_SCALE = 1e80
"""Sums of odds beyond this, or below its inverse, are scaled."""


@dataclass(slots=True)
class _Reach:
    """What leads to a state: the sum over all readings, the best of them, and where that one called last."""

    total: float
    best: float
    node: int
    page: int


@dataclass(frozen=True, slots=True)
class _Node:
    """A note called at a candidate, in one state of the numbering."""

    candidate: int
    state: State
    odds: float
    total: float
    scale: float
    arrivals: tuple[tuple[State, float], ...]
    former: int


class Lattice:
    """The readings of one document."""

    def __init__(self, candidates: list[Candidate], affinity: Affinity, notes: int) -> None:
        self.candidates = candidates
        self.affinity = affinity
        self.notes = notes
        self.nodes: list[_Node] = []
        self._groups: list[tuple[int, int]] = []
        self._reached: dict[State, _Reach] = {START: _Reach(1.0, 1.0, -1, 0)}
        self._scale = 0.0
        self._forward()

    def _forward(self) -> None:
        own = [sum(EVIDENCE.get(name, 0.0) for name in candidate.evidence) for candidate in self.candidates]
        at = 0
        while at < len(own):
            stop = at + 1
            while stop < len(own) and self.candidates[stop].run == self.candidates[at].run:
                stop += 1
            self._group(range(at, stop), own)
            at = stop

    def _group(self, group: range, own: list[float]) -> None:
        """Weigh the candidates of one run, of which at most one is a call."""
        first = len(self.nodes)
        added: list[tuple[State, _Reach]] = []
        for index in group:
            candidate = self.candidates[index]
            for state, arrivals in self._arrivals(candidate).items():
                odds = exp(own[index] + self._fit(state[0] - 1, candidate))
                total = odds * sum(self._reached[former].total * way for former, way in arrivals)
                best, former_node = max(
                    (self._reached[former].best * way, self._reached[former].node) for former, way in arrivals
                )
                added.append((state, _Reach(total, best * odds, len(self.nodes), candidate.page)))
                self.nodes.append(_Node(index, state, odds, total, self._scale, tuple(arrivals), former_node))
        self._groups.append((first, len(self.nodes)))
        for state, reach in added:
            self._reach(state, reach)
        self._prune()

    def _fit(self, note: int, candidate: Candidate) -> float:
        return sum(EVIDENCE.get(name, 0.0) for name in self.affinity.evidence(note, candidate))

    def _arrivals(self, candidate: Candidate) -> dict[State, list[tuple[State, float]]]:
        found: dict[State, list[tuple[State, float]]] = {}
        for former, reach in self._reached.items():
            for state, way in moves(former, candidate, self.notes, new_page=candidate.page > reach.page):
                found.setdefault(state, []).append((former, way))
        return found

    def _reach(self, state: State, reach: _Reach) -> None:
        known = self._reached.get(state)
        if known is None:
            self._reached[state] = reach
            return
        known.total += reach.total
        if reach.best > known.best:
            known.best, known.node, known.page = reach.best, reach.node, reach.page

    def _prune(self) -> None:
        most = max(reach.total for reach in self._reached.values())
        for state in [state for state, reach in self._reached.items() if reach.total < most * _FLOOR]:
            del self._reached[state]
        if not 1 / _SCALE < most < _SCALE:
            for reach in self._reached.values():
                reach.total /= most
                reach.best /= most
            self._scale += log(most)

    def _ends(self) -> dict[State, float]:
        """Return the odds of ending in each state: every note left over has lost its call."""
        return {state: ODDS["lost"] ** (self.notes - state[0]) for state in self._reached}

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
        scale = 0.0
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
            most = max(rest.values())
            if not 1 / _SCALE < most < _SCALE:
                rest = {state: odds / most for state, odds in rest.items()}
                scale += log(most)
        return found

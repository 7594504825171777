"""How well we agree with the gold on one field, in figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of facts: those that are right, those that we found, those that the gold holds."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of what we found that is right; of nothing found, 1 where there is nothing to find."""
        return self.right / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """The share of the gold that we found; 1 where there is nothing to find."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

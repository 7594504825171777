"""What a run tells in the end: how many of what it made, how many problems, and the first of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from encoder.problems import Problem

MOST = 1000
"""How many problems of each severity a report holds; the rest are counted, so that memory does not grow with them."""


@dataclass
class Report:
    """What a run did: its problems, and counts of what was found (`documents`, `notes`, `names` ...)."""

    problems: list[Problem] = field(default_factory=list)
    """The first 1,000 of each severity; `problems.json` of a build has all."""
    counts: Counter[str] = field(default_factory=Counter)
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many problems there are of each severity and code."""

    def __post_init__(self) -> None:
        given, self.problems = self.problems, []
        self.add(given)

    def add(self, problems: Iterable[Problem], counts: Mapping[str, int] | None = None) -> None:
        """Take in what was found."""
        self.counts.update(counts or {})
        for problem in problems:
            self.found[problem.severity, problem.code] += 1
            if self.count(problem.severity) <= MOST:
                self.problems.append(problem)

    def count(self, severity: str) -> int:
        """Return how many problems have a severity."""
        return sum(count for (found, _), count in self.found.items() if found == severity)

    def failed(self, severities: Sequence[str] = ("error",)) -> bool:
        """Whether there is a problem of one of these severities."""
        return any(map(self.count, severities))

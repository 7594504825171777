"""The agreement of encoded documents with hand-encoded TEI, so that an editor can judge an edition by a sample."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from encoder.evaluate.compare import compared, missing
from encoder.evaluate.disagreements import disagreements
from encoder.evaluate.facts import FIELDS
from encoder.evaluate.figures import Figures
from encoder.evaluate.pairs import pairs_of
from encoder.problems import Problem
from encoder.tei import TeiError
from encoder.tei.positions import positions
from encoder.workers import in_processes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from encoder.evaluate.disagreements import Disagreement
    from encoder.evaluate.pairs import Pair
    from encoder.tei.positions import Positions

__all__ = ["FIELDS", "Agreement", "Evaluation", "evaluate"]


@dataclass(frozen=True)
class Agreement:
    """One hand-encoded document and our output of it: figures by field, and each disagreement."""

    pair: Pair
    figures: Mapping[str, Figures] = field(default_factory=dict)
    """Empty where the hand-encoded file holds no document."""
    certainty: Mapping[tuple[str, str], Figures] = field(default_factory=dict)
    """By field and `@cert` how much of what we say is right."""
    disagreements: tuple[Disagreement, ...] = ()
    missing: bool = False
    """Whether there is no output that could be read: all of the gold counts against recall."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Evaluation:
    """The agreement of all documents, and what is wrong with their files."""

    agreements: tuple[Agreement, ...] = ()
    left_out: tuple[str, ...] = ()
    """Hand-encoded files that hold no document, such as lists of persons."""
    problems: tuple[Problem, ...] = ()

    def figures(self, name: str) -> Figures:
        """Return the figures of a field over all documents together."""
        return reduce(add, (agreement.figures[name] for agreement in self.agreements), Figures())

    def certainty(self, name: str, cert: str) -> Figures:
        """Return how much is right of what we say of a field with this `@cert`."""
        none = Figures()
        return reduce(add, (agreement.certainty.get((name, cert), none) for agreement in self.agreements), none)


def evaluate(gold: Path, output: Path, processes: int = 0) -> Evaluation:
    """Compare the TEI files in the folder `output` with the hand-encoded ones in `gold`, by folder and id.

    `processes` is how many to use at most, 0 for as many as there are processors. A file that cannot be read is a
    problem of the result.
    """
    pairs = pairs_of(gold, output)
    results = tuple(in_processes(agreement, pairs, processes))
    problems = [problem for result in results for problem in result.problems]
    agreements = tuple(result for result in results if result.figures)
    if not agreements and not problems:
        message = "There are no hand-encoded documents (*.gold.xml or *.xml) in this folder, or in folders of it."
        problems.append(Problem("nothing-to-do", message, str(gold)))
    elif agreements and all(result.pair.ours is None for result in agreements):
        first = agreements[0].pair.name
        message = f"None of the {len(agreements)} hand-encoded documents is here: there is no {first}.xml, and so on."
        problems.append(Problem("nothing-to-do", message, str(output)))
    left_out = (str(result.pair.gold) for result in results if not (result.figures or result.problems))
    return Evaluation(agreements, tuple(left_out), tuple(problems))


def agreement(pair: Pair) -> Agreement:
    """Return how a document agrees with its gold."""
    problems: list[Problem] = []
    gold = _read(pair.gold, problems)
    if gold is None:
        return Agreement(pair, problems=tuple(problems))
    ours = _read(pair.ours, problems) if pair.ours else None
    if ours is None:
        if pair.ours and not problems:
            message = "The file holds no text/body, so no document."
            problems.append(Problem("xml-syntax", message, str(pair.ours)))
        return Agreement(pair, missing(gold).figures(), missing=True, problems=tuple(problems))
    comparison = compared(gold, ours)
    found = disagreements(comparison, gold, ours)
    return Agreement(pair, comparison.figures(), comparison.certainty(), found)


def _read(path: Path, problems: list[Problem]) -> Positions | None:
    try:
        return positions(path.read_bytes())
    except TeiError as error:
        problems.append(Problem("xml-syntax", str(error), str(path), error.line))
    except OSError as error:
        problems.append(Problem("file-unreadable", f"The file cannot be read: {error.strerror}.", str(path)))
    return None

"""What ours says where the gold says something else: the facts that only one side has, two and two."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from rapidfuzz import fuzz, process

from encoder.evaluate.facts import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.evaluate.compare import Comparison, Sighting

_ALIKE = 60
"""From this similarity on (0 to 100, rapidfuzz's ratio) two notes are one note whose text differs."""


class Answer(NamedTuple):
    """What the gold says of a field, and what ours says in its stead; one of them may say nothing."""

    field: str
    gold: Sighting | None
    ours: Sighting | None

    @property
    def shown(self) -> Sighting:
        """Where an editor looks at it: in the gold, or in ours where the gold says nothing."""
        return self.gold or cast("Sighting", self.ours)

    @property
    def texts_differ(self) -> bool:
        """Whether it is a note whose text is not in the other document."""
        same = self.gold and self.ours and self.gold.fact.value == self.ours.fact.value
        return self.field == "note" and not same


def answers(comparison: Comparison) -> list[list[Answer]]:
    """Return what differs, by the elements that say it: a name may be wrong as a name and as a link."""
    groups: dict[tuple[int, int], list[Answer]] = {}
    for field in FIELDS:
        for answer in _of_field(field, *comparison.only(field)):
            key = (id(answer.gold and answer.gold.mark), id(answer.ours and answer.ours.mark))
            groups.setdefault(key, []).append(answer)
    return list(groups.values())


def _of_field(field: str, gold: list[Sighting], ours: list[Sighting]) -> Iterator[Answer]:
    alone: list[Sighting] = []
    for one in gold:
        at = next((at for at, other in enumerate(ours) if _answers(field, one, other)), None)
        if at is None:
            alone.append(one)
        else:
            yield Answer(field, one, ours.pop(at))
    for one in alone:
        at = _most_alike(one, ours) if field == "note" else None
        yield Answer(field, one, None if at is None else ours.pop(at))
    for other in ours:
        yield Answer(field, None, other)


def _answers(field: str, gold: Sighting, ours: Sighting) -> bool:
    """Whether one is said in the stead of the other: a note or page elsewhere, another value or range at its place."""
    here, there = gold.fact, ours.fact
    if here.where != there.where:
        return False
    if field in {"note", "pb"} and here.value == there.value:
        return True
    if here.end is None or there.end is None:
        return field in {"pb", "date"} and here.start == there.start
    return here.start < there.end and there.start < here.end


def _most_alike(note: Sighting, others: list[Sighting]) -> int | None:
    texts = [other.fact.value[0] or "" for other in others]
    best = process.extractOne(note.fact.value[0] or "", texts, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return int(best[2]) if best else None

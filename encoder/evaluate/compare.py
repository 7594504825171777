"""One document against its hand-encoded counterpart: the facts of both in the gold's places, and what they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from encoder.evaluate.alignment import carrier
from encoder.evaluate.facts import BODY, FIELDS, Fact, facts_of
from encoder.evaluate.figures import Figures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from encoder.evaluate.facts import Found
    from encoder.tei.positions import Mark, Positions

UNKNOWN = -1
"""Where our first note stands whose text no note of the gold has; the next such note is -2, and so on."""


class Sighting(NamedTuple):
    """A fact, and where one of the two documents says it, in its own characters."""

    fact: Fact
    reading: Positions
    mark: Mark


@dataclass
class Side:
    """What one of the two documents says: its facts by field, and where it says each."""

    facts: dict[str, Counter[Fact]] = field(default_factory=lambda: defaultdict(Counter))
    seen: dict[tuple[str, Fact], Sighting] = field(default_factory=dict)

    def add(self, name: str, fact: Fact, reading: Positions, mark: Mark) -> None:
        """Count one more fact of the field `name`."""
        self.facts[name][fact] += 1
        self.seen[name, fact] = Sighting(fact, reading, mark)

    def add_all(self, found: Iterable[Found], reading: Positions, carry: Callable[[int], int] | None = None) -> None:
        """Count what was found in a reading, each place carried to the gold's text."""
        for name, fact, mark in found:
            self.add(name, _carried(fact, carry) if carry else fact, reading, mark)

    def keep(self, name: str, kept: Callable[[Fact], bool]) -> None:
        """Keep only these facts of a field."""
        self.facts[name] = Counter({fact: n for fact, n in self.facts[name].items() if kept(fact)})

    def forget_ends(self, name: str) -> None:
        """Count the facts of a field by where they start alone."""
        for fact in self.facts[name]:
            start = fact._replace(end=None)
            self.seen[name, start] = self.seen[name, fact]._replace(fact=start)
        self.facts[name] = Counter({fact._replace(end=None): n for fact, n in self.facts[name].items()})


@dataclass
class Comparison:
    """Two documents compared: the facts of each, and whether all their text is equal."""

    gold: Side = field(default_factory=Side)
    ours: Side = field(default_factory=Side)
    texts_equal: bool = False

    def figures(self) -> dict[str, Figures]:
        """Return the figures of every field."""
        table = {name: self._figures(name) for name in FIELDS if name != "text"}
        return {"text": Figures(int(self.texts_equal), 1, 1), **table}

    def _figures(self, name: str) -> Figures:
        gold, ours = self.gold.facts[name], self.ours.facts[name]
        return Figures((gold & ours).total(), ours.total(), gold.total())

    def certainty(self) -> dict[tuple[str, str], Figures]:
        """Return by field and by its `@cert` how much of what we say is right."""
        table: dict[tuple[str, str], Figures] = {}
        for name in FIELDS:
            gold = self.gold.facts[name]
            for fact, found in self.ours.facts[name].items():
                if cert := self.ours.seen[name, fact].mark.attributes.get("cert"):
                    one = Figures(min(found, gold[fact]), found)
                    table[name, cert] = table.get((name, cert), Figures()) + one
        return table

    def only(self, name: str) -> tuple[list[Sighting], list[Sighting]]:
        """Return where the gold says what we don't say of a field, and where we say what the gold doesn't."""
        gold, ours = self.gold, self.ours
        return (
            [gold.seen[name, fact] for fact in (gold.facts[name] - ours.facts[name]).elements()],
            [ours.seen[name, fact] for fact in (ours.facts[name] - gold.facts[name]).elements()],
        )


def compared(gold: Positions, ours: Positions) -> Comparison:
    """Return the comparison of a document with its gold."""
    result = Comparison()
    carry = carrier(ours.text, gold.text)
    result.gold.add_all(facts_of(gold), gold)
    result.ours.add_all(facts_of(ours), ours, carry)
    notes_equal = _compare_notes(result, gold, ours, carry)
    result.texts_equal = notes_equal and gold.text == ours.text
    linked = {fact[:3] for fact in result.gold.facts["person"]}
    result.ours.keep("person", lambda fact: fact[:3] in linked)
    dated = {fact[:2] for fact in result.gold.facts["date"]}
    result.ours.keep("date", lambda fact: fact[:2] in dated)
    for side in (result.gold, result.ours):
        side.forget_ends("date")
    return result


def missing(gold: Positions) -> Comparison:
    """Return the comparison of a document that has no output: nothing of the gold was found."""
    result = Comparison()
    result.gold.add_all(facts_of(gold), gold)
    for rank, (call, note) in enumerate(gold.notes, 1):
        _add_note(result.gold, Fact(BODY, call.start, None, (note.text,)), rank, (gold, call, note))
    result.gold.forget_ends("date")
    return result


def _compare_notes(result: Comparison, gold: Positions, ours: Positions, carry: Callable[[int], int]) -> bool:
    """Count the notes of both and what is in them; return whether each has a counterpart of the same text."""
    unused = list(ours.notes)
    found = 0
    for rank, (call, note) in enumerate(gold.notes, 1):
        _add_note(result.gold, Fact(BODY, call.start, None, (note.text,)), rank, (gold, call, note))
        at = next((at for at, (_, other) in enumerate(unused) if other.text == note.text), None)
        if at is not None:
            other_call, other = unused.pop(at)
            place = Fact(BODY, carry(other_call.start), None, (note.text,))
            _add_note(result.ours, place, rank, (ours, other_call, other))
            found += 1
    for at, (call, note) in enumerate(unused):
        where = UNKNOWN - at
        _add_note(result.ours, Fact(where, carry(call.start), None, (note.text,)), where, (ours, call, note))
    return found == len(gold.notes) and not unused


def _add_note(side: Side, fact: Fact, where: int, place: tuple[Positions, Mark, Positions]) -> None:
    """Count a note and what is in it; `place` is its document, its call and its own text."""
    document, call, note = place
    side.add("note", fact, document, call)
    side.add_all(facts_of(note, where), note)


def _carried(fact: Fact, carry: Callable[[int], int]) -> Fact:
    end = None if fact.end is None else carry(fact.end - 1) + 1
    return fact._replace(start=carry(fact.start), end=end)

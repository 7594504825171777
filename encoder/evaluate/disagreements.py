"""Each difference from the gold as an editor reads it: what the gold has, what ours has, and the words around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from encoder.evaluate.alignment import differences
from encoder.evaluate.answers import answers
from encoder.evaluate.facts import BODY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.evaluate.answers import Answer
    from encoder.evaluate.compare import Comparison, Sighting
    from encoder.tei.positions import Positions

_AROUND = 40
"""How many code points of the text are shown before and after a place."""
_LONGEST = 60
"""How many code points are shown of a longer stretch of text."""
_PLACES = frozenset({"note", "pb"})


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One place where we and the gold differ; `gold` or `ours` is empty where that side has nothing."""

    fields: tuple[str, ...]
    """What it concerns: a name that we do not find (`persName`) is a link that we do not make (`person`), too."""
    gold: str
    ours: str
    around: str
    """Words of the text, with a bar at the place, or the range between bars."""
    gold_line: int
    """The line of the hand-encoded file, 0 where it has nothing."""
    ours_line: int


def disagreements(comparison: Comparison, gold: Positions, ours: Positions) -> tuple[Disagreement, ...]:
    """Return every disagreement of a document with its gold, in the order of the text."""
    found = [*_of_text(gold, ours), *((_place(group[0], gold), _disagreement(group)) for group in answers(comparison))]
    return tuple(one for _, one in sorted(found, key=lambda one: one[0]))


def _place(answer: Answer, gold: Positions) -> int:
    """Return the printed character of the gold's body at which a fact, or the note that holds it, stands."""
    fact = answer.shown.fact
    if fact.where == BODY or answer.field == "note":
        return fact.start
    return gold.notes[fact.where - 1][0].start if fact.where > BODY else len(gold.text)


def _disagreement(group: Sequence[Answer]) -> Disagreement:
    first = group[0]
    gold = _said([one.gold for one in group if one.gold])
    ours = _said([one.ours for one in group if one.ours])
    if first.gold and first.ours:
        if first.texts_differ:
            gold, ours = _notes_said(first.gold, first.ours)
        elif first.field in _PLACES and first.gold.fact.value == first.ours.fact.value:
            ours = f"the same at “{_around(first.ours)}”"
    return Disagreement(
        fields=(*(("text",) if first.texts_differ else ()), *dict.fromkeys(one.field for one in group)),
        gold=gold,
        ours=ours,
        around=_around(first.shown),
        gold_line=first.gold.mark.line if first.gold else 0,
        ours_line=first.ours.mark.line if first.ours else 0,
    )


def _said(sightings: Sequence[Sighting]) -> str:
    """Return what one document says with one element."""
    if not sightings:
        return ""
    _, reading, mark = sightings[0]
    number = mark.attributes.get("n", "without number")
    if mark.name == "pb":
        return f"page {number}"
    if mark.name == "note":
        return f"note {number} “{_note(sightings[0]).excerpt(0, 0, _LONGEST)[2]}”"
    if _is_start(sightings[0]):
        return mark.name
    values = dict.fromkeys(value for one in sightings for value in one.fact.value if value)
    return " ".join((f"“{_short(reading.excerpt(mark.start, mark.end)[1])}”", *values))


def _notes_said(gold: Sighting, ours: Sighting) -> tuple[str, str]:
    """Return the words of two notes about their first difference."""
    here, there = _note(gold), _note(ours)
    span, ours_span = next(differences(here.text, there.text))
    return f"note “{_barred(here, span)}”", f"note “{_barred(there, ours_span)}”"


def _note(call: Sighting) -> Positions:
    return next(note for mark, note in call.reading.notes if mark is call.mark)


def _of_text(gold: Positions, ours: Positions) -> Iterator[tuple[int, Disagreement]]:
    """Yield each stretch of the body whose text differs, with its place."""
    if gold.text == ours.text:
        return
    for here, there in differences(gold.text, ours.text):
        yield (
            here.start,
            Disagreement(
                fields=("text",),
                gold=_quoted(gold, here),
                ours=_quoted(ours, there),
                around=_barred(gold, here),
                gold_line=_line(gold, here.start),
                ours_line=_line(ours, there.start),
            ),
        )


def _quoted(reading: Positions, span: range) -> str:
    return f"“{_short(reading.excerpt(span.start, span.stop)[1])}”" if span else ""


def _line(reading: Positions, start: int) -> int:
    """Return the line of the last element that starts before a printed character."""
    return max((mark.line for mark in reading.marks if mark.start <= start), default=0)


def _is_start(sighting: Sighting) -> bool:
    """Whether it says that something starts or stands here, and not what a range of the text is."""
    return sighting.fact.end is None and sighting.mark.name != "date"


def _around(sighting: Sighting) -> str:
    mark = sighting.mark
    return _barred(sighting.reading, range(mark.start, mark.start if _is_start(sighting) else mark.end))


def _barred(reading: Positions, span: range) -> str:
    before, inside, after = reading.excerpt(span.start, span.stop, _AROUND)
    return f"{before}|{_short(inside)}|{after}" if inside else f"{before}|{after}"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"

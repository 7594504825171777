"""What speaks for or against a call at a place.

Evidence is a list of names of rows in `anchor-weights.toml`, so that a reading can be explained.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from encoder.readers.context import CITING, LEAD, MESSAGES, after_kind, before_kind, number_kind

if TYPE_CHECKING:
    from encoder.readers.candidates import Candidate, Run
    from encoder.readers.layout import Layout

_NUMBER = re.compile(r"[0-9][0-9]*")
_NAME = re.compile(r"[A-Z][\w/-]*")
_LAST_NAME = re.compile(r"[A-Z][\w/-]*$")
_TELLING = re.compile(r"[0-9A-Z][\w’-]*")
_COMMON = {"The", "This", "That", "These", "And", "For", "But", "See", "In", "A", "I", "It", "He", "We"}
_OPENING = 120
"""How many code points of a note may take up the words before its call."""
_BEFORE = 40
"""How many code points before a call those words are sought in."""


# Coarser classes, for pairs of circumstances too rare to have weights of their own.
_LEFT = dict.fromkeys("-–—/#$£(“[‘&+=<>", "joined")
_RIGHT = {**dict.fromkeys("_", "gap"), **dict.fromkeys("xX", "text"), **dict.fromkeys(".,:/-–%°½’'", "joined")}


class _Told(NamedTuple):
    """What a note says of the place where it is called."""

    rank: str
    opening: str
    words: frozenset[str]


class _Seen(NamedTuple):
    """What stands at a place, for the note that is called there."""

    where: str
    of_message: str
    words: frozenset[str]
    rest: str
    """The digits before the call, where they are two or more."""


class Evidence:
    """Gathers the evidence in one document."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.source = layout.source
        self._notes: dict[int, _Told] = {}
        self._places: dict[tuple[int, int], _Seen] = {}

    def of_place(self, place: Candidate) -> tuple[str, ...]:
        """Return the evidence that some note is called at `place`, from what stands around it."""
        run = place.run
        after = after_kind(self.source, place.end, run.piece.end)
        lead = self.source[max(run.piece.start, run.start - LEAD) : run.start]
        if place.value is None:
            apart = before_kind(lead, "").endswith(("_", "start"))
            return (f"sign {'apart' if apart else 'glued'}", f"sign before {'text' if after in 'xX' else 'gap'}")
        found = self._of_tail(lead, place, after) if run.start < place.start else self._of_whole(lead, run, after)
        if place.value == 0:
            found.append("number zero")
        if lead.rfind("[") > lead.rfind("]"):
            found.append("number bracketed")
        return tuple(found)

    def _of_tail(self, lead: str, place: Candidate, after: str) -> list[str]:
        """Return the evidence for last digits of a longer number: what the number is with and without them."""
        run = place.run
        rest, whole = self.source[run.start : place.start], self.source[run.start : run.end]
        kinds = number_kind(lead, rest), number_kind(lead, whole)
        turn = "<".join("no" if kind.startswith("no-") else "ok" for kind in kinds)
        return [
            f"tail {kinds[0]} {kinds[1]}",
            f"side {turn} {_RIGHT.get(after[0], after)}",
            f"after {after}",
            f"around {kinds[0]}<{kinds[1]} {after}",
            f"around digit {after}",
            f"place {run.place} digit",
            f"size {run.end - place.start} digit",
            f"rest {min(len(rest), 5)} {'seen' if rest in self._numbers else 'new'}",
            f"whole {min(len(whole), 5)} {'seen' if self._numbers[whole] > 1 else 'new'}",
        ]

    def _of_whole(self, lead: str, run: Run, after: str) -> list[str]:
        number = self.source[run.start : run.end]
        before = before_kind(lead, number)
        shape = before.lstrip("-–/.0")
        group = "word" if shape[:1] in {"x", "X"} else before
        found = [
            f"before {before}",
            f"after {after}",
            f"around {before} {after}",
            f"side {_LEFT.get(before[0], group)} {_RIGHT.get(after[0], after)}",
            f"place {run.place} {group}",
            f"size {len(number)} {group}",
        ]
        if group != before:
            found.append(f"around {group} {after}")
        if shape in {"X", "XX"} and (name := _LAST_NAME.search(lead)):
            found.append(f"whole {shape} {'seen' if self._names[name[0] + number] > 1 else 'new'}")
            found.append(f"rest {shape} {'seen' if name[0] in self._names else 'new'}")
        return found

    @cached_property
    def _numbers(self) -> Counter[str]:
        return Counter(_NUMBER.findall(self.source))

    @cached_property
    def _names(self) -> Counter[str]:
        return Counter(_NAME.findall(self.source))

    @cached_property
    def counted(self) -> bool:
        """Whether the list only counts its notes, so that its labels say nothing of print."""
        return all(listed.label == str(rank) for rank, listed in enumerate(self.layout.notes, 1))

    def of_fit(self, note: int, place: Candidate) -> tuple[str, ...]:
        """Return the evidence that the note with this index is the one called at `place`, from its own text."""
        told = self._notes.get(note) or self._told_by(note)
        seen = self._places.get((place.start, place.end)) or self._seen_at(place)
        shared = len(told.words & seen.words) if told.words else 0
        rest = ("held" if seen.rest in told.words else "lacked") if seen.rest else ""
        label = ""
        if not self.counted:
            label = "same" if self.source[place.start : place.end] == self.layout.notes[note].label else "other"
        return _fit((told.rank, seen.where), min(shared, 2), (told.opening, seen.of_message), rest, label)

    def _told_by(self, note: int) -> _Told:
        start, end = self.layout.notes[note].paragraphs[0]
        source_note = self.source.startswith(("Source:", "[Source:"), start)
        told = self._notes[note] = _Told(
            rank="source" if source_note else "later" if note else "first",
            opening="cites" if CITING.match(self.source, start) else "tells",
            words=frozenset(_TELLING.findall(self.source, start, min(end, start + _OPENING))) - _COMMON,
        )
        return told

    def _seen_at(self, place: Candidate) -> _Seen:
        start = max(place.run.piece.start, place.start - _BEFORE)
        last = place.end == place.run.piece.end
        rest = self.source[place.run.start : place.start]
        seen = self._places[place.start, place.end] = _Seen(
            where=("head-end" if last else "head") if place.run.place == "head" else "body",
            of_message="message" if MESSAGES.search(self.source, start, place.start) else "other",
            words=frozenset(_TELLING.findall(self.source, start, place.start)),
            rest=rest if len(rest) > 1 else "",
        )
        return seen


@cache
def _fit(place: tuple[str, str], shared: int, opening: tuple[str, str], rest: str, label: str) -> tuple[str, ...]:
    """Return the evidence of a fit; there are few different ones, and very many fits."""
    found = [f"note {' '.join(place)}", f"note shares {shared}", f"note {' '.join(opening)}"]
    if rest:
        found.append(f"note rest {rest}")
    if label:
        found.append(f"note label {label}")
    return tuple(found)

"""What speaks for or against a call at a place.

Evidence is a list of names of rows in `anchor-weights.toml`, so that a reading can be explained.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

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


class Evidence:
    """Gathers the evidence in one document."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.source = layout.source
        self._notes: dict[int, frozenset[str]] = {}
        self._places: dict[int, frozenset[str]] = {}

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
        listed = self.layout.notes[note]
        source_note = self.source.startswith(("Source:", "[Source:"), listed.paragraphs[0][0])
        rank = "source" if source_note else "later" if note else "first"
        last = place.end == place.run.piece.end
        where = ("head-end" if last else "head") if place.run.place == "head" else "body"
        words = self._words_of(note)
        shared = len(words & self._words_before(place)) if words else 0
        cites = "cites" if CITING.match(self.source, listed.paragraphs[0][0]) else "tells"
        start = max(place.run.piece.start, place.start - _BEFORE)
        of_message = "message" if MESSAGES.search(self.source, start, place.start) else "other"
        found = [f"note {rank} {where}", f"note shares {min(shared, 2)}", f"note {cites} {of_message}"]
        if place.start - place.run.start > 1:
            rest = self.source[place.run.start : place.start]
            found.append(f"note rest {'held' if rest in words else 'lacked'}")
        if not self.counted:
            same = self.source[place.start : place.end] == listed.label
            found.append(f"note label {'same' if same else 'other'}")
        return tuple(found)

    def _words_of(self, note: int) -> frozenset[str]:
        if note not in self._notes:
            start, end = self.layout.notes[note].paragraphs[0]
            self._notes[note] = frozenset(_TELLING.findall(self.source, start, min(end, start + _OPENING))) - _COMMON
        return self._notes[note]

    def _words_before(self, place: Candidate) -> frozenset[str]:
        if place.start not in self._places:
            start = max(place.run.piece.start, place.start - _BEFORE)
            self._places[place.start] = frozenset(_TELLING.findall(self.source, start, place.start))
        return self._places[place.start]

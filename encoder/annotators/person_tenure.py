"""Persons whom the list contradicts: out of the office that a document gives them, not yet born, or dead.

Only where a document makes someone act, in its heading, among the participants, in a signature or a salutation: text
speaks of the dead, and of a former ambassador as Ambassador. In lists the titles that are kept for life prove nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from encoder.annotators.headings import heading
from encoder.annotators.person_links import TITLE_END
from encoder.annotators.person_offices import words_of
from encoder.annotators.person_periods import FIRST, LAST
from encoder.annotators.person_titles import office_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from encoder.annotators.person_links import Link, Linker, Range
    from encoder.annotators.person_offices import Office
    from encoder.model import Document, Person
    from encoder.problems import Problem

ACTING = frozenset({"head", "item", "signed", "salute"})
"""The blocks in which a name is that of someone who does something on the document's day."""
OPENING = 60
"""Code points at the beginning of a list's item in which a participant stands, with the office before the name."""
NOT_IN_OFFICE = re.compile(r"\b(?:Acting|[Ff]ormer|Designate|Elect)\b")


def acting(document: Document) -> Iterator[Range]:
    """Yield the ranges of a document in which a name is that of someone who acts on its day."""
    for block in document.blocks:
        if block.kind in ACTING:
            yield block.start, min(block.end, block.start + OPENING) if block.kind == "item" else block.end


class Tenure:
    """Compares documents with the offices and the lives of an edition's list of persons."""

    def __init__(self, persons: Sequence[Person], linker: Linker, words: Mapping[str, tuple[str, ...]]) -> None:
        self.persons = persons
        self.linker = linker
        self.for_life = frozenset(words["titles_for_life"])

    def problems(
        self, document: Document, text: str, links: Iterable[Link], days: tuple[str, str]
    ) -> Iterator[Problem]:
        """Yield one problem for each person of `links` and each kind; `days` are the first and last possible day."""
        ranges = sorted(acting(document))
        _, head_end = heading(document)
        reported: set[tuple[str, int]] = set()
        for link in links:
            start, person = link.mention.start, link.person
            at = bisect_right(ranges, start, key=itemgetter(0)) - 1
            if person is None or at < 0 or start >= ranges[at][1]:
                continue
            for code, message in (
                ("person-not-alive", self._life(person, days)),
                (
                    "person-out-of-office",
                    self._office(office_before(text, start), person, days, in_heading=start < head_end),
                ),
            ):
                if message and (code, person) not in reported:
                    reported.add((code, person))
                    printed = document.text[start : link.mention.end]
                    entry = f"{self.persons[person].name} (#{self.persons[person].id})"
                    yield document.problem(code, f"“{printed}” is taken for {entry}, {message}.", start)

    def _life(self, person: int, days: tuple[str, str]) -> str:
        """Return what is wrong with the time in which a person lived, or an empty string."""
        birth, death = self.linker.lives[person]
        if birth and _before(days[1], birth):
            return f"who was born in {birth}, after this document"
        return f"who died in {death}, before this document" if death and _before(death, days[0]) else ""

    def _office(self, phrase: str, person: int, days: tuple[str, str], *, in_heading: bool) -> str:
        """Return what is wrong with the office that stands before a name, or an empty string."""
        if days[0] != days[1] or not phrase or NOT_IN_OFFICE.search(phrase):
            return ""
        end = TITLE_END.search(phrase)
        title = words_of(phrase[: end.start()] if end else phrase) & self.linker.titles
        if not title or (not in_heading and title & self.for_life):
            return ""
        same = [office for office in self.linker.offices[person] if title == office.head & self.linker.titles]
        if not same or any((office.start, office.end) == (FIRST, LAST) or office.held(*days) for office in same):
            return ""
        held = " and ".join(map(_period, same))
        return f"who held that office {held}, not on {days[0]}: see the list, the date and the link"


def _before(day: str, other: str) -> bool:
    """Return whether a day (ISO 8601, or parts) is certainly before another."""
    shared = min(len(day), len(other))
    return day[:shared] < other[:shared]


def _period(office: Office) -> str:
    """Return the time in which an office was held, in words."""
    since = f"from {office.start}" if office.start != FIRST else ""
    until = f"to {office.end}" if office.end != LAST else ""
    return f"{since} {until}".strip()

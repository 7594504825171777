"""People whom the list does not hold and who are plainly people: `Kingdon W. Swayne`, `Counselor Barnett`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Range = tuple[int, int]

_SURNAME = r"(?:(?:von|van|de|du|la|le|di|da) )?(?:O'|D'|Mc|Mac)?[A-Z][a-z']+(?:-[A-Z]?[a-z']+)?(?<!'s)(?<!')"
_SUFFIX = r"(?:, Jr\b\.?|, Sr\b\.?| I{2,3}\b)?"
AFTER_INITIAL = re.compile(rf"({_SURNAME}){_SUFFIX}(?![\w'-]*[A-Z])")
BEFORE_INITIAL = re.compile(r"\b([A-Z][a-z]+) (?:[A-Z]\. )?$")
AFTER_TITLE = re.compile(rf"(?:([A-Z][a-z]+) (?:[A-Z]\. )?)?({_SURNAME}){_SUFFIX}(?![\w-]| of [A-Z]| [A-Z])")
"""After a title, a surname, or a forename and a surname: `Secretary of State Dean Rusk`."""
REACH = 24
"""Code points to the left of an initial in which a forename is sought."""
BEFORE_SUFFIX = re.compile(rf"\b([A-Z][a-z]+) (?:[A-Z][a-z]+ )?({_SURNAME})$")
"""Before `, Jr.`: `Henry Cabot Lodge, Jr.`."""
JUNIOR = re.compile(r", [JS]r\.")
REACH_OF_SUFFIX = 40
"""Code points to the left of such a suffix in which the name is sought."""
SIGNED = re.compile(rf"(?:/[sS]/ ?)?(([A-Z][a-z]+) (?:[A-Z]\. )?({_SURNAME}){_SUFFIX})(?=\n|$)")
"""A signature of a forename and a surname."""
BRACKETED = re.compile(rf"[a-z] \(({_SURNAME})\)")
"""In a heading, who holds the office before the brackets: `the Counselor of the Embassy in Guatemala (Krieg)`."""
PLAIN = re.compile(
    r"\b(?:From|[Bb]y|to) ("
    rf"(?:(?:[A-Z]\. ?)+(?:[A-Z][a-z]+ )?|[A-Z][a-z]+ (?:[A-Z]\. ?)?){_SURNAME}(?:, Jr\.)?),? (?:of|to) "
)
"""In a heading, a sender without an office: `Memorandum From William Robertson of`, `Letter From J.F. Abbott of`."""
NAMED = re.compile(rf"\b(?:From|to|and) ([A-Z][a-z]+) (?:[A-Z]\. ?)?({_SURNAME})(?=,|\n|$)")
"""In a heading, a forename and a surname that end a part: `From the Deputy Assistant (Haig) to William Hood`."""
HYPHENED = re.compile(r"\b(?:From|to) ([A-Z][a-z']+ [A-Z][a-z']+-[a-z']+)(?= to |,|\n|$)")
"""In a heading, a family name and a given name in syllables: `Letter From Mao Tse-tung to Chou En-lai`."""
INITIAL_BEFORE = re.compile(r"(?<![\w.'’-])[A-Z]$")
FORENAME_AFTER = re.compile(rf"([A-Z][a-z]+) (?:[A-Z]\. )?({_SURNAME}){_SUFFIX}(?![\w'-]*[A-Z])")
"""After an initial, a forename and a surname: `C. Robert Moore`."""


class UnlistedPersons:
    """Finds them; its word lists are read once."""

    def __init__(self, words: Mapping[str, tuple[str, ...]], *, listed: bool) -> None:
        """Read the words of a convention; `listed` tells whether the edition has a list of persons.

        Where it has one, an office in running text shows nobody: the hand-encoded volumes leave whom their lists lack
        after `President` or `Foreign Minister` (300 such names add nothing to the recall of `persName`, 0.977). In
        headings they mark two of three.
        """
        titles = [f"{title}{mark}" for title in words["short_titles"] for mark in (" ", ". ")]
        titles += [f"{title} " for title in words["unlisted_titles"]]
        offices = [f"{office} " for office in words["unlisted_offices"]]
        self.in_heading = AhoCorasick([*titles, *offices], matchkind=MatchKind.LeftmostLongest)
        self.in_text = AhoCorasick(titles, matchkind=MatchKind.LeftmostLongest) if listed else self.in_heading
        self.forenames = frozenset(words["given_names"])
        topics = ("offices", "title_words", "not_names", "courtesy_titles", "no_surnames")
        self.no_holders = frozenset(word.capitalize() for topic in topics for word in words[topic])
        self.no_names = self.no_holders | frozenset(words["names_that_are_words"])

    def ranges(self, text: str, head: Range, signatures: Iterable[Range] = ()) -> Iterator[Range]:
        """Yield the ranges of such names in the folded `text`; `head` is the range of its heading."""
        yield from self._with_initial(text)
        yield from self._with_suffix(text)
        for start, end in signatures:
            found = SIGNED.match(text, start, end)
            if found and found[2] in self.forenames and found[3] not in self.no_names:
                yield found.span(1)
        yield from self._titled(self.in_text, text, 0, len(text))
        if self.in_text is not self.in_heading:
            yield from self._titled(self.in_heading, text, *head)
        for pattern, no_names in ((BRACKETED, self.no_holders), (PLAIN, self.no_names), (HYPHENED, self.no_names)):
            for found in pattern.finditer(text, *head):
                if no_names.isdisjoint(found[1].split()):
                    yield found.start(1), found.end(1)
        for found in NAMED.finditer(text, *head):
            if found[1] in self.forenames and found[2] not in self.no_names:
                yield found.start(1), found.end(2)

    def _titled(self, titles: AhoCorasick, text: str, first: int, last: int) -> Iterator[Range]:
        """Yield the names in `text[first:last]` behind one of `titles`."""
        part = text[first:last]
        for _, start, end in titles.find_matches_as_indexes(part):
            found = AFTER_TITLE.match(part, end) if not part[start - 1 : start].isalnum() else None
            if found and found[2] not in self.no_names and (not found[1] or found[1] in self.forenames):
                yield first + found.start(1 if found[1] else 2), first + found.end()

    def _with_initial(self, text: str) -> Iterator[Range]:
        """Yield the names with an initial between forename and surname, or before both: `Kingdon W. Swayne`."""
        at = text.find(". ")
        while at > 0:
            if text[at - 1].isupper() and (found := self._around(text, at)):
                yield found
            at = text.find(". ", at + 1)

    def _with_suffix(self, text: str) -> Iterator[Range]:
        """Yield the names that `Jr.` or `Sr.` ends."""
        at = text.find("r.")
        while at > 0:
            junior = JUNIOR.match(text, at - 3)
            found = junior and BEFORE_SUFFIX.search(text, max(0, at - 3 - REACH_OF_SUFFIX), at - 3)
            if junior and found and found[1] in self.forenames and found[2] not in self.no_names:
                yield found.start(), junior.end()
            at = text.find("r.", at + 2)

    def _around(self, text: str, at: int) -> Range | None:
        """Return the range of the name whose initial has its point at `at`."""
        before = BEFORE_INITIAL.search(text, max(0, at - REACH), at - 1)
        after = AFTER_INITIAL.match(text, at + 2)
        if before and after:
            return None if {before[1], after[1]} & self.no_names else (before.start(), after.end())
        led = FORENAME_AFTER.match(text, at + 2) if INITIAL_BEFORE.search(text, max(0, at - 2), at) else None
        plain = led and led[1] in self.forenames and led[2] not in self.no_names
        return (at - 1, led.end()) if led and plain else None

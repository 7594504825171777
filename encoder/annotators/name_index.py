"""Where the names of an authority stand in a text: surnames by one automaton, then what stands around each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from encoder.annotators.name_forms import Forenames, cased, forms_of, names_of
from encoder.annotators.name_mention import Mention
from encoder.annotators.name_order import NamesInOrder
from encoder.annotators.name_parts import NamesInParts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from encoder.model import Person

SYLLABLE = re.compile(r"-[a-z]{2,5}\b")
PART_BEFORE = re.compile(r"[A-Z][a-z']+ $")
INITIAL_AFTER = re.compile(r" [A-Z]\. [A-Z][a-z]")


class NameIndex:
    """All names of an authority, made once for an edition."""

    def __init__(self, persons: Sequence[Person], words: Mapping[str, tuple[str, ...]]) -> None:
        self.names = names_of(persons, words)
        self.forenames = Forenames(self.names, words)
        self.forms = forms_of(self.names)
        self._in_order = NamesInOrder(self.names, words)
        self._in_parts = NamesInParts(self.names, self.forenames, words)
        self._by_number = tuple(self.forms.values())
        self._automaton = AhoCorasick(list(self.forms), matchkind=MatchKind.LeftmostLongest) if self.forms else None

    def mentions(self, text: str) -> list[Mention]:
        """Return every name of the authority in `text`, which is folded, from left to right."""
        found: list[Mention] = []
        for number, start, end in self._automaton.find_matches_as_indexes(text) if self._automaton else ():
            if not _word(text, start, end) or (found and start < found[-1].end):
                continue
            form = self._by_number[number]
            if not form.whole and self._forename(text, start, end):
                continue
            mention = (
                Mention(start, end, form.bearers, full=True)
                if form.whole
                else self._in_order.read(text, start, end, form.bearers)
                or self._in_parts.read(text, start, end, form.bearers)
            )
            while found and mention.start < found[-1].end:
                found.pop()
            found.append(mention)
        return found

    def _forename(self, text: str, start: int, end: int) -> bool:
        """Return whether a name that may be a surname is the forename of another: `James S. Lay` names no Mr. James."""
        return bool(INITIAL_AFTER.match(text, end)) and cased(text[start:end]) in self.forenames.known


def _word(text: str, start: int, end: int) -> bool:
    """Return whether `text[start:end]` is a word of its own: in `D'Orlandi` no `Orlandi` is, in `Yen-hua` no `Yen`."""
    if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
        return False
    if text[end : end + 1] == "'" and text[end + 1 : end + 2].isalpha() and text[end + 1] not in "sS":
        return False
    if text[end : end + 1] == "-" and SYLLABLE.match(text, end) and PART_BEFORE.search(text, max(0, start - 12), start):
        return False
    return not (text[start - 1 : start] == "'" and text[start - 2 : start - 1].isalpha())

"""Names whose family name comes first, or whose bearer is called by the last: `Pak Chong-hui`, `Duong Van Minh`."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from encoder.annotators.name_forms import cased
from encoder.annotators.name_mention import Mention, token_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from encoder.annotators.person_names import Name

GIVEN_AFTER = re.compile(r"(?<=\w) ([A-Z][a-z']+-[A-Za-z][a-z']*(?<!'s)(?<!'))")
_SYLLABLE = r"(?=[A-Z][\w'])(?:[BCDFGHJKLMNPRSTWYZ]|[CSZTKP]h|Ts)?'?[AEIOUYaeiouy]{1,3}(?:ng?|[klmpr])?"
GIVEN_SYLLABLES = re.compile(rf" ({_SYLLABLE}(?: {_SYLLABLE})?)\b(?![\w-]|'(?!s\b))")
"""A given name in syllables, as Chinese and Korean names have it: `Chun`, `Sung Eun`."""
LAST_PART = re.compile(r" [A-Z][a-z]{1,5}\b(?!['’-])")
"""What is left of a Vietnamese name that no bearer has: `Do Cao Tri`, where `Cao` is another's name."""


class NamesInOrder:
    """The names of an authority whose parts stand in this order."""

    def __init__(self, names: Sequence[Name], words: Mapping[str, tuple[str, ...]]) -> None:
        self.names = names
        self._no_given = frozenset(words["no_surnames"])
        self._parts = frozenset({*words["called_by_last_name"], *words["middle_names"]})

    def read(self, text: str, start: int, end: int, bearers: tuple[int, ...]) -> Mention | None:
        """Read a family name or last name whose other parts follow or precede it.

        None where no such part stands there, so that the name is read like any other.
        """
        orders = {index: self.names[index].order for index in bearers if self.names[index].order}
        if not orders:
            return None
        return self._family_first(text, start, end, bearers, orders) or self._last(text, start, end, orders)

    def _family_first(
        self, text: str, start: int, end: int, bearers: tuple[int, ...], orders: Mapping[int, tuple[str, ...]]
    ) -> Mention | None:
        """Read a given name after the family name; bearers that differ in it are none."""
        name = cased(text[start:end])
        if given := GIVEN_AFTER.match(text, end):
            agreeing = (index for index, order in orders.items() if order[0] == name and _alike(order[1:], [given[1]]))
            return Mention(start, given.end(), tuple(agreeing), full=True)
        given = GIVEN_SYLLABLES.match(text, end)
        if not given or any(order[0] != name for order in orders.values()):
            return None
        if not self._no_given.isdisjoint(given[1].split()):
            return None
        alike = (
            index
            for index in bearers
            if _alike(self.names[index].order[1:], given[1].split()) or near(given[1], self.names[index].forenames)
        )
        return Mention(start, given.end(), tuple(alike), full=True)

    def _last(self, text: str, start: int, end: int, orders: Mapping[int, tuple[str, ...]]) -> Mention | None:
        """Read the parts of a name before its last part; what such a name goes on with is another's."""
        before = list(islice(self._parts_before(text, start), 3))
        if not before:
            return None
        name = cased(text[start:end])
        parts = [text[left:right] for left, right in reversed(before)]
        agreeing = tuple(index for index, order in orders.items() if order[-1] == name and _alike(order[:-1], parts))
        last = None if agreeing else LAST_PART.match(text, end)
        return Mention(before[-1][0], last.end() if last else end, agreeing, full=True)

    def _parts_before(self, text: str, start: int) -> Iterator[tuple[int, int]]:
        """Yield the ranges of the parts of a name in order that stand before its last part, the nearest first."""
        while (found := token_before(text, start)) and found[0] in self._parts:
            yield found.start(), found.end()
            start = found.start()


def _alike(order: Sequence[str], parts: Sequence[str]) -> bool:
    """Return whether the parts of a name are those of the list, but for spelling: `Chong-hui` and `Chung-hui`."""
    ours = [syllable for part in order for syllable in part.lower().split("-")]
    theirs = [syllable for part in parts for syllable in part.lower().split("-")]
    return [syllable[0] for syllable in ours if syllable] == [syllable[0] for syllable in theirs if syllable]


def near(given: str, forenames: Sequence[str]) -> bool:
    """Return whether a forename is one of `forenames`, but for a letter: `Myun` of `Chang, Myon`."""
    return given in forenames or any(
        len(given) > 3 and given[0] == name[0] and Levenshtein.distance(given, name, score_cutoff=1) <= 1
        for name in forenames
    )

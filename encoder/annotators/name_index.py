"""Where the names of an authority stand in a text: surnames by one automaton, then what stands around each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind
from rapidfuzz.distance import Levenshtein

from encoder.annotators.name_forms import INITIALS, Forenames, cased, forms_of, names_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from encoder.model import Person

TOKEN_BEFORE = re.compile(r"(?<![^\W_])[A-Za-z][\w'.-]*(?= ?$)")
SYLLABLE = re.compile(r"-[a-z]{2,5}\b")
PART_BEFORE = re.compile(r"[A-Z][a-z']+ $")
GIVEN_AFTER = re.compile(r"(?<=\w) ([A-Z][a-z']+-[A-Za-z][a-z']*)")
_SYLLABLE = r"(?=[A-Z][\w'])(?:[BCDFGHJKLMNPRSTWYZ]|[CSZTKP]h|Ts)?'?[AEIOUYaeiouy]{1,3}(?:ng?|[klmpr])?"
GIVEN_SYLLABLES = re.compile(rf" ({_SYLLABLE}(?: {_SYLLABLE})?)\b(?![\w'’.-])")
"""A given name in syllables, as Chinese and Korean names have it: `Chun`, `Sung Eun`."""
GIVEN_BRACKETED = re.compile(r"\[((?:[A-Z][\w'-]*\.?)(?: [A-Z]\.)?)\] $")
"""A forename that an editor added: `[Allen] Dulles`."""
GIVEN_BEFORE_BRACKET = re.compile(r"\b([A-Z][\w'-]*) [\[(]$")
"""A forename whose surname an editor added: `Dave [Newsom]`."""
RIGHT_TOKEN = re.compile(r" ([A-Z](?:\.|[\w'-]+))")
INITIAL_AFTER = re.compile(r" [A-Z]\. [A-Z][a-z]")
SUFFIX_AFTER = re.compile(r",? (Jr|Sr|II|III|IV)\b\.?")
MONSIEUR = "M. "
"""French `Monsieur`, not an initial, where nothing else stands before the surname."""
REACH = 24
"""Code points in which the word before a name is sought: longer than any forename."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: its range, and the entries of the authority that bear it."""

    start: int
    end: int
    bearers: tuple[int, ...]
    """Indexes into the list of persons; empty for a person whom the list does not hold."""
    full: bool = False
    """Whether a forename or the whole name stands there, so that the bearers agree in more than the surname."""


class NameIndex:
    """All names of an authority, made once for an edition."""

    def __init__(self, persons: Sequence[Person], words: Mapping[str, tuple[str, ...]]) -> None:
        self.names = names_of(persons, words)
        self.forenames = Forenames(self.names, words)
        self.forms = forms_of(self.names)
        self._by_number = tuple(self.forms.values())
        self._particles = frozenset({*words["name_particles"], "A"})  # an initial without its point: Henry A Kissinger
        self._titles = re.compile(rf"\b(?:{'|'.join(words['titles_in_names'])}) $")
        self._no_given = frozenset(words["no_surnames"])
        self._in_order_parts = frozenset({*words["called_by_last_name"], *words["middle_names"]})
        self._automaton = AhoCorasick(list(self.forms), matchkind=MatchKind.LeftmostLongest) if self.forms else None

    def mentions(self, text: str) -> list[Mention]:
        """Return every name of the authority in `text`, which is folded, from left to right."""
        found: list[Mention] = []
        for number, start, end in self._automaton.find_matches_as_indexes(text) if self._automaton else ():
            if not _word(text, start, end) or (found and start < found[-1].end):
                continue
            form = self._by_number[number]
            mention: Mention | None = Mention(start, end, form.bearers, full=True)
            if not form.whole and self._forename(text, start, end):
                continue
            if not form.whole:
                mention = self._in_order(text, start, end, form.bearers)
                mention = mention or self._read(text, start, end, form.bearers)
            while found and mention and mention.start < found[-1].end:
                found.pop()
            found += [mention] if mention else []
        return found

    def _forename(self, text: str, start: int, end: int) -> bool:
        """Return whether a name that may be a surname is the forename of another: `James S. Lay` names no Mr. James."""
        return bool(INITIAL_AFTER.match(text, end)) and cased(text[start:end]) in self.forenames.known

    def _in_order(self, text: str, start: int, end: int, bearers: tuple[int, ...]) -> Mention | None:
        """Read a family name or last name whose other parts follow or precede it: `Pak Chong-hui`, `Duong Van Minh`.

        None where no such part stands there, so that the name is read like any other.
        """
        orders = {index: self.names[index].order for index in bearers if self.names[index].order}
        if not orders:
            return None
        name = cased(text[start:end])
        if given := GIVEN_AFTER.match(text, end):
            agreeing = (index for index, order in orders.items() if order[0] == name and _alike(order[1:], [given[1]]))
            return Mention(start, given.end(), tuple(agreeing), full=True)
        given = GIVEN_SYLLABLES.match(text, end)
        if given and self._no_given.isdisjoint(given[1].split()) and all(order[0] == name for order in orders.values()):
            agreeing = (
                index
                for index in bearers
                if _alike(self.names[index].order[1:], given[1].split()) or _near(given[1], self.names[index].forenames)
            )
            return Mention(start, given.end(), tuple(agreeing), full=True)
        before = list(islice(self._parts_before(text, start), 3))
        if not before:
            return None
        parts = [text[left:right] for left, right in reversed(before)]
        agreeing = (index for index, order in orders.items() if order[-1] == name and _alike(order[:-1], parts))
        return Mention(before[-1][0], end, tuple(agreeing), full=True)

    def _parts_before(self, text: str, start: int) -> Iterator[tuple[int, int]]:
        """Yield the ranges of the parts of a name in order that stand before its last part, the nearest first."""
        while (found := _token_before(text, start)) and found[0] in self._in_order_parts:
            yield found.start(), found.end()
            start = found.start()

    def _read(self, text: str, start: int, end: int, bearers: tuple[int, ...]) -> Mention:
        """Read what stands around a surname: forenames and initials before it, a suffix or a forename after it."""
        left, named = self._forenames_before(text, start, bearers)
        if text[left:start] == MONSIEUR:
            left, named = start, bearers
        bearers = named
        full = left < start
        if not full and (bracketed := self._bracketed(text, start, end, bearers)):
            left, end, bearers = bracketed
            full = True
        if not full and (right := RIGHT_TOKEN.match(text, end)) and len(right[1]) > 2:
            given = cased(right[1])
            if turned := tuple(index for index in bearers if _near(given, self.names[index].forenames)):
                bearers, end, full = turned, right.end(), True
        if bearers and (suffix := SUFFIX_AFTER.match(text, end)):
            suffixed = tuple(index for index in bearers if self.names[index].suffix.rstrip(".") == suffix[1])
            if suffixed:
                bearers, end, full = suffixed, suffix.end(), True
        if title := self._titles.search(text, max(0, left - REACH), left):
            left = title.start()
        return Mention(left, end, bearers, full=full)

    def _bracketed(
        self, text: str, start: int, end: int, bearers: tuple[int, ...]
    ) -> tuple[int, int, tuple[int, ...]] | None:
        """Return range and bearers of a name of which an editor added a part: `Dave [Newsom]`, `[Allen] Dulles`."""
        reach = max(0, start - REACH)
        if text[start - 1 : start] == " ":
            given = GIVEN_BRACKETED.search(text, reach, start)
        else:
            given = GIVEN_BEFORE_BRACKET.search(text, reach, start) if text[end : end + 1] in (")", "]") else None
            end += 1
        tokens = given[1].split() if given else []
        agreeing = tuple(
            index
            for index in bearers
            if tokens and all(self.forenames.agrees(self.names[index], part) for part in tokens)
        )
        return (given.start(), end, agreeing) if given and agreeing else None

    def _forenames_before(self, text: str, start: int, bearers: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
        """Return where the forenames begin, and who bears them; no one where a forename agrees with nobody."""
        left = pending = start
        while found := _token_before(text, pending):
            token = found[0]
            pending = found.start()
            if agreeing := tuple(index for index in bearers if self.forenames.agrees(self.names[index], token)):
                bearers = agreeing
            elif cased(token) in self.forenames.known:
                bearers = ()
            elif INITIALS.match(token) or token in self._particles:
                continue  # decided by what stands before it
            else:
                break
            left = pending
        return left, bearers


def _token_before(text: str, start: int) -> re.Match[str] | None:
    """Return the word that ends at `start`, or one space before it."""
    return TOKEN_BEFORE.search(text, max(0, start - REACH), start)


def _word(text: str, start: int, end: int) -> bool:
    """Return whether `text[start:end]` is a word of its own: in `D'Orlandi` no `Orlandi` is, in `Yen-hua` no `Yen`."""
    if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
        return False
    if text[end : end + 1] == "'" and text[end + 1 : end + 2].isalpha() and text[end + 1] not in "sS":
        return False
    if text[end : end + 1] == "-" and SYLLABLE.match(text, end) and PART_BEFORE.search(text, max(0, start - 12), start):
        return False
    return not (text[start - 1 : start] == "'" and text[start - 2 : start - 1].isalpha())


def _alike(order: Sequence[str], parts: Sequence[str]) -> bool:
    """Return whether the parts of a name are those of the list, but for spelling: `Chong-hui` and `Chung-hui`."""
    ours = [syllable for part in order for syllable in part.lower().split("-")]
    theirs = [syllable for part in parts for syllable in part.lower().split("-")]
    return [syllable[0] for syllable in ours if syllable] == [syllable[0] for syllable in theirs if syllable]


def _near(given: str, forenames: Sequence[str]) -> bool:
    """Return whether a forename is one of `forenames`, but for a letter: `Myun` of `Chang, Myon`."""
    return given in forenames or any(
        len(given) > 3 and given[0] == name[0] and Levenshtein.distance(given, name, score_cutoff=1) <= 1
        for name in forenames
    )

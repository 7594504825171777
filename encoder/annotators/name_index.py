"""Where the names of an authority stand in a text: surnames by one automaton, then what stands around each."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from encoder.annotators.person_names import Name, parse_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from encoder.model import Person

LEFT_TOKEN = re.compile(r"(?:[A-Z](?:\. ?[A-Z])*\.|[A-Za-z][\w'-]*\.?)(?= ?$)")
RIGHT_TOKEN = re.compile(r" ([A-Z](?:\.|[\w'-]+))")
SUFFIX_AFTER = re.compile(r",? (Jr|Sr|II|III|IV)\b\.?")
INITIALS = re.compile(r"(?:[A-Z]\. ?)+$|[A-Z]$")
NOBLE = frozenset({"Lord", "Viscount", "Earl", "Baron"})
"""Titles that are part of a name: Lord Home is not Home."""
REACH = 48
"""How many code points to the left of a surname its forenames are sought: more than any list's longest forenames."""


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
        self.names = tuple(parse_name(person.name, words) for person in persons)
        self.nicknames: defaultdict[str, set[str]] = defaultdict(set)
        for pair in words["nicknames"]:
            short, _, full = pair.partition("=")
            self.nicknames[short] |= set(full.split("/"))
        self.given = set(words["given_names"]) | set(self.nicknames)
        self.titles = set(words["name_titles"])
        self.particles = set(words["name_particles"])
        bearers: defaultdict[tuple[str, bool], dict[int, None]] = defaultdict(dict)
        for index, name in enumerate(self.names):
            self.given |= {token for token in name.forenames if len(token) > 2 and token[0].isupper()}
            for form in name.wholes:
                bearers[form, True][index] = None
            for surname in name.surnames:
                if len(surname) > 1:
                    bearers[surname, False][index] = None
        forms: dict[str, tuple[tuple[int, ...], bool]] = {}
        for (name_form, whole), found in bearers.items():
            for printed in (name_form, name_form.upper(), _capitals(name_form)):
                if printed not in forms or whole:
                    forms[printed] = (tuple(found), whole)
        self.printed = forms
        self.forms = tuple(forms.values())
        self.automaton = AhoCorasick(list(forms), matchkind=MatchKind.LeftmostLongest) if forms else None

    def mentions(self, text: str) -> list[Mention]:
        """Return every name of the authority in `text`, which is folded, from left to right."""
        found: list[Mention] = []
        for number, start, end in self.automaton.find_matches_as_indexes(text) if self.automaton else ():
            if not _word(text, start, end) or (found and start < found[-1].end):
                continue
            bearers, whole = self.forms[number]
            mention = Mention(start, end, bearers, full=True) if whole else self._read(text, start, end, bearers)
            while found and mention.start < found[-1].end:
                found.pop()
            found.append(mention)
        return found

    def _read(self, text: str, start: int, end: int, bearers: tuple[int, ...]) -> Mention:
        """Read what stands around a surname: forenames and initials before it, a suffix or a forename after it."""
        left, full, pending = start, False, start
        while found := LEFT_TOKEN.search(text, max(0, pending - REACH), pending):
            if text[found.start() - 1 : found.start()].isalnum():
                break
            token = found[0]
            agreeing = tuple(index for index in bearers if self._agrees(self.names[index], token))
            if agreeing:
                bearers = agreeing
            elif token in self.given and token not in self.titles:
                bearers = ()
            elif INITIALS.match(token) or token in self.particles:
                pending = found.start()  # decided by what stands before it
                continue
            else:
                break
            left, full, pending = found.start(), True, found.start()
        if not full and (right := RIGHT_TOKEN.match(text, end)) and len(right[1]) > 2:
            turned = tuple(index for index in bearers if _cased(right[1]) in self.names[index].forenames)
            if turned:
                bearers, end, full = turned, right.end(), True
        suffix = SUFFIX_AFTER.match(text, end)
        if suffix and bearers:
            suffixed = tuple(index for index in bearers if self.names[index].suffix.rstrip(".") == suffix[1])
            if suffixed:
                bearers, end, full = suffixed, suffix.end(), True
        return Mention(left, end, bearers, full=full)

    def _agrees(self, name: Name, token: str) -> bool:
        """Return whether `token` may be a forename, an initial or a short form of a forename in `name`."""
        token = _cased(token)
        if token in name.forenames or token in name.nicknames:
            return True
        if token in NOBLE:
            return token in name.titles
        if INITIALS.match(token):
            initials = {forename[0] for forename in name.forenames}
            return all(letter in initials for letter in token if letter.isupper())
        short = self.nicknames.get(token)
        return bool(short and short.intersection(name.forenames))


def _word(text: str, start: int, end: int) -> bool:
    """Return whether `text[start:end]` is a word of its own: in `D'Orlandi` no `Orlandi` is."""
    if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
        return False
    if text[end : end + 1] == "'" and text[end + 1 : end + 2].isalpha() and text[end + 1] not in "sS":
        return False
    return not (text[start - 1 : start] == "'" and text[start - 2 : start - 1].isalpha())


def _capitals(form: str) -> str:
    """Return a surname in capitals as telegrams print it: `McNAMARA`."""
    prefix = re.match(r"Ma?c(?=[A-Z])", form)
    return form[: prefix.end()] + form[prefix.end() :].upper() if prefix else form.upper()


def _cased(token: str) -> str:
    """Return a word that stands in capitals (`HENRY`) as a list prints it."""
    return token.capitalize() if len(token) > 2 and token.isupper() and "." not in token else token

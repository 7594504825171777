"""What stands around a surname: forenames and initials before it, a suffix or a forename after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.annotators.name_forms import INITIALS, cased
from encoder.annotators.name_mention import REACH, Mention, token_before
from encoder.annotators.name_order import near

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from encoder.annotators.name_forms import Forenames
    from encoder.annotators.person_names import Name

GIVEN_BRACKETED = re.compile(r"\[((?:[A-Z][\w'-]*\.?)(?: [A-Z]\.)?)\] $")
"""A forename that an editor added: `[Allen] Dulles`."""
GIVEN_BEFORE_BRACKET = re.compile(r"\b([A-Z][\w'-]*) [\[(]$")
"""A forename whose surname an editor added: `Dave [Newsom]`."""
RIGHT_TOKEN = re.compile(r" ([A-Z](?:\.|[\w'-]+))")
OTHER = re.compile(r"(?<![\w.])(?!U\.|A\.M|P\.M|D\.C|N\.Y|V\.P)((?:[A-Z]\. ?){2,3})$")
"""Initials before a surname, not all of which a bearer has: `W.Y. Smith` is not Bromley Smith."""
SUFFIX_AFTER = re.compile(r",? (Jr|Sr|II|III|IV)\b(?:(?<=r)\.)?")
MONSIEUR = "M. "
"""French `Monsieur`, not an initial, where nothing else stands before the surname."""
_OPENING, _CLOSING = ("(", "["), (")", "]")


class NamesInParts:
    """The names of an authority, surname and forenames apart."""

    def __init__(self, names: Sequence[Name], forenames: Forenames, words: Mapping[str, tuple[str, ...]]) -> None:
        self.names = names
        self.forenames = forenames
        self._particles = frozenset({*words["name_particles"], "A"})  # an initial without its point: Henry A Kissinger
        self._titles = tuple(f"{title} " for title in words["titles_in_names"])

    def read(self, text: str, start: int, end: int, bearers: tuple[int, ...]) -> Mention:
        """Read what stands around a surname: forenames and initials before it, a suffix or a forename after it."""
        left, named = self._forenames_before(text, start, bearers)
        if text[left:start] == MONSIEUR:
            left, named = start, bearers
        elif left == start and "." in text[start - 2 : start] and (other := OTHER.search(text, _reach(start), start)):
            left = other.start(1)
            named = tuple(index for index in bearers if self._shares_initial(index, other[1]))
        bearers = named
        full = left < start
        if not full and (text[start - 1 : start] in _OPENING or text[start - 2 : start] == "] "):
            left, end, bearers = self._bracketed(text, start, end, bearers)
            full = left < start
        if not full and (right := RIGHT_TOKEN.match(text, end)) and len(right[1]) > 2:
            given = cased(right[1])
            if turned := tuple(index for index in bearers if near(given, self.names[index].forenames)):
                bearers, end, full = turned, right.end(), True
        if bearers and (suffix := SUFFIX_AFTER.match(text, end)):
            suffixed = tuple(index for index in bearers if self.names[index].suffix.rstrip(".") == suffix[1])
            if suffixed:
                bearers, end, full = suffixed, suffix.end(), True
        return Mention(self._titled(text, left), end, bearers, full=full)

    def _titled(self, text: str, left: int) -> int:
        """Return where a name begins, with a title that stands inside it: `Lord Hood`."""
        if not text.endswith(self._titles, 0, left):
            return left
        first = left - len(next(title for title in self._titles if text.endswith(title, 0, left)))
        return left if text[first - 1 : first].isalnum() else first

    def _bracketed(self, text: str, start: int, end: int, bearers: tuple[int, ...]) -> tuple[int, int, tuple[int, ...]]:
        """Return range and bearers of a name of which an editor added a part: `Dave [Newsom]`, `[Allen] Dulles`."""
        closed = end
        if text[start - 1] == " ":
            given = GIVEN_BRACKETED.search(text, _reach(start), start)
        else:
            given = GIVEN_BEFORE_BRACKET.search(text, _reach(start), start) if text[end : end + 1] in _CLOSING else None
            closed = end + 1
        tokens = given[1].split() if given else []
        agreeing = tuple(
            index
            for index in bearers
            if tokens and all(self.forenames.agrees(self.names[index], part) for part in tokens)
        )
        return (given.start(), closed, agreeing) if given and agreeing else (start, end, bearers)

    def _shares_initial(self, index: int, initials: str) -> bool:
        """Return whether one of `initials` is that of a forename of the person: `T.F. Tsiang`, `Tsiang, Tingfu`."""
        return any(forename[0] in initials for forename in self.names[index].forenames)

    def _forenames_before(self, text: str, start: int, bearers: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
        """Return where the forenames begin, and who bears them; no one where a forename agrees with nobody."""
        left = pending = start
        while found := token_before(text, pending):
            token = found[0]
            pending = found.start()
            if token[0].islower() and token not in self._particles:
                break
            if agreeing := tuple(index for index in bearers if self.forenames.agrees(self.names[index], token)):
                bearers = agreeing
            elif cased(token) in self.forenames.known:
                bearers = ()
            elif token.isalpha() and (
                close := tuple(index for index in bearers if near(cased(token), self.names[index].forenames))
            ):
                bearers = close
            elif INITIALS.match(token) or token in self._particles:
                continue  # decided by what stands before it
            else:
                break
            left = pending
        return left, bearers


def _reach(start: int) -> int:
    """Return how far to the left of `start` a part of a name is sought."""
    return max(0, start - REACH)

"""The forms under which an authority's persons may stand in a text, with who bears each: a table made once."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from encoder.annotators.person_names import Name, parse_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from encoder.model import Person

INITIALS = re.compile(r"(?:[A-Z]\. ?)+$|[B-HJ-Z]$")  # `A` and `I` are words
INITIALS_ALONE = re.compile(r"[A-Z]{2}$")
"""Two initials as telegrams print them: `JC King`."""
ASPIRATE = re.compile(r"(?:[Cc]h|[KkPpTt]|[Tt]s)'")
"""The apostrophe of Chinese and Korean names, which many texts leave out: `Ch'en`, `Chen`."""
SERVANT = re.compile(r"Abd[-' ]?[aeu]l-?$")
"""The Arabic forename, however it is spelled: `Abd'ul`, `Abdel`, `Abd-al-`."""
NOBLE = frozenset({"Lord", "Viscount", "Earl", "Baron"})
"""Titles that are part of a name: Lord Home is not Home."""


@dataclass(frozen=True, slots=True)
class Form:
    """Who bears a printed form: indexes into the list of persons; and whether it is a whole name."""

    bearers: tuple[int, ...]
    whole: bool


def forms_of(names: Sequence[Name]) -> dict[str, Form]:
    """Return the printed forms of all names; a whole name goes before a surname that is spelled like it."""
    wholes = _bearers((index, form) for index, name in enumerate(names) for form in name.wholes)
    surnames = _bearers((index, form) for index, name in enumerate(names) for form in name.surnames if len(form) > 1)
    aliases = _bearers((index, form) for index, name in enumerate(names) for form in name.aliases)
    for form in sorted(aliases.keys() - surnames.keys()):  # else another entry holds the pseudonym as its own name
        wholes.setdefault(form, aliases[form])
    forms: dict[str, Form] = {}
    for whole, table in ((True, wholes), (False, surnames)):
        for form, bearers in table.items():
            for printed in (form, form.upper(), _capitals(form)):
                forms.setdefault(printed, Form(tuple(bearers), whole))
    return forms


def _bearers(pairs: Iterable[tuple[int, str]]) -> dict[str, dict[int, None]]:
    """Return, for each form, the indexes of those who bear it, in their order."""
    found: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for index, form in pairs:
        found[form][index] = None
        if ASPIRATE.search(form):
            found[form.replace("'", "")][index] = None
    return dict(found)


def _capitals(form: str) -> str:
    """Return a surname in capitals as telegrams print it: `McNAMARA`."""
    prefix = re.match(r"Ma?c(?=[A-Z])", form)
    return form[: prefix.end()] + form[prefix.end() :].upper() if prefix else form.upper()


def cased(token: str) -> str:
    """Return a word that stands in capitals (`HENRY`) as a list prints it."""
    return token.capitalize() if len(token) > 2 and token.isupper() and "." not in token else token


class Forenames:
    """What is known of forenames: those of the list, the common ones, and their short forms."""

    def __init__(self, names: Sequence[Name], words: Mapping[str, tuple[str, ...]]) -> None:
        self.short: defaultdict[str, set[str]] = defaultdict(set)
        for pair in words["nicknames"]:
            nickname, _, full = pair.partition("=")
            self.short[nickname] |= set(full.split("/"))
        listed = {token for name in names for token in name.forenames if len(token) > 2 and token[0].isupper()}
        offices = {word.capitalize() for word in (*words["offices"], *words["title_words"])}
        no_forenames = {*words["name_titles"], *words["names_that_are_words"], *offices}
        self.known = {*words["given_names"], *self.short, *listed} - no_forenames

    def agrees(self, name: Name, token: str) -> bool:
        """Return whether `token` may be a forename, an initial or a short form of a forename in `name`."""
        token = cased(token)
        if token in name.forenames or token in name.nicknames:
            return True
        if token in NOBLE:
            return token in name.titles
        if SERVANT.match(token):
            return any(SERVANT.match(forename) for forename in name.forenames)
        if INITIALS.match(token):
            initials = {forename[0] for forename in name.forenames}
            return all(letter in initials for letter in token if letter.isupper())
        if INITIALS_ALONE.match(token):
            return list(token) == [forename[0] for forename in name.forenames[:2]]
        return not self.short.get(token, set()).isdisjoint(name.forenames)


def names_of(persons: Sequence[Person], words: Mapping[str, tuple[str, ...]]) -> tuple[Name, ...]:
    """Return the names of `persons`, taken apart."""
    return tuple(parse_name(person.name, words) for person in persons)

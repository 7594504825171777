"""Whether a short line is the name of someone who signs, or an office: by its form, with the series' words."""

from __future__ import annotations

import re
from functools import cache

Words = tuple[str, ...]

_SIGNED = re.compile(r"(?:[(\[]signed[)\]]|\(sgd\.?\)|signed:|/?s/) ?", re.IGNORECASE)
_INITIALS = re.compile(r"(?:(?:Ma?c|[OD][’'])?[A-Z]\.?){1,5}")
_WORD = re.compile(r"(?:[A-Z]\.)*[A-Z][^\W\d_]*(?:[’'-][^\W\d_]+)*|[dlLD][’'][A-Z][^\W\d_]+")
_PARTICLE = re.compile(r"de|da|di|du|des|dos|del|della|van|von|der|den|ter|la|le|el|al|bin|ibn|ben|y|zu|zur")
_LATER = re.compile(r",? (?:Jr\.?|Sr\.?|I{2,3}|IV)$")
_TITLED = re.compile(r"[\[(“\"]?[A-Z0-9]|(?:of|the|for|and|to|in|on|at|de|&|[—–-])$")
_LETTERS = re.compile(r"[^\W\d_]+")
# In the 12 hand-encoded volumes a signature with its office on one line has at most 32 characters, an office 92.
_NAME_LENGTH = 48
_NAME_TOKENS = 6
_OFFICE_LENGTH = 120


@cache
def word_set(words: Words) -> frozenset[str]:
    """Return a table of words as a set."""
    return frozenset(words)


def words_in(line: str) -> set[str]:
    """Return the words of a line in lower case."""
    return set(_LETTERS.findall(line.casefold()))


def _tokens(line: str) -> list[str]:
    """Return the parts of a line that has the form of a name, of any other line none.

    Print of the 19th century sets a full stop after a name in capitals or with initials; elsewhere one ends a sentence.
    """
    tokens = _LATER.sub("", _SIGNED.sub("", line, count=1)).split(" ")
    if line.isupper() or any(_INITIALS.fullmatch(each) for each in tokens[:-1]):
        tokens[-1] = tokens[-1].removesuffix(".")
    if len(tokens) > _NAME_TOKENS or _PARTICLE.fullmatch(tokens[-1]):
        return []
    formed = all(_WORD.fullmatch(each) or _INITIALS.fullmatch(each) or _PARTICLE.fullmatch(each) for each in tokens)
    return tokens if formed else []


def is_name(line: str, offices: Words, not_names: Words) -> bool:
    """Tell whether a line has the form of a signature: `Dulles`, `F.H.R.`, `Robert S. McNamara`, `/s/ Melvin Laird`."""
    if len(line) > _NAME_LENGTH:
        return False
    words = words_in(_SIGNED.sub("", line, count=1))
    return words.isdisjoint(word_set(offices)) and words.isdisjoint(word_set(not_names)) and bool(_tokens(line))


def is_full_name(line: str, offices: Words, not_names: Words) -> bool:
    """Tell whether a line is a person's name with first name or initials: `C.A.E. Shuckburgh`, but not `CWH`."""
    return is_name(line, offices, not_names) and len(_tokens(line)) > 1


def is_office(line: str, offices: Words) -> bool:
    """Tell whether a line has the form of an office: `Chairman`, `Major General, USA`, `Chief, WHD`, `WH/CPP`."""
    if len(line) > _OFFICE_LENGTH or line[-1] in ".:;?!" or not all(_TITLED.match(each) for each in line.split()):
        return False
    return not words_in(line).isdisjoint(word_set(offices)) or (line.isupper() and "/" in line)


def is_name_with_office(line: str, offices: Words, not_names: Words) -> bool:
    """Tell whether a line is a full name and, after it, an office: `A. H. Manhart Major General, USA`."""
    if len(line) > _NAME_LENGTH + _OFFICE_LENGTH:
        return False
    first = next((found.start() for found in _LETTERS.finditer(line) if found[0].casefold() in word_set(offices)), 0)
    return is_full_name(line[:first].rstrip(" ,"), offices, not_names) and is_office(line[first:], offices)

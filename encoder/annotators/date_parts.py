"""The parts of a month, year, decade or century that a text speaks of: `late May`, `the end of 1965`, `summer 1963`.

`early`, `mid` and `late` are thirds, as are the beginning, the middle and the end; halves and quarters are what they
say. The seasons are those of the northern half of the earth, with every month that the calendar or the weather counts
among theirs. A winter lies in two years, and which of them its year is, a text does not say: it is no part.
"""

from __future__ import annotations

import re

from encoder.annotators.date_words import SPACE

DAYS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "first half": (1, 15), "second half": (16, 31)}
"""The first and last day of the part of a month, where that month has it."""
MONTHS = {
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "first half": (1, 6),
    "second half": (7, 12),
    "first quarter": (1, 3),
    "second quarter": (4, 6),
    "third quarter": (7, 9),
    "fourth quarter": (10, 12),
    "spring": (3, 6),
    "summer": (6, 9),
    "autumn": (9, 12),
}
"""The first and last month of the part of a year."""
DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "first half": (0, 4), "second half": (5, 9)}
"""The first and last year of the part of a decade."""
CENTURY = {"early": (0, 33), "mid": (34, 66), "late": (67, 99), "first half": (0, 49), "second half": (50, 99)}
"""The first and last year of the part of a century, such as the 1800s."""

_EXACT = ("half", "quarter")
_SAME = {"middle": "mid", "beginning": "early", "start": "early", "end": "late", "close": "late", "fall": "autumn"}
_SAME |= {"latter half": "second half", "last half": "second half", "last quarter": "fourth quarter"}
THIRD = rf"(?P<part>[Ee]arly|[Mm]id|[Mm]iddle|[Ll]ate)(?:{SPACE}?[–-]{SPACE}?|{SPACE}(?:in{SPACE}|of{SPACE})?)"
"""A third that stands directly before its month, year or decade."""
_PART_OF = re.compile(
    rf"\b(?P<part>[Bb]eginning|[Ss]tart|[Ee]nd|[Cc]lose|(?:[Ff]irst|[Ss]econd|[Ll]atter|[Ll]ast){SPACE}half"
    rf"|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast){SPACE}quarter){SPACE}of{SPACE}(?:the{SPACE})?$"
)
_SEASON = re.compile(rf"\b(?P<part>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all)(?:,|{SPACE}of)?{SPACE}$")
_REACH = 23
"""How far before a month or year the longest of these words begins: `second quarter of the `."""


def part_named(word: str) -> str:
    """Return the part that a word or two name, in lower case and under one name for each."""
    name = word.lower().replace("\u00a0", " ")
    return _SAME.get(name, name)


def part_before(text: str, low: int, start: int, *, seasons: bool = False) -> tuple[int, str]:
    """Return where the part begins whose month, year or decade is at `start`, and its name; `start` and none if none.

    Nothing before `low` is read. The season is one only before a year.
    """
    near = max(low, start - _REACH)
    # Most dates have no such word before them, and are not searched.
    is_of = text.startswith(("of", "he"), max(start - 3, 0))
    found = _PART_OF.search(text, near, start) if is_of else None
    if not found and seasons:
        found = _SEASON.search(text, near, start)
    return (found.start(), part_named(found["part"])) if found else (start, "")


def is_exact(part: str) -> bool:
    """Return whether the text says where the part begins and ends, as it does of a half or a quarter."""
    return part.endswith(_EXACT)

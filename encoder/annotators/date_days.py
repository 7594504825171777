"""Days in a list (`January 1, 2, and 3, 1963`) and in words (`the first of May`)."""

from __future__ import annotations

import re
from itertools import pairwise

from encoder.annotators.date_words import FOLLOWS, MONTH, ORDINAL, SPACE, YEAR4

NUMBER_ENDS = rf"(?![A-Za-z]|{SPACE}?[ap]\.?m\b|[:.]?\d|,\d{{3}}\b)"
"""What must not follow the number of a day: it would count something, or tell the time."""
_MORE = re.compile(
    rf"(?:,{SPACE}\d{{1,2}}{ORDINAL}?){{1,9}},?{SPACE}(?:and|or|&){SPACE}\d{{1,2}}{ORDINAL}?{NUMBER_ENDS}(?!{SPACE}{MONTH})"
)
MONTHS_LISTED = re.compile(rf"(?:(?:/|,?{SPACE}(?:and|or){SPACE}|,{SPACE}){MONTH}){{1,6}},?{SPACE}{YEAR4}")
"""Months in a list that ends with their year: `, June, and July 1962` behind May."""
_NUMBER = re.compile(rf"(\d{{1,2}}){ORDINAL}?")
_YEAR = re.compile(rf",?{SPACE}{YEAR4}")
_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_WORDS = (
    *_UNITS,
    *(
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
    ),
    *("nineteenth", "twentieth", *(f"twenty-{unit}" for unit in _UNITS), "thirtieth", "thirty-first"),
)
_WORDED = re.compile(rf"\b(?P<word>{'|'.join(reversed(_WORDS))}){SPACE}(?:day{SPACE})?of{SPACE}$", re.IGNORECASE)


def listed_days(text: str, first: re.Match[str], high: int) -> list[tuple[int, int, int]]:
    """Return start, end and number of the days that are listed behind the `first` one, or nothing.

    They ascend, and something follows that shows them to be days: their year, or no word that they would count.
    """
    more = _MORE.match(text, first.end("till"), high)
    if not more or not (_YEAR.match(text, more.end(), high) or FOLLOWS.match(text, more.end(), high)):
        return []
    days = [(*number.span(), int(number[1])) for number in _NUMBER.finditer(text, *more.span())]
    numbers = [int(first["day"]), *(day for _, _, day in days)]
    return days if numbers[-1] < 32 and all(one < other for one, other in pairwise(numbers)) else []


def worded_day(text: str, low: int, start: int) -> tuple[int, int | None]:
    """Return where the day in words begins that stands before the month at `start`, and its number; else no number."""
    found = _WORDED.search(text, low, start)
    return (found.start(), _WORDS.index(found["word"].lower()) + 1) if found else (start, None)

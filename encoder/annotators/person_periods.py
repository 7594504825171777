"""The times that a list of persons tells: of offices, and of a death.

`from February 9, 1961 to January 28, 1964`, `until mid-1961`, `January–March 1956 and again from 1958`.
"""

from __future__ import annotations

import calendar
import re

FIRST, LAST = "0000", "9999"
"""What stands for a day that a list does not tell."""
_MONTHS = {name: f"{number:02d}" for number, name in enumerate(calendar.month_name) if name}
_MONTH = "|".join(_MONTHS)
_DATE = rf"(?:(?:{_MONTH})(?: \d{{1,2}})?[,.]? ?)?\d{{4}}(?![\ds])"
_ABOUT = r"(?:the )?(?:early |mid[- ]|late |spring |summer |autumn |winter )?"
_PERIOD = re.compile(rf"({_DATE}|(?:{_MONTH})(?: \d{{1,2}})?)(?:[-–—]|,? (?:to|until|through) {_ABOUT})({_DATE})")
_FROM = re.compile(rf"\b(?:from|after|since) {_ABOUT}({_DATE})")
_UNTIL = re.compile(rf"\b(?:to|until|through) {_ABOUT}({_DATE})")
_DURING = re.compile(rf"\b(?:during|in) {_ABOUT}({_DATE})\.?$")
_KNOWN = re.compile(rf", ({_DATE})\.?$")
"""A day on which an office was held: `PRC Ambassador to Canada, July 1971`; the list does not tell for how long."""
_AGAIN = re.compile(
    rf",? (?:and )?again |,? and (?=(?:from|in|during|until|after|since) {_ABOUT}(?:{_MONTH}|\d)|\d{{4}})"
)
_DEATH = re.compile(rf"\b(?:death|died|assassinat(?:ed|ion)|killed)\b[^;,\d]{{0,24}}?({_DATE})")
_PARTS = re.compile(rf"(?:({_MONTH})(?: (\d{{1,2}}))?[,.]? ?)?(\d{{4}})")
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")

Period = tuple[str, str]
"""The first and the last day, as ISO 8601 or parts of it."""


def periods(part: str, before: str) -> tuple[Period, ...]:
    """Return when an office was held; `thereafter` begins at `before`, where the one before ended."""
    told = tuple(period for piece in _AGAIN.split(part) if (period := _period(piece, before)) != (FIRST, LAST))
    return told or ((FIRST, LAST),)


def _period(piece: str, before: str) -> Period:
    if period := _PERIOD.search(piece):
        end = _iso(period[2])
        start = period[1] if re.search(r"\d{4}", period[1]) else f"{period[1]} {end[:4]}"
        return _iso(start), end
    since, until = _FROM.search(piece), _UNTIL.search(piece)
    if since or until or piece.lstrip().startswith("thereafter"):
        return _iso(since[1]) if since else FIRST if until else before, _iso(until[1]) if until else LAST
    if during := _DURING.search(piece):
        return _iso(during[1]), _iso(during[1])
    known = _KNOWN.search(piece)
    return _iso(known[1]) if known else FIRST, LAST


def death(note: str) -> str:
    """Return the day or year of death that a list tells (`until his death on July 14, 1965`), or an empty string."""
    found = _DEATH.search(note)
    return _iso(found[1]) if found else ""


def year_or_day(text: str) -> str:
    """Return the day, month or year (ISO 8601) that an authority's `birth` or `death` opens with, or nothing."""
    found = _ISO.match(text)
    return found[0] if found else ""


def _iso(text: str) -> str:
    """Return `January 28, 1964` as `1964-01-28`, `January 1964` as `1964-01`, `1964` as it is."""
    found = _PARTS.match(text)
    if not found:
        return FIRST
    month = f"-{_MONTHS[found[1]]}" if found[1] else ""
    day = f"-{int(found[2]):02d}" if found[2] else ""
    return found[3] + month + day

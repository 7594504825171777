"""A glance at dates: which patterns of `schema/dates.sch` may find something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.check.seen import children, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.check.seen import Seen

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAY = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])-([0-9]{2})")
_MONTH_AND_DAY = re.compile(rf".*?({'|'.join(_MONTHS)}) (3[01]|[12]?[0-9])(?:\D.*)?\Z", re.DOTALL)
_YEAR = re.compile(r"(1[5-9]|20)\d\d")
_CLOCK = re.compile(r"[0-9]{4}[ \t\n\r]?(?:Z|hours|[ap]\.m)")
_NO_DIGITS = re.compile(r"\D+")
_DIGITS = re.compile("[0-9]")
_NUMBER = re.compile("[0-9]+")
_SPANS = (("from", "to"), ("notBefore", "notAfter"))


def values(seen: Seen) -> Iterator[bool]:
    """Yield whether the attributes of a date may contradict one another: `date-values`."""
    for name in ("date", "time"):
        for _, given in seen.of(name):
            spans = [span for span in _SPANS if span[0] in given or span[1] in given]
            yield any(not _ordered(given.get(first, ""), given.get(last, "")) for first, last in spans)
            if "when" in given:
                when = given["when"]
                yield bool(spans) or not ((name == "time") == (":" in when) or "T" in when)


def _ordered(first: str, last: str) -> bool:
    """Say whether one of two moments of the same form is surely not after the other."""
    return not (first and last) or (_DIGITS.sub("0", first) == _DIGITS.sub("0", last) and first <= last)


def texts(seen: Seen) -> Iterator[bool]:
    """Yield whether a date's text may name another day or year than its attribute: `date-texts`."""
    for date, given in seen.of("date"):
        if "when" in given:
            when = given["when"]
            text = text_of(date)
            if text != when and not (when.startswith("-") or _printed(when).startswith(text)):
                # what a note in a date says is no part of it: only the rule takes it out
                yield bool(children(date, "note")) or not (_fits_year(text, when) and _fits_day(text, when))


def _fits_year(text: str, when: str) -> bool:
    numbers = _NO_DIGITS.split(_CLOCK.sub("", text))
    named = [number for number in numbers if _YEAR.fullmatch(number)]
    return not named or when[:4] in named


def _fits_day(text: str, when: str) -> bool:
    found = _MONTH_AND_DAY.match(text) if len(when) == 10 else None
    return found is None or f"{_MONTHS.index(found[1]) + 1:02}-{int(found[2]):02}" == when[5:]


def _printed(when: str) -> str:
    """Return 1965-09-25 as a text has it, `September 25, 1965`; anything else as it is."""
    day = _DAY.fullmatch(when)
    return f"{_MONTHS[int(day[2]) - 1]} {int(day[3])}, {day[1]}" if day else when


def years(seen: Seen) -> Iterator[bool]:
    """Yield whether a year that the text does not give may lack its evidence or its place: `date-years`."""
    first, last = _coverage(seen)
    for date, given in seen.of("date"):
        year = given.get("when", "-")[:4]
        if not year.startswith("-") and year not in text_of(date):
            covered = year.isascii() and year.isdigit() and first - 1 <= int(year) <= last + 1
            yield not covered or ("evidence" not in given and given.get("resp") == "#engross")


def _coverage(seen: Seen) -> tuple[int, int]:
    """Return the first year that the title of the source names, and the last one of four digits; all time for none."""
    titles = (
        title
        for source, _ in seen.of("sourceDesc")
        for bibl in children(source, "bibl")
        for title in children(bibl, "title")
    )
    title = next(titles, None)
    found = [int(number) for number in _NUMBER.findall("" if title is None else text_of(title)) if len(number) == 4]
    return (found[0], max(found)) if found else (0, 9999)


def of_document(seen: Seen) -> Iterator[bool]:
    """Yield whether the header may contradict itself on when the document was written: `date-of-document`."""
    sent = {date.get("when") for action, _ in seen.of("correspAction") for date in children(action, "date")} - {None}
    for creation, _ in seen.of("creation"):
        for date in children(creation, "date"):
            when = date.get("when")
            yield when is not None and (not "1000" < when[:4] < "2100" or bool(sent - {when}))

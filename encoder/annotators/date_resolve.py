"""What a date means: what the text says of it, closed with what is known of the document.

The rule for parts: `early`, `mid` and `late` are the first, second and last third. Of a month the days 1 to 10, 11 to
20 and 21 to its end; of a year the months 1 to 4, 5 to 8 and 9 to 12; of a decade the years 0 to 3, 4 to 6 and 7 to 9.

The rule for a day without a year: in a note, the year of the document, as editors print it; elsewhere the year that
brings it nearest to the document's date. Two digits of a year
stand for the year nearest to the document's.

Certainty: `high` where the text says it all, `medium` where the document's date gives the year or the century or a
part is turned into days, `low` where the day itself is worked out or the year is not the document's. What cannot be
known stays open: `--07-14`, or no value.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from encoder.annotators.date_words import Mention, Moment

if TYPE_CHECKING:
    from encoder.model import Attributes

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS = {
    "early": ((1, 10), (1, 4), (0, 3)),
    "mid": ((11, 20), (5, 8), (4, 6)),
    "late": ((21, 31), (9, 12), (7, 9)),
}
"""The days of a month, the months of a year and the years of a decade that are called so."""


class Meaning(NamedTuple):
    """The day or span that a date means, how sure that is and on what evidence, and what is wrong with it."""

    first: Moment = Moment()
    last: Moment | None = None
    bounds: bool = False
    """Whether `first` and `last` are the bounds of a date (`@notBefore`, `@notAfter`), not its ends."""
    cert: str = ""
    evidence: str = ""
    code: str = ""
    """The code of a problem, or empty; `message` says it in words."""
    message: str = ""

    def attributes(self) -> Attributes:
        """Return TEI's attributes of dating; none where nothing is known."""
        names = ("when", "") if self.last is None else ("notBefore", "notAfter") if self.bounds else ("from", "to")
        values = (self.first.iso(), self.last.iso() if self.last else "")
        return tuple((name, value) for name, value in zip(names, values, strict=True) if value)


def resolve(mention: Mention, known: Moment, *, century: int | None = None, in_note: bool = False) -> Meaning:
    """Return what `mention` means in a document of the date `known`; `century` is a year to read two digits by."""
    if mention.short:
        last = _in_century(mention.last, century) if mention.last else None
        mention = replace(mention, first=_in_century(mention.first, century), last=last)
    if not all(moment.possible() for moment in (mention.first, mention.last or mention.first)):
        return Meaning(code="date-impossible", message="there is no such day")
    if mention.lean in {"days", "weekday", "number", "month"}:
        return _leaning(mention, known)
    meaning = Meaning(mention.first, mention.last, cert="high")
    if mention.listed:
        meaning = meaning._replace(cert="medium", evidence="listed-with")
    elif mention.numeric and (mention.first.day or 0) <= 12:
        meaning = meaning._replace(cert="low", evidence="month-first")
    elif mention.short:
        meaning = meaning._replace(cert="medium", evidence="century-of-document")
    if mention.first.year is None and known.year is not None:
        meaning = _with_year(mention, known, in_note=in_note)
    if mention.part:
        meaning = _part(mention, meaning)
    return _weekday_checked(mention, meaning)


def _in_century(moment: Moment, century: int | None) -> Moment:
    """Return `moment` with its two-digit year made whole, or without a year where the century is not known."""
    if moment.year is None or moment.year > 99:
        return moment
    return moment._replace(year=None if century is None else century + (moment.year - century + 50) % 100 - 50)


def _with_year(mention: Mention, known: Moment, *, in_note: bool) -> Meaning:
    """Give a day or month the year that the document's date tells."""
    first, last = mention.first, mention.last
    year = _year(mention, known, in_note=in_note)
    if year is None:
        message = f"there is no such day in {known.year}, the year of the document"
        return Meaning(code="date-impossible", message=message)
    if last:
        last = last._replace(year=year + ((last.month or 0) < (first.month or 0)))
    ours = mention.lean == "year" or (year == known.year and not (mention.lean and mention.shift))
    cert, evidence = ("medium", "year-of-document") if ours else ("low", "date-of-document")
    return Meaning(first._replace(year=year), last, cert=cert, evidence=evidence)


def _year(mention: Mention, known: Moment, *, in_note: bool) -> int | None:
    """Return the year of a date that names none, or None where no year near the document's has such a day."""
    month, day, ours = mention.first.month or 1, mention.first.day, known.year or 0
    if mention.lean == "year":
        return ours + mention.shift
    if mention.lean == "latest" and mention.shift:
        earlier = (month, day or 0) < (known.month or 0, known.day or 0)
        return ours + (mention.shift if earlier == (mention.shift > 0) else 0)
    days = {year: Moment(year, month, day or 15).calendar() for year in (ours, ours - 1, ours + 1)}
    possible = {year: there for year, there in days.items() if there}
    if ours in possible and (in_note or known.month is None or mention.lean):
        return ours
    here = Moment(ours, known.month or 7, known.day or 15).calendar() or date(ours, 7, 1)
    return min(possible, key=lambda year: abs(possible[year] - here), default=None)


def _leaning(mention: Mention, known: Moment) -> Meaning:
    """Work out a day that is given only by its distance from the document's, or by its number in a month."""
    here, day = known.calendar(), mention.first.day
    there: date | None = None
    if mention.lean == "days" and here:
        there = here + timedelta(mention.shift)
    elif mention.lean == "weekday" and here and mention.weekday is not None:
        away = (mention.shift * (mention.weekday - here.weekday())) % 7 or 7
        there = here + timedelta(mention.shift * away)
    elif day is not None and here:
        months = [mention.shift] if mention.lean == "month" else [0, -1, 1]
        days = [there for off in months if (there := _in_month(here, off, day))]
        if not days:
            return Meaning(code="date-impossible", message="there is no such day in that month")
        there = min(days, key=lambda other: abs(other - here))
    if there:
        moment = Moment(there.year, there.month, there.day)
        return Meaning(moment, cert="low", evidence="date-of-document")
    return Meaning(mention.first, cert="low" if day else "")


def _in_month(here: date, months_off: int, day: int) -> date | None:
    """Return the day of that number in the month so many months off."""
    months = here.year * 12 + here.month - 1 + months_off
    return Moment(months // 12, months % 12 + 1, day).calendar()


def _part(mention: Mention, meaning: Meaning) -> Meaning:
    """Turn the early, middle or late part of a month, year or decade into its bounds."""
    (year, month, *_), (days, months, years) = meaning.first, _PARTS[mention.part]
    if meaning.last:
        first, last = Moment((year or 0) + years[0]), Moment((year or 0) + years[1])
    elif month is None:
        first, last = Moment(year, months[0]), Moment(year, months[1])
    else:
        # A leap year, where the year is not known.
        length = monthrange(year or 2000, month)[1]
        first, last = Moment(year, month, days[0]), Moment(year, month, min(days[1], length))
    cert = "low" if meaning.cert == "low" else "medium"
    return meaning._replace(first=first, last=last, bounds=True, cert=cert, evidence=meaning.evidence or "part")


def _weekday_checked(mention: Mention, meaning: Meaning) -> Meaning:
    there = meaning.first.calendar()
    if mention.weekday is None or not there or there.weekday() == mention.weekday:
        return meaning
    message = f"{meaning.first.iso()[:10]} was a {_WEEKDAYS[there.weekday()]}, not a {_WEEKDAYS[mention.weekday]}"
    return meaning._replace(cert="low", code="date-weekday", message=message)

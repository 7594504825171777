"""What a date means: what the text says of it, closed with what is known of the document.

The rule for a day without a year: in a note, the year of the document, as editors print it; elsewhere that year, or
the year before if that brings it nearer to the document's date, or the next if it is then within three months of it.
Where a whole date stands before it in its paragraph, in another year and not later in that year, it is of that year.
Two digits of a year stand for the year nearest to the document's.

Certainty: `high` where the text says it all, `medium` where the document's date gives the year or the century or a
vague part (of `date_parts`) is turned into days, `low` where the day itself is worked out or the year is not the
document's. What cannot be known stays open: `--07-14`, or no value.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from encoder.annotators.date_parts import CENTURY, DAYS, DECADE, MONTHS, is_exact
from encoder.annotators.date_words import Mention, Moment

if TYPE_CHECKING:
    from encoder.model import Attributes

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SOON = timedelta(92)
"""Three months."""


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


class Known(NamedTuple):
    """What is known where a date stands: the document's date, the whole date before it in its paragraph, and more."""

    document: Moment = Moment()
    before: Moment = Moment()
    century: int | None = None
    """A year to read two digits by."""
    in_note: bool = False


def resolve(mention: Mention, known: Known) -> Meaning:
    """Return what `mention` means where that much is known."""
    if mention.short:
        last = _in_century(mention.last, known.century) if mention.last else None
        mention = mention._replace(first=_in_century(mention.first, known.century), last=last)
        if last == Moment():
            return Meaning()
    if not mention.first.possible() or (mention.last and not mention.last.possible()):
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
    if mention.first.year is None and known.document.year is not None:
        meaning = _with_year(mention, known)
    if mention.part:
        meaning = _part(mention, meaning)
    return _weekday_checked(mention, meaning)


def _in_century(moment: Moment, century: int | None) -> Moment:
    """Return `moment` with its two-digit year made whole, or without a year where the century is not known."""
    if moment.year is None or moment.year > 99:
        return moment
    return moment._replace(year=None if century is None else century + (moment.year - century + 50) % 100 - 50)


def _with_year(mention: Mention, known: Known) -> Meaning:
    """Give a day or month the year that the document's date tells, or the date before it."""
    first, last, before = mention.first, mention.last, known.before
    year = _year(mention, known)
    if year is None:
        message = f"there is no such day in {known.document.year}, the year of the document"
        return Meaning(code="date-impossible", message=message)
    ours = mention.lean == "year" or (year == known.document.year and not (mention.lean and mention.shift))
    cert, evidence = ("medium", "year-of-document") if ours else ("low", "date-of-document")
    if before.year not in {None, year} and first.day is not None and not mention.lean:
        cert = "low"
        if (first.month, first.day) >= before[1:3] and first._replace(year=before.year).possible():
            year, evidence = before.year or year, "date-before"
    if last:
        last = last._replace(year=year + ((last.month or 0) < (first.month or 0)))
    first = first._replace(year=year)
    if not (first.possible() and (last is None or last.possible())):
        return Meaning(code="date-impossible", message=f"there is no such day in {year}")
    return Meaning(first, last, cert=cert, evidence=evidence)


def _year(mention: Mention, known: Known) -> int | None:
    """Return the year of a date that names none, or None where no year near the document's has such a day."""
    month, day = mention.first.month or 1, mention.first.day
    here, ours = known.document, known.document.year or 0
    if mention.lean == "year":
        return ours + mention.shift
    if mention.lean == "latest" and mention.shift:
        earlier = (month, day or 0) < (here.month or 0, here.day or 0)
        return ours + (mention.shift if earlier == (mention.shift > 0) else 0)
    own, before, after = (Moment(year, month, day or 15).calendar() for year in (ours, ours - 1, ours + 1))
    today = Moment(ours, here.month, here.day or 15).calendar()
    if not today or (own and (known.in_note or mention.lean)):
        return ours if own else None
    if before and (not own or abs(today - before) < abs(today - own)):
        return ours - 1
    if after and (not own or after - today <= _SOON < today - own):
        return ours + 1
    return ours if own else None


def _leaning(mention: Mention, known: Known) -> Meaning:
    """Work out a day that is given only by its distance from the document's, or by its number in a month."""
    here, day, evidence = known.document.calendar(), mention.first.day, "date-of-document"
    there: date | None = None
    if mention.lean == "days" and here:
        there = here + timedelta(mention.shift)
    elif mention.lean == "weekday" and here and mention.weekday is not None:
        away = (mention.shift * (mention.weekday - here.weekday())) % 7 or 7
        there = here + timedelta(mention.shift * away)
    elif mention.lean == "number" and (before := known.before.calendar()):
        here, evidence = before, "date-before"
    if day is not None and here:
        months = [mention.shift] if mention.lean == "month" else [0, -1, 1]
        days = [other for off in months if (other := _in_month(here, off, day))]
        if not days:
            return Meaning(code="date-impossible", message="there is no such day in that month")
        there = min(days, key=lambda other: abs(other - here))
    if there:
        return Meaning(Moment(there.year, there.month, there.day), cert="low", evidence=evidence)
    return Meaning(mention.first, cert="low" if day else "")


def _in_month(here: date, months_off: int, day: int) -> date | None:
    """Return the day of that number in the month so many months off."""
    months = here.year * 12 + here.month - 1 + months_off
    return Moment(months // 12, months % 12 + 1, day).calendar()


def _part(mention: Mention, meaning: Meaning) -> Meaning:
    """Turn the part of a month, year, decade or century into its bounds."""
    (year, month, *_), part = meaning.first, mention.part
    if meaning.last:
        years = (DECADE if (meaning.last.year or 0) - (year or 0) < 10 else CENTURY)[part]
        first, last = Moment((year or 0) + years[0]), Moment((year or 0) + years[1])
    elif month is None:
        first, last = (Moment(year, month) for month in MONTHS[part])
    else:
        # A leap year, where the year is not known.
        length = monthrange(year or 2000, month)[1]
        first, last = (Moment(year, month, min(day, length)) for day in DAYS[part])
    if is_exact(part):
        return meaning._replace(first=first, last=last, bounds=True)
    cert = "low" if meaning.cert == "low" else "medium"
    return meaning._replace(first=first, last=last, bounds=True, cert=cert, evidence=meaning.evidence or "part")


def _weekday_checked(mention: Mention, meaning: Meaning) -> Meaning:
    there = meaning.first.calendar()
    if mention.weekday is None or not there or there.weekday() == mention.weekday:
        return meaning
    message = f"{meaning.first.iso()[:10]} was a {_WEEKDAYS[there.weekday()]}, not a {_WEEKDAYS[mention.weekday]}"
    return meaning._replace(cert="low", code="date-weekday", message=message)

"""The words and numbers that dates are made of, and what a date says once it is read."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from encoder.annotators.date_times import Clock

SPACE = r"[ \u00a0]"
"""What stands between the words of a date: never the end of a line, which parts two blocks."""

MONTH_NAMES = (
    r"J(?:an(?:uary)?|une?|uly?)|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|J(?:AN(?:UARY)?|UNE?|ULY?)|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?"
    r"|MAY|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?"
)
MONTH = rf"(?:{MONTH_NAMES})\b"
"""The name of a month, in full or short, without the point of a short one."""

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
YEAR4 = r"(?:1[5-9]|20)\d\d(?![\dA-Za-z]|['’]s)"
ORDINAL = r"(?:st|nd|rd|th|d)"

FOLLOWS = re.compile(
    rf"(?!{SPACE}[a-z]|[A-Za-z\d]|[-–/%]\w|[.,:]\d)|{SPACE}(?:"
    r"a|about|after|against|all|also|although|am|among|an|and|any|are|as|at|be|because|been|"
    r"before|between|both|but|by|can|could|did|do|during|for|from|had|has|have|he|her|his|i|"
    r"if|in|into|instead|is|it|its|last|may|might|must|next|no|nor|not|now|of|on|only|"
    r"onward|or|our|over|per|rather|regarding|respectively|she|should|since|so|such|than|that|"
    r"the|their|then|there|these|they|this|those|though|through|to|today|toward|towards|under|"
    r"unless|until|upon|via|was|we|were|what|when|where|whether|which|while|who|will|with|"
    r"within|without|would|you|your"
    r")\b"
)
"""What can follow a date that ends in a bare number: any other small word makes the number count something."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

Lean = Literal["", "days", "weekday", "number", "month", "year", "latest"]
"""How a date leans on the document's own, with `Mention.shift` as -1 for last, 0 for this and 1 for next: so many days
off (`yesterday`), a weekday (`last Tuesday`), a bare number (`the 14th`), a number in a month (`the 10th ultimo`),
a month in a year (`March last year`), or the latest or next month of that name (`last August`)."""

SHIFTS = {"last": -1, "this": 0, "next": 1}


class Moment(NamedTuple):
    """A year, month, day and time of day in the document's calendar, each as far as it is known.

    `time` is an ISO 8601 time (`14:30:00`, `15:15:00Z`) or empty.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    time: str = ""

    def iso(self) -> str:
        """Return this as a TEI temporal value: `1965-07-14`, `1966-03`, `--07-14`, `---14`, or empty."""
        if self.month is None and self.day is None:
            return "" if self.year is None else f"{self.year:04}"
        value = "-" if self.year is None else f"{self.year:04}"
        value += "-" if self.month is None else f"-{self.month:02}"
        if self.day is not None:
            value += f"-{self.day:02}"
        return f"{value}T{self.time}" if self.time and self.calendar() else value

    def calendar(self) -> date | None:
        """Return the day in the calendar, or None where it is not wholly known or there is no such day."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    def possible(self) -> bool:
        """Return whether some year has such a month and day."""
        if self.day is None:
            return self.month is None or 1 <= self.month <= 12
        # 2000 had a 29 February; January has every day that a month can have.
        try:
            date(self.year or 2000, 1 if self.month is None else self.month, self.day)
        except ValueError:
            return False
        return True


class Mention(NamedTuple):
    """A date as the text gives it, from `start` to `end`; `last` is the end of a range."""

    start: int
    end: int
    first: Moment
    last: Moment | None = None
    part: str = ""
    """The part that is meant of a month, year, decade or century, by the names of `date_parts`."""
    lean: Lean = ""
    shift: int = 0
    weekday: int | None = None
    """The day of the week that the text gives, Monday being 0."""
    short: bool = False
    """Whether its year is printed with two digits."""
    listed: bool = False
    """Whether its year stands at the date that it is listed with."""
    numeric: bool = False
    """Whether it is all numbers, parted by slashes, the month first."""
    clocks: tuple[Clock, ...] = ()
    """Times of day that stand beside the date and are not part of it."""
    bad_time: str = ""
    """A time of day beside it that no day has."""


def moment_of(value: str) -> Moment:
    """Return what an ISO 8601 date such as `1965-09-25`, `1965-09` or `1965` says; nothing where it is none."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?", value.strip())
    if not match:
        return Moment()
    year, month, day = (int(part) if part else None for part in match.groups())
    moment = Moment(year, month, day)
    return moment if year and moment.possible() else Moment()


def month_number(name: str) -> int:
    """Return the number of a month from its name, in full or short."""
    return _MONTHS.index(name[:3].lower()) + 1


def weekday_number(name: str) -> int:
    """Return the number of a day of the week from its name, Monday being 0."""
    return _WEEKDAYS.index(name[:3].lower())

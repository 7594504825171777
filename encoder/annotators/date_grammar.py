"""The grammar of dates with the name of a month: `Sept. 4, 1967`, `4 September`, `late May`, `December 3–January 7`.

What a date leaves open (`July 14`) stays open here; `date_resolve` closes it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.annotators.date_days import MONTHS_LISTED, NUMBER_ENDS, listed_days, worded_day
from encoder.annotators.date_parts import DAYS, THIRD, part_before, part_named
from encoder.annotators.date_times import ImpossibleTimeError, clocks
from encoder.annotators.date_words import (
    FOLLOWS,
    MONTH,
    ORDINAL,
    SHIFTS,
    SPACE,
    WEEKDAY,
    Mention,
    Moment,
    month_number,
    weekday_number,
)
from encoder.annotators.date_year_behind import YEAR, year_behind

if TYPE_CHECKING:
    from collections.abc import Sequence

_JOIN = rf"(?P<join>{SPACE}?[–—/-]{SPACE}?|{SPACE}(?:to|through|thru|until|and|or|&){SPACE})"
_DAYS_BEHIND = re.compile(
    rf"{SPACE}?(?P<supplied>\[)?(?P<day>\d{{1,2}})(?P<till>{ORDINAL}?){NUMBER_ENDS}(?(supplied)\])"
    rf"(?:{_JOIN}(?P<other>\d{{1,2}}){ORDINAL}?{NUMBER_ENDS}(?!{SPACE}{MONTH}))?"
)
_DAYS_BEFORE = re.compile(
    rf"(?<![\w.:$–—-])(?<![\d.]/)(?:(?P<day>\d{{1,2}})(?P<till>{ORDINAL}?){_JOIN})?"
    rf"(?P<other>\d{{1,2}}){ORDINAL}?(?:{SPACE}day)?{SPACE}(?:of{SPACE})?$"
)
_CONNECT = re.compile(rf"{SPACE}?[–—-]{SPACE}?|{SPACE}(?P<word>to|through|thru|until){SPACE}")
_SECOND = re.compile(rf"(?:{WEEKDAY},?{SPACE})?(?P<day>\d{{1,2}}{ORDINAL}?{SPACE}(?:of{SPACE})?)?(?P<month>{MONTH})")
_QUALIFIER = re.compile(
    rf"\b(?:{THIRD}|(?P<which>[Ll]ast|[Nn]ext|[Tt]his){SPACE}|(?P<weekday>{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat)\.),?{SPACE}(?:the{SPACE})?)$"
)
_FROM = re.compile(rf"\b[Ff]rom{SPACE}(?:{WEEKDAY},?{SPACE})?$")
_ALONE_AFTER = re.compile(rf"\b(?:[Ii]n|[Uu]ntil|[Ss]ince|[Dd]uring|[Oo]f|[Bb]y|[Tt]hrough){SPACE}$")
_NAME_GOES_ON = re.compile(rf"['’]?\w|{SPACE}[A-Z]")
_LISTED = {"and", "or", "&"}


def month_mentions(text: str, low: int, name: re.Match[str], high: int) -> list[Mention]:
    """Return the dates at the month that `name` has found, which lie between `low` and `high`; none if it is no date.

    Two days of one month (`January 3 and 7, 1963`) are two dates, but `3 and 4` are a range.
    """
    found = _dated(text, low, name.start(), name.end(), high)
    if len(found) == 1 and found[0].last is None:
        found = [_ranged(text, low, found[0], high)]
    found[0] = _qualified(text, low, found[0])
    if found[0].first.day is not None:
        found[-1] = _timed(text, found[-1], high)
    elif not _is_month(text, low, found[0], name[0]):
        return []
    return found


def _dated(text: str, low: int, start: int, end: int, high: int) -> list[Mention]:
    """Read the days and the year around the month's name at `start` to `end`."""
    name = text[start:end]
    month = month_number(name)
    if end < high and text[end] == "." and len(name) < 5 and name.title() not in {"May", "June", "July"}:
        end += 1
    behind = _DAYS_BEHIND.match(text, end, high)
    # A day that no month has is one if its year is behind it: it is reported then.
    if behind and (0 < int(behind["day"]) < 32 or YEAR.match(text, behind.end("till"), high)):
        return _with_days_behind(text, start, month, behind, high)
    # A slice, for what stands before `low` is none of this date's business.
    shift = max(low, start - 40)
    before = _DAYS_BEFORE.search(text[shift:start])
    if not before or not 0 < int(before["other"]) < 32:
        word_start, day = worded_day(text, shift, start)
        return [year_behind(text, end, high).mention(word_start, month, day)]
    year = year_behind(text, end, high, bare=True)
    if before["day"] and _in_order(before):
        mention = year.mention(shift + before.start("day"), month, int(before["day"]))
        return _spread(mention, before, int(before["other"]), shift)
    return [year.mention(shift + before.start("other"), month, int(before["other"]))]


def _with_days_behind(text: str, start: int, month: int, behind: re.Match[str], high: int) -> list[Mention]:
    """Read the days that `behind` has found behind the month at `start`: one, a range, or a list."""
    end, other = behind.end(), int(behind["other"] or 0)
    if days := listed_days(text, behind, high):
        first = year_behind(text, days[-1][1], high).mention(start, month, int(behind["day"]))
        return _listed(first, behind.end("till"), days)
    if other and not (_in_order(behind) and (YEAR.match(text, end, high) or FOLLOWS.match(text, end, high))):
        end, other = behind.end("till") + bool(behind["supplied"]), 0
    return _spread(year_behind(text, end, high).mention(start, month, int(behind["day"])), behind, other)


def _listed(mention: Mention, end: int, days: Sequence[tuple[int, int, int]]) -> list[Mention]:
    """Return the first day of a list, which ends at `end`, and the others, which share its month and year."""
    others = [
        mention._replace(start=start, end=stop, first=mention.first._replace(day=day)) for start, stop, day in days
    ]
    return [mention._replace(end=end), *others[:-1], others[-1]._replace(end=mention.end)]


def _in_order(days: re.Match[str]) -> bool:
    return 0 < int(days["day"]) < int(days["other"]) < 32


def _spread(mention: Mention, days: re.Match[str], other: int, shift: int = 0) -> list[Mention]:
    """Return `mention` with its second day as the end of a range, or as a date of its own."""
    if not other:
        return [mention]
    last = mention.first._replace(day=other)
    if days["join"].strip() in _LISTED and (days["join"].strip() == "or" or other > (mention.first.day or 0) + 1):
        second = mention._replace(start=shift + days.start("other"), first=last)
        return [mention._replace(end=shift + days.end("till")), second]
    return [mention._replace(last=last)]


def _ranged(text: str, low: int, mention: Mention, high: int) -> Mention:
    """Return `mention` as a range if another date is the end of it: `December 30, 1963–January 2, 1964`.

    A range with `to` needs its `from`: "postponed a letter of May 3 to June 1" holds none.
    """
    connect = _CONNECT.match(text, mention.end, high)
    second = _SECOND.match(text, connect.end(), high) if connect else None
    if not connect or not second:
        return mention
    if connect["word"] in {"to", "until"} and not _FROM.search(text, max(low, mention.start - 18), mention.start):
        return mention
    last = _dated(text, connect.end(), second.start("month"), second.end("month"), high)[0]
    first, ending = _years_shared(mention.first, last.first)
    alike = (first.day is None) == (ending.day is None) or (mention.first.year and last.first.year)
    if not alike or last.last or (second["day"] and ending.day is None) or _is_later(first, ending):
        return mention
    lean = last if last.lean else mention
    return mention._replace(
        end=last.end,
        first=first,
        last=ending,
        short=mention.short or last.short,
        lean=lean.lean,
        shift=lean.shift,
    )


def _is_later(first: Moment, last: Moment) -> bool:
    if first.year is None or last.year is None:
        return False
    return (first.year, first.month or 1, first.day or 1) > (last.year, last.month or 12, last.day or 31)


def _years_shared(first: Moment, last: Moment) -> tuple[Moment, Moment]:
    """Return both ends of a range with the year that only one of them gives."""
    turns = (first.month or 0) > (last.month or 0)
    if first.year is None and last.year is not None:
        return first._replace(year=last.year - turns), last
    if first.year is not None and last.year is None:
        return first, last._replace(year=first.year + turns)
    return first, last


def _qualified(text: str, low: int, mention: Mention) -> Mention:
    """Return `mention` with the day of the week or the `early`, `late`, `last` before it."""
    match = _QUALIFIER.search(text, max(low, mention.start - 16), mention.start)
    has_day = mention.first.day is not None
    if not match:
        start, part = part_before(text, low, mention.start)
        whole = not has_day and mention.last is None and not mention.lean and part in DAYS
        return mention._replace(start=start, part=part) if whole else mention
    if match["weekday"] and has_day:
        return mention._replace(start=match.start(), weekday=weekday_number(match["weekday"]))
    if match["part"] and not has_day and mention.last is None:
        return mention._replace(start=match.start(), part=part_named(match["part"]))
    which = (match["which"] or "").lower()
    # `this June 16 paper` points at the paper.
    if (
        which
        and not (which == "this" and has_day)
        and (mention.first.year, mention.last, mention.lean) == (None, None, "")
    ):
        return mention._replace(start=match.start(), lean="latest", shift=SHIFTS[which])
    return mention


def _is_month(text: str, low: int, mention: Mention, name: str) -> bool:
    """Return whether a month without a day is one, not the surname March or the verb may."""
    if mention.first.year is not None or mention.part or mention.lean:
        return True
    if len(name) < 4 and name != "May":
        return False
    if name in {"May", "March"} and _NAME_GOES_ON.match(text, mention.end):
        return False
    if MONTHS_LISTED.match(text, mention.end):
        return True
    return mention.last is not None or bool(_ALONE_AFTER.search(text, max(low, mention.start - 9), mention.start))


def _timed(text: str, mention: Mention, high: int) -> Mention:
    """Return `mention` with the time of day behind it: a time is part of the date, a span of time stands beside it."""
    try:
        found = clocks(text, mention.end, high)
    except ImpossibleTimeError as error:
        return mention._replace(bad_time=str(error))
    if not found:
        return mention
    if len(found) > 1:
        return mention._replace(clocks=tuple(found))
    (clock,) = found
    if mention.last is None and not clock.last:
        return mention._replace(end=clock.end, first=mention.first._replace(time=clock.first))
    if mention.last is not None and clock.last:
        first, last = mention.first._replace(time=clock.first), mention.last._replace(time=clock.last)
        return mention._replace(end=clock.end, first=first, last=last)
    return mention._replace(clocks=(clock,))

"""Times of day that stand behind a date, such as `9:42 p.m.`, `noon`, `1515Z` and `2:30–3:20 p.m.`."""

from __future__ import annotations

import re
from typing import NamedTuple

_LEAD = re.compile(r"[ \u00a0]?(?:[,.]? at |[,.—–-]?) ?(?=[\dnm])")
_CLOCK = re.compile(
    r"(?:12[ \u00a0])?(?P<name>noon|midnight)\b"
    r"|(?P<zulu>\d{4})(?:[ \u00a0]?Z\b|[ \u00a0](?P<local>hours\b|hrs\b|(?=\(?(?:GMT|EST|EDT)\b)))"
    r"|(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?!\d)(?:[ \u00a0]?(?P<half>[apAP])\.?[ ]?[mM]\b\.?)?"
)
_JOIN = re.compile(r"[ \u00a0]?[–—-][ \u00a0]?|[ \u00a0](?P<word>and|to|until)[ \u00a0]")
_ZONE = re.compile(r"[ \u00a0]?\(?(?:(?P<utc>GMT|Z)|(?P<est>EST)|(?P<edt>EDT))\b\)?")


class Clock(NamedTuple):
    """A time of day, or a span of time, at `start` to `end` of the text: ISO 8601 times, `last` empty if it is one."""

    start: int
    end: int
    first: str
    last: str = ""


class ImpossibleTimeError(ValueError):
    """The text gives a time that no day has, such as `0063Z`."""


def clocks(text: str, position: int, limit: int) -> list[Clock]:
    """Return the times of day that follow a date directly at `position`, none of them reaching over `limit`.

    `midnight` is 00:00 of the day that it is printed with, as the volumes of FRUS encode it. Of a span with one
    `p.m.` for both ends, the first end is in the morning where it would otherwise come after the second.
    Raises ImpossibleTimeError for a time that no day has.
    """
    lead = _LEAD.match(text, position, limit)
    found = _span(text, lead.end(), limit) if lead else []
    while found:
        more = _JOIN.match(text, found[-1].end, limit)
        following = _span(text, more.end(), limit) if more and more["word"] == "and" else []
        if not following:
            break
        found += following
    return found


def _span(text: str, position: int, limit: int) -> list[Clock]:
    first = _CLOCK.match(text, position, limit)
    if not first:
        return []
    join = _JOIN.match(text, first.end(), limit)
    last = _CLOCK.match(text, join.end(), limit) if join else None
    if not join or not last or not _is_time(last):
        return [Clock(first.start(), *_zoned(text, first, limit))] if _is_time(first) else []
    inherited = "" if _is_time(first) else last["half"] or ("a" if last["name"] == "noon" else "p")
    end, ending = _zoned(text, last, limit)
    beginning = _iso(first, inherited)
    if inherited and beginning > ending:
        beginning = _iso(first, "a")
    beginning = beginning[:8] + ending[8:]
    if join["word"] == "and":
        return [Clock(first.start(), first.end(), beginning), Clock(last.start(), end, ending)]
    return [Clock(first.start(), end, beginning, ending)]


def _is_time(clock: re.Match[str]) -> bool:
    return bool(clock["name"] or clock["zulu"] or clock["half"])


def _zoned(text: str, clock: re.Match[str], limit: int) -> tuple[int, str]:
    """Return where the time ends with its zone, and its value."""
    zone = _ZONE.match(text, clock.end(), limit)
    if not zone or (clock["zulu"] and clock["local"] is None):
        return clock.end(), _iso(clock, "")
    return zone.end(), _iso(clock, "") + ("Z" if zone["utc"] else "-05:00" if zone["est"] else "-04:00")


def _iso(clock: re.Match[str], inherited: str) -> str:
    if clock["name"]:
        return "12:00:00" if clock["name"] == "noon" else "00:00:00"
    if clock["zulu"]:
        hour, minute = int(clock["zulu"][:2]), int(clock["zulu"][2:])
        if hour > 23 or minute > 59:
            raise ImpossibleTimeError(clock[0])
        return f"{hour:02}:{minute:02}:00" + ("Z" if clock["local"] is None else "")
    hour, minute = int(clock["hour"]), int(clock["minute"] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        raise ImpossibleTimeError(clock[0])
    return f"{hour % 12 + 12 * ((clock['half'] or inherited).lower() == 'p'):02}:{minute:02}:00"

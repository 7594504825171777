"""The grammar of dates that lean on a number or a word: `9/15/62`, `the 14th`, `the 10th ultimo`, `yesterday`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.annotators.date_words import FOLLOWS, MONTH, SHIFTS, SPACE, Mention, Moment, weekday_number
from encoder.annotators.date_years import TOUCHING

if TYPE_CHECKING:
    from collections.abc import Iterator

_IN_MONTH = re.compile(
    rf"{SPACE}(?:(?P<word>inst|ult|prox)(?:ant|imo|\b\.?)|of{SPACE}(?P<which>this|last|next){SPACE}month\b)"
)
_SLASHES = re.compile(r"/\d\d?/\d\d")
_SLASHED = re.compile(
    r"(?P<m>\d\d?)/(?P<d>\d\d?)/(?P<y>\d{4}|\d\d)"
    r"(?:[–-](?P<m2>\d\d?)/(?P<d2>\d\d?)/(?P<y2>\d{4}|\d\d))?(?![\w/]|[-–.,]\d)"
)
_BEFORE_NUMBER = re.compile(
    rf"(?:^|\b(?:[Oo]n|[Oo]f|[Bb]y|[Uu]ntil|[Ff]rom|[Ss]ince|[Tt]o|[Bb]efore|[Aa]fter|[Tt]hrough|[Tt]hroughout|[Dd]uring"
    rf"|[Dd]ated|is){SPACE})[Tt]he{SPACE}$",
    re.MULTILINE,
)
_MORE_NUMBERS = re.compile(rf"(?:,?{SPACE}(?:(?:and|or|to){SPACE})?(?:the{SPACE})?\d{{1,2}}(?:st|nd|rd|th)\b)*")
_CAPITAL = re.compile(rf"{SPACE}[A-Z]")
_MONTHS_OFF = {"inst": 0, "ult": -1, "prox": 1}
_WHICH = re.compile(rf"\b(?P<which>[Ll]ast|[Nn]ext){SPACE}$")
_DATE_BEHIND = re.compile(rf",?{SPACE}(?:the{SPACE})?(?:\d|{MONTH})")
_DAY = re.compile(r"(?:yesterday|tomorrow|Yesterday|Tomorrow)\b")
_FURTHER = re.compile(rf"\b(?:[Tt]he{SPACE})?[Dd]ay{SPACE}(?:before|after){SPACE}$")


def weekday_mention(text: str, low: int, name: re.Match[str]) -> Mention | None:
    """Return `last Tuesday` or `next Monday` from the weekday in `name`, unless its date stands behind it."""
    which = _WHICH.search(text, max(low, name.start() - 6), name.start())
    if not which or _DATE_BEHIND.match(text, name.end()):
        return None
    shift, weekday = SHIFTS[which["which"].lower()], weekday_number(name[0])
    return Mention(which.start(), name.end(), Moment(), lean="weekday", shift=shift, weekday=weekday)


def relative_mentions(text: str, end: int) -> Iterator[Mention]:
    """Find `yesterday`, `the day after tomorrow` ... in `text` up to `end`."""
    if "esterday" not in text and "omorrow" not in text:
        return
    for match in _DAY.finditer(text, 0, end):
        shift = -1 if match[0][0] in "yY" else 1
        further = _FURTHER.search(text, max(0, match.start() - 15), match.start())
        start = further.start() if further else match.start()
        yield Mention(start, match.end(), Moment(), lean="days", shift=2 * shift if further else shift)


def slashed_mentions(text: str) -> Iterator[Mention]:
    """Find dates in numbers alone, the month first: `9/15/62`, `5/1/76–12/31/76`."""
    for slashes in _SLASHES.finditer(text):
        start = slashes.start() - 1 - text[max(0, slashes.start() - 2) : slashes.start() - 1].isdigit()
        match = _SLASHED.match(text, start) if start >= 0 else None
        if match and not (start and (text[start - 1] in TOUCHING or text[start - 1].isalnum())):
            yield _all_numbers(match)


def _all_numbers(match: re.Match[str]) -> Mention:
    month, day, year = (int(match[name]) for name in ("m", "d", "y"))
    short = len(match["y"]) == 2
    mention = Mention(match.start(), match.end(), Moment(year, month, day), short=short, numeric=True)
    if not match["m2"]:
        return mention
    return mention._replace(last=Moment(int(match["y2"]), int(match["m2"]), int(match["d2"])))


def ordinal_mention(text: str, last_digit: int) -> Mention | None:
    """Return a day given by a bare number (`the 14th`, `the 10th instant`) from its last digit; None if it is none."""
    start, end = last_digit - text[last_digit - 1 : last_digit].isdigit(), last_digit + 3
    if not _BEFORE_NUMBER.search(text, max(0, start - 16), start):
        return None
    mention = Mention(start, end, Moment(day=int(text[start : end - 2])), lean="number")
    month = _IN_MONTH.match(text, end)
    if month:
        shift = _MONTHS_OFF[month["word"]] if month["word"] else SHIFTS[month["which"]]
        return mention._replace(end=month.end(), lean="month", shift=shift)
    others = _MORE_NUMBERS.match(text, end)
    end = others.end() if others else end
    return mention if FOLLOWS.match(text, end) and not _CAPITAL.match(text, end) else None

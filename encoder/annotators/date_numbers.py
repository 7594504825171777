"""The grammar of dates that lean on a number or a word: `9/15/62`, `the 14th`, `the 10th ultimo`, `yesterday`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from encoder.annotators.date_words import FOLLOWS, MONTH, SHIFTS, SPACE, Mention, Moment, weekday_number
from encoder.annotators.date_years import TOUCHING

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS = re.compile(
    rf"(?P<number>\d{{1,2}})(?:st|nd|rd|th)\b(?:{SPACE}(?:(?P<word>inst|ult|prox)(?:ant|imo|\b\.?)"
    rf"|of{SPACE}(?P<which>this|last|next){SPACE}month\b))?"
    r"|(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4}|\d\d)"
    r"(?:[–-](?P<m2>\d{1,2})/(?P<d2>\d{1,2})/(?P<y2>\d{4}|\d\d))?(?![\w/]|[-–.,]\d)"
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
_DAY = re.compile(r"(?P<word>[Yy]esterday|[Tt]omorrow)\b")
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
        shift = -1 if match["word"][0] in "yY" else 1
        further = _FURTHER.search(text, max(0, match.start() - 15), match.start())
        start = further.start() if further else match.start()
        yield Mention(start, match.end(), Moment(), lean="days", shift=2 * shift if further else shift)


def number_mentions(text: str) -> Iterator[Mention]:
    """Find days given by a bare number (`the 14th`, `the 10th instant`), and dates in numbers alone (`9/15/62`)."""
    for match in _DIGITS.finditer(text):
        mention = _slashed(text, match) if match["m"] else _numbered(text, match)
        if mention:
            yield mention


def _slashed(text: str, match: re.Match[str]) -> Mention | None:
    start = match.start()
    if start and (text[start - 1] in TOUCHING or text[start - 1].isalnum()):
        return None
    month, day, year = (int(match[name]) for name in ("m", "d", "y"))
    mention = Mention(start, match.end(), Moment(year, month, day), short=len(match["y"]) == 2, numeric=True)
    if match["m2"]:
        return replace(mention, last=Moment(int(match["y2"]), int(match["m2"]), int(match["d2"])))
    return mention


def _numbered(text: str, match: re.Match[str]) -> Mention | None:
    start = match.start()
    if not _BEFORE_NUMBER.search(text, max(0, start - 16), start):
        return None
    mention = Mention(start, match.end(), Moment(day=int(match["number"])), lean="number")
    if match["word"]:
        return replace(mention, lean="month", shift=_MONTHS_OFF[match["word"]])
    if match["which"]:
        return replace(mention, lean="month", shift=SHIFTS[match["which"]])
    list_end = _MORE_NUMBERS.match(text, match.end())
    end = list_end.end() if list_end else match.end()
    return mention if FOLLOWS.match(text, end) and not _CAPITAL.match(text, end) else None

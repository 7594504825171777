"""The grammar of years: `1966`, `1967–69`, `from 1949 to 1952`, `the early 1960s`, `1963-07-14`.

A number is taken for a year only where its neighbours say so: resolutions, sums, files and telegrams have numbers too.
"""

from __future__ import annotations

import re

from encoder.annotators.date_parts import DECADE, THIRD, part_before, part_named
from encoder.annotators.date_words import FOLLOWS, MONTH, SPACE, Mention, Moment

TOUCHING = frozenset("-–—/.,:$#£%&+=_'’")
"""What makes a number, if it stands directly before it, part of something longer."""

_YEARS = re.compile(
    r"(?P<first>\d{4})"
    r"(?:(?P<decade>(?<=0)['’]?s)\b|-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"
    r"|[–-](?:c(?:a?\.|irca) )?(?P<last>\d{4}|\d\d)|/(?P<next>\d\d))?"
    r"(?![\w%]|[-–/]\w|[.,:]\d)"
)
_PART = re.compile(rf"\b{THIRD}(?:the{SPACE})?$")
_BEFORE = re.compile(
    rf"\b(?:[Ii]n(?:to)?|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hroughout|[Tt]he|[Pp]rior{SPACE}to|[Uu]p{SPACE}to|[Bb]eyond"
    rf"|(?<!iscal{SPACE})year|[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter|CY|(?:early|late){SPACE}as){SPACE}$"
)
_BEFORE_IF_ENDING = re.compile(
    rf"\b(?:[Oo]f|[Bb]y|[Aa]fter|[Bb]efore|[Ff]rom|[Bb]etween|[Ff]or|[Tt]hrough|end|[Cc]irca|[Cc]a\.|c\.){SPACE}$"
)
_NEARLY = re.compile(rf"\b(?:[Aa]bout|[Aa]round|[Aa]pproximately){SPACE}$")
"""What stands before a year or a sum: only a number that is not round is a year there."""
_LISTED = re.compile(rf"(?<!\d{{4}}),{SPACE}$")
"""A comma that goes on no list of numbers, such as `telegrams 1779, 1795)`."""
_QUOTED = re.compile(rf"\)|,{SPACE}(?:[Vv]ol|pp?\.|pages?\b|Documents?\b|Supplement|Part\b|Book\b)")
_COUNTED = re.compile(
    rf"{SPACE}(?:from|to){SPACE}[A-Z]|{SPACE}?(?:hours|hrs|men|troops|tons|people|miles|feet|words)\b|\)?{SPACE}hundred\b"
    rf"|{SPACE}\(?(?:GMT|Z|[ECMP][SD]T|[Ll]ocal(?:{SPACE}time)?)\b|{SPACE}(?:{MONTH}{SPACE}\d{{1,2}}|\d{{1,2}}{SPACE}{MONTH})\b"
)
"""What makes the number before it a count or a time of day: `1600 GMT`, `fifteen (1500) hundred`, `1730 April 11`."""
_CLOCK = re.compile(r"1[5-7][0-5]\d")
"""Numbers that are a time of day as well as a year, of times of which documents with such times seldom speak."""
_AT_TIME = re.compile(
    rf"\b(?:as{SPACE}of|by|after|before|from|between|for|through|since|until|till|to|beyond){SPACE}$", re.IGNORECASE
)
_NUMBERED = re.compile(
    rf"\b(?:pp?\.|[Pp]ages?|[Nn]os?\.|[Nn]umbers?|[Tt]elegrams?|[Dd]espatches|[Dd]ocuments|[Pp]aras?\.?|[Pp]aragraphs?"
    rf"|[Ll]ines|[Cc]ols?\.|[Cc]olumns|Stat\.|Resolutions?|FY|[Ff]iscal{SPACE}[Yy]ears?"
    rf"|[A-Z][a-z]*tels?|Tos[a-z]+|Sec[dt][a-z]+){SPACE}$"
)
_CHAIN = re.compile(rf"(?:,{SPACE}(?:and{SPACE}|or{SPACE})?|{SPACE}(?:and|or|to|through|until){SPACE})")
_LINE_ENDS = re.compile(r"[.;:]?(?:\n|\Z)")
_FROM = re.compile(rf"\b[Ff]rom{SPACE}$")


def year_mention(text: str, low: int, start: int, high: int, previous: Mention | None) -> Mention | None:
    """Return what the four digits at `start` say as a year, a span of years or a whole date; None if they are no date.

    `previous` is the date before it, which may begin a list or range of years; the date lies between `low` and `high`.
    """
    match = _YEARS.match(text, start, high)
    if not match or (start and (text[start - 1] in TOUCHING or text[start - 1].isalnum()) and not _is_mid(text, start)):
        return None
    year = int(match["first"])
    mention = Mention(start, match.end(), Moment(year))
    if match["month"]:
        return mention._replace(first=Moment(year, int(match["month"]), int(match["day"])))
    if match["last"] or match["next"]:
        return _span(text, max(low, start - 16), match)
    part = _PART.search(text, max(low, start - 16), start)
    if part:
        mention = mention._replace(start=part.start(), part=part_named(part["part"]))
    if match["decade"]:
        begin, name = part_before(text, low, mention.start)
        if name in DECADE and not part:
            mention = mention._replace(start=begin, part=name)
        return mention._replace(last=Moment(year + (9 if year % 100 else 99)))
    return _joined(text, low, mention, previous) or (mention if part else _alone(text, low, mention))


def _span(text: str, low: int, match: re.Match[str]) -> Mention | None:
    """Return the years from the first that `match` has found to the last; `1963/64` are two that follow on."""
    year, digits = int(match["first"]), match["last"] or match["next"]
    last = int(digits) if len(digits) == 4 else year // 100 * 100 + int(digits)
    spans = last == year + 1 if match["next"] else year < last < year + 100
    if not spans or _NUMBERED.search(text, low, match.start()):
        return None
    return Mention(match.start(), match.end(), Moment(year), Moment(last))


def _alone(text: str, low: int, mention: Mention) -> Mention | None:
    """Return the year that stands alone, with the part of it that is named before it; None if it is no year."""
    if not _is_year(text, low, mention):
        return None
    start, part = part_before(text, low, mention.start, seasons=True)
    return mention._replace(start=start, part=part)


def _is_mid(text: str, start: int) -> bool:
    """Return whether `mid-` stands before the year, which is then part of no longer number or name."""
    return (
        text[max(0, start - 4) : start].lower() in {"mid-", "mid–"}
        and not text[max(0, start - 5) : start - 4].isalnum()
    )


def _joined(text: str, low: int, mention: Mention, previous: Mention | None) -> Mention | None:
    """Return a year that goes on from `previous`: `1961 and 1962`; as one range if that began with from."""
    if not previous or previous.end != low or previous.first.month or previous.last or previous.first.year is None:
        return None
    chain = _CHAIN.fullmatch(text, low, mention.start)
    if not chain or mention.first.year is None or not 0 < mention.first.year - previous.first.year < 100:
        return None
    if chain[0].strip() in {"to", "through", "until"} and _FROM.search(
        text, max(0, previous.start - 6), previous.start
    ):
        return previous._replace(end=mention.end, last=mention.first)
    return mention


def _is_year(text: str, low: int, mention: Mention) -> bool:
    start, end = mention.start, mention.end
    before = text[start - 1] if start else "\n"
    if before == "\n" and _LINE_ENDS.match(text, end):
        return True
    if _COUNTED.match(text, end):
        return False
    in_brackets = before == "(" and text[end : end + 1] == ")"
    if in_brackets or (_LISTED.search(text, max(low, start - 6), start) and _QUOTED.match(text, end)):
        return True
    near = max(low, start - 15)
    if _CLOCK.fullmatch(text, start, end) and _AT_TIME.search(text, near, start):
        return False
    if _BEFORE.search(text, near, start):
        return True
    nearly = text[end - 2 : end] != "00" and _NEARLY.search(text, near, start)
    return bool((nearly or _BEFORE_IF_ENDING.search(text, near, start)) and FOLLOWS.match(text, end))

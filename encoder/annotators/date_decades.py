"""The grammar of decades without their century: `the late Sixties`, `the mid-60’s`, `the ’80s`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.annotators.date_parts import THIRD, part_named
from encoder.annotators.date_words import SPACE, Mention, Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

_TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_WORDS = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in _TENS)
_NAME = rf"(?:{THIRD})?(?P<decade>['’]?(?P<digit>[2-9])0['’]?s|(?P<word>{_WORDS}))(?![\w-]|{SPACE}of\b)"
# Only behind `the`, for a man is in his forties. Fixed letters at the beginning make it thrice as fast.
_FIRST = re.compile(rf"he{SPACE}{_NAME}")
_NEXT = re.compile(rf"{SPACE}(?:and|or|to){SPACE}{_NAME}")


def decade_mentions(text: str) -> Iterator[Mention]:
    """Yield the decades of `text` whose century is not printed, their years as two digits."""
    for match in _FIRST.finditer(text):
        start = match.start() - 1
        found: re.Match[str] | None = match
        if start < 0 or text[start] not in "tT" or (start and text[start - 1].isalnum()):
            continue
        while found:
            yield _decade(found)
            found = _NEXT.match(text, found.end())


def _decade(match: re.Match[str]) -> Mention:
    year = 10 * int(match["digit"]) if match["digit"] else 20 + 10 * _TENS.index(match["word"].lower())
    start, part = match.start("decade"), ""
    if match["part"]:
        start, part = match.start("part"), part_named(match["part"])
    return Mention(start, match.end(), Moment(year), Moment(year + 9), part=part, short=True)

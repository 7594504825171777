"""The grammar of decades without their century: `the late Sixties`, `the mid-60’s`, `the ’80s`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.annotators.date_parts import THIRD, part_named
from encoder.annotators.date_words import SPACE, Mention, Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

_TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_ENDINGS = ("enties", "irties", "orties", "ifties", "ixties", "ghties", "ineties", "0s", "0's", "0’s")
"""Of which one is in every text that names a decade, and none in most others."""
_NAME = rf"(?:{THIRD})?(?P<decade>['’]?(?P<digit>[2-9])0['’]?s|(?P<word>{'|'.join(_TENS)}))(?![\w-]|{SPACE}of\b)"
# Only behind `the`, for a man is in his forties.
_FIRST = re.compile(rf"\b[Tt]he{SPACE}{_NAME}", re.IGNORECASE)
_NEXT = re.compile(rf"{SPACE}(?:and|or|to){SPACE}{_NAME}", re.IGNORECASE)


def decade_mentions(text: str) -> Iterator[Mention]:
    """Yield the decades of `text` whose century is not printed, their years as two digits."""
    if not any(ending in text for ending in _ENDINGS):
        return
    for match in _FIRST.finditer(text):
        found: re.Match[str] | None = match
        while found:
            yield _decade(found)
            found = _NEXT.match(text, found.end())


def _decade(match: re.Match[str]) -> Mention:
    year = 10 * int(match["digit"]) if match["digit"] else 20 + 10 * _TENS.index(match["word"].lower())
    start, part = match.start("decade"), ""
    if match["part"]:
        start, part = match.start("part"), part_named(match["part"])
    return Mention(start, match.end(), Moment(year), Moment(year + 9), part=part, short=True)

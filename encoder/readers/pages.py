"""How the numbers of pages go on: 12 to 13, 12 to 12a, xii to xiii, A–3 to A–4, and from xvi to 1."""

from __future__ import annotations

import re
from typing import NamedTuple

_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_COUNTED = re.compile(r"([A-Za-z]*[-–—.]?)([0-9]+)([A-Za-z]?)")
_ROMAN_SERIES = "roman"


class _Page(NamedTuple):
    """A page's number: its series (`roman`, or what stands before the digits), the count in it, and a letter behind."""

    series: str
    number: int
    letter: str


def page_step(before: str, after: str) -> str:
    """Return what is odd about page `after` behind page `before`, as a verb (`jumps`), or nothing.

    A page whose number is none (`cover`) is odd to nobody: there is nothing to compare.
    """
    one, other = _page(before), _page(after)
    if one is None or other is None:
        return ""
    if one.series != other.series:
        front_matter_ends = one.series == _ROMAN_SERIES and other.series == "" and other.number == 1
        return "" if front_matter_ends else "changes"
    if other[1:] <= one[1:]:
        return "goes back"
    return "" if _follows(one, other) else "jumps"


def _follows(one: _Page, other: _Page) -> bool:
    if one.number == other.number:
        return other.letter == (chr(ord(one.letter) + 1) if one.letter else "a")
    return other.number == one.number + 1 and other.letter in {"", "a"}


def _page(printed: str) -> _Page | None:
    if found := _COUNTED.fullmatch(printed):
        return _Page(found[1].lower(), int(found[2]), found[3].lower())
    if printed and _ROMAN.fullmatch(printed):
        return _Page(_ROMAN_SERIES, _of_roman(printed.lower()), "")
    return None


def _of_roman(printed: str) -> int:
    values = [_DIGITS[digit] for digit in printed]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))

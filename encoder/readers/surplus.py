"""Numbers and signs of the body that look like the call of a note and are none's: the list lacks their notes.

Only what can hardly be anything else is told: run into a word or the mark behind it, and the next of the count. In the
3,160 gold transcriptions, whose lists are whole, not one number is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.readers.weights import ABBREVIATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.readers.anchors import Mark
    from encoder.readers.layout import Layout

_RUN = re.compile(r"[0-9*†‡][0-9*†‡]*(?=\s|\Z)")
_CALL = re.compile(r"[0-9]{1,3}|[*†‡]{1,3}")
_GLUED = re.compile(r"[a-z]{3}|[a-z]{2}[.,;:?!]|.[a-z.,?!][”)\]]", re.DOTALL)
"""Matches the three code points before a call that is run into a word or the mark behind it."""
_LONGEST_WORD = 1 + max(map(len, ABBREVIATIONS))
_MOST_LOST = 3
"""How far behind the last call a surplus one may count: the next, or a call or two lost between."""


def surplus_calls(layout: Layout, marks: Sequence[Mark | None]) -> Iterator[tuple[int, str]]:
    """Yield where in the source such a call stands, and how it is printed, in order."""
    body = layout.pieces[-1].end if layout.pieces else 0
    found = [(run.start(), run[0]) for run in _RUN.finditer(layout.source, 0, body) if _is_glued(layout.source, run)]
    if not found:
        return
    calls = [(mark.start, layout.source[mark.start : mark.end]) for mark in sorted(filter(None, marks), key=_start)]
    taken = {at for mark in marks if mark for at in range(mark.start, mark.end)}
    last, passed = 0, 0
    for at, printed in found:
        if at in taken:
            continue
        while passed < len(calls) and calls[passed][0] < at:
            last = _count(calls[passed][1], last)
            passed += 1
        ahead = (calls[later][1] for later in range(passed, len(calls)))
        following = next((int(call) for call in ahead if call.isdigit()), 0)
        if not printed.isdigit() or _goes_on(last, int(printed), following):
            yield at, printed
            last = _count(printed, last)


def _start(mark: Mark) -> int:
    return mark.start


def _is_glued(source: str, run: re.Match[str]) -> bool:
    start = run.start()
    if not (_CALL.fullmatch(run[0]) and _GLUED.fullmatch(source, max(0, start - 3), start)):
        return False
    return source[max(0, start - _LONGEST_WORD) : start].rsplit(maxsplit=1)[-1].lstrip("([“") not in ABBREVIATIONS


def _goes_on(last: int, number: int, following: int) -> bool:
    return last < number < following if following > last else last < number <= last + _MOST_LOST


def _count(printed: str, last: int) -> int:
    return int(printed) if printed.isdigit() else last

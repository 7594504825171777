"""How the printed numbers of notes go on: from one call to the next, and what each way costs.

Nearly always a number follows its predecessor. A volume may count from 0, from 1 or on from an earlier document;
print may start again on a new page, call a note twice, lose a call or a number; signs stand between numbers.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from encoder.readers.weights import NUMBERING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.readers.candidates import Candidate

State = tuple[int, int]
"""How many notes have been passed, and the last number printed."""
START: State = (0, -1)
ODDS = {name: exp(weight) for name, weight in NUMBERING.items()}
_MOST_LOST = 8
"""The most calls in a row that may be lost between two that were found."""
_WIDEST_GAP = 3
"""The farthest step of a count that may have left out numbers."""


def moves(state: State, candidate: Candidate, notes: int, *, new_page: bool) -> Iterator[tuple[State, float]]:
    """Yield the states that `candidate` as the next call leads to, each with its odds.

    `notes` is the length of the note list; `new_page` says that a page mark stands after the last call.
    """
    passed, last = state
    if passed >= notes:
        return
    value = candidate.value
    if value is None:
        yield (passed + 1, max(last, 0)), ODDS["sign"]
    elif last < 0:
        yield from _first(value, notes)
    elif value > last:
        yield from _later(state, value, notes)
    else:
        yield (passed + 1, last), ODDS["again" if value == last else "back"]
        if value <= 1 and value < last:
            yield (passed + 1, value), ODDS["restart-on-page" if new_page else "restart"]


def _first(value: int, notes: int) -> Iterator[tuple[State, float]]:
    """Yield how the count begins: at 0, at 1 (perhaps with calls lost before this one), or anywhere."""
    if value + 1 <= min(notes, _MOST_LOST + 1):
        yield (value + 1, value), ODDS["zero"] * ODDS["lost"] ** value
    if 0 < value <= min(notes, _MOST_LOST + 1):
        yield (value, value), ODDS["one"] * ODDS["lost"] ** (value - 1)
    if value > 1:
        yield (1, value), ODDS["other"]


def _later(state: State, value: int, notes: int) -> Iterator[tuple[State, float]]:
    passed, last = state
    step = value - last
    if step == 1:
        yield (passed + 1, value), 1.0
        return
    if step <= _MOST_LOST + 1 and passed + step <= notes:
        yield (passed + step, value), ODDS["lost"] ** (step - 1)
    if step <= _WIDEST_GAP:
        yield (passed + 1, value), ODDS["gap"]

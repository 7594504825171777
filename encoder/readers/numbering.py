"""How the printed numbers of notes go on: from one call to the next, and the odds of each way.

Nearly always a number follows its predecessor. A volume may count from 0, from 1 or on from an earlier document;
print may start again on a new page, call a note twice, lose a call or a number; signs stand between numbers.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from encoder.readers.weights import NUMBERING

if TYPE_CHECKING:
    from encoder.readers.candidates import Candidate

State = tuple[int, int]
"""How many notes have been passed, and the last number printed."""
Moves = tuple[tuple[State, float], ...]
START: State = (0, -1)
ODDS = {name: exp(weight) for name, weight in NUMBERING.items()}
_MOST_LOST = 9
"""The farthest step of a count over calls that were lost."""
MOST_PASSED = _MOST_LOST + 1
"""How many notes a move passes at most."""
_LOST = [ODDS["lost"] ** times for times in range(_MOST_LOST + 1)]
_WIDEST_GAP = 3
"""The farthest step of a count that may have left out numbers."""


def plain(state: State, candidate: Candidate, notes: int, page: int) -> Moves:
    """Return the states that `candidate` as the next call leads to, each with its odds, in a plain count from 0 or 1.

    `notes` is the length of the note list; `page` counts the page marks before the last call.
    """
    del page
    passed, last = state
    value = candidate.value
    if value is None:
        return ()
    if last < 0:
        return _first(value, notes)
    step = value - last
    if 0 < step <= _MOST_LOST and passed + step <= notes:
        return (((passed + step, value), _LOST[step - 1]),)
    return ()


def free(state: State, candidate: Candidate, notes: int, page: int) -> Moves:
    """Return what `plain` returns, and every other way to go on: beginnings, restarts, repetitions, gaps, signs."""
    passed, last = state
    value = candidate.value
    if passed >= notes:
        return ()
    if value is None or candidate.lettered:
        follows = value is None or value == last
        return (((passed + 1, max(last, 0)), ODDS["sign"]),) if follows else ()
    moves = plain(state, candidate, notes, page)
    if last < 0:
        return (*moves, ((1, value), ODDS["other"])) if value > 1 else moves
    if value > last:
        return (*moves, ((passed + 1, value), ODDS["gap"])) if 1 < value - last <= _WIDEST_GAP else moves
    stay = (passed + 1, last), ODDS["again" if value == last else "back"]
    if value > 1 or value == last:
        return (stay,)
    return stay, ((passed + 1, value), ODDS["restart-on-page" if candidate.run.page > page else "restart"])


def _first(value: int, notes: int) -> Moves:
    """Return how the count begins: at 0 or at 1, perhaps with calls lost before this one."""
    if value > _MOST_LOST or value > notes:
        return ()
    from_zero = ((value + 1, value), ODDS["zero"] * _LOST[value]) if value < notes else None
    from_one = ((value, value), ODDS["one"] * _LOST[value - 1]) if value else None
    return tuple(move for move in (from_zero, from_one) if move)

"""Work in several processes: the same results in the same order, and errors that are not swallowed."""

from __future__ import annotations

from functools import partial

import pytest

from encoder.workers import in_processes


def test_many_items_come_back_in_their_order() -> None:
    assert list(in_processes(partial(pow, 2), range(200), 2)) == [2**number for number in range(200)]


def test_few_items_need_no_process() -> None:
    """A function that no other process could be given works, so it ran here."""
    assert list(in_processes(lambda number: number + 1, range(10), 8)) == list(range(1, 11))


def test_an_error_in_a_process_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        list(in_processes(partial(divmod, 1), range(200), 2))

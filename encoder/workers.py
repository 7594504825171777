"""One function over many items, in as many processes as are worth it; memory does not grow with the items."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

_FEW = 100
"""Up to this many documents one process is quicker than starting others (0.6 s each on the machine of 2026)."""
_BATCH = 16
_AHEAD = 4
"""How many batches a process has before it, so that it never waits."""

One = TypeVar("One")
Made = TypeVar("Made")


def in_processes(
    make: Callable[[One], Made], items: Iterable[One], processes: int = 0, start: Callable[[], None] | None = None
) -> Iterator[Made]:
    """Yield what `make`, a function of a module or a partial of one, makes of each item, in the items' order.

    `processes` is how many to use at most; 0 means as many as there are processors. `start` is called once in each.
    Items are taken only as fast as results are.
    """
    rest = iter(items)
    first = list(islice(rest, _FEW))
    workers = processes or os.cpu_count() or 1
    if workers == 1 or len(first) < _FEW:
        if first and start:
            start()
        yield from map(make, chain(first, rest))
        return
    # `spawn` gives every process a clean start: a forked SaxonC does not work in the child
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _begin, (start,)) as pool:
        waiting: deque[Future[list[Made]]] = deque()
        try:
            for batch in batches(chain(first, rest), _BATCH):
                with _deaf_to_ctrl_c():
                    waiting.append(pool.submit(_all, make, batch))
                if len(waiting) >= workers * _AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def batches(items: Iterable[One], size: int) -> Iterator[list[One]]:
    """Yield the items in lists of `size`; the last may be shorter."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def _all(make: Callable[[One], Made], items: list[One]) -> list[Made]:
    return [make(item) for item in items]


def _begin(start: Callable[[], None] | None) -> None:
    """Make a process ready: it leaves Ctrl-C to its parent, and ends with it, even where that one is killed."""
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    if start:
        start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Start processes that are deaf to Ctrl-C from the first moment: they take over which signals are held back."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

"""One function over many items, in as many processes as are worth it; memory does not grow with the items."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

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


class Run(Protocol):
    """What runs a function over many items: processes of this machine, or a cluster."""

    def __call__(
        self, make: Callable[[One], Made], items: Iterable[One], *, start: Callable[[], None] | None = None
    ) -> Iterator[Made]:
        """Yield what `make`, a function of a module or a partial of one, makes of each item, in the items' order.

        `start` is called in each process before its first item. Items are taken only as fast as results are.
        """


class Processes:
    """The processes of this machine, started when there is work enough, and kept for more until the block ends.

    `most` is how many to use; 0 means as many as there are processors.
    """

    def __init__(self, most: int = 0) -> None:
        self._most = most or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def __call__(
        self, make: Callable[[One], Made], items: Iterable[One], *, start: Callable[[], None] | None = None
    ) -> Iterator[Made]:
        """Yield what `make` makes of each item, as Run says; a few items are worked off in this process."""
        rest = iter(items)
        first = list(islice(rest, _FEW))
        if self._most == 1 or (len(first) < _FEW and not self._pool):
            if first and start:
                start()
            yield from map(make, chain(first, rest))
            return
        # `spawn` gives every process a clean start: a forked SaxonC does not work in the child
        self._pool = self._pool or ProcessPoolExecutor(self._most, multiprocessing.get_context("spawn"), _begin)
        work = partial(all_of, pickle.dumps(start), make)
        waiting: deque[Future[list[Made]]] = deque()
        try:
            for batch in batches(chain(first, rest), _BATCH):
                with _deaf_to_ctrl_c():
                    waiting.append(self._pool.submit(work, batch))
                if len(waiting) >= self._most * _AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BaseException:
            for future in waiting:
                future.cancel()
            raise


def in_processes(
    make: Callable[[One], Made], items: Iterable[One], processes: int = 0, start: Callable[[], None] | None = None
) -> Iterator[Made]:
    """Yield what `make` makes of each item, in `processes` that end with the last."""
    with Processes(processes) as run:
        yield from run(make, items, start=start)


def batches(items: Iterable[One], size: int) -> Iterator[list[One]]:
    """Yield the items in lists of `size`; the last may be shorter."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


_started = b""
"""What this process was made ready with."""


def all_of(start: bytes, make: Callable[[One], Made], items: list[One]) -> list[Made]:
    """Return what `make` makes of a batch, after making this process ready for it, unless it is.

    `start` is pickled: once for all batches.
    """
    global _started  # noqa: PLW0603 (a process is made ready once, not once a batch)
    if start != _started:
        ready = pickle.loads(start)  # noqa: S301 (our own parent pickled it)
        if ready:
            ready()
        _started = start
    return [make(item) for item in items]


def _begin() -> None:
    """Leave Ctrl-C to the parent, and end with it, even where it is killed."""
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


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

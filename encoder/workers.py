"""One function over many items, in as many processes as are worth it."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_FEW = 48
"""Up to this many documents one process is quicker than starting others (0.6 s each on the machine of 2026)."""
_BATCH = 16

One = TypeVar("One")
Made = TypeVar("Made")


def in_processes(
    make: Callable[[One], Made], items: Sequence[One], processes: int = 0, start: Callable[[], None] | None = None
) -> Iterator[Made]:
    """Yield what `make`, a function of a module or a partial of one, makes of each item, in the items' order.

    `processes` is how many to use at most; 0 means as many as there are processors. `start` is called once in each.
    """
    workers = min(processes or os.cpu_count() or 1, 1 + len(items) // _FEW)
    if workers == 1:
        if start:
            start()
        yield from map(make, items)
        return
    # `spawn` gives every process a clean start: a forked SaxonC does not work in the child
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), start) as pool:
        try:
            yield from pool.map(make, items, chunksize=_BATCH)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise

"""The same work on many machines: batches of documents on a Dask cluster, their results in order.

A batch whose worker is lost is done again by another; what comes back is what one machine would have made.
"""

from __future__ import annotations

import pickle
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Self, TypeVar

from distributed import Client, KilledWorker, get_worker

from encoder.kept import program
from encoder.workers import all_of, batches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from distributed import Future

BATCH = 50
"""Documents in a batch: one task a document is ten times slower than no cluster."""
_AHEAD = 3
"""How many batches a worker has before it, so that it never waits."""
_PATIENCE = "30s"
"""How long a scheduler, and the first worker, are waited for."""

One = TypeVar("One")
Made = TypeVar("Made")


class ClusterError(ConnectionError):
    """A cluster that cannot be reached or used; the message says why and what to do."""


class Cluster:
    """A Dask cluster at the address of its scheduler, `tcp://host:8786`. Use it as a context manager.

    Raises ClusterError where there is none.
    """

    def __init__(self, scheduler: str) -> None:
        try:
            self._client = Client(scheduler, timeout=_PATIENCE, set_as_default=False)
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, ValueError, TimeoutError) as error:
            message = f"There is no Dask scheduler with a worker at {scheduler}: start both, or correct the address."
            raise ClusterError(message) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def __call__(
        self, make: Callable[[One], Made], items: Iterable[One], *, start: Callable[[], None] | None = None
    ) -> Iterator[Made]:
        """Yield what `make` makes of each item, as `encoder.workers.Run` says.

        Raises ClusterError where a batch kills every worker that tries it, or a worker is not fit.
        """
        # what makes a worker ready is brought once to each, also to one that joins later
        ready = self._client.submit(bytes, pickle.dumps(start))
        work = partial(_batch, program("schema"), make)
        waiting: deque[Future] = deque()
        try:
            for batch in batches(items, BATCH):
                waiting.append(self._client.submit(work, ready, batch, pure=False))
                if len(waiting) >= self._ahead():
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except KilledWorker as error:
            message = f"Workers died again and again on one batch (out of memory?): {error.last_worker}."
            raise ClusterError(message) from error
        finally:
            self._client.cancel([ready, *waiting])

    def _ahead(self) -> int:
        return _AHEAD * max(1, len(self._client.scheduler_info(n_workers=-1)["workers"]))


def _batch(version: str, make: Callable[[One], Made], start: bytes, items: list[One]) -> list[Made]:
    """Make a batch on a worker. Raises ClusterError where it has several threads, or another engross."""
    worker = get_worker()
    if worker.state.nthreads != 1:
        raise ClusterError("Saxon needs a process of its own: start the workers with --nthreads 1.")
    if program("schema") != version:
        raise ClusterError(f"Worker {worker.address} has another version of engross or of a library it rests on.")
    return all_of(start, make, items)

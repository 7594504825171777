"""What a command costs: its processor time and its peak of memory, with those of the processes that it started."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Candidate(NamedTuple):
    """One program at one task."""

    task: str
    program: str
    """With its version."""
    command: Sequence[str]
    """What is run; empty where it is not installed."""
    documents: int
    accepted: int = 0
    """The highest exit code that is no failure."""


class Cost(NamedTuple):
    """What one run of a command took, start and end of its processes with it."""

    processor: float
    """Seconds, of all its processes together."""
    elapsed: float
    """Seconds by the clock."""
    memory: float
    """The peak of its largest process in MiB."""


def engross(*arguments: str) -> list[str]:
    """Return the command of engross."""
    return [str(Path(sys.executable).with_name("engross")), *arguments]


def cost(command: Sequence[str], accepted: int = 0) -> Cost | str:
    """Return what a command costs, or the last line that it says where its exit code is none of 0 to `accepted`."""
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
        elapsed = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if not 0 <= process.returncode <= accepted:
            said.seek(0)
            lines = said.read().decode("utf-8", "replace").strip().splitlines() or [f"exit code {process.returncode}"]
            return lines[-1]
    return Cost(used.ru_utime + used.ru_stime, elapsed, used.ru_maxrss / 1024)

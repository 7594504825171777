"""`python -m benchmarks [FOLDER]` prints what engross and others cost on transcriptions: an edition, or the seeds."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.candidates import candidates
from benchmarks.corpus import corpus, seeds_repeated
from benchmarks.measure import Cost, cost

if TYPE_CHECKING:
    from benchmarks.measure import Candidate

_HEAD = """\
| task | program | documents | documents a second of processor | peak memory | processor time, engross = 1 |
| --- | --- | --: | --: | --: | --: |"""


def main() -> None:
    """Measure, and print a table in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="an edition; without it the seeds, again and again")
    parser.add_argument("--times", type=int, default=100, help="how often each seed is repeated (default: 100)")
    parser.add_argument("--printed", type=int, default=10, help="the same for print, which takes longest (default: 10)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        _measure(options, Path(home))


def _measure(options: argparse.Namespace, home: Path) -> None:
    for folder in ("whole", "few", "out"):
        (home / folder).mkdir()
    texts = options.folder or seeds_repeated(home / "whole" / "texts", options.times)
    whole = corpus(texts, home / "whole")
    few = corpus(seeds_repeated(home / "few" / "texts", options.printed), home / "few")
    say(
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} processors, {_processor()}, Python {platform.python_version()}"
    )
    say(f"\n{_HEAD}")
    missing: list[str] = []
    own: dict[str, float] = {}
    for candidate in candidates(whole, few, home / "out"):
        found = cost(candidate.command, candidate.accepted) if candidate.command else "not installed"
        if isinstance(found, Cost):
            say(_row(candidate, found, own.setdefault(candidate.task, found.processor / candidate.documents)))
        else:
            missing.append(f"{candidate.task}: {candidate.program.strip()}: {found}")
    say("\nNot measured: " + ("; ".join(missing) or "nothing") + ".")


def _row(candidate: Candidate, found: Cost, own: float) -> str:
    rate = candidate.documents / found.processor
    cells = (
        candidate.task,
        candidate.program,
        f"{candidate.documents:,}",
        f"{rate:,.1f}",
        f"{found.memory:,.0f} MiB",
        f"{found.processor / candidate.documents / own:.2f}",
    )
    return f"| {' | '.join(cells)} |"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.machine()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


main()

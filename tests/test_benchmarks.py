"""`python -m benchmarks` ends, and measures engross at each task, whatever else is installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]


def test_one_run_measures_engross_at_each_task() -> None:
    command = [sys.executable, "-m", "benchmarks", "--times", "1", "--printed", "1"]
    table = subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=True).stdout
    rows = [line.split(" | ") for line in table.splitlines() if line.startswith("| ")]
    assert [row[0] for row in rows if row[1].startswith("engross ")] == [
        "| encode", "| validate", "| web", "| print",
    ]  # fmt: skip
    assert "Not measured: " in table

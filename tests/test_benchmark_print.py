"""The benchmark of print runs, and says what it cannot compare with."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from packing import HOME

if TYPE_CHECKING:
    from pathlib import Path


def test_a_typesetter_that_is_missing_is_said(seeds_tei: Path, tmp_path: Path) -> None:
    """And engross is measured all the same."""
    environment = {**os.environ, "ENGROSS_PEERS": str(tmp_path), "PATH": str(tmp_path)}
    command = [sys.executable, "-m", "benchmarks.print", str(seeds_tei)]
    done = subprocess.run(command, cwd=HOME, env=environment, capture_output=True, text=True, check=True)
    rows = {line.split()[0]: line for line in done.stdout.splitlines()}
    assert rows["engross"].endswith("pages")
    assert rows["FOP"].endswith("not installed")
    assert rows["WeasyPrint"].endswith("not installed")

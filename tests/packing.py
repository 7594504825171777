"""What the tests of packages share: the seeds built once, the command, and where other people's tools are."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[1]
SEEDS = HOME / "seeds"
DAY = "2026-11-22"
EMAIL = "editor@example.org"


def built(folder: Path) -> Path:
    """Return a build of the seeds, in a new folder."""
    done = engross("build", "seeds", "-o", folder / "build")
    assert done.returncode == 0, done.stderr
    return folder / "build"


def copied(folder: Path, tmp_path: Path) -> Path:
    """Return a copy of a folder that a test may change."""
    return shutil.copytree(folder, tmp_path / "copy", symlinks=True)


def engross(*arguments: object, before: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command as a user does; `before` is Python that its process runs first."""
    code = f"{before}\nfrom encoder.cli import main\nmain()"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=False)


def peer() -> str:
    """Return the Python of the environment with other people's readers, or skip where there is none."""
    found = os.environ.get("ENGROSS_PEERS", str(HOME / ".venv-peers"))
    python = Path(found) / "bin" / "python"
    if not python.is_file():
        pytest.skip(
            "other people's readers are not here: make .venv-peers as .ci/run does, or name one in ENGROSS_PEERS"
        )
    return str(python)


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of each file in a folder, by its path there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

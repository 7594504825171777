"""A wheel works without the checkout: it carries the schema, the stylesheets and the conventions."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with what the wheel holds."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=HOME, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_an_edition_is_built_from_the_wheel_alone(unpacked: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(unpacked), "PYTHONSAFEPATH": "1"}
    where = [sys.executable, "-c", "import encoder; print(encoder.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True)
    assert Path(found.stdout.strip()).is_relative_to(unpacked)
    command = [sys.executable, "-m", "encoder", "build", str(HOME / "seeds"), "-o", str(tmp_path / "out")]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    assert len(list((tmp_path / "out" / "tei").glob("*.xml"))) == 3
    assert (tmp_path / "out" / "web" / "index.html").is_file()
    assert (tmp_path / "out" / "print" / "edition.pdf").is_file()


def test_nothing_of_the_gold_or_of_tei_is_in_the_project(unpacked: Path) -> None:
    for name in ("tei_all.rng", "score.py", "flatten.py"):
        assert list(unpacked.rglob(name)) == []
        # environments and installed packages below the checkout are not of the project
        ours = [path for path in HOME.rglob(name) if "node_modules" not in path.parts and "lib" not in path.parts]
        assert ours == []

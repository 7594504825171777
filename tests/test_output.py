"""`output/` is what `engross build seeds` makes, and a build gives the same bytes every time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from encoder.build import build
from encoder.manifest import MANIFEST, MEMORY, read_manifest

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pytest

HOME = Path(__file__).resolve().parents[1]


def contents(folder: Path) -> Mapping[str, bytes]:
    """Return the bytes of each file of an output, by its path there; the hidden memory is no part of it."""
    files = (path for path in folder.rglob("*") if path.is_file() and folder / MEMORY not in path.parents)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_output_is_what_a_build_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HOME)
    report = build(Path("seeds"), tmp_path / "output")
    assert not report.failed(), report.problems
    made, committed = contents(tmp_path / "output"), contents(HOME / "output")
    assert sorted(made) == sorted(committed)
    assert [name for name, content in made.items() if content != committed[name]] == []


def test_a_manifest_names_every_file(tmp_path: Path) -> None:
    build(HOME / "seeds", tmp_path)
    assert set(read_manifest(tmp_path)) == set(contents(tmp_path)) - {MANIFEST}

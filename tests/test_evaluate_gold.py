"""Agreement with a gold volume: every figure is what the gold's own scorer gives, in both forms, good output or bad."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from encoder.build import encode
from encoder.evaluate import FIELDS, evaluate

if TYPE_CHECKING:
    from pathlib import Path

VOLUME = "frus1917-72PubDip"
"""The smallest of the gold's volumes but one: 42 documents."""


@pytest.fixture(scope="module", params=["datelines", "plain"])
def volume(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a volume flattened in one of its two forms (`gold`) and encoded (`ours`)."""
    folder = tmp_path_factory.mktemp("volume")
    flatten: list[Path | str] = [
        shared / "gold/flatten.py",
        shared / f"gold/volumes/{VOLUME}.xml",
        "--out",
        folder / "gold",
    ]
    options = ["--datelines"] if request.param == "datelines" else []
    subprocess.run([sys.executable, *map(str, flatten), *options], check=True, capture_output=True)
    encode(folder / "gold" / VOLUME, folder / "ours" / VOLUME)
    return folder


def scored(shared: Path, folder: Path) -> dict[str, dict[str, float]]:
    """Return the figures that the gold's own scorer gives."""
    written = folder / "score.json"
    score = [sys.executable, str(shared / "gold/score.py"), str(folder / "gold"), str(folder / "ours")]
    subprocess.run([*score, "--json", str(written)], check=True, capture_output=True)
    figures: dict[str, dict[str, float]] = json.loads(written.read_text(encoding="utf-8"))
    return figures


def ours(folder: Path) -> dict[str, dict[str, float]]:
    evaluation = evaluate(folder / "gold", folder / "ours", 1)
    table = {field: evaluation.figures(field) for field in FIELDS}
    return {
        field: {"precision": one.precision, "recall": one.recall, "f1": one.f1, "gold": one.gold}
        for field, one in table.items()
    }


def test_every_figure_is_that_of_the_golds_scorer(shared: Path, volume: Path) -> None:
    assert ours(volume) == scored(shared, volume)


def test_every_figure_is_that_of_the_golds_scorer_for_bad_output(shared: Path, volume: Path) -> None:
    """Text lost and added, notes and pages moved, names and links wrong, documents missing or broken."""
    wrongs = (
        (r" the ", " teh "),
        (r"(<pb [^>]*/>)([^<]+)", r"\2\1"),
        (r"<note .*?</note>", ""),
        (r"<p>([^<]{40})", r"<p><persName ref='#p_X'>\1</persName>"),
        (r"<persName[^>]*>(.*?)</persName>", r"\1"),
        (r"<item>", "<item>Added words "),
        (r"when=\"(\d+)", r'when="1\1'),
        (r"<signed>", r"<signed><date when='1917'>x</date>"),
        (r"(<note .*?</note>)([^<]{1,30})", r"\2\1"),
    )
    for rank, path in enumerate(sorted((volume / "ours" / VOLUME).glob("*.xml"))):
        text = path.read_text(encoding="utf-8")
        for pattern, wrong in wrongs[rank % 3 :: 2]:
            text = re.sub(pattern, wrong, text, count=1 + rank % 4, flags=re.DOTALL)
        path.write_text(text if rank % 11 else "<TEI", encoding="utf-8")
        if rank % 13 == 5:
            path.unlink()
    figures = scored(shared, volume)
    assert ours(volume) == figures
    assert all(0 < one["f1"] < 1 for field, one in figures.items() if one["gold"] and field in {"text", "note", "pb"})

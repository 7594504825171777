"""What an editor may change of print: the README's way, edition.toml's, and what is not there."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from packing import SEEDS, engross
from tei_samples import write_tei

from encoder.publish.layout import Layout, copy_template
from encoder.publish.pdf import write_pdf

if TYPE_CHECKING:
    from collections.abc import Sequence

README = Path(__file__).parents[1] / "README.md"


def size(pdf: Path) -> list[float]:
    """Return width and height of the first page in points."""
    with pikepdf.open(pdf) as opened:
        return [float(length) for length in opened.pages[0].mediabox[2:]]


def commands() -> Sequence[list[str]]:
    """Return the commands with which the README changes the layout."""
    block = re.search(r"```sh\n(engross layout .*?)```", README.read_text(), re.DOTALL)
    assert block
    return [shlex.split(line) for line in block[1].splitlines()]


def test_the_readme_shows_how_to_change_the_layout(build: Path, tmp_path: Path) -> None:
    """Its commands make a PDF of the paper that they name, with the space that they set."""
    shutil.copytree(build / "tei", tmp_path / "output" / "tei")
    for command in commands():
        if command[0] == "engross":
            places = {word: tmp_path / word for word in ("layout", "output/tei", "print")}
            done = engross(command[1], *(str(places.get(word, word)) for word in command[2:]))
            assert done.returncode == 0, done.stderr
        else:
            subprocess.run(command, cwd=tmp_path, check=True)
    assert "space-before-document = 4em" in (tmp_path / "layout" / "measures.typ").read_text()
    assert size(tmp_path / "print" / "edition.pdf") == pytest.approx([419.5, 595.3], abs=0.1)


def test_edition_toml_says_the_same_for_a_build(tmp_path: Path) -> None:
    """Paper, and a template beside it; another paper makes the PDFs anew."""
    edition = shutil.copytree(SEEDS, tmp_path / "edition")
    text = (edition / "edition.toml").read_text()
    copy_template(edition / "layout")
    for paper, width in (("a4", 595.3), ("letter", 612.0)):
        (edition / "edition.toml").write_text(f'{text}\n[print]\npaper = "{paper}"\ntemplate = "layout"\n')
        done = engross("build", edition, "-o", tmp_path / "out")
        assert done.returncode == 0, done.stderr
        assert size(tmp_path / "out" / "print" / "edition.pdf")[0] == pytest.approx(width, abs=0.1)


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        (Layout(paper="a3"), "there is no paper a3, but 6x9, a5, a4, letter"),
        (Layout(font="No Such Font"), "there is no font “No Such Font”; there are DejaVu Sans Mono"),
        (Layout(template=Path("nowhere")), "the template of print cannot be found"),
        (Layout(fonts=Path("nowhere")), "the fonts of print cannot be found"),
    ],
)
def test_what_is_not_there_is_one_clear_problem(tmp_path: Path, layout: Layout, said: str) -> None:
    """And nothing is written."""
    out = tmp_path / "out.pdf"
    (problem,) = write_pdf(write_tei(tmp_path, "<p>Words.</p>"), out, layout)
    assert problem.code == "print"
    assert said in problem.message
    assert not out.exists()


def test_a_copy_of_the_layout_is_never_overwritten(tmp_path: Path) -> None:
    """The command says which file is there already."""
    assert engross("layout", tmp_path / "layout").returncode == 0
    (tmp_path / "layout" / "text.typ").unlink()
    again = engross("layout", tmp_path / "layout")
    assert again.returncode == 1
    assert "is there already" in again.stderr
    assert not (tmp_path / "layout" / "text.typ").exists()

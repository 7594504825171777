"""Plain text of TEI: everything it says, notes at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_samples import note, tei, write_tei

from encoder.publish.text import plain_text, write_text

if TYPE_CHECKING:
    from pathlib import Path

CONTENT = f"""<p>One{note("1", "A note.")} two.</p>
    <list><item>First</item><item>Second{note("*", "Another.")}</item></list><p>Three.</p>"""


def test_notes_are_called_by_their_numbers_and_listed_at_the_end() -> None:
    """As print numbers them."""
    assert plain_text(tei(CONTENT)).split("\n") == [
        "62. Letter From Rusk to McNamara",
        "",
        "One[1] two.",
        "",
        "First",
        "Second[*]",
        "",
        "Three.",
        "",
        "[1] A note.",
        "",
        "[*] Another.",
    ]


def test_documents_stand_apart(tmp_path: Path) -> None:
    """In the order given."""
    out = tmp_path / "edition.txt"
    teis = [write_tei(tmp_path, f"<p>Words of {number}.</p>", number, f"Letter {number}") for number in (2, 1)]
    assert write_text(teis, out) == []
    assert out.read_text() == "2. Letter 2\n\nWords of 2.\n\n\n1. Letter 1\n\nWords of 1.\n"


def test_what_is_not_xml_is_said(tmp_path: Path) -> None:
    """And nothing is written."""
    broken = tmp_path / "broken.xml"
    broken.write_text("<TEI")
    assert [problem.code for problem in write_text([broken], tmp_path / "out.txt")] == ["stylesheet"]
    assert not (tmp_path / "out.txt").exists()

"""A Word file of TEI: the whole text in order, and footnotes that Word and LibreOffice print at the foot."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from tei_samples import EVERYTHING, note, tei, write_tei

from encoder.publish.docx import write_docx

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "tei": "http://www.tei-c.org/ns/1.0"}
OWN = ".//w:t[not(../w:rPr/w:rStyle/@w:val = ('Remark'))][not(../w:rPr/w:rStyle/@w:val = 'FootnoteReference')]/text()"


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Word file of a document with every element of the grammar."""
    folder = tmp_path_factory.mktemp("docx")
    out = folder / "everything.docx"
    assert write_docx(write_tei(folder, EVERYTHING), out) == []
    return out


def part(path: Path, name: str) -> etree._Element:
    """Return a part of the package."""
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


def words(texts: list[str]) -> str:
    """Return texts joined, without white space."""
    return "".join("".join(texts).split())


def test_the_text_is_that_of_the_tei(everything: Path) -> None:
    """In order; what the edition says of its own is in a style of its own."""
    said = part(everything, "word/document.xml").xpath(OWN, namespaces=NAMES)
    root = etree.fromstring(tei(EVERYTHING))
    expected = root.xpath(
        "//tei:text//text()[not(ancestor::tei:note[not(parent::tei:person)][not(@anchored = 'false')])]",
        namespaces=NAMES,
    )
    assert words(said) == words(expected)


def test_the_notes_are_footnotes_with_their_whole_text(everything: Path) -> None:
    """One for each call, in the order of the calls."""
    footnotes = part(everything, "word/footnotes.xml").xpath("//w:footnote[@w:id > 0]", namespaces=NAMES)
    root = etree.fromstring(tei(EVERYTHING))
    notes = root.xpath("//tei:text//tei:note[not(parent::tei:person)][not(@anchored)]", namespaces=NAMES)
    said = [words(footnote.xpath(OWN, namespaces=NAMES)) for footnote in footnotes]
    assert said == [words(element.xpath(".//text()")) for element in notes]
    calls = part(everything, "word/document.xml").xpath("//w:footnoteReference/@w:id", namespaces=NAMES)
    assert calls == [str(number) for number in range(1, len(notes) + 1)]


def test_word_numbers_notes_only_where_that_gives_the_printed_numbers(tmp_path: Path) -> None:
    """Otherwise each note brings the number of the original."""
    path = "//w:footnoteReference/@w:customMarkFollows"
    for numbers, marks in ((("1", "2"), 0), (("0", "1"), 2), (("*", "1"), 2)):
        out = tmp_path / "out.docx"
        content = "".join(f"<p>Words{note(number, 'A note.')}</p>" for number in numbers)
        assert write_docx(write_tei(tmp_path, content), out) == []
        assert len(part(out, "word/document.xml").xpath(path, namespaces=NAMES)) == marks


def test_every_style_that_is_used_is_defined(everything: Path) -> None:
    """So that an editor can change how things look in Word."""
    styles = part(everything, "word/styles.xml")
    defined = set(styles.xpath("//w:style/@w:styleId", namespaces=NAMES))
    for name in ("word/document.xml", "word/footnotes.xml"):
        used = part(everything, name).xpath(
            "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", namespaces=NAMES
        )
        assert set(used) <= defined


def test_the_same_input_gives_the_same_bytes(tmp_path: Path, everything: Path) -> None:
    """Whatever the folder and the day."""
    out = tmp_path / "other.docx"
    assert write_docx(write_tei(tmp_path, EVERYTHING), out) == []
    assert out.read_bytes() == everything.read_bytes()


def test_libreoffice_prints_the_notes_at_the_foot(tmp_path: Path, everything: Path) -> None:
    """After the text of their page."""
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(everything)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    text = subprocess.run(
        ["pdftotext", "-f", "1", "-l", "1", str(tmp_path / "everything.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode()
    assert 0 < text.index("Dear Dean") < text.index("Source: The Times") < text.index("In an inner list")

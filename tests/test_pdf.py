"""What a PDF of TEI is: archival, tagged, described from the header, the same bytes for the same input."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from tei_samples import EVERYTHING, note, tei, write_tei

from encoder.publish.layout import PAPERS, Layout
from encoder.publish.pdf import write_book, write_pdf

SCHEMA = Path(__file__).parents[1] / "schema" / "engross.rng"


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the PDF of a document with every element of the grammar."""
    folder = tmp_path_factory.mktemp("everything")
    out = folder / "everything.pdf"
    assert write_pdf(write_tei(folder, EVERYTHING), out) == []
    return out


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a book of three documents, the third of which refers to the first."""
    folder = tmp_path_factory.mktemp("book")
    named = '<p>By <persName ref="#p_RD1">Rusk</persName> and <persName ref="#p_ZX1">Zoë</persName>, <pb n="4"/>'
    teis = [
        write_tei(folder, f"{named}of <gloss target='#t_NATO1'>NATO</gloss>.</p>", 1, "First"),
        write_tei(folder, f"<p>{'Words and words. ' * 400}</p>", 2, "Second"),
        write_tei(folder, f"{named}see <ref target='#d1'>Document 1</ref>.{note('1', 'See it.')}</p>", 3, "Third"),
    ]
    out = folder / "book.pdf"
    assert write_book(teis, out, {"title": "An Edition", "editor": "Ada Editor"}) == []
    return out


def text_of(pdf: Path) -> str:
    """Return all that the PDF says, as typst wrote it for screen readers, in reading order."""
    from encoder.publish.print_reading import read_pieces

    with pikepdf.open(pdf) as opened:
        return "".join(piece.text for piece in read_pieces(opened))


def test_the_sample_has_only_what_the_grammar_knows() -> None:
    """Otherwise it would prove nothing of real documents."""
    assert etree.RelaxNG(etree.parse(SCHEMA)).validate(etree.fromstring(tei(EVERYTHING)))


def test_it_declares_archive_and_access(everything: Path) -> None:
    """PDF/A-3a and PDF/UA-1 together; typst refuses to write what does not conform."""
    with pikepdf.open(everything) as pdf:
        metadata = pdf.Root.Metadata.read_bytes().decode()
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.Lang == "en"
    assert re.search("pdfaid:part>3<.*pdfaid:conformance>A<.*pdfuaid:part>1<", metadata, re.DOTALL)


def test_metadata_come_from_the_header(everything: Path) -> None:
    """Title, author (who sent it), keywords (who is named); the date is that of publication, not of a clock."""
    with pikepdf.open(everything) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "62. Letter From Rusk to McNamara"
        assert metadata["dc:creator"] == ["Rusk, Dean"]
        assert metadata["pdf:Keywords"] == "Élan, Zoë, Rusk, Dean"
        assert metadata["xmp:CreateDate"].startswith("2006-01-01")


def test_the_tei_is_attached_whole(everything: Path) -> None:
    """As the source of the PDF, byte for byte."""
    with pikepdf.open(everything) as pdf:
        attached = pdf.attachments["vol-d62.xml"]
        assert attached.get_file().read_bytes() == (everything.parent / "vol-d62.xml").read_bytes()
        assert pdf.Root.AF[0].AFRelationship == "/Source"


def test_the_same_input_gives_the_same_bytes(tmp_path: Path, everything: Path) -> None:
    """Whatever folder it is made in."""
    out = tmp_path / "other" / "name.pdf"
    assert write_pdf(write_tei(tmp_path, EVERYTHING), out) == []
    assert out.read_bytes() == everything.read_bytes()


def test_bookmarks_are_the_headings_without_notes(book: Path) -> None:
    """One for each part and each document."""
    with pikepdf.open(book) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles == [
        "Contents",
        "People",
        "Abbreviations",
        "1. First",
        "2. Second",
        "3. Third",
        "Sources",
        "Index of Persons",
    ]


def test_the_contents_and_the_index_give_the_real_pages(book: Path) -> None:
    """As the page labels of the PDF count them."""
    with pikepdf.open(book) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        with pdf.open_outline() as outline:
            places = {item.title: pages[_destination(item)] for item in outline.root}
    first, third = places["1. First"], places["3. Third"]
    text = text_of(book)
    assert re.search(rf"3\. Third[ .]*{third}", text)
    assert text.endswith(f"Élan, Zoë, {first}, {third}Rusk, Dean, {first}, {third}")


def _destination(item: pikepdf.OutlineItem) -> tuple[int, int]:
    target = item.destination if item.destination is not None else item.action.D
    page = target[0] if isinstance(target, pikepdf.Array) else None
    assert page is not None
    return page.objgen


def test_a_long_title_is_cut_to_one_line_of_the_running_head(tmp_path: Path) -> None:
    """With the number of the page beside it."""
    title = "Telegram From the Commander, Military Assistance Command, Vietnam (Harkins) to the Chairman"
    out = tmp_path / "out.pdf"
    assert write_pdf(write_tei(tmp_path, f"<p>{'Words and words. ' * 700}</p>", title=title), out) == []
    command = ["pdftotext", "-layout", "-f", "3", "-l", "3", str(out), "-"]
    if not shutil.which(command[0]):
        pytest.skip("pdftotext is not installed")
    head = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip().splitlines()[0]
    assert re.fullmatch(r"62\. Telegram From the Commander, .* …\s+3", head)


def test_a_reference_to_a_document_of_the_book_is_a_link(book: Path) -> None:
    """One to a document elsewhere is plain text."""
    with pikepdf.open(book) as pdf:
        subtypes = [str(a.Subtype) for page in pdf.pages for a in page.get("/Annots", [])]
    assert subtypes.count("/Link") >= 3 + 2 + 1  # contents, a note there and back, the reference


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_can_be_printed(tmp_path: Path, paper: str) -> None:
    """With all notes and page numbers."""
    out = tmp_path / "out.pdf"
    assert write_pdf(write_tei(tmp_path, EVERYTHING), out, Layout(paper=paper)) == []
    assert json.loads(out.with_suffix(".proof.json").read_text())["documents"] == 1


def test_a_changed_template_is_used(tmp_path: Path) -> None:
    """A copy of one file, named as it was."""
    changed = tmp_path / "measures.typ"
    measures = (Path(__file__).parents[1] / "xslt/print/measures.typ").read_text()
    changed.write_text(measures.replace("width: 6in", "width: 7in"))
    out = tmp_path / "out.pdf"
    assert write_pdf(write_tei(tmp_path, "<p>Words.</p>"), out, Layout(template=changed)) == []
    with pikepdf.open(out) as pdf:
        assert float(pdf.pages[0].mediabox[2]) == 7 * 72


def test_a_broken_template_is_one_clear_problem(tmp_path: Path) -> None:
    """And leaves no file."""
    changed = tmp_path / "measures.typ"
    changed.write_text("#let papers = (")
    out = tmp_path / "out.pdf"
    problems = write_pdf(write_tei(tmp_path, "<p>Words.</p>"), out, Layout(template=changed))
    assert [problem.code for problem in problems] == ["print"]
    assert not out.exists()


def test_a_character_without_a_glyph_is_a_problem_of_its_document(tmp_path: Path) -> None:
    """Never a box."""
    teis = [write_tei(tmp_path, "<p>Words.</p>", 1), write_tei(tmp_path, "<p>中文 words.</p>", 2)]
    problems = write_book(teis, tmp_path / "out.pdf", {})
    assert [(problem.code, problem.path) for problem in problems] == [("glyph-missing", str(teis[1]))]
    assert "U+4E2D" in problems[0].message
    assert "U+6587" in problems[0].message


def test_greek_cyrillic_and_accented_names_have_glyphs(tmp_path: Path) -> None:
    """In the fonts that come with typst."""
    content = "<p>Παπάγος, Хрущёв, Łódź, Dvořák, Đorđević, İnönü, Nguyễn Văn Thiệu, Þórr</p>"
    assert write_pdf(write_tei(tmp_path, content), tmp_path / "out.pdf") == []


def test_two_documents_with_one_id_are_one_clear_problem(tmp_path: Path) -> None:
    """Neither is lost behind the other: nothing is written."""
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    first, second = (write_tei(tmp_path / folder, EVERYTHING) for folder in ("a", "b"))
    problems = write_book([first, second], tmp_path / "out.pdf", {})
    assert [(problem.code, problem.path) for problem in problems] == [("document-id-twice", str(second))]
    assert str(first) in problems[0].message
    assert not (tmp_path / "out.pdf").exists()


def test_an_unreadable_document_is_said(tmp_path: Path) -> None:
    """And nothing is written."""
    broken = tmp_path / "broken.xml"
    broken.write_text("<TEI")
    problems = write_pdf(broken, tmp_path / "out.pdf")
    assert [(problem.code, problem.path) for problem in problems] == [("stylesheet", str(broken))]


def test_a_document_cannot_read_files(tmp_path: Path) -> None:
    """A document type is refused, so that there are no entities."""
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    path = tmp_path / "d.xml"
    path.write_text(f'<!DOCTYPE TEI [<!ENTITY s SYSTEM "{secret.as_uri()}">]>' + tei("<p>&s;</p>"))
    assert [problem.code for problem in write_pdf(path, tmp_path / "out.pdf")] == ["stylesheet"]

"""The print proof: a PDF says what its TEI says, and a PDF that does not is found out."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tei_samples import note, write_tei

from encoder.publish.layout import Layout
from encoder.publish.pdf import write_book, write_pdf
from encoder.publish.print_area import Area
from encoder.publish.print_proof import prove
from encoder.publish.print_reading import read_pieces

HOME = Path(__file__).parents[1]
AREA = Area(432, 648, 59.5, 76.5, 65.2, 62.4)
LABELS = {"unplaced": "A note whose place in the text is not known"}
WORDS = "The Embassy reported that the Foreign Minister would raise the matter again in the autumn. "


MARKUP = """611.
#read(“x”)
*bold*
= Title
// comment
$x^2$
@ref
&lt;label&gt;
\\u{41}
-- dash
+ plus
/ term: x
`raw`
"quoted"
[x]
{x}
~
- item""".splitlines()
"""What typst would read as markup or code."""


def proof_of(folder: Path, content: str) -> dict[str, object]:
    """Return the proof of the PDF of a document with this content."""
    out = folder / "out.pdf"
    assert [problem for problem in write_pdf(write_tei(folder, content), out) if problem.severity == "error"] == []
    proof: dict[str, object] = json.loads(out.with_suffix(".proof.json").read_text())
    return proof


@pytest.mark.parametrize("start", MARKUP)
def test_text_is_never_markup(tmp_path: Path, start: str) -> None:
    """Whatever it begins with, in a heading, a paragraph, a note and an item."""
    content = f"<p>{start} words{note('1', start)}</p><list><item>{start}</item></list>"
    out = tmp_path / "out.pdf"
    assert write_pdf(write_tei(tmp_path, content, title=start), out) == []


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_categories=["Cc", "Cf", "Zs"]), min_size=1))
def test_any_latin_text_is_printed_as_it_is(tmp_path: Path, text: str) -> None:
    """The proof compares character by character."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert write_pdf(write_tei(tmp_path, f"<p>{escaped} {WORDS}</p>"), tmp_path / "out.pdf") == []


def test_a_note_longer_than_a_page_is_continued(tmp_path: Path) -> None:
    """It begins on the page of its call."""
    proof = proof_of(tmp_path, f"<p>{WORDS * 20}{note('1', WORDS * 90)}{WORDS * 30}</p>")
    assert proof["notes_on_page_of_call"] == proof["notes"] == 1
    assert int(str(proof["pages"])) >= 3


def test_forty_notes_on_a_page(tmp_path: Path) -> None:
    """All of them, on the page of their call."""
    calls = "".join(f"word {n}{note(str(n), f'Note {n}.')} " for n in range(1, 41))
    proof = proof_of(tmp_path, f"<p>{calls}</p>")
    assert proof["notes_on_page_of_call"] == proof["notes"] == 40
    assert proof["pages"] == 1


def test_notes_in_headings_lists_and_signatures(tmp_path: Path) -> None:
    """Each on the page of its call, wherever the page breaks."""
    teis = [
        write_tei(
            tmp_path,
            f"<opener><dateline>Tokyo{note('2', WORDS)}</dateline></opener><p>{WORDS * (number % 7)}</p>"
            f"<list><item>One{note('3', WORDS)}</item><item>Two{note('4', WORDS)}</item></list>"
            f"<p>{WORDS}{note('5', WORDS * 3)}</p><closer><signed>Rusk{note('6', WORDS)}</signed></closer>",
            number,
            f"Letter{note('1', WORDS * 2)}",
        )
        for number in range(1, 60)
    ]
    problems = write_book(teis, tmp_path / "book.pdf", {"title": "Book"})
    assert {problem.severity for problem in problems} <= {"warning"}
    assert len(problems) < len(teis) * 6 * 0.02


def test_no_note_comes_before_its_call_and_no_heading_stands_alone(tmp_path: Path) -> None:
    """Wherever the page ends: in an opening with two notes, a first line with another, and a noted signature."""
    for lines in range(34, 52):
        teis = [
            write_tei(tmp_path, f"<p>{'line<lb/>' * lines}end.</p>", 1, "First"),
            write_tei(
                tmp_path,
                f"<opener><dateline>Tokyo{note('2', WORDS * 2)}</dateline></opener>"
                f"<p>Embtel 349{note('3', WORDS)} reports: {WORDS * 6}{note('4', WORDS)}</p>"
                f"<closer><signed>Rusk{note('5', WORDS)}</signed></closer>",
                2,
                f"Letter{note('1', WORDS * 3)}",
            ),
        ]
        assert write_book(teis, tmp_path / "book.pdf", {"title": "Book"}) == [], lines


def test_a_heading_alone_at_the_end_of_a_page_is_found(tmp_path: Path) -> None:
    """As a template may set it."""
    (tmp_path / "text.typ").write_text(
        (HOME / "xslt/print/text.typ")
        .read_text()
        .replace("sticky: lines > 0", "sticky: false")
        .replace("  v(gap)", "  pagebreak()")
    )
    out = tmp_path / "out.pdf"
    problems = write_pdf(write_tei(tmp_path, f"<p>{WORDS}</p>"), out, Layout(template=tmp_path / "text.typ"))
    assert [problem.code for problem in problems] == ["page-break"]


def test_a_signature_stands_with_a_line_of_text(tmp_path: Path) -> None:
    """Wherever the page ends, the page of a signature holds the last words before it."""
    for lines in range(30, 50):
        content = (
            f"<p>{WORDS * lines}the end.</p><closer><salute>Sincerely,</salute><signed>Dean Rusk</signed></closer>"
        )
        out = tmp_path / f"{lines}.pdf"
        assert write_pdf(write_tei(tmp_path, content), out) == []
        with pikepdf.open(out) as pdf:
            pieces = list(read_pieces(pdf))
        last = next(piece for piece in pieces if piece.text.rstrip().endswith("end."))
        assert next(piece.page for piece in pieces if piece.text.startswith("Sincerely")) == last.page


def test_a_line_that_leaves_the_page_is_found(tmp_path: Path) -> None:
    """A word that cannot be divided; short lines of verse are no margin."""
    content = f"<p>{WORDS * 30}</p><p>{'x' * 100}</p><p>{WORDS * 30}</p>"
    problems = write_pdf(write_tei(tmp_path, content), tmp_path / "out.pdf")
    assert [problem.code for problem in problems] == ["line-overfull"]
    assert write_pdf(write_tei(tmp_path, f"<p>{'verse<lb/>' * 40}{WORDS}</p>"), tmp_path / "out.pdf") == []


def test_two_pdfs_of_different_texts_are_told_apart(tmp_path: Path) -> None:
    """A lost word, a lost note, a lost page number, words too many: each is said with its place."""
    whole = f'<p>One two{note("1", "A note.")} three <pb n="7"/>four.</p>'
    out = tmp_path / "out.pdf"
    assert write_pdf(write_tei(tmp_path, whole), out) == []
    for other in (
        whole.replace("two", "two too"),
        whole.replace("A note.", "A note, and more."),
        whole.replace("</p>", f"{note('2', 'Another.')}</p>"),
        whole.replace('n="7"', 'n="8"'),
        whole.replace(" three", ""),
        whole.replace("four.", ""),
    ):
        problems = prove(out, [write_tei(tmp_path, other)], LABELS, AREA).problems
        assert [problem.code for problem in problems] == ["proof"], other


FAULTS = {
    "a note is lost": ("if kept == none { note }", "if kept == none { super(mark) }", "proof"),
    "a note stands there twice": ("if kept == none { note }", "if kept == none { note; note }", "proof"),
    "a note is in the text": ("if kept == none { note }", "if kept == none { super(mark); body }", "proof"),
    "a note begins on the page after its call": (
        "lines > 0 {\n    let",
        "lines > 0 {\n    pagebreak()\n    let",
        "note-page",
    ),
    "a page number is lost": ("weight: 400, number)", 'weight: 400, "")', "proof"),
    "words are added": ("  par(body)", "  par(body + [ more])", "proof"),
    "a line is too long": ("  par(body)", "  par(box(width: 200%, body))", "line-overfull"),
    "the page is too full": ("  par(body)", "  par(body + v(20cm) + body)", "proof"),
}
"""What a template may do wrong: what it has, what instead, and the problem."""


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_the_template_is_found(tmp_path: Path, fault: str) -> None:
    """And where it is an error, there is no PDF."""
    has, instead, code = FAULTS[fault]
    text = (HOME / "xslt/print/text.typ").read_text()
    assert has in text
    (tmp_path / "text.typ").write_text(text.replace(has, instead))
    content = f'<p>{WORDS * 2}<pb n="7"/>{note("2", "A note.")}{WORDS}</p>'
    tei, out = write_tei(tmp_path, content, title=f"Letter{note('1', 'Of it.')}"), tmp_path / "out.pdf"
    problems = write_pdf(tei, out, Layout(template=tmp_path / "text.typ"))
    assert {code} <= {problem.code for problem in problems}
    assert out.exists() == (code == "note-page")


def test_a_document_missing_from_a_book_is_found(tmp_path: Path) -> None:
    """And the documents after it are proven all the same."""
    teis = [write_tei(tmp_path, f"<p>Words of {number}.</p>", number, f"Letter {number}") for number in (1, 2, 3)]
    assert write_book([teis[0], teis[2]], tmp_path / "book.pdf", {}) == []
    proof = prove(tmp_path / "book.pdf", teis, LABELS, AREA)
    assert [problem.path for problem in proof.problems] == [str(teis[1])]
    assert proof.documents == 2

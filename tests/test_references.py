"""References to documents, notes and other volumes."""

from __future__ import annotations

import pytest

from encoder.annotators.references import annotator
from encoder.annotators.volumes import SERIES
from encoder.model import Block, Document, Edition
from encoder.tei.writing import write

V22 = f"{SERIES}frus1961-63v22/"
EDITION = Edition(
    facts={"id": "frus1958-60v08", "url": f"{SERIES}frus1958-60v08"},
    held=frozenset({"d1", *(f"d{number}" for number in range(5, 500))}),
)


def noted(*notes: str, body: str = "Text.", first: int = 1) -> Document:
    """Return a document d1 whose notes are called at its end, numbered from `first`."""
    text, blocks = body, [Block("p", 0, len(body))]
    for number, note in enumerate(notes, first):
        blocks.append(Block("note", len(text) + 1, len(text) + 1 + len(note), n=str(number), anchor=len(body)))
        text = f"{text}\n{note}"
    return Document("d1", text, tuple(blocks))


def refs(document: Document, edition: Edition = EDITION) -> list[tuple[str, str]]:
    """Return the text and target of each reference that the annotator marks, in order."""
    spans = sorted(annotator(edition)(document).spans, key=lambda span: span.start)
    return [(document.text[span.start : span.end], span.get("target")) for span in spans]


def told(document: Document, edition: Edition = EDITION) -> list[str]:
    """Return the messages of what the annotator reports."""
    return [problem.message for problem in annotator(edition)(document).problems]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Document 55.", [("Document 55", "#d55")]),
        ("See Documents 12–14.", [("Documents 12", "#d12"), ("14", "#d14")]),
        ("Documents 7, 9, and 15", [("Documents 7", "#d7"), ("9", "#d9"), ("15", "#d15")]),
        ("Documents 11,12, and 13", [("Documents 11", "#d11"), ("12", "#d12"), ("13", "#d13")]),
        ("Documents 12 and 14 March 1962", [("Documents 12", "#d12")]),
        ("Document55", [("Document55", "#d55")]),
        ("See footnote 3, Document 99.", [("footnote 3, Document 99", "#d99fn3")]),
        ("Footnote 3. Document 99.", [("Footnote 3. Document 99", "#d99fn3")]),
        ("see footnote 3 to Document 99", [("footnote 3 to Document 99", "#d99fn3")]),
        ("See footnotes 3 and 4, Document 99.", [("footnotes 3", "#d99fn3"), ("4, Document 99", "#d99fn4")]),
        ("See Document 98 and footnote 5 thereto.", [("Document 98 and footnote 5", "#d98fn5")]),
        (
            "See Document 98 and footnotes 4, 5, and 6 thereto.",
            [("Document 98", "#d98"), ("footnotes 4", "#d98fn4"), ("5", "#d98fn5"), ("6", "#d98fn6")],
        ),
        (
            "Document 34 and footnote 1, Document 44, respectively",
            [("Document 34", "#d34"), ("footnote 1, Document 44", "#d44fn1")],
        ),
        (
            "Foreign Relations, 1961–1963, vol. XXII, Document 369.",
            [("Foreign Relations, 1961–1963, vol. XXII, Document 369", f"{V22}d369")],
        ),
        (
            "Foreign Relations, 1961–1963, vol. XXII, Northeast Asia, Documents 369 and 371",
            [
                ("Foreign Relations, 1961–1963, vol. XXII, Northeast Asia, Documents 369", f"{V22}d369"),
                ("371", f"{V22}d371"),
            ],
        ),
        (
            "Document 253, Foreign Relations, 1969–1976, volume E–13",
            [("Document 253, Foreign Relations, 1969–1976, volume E–13", f"{SERIES}frus1969-76ve13/d253")],
        ),
        (
            "Foreign Relations, 1964–1968, vol. XXIX, Part 2, Japan, Document 62",
            [
                (
                    "Foreign Relations, 1964–1968, vol. XXIX, Part 2, Japan, Document 62",
                    f"{SERIES}frus1964-68v29p2/d62",
                )
            ],
        ),
        (
            "(Foreign Relations, 1952–1954, vol. IV, pp. l061–1071 (Document 15))",
            [("Foreign Relations, 1952–1954, vol. IV, pp. l061–1071 (Document 15)", f"{SERIES}frus1952-54v04/d15")],
        ),
        (
            "Foreign Relations, 1949, vol. III, Document 5",
            [("Foreign Relations, 1949, vol. III, Document 5", f"{SERIES}frus1949v03/d5")],
        ),
        (
            "Foreign Relations, 1961–1963, vol. XXII, as an attachment to Document 369",
            [("Document 369", f"{V22}d369")],
        ),
        (
            "Foreign Relations, 1961–1963, vol. XXII. The texts are published as Documents 56 and 57",
            [("Documents 56", "#d56"), ("57", "#d57")],
        ),
        (
            "Foreign Relations, 1961–1963, vol. XXII, Document 369; see also ibid., Documents 30 and 31.",
            [
                ("Foreign Relations, 1961–1963, vol. XXII, Document 369", f"{V22}d369"),
                ("Documents 30", f"{V22}d30"),
                ("31", f"{V22}d31"),
            ],
        ),
        (
            "Foreign Relations, 1961–1963, vol. XXII, Document 300, and MAC 1557, Document 14",
            [("Foreign Relations, 1961–1963, vol. XXII, Document 300", f"{V22}d300"), ("Document 14", "#d14")],
        ),
        ("is printed in vol. X, Part 1, Document 61", [("Document 61", f"{SERIES}frus1958-60v10p1/d61")]),
        (
            "Foreign Relations, 1945–1950, Emergence of the Intelligence Establishment, Document 196",
            [
                (
                    "Foreign Relations, 1945–1950, Emergence of the Intelligence Establishment, Document 196",
                    f"{SERIES}frus1945-50Intel/d196",
                )
            ],
        ),
        ("Document A/3256, UN Document 12, U.N. Document 7, documents 3", []),
        ("American Foreign Policy: Basic Documents, 1977–1980, Document 409", []),
        ("American Foreign Policy: Basic Documents 1977–1980", []),
        ("and Declassified Documents 1982, 591 B.", []),
        ("A Documentary History, vol. 1, World War I, Documents 119–138", []),
        ("See Document 5. Presumably Document 6.", [("Document 5", "#d5"), ("Document 6", "#d6")]),
    ],
)
def test_references(text: str, found: list[tuple[str, str]]) -> None:
    """Each reference to a document or its notes with its target, from left to right."""
    assert refs(Document("d1", text)) == found


@pytest.mark.parametrize("word", ["footnote 2", "footnote 2 above", "footnote 2, supra", "footnote 2 below"])
def test_a_note_of_the_same_document_is_linked(word: str) -> None:
    """By the number that print calls it by."""
    assert refs(noted("One.", f"See {word}.")) == [(word, "#d1fn2")]
    assert refs(noted("One.", "Two.", f"See {word}.", first=0)) == [(word, "#d1fn2")]


def test_several_notes_of_the_same_document_are_linked() -> None:
    """Each is a reference of its own."""
    assert refs(noted("One.", "Two.", "See footnotes 1 and 2 above.")) == [
        ("footnotes 1", "#d1fn1"),
        ("2 above", "#d1fn2"),
    ]


def test_the_note_that_a_reference_names_is_the_one_in_the_file() -> None:
    """The target is the id that the note has in the TEI, though a person has the id that it would have had."""
    document = annotator(EDITION)(noted("One.", "See footnote 1 above. Ibid."))
    assert 'target="#d1fn1"' in write(document, EDITION)
    assert 'xml:id="d1fn1"' in write(document, EDITION)


def test_a_note_that_is_not_there_is_reported() -> None:
    """The reference is marked and leads nowhere."""
    document = noted("See footnote 7 above.")
    assert refs(document) == [("footnote 7 above", "")]
    assert told(document) == ["“footnote 7 above” names a note that this document does not have."]


def test_a_note_that_is_there_twice_is_not_guessed() -> None:
    """Where the notes' numbers start again there is no target, and a problem."""
    document = noted("One.", "See footnote 1.")
    twice = Document("d1", document.text, (*document.blocks[:2], Block("note", 11, 26, n="1", anchor=5)))
    assert refs(twice) == [("footnote 1", "")]
    assert told(twice) == ["“footnote 1” could be several notes of this document."]


SOURCE = "Source: Department of State, Central Files, 611.94/9–1562. Secret."


def test_ibid_leads_to_the_note_of_the_source_cited_last() -> None:
    """Notes without a source in between change nothing; a source that is cited since does."""
    document = noted(SOURCE, "Not printed. (Ibid.)", "A book (New York: Viking, 1951).", "See ibid., pp. 3–5.")
    assert refs(document) == [("Ibid.", "#d1fn1"), ("ibid.", "#d1fn3")]


def test_ibid_may_stand_in_the_note_of_its_source() -> None:
    """Then it leads to that note itself."""
    document = noted(SOURCE, "See telegram 12. (Johnson Library, NSF, Box 3) The reply is ibid.")
    assert refs(document) == [("ibid.", "#d1fn2")]


def test_the_department_that_does_something_is_no_source() -> None:
    """Only what names a file, a collection or pages is one."""
    document = noted(SOURCE, "The Department of State replied on May 3. (Ibid.)")
    assert refs(document) == [("Ibid.", "#d1fn1")]


def test_ibid_without_a_source_is_reported() -> None:
    """It is marked and leads nowhere."""
    document = noted("Not printed. (Ibid.)")
    assert refs(document) == [("Ibid.", "")]
    assert told(document) == ["“Ibid.” follows no source in the notes: it leads to nothing."]


def test_a_tab_leads_to_the_document_that_prints_it() -> None:
    """The source note tells which one, and every mention leads there."""
    document = noted("Secret. Tab A is printed as Document 29; Tab B was not found.", body="See the draft (Tab A).")
    assert refs(document) == [("Tab A", "#d29"), ("Tab A", "#d29"), ("Document 29", "#d29"), ("Tab B", "")]
    assert told(document) == ["“Tab B” is not in this edition: it leads to nothing."]


def test_tabs_in_a_list_are_each_a_reference() -> None:
    """And each is reported once."""
    document = noted("Tabs A and B and Tabs C–E are not attached. Tab A is not printed.")
    assert [text for text, _ in refs(document)] == ["Tabs A", "B", "Tabs C", "E", "Tab A"]
    assert len(told(document)) == 5


def test_a_tab_that_is_printed_below_is_not_missed() -> None:
    """Its heading is no reference to itself, and nothing is reported; a part of a document has no id to lead to."""
    document = Document("d1", "See the paper (Tab A).\n[Tab A]\nThe paper.")
    assert (refs(document), told(document)) == ([("Tab A", "")], [])


def test_a_volume_without_a_number_is_reported() -> None:
    """The reference is marked and leads nowhere."""
    document = Document("d1", "See Foreign Relations, 1919–1920, Paris Talks, Document 5.")
    assert refs(document) == [("Foreign Relations, 1919–1920, Paris Talks, Document 5", "")]
    assert len(told(document)) == 1


def test_a_note_of_a_document_elsewhere_keeps_its_number() -> None:
    """The address leads to the note."""
    edition = Edition(facts={"url": f"{SERIES}frus1964-68v29p2"}, held=frozenset({"d1"}))
    document = Document("d1", "See footnote 21, Document 62.")
    assert refs(document, edition) == [("footnote 21, Document 62", f"{SERIES}frus1964-68v29p2/d62#d62fn21")]


def test_a_document_that_the_edition_holds_is_linked_in_it() -> None:
    """No problem is reported."""
    found = annotator(Edition(held=frozenset({"d1", "d55"})))(Document("d1", "Document 55."))
    assert ([span.get("target") for span in found.spans], found.problems) == (["#d55"], ())


def test_a_document_elsewhere_is_reported() -> None:
    """The problem says where the reference leads."""
    edition = Edition(facts={"url": f"{SERIES}frus1964-68v29p2"}, held=frozenset({"d1"}))
    found = annotator(edition)(Document("d1", "Document 55."))
    assert [span.get("target") for span in found.spans] == [f"{SERIES}frus1964-68v29p2/d55"]
    assert [problem.code for problem in found.problems] == ["reference-outside"]

"""References to documents, notes and other volumes."""

from __future__ import annotations

import pytest

from encoder.annotators.references import SERIES, annotator, references
from encoder.model import Document, Edition

V22 = f"{SERIES}frus1961-63v22/"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Document 55.", [("Document 55", "#d55")]),
        ("See Documents 12–14.", [("Documents 12", "#d12"), ("14", "#d14")]),
        ("Documents 7, 9, and 15", [("Documents 7", "#d7"), ("9", "#d9"), ("15", "#d15")]),
        ("See footnote 3, Document 99.", [("footnote 3, Document 99", "#d99fn3")]),
        ("See Document 98 and footnote 5 thereto.", [("Document 98 and footnote 5 thereto", "#d98fn5")]),
        ("referred to in footnote 2 above.", [("footnote 2 above", "#d1fn2")]),
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
        ("Document A/3256, UN Document 12, documents 3", []),
    ],
)
def test_references(text: str, found: list[tuple[str, str]]) -> None:
    """Each reference with its target, from left to right."""
    assert [(text[start:end], target) for start, end, target in references(text, "d1")] == found


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

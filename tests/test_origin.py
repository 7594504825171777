"""When and where a document was written."""

from __future__ import annotations

import pytest

from encoder.annotators import annotators_of
from encoder.model import Block, Document, Edition
from encoder.tei.origin import document_date, document_place


def printed(text: str, kind: str = "dateline", **facts: str) -> Document:
    """Return an annotated document of one block of that kind, of which the edition says `facts`."""
    document = Document("d1", text, (Block(kind, 0, len(text)),), facts=facts)
    for annotate in annotators_of(Edition()):
        document = annotate(document)
    return document


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Washington, July 14, 1965.", ("1965-07-14", "high")),
        ("Beijing, October 22–26, 1971", ("1971-10-22", "high")),
        ("Washington, undated.", ("", "")),
        ("Geneva, May 12, noon.", ("--05-12", "high")),
    ],
)
def test_a_dateline_dates_its_document(text: str, date: tuple[str, str]) -> None:
    """It gives the day, of a range the first; a day without a year stays one."""
    assert document_date(printed(text)) == date


def test_the_edition_knows_the_date_first() -> None:
    """A fact of the edition comes before the dateline, and nobody else asserts it."""
    assert document_date(printed("Washington, July 14, 1965.", date="1965-07-15")) == ("1965-07-15", "")


@pytest.mark.parametrize(
    ("heading", "date"),
    [
        ("12. Memorandum of Conversation, July 14, 1965", ("1965-07-14", "medium")),
        ("12. The Outlook for 1970", ("", "")),
        ("12. Memorandum on the Events of July 14", ("", "")),
    ],
)
def test_the_heading_is_asked_last(heading: str, date: tuple[str, str]) -> None:
    """A whole date in the heading is the document's, less surely; a year or a day in a title is not."""
    assert document_date(printed(heading, "head")) == date


def test_a_dateline_goes_before_the_heading() -> None:
    """What a heading names may be the day of what the document is about."""
    text = "12. Memorandum on the Talks of July 1, 1965\nWashington, July 14, 1965."
    cut = text.index("\n")
    document = Document("d1", text, (Block("head", 0, cut), Block("dateline", cut + 1, len(text))))
    for annotate in annotators_of(Edition()):
        document = annotate(document)
    assert document_date(document) == ("1965-07-14", "high")


def test_the_place_is_the_editions_or_the_datelines() -> None:
    """As with dates."""
    assert document_place(printed("Washington, July 14, 1965.")) == ("Washington", "high")
    assert document_place(printed("Washington, July 14, 1965.", place="Paris")) == ("Paris", "")

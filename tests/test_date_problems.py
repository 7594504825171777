from __future__ import annotations

import pytest
from dated import codes, document

from encoder.annotators.dates import annotator
from encoder.model import Block, Document, Edition


def test_an_impossible_day_is_reported_where_it_stands() -> None:
    """The problem names the date, with file, line and column."""
    made = document("Sent on February 30, 1963.", source="a.txt", origins=((0, 3, 1),))
    (problem,) = annotator(Edition())(made).problems
    assert (problem.code, problem.path, problem.line, problem.column) == ("date-impossible", "a.txt", 3, 9)
    assert "February 30, 1963" in problem.message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tuesday, July 14, 1965", "date-weekday"),
        ("1963-13-45", "date-impossible"),
        ("June 31", "date-impossible"),
        ("March 19, 1976, 0063Z", "date-impossible"),
        ("Thank you for your letter of July 14, 1965.", "date-order"),
    ],
)
def test_what_cannot_be_is_reported(text: str, code: str) -> None:
    """A weekday that does not fit, a day or time that does not exist, a letter younger than its answer."""
    assert codes(document(text, "1963-02-25")) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "in reply to your letter of September 4, 1967, we",
        "Thank you for yours of September 4, 1967.",
        "Your Excellency’s note No. 12, dated September 4, 1967",
        "your telegram 123 of September 4, 1967",
        "In answer to the Ambassador’s note of September 4, 1967",
        "your kind letter of September 4",
    ],
)
def test_a_document_that_is_older_than_what_it_answers_is_reported(text: str) -> None:
    """In all the ways of naming a letter that was received; the same words in a later document are sound."""
    assert codes(document(text, "1967-08-01")) == ["date-order"]
    assert codes(document(text, "1967-09-10")) == []


def test_a_letter_that_nobody_answers_may_be_of_a_later_day() -> None:
    """A visit to come is no letter."""
    assert codes(document("your visit of September 4, 1967", "1967-08-01")) == []


def test_a_date_that_the_edition_does_not_cover_is_reported() -> None:
    """The document's date must lie within the years of the edition, both included."""
    edition = Edition(coverage=("1961", "1963"))
    assert codes(document("Text.", "1964-01-01"), edition) == ["date-outside-coverage"]
    assert codes(document("Text.", "1963-12-31"), edition) == []


def test_a_dateline_that_contradicts_the_edition_is_reported() -> None:
    """The edition's fact and the dateline cannot both be right."""
    text = "Washington, July 14, 1965."
    made = Document("d1", text, (Block("dateline", 0, len(text)),), facts={"date": "1965-07-15"})
    assert codes(made) == ["date-differs"]

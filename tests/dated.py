"""Small documents with dates in them, for the tests of dates."""

from __future__ import annotations

from encoder.annotators.dates import annotator
from encoder.model import Block, Document, Edition, Span


def document(text: str, date: str = "", **facts: object) -> Document:
    """Return a document of one paragraph, of the date given."""
    return Document("d1", text, (Block("p", 0, len(text)),), facts={"date": date} if date else {}, **facts)  # type: ignore[arg-type]


def dates(made: Document, edition: Edition | None = None) -> list[tuple[str, dict[str, str], Span]]:
    """Return the text, the attributes and the span of each date that the annotator finds."""
    spans = annotator(edition or Edition())(made).spans
    return [(made.text[span.start : span.end], dict(span.attributes), span) for span in spans]


def codes(made: Document, edition: Edition | None = None) -> list[str]:
    """Return the codes of what the annotator reports."""
    return [problem.code for problem in annotator(edition or Edition())(made).problems]

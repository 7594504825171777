"""When and where a document was written: what the edition says, else what the document prints over its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.model import Document, Span


def document_date(document: Document) -> tuple[str, str]:
    """Return the date of a document (ISO 8601) and how sure it is where the document gave it, not the edition.

    It is what the edition says, else the first date with a year in a dateline, else a whole date in the heading (what a
    heading names may be its subject: never of high certainty), else the first date in a dateline. Of a range it is the
    first day. It expects the spans of dates, and is empty where there is none.
    """
    if known := document.facts.get("date"):
        return known, ""
    printed = [(_value(span), span.cert) for span in _within(document, "dateline", "date")]
    headings = [(_value(span), "low" if span.cert == "low" else "medium") for span in _within(document, "head", "date")]
    dates = [
        *(date for date in printed if date[0] and not date[0].startswith("-")),
        *(date for date in headings if len(date[0]) >= len("1965-09-25") and not date[0].startswith("-")),
        *(date for date in printed if date[0]),
    ]
    return dates[0] if dates else ("", "")


def document_place(document: Document) -> tuple[str, str]:
    """Return the place of writing and how sure it is, as `document_date` does."""
    if known := document.facts.get("place"):
        return known, ""
    for span in _within(document, "dateline", "placeName"):
        return document.text[span.start : span.end], span.cert
    return "", ""


def _value(span: Span) -> str:
    return span.get("when") or span.get("from")


def _within(document: Document, kind: str, name: str) -> Iterator[Span]:
    """Yield the spans of that name in the blocks of that kind, in order."""
    ranges = [(block.start, block.end) for block in document.blocks if block.kind == kind]
    for start, end in ranges:
        yield from (span for span in document.spans if span.name == name and start <= span.start and span.end <= end)

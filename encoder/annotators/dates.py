"""Dates: what names a day, a month or a year, with its meaning in TEI's attributes, and what is odd there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.annotators.date_finder import mentions
from encoder.annotators.date_resolve import Known, Meaning, resolve
from encoder.annotators.date_words import Mention, Moment, moment_of
from encoder.model import ENGROSS, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.model import Annotator, Document, Edition
    from encoder.problems import Problem

_SPANS_IN_DATES_SINCE = "2010"
"""From about this year of printing on, the hand-encoded volumes of FRUS put a span of time into the date's own value
(22 of 22 datelines, in 2 volumes of 2011 and 2014); those of 1989 to 2006 set it beside the date, as a `time` (92 of
92 where the date is one day, in 7 volumes). Each volume is told rightly by the others."""
_LETTER = r"(?:letter|note|telegram|message|cable|memorandum|despatch|dispatch|communication|airgram)s?"
_ANSWERED = re.compile(
    rf"\b[Yy]our(?:s| (?:\w+[’']s )?(?:\w+ ){{0,2}}{_LETTER}(?:,? (?:[Nn]o\. ?)?[\d–-]+)?),? (?:of|dated)(?: the)? $"
    rf"|\b[Ii]n (?:reply|response|answer) to [^.;:\n]{{0,40}}\b{_LETTER} (?:of|dated)(?: the)? $"
)
_ABOUT = re.compile(r"\b(?:[Cc]irca|[Cc]a\.|c\.|[Aa]bout|[Aa]round|[Aa]pproximately) (?:the )?$")
_UNDATED = re.compile(r"\b[Uu]ndated\b")


def _stated(document: Document) -> Moment | None:
    moment = moment_of(document.facts.get("date", ""))
    return moment if moment.year else None


def _printed(document: Document, found: Sequence[Mention]) -> Moment:
    """Return the date that the document itself prints over its text, without the time of day.

    It is the first of `found` with a year in a dateline, else the first whole date in a heading, as `document_date` of
    `tei.origin` has it of the finished spans.
    """
    for kind in ("dateline", "head"):
        for block in document.blocks:
            if block.kind != kind:
                continue
            for mention in found:
                if block.start <= mention.start < block.end:
                    moment = mention.first._replace(time="")
                    # A year or month in a heading is what the document is about; two digits are no year yet.
                    if moment.calendar() or (kind == "dateline" and moment.year and not mention.part):
                        return moment if not mention.short else Moment()
    return Moment()


def annotator(edition: Edition) -> Annotator:
    """Return the annotator of dates of an edition.

    It adds `date` (and `time` for a span of time beside a date) and reports impossible days and times, days of the week
    that do not fit, a document's date that the edition does not cover or that its dateline contradicts, and a letter
    that is younger than its answer. It expects the document's blocks and changes nothing else.
    """
    coverage = edition.coverage
    spans_in_dates = edition.facts.get("date", "")[:4] >= _SPANS_IN_DATES_SINCE

    def annotate(document: Document) -> Document:
        stops = sorted({block.anchor for block in document.blocks if block.anchor is not None})
        found = mentions(document.text, stops, document.body_end())
        printed = _printed(document, found)
        known = _stated(document) or printed
        century = known.year or (moment_of(coverage[0]).year if coverage else None)
        spans: list[Span] = []
        problems = list(_document_problems(document, known, printed, coverage))
        for mention, meaning in _meanings(document, found, known, century):
            spans += _spans(*_with_span_of_time(mention, meaning)) if spans_in_dates else _spans(mention, meaning)
            problems += _problems(document, mention, meaning, known)
        return document.with_spans((*spans, *_undated(document)), problems)

    return annotate


def _meanings(
    document: Document, found: Sequence[Mention], known: Moment, century: int | None
) -> Iterator[tuple[Mention, Meaning]]:
    text, notes_start = document.text, document.body_end()
    end, before = 0, Moment()
    for mention in found:
        if "\n" in text[end : mention.start]:
            before = Moment()
        meaning = resolve(mention, Known(known, before, century, mention.start >= notes_start))
        if meaning.cert == "high" and _ABOUT.search(text, max(end, mention.start - 18), mention.start):
            meaning = meaning._replace(cert="medium", evidence="approximate")
        yield mention, meaning
        end = mention.end
        if meaning.first.calendar():
            before = meaning.first


def _with_span_of_time(mention: Mention, meaning: Meaning) -> tuple[Mention, Meaning]:
    """Take the one span of time beside a date into it: the date then runs from the first time to the last."""
    if len(mention.clocks) != 1 or not mention.clocks[0].last or meaning.last or not meaning.first.calendar():
        return mention, meaning
    (clock,) = mention.clocks
    first, last = (meaning.first._replace(time=time) for time in (clock.first, clock.last))
    return mention._replace(end=clock.end, clocks=()), meaning._replace(first=first, last=last)


def _spans(mention: Mention, meaning: Meaning) -> Iterator[Span]:
    yield Span("date", mention.start, mention.end, meaning.attributes(), ENGROSS, meaning.cert, meaning.evidence)
    for clock in mention.clocks:
        ends = (("from", clock.first), ("to", clock.last)) if clock.last else (("when", clock.first),)
        yield Span("time", clock.start, clock.end, ends, ENGROSS, "high")


def _undated(document: Document) -> Iterator[Span]:
    for block in document.blocks:
        if block.kind == "dateline" and (match := _UNDATED.search(document.text, block.start, block.end)):
            yield Span("date", match.start(), match.end(), (), ENGROSS, "high")


def _problems(document: Document, mention: Mention, meaning: Meaning, known: Moment) -> Iterator[Problem]:
    text = document.text[mention.start : mention.end]
    if meaning.code:
        yield document.problem(meaning.code, f"“{text}”: {meaning.message}", mention.start)
    if mention.bad_time:
        message = f"“{mention.bad_time}” after “{text}”: there is no such time of day"
        yield document.problem("date-impossible", message, mention.end)
    there, here = meaning.first.calendar(), known.calendar()
    if not there or not here or there <= here or meaning.cert == "low" or mention.start >= document.body_end():
        return
    if _ANSWERED.search(document.text, max(0, mention.start - 80), mention.start):
        message = f"“{text}” is after the document's own date, {known.iso()}, though the document answers it"
        yield document.problem("date-order", message, mention.start)


def _document_problems(
    document: Document, known: Moment, printed: Moment, coverage: tuple[str, str] | None
) -> Iterator[Problem]:
    value = known.iso()
    offset = next((block.start for block in document.blocks if block.kind == "dateline"), 0)
    if printed.calendar() and known.calendar() and printed[:3] != known[:3]:
        message = f"the document's date is {value} in edition.toml, but it prints {printed.iso()}"
        yield document.problem("date-differs", message, offset)
    if value and coverage and not (_shortest(coverage[0], value) and _shortest(value, coverage[1])):
        message = f"the document's date, {value}, lies outside the years of the edition, {coverage[0]} to {coverage[1]}"
        yield document.problem("date-outside-coverage", message, offset)


def _shortest(first: str, last: str) -> bool:
    """Return whether one ISO date is not after another, as far as both are given."""
    length = min(len(first), len(last))
    return first[:length] <= last[:length]

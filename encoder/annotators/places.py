"""Places: what a dateline says before (or between) its dates and times is the place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.annotators.date_finder import mentions
from encoder.model import ENGROSS, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.model import Annotator, Block, Document, Edition

_UNDATED = re.compile(r"\b[Uu]ndated\b")
# What was kept secret stays in its brackets; brackets around a place that the editors supplied stay outside it.
_PLACE = re.compile(r"[\s,.;—–\[-]*?(?P<place>\[[a-z][^\]\d]*\]|[^\W\d_a-z][^\d\[\]]*?)(?=[\s,.;:—–\]-]*(?:\d|$))")


def annotator(edition: Edition) -> Annotator:  # noqa: ARG001 - every annotator is made for an edition
    """Return the annotator of places: it adds `placeName` to datelines and reports nothing."""

    def annotate(document: Document) -> Document:
        datelines = (block for block in document.blocks if block.kind == "dateline")
        return document.with_spans(span for block in datelines for span in _places(document, block))

    return annotate


def _places(document: Document, block: Block) -> Iterator[Span]:
    """Yield the places of a dateline: what it holds beside dates and times, if that begins with a capital."""
    text, position = document.text, block.start
    line = text[block.start : block.end]
    taken = [(block.start + start, block.start + end) for start, end in _taken(line)]
    for start, end in (*taken, (block.end, block.end)):
        match = _PLACE.match(text, position, start)
        if match:
            yield Span("placeName", *match.span("place"), (), ENGROSS, "high")
        position = end


def _taken(line: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a dateline that its dates and times take, in order."""
    for mention in mentions(line):
        yield mention.start, mention.end
        for clock in mention.clocks:
            yield clock.start, clock.end
    yield from (match.span() for match in _UNDATED.finditer(line))

"""From a transcription to a `Document`: layout, note calls, reading text, structure."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from encoder.conventions import convention as convention_of
from encoder.model import Document
from encoder.readers.anchors import marks_of
from encoder.readers.audit import audit
from encoder.readers.layout import layout_of
from encoder.readers.reading import reading_of
from encoder.readers.structure import blocks_of, line_breaks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.conventions import Convention
    from encoder.model import Block, Span
    from encoder.readers.text import Source

_NUMBER = re.compile(r"\[?(\d+[A-Za-z]?)\.?\]?\s")


def read(source: Source, identifier: str, facts: Mapping[str, str], name: str = "frus") -> Document:
    """Return the document that a transcription holds, with its structure and its notes, but no names or dates yet.

    `identifier` becomes the document's id, `facts` what the edition says of it, `name` is the convention's.
    A source that could not be read gives a document without text that carries the source's problems.
    """
    if source.text is None:
        return Document(identifier, "", source=source.path, sha256=source.sha256, facts=facts, problems=source.problems)
    convention = convention_of(name)
    layout = layout_of(source.text, convention)
    marks = marks_of(layout, convention)
    reading, chunks, notes = reading_of(layout, marks, convention)
    text = reading.text()
    blocks = blocks_of(text, tuple(chunks), convention)
    breaks = line_breaks(text, tuple(chunks), blocks)
    text = _parted(text, blocks, breaks)
    head = next((block for block in blocks if block.kind == "head"), None)
    number = _NUMBER.match(text, head.start, head.end) if head else None
    document = Document(
        id=identifier,
        text=text,
        blocks=(*blocks, *_with_source(text, head, notes, convention)),
        spans=tuple(sorted((*reading.spans, *breaks), key=lambda span: span.start)),
        n=number[1] if number else "",
        source=source.path,
        sha256=source.sha256,
        facts=facts,
        problems=source.problems,
        origins=tuple(reading.origins),
    )
    return replace(document, problems=(*source.problems, *audit(document, layout, marks, convention)))


def _with_source(text: str, head: Block | None, notes: list[Block], convention: Convention) -> list[Block]:
    """Return the notes, the first marked as that of the source where the heading calls it and it reads like one."""
    if head and notes and notes[0].anchor is not None and head.start <= notes[0].anchor <= head.end:
        note = notes[0]
        if any(word in text[note.start : note.end] for word in convention.words["sources"]):
            return [replace(note, attributes=(("type", "source"),)), *notes[1:]]
    return notes


def _parted(text: str, blocks: tuple[Block, ...], breaks: tuple[Span, ...]) -> str:
    """Return the text with a line end between two blocks that print set on two lines of one piece, and none within."""
    changes = {
        before.end: "\n"
        for before, after in pairwise(blocks)
        if before.end + 1 == after.start and text[before.end] != "\n"
    }
    changes |= {span.start - 1: " " for span in breaks if changes.get(span.start - 1, text[span.start - 1]) == "\n"}
    if not changes:
        return text
    characters = list(text)
    for offset, character in changes.items():
        characters[offset] = character
    return "".join(characters)

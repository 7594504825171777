"""A transcription without notes, as blocks: what the tests of structure read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.conventions import convention
from encoder.readers.layout import layout_of
from encoder.readers.reading import reading_of
from encoder.readers.structure import Chunk, blocks_of, line_breaks

if TYPE_CHECKING:
    from encoder.model import Block, Span

FRUS = convention("frus")
WORDS = FRUS.words


def parsed(source: str) -> tuple[str, tuple[Chunk, ...], tuple[Block, ...], tuple[Span, ...]]:
    """Return the reading text of a transcription, its chunks, its blocks and its line breaks."""
    reading, chunks, _ = reading_of(layout_of(source, FRUS), (), FRUS)
    text, parts = reading.text(), tuple(chunks)
    blocks = blocks_of(text, parts, FRUS)
    return text, parts, blocks, line_breaks(text, parts, blocks)


def outline(source: str) -> list[str]:
    """Return the blocks of a transcription, containers by their kind, leaves as `kind: text`."""
    text, _, blocks, _ = parsed(source)
    containers = {"list", "opener", "closer", "postscript", "quote"}
    return [
        " ".join((block.kind, *(value for _, value in block.attributes)))
        if block.kind in containers
        else f"{block.kind}: {text[block.start : block.end]}"
        for block in blocks
    ]


def broken(source: str) -> list[str]:
    """Return the first word of each line that is a line on purpose."""
    text, _, _, breaks = parsed(source)
    return [text[span.start :].split()[0] for span in breaks]

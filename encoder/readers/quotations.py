"""Quotations that are paragraphs of their own: a letter or a report given in full behind a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.model import Block

if TYPE_CHECKING:
    from encoder.readers.structure import Chunk

_ENDS = ("”", "”.", "”,", "”;")


def quotation_at(text: str, chunks: tuple[Chunk, ...], at: int) -> list[Block]:
    """Return a quotation that starts at chunk `at` and its paragraphs, no blocks where there is none, or none plain.

    Plain is: the paragraph before ends in a colon; each paragraph opens with a quotation mark that only the last one
    closes, at its very end: so American print sets a quotation of several paragraphs.
    """
    if not at or text[chunks[at].start] != "“" or text[chunks[at - 1].end - 1] != ":":
        return []
    paragraphs: list[Block] = []
    for chunk in chunks[at:]:
        if chunk.kind == "item" or text[chunk.start] != "“":
            return []
        paragraphs.append(Block("p", chunk.start, chunk.end))
        pending = text.count("“", chunk.start, chunk.end) - text.count("”", chunk.start, chunk.end)
        if pending == 0 and text.endswith(_ENDS, chunk.start, chunk.end):
            return [Block("quote", paragraphs[0].start, chunk.end), *paragraphs]
        if pending != 1:
            return []
    return []

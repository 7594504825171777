"""What each printed piece of a document is: heading, opener, paragraph, list, closer, signature."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from encoder.model import Block

if TYPE_CHECKING:
    from encoder.conventions import Convention


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of the body in the reading text: marks taken out, white space collapsed.

    `breaks` are the offsets (in the reading text) where the source started a new line within the piece.
    """

    kind: Literal["paragraph", "item"]
    start: int
    end: int
    breaks: tuple[int, ...] = ()


def blocks_of(text: str, chunks: tuple[Chunk, ...], convention: Convention) -> tuple[Block, ...]:
    """Return the blocks of a body in document order, a parent before its children; every chunk is in one leaf."""
    del convention
    blocks: list[Block] = []
    for number, chunk in enumerate(chunks):
        if chunk.kind == "item":
            if not blocks or blocks[-1].kind != "item":
                blocks.append(Block("list", chunk.start, chunk.end))
            blocks.append(Block("item", chunk.start, chunk.end))
        elif number == 0 and re.match(r"\d+\.\s", text[chunk.start : chunk.end]):
            blocks.append(Block("head", chunk.start, chunk.end))
        else:
            blocks.append(Block("p", chunk.start, chunk.end))
    return tuple(blocks)

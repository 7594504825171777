"""Lists: the items that stand together, and the heading above them that says what they list."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from encoder.model import Block

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.readers.structure import Chunk

Words = tuple[str, ...]
TYPES = ("subject", "participants", "to", "from", "references")
"""The types of a list that its heading tells; the words for each are the convention's `<type>_heads`."""
_HEAD_LENGTH = 60


@cache
def _types(tables: tuple[Words, ...]) -> dict[str, str]:
    return {word: kind for kind, words in zip(TYPES, tables, strict=True) for word in words}


def list_at(text: str, chunks: tuple[Chunk, ...], at: int, words: Mapping[str, Words]) -> list[Block]:
    """Return the list that starts at chunk `at`, with its heading and its items; no blocks where there is none.

    Items that a blank line sets apart are a list of their own.
    """
    chunk = chunks[at]
    first, kind = at, ""
    heading: list[Block] = []
    if chunk.kind == "paragraph":
        if at + 1 == len(chunks) or chunks[at + 1].kind != "item" or chunk.end - chunk.start > _HEAD_LENGTH:
            return []
        kind = _types(tuple(words[f"{each}_heads"] for each in TYPES)).get(_bare(text[chunk.start : chunk.end]), "")
        if not kind:
            return []
        heading = [Block("head", chunk.start, chunk.end)]
        first += 1
    last = first + 1
    while last < len(chunks) and chunks[last].kind == "item" and not chunks[last].apart:
        last += 1
    items = [Block("item", each.start, each.end) for each in chunks[first:last]]
    return [Block("list", chunk.start, items[-1].end, (("type", kind),) if kind else ()), *heading, *items]


def _bare(line: str) -> str:
    return line.replace(" :", "").strip("[]:. ").casefold()

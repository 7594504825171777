"""Lists: the items that stand together, and the heading above them that says what they list."""

from __future__ import annotations

import re
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


def list_at(
    text: str, chunks: tuple[Chunk, ...], at: int, words: Mapping[str, Words], *, top: bool
) -> tuple[list[Block], int] | None:
    """Return the blocks of the list that starts at chunk `at` and how many chunks it takes, or None.

    `top` says that only a heading, an opener and lists come before: there a line in capitals above items is the
    heading of a list, whatever it says. Items that a blank line sets apart are a list of their own.
    """
    chunk = chunks[at]
    head = None
    kind = ""
    if chunk.kind == "paragraph":
        if at + 1 == len(chunks) or chunks[at + 1].kind != "item" or chunk.end - chunk.start > _HEAD_LENGTH:
            return None
        line = text[chunk.start : chunk.end]
        kind = _types(tuple(words[f"{each}_heads"] for each in TYPES)).get(_bare(line), "")
        if not kind and not (top and line.isupper()):
            return None
        head = chunk
    first = at + (head is not None)
    last = first + 1
    while last < len(chunks) and chunks[last].kind == "item" and not chunks[last].apart:
        last += 1
    items = [Block("item", each.start, each.end) for each in chunks[first:last]]
    heading = [Block("head", head.start, head.end)] if head else []
    start = (heading or items)[0].start
    return [Block("list", start, items[-1].end, (("type", kind),) if kind else ()), *heading, *items], last - at


def _bare(line: str) -> str:
    return re.sub(r"[\[\]:.]|\s+$", "", line).strip().casefold()

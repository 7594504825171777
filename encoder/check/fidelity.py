"""Whether nothing was lost or invented: a document printed again as its transcription prints it, and compared."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from encoder.problems import Problem
from encoder.tei import leaves_of

if TYPE_CHECKING:
    from encoder.conventions import Convention
    from encoder.model import Block, Document

_QUOTED = 30
"""How many characters of each text a message quotes."""
_CALL, _PAGE = range(2)
_Mark = tuple[int, int, str]
"""Offset, kind and print of what the reader took out of the text."""


def decode(document: Document, convention: Convention) -> str:
    """Return the transcription that a document was made from, but for white space.

    Note numbers, page marks, bullets and the note list stand again where the convention prints them.
    """
    marks = _marks(document, convention)
    notes = [block for block in document.blocks if block.kind == "note"]
    leaves = leaves_of(document)
    body = [leaf for leaf in leaves if not notes or leaf.end < notes[0].start]
    lines = [f"{mark[2]}\n" for mark in marks if mark[:2] == (0, _PAGE)]
    for leaf, after in zip(body, (*body[1:], None), strict=True):
        whole = leaf.start == leaf.end
        inside = _slice(marks, leaf.start, (leaf.end, _PAGE if not whole else _PAGE + 1))
        bullet = convention.bullet if leaf.kind == "item" else ""
        items = leaf.kind == "item" and after is not None and after.kind == "item"
        lines.append(f"{bullet}{_printed(document.text, leaf, inside)}\n" + ("" if items else "\n"))
        if not whole:
            lines += [f"{mark[2]}\n\n" for mark in _slice(marks, leaf.end, (leaf.end, _PAGE + 1)) if mark[1] == _PAGE]
    for rank, note in enumerate(notes, 1):
        parts = [leaf for leaf in leaves if note.start <= leaf.start and leaf.end <= note.end and leaf not in body]
        texts = [_printed(document.text, part, _slice(marks, part.start, (part.end, _PAGE + 1))) for part in parts]
        lines.append(f"  {note.listed or rank}. " + "\n\n     ".join(texts) + "\n")
    return "".join(lines)


def fidelity_problem(document: Document, source: str, convention: Convention) -> Problem | None:
    """Return the problem `text-lost` where decoding a document does not give `source` back, white space aside."""
    printed, expected = ("".join(text.split()) for text in (decode(document, convention), source))
    if printed == expected:
        return None
    at = next((i for i, (one, other) in enumerate(zip(printed, expected, strict=False)) if one != other), -1)
    if at < 0:
        at = min(len(printed), len(expected))
    offset = _offset(source, at)
    message = (
        f"The TEI does not give the transcription back: it has “{printed[at : at + _QUOTED]}” where the transcription"
        f" has “{expected[at : at + _QUOTED]}” (white space aside). The document was not written; please report this."
    )
    line, column = source.count("\n", 0, offset) + 1, offset - source.rfind("\n", 0, offset)
    return Problem("text-lost", message, document.source or document.id, line, column)


def _offset(text: str, printed: int) -> int:
    """Return the offset in `text` of its character number `printed`, white space not counted."""
    visible = (at for at, character in enumerate(text) if not character.isspace())
    return next((at for count, at in enumerate(visible) if count == printed), len(text))


def _marks(document: Document, convention: Convention) -> list[_Mark]:
    calls = [(b.anchor, _CALL, b.n) for b in document.blocks if b.kind == "note" and b.anchor is not None]
    pages = [(s.start, _PAGE, convention.page.format(n=s.get("n"))) for s in document.spans if s.name == "pb"]
    # the sort is stable and looks at no number: two calls at one place keep the order of the list
    return sorted((*calls, *pages), key=lambda mark: mark[:2])


def _slice(marks: list[_Mark], start: int, end: tuple[int, int]) -> list[_Mark]:
    """Return the marks from offset `start` to before the place `end`, which is an offset and a kind."""
    first = bisect_left(marks, (start, _CALL), key=lambda mark: mark[:2])
    last = bisect_left(marks, end, key=lambda mark: mark[:2])
    return marks[first:last]


def _printed(text: str, leaf: Block, marks: list[_Mark]) -> str:
    out: list[str] = []
    position = leaf.start
    for offset, kind, printed in marks:
        if offset == 0 and kind == _PAGE:
            continue  # printed before the first block
        out += text[position:offset], printed if kind == _CALL else f" {printed} "
        position = offset
    return "".join((*out, text[position : leaf.end]))

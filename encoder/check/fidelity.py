"""Whether nothing was lost or invented: a document printed again as its transcription prints it, and compared."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from encoder.problems import Problem
from encoder.tei import leaves_of

if TYPE_CHECKING:
    from encoder.conventions import Convention
    from encoder.model import Block, Document

_QUOTED = 30
"""How many characters of each text a message quotes."""
_CALL, _PAGE, _LATE_CALL = range(3)
_Mark = tuple[int, int, str]
"""Offset, kind and print of what the reader took out of the text."""


def decode(document: Document, convention: Convention) -> str:
    """Return the transcription that a document was made from, but for white space.

    Note numbers, page marks, bullets and the note list stand again where the convention prints them.
    """
    marks = _marks(document, convention)
    notes = [block for block in document.blocks if block.kind == "note"]
    leaves = leaves_of(document)
    listed = next((at for at, leaf in enumerate(leaves) if notes and leaf.start >= notes[0].start), len(leaves))
    first = leaves[0].start if leaves else len(document.text) + 1
    lines = [f"{printed}\n" for offset, _, printed in marks if offset < first]
    for leaf, after in zip(leaves[:listed], (*leaves[1:], None), strict=False):
        inside, behind = _slice(marks, leaf.start, leaf.end), list[_Mark]()
        if leaf.start < leaf.end and not any(mark[:2] == (leaf.end, _LATE_CALL) for mark in inside):
            behind = [mark for mark in inside if mark[:2] == (leaf.end, _PAGE)]
            inside = [mark for mark in inside if mark[:2] != (leaf.end, _PAGE)]
        bullet = convention.bullet if leaf.kind == "item" else ""
        joint = "\n" if leaf.kind == "item" and after is not None and after.kind == "item" else "\n\n"
        lines.append(f"{bullet}{_printed(document.text, leaf, inside)}{joint}")
        lines += [f"{printed}\n\n" for _, _, printed in behind]
    for rank, note in enumerate(notes, 1):
        texts = []
        while listed < len(leaves) and leaves[listed].end <= note.end:
            leaf = leaves[listed]
            texts.append(_printed(document.text, leaf, _slice(marks, leaf.start, leaf.end)))
            listed += 1
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
    notes = (block for block in document.blocks if block.kind == "note")
    anchored = ((note.anchor, note.after_page, note.n) for note in notes if note.anchor is not None)
    calls = [(at, _LATE_CALL if after_page else _CALL, n) for at, after_page, n in anchored]
    pages = [(s.start, _PAGE, convention.page.format(n=s.get("n"))) for s in document.spans if s.name == "pb"]
    # the sort is stable and looks at no number: two calls at one place keep the order of the list
    return sorted((*calls, *pages), key=lambda mark: mark[:2])


def _slice(marks: list[_Mark], start: int, end: int) -> list[_Mark]:
    """Return the marks from offset `start` to offset `end`, both included."""
    first = bisect_left(marks, start, key=lambda mark: mark[0])
    return marks[first : bisect_right(marks, end, key=lambda mark: mark[0])]


def _printed(text: str, leaf: Block, marks: list[_Mark]) -> str:
    out: list[str] = []
    position = leaf.start
    for offset, kind, printed in marks:
        out += text[position:offset], f" {printed} " if kind == _PAGE else printed
        position = offset
    return "".join((*out, text[position : leaf.end]))

"""What an editor should know of how a transcription was read: its heading, its page marks, its notes."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from encoder.problems import Problem
from encoder.readers.pages import page_step
from encoder.readers.surplus import surplus_calls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.conventions import Convention
    from encoder.model import Document
    from encoder.readers.anchors import Mark
    from encoder.readers.layout import Layout

# A number glued to the end of a heading's last word: the call of a note that the file does not hold.
_STRAY_CALL = re.compile(r"[A-Za-z)](\d{1,2})$")
_QUOTED = 30
"""How many code points before a note's call a message quotes."""


def audit(
    document: Document, layout: Layout, marks: tuple[Mark | None, ...], convention: Convention
) -> Iterator[Problem]:
    """Yield the problems of a document's structure, pages and notes, in that order."""
    of_heading = tuple(_heading(document, has_notes=bool(layout.notes)))
    yield from of_heading
    yield from _pages(document, layout, convention)
    yield from _lost_notes(document)
    told = {(problem.line, problem.column) for problem in of_heading}
    surplus = _surplus_calls(document, layout, marks)
    yield from (problem for problem in surplus if (problem.line, problem.column) not in told)
    yield from _restarts(document)
    yield from _uncertain(document, layout, marks)


def _heading(document: Document, *, has_notes: bool) -> Iterator[Problem]:
    head = next((block for block in document.blocks if block.kind == "head"), None)
    if head is None:
        message = "No heading was found: begin the file with its number and title, “62. Letter From ...”."
        yield document.problem("heading-missing", message, 0)
    elif not has_notes and (stray := _STRAY_CALL.search(document.text, head.start, head.end)):
        message = f"The heading ends in a note number ({stray[1]}), but the file has no list of notes at its end."
        yield document.problem("note-list-missing", message, stray.start(1))


def _pages(document: Document, layout: Layout, convention: Convention) -> Iterator[Problem]:
    former = ""
    for found in convention.page_mark.finditer(layout.source):
        place = layout.place(found.start())
        if not found[1]:
            message = f"A page mark has no number: write {convention.page.format(n=12)}, or delete it."
            yield Problem("page-number-missing", message, document.source, *place)
            continue
        if former and (how := page_step(former, found[1])):
            message = f"The page number {how} from {former} to {found[1]}: look whether a mark is missing."
            yield Problem("page-order", message, document.source, *place)
        former = found[1]


def _lost_notes(document: Document) -> Iterator[Problem]:
    notes = [block for block in document.blocks if block.kind == "note"]
    lost = [block for block in notes if block.anchor is None]
    if lost and len(lost) == len(notes):
        message = f"No number in the text calls any of the {len(lost)} notes: put their numbers where they belong."
        yield document.problem("note-unanchored", message, lost[0].start)
        return
    for block in lost:
        message = f"Note {block.n} of the list is not called in the text: it stands at the document's end, unanchored."
        yield document.problem("note-unanchored", message, block.start)


def _surplus_calls(document: Document, layout: Layout, marks: tuple[Mark | None, ...]) -> Iterator[Problem]:
    for start, printed in surplus_calls(layout, marks):
        message = (
            f"“{printed}” after “{_quoted(layout.source, start)}” looks like the call of a note that the list does not "
            "hold: put the note into the list, or part the number from the text."
        )
        yield Problem("note-missing", message, document.source, *layout.place(start))


def _restarts(document: Document) -> Iterator[Problem]:
    called = [block for block in document.blocks if block.kind == "note" and block.anchor is not None]
    for before, after in pairwise(called):
        if before.n.isdecimal() and after.n.isdecimal() and int(after.n) <= int(before.n) and after.anchor is not None:
            message = f"The note numbers start again: {after.n} follows {before.n}."
            yield document.problem("note-restart", message, after.anchor)


def _uncertain(document: Document, layout: Layout, marks: tuple[Mark | None, ...]) -> Iterator[Problem]:
    for listed, mark in zip(layout.notes, marks, strict=True):
        if mark and mark.other:
            here, there = (_quoted(layout.source, start) for start in (mark.start, mark.other[0]))
            message = (
                f"Note {listed.label} of the list was anchored after “{here}”, but “{there}” is nearly as likely: "
                "look at the print."
            )
            yield Problem("note-uncertain", message, document.source, *layout.place(mark.start))


def _quoted(source: str, offset: int) -> str:
    return " ".join(source[max(0, offset - _QUOTED) : offset].split())

"""Writing a document as TEI P5, once. Its text is written as it is: nothing is added to it and nothing left out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import zip_longest
from typing import TYPE_CHECKING

from encoder.facsimiles import address_of
from encoder.model import ENGROSS
from encoder.tei.header import header_of
from encoder.tei.identity import file_ids, local_id, note_ids, root_id, xml_name
from encoder.tei.markup import INDENT, NAMESPACE, attributes, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.model import Block, Document, Edition, Span

CONTAINERS = frozenset({"list", "opener", "closer", "postscript", "quote"})
"""Blocks that hold blocks and no text of their own; a note is one where it has paragraphs."""
_DEPTH = 3
_CLOSE, _CALL, _MILESTONE, _LATE_CALL, _OPEN = range(5)
"""What comes first where several things stand at one offset."""


def leaves_of(document: Document) -> list[Block]:
    """Return the blocks that hold text, in document order."""
    return [
        block
        for block, after in zip_longest(document.blocks, document.blocks[1:])
        if block.kind not in CONTAINERS and not (block.kind == "note" and after and after.kind == "p")
    ]


def write(document: Document, edition: Edition) -> str:
    """Return the TEI of a document whose spans are settled, with XML declaration; the same for the same input."""
    root = attributes(
        (
            ("xml:id", root_id(document.id, edition.facts.get("id", ""))),
            ("xml:lang", edition.facts.get("language") or "en"),
        )
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="{NAMESPACE}"{root}>\n'
        f"{header_of(document, edition)}"
        f"  <text>\n    <body>\n{''.join(_Body(document, edition).lines())}    </body>\n  </text>\n</TEI>\n"
    )


class _Body:
    """The body of one document as it is written."""

    def __init__(self, document: Document, edition: Edition) -> None:
        self.document, self.edition = document, edition
        first = next((at for at, block in enumerate(document.blocks) if block.kind == "note"), len(document.blocks))
        self.body = document.blocks[:first]
        self.notes_start = document.body_end() if first < len(document.blocks) else len(document.text) + 1
        notes = [block for block in document.blocks[first:] if block.kind == "note"]
        self.spans = document.spans
        self.starts = [span.start for span in self.spans]
        self.ids = file_ids(document)
        self.note_ids = note_ids(document, notes, self.ids)
        self.paragraphs: dict[int, list[Block]] = {note.start: [] for note in notes}
        self._sort_paragraphs()
        self.notes = sorted((note for note in notes if note.anchor is not None), key=lambda note: note.anchor or 0)
        self.anchors = [note.anchor or 0 for note in self.notes]
        self.unanchored = [note for note in notes if note.anchor is None]
        self.ranks = {note.start: rank for rank, note in enumerate(notes, 1)}

    def _sort_paragraphs(self) -> None:
        current: list[Block] = []
        for block in self.document.blocks[len(self.body) :]:
            if block.kind == "note":
                current = self.paragraphs[block.start]
            else:
                current.append(block)

    def lines(self) -> Iterator[str]:
        """Yield the division, line by line."""
        document = self.document
        pairs = (("type", "document"), ("n", document.n), ("xml:id", local_id(document.id)))
        yield f"{INDENT * _DEPTH}<div{attributes(pairs)}>\n"
        opened: list[Block] = []
        between = self._breaks(0) if not self.body or self.body[0].start else []
        for block in self.body:
            while opened and block.start > opened[-1].end:
                yield self._closed(opened)
            yield from (self._milestone_line(span, len(opened)) for span in between)
            between = []
            pad = INDENT * (_DEPTH + 1 + len(opened))
            start = f"{pad}<{block.kind}{attributes((*block.attributes, ('n', block.n)))}>"
            if block.kind in CONTAINERS:
                yield f"{start}\n"
                opened.append(block)
                continue
            yield f"{start}{self._inline(block)}</{block.kind}>\n"
            if block.end > block.start and not self._holds_break(block.end):
                between = self._breaks(block.end)
        while opened:
            yield self._closed(opened)
        yield from (self._milestone_line(span, 0) for span in between)
        yield from (f"{INDENT * (_DEPTH + 1)}{self._note(note)}\n" for note in self.unanchored)
        yield f"{INDENT * _DEPTH}</div>\n"

    def _closed(self, opened: list[Block]) -> str:
        block = opened.pop()
        return f"{INDENT * (_DEPTH + 1 + len(opened))}</{block.kind}>\n"

    def _breaks(self, offset: int) -> list[Span]:
        """Return the page breaks that stand at `offset`, which is between two blocks."""
        first, last = bisect_left(self.starts, offset), bisect_right(self.starts, offset)
        return [span for span in self.spans[first:last] if span.name == "pb" and span.end == offset]

    def _holds_break(self, offset: int) -> bool:
        """Whether a note is called behind the page break at `offset`, so that both belong to the block before."""
        calls = range(bisect_left(self.anchors, offset), bisect_right(self.anchors, offset))
        return any(self.notes[at].after_page for at in calls)

    def _milestone_line(self, span: Span, depth: int) -> str:
        return f"{INDENT * (_DEPTH + 1 + depth)}{self._milestone(span)}\n"

    def _milestone(self, span: Span) -> str:
        pairs = list(span.attributes)
        if span.name == "pb":
            text, at = self.document.text, span.start
            if 0 < at < len(text) and not (text[at - 1].isspace() or text[at].isspace()):
                pairs.append(("break", "no"))
            pairs.append(("facs", address_of(span.get("n"), self.document, self.edition)))
            pairs.append(("xml:id", self.ids.new(xml_name(f"pg_{span.get('n')}"))))
        return f"<{span.name}{attributes(pairs)}/>"

    def _inline(self, leaf: Block) -> str:
        """Return the text of a leaf with its spans, milestones and notes."""
        text, start, end = self.document.text, leaf.start, leaf.end
        events: list[tuple[int, int, int, str]] = []
        # a page break at the end of a body's block stands behind the block, unless a note is called behind it
        whole = start >= self.notes_start or start == end or self._holds_break(end)
        stop = bisect_right(self.starts, end) if whole else bisect_left(self.starts, end)
        for at in range(bisect_left(self.starts, start), stop):
            span = self.spans[at]
            if span.start == span.end:
                events.append((span.start, _MILESTONE, at, self._milestone(span)))
            else:
                events.append((span.start, _OPEN, at, f"<{span.name}{attributes(_asserted(span))}>"))
                events.append((span.end, _CLOSE, -at, f"</{span.name}>"))
        calls = range(bisect_left(self.anchors, start), bisect_right(self.anchors, end))
        for at in calls:
            note = self.notes[at]
            events.append((self.anchors[at], _LATE_CALL if note.after_page else _CALL, at, self._note(note)))
        events.sort()
        out: list[str] = []
        for offset, _, _, markup in events:
            out += escaped(text[start:offset]), markup
            start = offset
        return "".join((*out, escaped(text[start:end])))

    def _note(self, note: Block) -> str:
        """Return a note; where its place does not tell how the list has it, `@rend` says its rank and its number."""
        rank = self.ranks[note.start]
        listed = f"list-{rank}-{note.listed or rank}" if note.anchor is None or note.listed else ""
        pairs = (
            ("anchored", "false" if note.anchor is None else ""),
            ("place", "foot"),
            ("n", note.n),
            *note.attributes,
            ("rend", listed),
            ("xml:id", self.note_ids[note.start]),
            ("resp", ENGROSS if note.cert else ""),
            ("cert", note.cert),
        )
        paragraphs = self.paragraphs[note.start]
        inside = "".join(f"<p>{self._inline(block)}</p>" for block in paragraphs) or self._inline(note)
        return f"<note{attributes(pairs)}>{inside}</note>"


def _asserted(span: Span) -> tuple[tuple[str, str], ...]:
    return (*span.attributes, ("resp", span.resp), ("cert", span.cert), ("evidence", span.evidence))

"""Proves that a PDF says what its TEI says: all of it, once, in order, and on the right pages.

The PDF is read back through its tags, as a screen reader reads it. Only white space, hyphens of line ends and
generated labels (running heads, folios, bullets) are left out of the comparison.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

import pikepdf

from encoder.problems import Problem
from encoder.publish.print_area import Area, outside
from encoder.publish.print_expected import Expected, Note, compared, expected
from encoder.publish.print_reading import read_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from encoder.publish.print_reading import Piece

_CONTEXT = 40
"""Code points shown of a text in a message."""
_HEADING = 60
"""Code points that tell the beginning of one document from others."""
_BULLET = ("LI", "Lbl")


@dataclass(slots=True)
class Proof:
    """What was found in a PDF. The figures count what was proven, not what was looked for."""

    pages: int = 0
    documents: int = 0
    notes: int = 0
    notes_on_page_of_call: int = 0
    original_pages: int = 0
    characters: int = 0
    problems: list[Problem] = field(default_factory=list)

    def to_json(self) -> str:
        """Return the proof as JSON, one problem a line of text."""
        record = asdict(self) | {"problems": [str(problem) for problem in self.problems]}
        return json.dumps(record, ensure_ascii=False, indent=2) + "\n"

    def __str__(self) -> str:
        return (
            f"{self.pages} pages hold {self.documents} documents, {self.characters} characters in the order "
            f"of the TEI, {self.notes} notes ({self.notes_on_page_of_call} on the page of their call) "
            f"and {self.original_pages} page numbers of the original"
        )


class _Stream:
    """The compared text of pieces, which piece each of its characters comes from, and how far it has been proven."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.pieces: list[Piece] = []
        self.starts: list[int] = []
        self.offset = 0
        parts: list[str] = []
        length = 0
        for piece in pieces:
            part = compared(piece.text)
            if part:
                self.pieces.append(piece)
                self.starts.append(length)
                parts.append(part)
                length += len(part)
        self.text = "".join(parts)

    def at(self, offset: int) -> Piece:
        return self.pieces[bisect_right(self.starts, offset) - 1]

    def next(self) -> str:
        """Return the beginning of what has not been proven."""
        return self.text[self.offset : self.offset + _CONTEXT]

    def take(self, text: str, following: str) -> str:
        """Go past a text; where it is not there, return how it differs, and go to where the other follows."""
        start = self.offset
        if self.text.startswith(text, start):
            self.offset += len(text)
            return ""
        self.offset = max(start, self.text.find(following[:_HEADING], start)) if following else len(self.text)
        said = self.text[start:]
        pairs = enumerate(zip(said, text, strict=False))
        same = next((place for place, (left, right) in pairs if left != right), min(len(said), len(text)))
        tei, pdf = (text[same : same + _CONTEXT] or "nothing more" for text in (text, said))
        return f"after «{text[max(0, same - _CONTEXT) : same]}» the TEI says «{tei}», the PDF «{pdf}»"


@dataclass(slots=True)
class _Printed:
    """What a PDF says: its text, and the notes at the foot of its pages."""

    text: _Stream
    notes: _Stream


def prove(pdf: Path, teis: Sequence[Path], labels: Mapping[str, str], area: Area) -> Proof:
    """Compare the PDF with the TEI documents that it was set from, in their order.

    `labels` are the words of the program in the language that the PDF was made in; `area` is where its text may stand.
    What is not as it should be is a problem of the proof.
    Raises OSError, pikepdf.PdfError or lxml.etree.XMLSyntaxError where a file cannot be read.
    """
    proof = Proof()
    documents = [expected(tei, labels) for tei in teis]
    with pikepdf.open(pdf) as opened:
        proof.pages = len(opened.pages)
        pieces = [piece for piece in read_pieces(opened) if piece.tags[-2:] != _BULLET]
    text = _Stream(piece for piece in pieces if "Note" not in piece.tags)
    notes = _Stream(piece for piece in pieces if "Note" in piece.tags)
    text.offset = _start(text, str(documents[0].text))
    marks: set[int] = set()
    for number, (tei, document) in enumerate(zip(teis, documents, strict=True), 1):
        marks |= _prove_document(proof, _Printed(text, notes), document, documents[number:], str(tei))
    if text.offset < len(text.text) and "H1" not in text.at(text.offset).tags:
        proof.problems.append(Problem("proof", f"the PDF says more than the TEI: «{text.next()}»", str(pdf)))
    if notes.offset < len(notes.text):
        proof.problems.append(Problem("proof", f"the PDF has more notes than the TEI: «{notes.next()}»", str(pdf)))
    if proof.documents == len(teis):  # otherwise it is not known what is a page number in the margin
        proof.problems += outside(area, (piece for piece in pieces if id(piece) not in marks), str(pdf))
    boxes = (piece.text for piece in pieces if piece.has_no_glyph)
    proof.problems += [Problem("glyph-missing", f"a character of «{text}» has no glyph", str(pdf)) for text in boxes]
    return proof


def _start(text: _Stream, document: str) -> int:
    """Return where the first document starts: at the first heading that reads as its text does."""
    starts = (start for start, piece in zip(text.starts, text.pieces, strict=True) if "H1" in piece.tags)
    return next((start for start in starts if text.text.startswith(document[:_HEADING], start)), 0)


def _prove_document(
    proof: Proof, printed: _Printed, document: Expected, following: Sequence[Expected], path: str
) -> set[int]:
    """Prove one document; return which pieces are numbers of pages of the original, by their ids."""
    text, notes = printed.text, printed.notes
    start, start_of_notes = text.offset, notes.offset
    differs = text.take(str(document.text), str(following[0].text) if following else "")
    next_notes = next((str(other.notes_text) for other in following if other.notes), "")
    notes_differ = notes.take(str(document.notes_text), next_notes)
    if differs or notes_differ:
        proof.problems.append(Problem("proof", differs or notes_differ, path))
        return set()
    proof.documents += 1
    proof.characters += document.text.length + document.notes_text.length
    proof.notes += document.unplaced
    for note in document.notes:
        _prove_note(proof, note, text.at(start + note.call), notes.at(start_of_notes + note.body), path)
    for offset in document.kept:
        before, after = text.at(start + offset - 1), text.at(start + offset)
        if offset and before.page != after.page:
            message = f"page {before.page + 1} of the PDF ends with «{before.text}», to which «{after.text}» belongs"
            proof.problems.append(Problem("page-break", message, path))
    marks = [(text.at(start + offset), page) for offset, page in document.text.pages]
    marks += [(notes.at(start_of_notes + offset), page) for offset, page in document.notes_text.pages]
    for piece, page in marks:
        if compared(piece.text) == page:
            proof.original_pages += 1
        else:
            proof.problems.append(Problem("proof", f"the number of page {page} runs into the text", path))
    return {id(piece) for piece, page in marks if page}


def _prove_note(proof: Proof, note: Note, call: Piece, body: Piece, path: str) -> None:
    """Prove of a note that it is a note, and that it begins on the page of its call."""
    proof.notes += 1
    if not note.number:
        return
    if "Lbl" not in call.tags:
        proof.problems.append(Problem("proof", f"note {note.number} is not at the foot of a page", path))
    elif call.page == body.page:
        proof.notes_on_page_of_call += 1
    else:
        where = f"is called on page {call.page + 1} of the PDF and begins on page {body.page + 1}"
        proof.problems.append(Problem("note-page", f"note {note.number} {where}", path))

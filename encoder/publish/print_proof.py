"""Proves that a PDF says what its TEI says: all of it, once, in order, and on the right pages.

The PDF is read back through its tags, as a screen reader reads it. Only white space, hyphens of line ends and
generated labels (running heads, folios, bullets) are left out of the comparison.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

import pikepdf

from encoder.problems import Problem
from encoder.publish.print_expected import Expected, compared, expected
from encoder.publish.print_reading import read_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from encoder.publish.print_reading import Piece

_CONTEXT = 40
"""Code points shown of a text in a message."""
_HEADING = 60
"""Code points that tell the beginning of one document from others."""
_LINES = 10
"""Lines that must end at the same place to make a margin."""
_BULLET = ("LI", "Lbl")
_TOLERANCE = 5.0
"""Points that a line may be longer than others: punctuation hangs into the margin by less than its width."""


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


class _Reading:
    """The compared text of pieces, and which piece each of its characters comes from."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.pieces: list[Piece] = []
        self.starts: list[int] = []
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


def prove(pdf: Path, teis: Sequence[Path], labels: Mapping[str, str]) -> Proof:
    """Compare the PDF with the TEI documents that it was set from, in their order.

    `labels` are the words of the program in the language that the PDF was made in.
    What is not as it should be is a problem of the proof.
    Raises OSError, pikepdf.PdfError or lxml.etree.XMLSyntaxError where a file cannot be read.
    """
    proof = Proof()
    documents = [expected(tei, labels) for tei in teis]
    with pikepdf.open(pdf) as opened:
        sizes = [(float(page.mediabox[2]), float(page.mediabox[3])) for page in opened.pages]
        reading = _Reading(piece for piece in read_pieces(opened) if piece.tags[-2:] != _BULLET)
    proof.pages = len(sizes)
    marks: set[int] = set()
    offset = _start(reading, documents[0].text)
    for number, (tei, document) in enumerate(zip(teis, documents, strict=True)):
        if reading.text.startswith(document.text, offset):
            _prove_marks(proof, reading, document, offset, str(tei))
            marks.update(id(reading.at(offset + page.start)) for page in document.pages if page.number)
            offset += len(document.text)
        else:
            proof.problems.append(_difference(reading.text[offset:], document, str(tei)))
            following = documents[number + 1].text[:_HEADING] if number + 1 < len(documents) else ""
            offset = max(offset, reading.text.find(following, offset)) if following else len(reading.text)
    if offset < len(reading.text) and "H1" not in reading.at(offset).tags:
        said = reading.text[offset : offset + _CONTEXT]
        proof.problems.append(Problem("proof", f"the PDF says more than the TEI: «{said}»", str(pdf)))
    proof.problems += _layout([piece for piece in reading.pieces if id(piece) not in marks], sizes, str(pdf))
    return proof


def _start(reading: _Reading, text: str) -> int:
    """Return where the first document starts: at the first heading that reads as its text does."""
    starts = (start for start, piece in zip(reading.starts, reading.pieces, strict=True) if "H1" in piece.tags)
    return next((start for start in starts if reading.text.startswith(text[:_HEADING], start)), 0)


def _difference(said: str, document: Expected, path: str) -> Problem:
    """Return where the PDF leaves the text of the document, with what both say there."""
    pairs = enumerate(zip(said, document.text, strict=False))
    same = next((place for place, (left, right) in pairs if left != right), min(len(said), len(document.text)))
    before = document.text[max(0, same - _CONTEXT) : same]
    tei, pdf = (text[same : same + _CONTEXT] or "nothing more" for text in (document.text, said))
    return Problem("proof", f"after «{before}» the TEI says «{tei}», the PDF «{pdf}»", path)


def _prove_marks(proof: Proof, reading: _Reading, document: Expected, offset: int, path: str) -> None:
    """Prove of a document whose whole text is there that notes are notes, and numbers of pages stand apart."""
    proof.documents += 1
    proof.characters += len(document.text)
    for note in document.notes:
        proof.notes += 1
        if not (note.placed and note.number):
            continue
        call = reading.at(offset + note.start)
        body = reading.at(offset + note.start + len(compared(note.number)))
        if "Lbl" not in call.tags or "Note" not in body.tags:
            proof.problems.append(Problem("proof", f"note {note.number} is not at the foot of a page", path))
        elif call.page == body.page:
            proof.notes_on_page_of_call += 1
        else:
            where = f"is called on page {call.page + 1} of the PDF and begins on page {body.page + 1}"
            proof.problems.append(Problem("note-page", f"note {note.number} {where}", path))
    for page in document.pages:
        if compared(reading.at(offset + page.start).text) == compared(page.number):
            proof.original_pages += 1
        else:
            proof.problems.append(Problem("proof", f"the number of page {page.number} runs into the text", path))


def _layout(pieces: Sequence[Piece], sizes: Sequence[tuple[float, float]], path: str) -> list[Problem]:
    """Return the lines that are longer than the lines of their side, or off the page, and glyphs that are boxes."""
    problems = [
        Problem("glyph-missing", f"a character of «{piece.text}» has no glyph", path)
        for piece in pieces
        if piece.has_no_glyph
    ]
    message = "page {} of the PDF: «{}» leaves the page"
    for side in (0, 1):
        lines = [piece for piece in pieces if piece.page % 2 == side and piece.right > piece.left]
        left = min(_usual(round(line.left, 1) for line in lines), default=0.0)
        right = max(_usual(round(line.right, 1) for line in lines), default=float("inf"))
        problems += [
            Problem("line-overfull", message.format(line.page + 1, line.text[-_CONTEXT:]), path)
            for line in lines
            if line.left < left - _TOLERANCE
            or line.right > min(right + _TOLERANCE, sizes[line.page][0])
            or not 0 < line.base < sizes[line.page][1]
        ]
    return problems


def _usual(places: Iterable[float]) -> list[float]:
    """Return the places where lines begin or end so often that it is no accident."""
    return [place for place, times in Counter(places).items() if times >= _LINES]

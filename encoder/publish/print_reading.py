"""Reads a tagged PDF back as a screen reader would: its text in reading order, each piece with its page and place.

It reads what typst writes (ISO 32000: marked content 14.6, structure 14.7, text 9.4) and nothing else of PDF. What
it does not understand is missing from the text, so that a comparison fails: nothing can pass unread.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf

from encoder.publish.print_font import STRING, Font, read_font, string_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

# one token: an array or string to show, a dictionary, or a word. Possessive, as no token can be read in two ways
_ENTRIES = rb"[^<>()]++|" + STRING
_TOKEN = re.compile(
    rb"<<(?:"
    + _ENTRIES
    + rb"|<<(?:"
    + _ENTRIES
    + rb")*+>>)*+>>|\[(?:[^\[\]()<]++|"
    + STRING
    + rb")*+\]|"
    + STRING
    + rb"|/?[^\s\[(</]++",
    re.DOTALL,
)
_MCID = re.compile(rb"/MCID\s+(\d+)")
_ACTUAL = re.compile(rb"/ActualText\s*(" + STRING + rb")", re.DOTALL)
_NO_CONTENT = -1

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(slots=True)
class Piece:
    """A run of text: `tags` are the structure types around it, outermost first; `page` counts from 0.

    `left`, `right` and `base` are points from the lower left corner of the page; white space at the ends is not
    counted. A piece whose text stands for another (a hyphen that is none in the text) has no place: all are 0.
    """

    text: str
    page: int
    left: float = 0.0
    right: float = 0.0
    base: float = 0.0
    has_no_glyph: bool = False
    tags: tuple[str, ...] = ()


def read_pieces(pdf: pikepdf.Pdf) -> Iterator[Piece]:
    """Yield the text of a tagged PDF in reading order. Raises AttributeError if the PDF is not tagged."""
    fonts: dict[tuple[int, int], Font] = {}
    numbers = {_objgen(page.obj): index for index, page in enumerate(pdf.pages)}
    pages = [_Page(page, index, fonts).read() for index, page in enumerate(pdf.pages)]
    # a stack and no recursion: a book's tree is long, and a stranger's may be deep
    stack: list[tuple[object, tuple[str, ...], int]] = [(pdf.Root.StructTreeRoot.K, (), 0)]
    while stack:
        node, tags, page = stack.pop()
        if isinstance(node, pikepdf.Array):
            stack.extend((kid, tags, page) for kid in reversed(list(node)))
        elif isinstance(node, pikepdf.Dictionary):
            page = numbers[_objgen(node.Pg)] if "/Pg" in node else page
            if node.get("/Type") == "/MCR":
                stack.append((int(node.MCID), tags, page))
            elif "/K" in node:
                stack.append((node.K, (*tags, str(node.S)[1:]), page))
        elif isinstance(node, int):
            for piece in pages[page].get(node, ()):
                piece.tags = tags
                yield piece


def _objgen(node: pikepdf.Object) -> tuple[int, int]:
    """Return the number of an indirect object."""
    return node.objgen


class _Page:
    """The state of reading one page: ISO 32000 calls it the graphics state, as far as text needs it."""

    def __init__(self, page: pikepdf.Page, index: int, fonts: dict[tuple[int, int], Font]) -> None:
        self.index = index
        self.fonts: dict[bytes, Font] = {}
        for name, font in page.obj.Resources.get("/Font", {}).items():
            if font.objgen not in fonts:
                fonts[font.objgen] = read_font(font)
            self.fonts[name.encode()] = fonts[font.objgen]
        contents = page.obj.Contents
        streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        self.stream = b"\n".join(stream.read_bytes() for stream in streams)
        self.marks: list[tuple[int, bool]] = [(_NO_CONTENT, False)]  # content, and whether its text was replaced
        self.matrices = [_IDENTITY]
        self.place = _IDENTITY
        self.font: Font | None = None
        self.size = 0.0
        self.found: dict[int, list[Piece]] = {}

    def read(self) -> dict[int, list[Piece]]:
        """Return the pieces of each marked content."""
        operands: list[bytes] = []
        for token in _TOKEN.findall(self.stream):
            match token:
                case b"TJ" | b"Tj":
                    self._show(operands[-1])
                case b"BDC" | b"BMC":
                    self._open(operands[-1])
                case b"EMC":
                    self.marks.pop()
                case b"q":
                    self.matrices.append(self.matrices[-1])
                case b"Q":
                    self.matrices.pop()
                case b"cm":
                    self.matrices[-1] = _times(operands[-6:], self.matrices[-1])
                case b"Tm":
                    self.place = _times(operands[-6:], _IDENTITY)
                case b"Tf":
                    self.font, self.size = self.fonts.get(operands[-2]), float(operands[-1])
                case _:
                    operands.append(token)
                    continue
            operands.clear()
        return self.found

    def _open(self, word: bytes) -> None:
        outer, replaced = self.marks[-1]
        mcid, actual = _MCID.search(word), _ACTUAL.search(word)
        content = int(mcid[1]) if mcid else outer if actual else _NO_CONTENT
        if actual and not replaced:
            string = string_bytes(actual[1])
            text = string.decode("utf-16" if string.startswith(b"\xfe\xff") else "pdfdoc")
            self.found.setdefault(content, []).append(Piece(text, self.index))
        self.marks.append((content, replaced or actual is not None))

    def _show(self, word: bytes) -> None:
        content, replaced = self.marks[-1]
        if content == _NO_CONTENT or replaced or self.font is None:
            return
        shown = self.font.show(word)
        scale, x, y = self.place[0] * self.size / 1000, self.place[4], self.place[5]
        left, right = (_at(x + scale * ink, y, self.matrices[-1]) for ink in (shown.start or 0.0, shown.end))
        piece = Piece(shown.text, self.index, left[0], right[0], left[1], shown.has_no_glyph)
        self.found.setdefault(content, []).append(piece)


def _times(operands: list[bytes], outer: Matrix) -> Matrix:
    """Return the matrix of six operands applied before `outer`."""
    a, b, c, d, e, f = (float(number) for number in operands)
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _at(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f

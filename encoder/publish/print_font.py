"""What the codes of a font in a PDF mean and how wide they are (ISO 32000: 9.7.4.3 widths, 9.10.3 ToUnicode)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

import pikepdf

_CMAP_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
# parentheses in a string may be balanced instead of escaped (ISO 32000, 7.3.4.2): so far as anyone nests them
_NESTED = rb"[^\\()]++|\\."
for _ in range(4):
    _NESTED = rb"[^\\()]++|\\.|\((?:" + _NESTED + rb")*+\)"
STRING = rb"(?:\((?:" + _NESTED + rb")*+\)|<[0-9A-Fa-f\s]*+>)"
_SHOWN = re.compile(rb"(" + STRING + rb")|(-?[\d.]+)", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r\n": b""}


class Shown(NamedTuple):
    """What an operation shows. Measures are thousandths of the size, from where the pen was.

    `width` is how far the pen moves, `start` and `end` are where its ink is (None where there is only white space).
    """

    text: str
    width: float
    start: float | None
    end: float
    has_no_glyph: bool


@dataclass(frozen=True, slots=True)
class Font:
    """`characters` and `widths` (thousandths of the size) of two-byte codes; `default` is the width of the others."""

    characters: dict[int, str]
    widths: dict[int, float]
    default: float
    known: dict[bytes, Shown] = field(default_factory=dict)
    """The strings read so far: type is set from the same few thousand."""

    def show(self, operand: bytes) -> Shown:
        """Return what the operand of TJ or Tj shows."""
        pen = end = 0.0
        start: float | None = None
        text: list[str] = []
        no_glyph = False
        for string, kerning in _SHOWN.findall(operand):
            if kerning:
                pen -= float(kerning)
                continue
            part = self.known.get(string)
            if part is None:
                part = self.known[string] = self._read(string_bytes(string))
            if part.start is not None:
                start = pen + part.start if start is None else start
                end = pen + part.end
            pen += part.width
            text.append(part.text)
            no_glyph = no_glyph or part.has_no_glyph
        return Shown("".join(text), pen, start, end, no_glyph)

    def _read(self, codes: bytes) -> Shown:
        pen = end = 0.0
        start: float | None = None
        text: list[str] = []
        numbers = [high * 256 + low for high, low in zip(codes[::2], codes[1::2], strict=True)]
        for code in numbers:
            text.append(self.characters.get(code, ""))
            width = self.widths.get(code, self.default)
            if not text[-1].isspace():
                start = pen if start is None else start
                end = pen + width
            pen += width
        return Shown("".join(text), pen, start, end, 0 in numbers)


def read_font(font: pikepdf.Object) -> Font:
    """Return what a composite font of a PDF says of its codes."""
    descendant = font.DescendantFonts[0]
    widths: dict[int, float] = {}
    row = list(descendant.get("/W", []))
    place = 0
    while place < len(row):
        first, second = int(row[place]), row[place + 1]
        if isinstance(second, pikepdf.Array):
            widths.update(enumerate((float(width) for width in second), first))
            place += 2
        else:
            widths.update(dict.fromkeys(range(first, int(second) + 1), float(row[place + 2])))
            place += 3
    cmap = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
    return Font(_to_unicode(cmap), widths, float(descendant.get("/DW", 1000)))


def _to_unicode(cmap: bytes) -> dict[int, str]:
    characters: dict[int, str] = {}
    for kind, block in _CMAP_BLOCK.findall(cmap):
        values = _HEX.findall(block)
        if kind == b"bfchar":
            for code, text in zip(values[::2], values[1::2], strict=True):
                characters[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
        else:
            for first, last, text in zip(values[::3], values[1::3], values[2::3], strict=True):
                start = bytes.fromhex(text.decode()).decode("utf-16-be")
                for step, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                    characters[code] = start[:-1] + chr(ord(start[-1]) + step)
    return characters


def string_bytes(string: bytes) -> bytes:
    """Return the bytes that a literal `(...)` or hexadecimal `<...>` string of a PDF stands for."""
    if string.startswith(b"<"):
        digits = b"".join(string[1:-1].split()).decode()
        return bytes.fromhex(digits + "0" * (len(digits) % 2))
    return _ESCAPE.sub(_unescaped, string[1:-1]) if b"\\" in string else string[1:-1]


def _unescaped(match: re.Match[bytes]) -> bytes:
    sign = match[1]
    return bytes([int(sign, 8)]) if sign[:1].isdigit() else _ESCAPES.get(sign, sign)

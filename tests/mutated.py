"""Transcriptions damaged at random: cut, doubled, shuffled lines, changed digits, random Unicode, pieces repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

_MARKS = ("[Page 12]", "[Page]", "[Page 12", "•", "  • ", "1", "2", "12", "*", "†", "\n\n", "\n", "  ", "1. ", "[", "]")
_MARKS += ("  1. ", "  2. A note.\n", "62. ", "Mr. ", "July 142", "’", "“", "—", "<p>", "&amp;", "]]>", "Tokyo, ", "\t")
"""Pieces that mean something to a reader, where they do not belong."""
_PLANES = ((0x20, 0x7E), (0xA0, 0x17F), (0x300, 0x36F), (0x370, 0x5FF), (0x2000, 0x206F), (0x4E00, 0x4EFF))
_PLANES += ((0xE000, 0xE010), (0xFFF0, 0xFFFF), (0x1F600, 0x1F64F), (0x00, 0x1F), (0x80, 0x9F))


def mutated(texts: Sequence[str], chance: random.Random) -> str:
    """Return one of `texts` with one to four damages."""
    text = chance.choice(texts)
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(_DAMAGES)(text, chance)
    return text


def _slice(text: str, chance: random.Random) -> tuple[int, int]:
    first, last = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
    return first, last


def _cut(text: str, chance: random.Random) -> str:
    first, last = _slice(text, chance)
    return chance.choice((text[:first], text[first:], text[:first] + text[last:]))


def _doubled(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = chance.randrange(len(lines))
    most = min(len(lines), at + chance.randint(1, 5))
    return "".join(lines[:most] + lines[at:most] * chance.choice((1, 1, 2, 9)) + lines[most:])


def _shuffled(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    first, last = sorted((chance.randint(0, len(lines)), chance.randint(0, len(lines))))
    middle = lines[first:last]
    chance.shuffle(middle)
    return "".join(lines[:first] + middle + lines[last:])


def _digits(text: str, chance: random.Random) -> str:
    share = chance.choice((0.02, 0.2, 1.0))
    return "".join(
        chance.choice("0123456789²٣") if letter.isdigit() and chance.random() < share else letter for letter in text
    )


def _unicode(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(text))
        text = text[:at] + chr(chance.randint(*chance.choice(_PLANES))) * chance.choice((1, 1, 3)) + text[at:]
    return text


def _marked(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 12)):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(_MARKS) + text[at:]
    return text


def _unspaced(text: str, chance: random.Random) -> str:
    first, last = _slice(text, chance)
    return text[:first] + "".join(text[first:last].split(chance.choice(("\n", " ", "\n\n")))) + text[last:]


_DAMAGES: tuple[Callable[[str, random.Random], str], ...] = (
    _cut,
    _doubled,
    _shuffled,
    _digits,
    _unicode,
    _marked,
    _unspaced,
)

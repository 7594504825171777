"""Gold documents with other printed numbers: shifted, restarted, lost, repeated, left out, replaced by signs, adjacent.

The volumes are consistent to a fault; print is not always. The choice is by a document's own checksum: no chance in it.
"""

from __future__ import annotations

import random
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gold_marks import Flattened

_SIGNS = "*†‡§"
_PAGE = "[Page "


def variants(document: Flattened) -> Iterator[tuple[str, Flattened, list[int | None]]]:
    """Yield altered forms of a document: the kind, the document, and for each listed note the index of its mark."""
    chance = random.Random(zlib.crc32(f"{document.volume}{document.id}".encode()))
    for kind, (share, least, alter) in _KINDS.items():
        if chance.random() > share or len(document.marks) < least:
            continue
        numbers = alter(document, chance)
        if numbers is not None:
            yield kind, *_renumbered(document, numbers)
    if chance.random() < _ADJACENT and len(document.marks) > 1:
        yield "adjacent", _adjacent(document, chance), list(range(len(document.marks)))


_ADJACENT = 0.05


def _printed(document: Flattened) -> list[str]:
    return [document.text[start:end] for start, end in document.marks]


def _pages(document: Flattened) -> list[bool]:
    """Return for each mark whether a page begins between it and the one before."""
    ends = [0, *(end for _, end in document.marks)]
    return [_PAGE in document.text[end:start] for end, (start, _) in zip(ends, document.marks, strict=False)]


def _shifted(document: Flattened, chance: random.Random) -> list[str | None]:
    offset = chance.randint(3, 70)
    return [str(int(number) + offset) if number.isdigit() else number for number in _printed(document)]


def _restarted(document: Flattened, chance: random.Random) -> list[str | None]:
    del chance
    numbers: list[str | None] = []
    count = 0
    for new_page in _pages(document):
        count = 1 if new_page else count + 1
        numbers.append(str(count))
    return numbers


def _signs(document: Flattened, chance: random.Random) -> list[str | None]:
    return [
        _SIGNS[(int(number) - 1) % 4] * (1 + (int(number) - 1) // 4)
        for number in _restarted(document, chance)
        if number is not None
    ]


def _counted(count: int, first: int = 1) -> list[str | None]:
    return [str(number) for number in range(first, first + count)]


def _one_sign(document: Flattened, chance: random.Random) -> list[str | None]:
    count = len(document.marks)
    at = chance.randrange(1, count)
    return [*_counted(at), "*", *_counted(count - at - 1, at + 1)]


def _lost(document: Flattened, chance: random.Random) -> list[str | None]:
    numbers: list[str | None] = [*_printed(document)]
    numbers[chance.randrange(len(numbers))] = None
    return numbers


def _repeated(document: Flattened, chance: random.Random) -> list[str | None]:
    count = len(document.marks)
    at = chance.randrange(1, count)
    return [*_counted(at), str(at), *_counted(count - at - 1, at + 1)]


def _left_out(document: Flattened, chance: random.Random) -> list[str | None]:
    count = len(document.marks)
    at = chance.randrange(1, count)
    return [*_counted(at), *_counted(count - at, at + 2)]


_KINDS: dict[str, tuple[float, int, Callable[[Flattened, random.Random], list[str | None] | None]]] = {
    "shifted": (0.10, 1, _shifted),
    "restarted": (0.15, 3, _restarted),
    "signs": (0.06, 1, _signs),
    "one sign": (0.06, 2, _one_sign),
    "lost": (0.04, 1, _lost),
    "repeated": (0.015, 3, _repeated),
    "left out": (0.015, 3, _left_out),
}
"""How many documents of the gold get each alteration, and how many notes it takes."""


def _renumbered(document: Flattened, numbers: list[str | None]) -> tuple[Flattened, list[int | None]]:
    parts: list[str] = []
    marks: list[tuple[int, int]] = []
    places: list[int | None] = []
    position = length = 0
    for (start, end), number in zip(document.marks, numbers, strict=True):
        parts += [document.text[position:start], number or ""]
        length += start - position
        places.append(None if number is None else len(marks))
        if number is not None:
            marks.append((length, length + len(number)))
            length += len(number)
        position = end
    text = "".join([*parts, document.text[position:]])
    return replace(document, text=text, marks=tuple(marks)), places


def _adjacent(document: Flattened, chance: random.Random) -> Flattened:
    """Return the document with one call moved to stand just behind the call before it: `19711 2`."""
    at = chance.randrange(1, len(document.marks))
    (_, end), (start, stop) = document.marks[at - 1 : at + 1]
    number = document.text[start:stop]
    text = f"{document.text[:end]} {number}{document.text[end:start]}{document.text[stop:]}"
    later = [(first + 1, last + 1) for first, last in document.marks[at + 1 :]]
    return replace(document, text=text, marks=(*document.marks[:at], (end + 1, end + 1 + len(number)), *later))

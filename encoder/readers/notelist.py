"""The note list at the end of a transcription: where it starts, and which lines begin its entries.

Its labels count up from the first to the end of the file. A note may hold lines that look like labels (a list of its
own), and a body may end with a numbered list: what the lines between say decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.conventions import Convention

_LABEL = re.compile(
    r"^(?P<indent>[^\S\n]*)(?P<label>\d{1,6}|[*†‡§‖¶]{1,3})\.(?P<gap>[^\S\n]+(?=\S)|[^\S\n]*$)", re.MULTILINE
)
_PARAGRAPH = re.compile(r"\S(?:.|\n(?![^\S\n]*\n))*")
_FLUSH = re.compile(r"\n[^\S\n]*\n(?=\S)")
_GLUED = re.compile(r"(?<=[^\W\d_]|[.,;:?!)\]”\"])(\d{1,6}|[*†‡§‖¶]{1,3})(?!\w)")
_OPENING = re.compile(
    r"(?:\[?Source:|Ibid|See |Document |Documents |Telegram |In telegram |Not |Printed|For |Reference|Dated |Drafted|"
    r"Attached|Secret|Confidential|Top Secret|Text |A copy|No )"
)
"""How notes of the series begin: more than half of 10,577 notes begin like this."""
_NESTED = 0.2
"""What a label-like line inside a note costs where it counts on from 1 ..."""
_STRAY = 1.0
"""... and where it does not."""
_BODY = 0.3
"""What a line costs that looks like a label and is left to the body."""
_INTRODUCED = 2.0
"""What it costs that the line before the list ends with a colon, as before a list of the body."""
_INTRODUCTION = 40
"""How many code points before the list the colon is sought in."""
_NOTELIKE = -2.0
"""What it costs, or rather saves, that the first entry begins like a note."""
_CALLED = 0.5
"""The least share of an odd list's numbers that must stand in the body as if called there."""
_RESTARTED = 0.6
"""The least share of the lines in question that the body must call, for a list whose labels start again."""
_MISSING = 0.8
"""What it costs that a number is left out."""
_ELSEWHERE = 3.0
"""What it costs that the list does not begin with 1."""
_NEAR = 6
"""How many lines with the right number are tried as the former entry."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the note list: its label as printed (`1`, `37`, `*`) and its paragraphs, as ranges."""

    label: str
    start: int
    """Where the label stands."""
    paragraphs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that begins with a label."""

    start: int
    indent: int
    label: str
    text: int
    """Where the text after the label begins."""
    column: int
    """The same, in code points from the beginning of the line: labels may be flush right."""

    @property
    def number(self) -> int:
        """The label as a number, or 0 for a sign."""
        return int(self.label) if self.label.isdecimal() else 0


def note_list(source: str, convention: Convention) -> tuple[int, tuple[Listed, ...]]:
    """Return where the note list starts, which is the end of the body, and its entries; none start at the end."""
    lines = list(_lines(source))
    chain = _indented(source, lines, _flush_paragraphs(source, convention)) or _flush(source, lines)
    if not chain:
        return len(source), ()
    stops = [line.start for line in chain[1:]] + [len(source)]
    entries = tuple(
        Listed(line.label, line.start + line.indent, _paragraphs(source, line.text, stop))
        for line, stop in zip(chain, stops, strict=True)
    )
    return chain[0].start, entries


def _lines(source: str) -> Iterator[_Line]:
    for found in _LABEL.finditer(source):
        indent = len(found["indent"])
        yield _Line(found.start(), indent, found["label"], found.end(), found.end() - found.start())


def _indented(source: str, lines: list[_Line], flush: list[int]) -> list[_Line]:
    """Return the entries of a list that is set off from the body by its indentation.

    `flush` are the starts of the paragraphs that are not indented. A few of them may belong to notes, if all else
    says that the list is one of notes.
    """
    chain = _entries(source, [line for line in lines if line.indent])
    if not chain or (chain[0].start < flush[-1] and not _is_certain(source, chain)):
        chain = _entries(source, [line for line in lines if line.indent and line.start > flush[-1]])
    return _restarted(source, [line for line in lines if line.indent and line.start > flush[-1]], chain) or chain


def _restarted(source: str, after: list[_Line], chain: list[_Line]) -> list[_Line]:
    """Return the entries of a list whose labels start again as the calls of the body do; none if it is no such list.

    The lines that `chain` takes for text of notes must be called, in their place among the others.
    """
    flat = [line for line in after if line.number and _stand_alike(after[0], line)]
    if len(flat) <= len(chain) or all(one.number < other.number for one, other in pairwise(flat)):
        return []
    calls = _GLUED.findall(source[: flat[0].start])
    gained = LCSseq.similarity([line.label for line in flat], calls)
    gained -= LCSseq.similarity([line.label for line in chain], calls)
    return flat if gained >= _RESTARTED * (len(flat) - len(chain)) else []


def _entries(source: str, after: list[_Line]) -> list[_Line]:
    numbers = [line for line in after if line.number]
    chain = _chain(source, numbers) if numbers else [line for line in after if line.indent == after[0].indent]
    if not _is_meant(source, chain):
        return []
    signs = [line for line in after if numbers and not line.number and _stand_alike(chain[0], line)]
    return sorted([*chain, *signs], key=lambda line: line.start)


def _flush_paragraphs(source: str, convention: Convention) -> list[int]:
    """Return where the paragraphs begin that are not indented, page marks left out."""
    starts = (found.end() for found in _FLUSH.finditer(source))
    return [0, *(start for start in starts if not convention.page_mark.match(source, start))]


def _chain(source: str, lines: list[_Line]) -> list[_Line]:
    """Return the cheapest way to read `lines` as entries that count up, one by one."""
    skipped = list(accumulate(_skips(lines), initial=0.0))
    costs: list[float] = []
    formers: list[int] = []
    at: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        cost, former = min(
            [(_beginning(source, line) + _BODY * index, -1)]
            + [
                (costs[one] + skipped[index] - skipped[one + 1] + _MISSING * (step - 1), one)
                for step in (1, 2)
                for one in at.get(line.number - step, [])[-_NEAR:]
                if _stand_alike(lines[one], line)
            ]
        )
        costs.append(cost)
        formers.append(former)
        at.setdefault(line.number, []).append(index)
    index = min(range(len(lines)), key=lambda last: costs[last] + skipped[-1] - skipped[last + 1])
    chain = []
    while index >= 0:
        chain.append(lines[index])
        index = formers[index]
    return chain[::-1]


def _skips(lines: list[_Line]) -> Iterator[float]:
    """Yield what it costs to take each line for text of a note."""
    former = 0
    for line in lines:
        yield _NESTED if line.number in {1, former + 1} else _STRAY
        former = line.number


def _beginning(source: str, line: _Line) -> float:
    """Return what it costs to begin the list with `line`."""
    cost = 0.0 if line.number == 1 else _ELSEWHERE
    if source[max(0, line.start - _INTRODUCTION) : line.start].rstrip().endswith(":"):
        cost += _INTRODUCED
    return cost + (_NOTELIKE if _OPENING.match(source, line.text) else 0.0)


def _stand_alike(one: _Line, other: _Line) -> bool:
    """Return whether two labels are indented alike, flush left or flush right."""
    return one.indent == other.indent or one.column == other.column


def _is_meant(source: str, chain: list[_Line]) -> bool:
    """Return whether an indented list is the note list, and not a list that the body ends with."""
    if not chain:
        return False
    if _beginning(source, chain[0]) <= 0 or any(_OPENING.match(source, line.text) for line in chain):
        return True
    return _share_called(source, chain) >= _CALLED


def _is_certain(source: str, chain: list[_Line]) -> bool:
    """Return whether a list holds notes although paragraphs without indentation stand in it."""
    return _OPENING.match(source, chain[0].text) is not None and _share_called(source, chain) >= _CALLED


def _share_called(source: str, chain: list[_Line]) -> float:
    """Return the share of the entries whose label stands in the body, run into a word or a punctuation mark."""
    body = source[: chain[0].start]
    glued = set(_GLUED.findall(body))
    return sum(line.label in glued for line in chain) / len(chain)


def _flush(source: str, lines: list[_Line]) -> list[_Line]:
    """Return the entries of a list without indentation: its lines follow one another, and the body calls them."""
    chain: list[_Line] = []
    stop = len(source.rstrip())
    for line in reversed(lines):
        if line.indent or "\n\n" in source[line.start : stop] or (chain and line.number != chain[-1].number - 1):
            break
        chain.append(line)
        stop = line.start
    chain.reverse()
    if not chain or chain[0].number != 1 or not source[: chain[0].start].endswith("\n\n"):
        return []
    notelike = any(_OPENING.match(source, line.text) for line in chain)
    return chain if notelike and _share_called(source, chain) >= _CALLED else []


def _paragraphs(source: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the ranges of the paragraphs in `source[start:end]`: blank lines part them; one empty range if none."""
    found = [
        (start + match.start(), start + match.start() + len(match[0].rstrip()))
        for match in _PARAGRAPH.finditer(source[start:end])
    ]
    return tuple(found) or ((start, start),)

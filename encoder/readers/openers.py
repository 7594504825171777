"""How a document opens: its heading, its dateline, its salutation."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from encoder.model import Block

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.readers.structure import Chunk

Words = tuple[str, ...]

_NUMBERED = re.compile(r"\[?(?:No\. ?)?\d{1,4}[a-z]?[.\]]")
# The longest heading of the 12 hand-encoded volumes has 240 characters.
_HEAD_LENGTH = 600
_ABOVE_TITLE = re.compile(r"\[[^\]]{1,40}\]|\[?(?:No\. ?)?\d{1,4}[a-z]?[.\]]{0,2}")
"""What stands on a line of its own above a title: `[Enclosure]`, `No. 12.`"""
_TITLE_WORD = re.compile(r"[“\"(\[]?[A-Z\d]|(?:a|an|and|at|by|de|for|from|in|of|on|the|to|with)$|[—–-]+$")
_TITLE_LENGTH = 200

_MONTHS = "January February March April May June July August September October November December"
_SHORT = "Jan Feb Mar Apr Aug Sept Sep Oct Nov Dec"
# Both cases are spelled out: a pattern that ignores case takes five times as long.
_MONTH = (
    rf"(?:{'|'.join(f'{month}|{month.upper()}' for month in _MONTHS.split())}"
    rf"|(?:{'|'.join(f'{month}|{month.upper()}' for month in _SHORT.split())})\b\.?)"
)
_YEAR = r"(?:1[5-9]\d\d|20\d\d|['’]\d\d)(?!\d)"
_DAYS = rf"\d{{1,2}}(?!\d)(?:st|nd|rd|th|d)?(?: ?(?:[-–—/]|and|to) ?(?:{_MONTH} )?\d{{1,2}}(?!\d))?"
_DATE = re.compile(
    rf"(?:[Uu]ndated|UNDATED|n\.d\.|{_MONTH},? {_DAYS},? ?{_YEAR}|{_MONTH},? {_YEAR}|{_MONTH} {_DAYS}"
    rf"|{_DAYS} {_MONTH},? {_YEAR}|\d{{1,2}}/\d{{1,2}}/(?:19)?\d\d(?!\d))"
)
_CLOCK = r"(?:\d{1,2}(?::\d\d)?(?: ?[ap]\. ?m\.?)?|noon|midnight|\d{4} ?Z|\d{4} hours)"
_TIME = rf"{_CLOCK}(?: ?(?:[-–—]|and|to) ?{_CLOCK}){{0,3}}"
_AFTER = re.compile(
    rf"(?: ?[,.—–-] ?{_TIME})?(?: \([A-Z]{{2,4}}\))?[ \].,]{{0,3}}(?:[\[(]received [^\])]{{1,60}}[\])]\.?)?",
    re.IGNORECASE,
)
_RECEIVED = re.compile(r"[\[(]Received .{1,60}[\])]\.?")
_PLACE = re.compile(r"[A-Z][^\W\d_]*(?:[’'.-][^\W\d_]*)*")
_SMALL = frozenset(
    {"aboard", "at", "de", "del", "en", "es", "la", "las", "los", "of", "on", "route", "sea", "the", "to"}
)
# "Legation of the United States" is the longest part of a place that the series prints.
_PLACE_WORDS = 5
_PLACE_PARTS = 4
_DATELINE_LENGTH = 140
_SALUTE_LENGTH = 90
_UNMARKED = str.maketrans("", "", '.“"')
_PARTS = re.compile(r"[,\[\]]+")
_DATED = re.compile(r"\d|ndated|NDATED|n\.d\.")
_REDACTED = re.compile(r"\[[^\]]{0,40}not declassified\]")


def is_place(line: str) -> bool:
    """Tell whether a line has the form of a place: `Hakone, Japan,`, `[Washington,]`, `En route to Saigon`.

    A line in capitals that holds a small word is a title (`REPORT OF VISIT TO VIET-NAM`), and no place.
    """
    parts = [part.split() for part in _PARTS.split(_REDACTED.sub("Place", line)) if part.strip()]
    words = [word for part in parts for word in part]
    return (
        0 < len(parts) <= _PLACE_PARTS
        and all(len(part) <= _PLACE_WORDS for part in parts)
        and all(word in _SMALL or _PLACE.fullmatch(word) for word in words)
        and not (line.isupper() and any(word.casefold() in _SMALL or word == "IN" for word in words))
    )


def is_dateline(line: str) -> bool:
    """Tell whether a line is a place and date, a date, or `undated`, with or without a time of day."""
    if len(line) > _DATELINE_LENGTH or not _DATED.search(line):
        return False
    found = _DATE.search(line)
    if not found:
        return False
    before, after = line[: found.start()], line[found.end() :]
    if before.strip(" [") and not _leads_in(before):
        return False
    timed = re.match(r", ([^\d]+)(?=, |$)", after)
    if timed and is_place(timed[1]):
        after = after[timed.end() :]
    return _AFTER.fullmatch(after) is not None


def _leads_in(before: str) -> bool:
    """Tell whether what stands before a date is a place: of several words only with a comma or bracket after it."""
    if before[-1] not in " ,[]" or not is_place(before):
        return False
    return before.rstrip()[-1] in ",[]" or len(before.split()) <= 2


@cache
def _salutations(words: Words) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(re.escape(word) for word in longest_first)})\b", re.IGNORECASE)


def is_salute(line: str, salutations: Words) -> bool:
    """Tell whether a whole line is a salutation: `Dear Bob:`, `Sir:`, `My dear Mr. Secretary,`."""
    if len(line) > _SALUTE_LENGTH:
        return False
    bare = line.translate(_UNMARKED)
    found = _salutations(salutations).match(bare)
    if not found:
        return False
    rest = bare[found.end() :]
    if not rest.strip(":,—- "):
        return True
    if not found[0].casefold().endswith("dear") or ": " in rest:
        return False
    return bare[-1] in ":,—" or len(rest.split()) <= 3


def heads(text: str, chunks: tuple[Chunk, ...]) -> list[Block]:
    """Return the heading, in as many blocks as it has paragraphs; none where the text starts at once."""
    found: list[Block] = []
    for chunk in chunks[:3]:
        line = text[chunk.start : chunk.end]
        if chunk.kind == "item" or len(line) > _HEAD_LENGTH or not (_NUMBERED.match(line) or _is_title(line)):
            break
        found.append(Block("head", chunk.start, chunk.end))
        if not _ABOVE_TITLE.fullmatch(line):
            break
    return found


def _is_title(line: str) -> bool:
    """Tell whether a line without number is a heading: no sentence, no salutation, no date."""
    if not line or line[0] in '“"' or line[-1] in ":;,?!" or is_dateline(line):
        return False
    return line[-1] != "." or (len(line) <= _TITLE_LENGTH and all(_TITLE_WORD.match(word) for word in line.split()))


def opener(text: str, chunks: tuple[Chunk, ...], first: int, words: Mapping[str, Words]) -> tuple[list[Block], int]:
    """Return the blocks of the opener that starts at chunk `first`, and how many chunks it takes (0 for none)."""
    leaves: list[Block] = []
    taken = 0
    for chunk in chunks[first:]:
        found = _opening(text, chunk, words["salutations"]) if chunk.kind == "paragraph" else []
        if not found:
            break
        leaves += found
        taken += 1
        if found[-1].kind == "salute":
            break
    if not leaves:
        return [], 0
    return [Block("opener", leaves[0].start, leaves[-1].end), *leaves], taken


def _opening(text: str, chunk: Chunk, salutations: Words) -> list[Block]:
    """Return the dateline, the salutation, or both, that a chunk is; nothing if it is something else."""
    if chunk.end - chunk.start > 3 * _DATELINE_LENGTH:
        return []
    lines = chunk.lines()
    salute = is_salute(text[slice(*lines[-1])], salutations)
    dated = lines[:-1] if salute else lines
    found: list[Block] = []
    if dated:
        texts = [text[start:end] for start, end in dated]
        if not any(is_dateline(line) for line in texts) or not all(
            is_dateline(line) or is_place(line) or _RECEIVED.fullmatch(line) for line in texts
        ):
            return []
        found.append(Block("dateline", dated[0][0], dated[-1][1]))
    if salute:
        found.append(Block("salute", *lines[-1]))
    return found

"""How a document closes: salutation, signatures with their offices, postscript, what was enclosed."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from encoder.model import Block
from encoder.readers.names import is_full_name, is_name, is_name_with_office, is_office, word_set
from encoder.readers.openers import is_dateline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.readers.structure import Chunk

Words = tuple[str, ...]
Kind = Literal["salute", "dateline", "name", "office", "other"]


class Line(NamedTuple):
    """A line of a closing: what it is, its range in the reading text, and the chunk that it stands in."""

    kind: Kind
    start: int
    end: int
    chunk: int


# No closing of the 12 hand-encoded volumes takes more than 5 chunks; the rest is room for those of others.
_CHUNKS = 10
_CHUNK_LENGTH = 400
_CLOSING_LENGTH = 90
_CLOSING_WORDS = 14
_POSTSCRIPT = re.compile(r"(?:P\. ?){1,2}S\.[.:—–-]? ?\S|PS[.:—–-]? ?\S")
_ENCLOSURE = re.compile(r"\[?([^\W\d_]+)(?: (?:No\. ?)?(?:\d{1,2}|[A-Z]))?[.:]?\]?")
_ENCLOSURE_LENGTH = 24
_COMMA = re.compile(", (?=[A-Z])")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


@cache
def _ending(words: Words) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words)}),?$", re.IGNORECASE)


def is_closing(line: str, words: Mapping[str, Words]) -> bool:
    """Tell whether a line is a closing salutation: `Sincerely yours,`, `With warm regards,`, `..., I remain,`."""
    if len(line) > _CLOSING_LENGTH or line[-1] in ':;?!”"' or not line[0].isupper():
        return False
    if _ending(words["closing_ends"]).search(line):
        return True
    found = _WORD.findall(line.casefold())
    if not found or len(found) > _CLOSING_WORDS or any(character.isdigit() for character in line):
        return False
    closings = word_set(words["closings"])
    return not closings.isdisjoint(found) and (closings | word_set(words["closing_words"])).issuperset(found)


def closing(text: str, chunks: tuple[Chunk, ...], first: int, words: Mapping[str, Words]) -> tuple[int, list[Block]]:
    """Return the chunk at which the document's closing starts, and the blocks of the closing.

    `first` is the chunk from which on there may be one. Without a closing this is the number of chunks, and no blocks.
    A closing stands at the very end; only a postscript or the names of enclosures may follow its signatures.
    """
    total = len(chunks)
    start, blocks = _closer(text, chunks, first, total, words)
    if not blocks:
        end = _before_enclosures(text, chunks, first, words)
        after = [Block("trailer", chunk.start, chunk.end) for chunk in chunks[end:]]
        if end == total and (found := _postscript_before(text, chunks, first, total)) < total:
            end, after = found, _postscript(chunks, found, total)
        if end == total:
            return total, []
        start, blocks = _closer(text, chunks, first, end, words)
        return (start, [*blocks, *after]) if _is_signed(blocks) else (total, [])
    if start > first + 1 and _POSTSCRIPT.match(text, chunks[start - 1].start, chunks[start - 1].end):
        above, signatures = _closer(text, chunks, first, start - 1, words)
        if _is_signed(signatures) and all(block.kind != "salute" for block in blocks):
            return above, [*signatures, *_postscript(chunks, start - 1, start, blocks[1:])]
    return start, blocks


def _closer(
    text: str, chunks: tuple[Chunk, ...], first: int, end: int, words: Mapping[str, Words]
) -> tuple[int, list[Block]]:
    """Return the chunk where the closer starts that ends before chunk `end`, and its blocks, none if there is none."""
    lines: list[Line] = []
    for number in range(end - 1, max(first, end - _CHUNKS) - 1, -1):
        found = _lines(text, chunks[number], number, words)
        if not found:
            break
        lines[:0] = found
    lines = _in_order(text, lines)
    if not lines:
        return end, []
    blocks = _leaves(lines)
    return lines[0].chunk, [Block("closer", blocks[0].start, blocks[-1].end), *blocks]


def _is_signed(blocks: list[Block]) -> bool:
    return any(block.kind == "signed" for block in blocks)


def _in_order(text: str, lines: list[Line]) -> list[Line]:
    """Return the last of these lines that are in the order of a closing: salutation, names with offices under them.

    What does not fit is of the body, with all that stands above it: an address, a place, a quoted letter's end.
    """
    first = 0
    for at, line in enumerate(lines):
        above = lines[at - 1].kind if at > first else None
        if (
            (line.kind == "office" and above not in {"name", "office"})
            or (line.kind == "dateline" and above is None)
            or (line.kind == "name" and above == "name" and _is_place_above(text, lines, at))
        ):
            first = at if line.kind == "name" else at + 1
        elif line.kind == "salute" and above not in {None, "salute"}:
            first = at
    if not first:
        return lines
    # a chunk is of the closing as a whole or not at all
    rest = [line for line in lines[first:] if line.chunk != lines[first - 1].chunk]
    return _in_order(text, rest)


def _is_place_above(text: str, lines: list[Line], at: int) -> bool:
    """Tell whether the line above a full name is one word, such as the last line of an address (`Ottawa`)."""
    line, above = lines[at], lines[at - 1]
    return above.chunk < line.chunk and " " not in text[above.start : above.end] and " " in text[line.start : line.end]


def _lines(text: str, chunk: Chunk, number: int, words: Mapping[str, Words]) -> list[Line]:
    """Return the lines of a chunk that belongs to a closing, none where any of them does not."""
    if chunk.kind == "item" or chunk.end - chunk.start > _CHUNK_LENGTH:
        return []
    ranges = chunk.lines()
    if len(ranges) == 1 and (comma := _run_in(text[chunk.start : chunk.end], words)):
        ranges = [(chunk.start, chunk.start + comma), (chunk.start + comma + 1, chunk.end)]
    found: list[Line] = []
    for start, end in ranges:
        kind = _kind(text[start:end], words, above=found[-1].kind if found else None)
        if kind == "other":
            return []
        found.append(Line(kind, start, end, number))
    return found


def _run_in(line: str, words: Mapping[str, Words]) -> int:
    """Return where the space stands between a salutation and a name on one line (`Faithfully yours, Foster`), or 0."""
    if len(line) > 2 * _CLOSING_LENGTH:
        return 0
    for comma in _COMMA.finditer(line):
        name = line[comma.end() :]
        if is_name(name, words["offices"], words["not_names"]) and not is_closing(name, words):
            return comma.start() + 1 if is_closing(line[: comma.start() + 1], words) else 0
    return 0


def _kind(line: str, words: Mapping[str, Words], above: Kind | None) -> Kind:
    """Return what a line is; `above` is what the line above it in the same paragraph is."""
    offices, not_names = words["offices"], words["not_names"]
    if above in {"name", "office"}:
        # Print sets the office on the lines under a name, whatever they say.
        return "name" if is_full_name(line, offices, not_names) else "office"
    if is_closing(line, words):
        return "salute"
    if is_name(line, offices, not_names) or is_name_with_office(line, offices, not_names):
        return "name"
    if is_office(line, offices):
        return "office"
    return "dateline" if is_dateline(line) else "other"


def _leaves(lines: list[Line]) -> list[Block]:
    """Return the leaves of a closer: an office belongs to the signature above it."""
    leaves: list[Block] = []
    for line in lines:
        if line.kind == "office":
            leaves[-1] = Block("signed", leaves[-1].start, line.end)
        else:
            leaves.append(Block("signed" if line.kind == "name" else line.kind, line.start, line.end))
    return leaves


def is_enclosure(text: str, chunk: Chunk, words: Mapping[str, Words]) -> bool:
    """Tell whether a chunk only says that something was enclosed: `[Enclosure]`, `Attachment 2`, `Annex A`."""
    if chunk.end - chunk.start > _ENCLOSURE_LENGTH:
        return False
    found = _ENCLOSURE.fullmatch(text, chunk.start, chunk.end)
    return bool(found and found[1].casefold() in word_set(words["enclosures"]))


def _before_enclosures(text: str, chunks: tuple[Chunk, ...], first: int, words: Mapping[str, Words]) -> int:
    """Return where the lines begin that say what was enclosed: `Enclosures`, `Attachment`."""
    end = len(chunks)
    while end > first + 1 and _names_enclosure(text[chunks[end - 1].start : chunks[end - 1].end], words["enclosures"]):
        end -= 1
    return end


def _names_enclosure(line: str, enclosures: Words) -> bool:
    """Tell whether a line says what was enclosed: `Attachments: Draft telegram`, `Enclosure`."""
    found = _WORD.match(line.casefold()) if len(line) <= _CLOSING_LENGTH else None
    return bool(
        found and found[0] in word_set(enclosures) and (line[len(found[0]) :][:1] in {"", ":"} or line[-1] != ".")
    )


def _postscript_before(text: str, chunks: tuple[Chunk, ...], first: int, end: int) -> int:
    """Return the chunk where the postscript begins that runs to `end`, or `end` where there is none."""
    for number in range(end - 1, max(first, end - _CHUNKS), -1):
        if chunks[number].kind == "item":
            break
        if _POSTSCRIPT.match(text, chunks[number].start, chunks[number].end):
            return number
    return end


def _postscript(chunks: tuple[Chunk, ...], start: int, end: int, signatures: list[Block] | None = None) -> list[Block]:
    """Return a postscript made of the chunks from `start` to `end`, with what is signed under it."""
    leaves = [*(Block("p", chunk.start, chunk.end) for chunk in chunks[start:end]), *(signatures or [])]
    return [Block("postscript", leaves[0].start, leaves[-1].end), *leaves]

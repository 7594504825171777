"""A glance at the text: which patterns on notes, pages, characters and divisions may find something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.check.seen import blank, children, name_of, text_of, within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from encoder.check.seen import Seen

_PAGE = re.compile(r"[0-9]{1,6}")
_HEAD_NUMBER = re.compile(r"[ \t\n\r]*([0-9]+[a-z]?)\.")
_ASCII = bytes(range(128))
_SUSPECT = re.compile("[\x80-\x9f\xadÃÂâ\u0300-\u036f\u200b\u2060\ue000-\uf8ff\ufeff\ufffd]")
_MAY_BE_BARE = frozenset(("gap", "figure", "graphic", "ref", "figDesc", "cell"))
_BREAKS = frozenset(("pb", "lb"))


def note_numbers(seen: Seen) -> Iterator[bool]:
    """Yield whether notes may be out of order, or one may lack its number."""
    before: int | None = None
    for note, given in seen.of("note"):
        number = given.get("n", "")
        if number.isascii() and number.isdigit():
            yield before is not None and int(number) != before + 1
            yield within(note, "note") is not None
            before = int(number)
        else:
            yield "n" not in given and given.get("place") == "foot"


def note_content(seen: Seen) -> Iterator[bool]:
    """Yield whether a note may hold what it may not, or stand where it may not."""
    for note, given in seen.of("note"):
        yield given.get("anchored") == "false" or within(note, "note") is not None
        if children(note, "p"):
            yield not (blank(note.text) and all(blank(child.tail) for child in note))


def note_anchors(seen: Seen) -> Iterator[bool]:
    """Yield whether a note may have no place, or white space before it."""
    for note, given in seen.of("note"):
        before = note.getprevious()
        parent = note.getparent()
        text = before.tail if before is not None else parent.text if parent is not None else None
        yield given.get("anchored") == "false" or (bool(text) and blank((text or "")[-1]))


def note_sources(seen: Seen) -> Iterator[bool]:
    """Yield whether a note of source may not be the first of its document."""
    for rank, (_, given) in enumerate(seen.of("note")):
        yield rank > 0 and given.get("type") == "source"


def page_numbers(seen: Seen) -> Iterator[bool]:
    """Yield whether the number of a page may not rise, or be no number."""
    before = -1
    for _, given in seen.of("pb"):
        number = _PAGE.fullmatch(given.get("n", ""))
        yield number is None or int(number[0]) <= before
        before = int(number[0]) if number else before


def page_space(seen: Seen) -> Iterator[bool]:
    """Yield whether there may be too much or too little white space at a page break: one side has it, not both."""
    for pb, given in seen.of("pb"):
        parent = pb.getparent()
        if parent is not None and name_of(parent) in {"p", "item", "note", "quote", "head"}:
            before, after = pb.getprevious(), pb.getnext()
            left = (before.tail or text_of(before)) if before is not None else parent.text or ""
            right = pb.tail or (text_of(after) if after is not None else "")
            spaces = blank(left[-1:]) + blank(right[:1])
            yield given.get("break") == "no" or (bool(left and right) and spaces != 1)


def characters(seen: Seen) -> Iterator[bool]:
    """Yield whether the text may hold characters that no transcription should."""
    # nearly all of a text is ASCII, which is taken out a hundred times as fast as an expression passes over it
    yield bool(_SUSPECT.search(seen.text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode()))


def page_marks(seen: Seen) -> Iterator[bool]:
    """Yield whether a page mark may have been left in the text."""
    yield "[Page" in seen.text or "[pg" in seen.text


def quotation_marks(seen: Seen) -> Iterator[bool]:
    """Yield whether straight quotation marks may stand beside curly ones."""
    yield '"' in seen.text


def emptiness(seen: Seen) -> Iterator[bool]:
    """Yield whether an element may hold nothing."""
    yield seen.annotated  # what stands around a comment is text, too
    for element in seen.bare:
        name, parent = name_of(element), element.getparent()
        if parent is None or name_of(parent) == "choice" or name in _MAY_BE_BARE:
            continue
        if name in _BREAKS:
            others = any(name_of(child) not in _BREAKS for child in parent.iterchildren("*"))
            yield not (others or _has_text(parent))
        else:
            yield True


def _has_text(element: etree._Element) -> bool:
    return not (blank(element.text) and all(blank(child.tail) for child in element))


def headings(seen: Seen) -> Iterator[bool]:
    """Yield whether a division may have the wrong headings, nothing else, or the wrong place."""
    for div, given in seen.of("div"):
        if given.get("type") in {"document", "enclosure"}:
            inside = [name_of(child) for child in div.iterchildren("*")]
            content = [name for name in inside if name != "pb"]
            yield given["type"] == "enclosure" or within(div, "div") is not None
            yield content[:1] != ["head"] or content.count("head") != 1 or len(content) == 1


def heading_numbers(seen: Seen) -> Iterator[bool]:
    """Yield whether the number of a heading may be another than that of its document."""
    for div, given in seen.of("div"):
        if given.get("type") == "document" and "n" in given:
            for head in children(div, "head")[:1]:
                number = _HEAD_NUMBER.match(text_of(head))
                yield number is not None and number[1] != given["n"]


def lists_and_tables(seen: Seen) -> Iterator[bool]:
    """Yield whether there is a table or figure, which may be wrong, or a second list of the subject."""
    yield bool(seen.of("table") or seen.of("figure"))
    yield sum(given.get("type") == "subject" for _, given in seen.of("list")) > 1


def corrections(seen: Seen) -> Iterator[bool]:
    """Yield whether an editor's corrections and conjectures may be wrong."""
    yield bool(seen.of("sic") or seen.of("gap"))
    yield any(within(element, name) is not None for name in ("supplied", "unclear") for element, _ in seen.of(name))

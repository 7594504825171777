"""What is counted in a document: each fact of a field, with its place in printed characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from encoder.tei.positions import Mark, Positions

FIELDS: Mapping[str, str] = {
    "text": "documents whose text and notes equal the gold's, character for character",
    "note": "a note with the gold's text, called where the gold calls it",
    "pb": "a page break with the gold's number at the gold's place",
    "block": "the start of a head, paragraph, list item, salutation, dateline or signature",
    "item": "the start of a list item, or of a paragraph that opens with a dash",
    "signed": "the start of a signature",
    "persName": "a person's name, from its first to its last character",
    "person": "the same, linked to the gold's person; only names that the gold links",
    "from_to": "sender and recipient in the heading",
    "date": "a date with the gold's day; only dates that the gold resolves",
    "dateline": "a place in a dateline",
    "ref": "a reference to another document of the volume",
    "gloss": "an abbreviation, linked to the gold's entry in the list of terms",
}
"""The fields in the order of the report, and what each counts."""
BLOCKS = frozenset({"head", "p", "item", "salute", "dateline", "signed", "label", "trailer", "ab", "l"})
BODY = 0
"""Where a fact stands that is not in a note. The gold's notes count from 1; ours without a counterpart are negative."""
_DAY = len("1965-09-25")
_DOCUMENT = re.compile(r"d\d+")
_ENDING = re.compile(r"\.(?:xml|html?)$")

Value = tuple[str | None, ...]


class Fact(NamedTuple):
    """One fact of a field: a place (`end` None), or a range, and what is said of it."""

    where: int
    start: int
    end: int | None = None
    value: Value = ()


class Found(NamedTuple):
    """A fact as it was found: its field, and the element that says it."""

    field: str
    fact: Fact
    mark: Mark


def facts_of(reading: Positions, where: int = BODY) -> Iterator[Found]:
    """Yield every fact of a document's body, or of the note `where`; the notes themselves are for who compares them."""
    starts: set[tuple[str, int]] = set()
    for mark in reading.marks:
        if mark.name == "pb":
            yield Found("pb", Fact(where, mark.start, None, (mark.attributes.get("n"),)), mark)
        elif mark.start < mark.end:
            for field in _starts(mark, reading.text, where):
                # a paragraph that opens a list item starts where the item does: one place, counted once
                if (field, mark.start) not in starts:
                    starts.add((field, mark.start))
                    yield Found(field, Fact(where, mark.start), mark)
            if mark.name in _SPANS:
                for field, value in _SPANS[mark.name](mark):
                    yield Found(field, Fact(where, mark.start, mark.end, value), mark)


def target(pointer: str | None) -> str:
    """Return what a pointer names: `d55` for `#d55`, `d55.xml` and `../v1/d55`."""
    for mark in "#/:":
        pointer = (pointer or "").rpartition(mark)[2]
    return _ENDING.sub("", pointer or "")


def _starts(mark: Mark, text: str, where: int) -> Iterator[str]:
    if mark.name not in BLOCKS:
        return
    if where == BODY:
        yield "block"
    if mark.name == "item" or (mark.name == "p" and text[mark.start] == "—"):
        yield "item"
    if mark.name == "signed":
        yield "signed"


def _first(mark: Mark, *names: str) -> str:
    return next((mark.attributes[name] for name in names if mark.attributes.get(name)), "")


def _person(mark: Mark) -> Iterator[tuple[str, Value]]:
    yield "persName", ()
    if person := target(_first(mark, "ref", "corresp", "key")):
        yield "person", (person,)
    role = _first(mark, "type", "role")
    if role in {"from", "to"} and "head" in mark.path:
        yield "from_to", (role,)


def _date(mark: Mark) -> Iterator[tuple[str, Value]]:
    days = tuple(mark.attributes.get(name, "")[:_DAY] for name in ("when", "from", "to"))
    if any(days):
        yield "date", days


def _place(mark: Mark) -> Iterator[tuple[str, Value]]:
    if "dateline" in mark.path:
        yield "dateline", ()


def _term(mark: Mark) -> Iterator[tuple[str, Value]]:
    if term := target(_first(mark, "target", "ref", "corresp")):
        yield "gloss", (term,)


def _reference(mark: Mark) -> Iterator[tuple[str, Value]]:
    document = target(mark.attributes.get("target"))
    if _DOCUMENT.fullmatch(document):
        yield "ref", (document,)


_SPANS: Mapping[str, Callable[[Mark], Iterator[tuple[str, Value]]]] = {
    "persName": _person,
    "date": _date,
    "placeName": _place,
    "gloss": _term,
    "abbr": _term,
    "term": _term,
    "ref": _reference,
}

"""The ids of a document and of what is in it: `d62`, `d62fn2`, `pg_128`, one rule for all (FRUS)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from encoder.model import Block, Document

_NOT_IN_NAMES = re.compile(r"[^\w.-]+", re.ASCII)
_DIGITS = re.compile(r"(\d+)")
_DOCUMENT = re.compile(r"(?:^|-)(d\d+[a-z]?)$")


def xml_name(text: str) -> str:
    """Return `text` as an XML name without a colon: other characters become `-`, a first digit gets `n` before it."""
    name = _NOT_IN_NAMES.sub("-", text).strip("-.") or "x"
    return name if name[0].isalpha() or name[0] == "_" else f"n{name}"


def local_id(identifier: str) -> str:
    """Return the id of a document's division: `d62` of `frus1964-68v29p2-d62`, else the whole id."""
    found = _DOCUMENT.search(identifier)
    return found[1] if found else f"{xml_name(identifier)}.text"


def root_id(identifier: str, edition: str) -> str:
    """Return the id of a document's file: unique in all editions as far as their ids are."""
    local = local_id(identifier)
    return f"{xml_name(edition or 'edition')}-{local}" if identifier == local else xml_name(identifier)


def natural(identifier: str) -> list[tuple[int, str]]:
    """Return a key that sorts d9 before d10."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in _DIGITS.split(identifier)]


class Ids:
    """Hands out ids that no one in the same file has: a second `d62fn1` becomes `d62fn1-2`."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)

    def new(self, wanted: str) -> str:
        """Return `wanted`, or `wanted-2` and so on where it is taken."""
        name, times = wanted, 1
        while name in self._taken:
            times += 1
            name = f"{wanted}-{times}"
        self._taken.add(name)
        return name


def note_ids(document: Document, notes: Iterable[Block], ids: Ids) -> dict[int, str]:
    """Return the id of each note by the offset where its text starts: by its printed number where that is one."""
    local = local_id(document.id)
    return {
        note.start: ids.new(f"{local}fn{note.n if note.n.isascii() and note.n.isalnum() else f's{rank}'}")
        for rank, note in enumerate(notes, 1)
    }


def note_ids_of(document: Document, notes: Iterable[Block]) -> dict[int, str]:
    """Return the ids that the notes of a document will have beside those that its file has already."""
    return note_ids(document, notes, file_ids(document))


def file_ids(document: Document) -> Ids:
    """Return what hands out ids in the file of a document: its own, the program's and the persons' are taken."""
    return Ids({local_id(document.id), "engross", *(span.get("ref").removeprefix("#") for span in document.spans)})

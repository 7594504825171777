"""A release of an edition as its readers know it: texts, ids, notes and links, from the TEI of a build or a bag."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from encoder.deposit.records import SPACES, Record, record_of
from encoder.tei.markup import NAMESPACE
from encoder.tei.reading import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from lxml import etree

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_SPACE = re.compile(r"\s+")
_BLOCKS = {
    "addrLine",
    "body",
    "cell",
    "closer",
    "dateline",
    "div",
    "figDesc",
    "figure",
    "head",
    "item",
    "label",
    "list",
    "opener",
    "p",
    "postscript",
    "quote",
    "row",
    "salute",
    "signed",
    "table",
    "trailer",
}
"""The elements that begin a paragraph of their own; everything else stands in a line."""

Anchor = tuple[int, int]
"""Where a note is called: the number of its paragraph, and code points from its start."""


@dataclass(frozen=True, slots=True)
class Released:
    """One document of a release; `ids` are those that its page has, with `paragraphs` its text without notes."""

    record: Record
    paragraphs: tuple[str, ...]
    anchors: Mapping[str, Anchor]
    """By the id of each note that is called in the text."""
    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Release:
    """A release: its documents by id, and the addresses of its web pages (none where it has no web edition)."""

    documents: Mapping[str, Released]
    pages: frozenset[str]


def release(folder: Path) -> Release:
    """Return what a build or a bag holds.

    Raises FileNotFoundError where it has no TEI, TeiError for what is no XML, ValueError where two documents have one
    id, since an address would lead to both.
    """
    home = folder / "data" if (folder / "data" / "tei").is_dir() else folder
    teis = sorted(path for path in (home / "tei").glob("*.xml") if path.is_file())
    if not teis:
        raise FileNotFoundError(f"{folder} is neither a build nor a bag: it has no TEI (tei/*.xml).")
    documents: dict[str, Released] = {}
    for path in teis:
        one = released(path.read_bytes(), f"tei/{path.name}")
        if not one.record.id or one.record.id in documents:
            message = f"its xml:id, “{one.record.id}”, is missing or another document's: correct it."
            raise ValueError(f"{path}: {message}")
        documents[one.record.id] = one
    pages = (home / "web").rglob("*.html")
    return Release(
        documents,
        frozenset(page.relative_to(home / "web").as_posix() for page in pages),
    )


def released(xml: bytes, name: str) -> Released:
    """Return one document as readers know it. Raises TeiError where it is not well-formed."""
    root = parsed(xml)
    body = root.find("t:text/t:body", SPACES)
    paragraphs, anchors = _texts(body) if body is not None else ([], {})
    elements = () if body is None else body.iter("*")
    ids = frozenset(one.get(_ID, "") for one in elements if one.get(_ID))
    return Released(record_of(xml, name), tuple(paragraphs), anchors, ids)


def _texts(body: etree._Element) -> tuple[list[str], dict[str, Anchor]]:
    """Return the paragraphs of a text without its notes, and where the notes are called."""
    paragraphs: list[str] = []
    anchors: dict[str, Anchor] = {}
    line = ""
    for kind, value in _events(body):
        if kind == "block" and line.strip():
            paragraphs.append(line.rstrip())
        if kind == "block":
            line = ""
        elif kind == "note":
            anchors[value] = (len(paragraphs), len(line))
        else:
            line += value.lstrip() if not line or line.endswith(" ") else value
    return [*paragraphs, line.rstrip()] if line.strip() else paragraphs, anchors


def _events(body: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield `block` where one begins, `note` with the id of each that is called, and `text` with white space single."""
    within = {one for note in body.iter(f"{{{NAMESPACE}}}note") for one in note.iter()}
    nodes: Any = body.xpath(".//node()")
    for node in nodes:
        if isinstance(node, str):
            holder: Any = node.getparent()  # type: ignore[attr-defined] # lxml's strings know their element
            holder = holder.getparent() if node.is_tail else holder  # type: ignore[attr-defined]
            if holder not in within:
                yield "text", _SPACE.sub(" ", node)
            continue
        name = str(node.tag).rpartition("}")[2]
        if name == "note" and node.getparent() not in within and node.get("anchored") != "false":
            yield "note", node.get(_ID, "")
        elif name == "lb" and node not in within:
            yield "text", " "
        elif name in _BLOCKS and node not in within:
            yield "block", ""

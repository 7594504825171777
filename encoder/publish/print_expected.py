"""What a PDF must hold of a TEI document, taken from the TEI itself and not by way of the stylesheets.

Print shows the text in the TEI's own order, and in it, where they stand, the numbers of pages and of notes. The notes,
each after its number again, are a second text. So two strings say what must be there, and in what order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_TEI = {"tei": "http://www.tei-c.org/ns/1.0"}
_OWN = "self::text() or self::tei:pb or self::tei:gap or self::tei:figure"
_TEXT = etree.XPath(
    f"/tei:TEI/tei:text//node()[{_OWN} or self::tei:closer or self::tei:note[not(parent::tei:person)]"
    " or parent::tei:div and self::*[not(self::tei:head or self::tei:opener)]"
    "/preceding-sibling::*[not(self::tei:pb)][1][self::tei:head or self::tei:opener]]"
    "[not(ancestor::tei:note[not(parent::tei:person)][not(@anchored = 'false')])]",
    namespaces=_TEI,
    smart_strings=False,
)
_NOTE = etree.XPath(f".//node()[{_OWN}]", namespaces=_TEI, smart_strings=False)
# what print adds and takes away where lines end: white space, hyphens that are none, joiners of words
_NOT_COMPARED = re.compile("[\\s\u00ad\u2060\u200b]+")


@dataclass(slots=True)
class Text:
    """A running text of a document without white space, and the numbers of pages in it: pairs of an offset and one."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    pages: list[tuple[int, str]] = field(default_factory=list)

    def add(self, part: str) -> int:
        """Add to the text; return where the part starts in it (code points)."""
        self.parts.append(compared(part))
        start = self.length
        self.length += len(self.parts[-1])
        return start

    def __str__(self) -> str:
        return "".join(self.parts)


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note: where it is called in the text, and where it starts in the notes."""

    number: str
    call: int
    body: int


@dataclass(slots=True)
class Expected:
    """What print must show of one document."""

    text: Text = field(default_factory=Text)
    notes_text: Text = field(default_factory=Text)
    notes: list[Note] = field(default_factory=list)
    unplaced: int = 0
    """How many notes stand in the text, as nothing says where they are called."""
    kept: list[int] = field(default_factory=list)
    """Where the page may not break: between an opening and its text, between a text and its closer."""


def compared(text: str) -> str:
    """Return what of a text is compared: all but white space and what breaks lines."""
    return _NOT_COMPARED.sub("", text)


def expected(tei: Path, labels: Mapping[str, str]) -> Expected:
    """Return what must be printed of the document; `labels` are the words that print has for what is not there.

    Raises OSError or lxml.etree.XMLSyntaxError.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    result = Expected()
    for node in _nodes(_TEXT, etree.parse(str(tei), parser).getroot()):
        name = "" if isinstance(node, str) else etree.QName(node).localname
        if not isinstance(node, str) and name == "note":
            _add_note(result, node, labels)
        elif name in _ADDED or not name:
            _add(result.text, node, labels)
        else:
            result.kept.append(result.text.length)
    return result


_ADDED = ("pb", "gap", "figure")


def _nodes(path: etree.XPath, context: etree._Element) -> Iterable[str | etree._Element]:
    return cast("Any", path(context))  # type: ignore[no-any-return]


def _add_note(result: Expected, note: etree._Element, labels: Mapping[str, str]) -> None:
    """Add a note: its call to the text, its number and its body to the notes."""
    number = compared(note.get("n", ""))
    if note.get("anchored") == "false":
        result.text.add(f"{labels['unplaced']}:{number}")
        result.unplaced += 1
        return
    result.notes.append(Note(number, result.text.add(number), result.notes_text.add(number)))
    for node in _nodes(_NOTE, note):
        _add(result.notes_text, node, labels)


def _add(text: Text, node: str | etree._Element, labels: Mapping[str, str]) -> None:
    """Add what print says where a node stands."""
    if isinstance(node, str):
        text.add(node)
        return
    match etree.QName(node).localname:
        case "pb":
            text.pages.append((text.add(node.get("n", "")), compared(node.get("n", ""))))
        case "gap":
            words = (labels[f"gap-{node.get('reason', 'lost')}"], node.get("quantity", ""), node.get("unit", ""))
            text.add("".join(words))
        case "figure":
            text.add(labels["figure"])

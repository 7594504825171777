"""What a PDF must hold of a TEI document, taken from the TEI itself and not by way of the stylesheets.

Print shows the text in the TEI's own order, and in it, where they stand: the number of a page at its break, and the
number of a note twice (at its call and before its body). So one string says what must be there, and in what order.
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
_CONTENT = etree.XPath(
    "/tei:TEI/tei:text//node()[self::text() or self::tei:pb or self::tei:gap or self::tei:figure"
    " or self::tei:note[not(parent::tei:person)]]",
    namespaces=_TEI,
    smart_strings=False,
)
# what print adds and takes away where lines end: white space, hyphens that are none, joiners of words
_NOT_COMPARED = re.compile("[\\s\u00ad\u2060\u200b]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a note or of a page, and where its generated text starts in the text (code points)."""

    number: str
    start: int
    placed: bool = True
    """Of a note: whether the text says where it is called."""


@dataclass(slots=True)
class Expected:
    """What print must show of one document: `text` has no white space."""

    id: str
    text: str
    notes: list[Mark] = field(default_factory=list)
    pages: list[Mark] = field(default_factory=list)


def compared(text: str) -> str:
    """Return what of a text is compared: all but white space and what breaks lines."""
    return _NOT_COMPARED.sub("", text)


def expected(tei: Path, labels: Mapping[str, str]) -> Expected:
    """Return what must be printed of the document; `labels` are the words that print has for what is not there.

    Raises OSError or lxml.etree.XMLSyntaxError.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    root = etree.parse(str(tei), parser).getroot()
    result = Expected(root.get("{http://www.w3.org/XML/1998/namespace}id", ""), "")
    parts: list[str] = []
    length = 0
    nodes: Iterable[str | etree._Element] = cast("Any", _CONTENT(root))
    for node in nodes:
        part = compared(node) if isinstance(node, str) else _printed(node, result, length, labels)
        parts.append(part)
        length += len(part)
    result.text = "".join(parts)
    return result


def _printed(element: etree._Element, result: Expected, start: int, labels: Mapping[str, str]) -> str:
    """Return what print says where an element stands, apart from its text; notes and pages are kept in `result`."""
    number = compared(element.get("n", ""))
    match etree.QName(element).localname:
        case "pb":
            result.pages.append(Mark(number, start))
            return number
        case "gap":
            words = (
                labels[f"gap-{element.get('reason', 'lost')}"],
                element.get("quantity", ""),
                element.get("unit", ""),
            )
            return compared("".join(words))
        case "figure":
            return compared(labels["figure"])
    placed = element.get("anchored") != "false"
    result.notes.append(Mark(number, start, placed))
    return number * 2 if placed else compared(labels["unplaced"]) + ":" + number

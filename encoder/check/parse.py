"""Parsing XML that nobody vouches for, and saying where its elements stand."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from lxml import etree

from encoder.check.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST = 64_000_000
"""Bytes of the largest file that is read: sixteen volumes of 4 MB."""


class Refused(Exception):  # noqa: N818 a verdict on a file, not a fault of the program
    """A file that is not read as XML; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def parse(xml: bytes, path: str) -> etree._Element:
    """Return the root of a document.

    No document type declaration is accepted, so no entity is expanded and nothing outside `xml` is read; libxml2 bounds
    the depth (256 elements) and the length of names and values (10 million bytes). Raises Refused.
    """
    if len(xml) > LARGEST:
        raise Refused(Finding("xml-syntax", "error", f"the file is larger than {LARGEST:,} bytes", path))
    # collect_ids=False: an id given twice is for a rule to report, not a reason to refuse the whole file
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False)
    try:
        root: etree._Element = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        message = (error.msg or "not well-formed").rsplit(", line ", 1)[0]
        raise Refused(Finding("xml-syntax", "error", f"not well-formed XML: {message}", path, line, column)) from None
    if root.getroottree().docinfo.doctype:  # type: ignore[attr-defined] # lxml-stubs leave it out
        message = (
            "a document type declaration (<!DOCTYPE>) is not read: remove it, and write its entities as characters"
        )
        raise Refused(Finding("xml-syntax", "error", message, path, 1))
    return root


def in_utf8(root: etree._Element, xml: bytes) -> bool:
    """Tell whether the bytes that a document was parsed from are surely UTF-8, without a byte order mark.

    lxml says UTF-8 of UTF-16 too, where nothing is declared.
    """
    return xml[:1] == b"<" and b"\0" not in xml[:4] and root.getroottree().docinfo.encoding in {"UTF-8", "utf-8"}


def text_of(root: etree._Element, xml: bytes) -> str:
    """Return a parsed document as text for another parser; `xml` is what it was parsed from."""
    return xml.decode() if in_utf8(root, xml) else etree.tostring(root, encoding="unicode")


def places(xml: bytes, root: etree._Element) -> list[tuple[int, int]]:
    """Return line and column (from 1) of the start tag of each element, in document order.

    `root` is what `xml` was parsed to. The columns are 0 where expat does not know the encoding.
    """
    found: list[tuple[int, int]] = []
    reader = expat.ParserCreate()

    def start(_name: str, _attributes: Mapping[str, str]) -> None:
        found.append((reader.CurrentLineNumber, reader.CurrentColumnNumber + 1))

    reader.StartElementHandler = start
    try:
        reader.Parse(xml, True)  # noqa: FBT003 expat takes its arguments by position
    except (expat.ExpatError, ValueError, LookupError):
        return [(element.sourceline, 0) for element in root.iter("*")]  # type: ignore[misc] # lxml-stubs: untyped
    return found


def local(tag: str) -> str:
    """Return a name without its namespace: `{http://www.tei-c.org/ns/1.0}p` is `p`."""
    return tag.rpartition("}")[2]


def xpath(element: etree._Element) -> str:
    """Return the path of an element as an editor reads it, namespaces left out: `/TEI/text/body/div[2]/p`."""
    steps = []
    for node in (element, *element.iterancestors()):
        parent = node.getparent()
        twins = [] if parent is None else [child for child in parent if child.tag == node.tag]
        number = f"[{twins.index(node) + 1}]" if len(twins) > 1 else ""
        steps.append(local(str(node.tag)) + number)
    return "/" + "/".join(reversed(steps))

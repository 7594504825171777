"""Reading TEI back as a `Document`: the only module that knows where lxml keeps text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from lxml import etree

from encoder.model import Block, Document, Span
from encoder.tei.markup import NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEI = f"{{{NAMESPACE}}}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
BLOCKS = frozenset({
    "head", "opener", "dateline", "salute", "p", "list", "label", "item", "quote", "closer", "signed", "postscript",
    "trailer",
})  # fmt: skip
"""The elements that are blocks; every other one in the text is a span, but for `note`."""
_WRITTEN = ("resp", "cert", "evidence")


class TeiError(Exception):
    """A file that is not the TEI of one document: the message says why, `line` where (0 if unknown)."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


def parsed(xml: bytes) -> etree._Element:
    """Return the root of an XML file, read without DTD, entities or network. Raises TeiError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise TeiError(f"The file is not well-formed XML: {error.msg}", error.lineno or 0) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise TeiError("The file has a DOCTYPE, which is not read: delete it.", 1)
    return root


def read(xml: bytes) -> Document:
    """Return the document that a TEI file holds: text, blocks, spans and the facts of its header.

    Raises TeiError where the file is not well-formed or holds no document.
    """
    return document_of(parsed(xml))


def document_of(root: etree._Element) -> Document:
    """Return the document that a parsed TEI file holds. Raises TeiError where there is none."""
    division = root.find(f"{_TEI}text/{_TEI}body/{_TEI}div")
    if division is None:
        raise TeiError("The file holds no text/body/div, so no document.")
    text = _Text()
    text.walk(division)
    text.read_notes()
    bibl = root.find(f".//{_TEI}sourceDesc/{_TEI}bibl")
    known = {} if bibl is None else {idno.get("type"): idno.text or "" for idno in bibl.iterfind(f"{_TEI}idno")}
    return Document(
        id=known.get("document") or root.get(_XML_ID) or "",
        text=text.text(),
        blocks=tuple(text.blocks),
        spans=tuple(sorted(text.spans, key=lambda span: (span.start, -span.end))),
        n=division.get("n") or "",
        source=known.get("filename", ""),
        sha256=known.get("sha256", ""),
    )


def convention_name(xml: bytes) -> str:
    """Return the convention of the transcription that a TEI file was made from: `frus` where it does not say."""
    found = parsed(xml).find(f".//{_TEI}editorialDecl//{_TEI}ident[@type='convention']")
    return (found is not None and found.text) or "frus"


def _name(element: etree._Element) -> str:
    return _local(tag) if isinstance(tag := element.tag, str) else ""


@lru_cache(maxsize=256)
def _local(tag: str) -> str:
    return tag.removeprefix(_TEI)


def _pairs(element: etree._Element) -> tuple[tuple[str, str], ...]:
    return tuple([pair for pair in _items(element) if pair[0][0] != "{"])


def _items(element: etree._Element) -> list[tuple[str, str]]:
    """Return the attributes of an element."""
    return element.items()  # type: ignore[return-value] # lxml gives strings, where its stubs allow bytes


def _refuse_text(container: etree._Element) -> None:
    for text in (container.text, *(child.tail for child in container)):
        if text and not text.isspace():
            message = f"Text stands beside the blocks of <{_name(container)}>: “{text.strip()[:40]}”. Put it in a <p>."
            raise TeiError(message, cast("int", container.sourceline))


class _Called(NamedTuple):
    """A note's element, where it is called, and whether right behind a page break."""

    element: etree._Element
    anchor: int | None = None
    after_page: bool = False


class _Text:
    """The text of a document as it is read, with its ranges."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.spans: list[Span] = []
        self.notes: list[_Called] = []
        self.started = False

    def text(self) -> str:
        return "".join(self.parts)

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _separate(self) -> None:
        """Put the character that stands before every block that holds text, but where it would be the first of all."""
        if self.started:
            self._add("\n")
        self.started = True

    def walk(self, container: etree._Element) -> None:
        """Read what is inside a division or a container of blocks. Raises TeiError where it holds bare text."""
        _refuse_text(container)
        for child in container:
            name = _name(child)
            if name in BLOCKS:
                self._block(child, name)
            elif name == "note":
                self.notes.append(_Called(child))
            elif name:
                self._span(child, name)
                self.started = True

    def _block(self, element: etree._Element, name: str) -> None:
        at = len(self.blocks)
        pairs = _pairs(element)
        if any(_name(child) in BLOCKS for child in element):
            start = self.length + self.started
            self.blocks.append(Block(name, start, start, pairs))
            self.walk(element)
        else:
            start, _ = self._leaf(element)
            self.blocks.append(Block(name, start, start, pairs))
        self.blocks[at] = Block(name, start, self.length, pairs)

    def _inline(self, element: etree._Element) -> None:
        if element.text:
            self._add(element.text)
        for child in element:
            name = _name(child)
            if name == "note":
                broken = any(span.name == "pb" and span.start == self.length for span in self.spans[-1:])
                self.notes.append(_Called(child, self.length, broken))
            elif name:
                self._span(child, name)
            if tail := child.tail:
                self._add(tail)

    def _span(self, element: etree._Element, name: str) -> None:
        start = self.length
        at = len(self.spans)
        self._inline(element)
        given = dict(_items(element))
        resp, cert, evidence = (given.pop(key, "") for key in _WRITTEN)
        if name == "pb":
            given.pop("break", None)  # it follows from the text
            given.pop("facs", None)  # and this from what the edition says
        pairs = tuple([pair for pair in given.items() if pair[0][0] != "{"])
        self.spans.insert(at, Span(name, start, self.length, pairs, resp, cert, evidence))

    def read_notes(self) -> None:
        """Read the bodies of the notes behind the body, in the order of the note list."""
        for called, listed in _in_list_order(self.notes):
            element = called.element
            paragraphs = [child for child in element if _name(child) == "p"]
            at = len(self.blocks)
            ranges = [self._leaf(paragraph) for paragraph in paragraphs or [element]]
            note = Block(
                "note",
                ranges[0][0],
                self.length,
                tuple(pair for pair in _pairs(element) if pair[0] == "type"),
                n=element.get("n") or "",
                anchor=called.anchor,
                after_page=called.after_page,
                listed=listed,
                cert=element.get("cert") or "",
            )
            self.blocks[at:] = [note, *(Block("p", *found) for found in ranges if paragraphs)]

    def _leaf(self, element: etree._Element) -> tuple[int, int]:
        self._separate()
        start = self.length
        self._inline(element)
        return start, self.length


def _in_list_order(notes: list[_Called]) -> Iterator[tuple[_Called, str]]:
    """Yield each note and its odd number: one with a rank in its `@rend` stands there, the others between."""
    ranked: dict[int, tuple[_Called, str]] = {}
    others: list[tuple[_Called, str]] = []
    for called in notes:
        word, _, rest = (called.element.get("rend") or "").partition("-")
        number, _, label = rest.partition("-")
        if word == "list" and number.isdecimal():
            ranked[int(number)] = (called, "" if label == number else label)
        else:
            others.append((called, ""))
    waiting = iter(others)
    for rank in range(1, len(notes) + 1):
        found = ranked.pop(rank, None) or next(waiting, None)
        if found:
            yield found
    yield from waiting
    yield from (ranked[rank] for rank in sorted(ranked))

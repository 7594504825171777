"""Where things stand in hand-encoded or written TEI, counted in printed characters so that layout never matters.

It is here, and not with the comparison that uses it, since only this package knows where lxml keeps text. The *printed
text* is the reading text without white space, its quotation marks straightened; notes and page breaks are taken out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, cast

from encoder.tei.reading import BLOCKS, parsed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

# Hand-encoded volumes and transcriptions differ in these alone; a no-break space is white space.
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u2011": "-"})
# Their text is parted from its neighbours by a space where an excerpt shows it.
_APART = BLOCKS | {"div", "lb", "l", "ab", "row", "cell"}
_SPACE = re.compile(r"\s+")
# So many code points of a file are looked at for one of an excerpt: what is indented holds many spaces.
_LOOSEST = 16
_DOCUMENTS = frozenset({"div", "body", "text"})


class Mark(NamedTuple):
    """An element and the half-open range of printed characters that it covers; a page break or a note covers none."""

    name: str
    start: int
    end: int
    attributes: Mapping[str, str]
    """By their names without namespaces."""
    path: tuple[str, ...]
    """The names of the elements that it stands in, the outermost first."""
    line: int
    """The line of its start tag in the file."""


@dataclass
class Positions:
    """The printed text of a document or a note, its elements as they end, and its notes in order."""

    text: str = ""
    words: str = ""
    """The same text with white space and quotation marks as encoded, to show it."""
    marks: list[Mark] = field(default_factory=list)
    notes: list[tuple[Mark, Positions]] = field(default_factory=list)

    @cached_property
    def _offsets(self) -> list[int]:
        """Where in `words` each printed character stands, and its end."""
        return [*(at for at, character in enumerate(self.words) if not character.isspace()), len(self.words)]

    def excerpt(self, start: int, end: int, around: int = 0) -> tuple[str, str, str]:
        """Return the words of a range of printed characters, and those that stand before and after it.

        Of these no more than `around` code points; what is cut off ends in an ellipsis. Runs of white space are one
        space.
        """
        first = self._offsets[start - 1] + 1 if 0 < start == end else self._offsets[start]
        last = self._offsets[end - 1] + 1 if start < end else first
        reach = _LOOSEST * around
        before, after = _spaced(self.words[max(0, first - reach) : first]), _spaced(self.words[last : last + reach])
        if len(before) > around or first > reach:
            before = "…" + before[-around:].partition(" ")[2]
        if len(after) > around or last + reach < len(self.words):
            after = after[:around].rpartition(" ")[0] + "…"
        return before.lstrip(), _spaced(self.words[first:last]), after.rstrip()


def _spaced(words: str) -> str:
    return _SPACE.sub(" ", words)


def printed(text: str) -> str:
    """Return the printed characters of a text."""
    return "".join(text.translate(_STRAIGHT).split())


def positions(xml: bytes) -> Positions | None:
    """Return what stands where in a file: the first `body` of a TEI document, or a lone `div`.

    None where the file holds neither, such as a list of persons. Raises TeiError where it is not well-formed.
    """
    root = parsed(xml)
    body = root.find(".//{*}body")
    if body is None:
        if _name(root) not in _DOCUMENTS:
            return None
        body = root
    return _positions(body)


def _positions(element: etree._Element) -> Positions:
    walk = _Walk()
    walk.inside(element, ())
    return Positions("".join(walk.text), "".join(walk.words), walk.marks, walk.notes)


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


class _Walk:
    """The text of one element as it is read, and what stands in it."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.words: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []
        self.notes: list[tuple[Mark, Positions]] = []

    def inside(self, element: etree._Element, path: tuple[str, ...]) -> None:
        self._add(element.text)
        for child in element:
            if name := _name(child):
                self._child(child, name, path)
            self._add(child.tail)

    def _child(self, element: etree._Element, name: str, path: tuple[str, ...]) -> None:
        start = self.length
        attributes = {str(key).rpartition("}")[2]: str(value) for key, value in element.attrib.items()}
        line = cast("int", element.sourceline)
        if name == "note":
            self.notes.append((Mark(name, start, start, attributes, path, line), _positions(element)))
            return
        if name != "pb":
            apart = name in _APART
            if apart:
                self.words.append(" ")
            self.inside(element, (*path, name))
            if apart:
                self.words.append(" ")
        self.marks.append(Mark(name, start, self.length, attributes, path, line))

    def _add(self, text: str | None) -> None:
        if text:
            characters = printed(text)
            self.text.append(characters)
            self.words.append(text)
            self.length += len(characters)

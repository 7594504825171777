"""XML as strings: escaping, tags, and small trees for the header. Text is never markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from encoder.model import Attributes

NAMESPACE = "http://www.tei-c.org/ns/1.0"
INDENT = "  "

_VALUE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})
_NOT_IN_VALUES = re.compile(r'[&<>"\n\t]')


def escaped(text: str) -> str:
    """Return `text` as XML character data."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attributes(pairs: Iterable[tuple[str, str]]) -> str:
    """Return attributes as they stand in a tag, each after a space; those without a value are left out."""
    return "".join([
        f' {name}="{value.translate(_VALUE) if _NOT_IN_VALUES.search(value) else value}"'
        for name, value in pairs
        if value
    ])  # fmt: skip


class Element(NamedTuple):
    """An element of the header: its children are all elements, or it holds text and elements in one line."""

    name: str
    attributes: Attributes = ()
    children: tuple[Element | str, ...] = ()


def indented(element: Element, depth: int) -> str:
    """Return an element as lines of XML, each with its line end."""
    lines: list[str] = []
    _indent(element, INDENT * depth, lines)
    return "".join(lines)


def _indent(element: Element, pad: str, lines: list[str]) -> None:
    name, pairs, children = element
    if not children or any(isinstance(child, str) for child in children):
        lines.append(f"{pad}{inline(element)}\n")
        return
    lines.append(f"{pad}<{name}{attributes(pairs)}>\n")
    for child in children:
        if isinstance(child, Element):
            _indent(child, pad + INDENT, lines)
    lines.append(f"{pad}</{name}>\n")


def inline(element: Element | str) -> str:
    """Return an element in one line, with nothing added to its text."""
    if isinstance(element, str):
        return escaped(element)
    name, pairs, children = element
    inside = "".join([inline(child) for child in children])
    return f"<{name}{attributes(pairs)}>{inside}</{name}>" if inside else f"<{name}{attributes(pairs)}/>"

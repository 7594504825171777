"""XML as strings: escaping, tags, and small trees for the header. Text is never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from encoder.model import Attributes

NAMESPACE = "http://www.tei-c.org/ns/1.0"
INDENT = "  "

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_VALUE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def escaped(text: str) -> str:
    """Return `text` as XML character data."""
    return text.translate(_TEXT) if "&" in text or "<" in text or ">" in text else text


def attributes(pairs: Iterable[tuple[str, str]]) -> str:
    """Return attributes as they stand in a tag, each after a space; those without a value are left out."""
    return "".join(f' {name}="{value.translate(_VALUE)}"' for name, value in pairs if value)


class Element(NamedTuple):
    """An element of the header: its children are all elements, or it holds text and elements in one line."""

    name: str
    attributes: Attributes = ()
    children: tuple[Element | str, ...] = ()


def indented(element: Element, depth: int) -> str:
    """Return an element as lines of XML, each with its line end."""
    pad = INDENT * depth
    if not element.children or any(isinstance(child, str) for child in element.children):
        return f"{pad}{inline(element)}\n"
    opened = f"{pad}<{element.name}{attributes(element.attributes)}>\n"
    inside = "".join(indented(child, depth + 1) for child in element.children if isinstance(child, Element))
    return f"{opened}{inside}{pad}</{element.name}>\n"


def inline(element: Element | str) -> str:
    """Return an element in one line, with nothing added to its text."""
    if isinstance(element, str):
        return escaped(element)
    opened = f"<{element.name}{attributes(element.attributes)}"
    inside = "".join(inline(child) for child in element.children)
    return f"{opened}>{inside}</{element.name}>" if inside else f"{opened}/>"

"""The errors of an XSD validator in an editor's words: what is wrong, and what was expected."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from xmlschema.validators import XMLSchemaChildrenValidationError, XsdAttributeGroup, XsdElement, XsdGroup

from encoder.check.parse import local

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree
    from xmlschema import XMLSchemaValidationError

_XML = "{http://www.w3.org/XML/1998/namespace}"
_ATTRIBUTE = re.compile(r"attribute (\S+?)='(.*)': (.*)", re.DOTALL)
_ONE_OF = re.compile(r"must be one of \[(.*)\]")
_DATE = "a date such as 1965-09-25, 1965-09, 1965 or --09-25, or a time"
_POINTER = "a pointer such as #p_RD1, without white space"
_ADDRESS = "a pointer such as #d62, or an address that begins with https://"
_NAME = "a name: letters, digits, '.', '-' and '_', not beginning with a digit"
_WORD = "one word, without white space"
_FLOATING = frozenset(("note", "pb", "lb", "gap", "figure"))
"""What may stand nearly everywhere: not what an editor has forgotten."""
_COUNT = "a whole number above 0"
_FILLED = "some characters"
_LANGUAGE = "a language code such as en or fr-CA"
_EXPECTED = {
    **dict.fromkeys(("when", "from", "to", "notBefore", "notAfter"), _DATE),
    **dict.fromkeys(("resp", "who"), _POINTER),
    **dict.fromkeys(("ref", "target", "corresp", "facs"), _ADDRESS),
    "evidence": _WORD,
    "url": "the path of a file such as maps/okinawa.png, or an address that begins with https://",
    "mimeType": "a kind of file such as image/png",
    **dict.fromkeys(("quantity", "rows", "cols"), _COUNT),
    **dict.fromkeys(("n", "rend"), _FILLED),
    "id": _NAME,
    "lang": _LANGUAGE,
}
"""By the attribute's name: what the project's own grammar wants of a value that is not one of a list."""


def _node(element: Any) -> Any:  # noqa: ANN401 xmlschema types it for ElementTree, and hands back lxml's own
    return element


def _space(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[0].removeprefix("{")


def _shown(name: str) -> str:
    """Return an attribute's name as a file writes it."""
    return f"xml:{local(name)}" if name.startswith(_XML) else local(name)


def _listed(names: Iterable[str], form: str = "<{}>") -> str:
    """Return names as a phrase: `<a>, <b> or <c>`."""
    phrases = [form.format(name) for name in dict.fromkeys(map(local, names))]
    return " or ".join(filter(None, [", ".join(phrases[:-1]), *phrases[-1:]]))


def _nearest(name: str, names: Iterable[str]) -> str:
    near = get_close_matches(name, list(names), n=1)
    return f" (did you mean {near[0]}?)" if near else ""


def _content(group: XsdGroup) -> list[str]:
    return [local(item.name) for item in group.iter_elements() if isinstance(item, XsdElement) and item.name]


def _children(error: XMLSchemaChildrenValidationError, parent: etree._Element) -> tuple[str, etree._Element, str]:
    expected = [local(name) for item in error.expected or () if (name := getattr(item, "name", None))]
    group = error.validator
    allowed = _content(group) if isinstance(group, XsdGroup) else []
    holder = f"<{local(str(parent.tag))}>"
    child = _node(error.invalid_child)
    if child is None:
        needed = [name for name in expected if name not in _FLOATING] or expected
        missing = f": {_listed(needed)} is missing" if needed else ""
        return "schema-missing", parent, f"{holder} is not complete{missing}"
    name = local(str(child.tag))
    if _space(child) != _space(parent):
        return "schema-element", child, f"<{name}> is not in the namespace {_space(parent)}, as {holder} is"
    if name in allowed:
        wanted = f"; expected {_listed(expected)}" if expected else "; it is too late or once too often"
        return "schema-element", child, f"<{name}> may not stand at this place of {holder}{wanted}"
    wanted = f"; it may hold {_listed(sorted(set(allowed)))}" if allowed else "; it may hold no element"
    return "schema-element", child, f"<{name}> may not stand in {holder}{_nearest(name, allowed)}{wanted}"


def _value(holder: str, name: str, value: str, reason: str) -> str:
    shown = value if len(value) <= 80 else value[:77] + "..."
    choices = _ONE_OF.search(reason)
    values = re.findall(r"'([^']*)'", choices.group(1)) if choices else []
    if len(values) > 1:
        return f'{name}="{shown}" on {holder}: expected {_listed(values, "{}")}{_nearest(value, values)}'
    return f'{name}="{shown}" on {holder}: expected {_EXPECTED.get(name, "another form of value")}'


def _attribute(holder: str, name: str, group: object) -> str:
    allowed = sorted(_shown(key) for key in group if key) if isinstance(group, XsdAttributeGroup) else []
    wanted = f"; it may have {_listed(allowed, '{}')}" if allowed else "; it may have none"
    return f"{holder} may not have the attribute {_shown(name)}{_nearest(_shown(name), allowed)}{wanted}"


def explain(error: XMLSchemaValidationError, root: etree._Element) -> tuple[str, etree._Element, str]:
    """Return the rule's id, the element that the error is about, and a message.

    `root` is the root of the document that was validated; an error that names no element is about it.
    """
    element: etree._Element = root if error.elem is None else _node(error.elem)
    if isinstance(error, XMLSchemaChildrenValidationError):
        return _children(error, element)
    reason = error.reason or "does not keep to the grammar"
    holder = f"<{local(str(element.tag))}>"
    names = re.findall(r"'([^']*)'", reason)
    rule, message = "schema", f"{holder}: {reason}"
    if held := _ATTRIBUTE.fullmatch(reason):
        rule, message = "schema-attribute", _value(holder, local(held[1]), held[2], held[3])
    elif "attribute not allowed" in reason:
        rule, message = "schema-attribute", _attribute(holder, names[0], error.validator)
    elif "missing required attribute" in reason:
        rule, message = "schema-missing", f"{holder} needs the attribute {_shown(names[0])}"
    elif "character data" in reason:
        text = str(element.xpath("normalize-space(text()[normalize-space()])"))
        rule, message = "schema-text", f'{holder} may hold elements only, and holds the text "{text[:80]}"'
    elif "not an element of the schema" in reason:
        space = f"in the namespace {_space(element)}" if _space(element) else "in no namespace"
        rule, message = "schema-element", f"{holder} {space} cannot be the root of a document"
    return rule, element, message

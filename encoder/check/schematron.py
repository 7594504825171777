"""Schematron to XSLT 3.0: reads a schema with the files it includes, refuses what is not implemented, compiles.

ISO/IEC 19757-3 (2016, and `extends/@href` of 2020) with the query bindings of XPath 2.0 to 3.1. What it cannot do is
an error that names the construct: a rule that silently does not run is worse than none.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from encoder.check.parse import Refused, local, parse
from encoder.publish.saxon import Stylesheet, StylesheetError, stylesheet
from encoder.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCH = "{http://purl.oclc.org/dsdl/schematron}"
_XSL = "{http://www.w3.org/1999/XSL/Transform}"
ASKED = "{urn:engross}asked-"
"""What stands before a pattern's id in the name of the parameter that says whether it is asked."""
_BINDINGS = frozenset(("xslt2", "xslt3", "xpath2", "xpath3", "xpath31"))
_ANYWHERE = frozenset(("id", "icon", "see", "fpi", "flag", "role", "xml:lang", "xml:space", "xml:id", "xml:base"))
_ATTRIBUTES: dict[str, frozenset[str]] = {
    "schema": frozenset(("schemaVersion", "defaultPhase", "queryBinding")),
    "ns": frozenset(("prefix", "uri")),
    "let": frozenset(("name", "value", "as")),
    "phase": frozenset(),
    "active": frozenset(("pattern",)),
    "pattern": frozenset(("abstract", "is-a")),
    "param": frozenset(("name", "value")),
    "rule": frozenset(("context", "abstract", "subject")),
    "assert": frozenset(("test", "diagnostics", "subject")),
    "report": frozenset(("test", "diagnostics", "subject")),
    "extends": frozenset(("rule", "href")),
    "include": frozenset(("href",)),
    "diagnostics": frozenset(),
    "diagnostic": frozenset(),
    "value-of": frozenset(("select",)),
    "name": frozenset(("path",)),
    **dict.fromkeys(("title", "p", "emph", "dir", "span"), frozenset(("class", "value"))),
}
"""The elements of Schematron that are implemented, and their attributes beside those that only tell (`_ANYWHERE`)."""
_REACHING = re.compile(
    r"(?<![\w.-])(doc|doc-available|document|collection|uri-collection|unparsed-text(-lines|-available)?|json-doc"
    r"|environment-variable|available-environment-variables|transform|function-lookup|load-xquery-module)\s*[(#]"
)
"""Functions that read what is not the document, or find such functions."""
_XSLT = frozenset(
    (
        *("key", "function", "param", "with-param", "sequence", "variable", "value-of", "text", "map", "map-entry"),
        *("if", "choose", "when", "otherwise", "for-each", "iterate", "next-iteration", "break", "on-completion"),
        *("analyze-string", "matching-substring", "non-matching-substring", "try", "catch"),
    )
)
"""XSLT inside `xsl:key` and `xsl:function`: what computes, and neither reads nor writes a file."""


class SchematronError(Exception):
    """A schema that cannot be read, holds what is not implemented, or does not compile. The message names the file."""


def compiled(path: Path, phase: str = "#DEFAULT", *, errors: bool = False) -> Stylesheet:
    """Return the rules of a Schematron file as a stylesheet that writes an `e:finding` for each that is broken.

    `phase` is the id of a phase, `#ALL`, or `#DEFAULT`; with `errors`, assertions of a lower role are left out. A
    pattern with an id is passed over where the parameter of `ASKED` and that id is false. Raises SchematronError.
    """
    schema = schema_of(path)
    for problem in _refusals(schema):
        raise SchematronError(f"{path}: {problem}")
    try:
        compiler = stylesheet(resource("schema/schematron/compile.xsl"))
        xslt = compiler.transform(etree.tostring(schema, encoding="unicode"), {"phase": phase, "errors": errors})
        with tempfile.TemporaryDirectory() as folder:
            written = Path(folder) / f"{path.stem}.xsl"
            written.write_text(xslt, "utf-8")
            return Stylesheet(written)
    except StylesheetError as error:
        raise SchematronError(f"{path}: {error}") from error


def schema_of(path: Path) -> etree._Element:
    """Return a Schematron schema with what it includes in place. Raises SchematronError."""
    return _read(path, ())


def _read(path: Path, within: tuple[Path, ...]) -> etree._Element:
    """Return the schema at `path` with what it includes in place. `within` are the files that are being read."""
    if path.resolve() in within:
        raise SchematronError(f"{path} includes itself")
    try:
        root = parse(path.read_bytes(), str(path))
    except OSError as error:
        raise SchematronError(f"{path}: {error.strerror}") from error
    except Refused as refused:
        raise SchematronError(str(refused.finding.problem())) from refused
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    for element in list(root.iter(f"{_SCH}include", f"{_SCH}extends")):
        href = element.get("href")
        parent = element.getparent()
        if href is None or parent is None:
            continue
        if ":" in href or href.startswith("/"):
            raise SchematronError(f"{path}:{element.sourceline}: {href} is not a file beside this one")
        name, _, identifier = href.partition("#")
        other = _read(path.parent / name, (*within, path.resolve()))
        for found in _part(other, identifier, href) if identifier else [other]:
            contents = list(found) if local(str(element.tag)) == "extends" else [found]
            for content in contents:
                element.addprevious(content)
        parent.remove(element)
    return root


def _part(root: etree._Element, identifier: str, href: str) -> list[etree._Element]:
    found = [element for element in root.iter("*") if element.get("id") == identifier]
    if not found:
        raise SchematronError(f"{href}: nothing there has that id")
    return found[:1]


def _refusals(schema: etree._Element) -> Iterator[str]:
    """Yield what keeps a schema from being compiled."""
    if schema.tag != f"{_SCH}schema":
        yield f"<{local(str(schema.tag))}> is not an ISO Schematron schema"
        return
    binding = schema.get("queryBinding", "xslt")
    if binding not in _BINDINGS:
        yield f'queryBinding="{binding}" is not implemented: only {", ".join(sorted(_BINDINGS))}'
    for element in schema.iter("*"):
        tag = str(element.tag)
        if tag.startswith(_SCH):
            yield from _schematron(element)
        elif tag.startswith(_XSL):
            yield from _xslt(element)
        for value in map(str, element.attrib.values()):
            if reaching := _REACHING.search(value):
                yield f"line {element.sourceline}: {reaching[1]}() reads beyond the document, which no rule may"


def _schematron(element: etree._Element) -> Iterator[str]:
    name = local(str(element.tag))
    parent = element.getparent()
    if name not in _ATTRIBUTES or (name == "schema" and parent is not None):
        yield f"line {element.sourceline}: <{name}> is not implemented here"
        return
    known = _ATTRIBUTES[name] | _ANYWHERE
    for attribute in map(str, element.attrib):
        shown = attribute.replace("{http://www.w3.org/XML/1998/namespace}", "xml:")
        if shown not in known and "}" not in shown:
            yield f"line {element.sourceline}: {shown} of <{name}> is not implemented"
    needed = {"assert": "test", "report": "test", "let": "name", "value-of": "select"}.get(name)
    if needed and not element.get(needed):
        yield f"line {element.sourceline}: <{name}> needs {needed}"
    if name == "rule" and not (element.get("context") or element.get("abstract") == "true"):
        yield f"line {element.sourceline}: <rule> needs context"


def _xslt(element: etree._Element) -> Iterator[str]:
    if local(str(element.tag)) not in _XSLT:
        yield f"line {element.sourceline}: xsl:{local(str(element.tag))} is not implemented in a schema"
    parent = element.getparent()
    inside = str(parent.tag) if parent is not None else ""
    if not inside.startswith(_XSL) and local(inside) not in {"schema", "let"}:
        yield f"line {element.sourceline}: xsl:{local(str(element.tag))} may stand in <schema> and <let> only"

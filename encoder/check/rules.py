"""Does a document keep to the rules that no grammar can state? Schematron, compiled once a process, one pass."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from encoder.check.finding import Finding
from encoder.check.glance import GLANCES, suspected
from encoder.check.parse import Refused, local, parse, places, text_of
from encoder.check.schematron import ASKED, compiled
from encoder.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from encoder.problems import Problem, Severity

_OWN = resource("schema/engross.sch")
_FINDING = "{urn:engross}finding"
_STEP = re.compile(r"/Q\{([^}]*)\}([^/\[]+)\[(\d+)\]")
_ROLES: dict[str, Severity] = {
    **dict.fromkeys(("warning", "warn"), "warning"),
    **dict.fromkeys(("info", "information"), "info"),
}
"""What rules call their severity; every other role, and none, is an error."""


class Rules:
    """The rules of one Schematron file."""

    def __init__(self, path: Path, phase: str = "#DEFAULT", *, errors: bool = False) -> None:
        """Compile them, with `errors` only those that are errors. Raises encoder.check.schematron.SchematronError."""
        self._stylesheet = compiled(path, phase, errors=errors)
        self._own = path == _OWN

    def findings(self, root: etree._Element, xml: bytes, path: str) -> list[Finding]:
        """Return the rules that a parsed document breaks, in document order.

        `xml` is what it was parsed from, `path` is how the user names it. Raises
        encoder.publish.saxon.StylesheetError where a rule itself fails on this document.
        """
        asked = suspected(root) if self._own else None
        if asked is not None and not asked:
            return []
        idle = {} if asked is None else {f"{ASKED}{pattern}": False for pattern in GLANCES if pattern not in asked}
        result = self._stylesheet.transform(text_of(root, xml), idle)
        if "<e:finding " not in result:
            return []
        ranks = {element: rank for rank, element in enumerate(root.iter("*"))}
        starts = places(xml, root)
        named = cache(_named)  # thousands of findings may stand among thousands of siblings
        found = {}
        for broken in etree.fromstring(result.encode()).iter(_FINDING):
            element, shown = _element(root, broken.get("at", ""), named)
            severity = _ROLES.get(broken.get("role", ""), "error")
            message = " ".join("".join(map(str, broken.itertext())).split())
            place = starts[ranks[element]]
            found[Finding(broken.get("rule", ""), severity, message, path, *place, shown)] = ranks[element]
        return sorted(found, key=lambda finding: found[finding])


def _named(parent: etree._Element, tag: str) -> list[etree._Element]:
    return [child for child in parent if child.tag == tag]


def _element(
    root: etree._Element, path: str, named: Callable[[etree._Element, str], list[etree._Element]]
) -> tuple[etree._Element, str]:
    """Return the element that a path as XPath's path() writes it leads to, and its path as an editor reads it.

    Of an attribute or text it is its element.
    """
    element, shown = root, f"/{local(str(root.tag))}"
    for space, name, number in _STEP.findall(path)[1:]:
        twins = named(element, f"{{{space}}}{name}" if space else name)
        element = twins[int(number) - 1]
        shown += f"/{name}[{number}]" if len(twins) > 1 else f"/{name}"
    return element, shown


@cache
def rules(*, errors: bool = False) -> Rules:
    """Return the project's own rules, or only those that are errors, compiled once a process."""
    return Rules(_OWN, errors=errors)


def problems_of(xml: bytes, path: str) -> list[Problem]:
    """Return the rules that a TEI document breaks; nothing for what is not XML, which the grammar reports."""
    try:
        root = parse(xml, path)
    except Refused:
        return []
    return [finding.problem() for finding in rules().findings(root, xml, path)]

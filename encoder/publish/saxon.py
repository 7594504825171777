"""XSLT 3.0 by SaxonC: the only module that knows saxonche.

One processor a process, one compilation a stylesheet. Documents are parsed without a DTD, so that an untrusted
file can neither read files nor expand entities. Saxon tells where an error is on file descriptor 2 only: that
descriptor is caught for the length of a call, and what it says becomes part of the error.
"""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import contextmanager
from functools import cache
from typing import IO, TYPE_CHECKING

from saxonche import PySaxonApiError, PySaxonProcessor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from saxonche import PyXdmNode, PyXdmValue

    Parameters = Mapping[str, str | bool | int]

_FEATURES = {
    # no DOCTYPE: neither external entities nor entity expansion
    "http://saxon.sf.net/feature/parserFeature?uri=http%3A//apache.org/xml/features/disallow-doctype-decl": "true",
    # the parser's own bound of 100 nested elements is below what an edition may hold
    "http://saxon.sf.net/feature/parserProperty?uri=jdk.xml.maxElementDepth": "0",
}
_STANDARD_ERROR = 2
_LINE = re.compile(r"\bon line (\d+)")
_SAID = re.compile(
    r"^\s+(?:[A-Z]{4}\d{4}|e:\w+|\w+:\w+)\s{2,}(.+?)(?=\n\S|\n  (?:In|invoked)|\Z)", re.DOTALL | re.MULTILINE
)


class StylesheetError(Exception):
    """A stylesheet that does not compile, a document that does not parse, or a transformation that stopped.

    `line` counts from 1, 0 where unknown: of the document if `in_document`, otherwise of the stylesheet.
    """

    def __init__(self, message: str, line: int = 0, *, in_document: bool = False) -> None:
        super().__init__(message)
        self.line = line
        self.in_document = in_document


@cache
def _processor() -> PySaxonProcessor:
    processor = PySaxonProcessor(license=False)
    for name, value in _FEATURES.items():
        processor.set_configuration_property(name, value)
    return processor


@cache
def _catch() -> IO[bytes]:
    return tempfile.TemporaryFile()


@contextmanager
def _one_error(place: str, *, in_document: bool = False) -> Iterator[None]:
    """Turn whatever Saxon raises and prints into one StylesheetError. `place` says in what."""
    caught = _catch()
    caught.seek(0)
    caught.truncate()
    kept = os.dup(_STANDARD_ERROR)
    os.dup2(caught.fileno(), _STANDARD_ERROR)
    try:
        yield
    except PySaxonApiError as error:
        caught.seek(0)
        said = caught.read().decode("utf-8", "replace") or str(error)
        line = _LINE.search(said)
        message = _SAID.search(said)
        text = " ".join((message.group(1) if message else str(error)).split())
        where = int(line.group(1)) if line else 0
        raise StylesheetError(f"{place}: {text}", where, in_document=in_document) from None
    finally:
        os.dup2(kept, _STANDARD_ERROR)
        os.close(kept)


class Stylesheet:
    """A compiled stylesheet."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        with _one_error(path.name):
            self._executable = _processor().new_xslt30_processor().compile_stylesheet(stylesheet_file=str(path))
        self._executable.set_save_xsl_message(True)

    def transform(self, document: str | PyXdmNode, parameters: Parameters | None = None) -> str:
        """Return the result of applying the stylesheet to a document.

        `document` is its text, without a DOCTYPE, or what `parsed` made of it. Parameters are `xs:string`,
        `xs:boolean` or `xs:integer` as their values are; one that the stylesheet does not declare is ignored.
        Raises StylesheetError.
        """
        source = self._prepare(document, parameters)
        with _one_error(self._name):
            result = self._executable.transform_to_string(xdm_node=source)
        if result is None:
            raise StylesheetError(f"{self._name} made nothing")
        return str(result)

    def transform_into(self, folder: Path, document: str | PyXdmNode, parameters: Parameters | None = None) -> None:
        """Write the stylesheet's result documents, named relative to `folder`, which must exist.

        The arguments and errors are those of `transform`; what is not a result document is dropped.
        """
        source = self._prepare(document, parameters)
        self._executable.set_base_output_uri(f"{folder.resolve().as_uri()}/")
        with _one_error(self._name):
            self._executable.transform_to_string(xdm_node=source)

    def _prepare(self, document: str | PyXdmNode, parameters: Parameters | None) -> PyXdmNode:
        self._executable.clear_parameters()
        self._executable.clear_xsl_messages()
        for name, value in (parameters or {}).items():
            self._executable.set_parameter(name, _value(value))
        return parsed(document) if isinstance(document, str) else document


def parsed(xml: str) -> PyXdmNode:
    """Return a document that several stylesheets may take, from its text without a DOCTYPE. Raises StylesheetError."""
    with _one_error("not XML", in_document=True):
        return _processor().parse_xml(xml_text=xml)


def _value(value: str | bool | int) -> PyXdmValue:  # noqa: FBT001 (the type is the point)
    match value:
        case bool():
            return _processor().make_boolean_value(value)
        case int():
            return _processor().make_integer_value(value)
        case str():
            return _processor().make_string_value(value)


@cache
def stylesheet(path: Path) -> Stylesheet:
    """Return the stylesheet at `path`, compiled once a process. Raises StylesheetError."""
    return Stylesheet(path)

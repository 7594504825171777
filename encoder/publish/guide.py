"""The encoding guide: the project's ODD and its rules as one web page."""

from __future__ import annotations

from lxml import etree

from encoder.check.schematron import schema_of
from encoder.publish.saxon import stylesheet
from encoder.resources import resource


def guide() -> str:
    """Return the guide as HTML, complete in itself. Raises encoder.publish.saxon.StylesheetError."""
    parameters = {
        "style": resource("xslt/guide/guide.css").read_text("utf-8"),
        "rules": etree.tostring(schema_of(resource("schema/engross.sch")), encoding="unicode"),
    }
    odd = resource("schema/engross.odd").read_text("utf-8")
    return stylesheet(resource("xslt/guide/guide.xsl")).transform(odd, parameters)

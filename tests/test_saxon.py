"""Saxon: what it makes, and what a user sees when it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from encoder.publish.saxon import Stylesheet, StylesheetError

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = (
    '<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" '
    'xmlns:e="urn:engross" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema"><xsl:output omit-xml-declaration="yes"/>'
)
_BILLION = '<!DOCTYPE a [<!ENTITY b "bbbb">]>\n<a>&b;</a>'
_FILE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>\n<a>&b;</a>'


def _stylesheet(folder: Path, body: str) -> Stylesheet:
    path = folder / "trial.xsl"
    path.write_text(f"{_HEAD}\n{body}</xsl:stylesheet>", encoding="utf-8")
    return Stylesheet(path)


def test_parameters_have_types(tmp_path: Path) -> None:
    """A string, a truth value and a number arrive as such, so that a stylesheet can declare them."""
    body = (
        '<xsl:param name="s" as="xs:string"/><xsl:param name="b" as="xs:boolean"/><xsl:param name="i" as="xs:integer"/>'
        '<xsl:template match="/"><r><xsl:value-of select="$s, not($b), $i + 1"/></r></xsl:template>'
    )
    assert _stylesheet(tmp_path, body).transform("<a/>", {"s": "x", "b": True, "i": 1}) == "<r>x false 2</r>"


def test_a_second_call_does_not_see_the_parameters_of_the_first(tmp_path: Path) -> None:
    """Parameters hold for one document."""
    trial = _stylesheet(
        tmp_path,
        """<xsl:param name="s" select="'none'"/>
        <xsl:template match="/"><r><xsl:value-of select="$s"/></r></xsl:template>""",
    )
    trial.transform("<a/>", {"s": "x"})
    assert trial.transform("<a/>") == "<r>none</r>"


def test_result_documents_go_into_the_folder(tmp_path: Path) -> None:
    """A result document is written under the folder that was named."""
    body = (
        '<xsl:template match="/"><xsl:result-document href="people/one.xml"><p>é</p></xsl:result-document>'
        "</xsl:template>"
    )
    out = tmp_path / "a folder"
    out.mkdir()
    _stylesheet(tmp_path, body).transform_into(out, "<a/>")
    assert (out / "people" / "one.xml").read_text(encoding="utf-8") == "<p>é</p>"


@pytest.mark.parametrize("xml", [_BILLION, _FILE])
def test_a_document_type_is_refused(tmp_path: Path, xml: str) -> None:
    """Neither external files nor expanding entities: no DOCTYPE at all."""
    with pytest.raises(StylesheetError, match="DOCTYPE"):
        _stylesheet(tmp_path, '<xsl:template match="/"/>').transform(xml)


def test_broken_xml_says_its_line_and_nothing_else(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """One error with the line; Saxon's own output does not reach the user."""
    with pytest.raises(StylesheetError, match='element type "b"') as caught:
        _stylesheet(tmp_path, '<xsl:template match="/"/>').transform("<a>\n<b></a>")
    assert (caught.value.line, caught.value.in_document) == (2, True)
    assert capfd.readouterr().err == ""


def test_an_error_of_a_stylesheet_says_its_reason(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What `error()` said is the message, with the line of the stylesheet."""
    body = """<xsl:template match="/">
<xsl:sequence select="error(xs:QName('e:lost'), 'no rule for x')"/></xsl:template>"""
    with pytest.raises(StylesheetError, match=r"^trial\.xsl: no rule for x$") as caught:
        _stylesheet(tmp_path, body).transform("<a/>")
    assert (caught.value.line, caught.value.in_document) == (3, False)
    assert capfd.readouterr().err == ""


def test_a_stylesheet_that_does_not_compile_says_where(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The first error, with its line, once."""
    with pytest.raises(StylesheetError, match="Unknown XSLT instruction xsl:foo") as caught:
        _stylesheet(tmp_path, '<xsl:template match="/"><xsl:foo/></xsl:template>')
    assert caught.value.line == 2
    assert capfd.readouterr().err == ""


def test_deep_documents_are_read(tmp_path: Path) -> None:
    """Five hundred nested elements are not too many."""
    xml = "<a>" * 500 + "</a>" * 500
    assert _stylesheet(
        tmp_path, '<xsl:template match="/"><r><xsl:value-of select="count(//a)"/></r></xsl:template>'
    ).transform(xml)

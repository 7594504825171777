"""Nothing invented: the text of a page is the text of its TEI, generated labels aside; and text is never markup."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from encoder.publish.saxon import stylesheet
from encoder.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
TEI = "{http://www.tei-c.org/ns/1.0}"
HTML = "{http://www.w3.org/1999/xhtml}"
SAMPLES = sorted((HERE / "browser" / "tei").glob("*.xml"))
EXAMPLES = sorted((HERE.parent / "output" / "tei").glob("*.xml"))
GOLD = sorted((HERE.parents[1] / "shared" / "gold" / "volumes").glob("*.xml"))
_GOLD_STEP = 20
"""Of the documents of a volume, every twentieth is shown."""


def characters(texts: Iterator[str]) -> str:
    """Return the characters of texts without white space, which the two write differently."""
    return re.sub(r"\s+", "", "".join(texts))


def tei_texts(element: etree._Element) -> Iterator[str]:
    """Yield the text in an element, notes and what is between its blocks left out."""
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str) and child.tag != f"{TEI}note":
            yield from tei_texts(child)
        if child.tail:
            yield child.tail


def page_texts(element: etree._Element) -> Iterator[str]:
    """Yield the text in an element, generated labels left out."""
    if element.text:
        yield element.text
    for child in element:
        if child.get("data-label") is None:
            yield from page_texts(child)
        if child.tail:
            yield child.tail


def having(html: etree._Element, word: str) -> Iterator[etree._Element]:
    """Yield the elements with a class."""
    yield from (element for element in html.iter(etree.Element) if word in element.get("class", "").split())


def shown(xml: str, *, strict: bool) -> etree._Element:
    """Return the page of a document."""
    return etree.fromstring(stylesheet(resource("xslt/web/document.xsl")).transform(xml, {"strict": strict}).encode())


def assert_equal_text(xml: str, *, strict: bool = True) -> None:
    """The body, and each note in its order."""
    tei, html = etree.fromstring(xml.encode()), shown(xml, strict=strict)
    (body,) = tei.iter(f"{TEI}body")
    (text,) = having(html, "text")
    assert characters(page_texts(text)) == characters(tei_texts(body))
    notes = [characters(tei_texts(note)) for note in body.iter(f"{TEI}note")]
    assert [characters(page_texts(note)) for note in having(html, "note-text")] == notes


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_page_has_the_text_of_its_tei(path: Path) -> None:
    """Every construct of the grammar, and hostile text."""
    assert_equal_text(path.read_text(encoding="utf-8"))


@pytest.mark.skipif(not EXAMPLES, reason="output/tei is absent: run `engross build seeds -o output`")
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_seeds_pages_have_the_text_of_their_tei(path: Path) -> None:
    """The example edition."""
    assert_equal_text(path.read_text(encoding="utf-8"))


@pytest.mark.skipif(not GOLD, reason="../shared/gold is absent")
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_hand_encoded_documents_keep_their_text(path: Path) -> None:
    """Whatever hands have encoded is shown, if only in a box."""
    volume = etree.parse(path, etree.XMLParser(collect_ids=False))
    documents = [div for div in volume.iter(f"{TEI}div") if div.get("type") == "document"]
    assert documents
    for div in documents[::_GOLD_STEP]:
        tei = etree.Element(f"{TEI}TEI", nsmap={None: TEI[1:-1]})
        etree.SubElement(etree.SubElement(tei, f"{TEI}text"), f"{TEI}body").append(div)
        assert_equal_text(etree.tostring(tei, encoding="unicode"), strict=False)


def test_hostile_text_makes_no_element() -> None:
    """Scripts, images and bold in a document's text, a name, a title or a heading stay characters."""
    html = shown((HERE / "browser" / "tei" / "hostile.xml").read_text(encoding="utf-8"), strict=True)
    assert [script.get("type") or script.get("src") for script in html.iter(f"{HTML}script")] == [
        "application/ld+json",
        "assets/edition.js",
    ]
    assert not list(html.iter(f"{HTML}img"))


def test_no_address_runs_anything() -> None:
    """Every link is to a page, a place in one, or the web."""
    html = shown((HERE / "browser" / "tei" / "hostile.xml").read_text(encoding="utf-8"), strict=True)
    links = [element.get("href") or element.get("src") for element in html.iter(etree.Element)]
    assert not [link for link in links if link and re.match(r"\s*(javascript|data|vbscript):", link, re.IGNORECASE)]


def test_json_in_a_page_cannot_end_its_script() -> None:
    """Neither `<` nor `&` stands in the script of schema.org."""
    html = shown((HERE / "browser" / "tei" / "hostile.xml").read_text(encoding="utf-8"), strict=True)
    (script,) = (element for element in html.iter(f"{HTML}script") if element.get("type"))
    assert script.text
    assert not set("<>&") & set(script.text)

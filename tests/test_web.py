"""The page of a document: what it shows of its TEI."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from encoder.publish.saxon import StylesheetError, stylesheet
from encoder.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

TEI = Path(__file__).parent / "browser" / "tei"
LETTER, RICH, HOSTILE = (TEI / f"{name}.xml" for name in ("frus1964-68v29p2-d62", "frus1964-68v29p2-d55", "hostile"))
_HTML = "{http://www.w3.org/1999/xhtml}"


def page(tei: Path, **parameters: str | bool | int) -> etree._Element:
    """Return the page of a document: it is also XML."""
    settings: dict[str, str | bool | int] = {"edition": "Trial", "strict": True, **parameters}
    html = stylesheet(resource("xslt/web/document.xsl")).transform(tei.read_text(encoding="utf-8"), settings)
    return etree.fromstring(html.encode())


def having(html: etree._Element, word: str) -> Iterator[etree._Element]:
    """Yield the elements with a class."""
    yield from (element for element in html.iter(etree.Element) if word in element.get("class", "").split())


def text_of(element: etree._Element) -> str:
    """Return the text of an element in one line."""
    return " ".join("".join(element.itertext()).split())


def by_id(html: etree._Element, identifier: str) -> etree._Element:
    """Return the one element with an id."""
    (element,) = (element for element in html.iter(etree.Element) if element.get("id") == identifier)
    return element


def test_the_number_stays_in_the_heading() -> None:
    """The heading is the document's, number and all."""
    heading = next(page(LETTER).iter(f"{_HTML}h1"))
    assert text_of(heading).startswith("62. Letter From Secretary of State Rusk")


def test_what_is_known_of_a_person_is_said_at_the_first_mark(tmp_path: Path) -> None:
    """Once on a page; every mark leads to the person's page."""
    again = '<persName ref="#p_RD1">Rusk</persName>'
    tei = tmp_path / "d62.xml"
    tei.write_text(LETTER.read_text(encoding="utf-8").replace("</salute>", f"{again}</salute>", 1), encoding="utf-8")
    marks = [mark for mark in having(page(tei), "persName") if mark.get("href") == "people/p_RD1.html"]
    assert [mark.get("title") for mark in marks] == ["Rusk, Dean: Secretary of State", *[None] * (len(marks) - 1)]
    assert len(marks) > 1


def test_a_first_mark_that_cannot_be_a_link_leaves_the_others_what_is_known(tmp_path: Path) -> None:
    """A script finds what is known by the address that the marks share."""
    tei = tmp_path / "d62.xml"
    again = '<persName ref="#p_RD1">Rusk</persName>'
    text = LETTER.read_text(encoding="utf-8").replace("</salute>", f"{again}{again}</salute>", 1)
    first = text.index('<persName ref="#p_RD1" type="from"')
    tei.write_text(text[:first] + text[first:].replace(">", '><pb n="9"/>', 1), encoding="utf-8")
    marks = [mark for mark in having(page(tei), "persName") if mark.get("href") == "people/p_RD1.html"]
    assert {mark.get("title") for mark in marks} == {"Rusk, Dean: Secretary of State"}


@pytest.mark.parametrize(
    ("inner", "linked"),
    [
        ('<date when="1977">1977</date>', ["ref"]),
        ('<pb n="9" xml:id="pg_9"/>', ["pb"]),
        ('<note n="9" xml:id="d62fn9">A note.</note>', ["call"]),
    ],
)
def test_no_link_stands_in_a_link(tmp_path: Path, inner: str, linked: list[str]) -> None:
    """Of two marks the outer one leads; a page break or a call in a mark leads, and the mark is still a mark."""
    reference = f'<ref target="https://example.org/">Foreign Relations {inner}, vol. II</ref>'
    tei = tmp_path / "d62.xml"
    tei.write_text(
        LETTER.read_text(encoding="utf-8").replace("</salute>", f"{reference}</salute>", 1), encoding="utf-8"
    )
    (mark,) = (one for one in having(page(tei), "ref") if text_of(one).startswith("Foreign Relations"))
    links = [link for link in mark.iter(f"{_HTML}a") if link.get("class") != "back"]
    assert [link.get("class", "").split()[-1] for link in links] == linked


def test_notes_and_calls_lead_to_each_other() -> None:
    """Each call leads to its note, each note back to its call, numbered as printed."""
    html = page(LETTER)
    calls = {call.get("href"): call for call in having(html, "call")}
    notes = {f"#{note.get('id')}": note for note in having(html, "note") if "unplaced" not in note.get("class", "")}
    assert list(calls) == list(notes) == [f"#d62fn{n}" for n in (1, 2, 3, 4)]
    for address, call in calls.items():
        (back,) = having(notes[address], "back")
        assert back.get("href") == f"#{call.get('id')}"
        assert text_of(back) == text_of(call) == address.removeprefix("#d62fn")


def test_a_note_without_a_place_is_shown_and_says_so() -> None:
    """It stands among the notes, without a link back."""
    note = by_id(page(LETTER), "d62fn5")
    (mark,) = having(note, "back")
    assert mark.tag == f"{_HTML}span"
    assert "not known" in mark.get("title", "")


def test_page_breaks_can_be_linked_to() -> None:
    """`#pg_128` is the break before page 128, between its two words."""
    mark = by_id(page(LETTER), "pg_128")
    assert (mark.get("href"), mark.get("aria-label"), text_of(mark)) == ("#pg_128", "Page 128", "128")
    assert (mark.tail or "").startswith("review our common")


def test_a_page_break_between_items_is_inside_the_second() -> None:
    """HTML allows nothing but items in a list."""
    mark = by_id(page(LETTER), "pg_129")
    parent = mark.getparent()
    assert parent is not None
    assert text_of(parent) == "129—Spell out the heavy burden."


def test_a_facsimile_is_linked_if_it_is_on_the_web() -> None:
    """The picture of a page stands beside its mark; an address that runs something is none."""
    assert [link.get("href") for link in having(page(RICH), "facsimile")] == ["https://example.org/page/104.jpg"]
    assert not list(having(page(HOSTILE), "facsimile"))


def test_a_name_says_who_it_is_and_leads_to_the_person() -> None:
    """Name, office and address of the person's page."""
    name = next(having(page(LETTER), "persName"))
    assert name.get("href") == "people/p_RD1.html"
    assert name.get("title") == "Rusk, Dean: Secretary of State"


def test_a_name_that_nobody_linked_leads_nowhere() -> None:
    """What was left undecided is marked and no more."""
    names = [name for name in having(page(LETTER), "persName") if text_of(name) == "Reischauer"]
    assert [name.tag for name in names] == [f"{_HTML}span"]


def test_a_date_says_itself_in_full() -> None:
    """The year that the text does not give is in the title and in the machine's form."""
    html = page(LETTER)
    date = next(date for date in having(html, "date") if text_of(date) == "July 14")
    assert date.get("title") == "July 14, 1965"
    assert next(date.iter(f"{_HTML}time")).get("datetime") == "1965-07-14"
    yearless = next(date for date in having(page(RICH), "date") if text_of(date) == "June 23")
    assert next(yearless.iter(f"{_HTML}time")).get("datetime") == "06-23"


def test_interface_texts_speak_the_language_of_the_edition() -> None:
    """German labels, the document as it is; an unknown language is English."""
    german = page(LETTER, language="de")
    assert german.get("lang") == "de"
    assert by_id(german, "pg_128").get("aria-label") == "Seite 128"
    date = next(date for date in having(german, "date") if text_of(date) == "July 14")
    assert date.get("title") == "14. Juli 1965"
    assert next(having(german, "text")).get("lang") == "en"
    assert page(LETTER, language="xx").get("lang") == "en"


def test_every_language_has_every_label() -> None:
    """The files of labels have the same keys."""
    keys = {
        path.stem: [label.get("key") for label in etree.parse(path).getroot()]
        for path in resource("xslt/base/labels").glob("*.xml")
    }
    assert len(keys) > 1
    assert {language: sorted(map(str, found)) for language, found in keys.items()} == dict.fromkeys(
        keys, sorted(map(str, keys["en"]))
    )


def test_a_reference_is_a_link_where_the_edition_has_the_document() -> None:
    """`#d55` is the page of document 55 of the same volume, if there is one."""
    assert not [ref for ref in having(page(LETTER), "ref") if ref.get("href")]
    linked = page(LETTER, referred="frus1964-68v29p2-d55")
    assert [ref.get("href") for ref in having(linked, "ref")] == ["frus1964-68v29p2-d55.html"]


def test_references_of_the_text_lead_to_the_web_or_a_note() -> None:
    """An address of the web and an id of the same document are kept."""
    assert [ref.get("href") for ref in having(page(RICH), "ref")] == ["https://example.org/", "#d55fn2"]


def test_the_head_describes_the_document() -> None:
    """Dublin Core, and JSON-LD that parses."""
    html = page(LETTER, site="https://example.org/edition/")
    meta = {element.get("name"): element.get("content") for element in html.iter(f"{_HTML}meta")}
    assert (meta["DC.creator"], meta["DC.date"]) == ("Rusk, Dean", "1965-09-25")
    assert meta["DC.identifier"] == "https://example.org/edition/frus1964-68v29p2-d62.html"
    (script,) = (element for element in html.iter(f"{_HTML}script") if element.get("type") == "application/ld+json")
    linked = json.loads(script.text or "")
    assert linked["author"] == [{"@type": "Person", "name": "Rusk, Dean"}]
    assert linked["recipient"] == [{"@type": "Person", "name": "McNamara, Robert S."}]


def test_citations_parse_and_escape() -> None:
    """CSL-JSON is JSON; in BibTeX no character of a title has a meaning."""
    forms = {pre.get("aria-label"): "".join(pre.itertext()) for pre in page(HOSTILE).iter(f"{_HTML}pre")}
    assert json.loads(forms["CSL-JSON"])[0]["title"] == '<script>document.title = "run"</script> & ]]>'
    assert r"title = {<script>document.title = " in forms["BibTeX"]
    assert r"</script> \& ]]>}" in forms["BibTeX"]
    assert forms["RIS"].startswith("TY  - CHAP\nTI  - <script>")


def test_an_element_that_no_rule_handles_stops_a_strict_run(tmp_path: Path) -> None:
    """It is named; a run that is not strict shows a box with its text."""
    unknown = tmp_path / "unknown.xml"
    text = LETTER.read_text(encoding="utf-8").replace("<p>P.S. One", "<p><incident>A noise.</incident> P.S. One")
    unknown.write_text(text, encoding="utf-8")
    with pytest.raises(StylesheetError, match="no rule handles the element incident in p"):
        page(unknown)
    (box,) = having(page(unknown, strict=False), "unhandled")
    assert text_of(box) == "incidentA noise."

"""What the header says of persons: the list's entries of those named, and who wrote to whom."""

from __future__ import annotations

import re

from named import ANNOTATE, document

from encoder.model import Document, Edition, Person, Span
from encoder.tei.header import header_of


def header(found: Document, *persons: Person) -> str:
    """Return a header without white space between elements."""
    return re.sub(r">\s+<", "><", header_of(found, Edition(persons=persons)))


def listed(*, birth: str = "", death: str = "") -> str:
    """Return the header's entry of a person who is named."""
    person = Person("p_1", "Kent, Dora", "Consul", birth=birth, death=death, idno="Q1")
    span = Span("persName", 0, 4, (("ref", "#p_1"),))
    return (
        header(Document("d1", "Kent", spans=(span,)), person).partition("<listPerson>")[2].partition("</listPerson>")[0]
    )


def test_dates_of_life_and_an_identifier_go_into_the_header() -> None:
    assert listed(birth="1903-07-02", death="1995") == (
        '<person xml:id="p_1"><persName>Kent, Dora</persName><birth when="1903-07-02">1903-07-02</birth>'
        '<death when="1995">1995</death><note>Consul</note><idno>Q1</idno></person>'
    )


def test_what_is_no_date_stands_as_text() -> None:
    assert "<birth>about 1900</birth><death>1995-02-30</death>" in listed(birth="about 1900", death="1995-02-30")


def test_who_is_not_named_is_not_in_the_header() -> None:
    assert "listPerson" not in header(Document("d1", "Kent"), Person("p_1", "Kent, Dora"))


def correspondence(head: str) -> str:
    """Return the correspDesc of a document with that heading, written on 25 September 1965."""
    found = header(ANNOTATE(document("Text.", head=head)))
    return found.partition("<correspDesc>")[2].partition("</correspDesc>")[0]


def test_sender_and_recipient_and_the_date() -> None:
    assert correspondence("1. Letter From Secretary Rusk to President Johnson") == (
        '<correspAction type="sent"><persName ref="#p_RD">Rusk</persName><date when="1965-09-25"/></correspAction>'
        '<correspAction type="received"><persName ref="#p_JLB">Johnson</persName></correspAction>'
    )


def test_several_bodies() -> None:
    assert correspondence(
        "2. Telegram From the Department of State to the Embassy in Japan and the Mission to NATO"
    ) == (
        '<correspAction type="sent"><orgName>Department of State</orgName><date when="1965-09-25"/></correspAction>'
        '<correspAction type="received"><orgName>Embassy in Japan</orgName><orgName>Mission to NATO</orgName>'
        "</correspAction>"
    )


def test_a_conference_has_no_correspondence() -> None:
    assert correspondence("3. Memorandum of Conference With President Johnson") == ""

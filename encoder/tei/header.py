"""The `teiHeader`: what the edition, its documents and its authorities say of one document."""

from __future__ import annotations

import re
from datetime import date as day
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from encoder.model import ENGROSS
from encoder.tei.markup import Element, indented
from encoder.tei.origin import document_date, document_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.model import Document, Edition, Person, Span

_LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "la": "Latin"}
_WHOLE = (("unit", "document"), ("match", "//body/div[@type='document']"), ("use", "@n"))
_CITE = {
    "text": (
        ("paragraph", ".//p[not(ancestor::note)]", "position()", "."),
        ("note", ".//note", "substring-after(@xml:id, 'fn')", "~"),
    ),
    "pages": (("page", ".//pb", "string(@n)", ":"),),
}
"""Unit, match, use and delimiter of what can be cited in a document: `62.3` is paragraph 3 of document 62 (DTS).

Pages are a way of citing of their own: with paragraphs beside them, a page would end where the next one begins. A
note's printed number may come twice, so it is cited as its id ends.
"""
_DECLARATION = (
    "Note numbers, page marks and bullets were taken out of the transcription’s text and are kept as markup; everything"
    " else stands as it was transcribed. Attributes with @resp=“#engross” were set by a program, and @cert says how"
    " surely. Convention of the transcription: "
)
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
CORRESPONDENTS = frozenset({"persName", "orgName"})


@cache
def program_version() -> str:
    """Return the version of engross, `0` where it runs from a checkout that was never installed."""
    try:
        return version("engross")
    except PackageNotFoundError:
        return "0"


def header_of(document: Document, edition: Edition) -> str:
    """Return the `teiHeader` of a document as lines of XML."""
    children = (_file(document, edition), _encoding(document, edition), _profile(document, edition), _revision())
    return indented(Element("teiHeader", (), children), 1)


def title_of(document: Document) -> str:
    """Return the title of a document: what the edition gives, or its heading without the number."""
    head = next((block for block in document.blocks if block.kind == "head"), None)
    printed = document.text[head.start : head.end] if head else ""
    if document.n and printed.startswith(document.n):
        printed = printed[len(document.n) :].lstrip(". ")
    return document.facts.get("title") or printed or document.id


def _text(name: str, text: str, *attributes: tuple[str, str]) -> Iterator[Element]:
    """Yield one element, or nothing where there is no text for it."""
    if text:
        yield Element(name, attributes, (text,))


def _file(document: Document, edition: Edition) -> Element:
    facts = edition.facts
    machine = Element(
        "respStmt",
        (("xml:id", "engross"),),
        (Element("resp", (), ("encoded by machine from the transcription",)), Element("name", (), ("engross",))),
    )
    title = Element(
        "titleStmt", (), (*_text("title", title_of(document)), *_text("editor", facts.get("editor", "")), machine)
    )
    series = [Element("seriesStmt", (), tuple(_text("title", facts["title"])))] if facts.get("title") else []
    return Element("fileDesc", (), (title, _publication(edition), *series, _source(document, edition)))


def _publication(edition: Edition) -> Element:
    facts = edition.facts
    if not facts.get("publisher"):
        return Element("publicationStmt", (), (Element("p", (), ("Unpublished.",)),))
    licence = facts.get("licence", "")
    target = (("target", licence),) if licence.startswith(("https://", "http://")) else ()
    availability = (Element("availability", (), tuple(_text("licence", licence, *target))),) if licence else ()
    children = (
        *_text("publisher", facts["publisher"]),
        *_text("pubPlace", facts.get("place", "")),
        *_text("date", facts.get("date", "")),
        *_text("idno", facts.get("id", ""), ("type", "edition")),
        *availability,
    )
    return Element("publicationStmt", (), children)


def _source(document: Document, edition: Edition) -> Element:
    facts = document.facts
    url = facts.get("url", "")
    children = (
        *_text("title", facts.get("volume") or edition.facts.get("title", ""), ("level", "m")),
        *_text("biblScope", document.n and f"Document {document.n}", ("unit", "document"), ("n", document.n)),
        *([Element("ref", (("target", url),))] if url else ()),
        *_text("idno", document.id, ("type", "document")),
        *_text("idno", document.source.rpartition("/")[2], ("type", "filename")),
        *_text("idno", document.sha256, ("type", "sha256")),
    )
    return Element("sourceDesc", (), (Element("bibl", (), children),))


def _encoding(document: Document, edition: Edition) -> Element:
    declaration = (
        _DECLARATION,
        Element("ident", (("type", "convention"),), (edition.convention,)),
        ".",
    )
    application = Element(
        "application", (("ident", "engross"), ("version", program_version())), (Element("label", (), ("engross",)),)
    )
    children = (
        Element("editorialDecl", (), (Element("p", (), declaration),)),
        *_citations(),
        *_abbreviations(document, edition),
        Element("appInfo", (), (application,)),
    )
    return Element("encodingDesc", (), children)


def _citations() -> Iterator[Element]:
    for name, units in _CITE.items():
        cited = tuple(
            Element("citeStructure", (("unit", unit), ("match", match), ("use", use), ("delim", delimiter)))
            for unit, match, use, delimiter in units
        )
        default = "true" if name == "text" else ""
        yield Element("refsDecl", (("n", name), ("default", default)), (Element("citeStructure", _WHOLE, cited),))


def _abbreviations(document: Document, edition: Edition) -> Iterator[Element]:
    """Yield the abbreviations that the document uses, so that every `@target` to one resolves in its own file."""
    used = {span.get("target").removeprefix("#") for span in document.spans if span.name == "gloss"}
    categories = tuple(
        Element(
            "category",
            (("xml:id", term.id),),
            (Element("catDesc", (), (*_text("term", term.label), *_text("gloss", term.expansion))),),
        )
        for term in edition.terms
        if term.id in used
    )
    if categories:
        yield Element("classDecl", (), (Element("taxonomy", (), categories),))


def _profile(document: Document, edition: Edition) -> Element:
    date, date_cert = document_date(document)
    place, place_cert = document_place(document)
    language = edition.facts.get("language") or "en"
    dated = (("when", date), *_asserted(date_cert))
    creation = (
        *([Element("date", dated, (date,))] if date else ()),
        *_text("placeName", place, *_asserted(place_cert)),
    )
    named = {span.get("ref").removeprefix("#") for span in document.spans if span.get("ref")}
    people = tuple(_person(person) for person in edition.persons if person.id in named)
    children = (
        *([Element("creation", (), creation)] if creation else ()),
        Element("langUsage", (), tuple(_text("language", _LANGUAGES.get(language, language), ("ident", language)))),
        *([Element("particDesc", (), (Element("listPerson", (), people),))] if people else ()),
        *_correspondence(document, date, place),
    )
    return Element("profileDesc", (), children)


def _person(person: Person) -> Element:
    """Return what the list says of a person, dates of life as they stand there."""
    children = (
        *_text("persName", person.name),
        *_text("birth", person.birth, *_when(person.birth)),
        *_text("death", person.death, *_when(person.death)),
        *_text("note", person.note),
        *_text("idno", person.idno),
    )
    return Element("person", (("xml:id", person.id),), children)


def _when(value: str) -> tuple[tuple[str, str], ...]:
    """Return `@when` for a year, month or day that exists, nothing for `about 1900` or February 30."""
    try:
        day.fromisoformat(value + "1900-01-01"[len(value) :])
    except ValueError:
        return ()
    return (("when", value),) if _DAY.fullmatch(value) else ()


def _asserted(cert: str) -> tuple[tuple[str, str], ...]:
    """Return the attributes that say that the program found something, and how sure it is."""
    return (("resp", ENGROSS), ("cert", cert)) if cert else ()


def _correspondence(document: Document, date: str, place: str) -> Iterator[Element]:
    parties = [(span, span.get("type")) for span in document.spans if span.name in CORRESPONDENTS]
    sent = tuple(_party(document, (span for span, role in parties if role == "from")))
    received = tuple(_party(document, (span for span, role in parties if role == "to")))
    if not (sent or received):
        return
    when = (Element("date", (("when", date),)),) if date else ()
    actions = []
    if sent:
        actions.append(Element("correspAction", (("type", "sent"),), (*sent, *_text("placeName", place), *when)))
    if received:
        actions.append(Element("correspAction", (("type", "received"),), received))
    yield Element("correspDesc", (), tuple(actions))


def _party(document: Document, spans: Iterable[Span]) -> Iterator[Element]:
    seen = set()
    for span in spans:
        key = (span.name, span.get("ref"), document.text[span.start : span.end])
        if key not in seen:
            seen.add(key)
            yield Element(span.name, (("ref", span.get("ref")),), (key[2],))


def _revision() -> Element:
    change = f"Encoded from the transcription by engross {program_version()}."
    return Element("revisionDesc", (), (Element("change", (("who", ENGROSS),), (change,)),))

"""An index of letters for correspSearch, from the `correspDesc` of each document: CMIF 2.

The rules are those of https://github.com/TEI-Correspondence-SIG/CMIF (its templates and schema): the index itself is
licensed CC BY 4.0, each letter is sent and received, an unknown party is called "Unknown".
"""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING

from encoder.deposit.records import people
from encoder.tei.markup import NAMESPACE, Element, indented

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from encoder.deposit.finished import Finished
    from encoder.deposit.records import Action, Record
    from encoder.model import Person

FILE = "cmif.xml"
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_STATEMENT = "This file is licensed under the terms of the Creative Commons License CC-BY 4.0"
"""The rules ask for these words."""
_DAY = re.compile(r"\d{4}(-\d\d){0,2}")
_KINDS = ("sent", "received")


def cmif(edition: Finished) -> str:
    """Return the index of an edition's letters: of all documents that say who sent them or who received them."""
    facts = edition.facts
    # the same edition has the same id in every release, as the rules recommend
    source = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{facts['url']}#{facts['id']}"))
    source = source if source[0].isalpha() else f"u-{source}"
    listed = people(edition.records)
    letters = [_letter(record, source, listed) for record in edition.records if record.actions]
    publication = Element(
        "publicationStmt",
        (),
        (
            Element("publisher", (), (Element("ref", (("target", facts["url"]),), (facts["publisher"],)),)),
            Element("idno", (("type", "url"),), (f"{facts['url'].rstrip('/')}/{FILE}",)),
            Element("date", (("when", edition.day),)),
            Element("availability", (), (Element("licence", (("target", _LICENCE),), (_STATEMENT,)),)),
        ),
    )
    title = (
        Element("title", (), (f"{facts['title']}: index of letters",)),
        Element("editor", (), (facts.get("editor") or facts["publisher"],)),
    )
    bibl = Element("bibl", (("type", "online"), ("xml:id", source)), (_citation(facts),))
    file = Element("fileDesc", (), (Element("titleStmt", (), title), publication, Element("sourceDesc", (), (bibl,))))
    header = Element("teiHeader", (), (file, *([Element("profileDesc", (), tuple(letters))] if letters else ())))
    text = Element("text", (), (Element("body", (), (Element("p"),)),))
    root = Element("TEI", (("xmlns", NAMESPACE),), (header, text))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{indented(root, 0)}'


def _citation(facts: Mapping[str, str]) -> str:
    parts = (facts.get("editor", ""), facts["title"], facts["publisher"], facts["url"])
    return ". ".join(part.rstrip(".") for part in parts if part)


def _letter(record: Record, source: str, listed: Mapping[str, Person]) -> Element:
    known = {action.type: action for action in record.actions}
    address = (("ref", record.url), ("key", record.n or record.id), ("source", f"#{source}"))
    actions = (Element("correspAction", (("type", kind),), tuple(_act(known.get(kind), listed))) for kind in _KINDS)
    return Element("correspDesc", address, tuple(actions))


def _act(action: Action | None, listed: Mapping[str, Person]) -> Iterator[Element]:
    if action is None or not action.parties:
        yield Element("persName", (), ("Unknown",))
    if action is None:
        return
    for party in action.parties:
        person = listed.get(party.ref)
        idno = person.idno if person and person.idno.startswith(("https://", "http://")) else ""
        yield Element(party.kind, (("ref", idno),), (person.name if person else party.name,))
    if action.place:
        yield Element("placeName", (), (action.place,))
    # a day without a year is no date here
    date = tuple((key, value) for key, value in action.date if _DAY.fullmatch(value))
    if date:
        yield Element("date", date)

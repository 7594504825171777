"""Dublin Core of each document in an OAI-PMH static repository file, which a gateway serves to harvesters.

The form is that of http://www.openarchives.org/OAI/2.0/guidelines-static-repository.htm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from encoder.deposit.dublincore import DC, of_document
from encoder.deposit.records import people
from encoder.tei.markup import Element, indented

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.deposit.finished import Finished
    from encoder.deposit.records import Record
    from encoder.model import Person

FILE = "oai.xml"
OAI = "http://www.openarchives.org/OAI/2.0/"
STATIC = f"{OAI}static-repository"
OAI_DC = f"{OAI}oai_dc/"
_SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"


def oai(edition: Finished, email: str) -> str:
    """Return the static repository of an edition; `email` is the address that harvesters may write to.

    It is made for the place `oai.xml` under the edition's own address; a gateway's address goes before that one.
    """
    facts = edition.facts
    formats = _texts("oai", metadataPrefix="oai_dc", schema=f"{OAI}oai_dc.xsd", metadataNamespace=OAI_DC)
    identify = _texts(
        "oai",
        repositoryName=facts["title"],
        baseURL=f"{facts['url'].rstrip('/')}/{FILE}",
        protocolVersion="2.0",
        adminEmail=email,
        earliestDatestamp=edition.day,
        deletedRecord="no",
        granularity="YYYY-MM-DD",
    )
    listed = people(edition.records)
    records = tuple(_record(record, edition, listed) for record in edition.records)
    names = (
        ("xmlns", STATIC),
        ("xmlns:oai", OAI),
        ("xmlns:xsi", _SCHEMA),
        ("xsi:schemaLocation", f"{STATIC} {STATIC}.xsd"),
    )
    children = (
        Element("Identify", (), identify),
        Element("ListMetadataFormats", (), (Element("oai:metadataFormat", (), formats),)),
        Element("ListRecords", (("metadataPrefix", "oai_dc"),), records),
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{indented(Element("Repository", names, children), 0)}'


def _record(record: Record, edition: Finished, listed: Mapping[str, Person]) -> Element:
    domain = urlsplit(edition.facts["url"]).hostname or edition.facts["id"]
    header = _texts("oai", identifier=f"oai:{domain}:{record.id}", datestamp=edition.day)
    names = (("xmlns:oai_dc", OAI_DC), ("xmlns:dc", DC), ("xsi:schemaLocation", f"{OAI_DC} {OAI}oai_dc.xsd"))
    core = Element("oai_dc:dc", names, of_document(record, edition.facts, listed))
    return Element("oai:record", (), (Element("oai:header", (), header), Element("oai:metadata", (), (core,))))


def _texts(prefix: str, **values: str) -> tuple[Element, ...]:
    return tuple(Element(f"{prefix}:{name}", (), (text,)) for name, text in values.items())

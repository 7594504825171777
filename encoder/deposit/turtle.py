"""The people and the correspondence of an edition as RDF, in Turtle (https://www.w3.org/TR/turtle/), by schema.org."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from encoder.deposit.records import people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.deposit.finished import Finished
    from encoder.deposit.records import Record
    from encoder.model import Person

FILE = "edition.ttl"
_PREFIXES = "@prefix schema: <https://schema.org/> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_TYPES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "date"),
    (re.compile(r"\d{4}-\d\d"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"),
)
_NOT_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\]")
_ROLES = {"sent": "sender", "received": "recipient"}
_Pair = tuple[str, str]
"""A predicate and its object, both as Turtle writes them."""


def turtle(edition: Finished) -> str:
    """Return the graph: the edition, each document with its sender, recipients and people named, and each person.

    A person's address is the edition's with the person's id, a document's is its own or the edition's with its id.
    """
    base = edition.facts["url"]
    collection: list[_Pair] = [
        ("a", "schema:Collection"),
        ("schema:name", _literal(edition.facts["title"])),
        ("schema:datePublished", _date(edition.day)),
        *(("schema:hasPart", _address(record, base)) for record in edition.records),
    ]
    subjects = [(_iri(base), collection)]
    subjects += [(_address(record, base), list(_document(record, base))) for record in edition.records]
    subjects += [(_person_iri(person.id, base), list(_person(person))) for person in people(edition.records).values()]
    return _PREFIXES + "".join(_statement(subject, pairs) for subject, pairs in subjects)


def _document(record: Record, base: str) -> Iterator[_Pair]:
    yield "a", "schema:Message" if record.actions else "schema:CreativeWork"
    yield "schema:identifier", _literal(record.id)
    yield "schema:name", _literal(record.title)
    if record.date:
        yield "schema:dateCreated", _date(record.date)
    if record.place:
        yield "schema:locationCreated", f"[ a schema:Place ; schema:name {_literal(record.place)} ]"
    for action in record.actions:
        for party in action.parties:
            if role := _ROLES.get(action.type):
                kind = "schema:Organization" if party.kind == "orgName" else "schema:Person"
                unlisted = f"[ a {kind} ; schema:name {_literal(party.name)} ]"
                yield f"schema:{role}", _person_iri(party.ref, base) if party.ref else unlisted
    for person in record.persons:
        yield "schema:mentions", _person_iri(person.id, base)


def _person(person: Person) -> Iterator[_Pair]:
    yield "a", "schema:Person"
    yield "schema:name", _literal(person.name)
    if person.note:
        yield "schema:description", _literal(person.note)
    if person.birth:
        yield "schema:birthDate", _date(person.birth)
    if person.death:
        yield "schema:deathDate", _date(person.death)
    if person.idno.startswith(("https://", "http://")):
        yield "schema:sameAs", _iri(person.idno)


def _statement(subject: str, pairs: list[_Pair]) -> str:
    return f"\n{subject}\n" + " ;\n".join(f"  {predicate} {what}" for predicate, what in dict.fromkeys(pairs)) + " .\n"


def _address(record: Record, base: str) -> str:
    return _iri(record.url or f"{base.rstrip('/')}/{quote(record.id)}")


def _person_iri(identifier: str, base: str) -> str:
    return _iri(f"{base}#{quote(identifier)}")


def _iri(address: str) -> str:
    # what an IRI may not hold, written as UTF-8 bytes in per cent
    return "<" + _NOT_IRI.sub(lambda found: quote(found[0], safe=""), address) + ">"


def _literal(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'


def _date(value: str) -> str:
    kind = next((name for pattern, name in _TYPES if pattern.fullmatch(value)), "")
    return f"{_literal(value)}^^xsd:{kind}" if kind else _literal(value)

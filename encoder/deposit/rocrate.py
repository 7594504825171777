"""The RO-Crate of an edition (https://w3id.org/ro/crate/1.1): its files, documents, people, licence and software."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from encoder.deposit.media import media_type
from encoder.deposit.records import people
from encoder.tei.header import program_version

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from encoder.deposit.finished import Finished
    from encoder.deposit.records import Record
    from encoder.model import Person

FILE = "ro-crate-metadata.json"
_Entity = dict[str, object]


def crate(edition: Finished, files: Mapping[str, int]) -> str:
    """Return `ro-crate-metadata.json` for a package that holds `files`: by path, their size in bytes."""
    documents = {record.name: record for record in edition.records}
    entities = [
        {
            "@id": FILE,
            "@type": "CreativeWork",
            "about": {"@id": "./"},
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        },
        _edition(edition, files),
        *(_file(name, size, documents.get(name)) for name, size in files.items()),
        *(_person(person) for person in people(edition.records).values()),
        *_context(edition),
    ]
    table = {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": entities}
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"


def description(records: Sequence[Record]) -> str:
    """Return one sentence on what an edition holds."""
    years = sorted(record.date[:4] for record in records if record.date[:4].isdigit())
    span = (f" of {years[0]}" if years[0] == years[-1] else f" of {years[0]} to {years[-1]}") if years else ""
    documents = "1 document" if len(records) == 1 else f"{len(records)} documents"
    return f"{documents}{span}, encoded as TEI P5 from transcriptions, with what was published from the TEI."


def _edition(edition: Finished, files: Mapping[str, int]) -> _Entity:
    facts = edition.facts
    root: _Entity = {
        "@id": "./",
        "@type": "Dataset",
        "name": facts["title"],
        "description": description(edition.records),
        "datePublished": edition.day,
        "identifier": facts["id"],
        "inLanguage": facts.get("language", "en"),
        "license": {"@id": _licence(facts)},
        "publisher": {"@id": "#publisher"},
        "hasPart": [{"@id": quote(name)} for name in files],
        "mentions": [{"@id": f"#{name}"} for name in people(edition.records)],
    }
    return root | {key: facts[key] for key in ("editor", "url") if facts.get(key)}


def _file(name: str, size: int, record: Record | None) -> _Entity:
    entity: _Entity = {
        "@id": quote(name),
        "@type": "File",
        "name": name,
        "encodingFormat": media_type(name),
        "contentSize": str(size),
    }
    return entity | (_document(record) if record else {})


def _document(record: Record) -> _Entity:
    known = {"dateCreated": record.date, "url": record.url, "locationCreated": record.place}
    return {
        "name": record.title,
        "identifier": record.id,
        "encodingFormat": "application/tei+xml",
        "inLanguage": record.language,
        "isBasedOn": {"@id": quote(f"sources/{record.filename}")},
        "mentions": [{"@id": f"#{person.id}"} for person in record.persons],
        **{key: value for key, value in known.items() if value},
    }


def _person(person: Person) -> _Entity:
    known = {"description": person.note, "birthDate": person.birth, "deathDate": person.death, "sameAs": person.idno}
    return {
        "@id": f"#{person.id}",
        "@type": "Person",
        "name": person.name,
        **{key: value for key, value in known.items() if value},
    }


def _context(edition: Finished) -> list[_Entity]:
    """Return the publisher, the licence, the program, and what the program did."""
    return [
        {"@id": "#publisher", "@type": "Organization", "name": edition.facts["publisher"]},
        {"@id": _licence(edition.facts), "@type": "CreativeWork", "name": edition.facts["licence"]},
        {
            "@id": "#engross",
            "@type": "SoftwareApplication",
            "name": "engross",
            "version": program_version(),
        },
        {
            "@id": "#encoding",
            "@type": "CreateAction",
            "name": "Encoding of the transcriptions as TEI",
            "instrument": {"@id": "#engross"},
            "object": [{"@id": quote(f"sources/{record.filename}")} for record in edition.records],
            "result": [{"@id": quote(record.name)} for record in edition.records],
        },
    ]


def _licence(facts: Mapping[str, str]) -> str:
    return facts["licence"] if facts["licence"].startswith(("https://", "http://")) else "#licence"

"""Dublin Core (https://www.dublincore.org/specifications/dublin-core/dces/) of an edition and of each document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.deposit.rocrate import description
from encoder.tei.markup import Element

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from encoder.deposit.finished import Finished
    from encoder.deposit.records import Record
    from encoder.model import Person

DC = "http://purl.org/dc/elements/1.1/"


def of_document(record: Record, facts: Mapping[str, str], listed: Mapping[str, Person]) -> tuple[Element, ...]:
    """Return the elements of a document: who sent it is its creator, who is named in it belongs to its subjects.

    `facts` are those of the edition, `listed` its people by id. The prefix is `dc`.
    """

    def parties(kind: str) -> list[str]:
        named = [party for action in record.actions if action.type == kind for party in action.parties]
        return list(dict.fromkeys(listed[party.ref].name if party.ref in listed else party.name for party in named))

    return _elements(
        {
            "title": [record.title],
            "creator": parties("sent"),
            "contributor": [facts.get("editor", "")],
            "subject": [person.name for person in record.persons],
            "description": [f"To {name}" for name in parties("received")],
            "publisher": [facts["publisher"]],
            "date": [record.date],
            "type": ["Text"],
            "format": ["application/tei+xml"],
            "identifier": [record.url, record.id],
            "source": [record.volume],
            "language": [record.language],
            "relation": [facts.get("url", "")],
            "coverage": [record.place],
            "rights": [facts["licence"]],
        }
    )


def of_edition(edition: Finished) -> tuple[Element, ...]:
    """Return the elements of an edition."""
    facts = edition.facts
    return _elements(
        {
            "title": [facts["title"]],
            "creator": [facts.get("editor") or facts["publisher"]],
            "description": [description(edition.records)],
            "publisher": [facts["publisher"]],
            "date": [edition.day],
            "type": ["Collection"],
            "identifier": [facts.get("url", ""), facts["id"]],
            "language": [facts.get("language", "en")],
            "rights": [facts["licence"]],
        }
    )


def _elements(values: Mapping[str, Sequence[str]]) -> tuple[Element, ...]:
    return tuple(Element(f"dc:{name}", (), (text,)) for name, texts in values.items() for text in texts if text)

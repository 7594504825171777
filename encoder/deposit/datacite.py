"""The record of an edition for DataCite (metadata kernel 4, as its JSON): what a repository needs to mint a DOI."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from encoder.deposit.rocrate import description
from encoder.tei.header import program_version

if TYPE_CHECKING:
    from encoder.deposit.finished import Finished

FILE = "datacite.json"


def datacite(edition: Finished) -> str:
    """Return `datacite.json`; it has no DOI, since the repository that takes the deposit gives one."""
    facts = edition.facts
    rights = {"rights": facts["licence"]}
    if facts["licence"].startswith(("https://", "http://")):
        rights["rightsUri"] = facts["licence"]
    dates = [{"date": edition.day, "dateType": "Issued"}]
    if created := sorted(record.date for record in edition.records if record.date[:4].isdigit()):
        dates.append({"date": f"{created[0]}/{created[-1]}", "dateType": "Created"})
    table = {
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        "types": {"resourceTypeGeneral": "Collection", "resourceType": "Documentary edition in TEI"},
        "titles": [{"title": facts["title"]}],
        "creators": [{"name": facts.get("editor") or facts["publisher"]}],
        "publisher": {"name": facts["publisher"]},
        "publicationYear": edition.day[:4],
        "dates": dates,
        "language": facts.get("language", "en"),
        "alternateIdentifiers": [{"alternateIdentifier": facts["id"], "alternateIdentifierType": "edition"}],
        "descriptions": [
            {"description": description(edition.records), "descriptionType": "Abstract"},
            {"description": f"Encoded by engross {program_version()}.", "descriptionType": "TechnicalInfo"},
        ],
        "formats": ["application/tei+xml", "text/html", "application/pdf"],
        "rightsList": [rights],
    }
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"

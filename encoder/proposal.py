"""A first edition.toml for a folder of transcriptions, filled as far as the files allow; the rest is for the editor."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from encoder.annotators import annotators_of
from encoder.conventions import NAMES
from encoder.edition import FILE
from encoder.model import Edition
from encoder.readers import read
from encoder.readers.text import source_of
from encoder.tei.identity import local_id, xml_name
from encoder.tei.origin import document_date, document_place

if TYPE_CHECKING:
    from pathlib import Path

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_AUTHORITIES = {"persons": ("persons.xml", "persons.csv"), "terms": ("terms.xml", "terms.csv")}


class ProposalError(Exception):
    """There is nothing to propose an edition.toml for, or there is one already."""


def write_proposal(folder: Path) -> Path:
    """Write `folder`/edition.toml and return its path. Raises ProposalError; what is there is never overwritten."""
    path = folder / FILE
    if path.exists():
        raise ProposalError(f"{path} is there already: it was left as it is.")
    if not any(folder.glob("*.txt")):
        raise ProposalError(f"There are no transcriptions (*.txt) in {folder}.")
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(proposal_for(folder))
    except OSError as error:
        raise ProposalError(f"{path} cannot be written: {error.strerror}.") from error
    return path


def proposal_for(folder: Path) -> str:
    """Return the text of an edition.toml for the transcriptions in a folder."""
    name = folder.resolve().name
    found = [_known(path) for path in sorted(folder.glob("*.txt"))]
    years = sorted(facts["date"][:4] for _, facts in found if facts.get("date", "-")[0] != "-")
    lines = [
        "# What this edition is. Take away “#” and fill in what is known.",
        "[edition]",
        f"id = {_quoted(xml_name(name))}",
        f"title = {_quoted(name)}",
        *(f'# {key} = ""' for key in ("editor", "publisher", "place", "date", "url")),
        '# licence = "https://creativecommons.org/publicdomain/mark/1.0/"',
        'language = "en"',
        "",
        "# How the transcriptions print notes and pages, and the years that the documents are from.",
        "[text]",
        f"convention = {_quoted(NAMES[0])}",
        f'coverage = "{years[0]}/{years[-1]}"' if years else '# coverage = "1961/1963"',
        "",
        "# Lists of the persons and of the abbreviations, as TEI or CSV.",
        "[authorities]",
        *(_authority(folder, key, files) for key, files in _AUTHORITIES.items()),
        "",
        "# What is known of single documents: id, title, date, place, url, volume.",
        *(line for stem, facts in found for line in _table(stem, facts)),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _known(path: Path) -> tuple[str, dict[str, str]]:
    """Return the stem of a transcription's file and what the file itself says of the document."""
    source = source_of(path.read_bytes(), path.name)
    if source.text is None:
        return path.stem, {}
    document = read(source, path.stem, {})
    for annotate in annotators_of(Edition()):
        document = annotate(document)
    number = f"d{document.n}" if document.n and local_id(path.stem) != f"d{document.n}" else ""
    facts = {"id": number, "date": document_date(document)[0], "place": document_place(document)[0]}
    return path.stem, {key: value for key, value in facts.items() if value}


def _table(stem: str, facts: dict[str, str]) -> list[str]:
    name = stem if _BARE.fullmatch(stem) else _quoted(stem)
    return [f"[documents.{name}]", *(f"{key} = {_quoted(value)}" for key, value in facts.items()), ""]


def _authority(folder: Path, key: str, files: tuple[str, ...]) -> str:
    found = next((file for file in files if (folder / file).exists()), "")
    return f"{key} = {_quoted(found)}" if found else f"# {key} = {_quoted(files[0])}"


def _quoted(text: str) -> str:
    """Return a TOML basic string, which JSON's strings are."""
    return json.dumps(text, ensure_ascii=False)

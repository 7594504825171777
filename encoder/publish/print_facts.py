"""What a PDF says around the documents: its title page, lists and metadata, collected from the TEI headers."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any, TypeVar

from encoder.problems import Problem
from encoder.publish.saxon import stylesheet
from encoder.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from encoder.publish.saxon import Parameters

Facts = dict[str, Any]
T = TypeVar("T")

_DATE = re.compile(r"\d{4}(-\d\d-\d\d)?")


def document_facts(tei: str, parameters: Parameters) -> Facts:
    """Return what the header of a TEI document says. Raises StylesheetError."""
    facts: Facts = json.loads(stylesheet(resource("xslt/print/facts.xsl")).transform(tei, parameters))
    return facts


def ids_twice(documents: Sequence[Facts], paths: Sequence[Path]) -> list[Problem]:
    """Return a problem for each document whose id one before it has: a book can refer to neither."""
    first: dict[str, Path] = {}
    problems = []
    for facts, path in zip(documents, paths, strict=True):
        if first.setdefault(facts["id"], path) is not path:
            message = f"Two documents have the id {facts['id']}: this one and {first[facts['id']]}."
            problems.append(Problem("document-id-twice", message, str(path)))
    return problems


def one_document(facts: Facts) -> Facts:
    """Return what the template needs to set one document."""
    written = ", ".join(part for part in (facts["place"], facts["date"]) if part)
    number = facts["labels"]["document"].replace("{}", facts["number"])
    return {
        **_frame([facts]),
        "whole": False,
        "title": facts["heading"] or facts["title"],
        "running": facts["volume"] or facts["publisher"],
        "author": facts["senders"] or facts["editors"],
        "description": ". ".join(part for part in (facts["volume"], facts["number"] and number, written) if part),
    }


def whole_edition(documents: Sequence[Facts], edition: Mapping[str, str]) -> Facts:
    """Return what the template needs to set an edition as one book.

    Of `edition`, these are used if they are there: `title`, `editor`, `publisher`, `place`, `date`, `language`.
    """
    labels = documents[0]["labels"]
    volumes = _unique(facts["volume"] for facts in documents)
    title = edition.get("title") or (volumes[0] if volumes else documents[0]["title"])
    editors = (
        [edition["editor"]] if edition.get("editor") else _unique(e for facts in documents for e in facts["editors"])
    )
    imprint = [edition.get(key) or _only(documents, other) for key, other in _IMPRINT]
    return {
        **_frame(documents),
        "whole": True,
        "title": title,
        "running": title,
        "language": edition.get("language") or documents[0]["language"],
        "author": editors,
        "headings": [facts["heading"] for facts in documents],
        "description": labels["numbers"].replace("{}", str(len(documents))),
        "statement": [labels["title-page-editor"].replace("{}", ", ".join(editors))] if editors else [],
        "imprint": [line for line in imprint if line],
        "colophon": _unique([*volumes, *(facts["licence"] for facts in documents)]),
        "abbreviations": sorted(_unique(tuple(row) for facts in documents for row in facts["abbreviations"])),
        "sources": [_source(volume, documents) for volume in volumes],
    }


_IMPRINT = (("place", "published-in"), ("publisher", "publisher"), ("date", "published"))


def _frame(documents: Sequence[Facts]) -> Facts:
    """Return what a document and a book have in common. The date is that of publication: no clock is read."""
    people = {person["id"]: person for facts in documents for person in facts["people"]}
    dates = sorted(match[0] for facts in documents if (match := _DATE.match(facts["published"])))
    date = dates[-1] if dates else "1970"
    names = sorted(people.values(), key=lambda person: (_filed(person["name"]), person["id"]))
    return {
        "language": documents[0]["language"],
        "date": date if len(date) > 4 else f"{date}-01-01",
        "keywords": [person["name"] for person in names],
        "people": names,
        "labels": documents[0]["labels"],
    }


def _source(volume: str, documents: Iterable[Facts]) -> tuple[str, str]:
    """Return a volume and the numbers of its documents, runs of them as 3–5."""
    runs: list[list[str]] = []
    for number in [facts["number"] for facts in documents if facts["volume"] == volume and facts["number"]]:
        if runs and number.isdecimal() and runs[-1][-1].isdecimal() and int(number) == int(runs[-1][-1]) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return volume, ", ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _filed(name: str) -> str:
    """Return the form of a name that an index files it under: no accents, no case, no punctuation."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(character for character in plain if character.isalnum() or character.isspace())


def _only(documents: Iterable[Facts], key: str) -> str:
    """Return the value that all documents agree on, or an empty string."""
    values = _unique(facts[key] for facts in documents)
    return values[0] if len(values) == 1 else ""


def _unique(values: Iterable[T]) -> list[T]:
    return [value for value in dict.fromkeys(values) if value]

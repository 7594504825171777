"""The facts of an edition as the headers of its TEI files say them."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from encoder.tei.markup import NAMESPACE
from encoder.tei.reading import parsed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SPACES = {"t": NAMESPACE}
_PATHS = {
    "id": "t:fileDesc/t:publicationStmt/t:idno[@type='edition']",
    "title": "t:fileDesc/t:seriesStmt/t:title",
    "editor": "t:fileDesc/t:titleStmt/t:editor",
    "publisher": "t:fileDesc/t:publicationStmt/t:publisher",
    "place": "t:fileDesc/t:publicationStmt/t:pubPlace",
    "date": "t:fileDesc/t:publicationStmt/t:date",
    "licence": "t:fileDesc/t:publicationStmt/t:availability/t:licence",
}


def edition_facts(xml: bytes) -> dict[str, str]:
    """Return what a TEI file says of its edition, by the keys of edition.toml. Raises TeiError."""
    root = parsed(xml)
    header = root.find("t:teiHeader", _SPACES)
    facts = {"language": root.get("{http://www.w3.org/XML/1998/namespace}lang") or "en"}
    for key, path in _PATHS.items():
        value = " ".join((header.findtext(path, "", _SPACES) if header is not None else "").split())
        if value:
            facts[key] = value
    return facts


def shared_facts(files: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Return what the facts of several files have in common: those of one edition, or of a series of volumes.

    Where titles differ, the title is what they begin with, up to a comma (`Foreign Relations of the United States,
    1964–1968`), or all of them where they begin differently; the date is the latest. Of other facts that differ none is
    told, but for the language, which is the first's.
    """
    first = files[0]
    facts = {key: value for key, value in first.items() if all(one.get(key) == value for one in files)}
    facts["language"] = first.get("language", "en")
    titles = list(dict.fromkeys(one["title"] for one in files if "title" in one))
    if len(titles) > 1:
        parts = zip(*(title.split(", ") for title in titles), strict=False)
        shared = takewhile(lambda part: len(set(part)) == 1, parts)
        facts["title"] = ", ".join(part[0] for part in shared) or "; ".join(titles)
    if dates := [one["date"] for one in files if "date" in one]:
        facts["date"] = max(dates)
    return facts

"""The people whom an edition's documents name and its list of persons does not have, as a table to fill in.

The table is an authority itself: an editor completes the rows, deletes those that are no person, and names the file in
edition.toml beside the list of persons.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from encoder.tei.identity import Ids, xml_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.model import Document

FILE = "persons-found.csv"
COLUMNS = ("id", "name", "note", "birth", "death", "idno", "mentions", "places")
"""Those that an editor fills in stand empty; the last two are only told."""
_EVIDENCE = frozenset({"unlisted", "not-listed"})
"""How the annotator of persons says that a name is in no list."""
_EMPTY = ("",) * 4
_PLACES = 20
"""How many places a row names; the column `mentions` counts all."""

_SUFFIX = re.compile(r",? (Jr\.?|Sr\.?|I{2,3}|IV)$")
_GIVEN = re.compile(r"[A-Z][a-z']+-[a-z][a-z']*")
"""A given name that stands after the family name: `Chao-chu`."""
_PARTICLE = re.compile(r"(?:^| )(?:von|van|de|du|la|le|di|da)(?: de[nr]?| la)?$")
Found = tuple[str, str]
"""A name as printed, and the file and line where it stands."""


def found_in(document: Document) -> Iterator[Found]:
    """Yield the names of a document that are in no list, in its order."""
    for span in document.spans:
        if span.name == "persName" and span.evidence in _EVIDENCE:
            line, _ = document.place(span.start)
            yield document.text[span.start : span.end], f"{document.source.rpartition('/')[2]}:{line}"


def table_of(found: Iterable[Found], taken: Iterable[str]) -> str:
    """Return the table as CSV, the most mentioned first; its ids are none of those `taken`."""
    places: dict[str, list[str]] = defaultdict(list)
    for name, place in found:
        places[listed(name)].append(place)
    ids = Ids(taken)
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    for name, where in sorted(places.items(), key=lambda row: (-len(row[1]), row[0])):
        more = f" and {len(where) - _PLACES} more" if len(where) > _PLACES else ""
        shown = " ".join(dict.fromkeys(where[:_PLACES])) + more
        rows.writerow((ids.new(xml_name(f"p_{name}")), _plain(name), *_EMPTY, len(where), shown))
    return text.getvalue()


def listed(name: str) -> str:
    """Return a printed name as a list has it: `Kingdon W. Swayne` is `Swayne, Kingdon W.`; `Chi Chao-chu` stays."""
    whole, suffix = " ".join(name.split()), ""
    if found := _SUFFIX.search(whole):
        whole, suffix = whole[: found.start()], f", {found[1]}"
    given, _, last = whole.rpartition(" ")
    if not given or _GIVEN.fullmatch(last):
        return whole + suffix
    if particle := _PARTICLE.search(given):
        given, last = given[: particle.start()], f"{particle[0].strip()} {last}"
    return f"{last}, {given}{suffix}" if given else last + suffix


def _plain(text: str) -> str:
    """Return a text that a spreadsheet takes for text, and never for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text

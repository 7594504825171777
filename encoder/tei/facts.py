"""The facts of an edition as the header of one of its TEI files says them."""

from __future__ import annotations

from encoder.tei.markup import NAMESPACE
from encoder.tei.reading import parsed

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

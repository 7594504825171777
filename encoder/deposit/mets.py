"""The METS record of a package (https://www.loc.gov/standards/mets/): what each file is, and how they hang together.

One structural map gives the folders as they are, another the edition: its documents, each with its TEI, transcription,
PDF and web page. Both and every document have Dublin Core.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from encoder.deposit.dublincore import DC, of_document, of_edition
from encoder.deposit.media import media_type
from encoder.deposit.records import people
from encoder.tei.header import program_version
from encoder.tei.markup import Element, indented

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from encoder.deposit.finished import Finished
    from encoder.deposit.records import Record

FILE = "mets.xml"
METS = "http://www.loc.gov/METS/"
_XLINK = "http://www.w3.org/1999/xlink"


class Packed(NamedTuple):
    """A file of a package: its size in bytes and its SHA-256."""

    size: int
    sha256: str


def mets(edition: Finished, files: Mapping[str, Packed]) -> str:
    """Return `mets.xml` of a package that holds `files`, by their paths in it."""
    ids = {name: f"file-{number}" for number, name in enumerate(sorted(files), 1)}
    listed = people(edition.records)
    about = [("dmd-edition", of_edition(edition))]
    about += [(f"dmd-{record.id}", of_document(record, edition.facts, listed)) for record in edition.records]
    agents = (
        _agent("CREATOR", "ORGANIZATION", edition.facts["publisher"]),
        _agent("CREATOR", "OTHER", f"engross {program_version()}", ("OTHERTYPE", "SOFTWARE")),
    )
    root = Element(
        "mets",
        (
            ("xmlns", METS),
            ("xmlns:xlink", _XLINK),
            ("xmlns:dc", DC),
            ("OBJID", edition.facts["id"]),
            ("LABEL", edition.facts["title"]),
        ),
        (
            Element("metsHdr", (), agents),
            *(_description(name, elements) for name, elements in about),
            Element("fileSec", (), tuple(_groups(files, ids, {record.name: record.id for record in edition.records}))),
            Element("structMap", (("TYPE", "physical"),), (_folder(edition.facts["id"], "", ids),)),
            Element("structMap", (("TYPE", "logical"),), (_edition(edition, ids),)),
        ),
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{indented(root, 0)}'


def _agent(role: str, kind: str, name: str, *more: tuple[str, str]) -> Element:
    return Element("agent", (("ROLE", role), ("TYPE", kind), *more), (Element("name", (), (name,)),))


def _description(name: str, elements: tuple[Element, ...]) -> Element:
    wrapped = Element("mdWrap", (("MDTYPE", "DC"),), (Element("xmlData", (), elements),))
    return Element("dmdSec", (("ID", name),), (wrapped,))


def _groups(files: Mapping[str, Packed], ids: Mapping[str, str], documents: Mapping[str, str]) -> Iterator[Element]:
    """Yield a group of files for each top folder of the package, and one for the files beside them."""
    groups: dict[str, list[Element]] = {}
    for name, identifier in ids.items():
        attributes = (
            ("ID", identifier),
            ("MIMETYPE", media_type(name)),
            ("SIZE", str(files[name].size)),
            ("CHECKSUM", files[name].sha256),
            ("CHECKSUMTYPE", "SHA-256"),
            ("DMDID", f"dmd-{documents[name]}" if name in documents else ""),
        )
        place = Element("FLocat", (("LOCTYPE", "URL"), ("xlink:href", quote(name))))
        groups.setdefault(name.partition("/")[0] if "/" in name else "metadata", []).append(
            Element("file", attributes, (place,))
        )
    for use, members in groups.items():
        yield Element("fileGrp", (("USE", use),), tuple(members))


def _folder(label: str, path: str, ids: Mapping[str, str]) -> Element:
    """Return a folder with what it holds; `path` ends in a slash or is empty."""
    children: dict[str, Element] = {}
    for name in ids:
        if not name.startswith(path):
            continue
        first, _, rest = name.removeprefix(path).partition("/")
        if rest and first not in children:
            children[first] = _folder(first, f"{path}{first}/", ids)
        elif not rest:
            children[first] = Element("div", (("TYPE", "Item"), ("LABEL", first)), (_pointer(name, ids),))
    return Element("div", (("TYPE", "Directory"), ("LABEL", label)), tuple(children.values()))


def _edition(edition: Finished, ids: Mapping[str, str]) -> Element:
    documents = tuple(_document(record, ids) for record in edition.records)
    attributes = (("TYPE", "edition"), ("DMDID", "dmd-edition"), ("LABEL", edition.facts["title"]))
    return Element("div", attributes, documents)


def _document(record: Record, ids: Mapping[str, str]) -> Element:
    stem = PurePosixPath(record.name).stem
    names = (record.name, f"sources/{record.filename}", f"print/{stem}.pdf", f"web/{stem}.html")
    pointers = tuple(_pointer(name, ids) for name in names if name in ids)
    attributes = (("TYPE", "document"), ("DMDID", f"dmd-{record.id}"), ("LABEL", record.title))
    return Element("div", attributes, pointers)


def _pointer(name: str, ids: Mapping[str, str]) -> Element:
    return Element("fptr", (("FILEID", ids[name]),))

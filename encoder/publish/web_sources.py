"""The TEI files of a web edition in their order: each with its id, which is its address, and its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from encoder.kept import digest, program
from encoder.problems import Problem
from encoder.tei.identity import natural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    Parameters = Mapping[str, str | bool | int]

LISTED = 200
"""So many documents stand on a page of the list of documents."""
_ID = re.compile(r"[^\W\d][\w.-]*")
"""An id that is also a file's name: an XML name without a colon."""
_TAKEN = frozenset({"index", "404"})
"""Names of pages that no document may have."""
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_START = 1 << 16
"""The root's start tag is expected in so many bytes of a file."""


@dataclass(frozen=True, slots=True)
class Source:
    """A TEI file that is to be shown."""

    id: str
    path: Path
    of: str
    """A digest of all that its entry is made of."""


@dataclass(frozen=True, slots=True)
class Job:
    """A document to be made, and the parameters that only its page gets."""

    source: Source
    own: Parameters


def sources_of(tei: Sequence[Path], problems: list[Problem]) -> list[Source]:
    """Return the files in the order of their ids, and add a problem for each that cannot be read or named."""
    seen: dict[str, Source] = {}
    for path in tei:
        try:
            content = path.read_bytes()
        except OSError as error:
            problems.append(Problem("file-unreadable", f"The TEI cannot be read: {error}.", str(path)))
            continue
        identifier = _id_of(content) or path.stem
        if identifier in _TAKEN or not _ID.fullmatch(identifier):
            message = f"“{identifier}” cannot be the name of a page: give the document another id."
            problems.append(Problem("edition-value", message, str(path)))
        elif identifier in seen:
            message = f"Two documents have the id {identifier}: this one and {seen[identifier].path.name}."
            problems.append(Problem("document-id-twice", message, str(path)))
        else:
            seen[identifier] = Source(identifier, path, digest(program("xslt"), path.stem, content))
    return sorted(seen.values(), key=lambda source: natural(source.id))


def _id_of(content: bytes) -> str:
    """Return the id of the root, or an empty string: the parser of the stylesheets tells what is wrong."""
    parser = etree.XMLPullParser(events=("start",), resolve_entities=False, no_network=True, collect_ids=False)
    try:
        parser.feed(content[:_START])
        _, root = next(iter(parser.read_events()), ("", None))
    except etree.XMLSyntaxError:
        return ""
    return root.get(_XML_ID, "") if isinstance(root, etree._Element) else ""  # noqa: SLF001 (lxml's type of elements)


def jobs_of(sources: Sequence[Source]) -> list[Job]:
    """Return the documents with their neighbours, and the page of the list of documents that has them."""
    ids = ["", *(source.id for source in sources), ""]
    return [
        Job(source, {"previous": ids[at], "next": ids[at + 2], "leaf": at // LISTED + 1})
        for at, source in enumerate(sources)
    ]

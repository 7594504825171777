"""The web edition: from TEI files alone, a folder of pages that any web server, or none, can show.

Every page is made by the stylesheets of `xslt/web`. Addresses are the ids of the TEI.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from encoder.problems import Problem
from encoder.publish.saxon import StylesheetError, stylesheet
from encoder.publish.web_assets import write_assets
from encoder.publish.web_moved import write_moved
from encoder.publish.web_search import write_search
from encoder.resources import resource
from encoder.tei.identity import natural

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    Parameters = dict[str, str | bool | int]

_ID = re.compile(r"[^\W\d][\w.-]*")
"""An id that is also a file's name: an XML name without a colon."""
_TAKEN = frozenset({"index"})
"""Names of pages that no document may have."""
_PAGE = "xslt/web/document.xsl"
_FOLDERS = ("lists", "people", "tei", "text")


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the edition knows of one document."""

    path: Path
    xml: str = field(repr=False)
    id: str
    source: str
    """The file of its transcription."""
    catalogue: str = field(repr=False)
    """Its entry in the catalogue, as XML."""
    refers: tuple[str, ...]
    """The ids of documents that it would refer to, if the edition has them."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a web edition is made."""

    pdfs: str = ""
    """The address of the folder with a PDF named as each document, seen from the site: `../print/`."""
    public: bool = False
    """Whether the pages for editors are left out."""
    search: bool = True
    """Whether the index of the search is made."""
    published: Path | None = None
    """The site as an earlier build left it: no address of it gets lost."""
    style: Path | None = None
    """A style sheet of the project's own: what it says comes after `xslt/web/css`."""
    page: Path | None = None
    """A stylesheet of the project's own for a document's page: it imports `xslt/web/document.xsl` and overrides."""


def write_web(
    tei: Sequence[Path], out: Path, edition: Mapping[str, str], options: Options | None = None
) -> list[Problem]:
    """Write the web edition of TEI files into the folder `out`, which the caller publishes as a whole.

    `edition` has the keys of edition.toml's table (`title`, `language`, `date`) and `site`, the address where the
    folder will be published. A file that cannot be shown is a problem, and the others are written without it.
    Raises OSError where `out` cannot be written.
    """
    problems: list[Problem] = []
    options = options or Options()
    parameters = _parameters(edition, options)
    for folder in _FOLDERS:
        (out / folder).mkdir(parents=True, exist_ok=True)
    entries = sorted(_entries(tei, parameters, problems), key=lambda entry: natural(entry.id))
    shown: list[_Entry] = []
    while len(shown) != len(entries):
        # a page that fails is a neighbour that the others may not link to
        shown = entries
        entries = list(_written(shown, out, parameters, problems, options.page or resource(_PAGE)))
    catalogue = "".join(entry.catalogue for entry in shown)
    try:
        lists = stylesheet(resource("xslt/web/lists.xsl"))
        lists.transform_into(out, f"<catalogue>{catalogue}</catalogue>", parameters)
    except StylesheetError as error:
        problems.append(Problem("stylesheet", f"The lists of the edition cannot be made: {error}."))
    write_assets(out, options.style)
    if options.published:
        sources = {entry.source: entry.id for entry in shown if entry.source}
        problems += write_moved(options.published, out, sources, parameters)
    if options.search:
        problems += write_search(out)
    return problems


def _parameters(edition: Mapping[str, str], options: Options) -> Parameters:
    site = edition.get("site", "")
    day = re.fullmatch(r"(\d{4})(-\d\d)?(-\d\d)?", edition.get("date", ""))
    return {
        "edition": edition.get("title", ""),
        "language": edition.get("language", "en"),
        "site": f"{site.rstrip('/')}/" if re.match(r"https?://", site) else "",
        "updated": f"{day[1]}{day[2] or '-01'}{day[3] or '-01'}" if day else "1970-01-01",
        "pdfs": options.pdfs,
        "public": options.public,
    }


def _entries(tei: Sequence[Path], parameters: Parameters, problems: list[Problem]) -> Iterator[_Entry]:
    """Yield what the edition knows of each file, and add a problem for each that cannot be read or named."""
    seen: dict[str, Path] = {}
    catalogue = stylesheet(resource("xslt/web/catalogue.xsl"))
    for path in tei:
        try:
            xml = path.read_text(encoding="utf-8-sig")
            text = catalogue.transform(xml, {**parameters, "file": path.stem})
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem("file-unreadable", f"The TEI cannot be read: {error}.", str(path)))
            continue
        except StylesheetError as error:
            problems.append(_failed(error, path))
            continue
        entry = etree.fromstring(text.encode())
        identifier = entry.get("id", "")
        if identifier in _TAKEN or not _ID.fullmatch(identifier):
            message = f"“{identifier}” cannot be the name of a page: give the document another id."
            problems.append(Problem("edition-value", message, str(path)))
        elif identifier in seen:
            message = f"Two documents have the id {identifier}: this one and {seen[identifier].name}."
            problems.append(Problem("document-id-twice", message, str(path)))
        else:
            seen[identifier] = path
            refers = tuple(reference.get("to", "") for reference in entry.iterchildren("reference"))
            yield _Entry(path, xml, identifier, entry.get("file", ""), text, refers)


def _written(
    entries: Sequence[_Entry], out: Path, parameters: Parameters, problems: list[Problem], form: Path
) -> Iterator[_Entry]:
    """Write page (in a `form`), plain text and TEI of each document; yield those that could be written."""
    page, plain = stylesheet(form), stylesheet(resource("xslt/web/text.xsl"))
    ids = [entry.id for entry in entries]
    known = frozenset(ids)
    for at, entry in enumerate(entries):
        own: Parameters = {
            **parameters,
            "file": entry.path.stem,
            "previous": ids[at - 1] if at else "",
            "next": ids[at + 1] if at + 1 < len(ids) else "",
            "referred": " ".join(sorted(known.intersection(entry.refers))),
        }
        try:
            html, text = page.transform(entry.xml, own), plain.transform(entry.xml, own)
        except StylesheetError as error:
            problems.append(_failed(error, entry.path))
            continue
        for name, content in ((f"{entry.id}.html", html), (f"text/{entry.id}.txt", text)):
            (out / name).write_text(content, encoding="utf-8", newline="\n")
        (out / "tei" / f"{entry.id}.xml").write_bytes(entry.path.read_bytes())
        yield entry


def _failed(error: StylesheetError, path: Path) -> Problem:
    code = "xml-syntax" if error.in_document else "stylesheet"
    return Problem(code, f"{error}.", str(path), error.line if error.in_document else 0)

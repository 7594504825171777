"""The web edition: from TEI files alone, a folder of pages that any web server, or none, can show.

Every page is made by the stylesheets of `xslt/web`. Addresses are the ids of the TEI.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from lxml import etree

from encoder.kept import NOTHING, digest, program
from encoder.publish.saxon import stylesheet
from encoder.publish.web_assets import write_assets
from encoder.publish.web_documents import Documents
from encoder.publish.web_lists import write_lists
from encoder.publish.web_moved import write_moved
from encoder.publish.web_search import Search
from encoder.publish.web_sources import LISTED, sources_of
from encoder.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from encoder.kept import Kept
    from encoder.problems import Problem
    from encoder.publish.web_documents import Shown

    Parameters = dict[str, str | bool | int]

_PAGE = "xslt/web/document.xsl"


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


def _silent(done: int, total: int) -> None:
    """Tell nobody."""


def write_web(  # noqa: PLR0913 (the last two are for callers that build again and again)
    tei: Sequence[Path],
    out: Path,
    edition: Mapping[str, str],
    options: Options | None = None,
    *,
    kept: Kept = NOTHING,
    told: Callable[[int, int], None] = _silent,
) -> list[Problem]:
    """Write the web edition of TEI files into the folder `out`, which the caller publishes as a whole.

    `edition` has the keys of edition.toml's table (`title`, `language`, `date`) and `site`, the address where the
    folder will be published. A file that cannot be shown is a problem, and the others are written without it. What is
    `kept` of earlier runs is not made again, nor written; `told` hears how many documents of all are done.
    Raises OSError where `out` cannot be written.
    """
    problems: list[Problem] = []
    options = options or Options()
    parameters = _parameters(edition, options)
    documents = Documents(out, parameters, options.page or resource(_PAGE), kept)
    shown = documents.made(sources_of(tei, problems), problems, told)
    search = _Searched(shown, out, kept) if options.search else None
    addresses = {file for one in shown for file in one.files}
    addresses |= write_lists(shown, out, parameters, kept, problems)
    write_assets(out, options.style)
    if parameters["site"]:
        _write_map(addresses, out, parameters)
    if options.published:
        problems += write_moved(options.published, out, addresses, _by_file(shown), parameters)
    if search:
        problems += search.finished()
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
        "leaf-size": LISTED,
    }


def _write_map(addresses: Iterable[str], out: Path, parameters: Parameters) -> None:
    """Write the map of the site for search engines, without what is not to be found by them."""
    hidden = ("404.html", "lists/search.html", "lists/editors")
    pages = (one for one in sorted(addresses) if one.endswith(".html") and not one.startswith(hidden))
    listed = "".join(f"<page>{escape(page)}</page>" for page in pages)
    text = stylesheet(resource("xslt/web/sitemap.xsl")).transform(f"<pages>{listed}</pages>", parameters)
    (out / "sitemap.xml").write_text(text, encoding="utf-8", newline="\n")


class _Searched:
    """The search of the documents, made beside the lists, or kept."""

    def __init__(self, shown: Sequence[Shown], out: Path, kept: Kept) -> None:
        self._out, self._kept = out, kept
        self._of = digest(program(), *(one.of for one in shown))
        self._made = kept.get("search", self._of)
        pages = (out / f"{one.id}.html" for one in shown)
        self._search = None if self._made else Search((_where(page, kept) for page in pages), out)

    def finished(self) -> list[Problem]:
        """Return what went wrong."""
        if self._search is None:
            return []
        problems = self._search.finished()
        if not problems:
            index = (path for path in (self._out / "pagefind").rglob("*") if path.is_file())
            self._kept.put("search", self._of, sorted(path.relative_to(self._out).as_posix() for path in index))
        return problems


def _where(page: Path, kept: Kept) -> Path:
    return page if page.exists() else kept.path(page.name)


def _by_file(shown: Sequence[Shown]) -> dict[str, str]:
    """Return the id of each document by the name of its transcription."""
    files = ((etree.fromstring(one.entry.encode()).get("file", ""), one.id) for one in shown)
    return {file: identifier for file, identifier in files if file}

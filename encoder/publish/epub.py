"""EPUB 3.3 of an edition, by XSLT: contents, popup notes, a page list to the original pages, an index of persons.

The archive is the same for the same input: files in a fixed order, with the first day that a ZIP can say.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import uuid
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from encoder.problems import Problem
from encoder.publish.print_facts import document_facts, ids_twice, whole_edition
from encoder.publish.replacing import replace_file
from encoder.publish.saxon import StylesheetError, stylesheet
from encoder.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from encoder.publish.print_facts import Facts

_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_DOCTYPE = "<!DOCTYPE html>"


def write_epub(teis: Sequence[Path], out: Path, edition: Mapping[str, str], language: str = "en") -> list[Problem]:
    """Make one EPUB of TEI documents at `out`, in the order given. `language` is that of labels.

    Of `edition`, these are used if they are there: `id`, `title`, `editor`, `publisher`, `place`, `date`, `language`,
    `url`. Return what went wrong; then `out` is as it was before.
    """
    problems: list[Problem] = []
    documents: list[tuple[str, Facts]] = []
    for path in teis:
        try:
            text = path.read_text(encoding="utf-8")
            documents.append((text, document_facts(text, {"language": language})))
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem("file-unreadable", f"cannot be read: {error}", str(path)))
        except StylesheetError as error:
            problems.append(Problem("stylesheet", str(error), str(path), error.line))
    if problems or not documents:
        return problems or [Problem("file-empty", "there is no document to make a book of", str(out))]
    problems = ids_twice([facts for _, facts in documents], teis)
    if problems:
        return problems
    with tempfile.TemporaryDirectory(prefix="engross-") as name:
        folder = Path(name)
        try:
            _write_pages(documents, edition, language, folder)
        except StylesheetError as error:
            return [Problem("stylesheet", str(error), str(out))]
        archive = folder / "book.epub"
        _pack(folder, archive)
        return replace_file(out, archive.read_bytes())


def _write_pages(documents: Sequence[tuple[str, Facts]], edition: Mapping[str, str], language: str, out: Path) -> None:
    """Write all that the EPUB holds but its container into `out`."""
    facts = [facts for _, facts in documents]
    book = whole_edition(facts, edition)
    name = edition.get("url") or edition.get("id") or " ".join(facts["id"] for facts in facts)
    book |= {
        "identifier": uuid.uuid5(uuid.NAMESPACE_URL, name).urn,
        "documents": facts,
        "creators": book["author"],
        "publisher": " ".join(book["imprint"]),
        "statement": [*book["statement"], *book["imprint"], *book["colophon"]],
        "sources": [volume for volume, _ in book["sources"]],
        "labels": {**book["labels"], "language": language},
    }
    stylesheet(resource("xslt/epub/book.xsl")).transform_into(out, "<book/>", {"facts": json.dumps(book)})
    chapter = stylesheet(resource("xslt/epub/document.xsl"))
    parameters = {"language": language, "documents": " ".join(facts["id"] for facts in facts)}
    for text, document in documents:
        (out / f"{document['id']}.xhtml").write_text(chapter.transform(text, parameters), encoding="utf-8")
    shutil.copy(resource("xslt/epub/book.css"), out / "book.css")


def _pack(folder: Path, out: Path) -> None:
    """Put the files of a folder into an EPUB container (OCF 3.3: `mimetype` first, and not compressed)."""
    files = {f"EPUB/{path.name}": path.read_bytes() for path in sorted(folder.iterdir())}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        mimetype = zipfile.ZipInfo("mimetype", _FIRST_DAY)
        archive.writestr(mimetype, "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in {"META-INF/container.xml": _CONTAINER.encode(), **files}.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)

"""A Word file of a TEI document, by XSLT: styles, footnotes that Word knows, pages of the original in brackets.

Cells that span rows are not joined: each is printed where its row has it.
"""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from encoder.problems import Problem
from encoder.publish.replacing import replace_file
from encoder.publish.saxon import StylesheetError, stylesheet
from encoder.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_FIXED = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package-relationships.xml",
    "word/_rels/document.xml.rels": "document-relationships.xml",
    "word/styles.xml": "styles.xml",
}
_MADE = {"word/document.xml": "document.xml", "word/footnotes.xml": "footnotes.xml", "docProps/core.xml": "core.xml"}


def write_docx(tei: Path, out: Path, language: str = "en") -> list[Problem]:
    """Make a Word file of one TEI document at `out`. `language` is that of labels.

    Return what went wrong; then `out` is as it was before. The same TEI gives the same bytes.
    """
    with tempfile.TemporaryDirectory(prefix="engross-") as name:
        folder = Path(name)
        try:
            text = tei.read_text(encoding="utf-8")
            stylesheet(resource("xslt/docx/document.xsl")).transform_into(folder, text, {"language": language})
        except (OSError, UnicodeDecodeError) as error:
            return [Problem("file-unreadable", f"cannot be read: {error}", str(tei))]
        except StylesheetError as error:
            return [Problem("stylesheet", str(error), str(tei), error.line)]
        packed = folder / "packed.docx"
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, content in _parts(folder):
                archive.writestr(zipfile.ZipInfo(part, _FIRST_DAY), content, zipfile.ZIP_DEFLATED)
        return replace_file(out, packed.read_bytes())


def _parts(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of the package (ISO/IEC 29500-2): its content types first."""
    package = resource("xslt/docx/package")
    for part, name in _FIXED.items():
        yield part, (package / name).read_bytes()
    for part, name in _MADE.items():
        yield part, (folder / name).read_bytes()

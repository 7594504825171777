"""PDF by XSLT and typst: PDF/A-3a and PDF/UA-1, with the TEI attached. Layout is `xslt/print/*.typ`.

Only the fonts that come with typst are used, and those of a folder that the editor names, so that the same TEI
gives the same bytes on any machine. A character that no font has is a problem, never a box.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
import unicodedata
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import typst

from encoder.problems import Problem
from encoder.publish.layout import Layout
from encoder.publish.print_area import Area
from encoder.publish.print_facts import document_facts, ids_twice, one_document, whole_edition
from encoder.publish.print_proof import prove
from encoder.publish.replacing import replace_file
from encoder.publish.saxon import StylesheetError, stylesheet
from encoder.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from encoder.publish.print_facts import Facts

_FONTS = ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono")
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
_FILE = re.compile(r"┌─ (?:\S*/)?(\d+)\.typ:")


def write_pdf(tei: Path, out: Path, layout: Layout | None = None) -> list[Problem]:
    """Set one TEI document as a PDF at `out`. Return what went wrong; then `out` is as it was before."""
    return _write([tei], out, None, layout or Layout())


def write_book(
    teis: Sequence[Path], out: Path, edition: Mapping[str, str], layout: Layout | None = None
) -> list[Problem]:
    """Set TEI documents as one book at `out`, in the order given, with title page, contents, lists and index.

    Of `edition`, these are used if they are there: `title`, `editor`, `publisher`, `place`, `date`, `language`.
    Return what went wrong; then `out` is as it was before.
    """
    return _write(teis, out, edition, layout or Layout())


def _write(teis: Sequence[Path], out: Path, edition: Mapping[str, str] | None, layout: Layout) -> list[Problem]:
    with tempfile.TemporaryDirectory(prefix="engross-") as name:
        folder = Path(name)
        problems = _named(layout) or _lay_out(teis, edition, layout, folder)
        if problems:
            return problems
        try:
            pdf = typst.compile(
                folder / "book.typ",
                root=folder,
                font_paths=_fonts(layout.fonts),
                pdf_standards=["a-3a", "ua-1"],
                timestamp=0,  # the template sets the date of the document; the clock is never read
            )
            area = _area(folder)
        except typst.TypstError as error:
            return _compiler_problems(error, teis, out)
        except RuntimeError as error:
            return [Problem("print", f"the template’s paper in measures.typ cannot be read: {error}", str(out))]
        return _proven(pdf, teis, out, folder, area)


def _proven(pdf: bytes, teis: Sequence[Path], out: Path, folder: Path, area: Area) -> list[Problem]:
    """Read the PDF back, write what that proves beside it, and put it in its place if it is the TEI's text."""
    aside = folder / out.name
    aside.write_bytes(pdf)
    labels = json.loads((folder / "book.json").read_text(encoding="utf-8"))["labels"]
    # the copies that were set: the files themselves may have been written anew meanwhile
    copies = [folder / f"{number}.xml" for number in range(1, len(teis) + 1)]
    named = {str(aside): str(out)} | {str(copy): str(tei) for copy, tei in zip(copies, teis, strict=True)}
    proof = prove(aside, copies, labels, area)
    problems = [replace(problem, path=named[problem.path]) for problem in proof.problems]
    proof.problems = problems
    written = replace_file(out.with_suffix(".proof.json"), proof.to_json().encode())
    if any(problem.severity == "error" for problem in problems):
        return problems + written
    return problems + written + replace_file(out, pdf)


def _lay_out(teis: Sequence[Path], edition: Mapping[str, str] | None, layout: Layout, folder: Path) -> list[Problem]:
    """Write all that the compiler reads into `folder`: the template, the documents as typst and as TEI, the facts."""
    problems: list[Problem] = []
    texts: list[tuple[str, Facts]] = []
    for path in teis:
        try:
            text = path.read_text(encoding="utf-8")
            texts.append((text, document_facts(text, {"language": layout.labels})))
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem("file-unreadable", f"cannot be read: {error}", str(path)))
        except StylesheetError as error:
            problems.append(Problem("stylesheet", str(error), str(path), error.line))
    if problems or not texts:
        return problems or [Problem("print", "there is no document to print")]
    all_facts = [facts for _, facts in texts]
    problems = ids_twice(all_facts, teis)
    if problems:
        return problems
    book = one_document(all_facts[0]) if edition is None else whole_edition(all_facts, edition)
    book |= {"paper": layout.paper, "fonts": _families(layout)}
    book["documents"] = [f"{number}.typ" for number in range(1, len(texts) + 1)]
    book["attachments"] = [
        {"name": f"{facts['id']}.xml", "file": f"{number}.xml", "description": f"TEI: {facts['heading']}"}
        for number, facts in enumerate(all_facts, 1)
    ]
    (folder / "book.json").write_text(json.dumps(book, ensure_ascii=False), encoding="utf-8")
    for path in layout.templates():
        shutil.copy(path, folder / path.name)
    to_typst = stylesheet(resource("xslt/print/document.xsl"))
    parameters = {"language": layout.labels, "documents": " ".join(facts["id"] for facts in all_facts)}
    for number, (text, _) in enumerate(texts, 1):
        (folder / f"{number}.xml").write_text(text, encoding="utf-8")
        (folder / f"{number}.typ").write_text(to_typst.transform(text, parameters), encoding="utf-8")
    return []


@cache
def _fonts(folder: Path | None) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[folder] if folder else [])


def _named(layout: Layout) -> list[Problem]:
    """Return what the layout names and is not there: files, or the font of the text."""
    problems = layout.problems()
    if not problems and layout.font and layout.font not in (families := _fonts(layout.fonts).families()):
        message = f"there is no font “{layout.font}”; there are {', '.join(sorted(families))}"
        problems.append(Problem("print", message, str(layout.fonts or "")))
    return problems


def _area(folder: Path) -> Area:
    """Return where the pages have their text, which the template's file `measures.typ` says. Raises RuntimeError."""
    lengths = ", ".join(f"{field.name}: paper.{field.name}.pt()" for field in fields(Area))
    asked = f'#import "measures.typ": paper\n#metadata(({lengths}))<area>'
    (folder / "area.typ").write_text(asked, encoding="utf-8")
    return Area(**json.loads(typst.query(folder / "area.typ", "<area>", "value", one=True, root=folder)))


def _families(layout: Layout) -> list[str]:
    """Return the families to look for a character in, in this order."""
    own = [family for family in _fonts(layout.fonts).families() if family not in _FONTS] if layout.fonts else []
    return list(dict.fromkeys([*([layout.font] if layout.font else []), *_FONTS[:1], *own, *_FONTS[1:]]))


def _compiler_problems(error: typst.TypstError, teis: Sequence[Path], out: Path) -> list[Problem]:
    """Return what the compiler refused, said of the documents that it is in."""
    missing = "".join(dict.fromkeys("".join(_NO_GLYPH.findall(error.diagnostic))))
    problems = []
    for tei in teis if missing else ():
        text = tei.read_text(encoding="utf-8")
        names = [f"{c} (U+{ord(c):04X} {unicodedata.name(c, 'no name')})" for c in missing if c in text]
        if names:
            message = f"no font has {', '.join(names)}; name a folder with a font that has it"
            problems.append(Problem("glyph-missing", message, str(tei)))
    if problems:
        return problems
    file = _FILE.search(error.diagnostic)
    return [Problem("print", f"typst: {error.message}", str(teis[int(file[1]) - 1]) if file else str(out))]

"""What is made of TEI: web edition, print, e-book, Word and plain text, each by a function of the same form.

It takes TEI files in the edition's order, the folder to write into, the edition's facts, whom to tell of progress, and
what earlier runs made, and returns what went wrong. The publishers are loaded only when they are called: each brings a
large library.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

from encoder.kept import NOTHING, digest, program

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from encoder.kept import Kept
    from encoder.problems import Problem


class Progress(Protocol):
    """Told how far a stage of the work is."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Say that `done` of `total` pieces of `stage` are done."""


def silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


Product: TypeAlias = "Callable[[Sequence[Path], Path, Mapping[str, str], Progress, Kept], list[Problem]]"


@dataclass(frozen=True, slots=True)
class Site:
    """Makes the web edition; what may be chosen are the fields."""

    pdfs: str = ""
    """The address of the folder with the PDFs, seen from the site."""
    public: bool = False
    """Whether the pages for editors are left out."""
    published: Path | None = None
    """The site as it was before: an address that it had and the new one has not is kept as a redirect."""
    style: Path | None = None
    """A style sheet of the edition's own."""

    def __call__(
        self,
        teis: Sequence[Path],
        out: Path,
        facts: Mapping[str, str],
        progress: Progress = silent,
        kept: Kept = NOTHING,
    ) -> list[Problem]:
        """Write the site into the folder `out`."""
        from encoder.publish.web import Options, write_web

        options = Options(pdfs=self.pdfs, public=self.public, published=self.published, style=self.style)
        # the last step is for the lists and the search
        total = len(teis) + 1
        progress("web", 0, total)
        problems = write_web(teis, out, facts, options, kept=kept, told=lambda done, _: progress("web", done, total))
        progress("web", total, total)
        return problems


def pdfs(
    teis: Sequence[Path], out: Path, facts: Mapping[str, str], progress: Progress = silent, kept: Kept = NOTHING
) -> list[Problem]:
    """Make a PDF of each TEI file, and `edition.pdf` of them all."""
    from encoder.publish.pdf import write_book, write_pdf

    problems: list[Problem] = []
    total = len(teis) + 1
    for done, tei in enumerate(teis):
        progress("print", done, total)
        problems += _one_pdf(tei, out, kept, write_pdf)
    progress("print", total - 1, total)
    problems += write_book(teis, out / "edition.pdf", facts)
    progress("print", total, total)
    return problems


def _one_pdf(tei: Path, out: Path, kept: Kept, write_pdf: Callable[[Path, Path], list[Problem]]) -> list[Problem]:
    """Make the PDF of a TEI file, if an earlier run has not made it."""
    name = f"{tei.stem}.pdf"
    of = digest(program("xslt"), tei.read_bytes())
    if made := kept.get(name, of):
        return made.problems
    problems = write_pdf(tei, out / name)
    kept.put(name, of, [file for file in (name, f"{tei.stem}.proof.json") if (out / file).exists()], problems)
    return problems


def epub(
    teis: Sequence[Path], out: Path, facts: Mapping[str, str], progress: Progress = silent, kept: Kept = NOTHING
) -> list[Problem]:
    """Make `edition.epub`."""
    del kept
    from encoder.publish.epub import write_epub

    progress("epub", 0, 1)
    problems = write_epub(teis, out / "edition.epub", facts)
    progress("epub", 1, 1)
    return problems


def docx(
    teis: Sequence[Path], out: Path, facts: Mapping[str, str], progress: Progress = silent, kept: Kept = NOTHING
) -> list[Problem]:
    """Make a Word file of each TEI file."""
    del kept
    from encoder.publish.docx import write_docx

    problems: list[Problem] = []
    for done, tei in enumerate(teis, 1):
        problems += write_docx(tei, out / f"{tei.stem}.docx", facts.get("language", "en"))
        progress("docx", done, len(teis))
    return problems


def text(
    teis: Sequence[Path], out: Path, facts: Mapping[str, str], progress: Progress = silent, kept: Kept = NOTHING
) -> list[Problem]:
    """Make `edition.txt`, the reading text with the notes at the end of each document."""
    del kept
    from encoder.publish.text import write_text

    problems = write_text(teis, out / "edition.txt", facts.get("language", "en"))
    progress("text", 1, 1)
    return problems

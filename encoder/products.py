"""What is made of TEI: web edition, print, e-book, Word and plain text, each by a function of the same form.

It takes TEI files in the edition's order, the folder to write into, the edition's facts, whom to tell of progress, and
what earlier runs made, and returns what went wrong. The publishers are loaded only when they are called: each brings a
large library.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

from encoder.kept import NOTHING, digest, program
from encoder.publish.layout import Layout

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

    def digest(self) -> str:
        """Return a digest of what was chosen."""
        style = self.style.read_bytes() if self.style and self.style.is_file() else b""
        return digest(self.pdfs, str(self.public), style)

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


@dataclass(frozen=True, slots=True)
class Print:
    """Makes a PDF of each TEI file, and `edition.pdf` of them all."""

    layout: Layout = field(default_factory=Layout)

    def digest(self) -> str:
        """Return a digest of what was chosen."""
        return self.layout.digest()

    def __call__(
        self,
        teis: Sequence[Path],
        out: Path,
        facts: Mapping[str, str],
        progress: Progress = silent,
        kept: Kept = NOTHING,
    ) -> list[Problem]:
        """Write the PDFs, and the proof of each beside it, into the folder `out`."""
        from encoder.publish.pdf import write_book

        if wrong := self.layout.problems():
            return wrong
        problems: list[Problem] = []
        chosen = self.layout.digest()
        total = len(teis) + 1
        for done, tei in enumerate(teis):
            progress("print", done, total)
            problems += self._one(tei, out, kept, chosen)
        progress("print", total - 1, total)
        problems += write_book(teis, out / "edition.pdf", facts, self.layout)
        progress("print", total, total)
        return problems

    def _one(self, tei: Path, out: Path, kept: Kept, chosen: str) -> list[Problem]:
        """Make the PDF of a TEI file, if an earlier run has not made it."""
        from encoder.publish.pdf import write_pdf

        name = f"{tei.stem}.pdf"
        of = digest(program("xslt"), chosen, tei.read_bytes())
        if made := kept.get(name, of):
            return made.problems
        problems = write_pdf(tei, out / name, self.layout)
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

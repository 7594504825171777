"""What an editor may choose of print: size of paper, fonts, and a changed copy of the template."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from encoder.kept import digest
from encoder.problems import Problem
from encoder.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PAPERS = ("6x9", "a5", "a4", "letter")
TEMPLATE = "xslt/print"


@dataclass(frozen=True, slots=True)
class Layout:
    """What an editor may choose. Lengths and spaces are the template's."""

    paper: str = PAPERS[0]
    """The name of a size in the template: of its own, one of `PAPERS`."""
    template: Path | None = None
    """A changed copy of a file of `xslt/print/*.typ`, under its name, or a folder of them."""
    fonts: Path | None = None
    """A folder of fonts for characters that typst's own do not have."""
    font: str = ""
    """The family to set the text in, if not Libertinus Serif."""
    labels: str = "en"
    """The language of what the program itself says."""

    def templates(self) -> Iterator[Path]:
        """Yield the files of the template: the program's own, then the editor's, which replace those of their names."""
        own = self.template
        for template in (resource(TEMPLATE), *([own] if own else [])):
            yield from sorted(template.glob("*.typ")) if template.is_dir() else [template]

    def digest(self) -> str:
        """Return a digest of all that was chosen, with the contents of the files."""
        fonts = sorted(path for path in self.fonts.rglob("*") if path.is_file()) if self.fonts else []
        files = [path for path in (*self.templates(), *fonts) if path.is_file()]
        return digest(
            self.paper, self.font, self.labels, *(part for path in files for part in (path.name, path.read_bytes()))
        )

    def problems(self) -> list[Problem]:
        """Return what was named and is not there."""
        named = {"template": self.template, "fonts": self.fonts}
        return [
            Problem("print", f"the {what} of print cannot be found: name a file or folder that exists", str(path))
            for what, path in named.items()
            if path and not path.exists()
        ]


def layout_of(facts: Mapping[str, str], folder: Path) -> Layout:
    """Return the layout that the `[print]` of an edition.toml in `folder` asks for."""
    template, fonts = (folder / facts[key] if key in facts else None for key in ("template", "fonts"))
    return Layout(facts.get("paper", PAPERS[0]), template, fonts, facts.get("font", ""))


def copy_template(folder: Path) -> list[Path]:
    """Copy the template's files into a folder, for an editor to change; return the copies.

    Raises FileExistsError where one would be overwritten (then none is written), or another OSError.
    """
    copies = {path: folder / path.name for path in Layout().templates()}
    for copy in copies.values():
        if copy.exists():
            raise FileExistsError(f"{copy} is there already, and is not overwritten")
    folder.mkdir(parents=True, exist_ok=True)
    for path, copy in copies.items():
        shutil.copyfile(path, copy)
    return list(copies.values())

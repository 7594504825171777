"""The commands that publish TEI: web, pdf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.commands.options import QUIET, TEI, command, finish, tried
from encoder.commands.options import out as out_folder
from encoder.terminal import Bar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@command(TEI, out_folder("web"), QUIET)
def web(tei: Sequence[Path], out: Path, *, quiet: bool) -> None:
    """Make the web edition of TEI files, or of folders of them.

    \b
    Example:
      engross web output/tei -o site
    """
    from encoder.build import publish, web_of

    with Bar(quiet=quiet) as bar:
        report = tried(lambda: publish(tei, out, web_of, bar))
    finish(report, quiet=quiet)


@command(TEI, out_folder("print"), QUIET)
def pdf(tei: Sequence[Path], out: Path, *, quiet: bool) -> None:
    """Make a PDF of each TEI file, and one of them all as a book.

    \b
    Example:
      engross pdf output/tei -o print
    """
    from encoder.build import print_of, publish

    with Bar(quiet=quiet) as bar:
        report = tried(lambda: publish(tei, out, print_of, bar))
    finish(report, quiet=quiet)

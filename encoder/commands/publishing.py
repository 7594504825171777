"""The commands that publish TEI: web, pdf, epub, docx, text; and serve."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from encoder.commands.options import COUNT, PUBLIC, QUIET, SOURCE, TEI, command, finish, tried
from encoder.commands.options import out as out_folder
from encoder.terminal import Bar, show_problems

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from encoder.products import Product


@command(TEI, out_folder("web"), PUBLIC, QUIET)
def web(tei: Sequence[Path], out: Path, *, public: bool, quiet: bool) -> None:
    """Make the web edition of TEI files, or of folders of them.

    \b
    Example:
      engross web output/tei -o site
    """
    from encoder.products import Site

    _publish(tei, out, Site(public=public, published=out), quiet=quiet)


@command(TEI, out_folder("print"), QUIET)
def pdf(tei: Sequence[Path], out: Path, *, quiet: bool) -> None:
    """Make a PDF of each TEI file, and one of them all as a book.

    \b
    Example:
      engross pdf output/tei -o print
    """
    from encoder.products import pdfs

    _publish(tei, out, pdfs, quiet=quiet)


@command(TEI, out_folder("epub"), QUIET)
def epub(tei: Sequence[Path], out: Path, *, quiet: bool) -> None:
    """Make an e-book (EPUB 3.3) of TEI files.

    \b
    Example:
      engross epub output/tei -o ebook
    """
    from encoder.products import epub as product

    _publish(tei, out, product, quiet=quiet)


@command(TEI, out_folder("docx"), QUIET)
def docx(tei: Sequence[Path], out: Path, *, quiet: bool) -> None:
    """Make a Word file of each TEI file, with real footnotes.

    \b
    Example:
      engross docx output/tei/d62.xml -o word
    """
    from encoder.products import docx as product

    _publish(tei, out, product, quiet=quiet)


@command(TEI, out_folder("text"), QUIET)
def text(tei: Sequence[Path], out: Path, *, quiet: bool) -> None:
    """Make a plain reading text of TEI files, notes at the end.

    \b
    Example:
      engross text output/tei -o text
    """
    from encoder.products import text as product

    _publish(tei, out, product, quiet=quiet)


@command(SOURCE, out_folder("output"), click.option("--port", type=COUNT, default=8000, show_default=True))
def serve(source: Path, out: Path, port: int) -> None:
    """Build an edition, show its pages, and follow changes.

    It is built again, and the pages reload, whenever a file of it changes. They can be seen on this machine only.
    Ctrl-C ends it.

    \b
    Example:
      engross serve letters
    """
    from encoder.build import build
    from encoder.publish.web_serve import Preview

    def rebuild() -> None:
        report = tried(lambda: build(source, out))
        show_problems(report.problems, report.found)

    rebuild()
    try:
        with Preview(out, port) as preview:
            click.echo(f"The edition is at {preview.address}web/ (Ctrl-C ends it).", err=True)
            preview.watch([source], rebuild, lambda: False)
    except OSError as error:
        raise click.ClickException(
            f"Port {port} cannot be used: {error.strerror}. Choose another with --port."
        ) from error
    except KeyboardInterrupt:
        click.echo("Ended.", err=True)


def _publish(tei: Sequence[Path], out: Path, product: Product, *, quiet: bool) -> None:
    """Make a product, show what went wrong, and leave with the exit code."""
    from encoder.build import publish

    with Bar(quiet=quiet) as bar:
        report = tried(lambda: publish(tei, out, product, bar))
    finish(report, quiet=quiet)

"""The commands that publish TEI: web, pdf, epub, docx, text; and serve."""

from __future__ import annotations

import pathlib
from typing import TYPE_CHECKING, Any

import click

from encoder.commands.options import COUNT, EXISTING, FOLDER, PUBLIC, QUIET, SOURCE, TEI, command, finish, tried
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


@command(
    TEI,
    out_folder("print"),
    click.option("--paper", default="6x9", show_default=True, help="The size: 6x9, a5, a4, letter."),
    click.option("--template", type=EXISTING, help="A changed copy of a file of the layout, or a folder of them."),
    click.option("--fonts", type=FOLDER, help="A folder of fonts to use beside those that come with the program."),
    click.option("--font", default="", help="The family to set the text in.  [default: Libertinus Serif]"),
    QUIET,
)
def pdf(tei: Sequence[Path], out: Path, *, quiet: bool, **chosen: Any) -> None:  # noqa: ANN401 (the fields of Layout)
    """Make a PDF of each TEI file, and one of them all as a book.

    Each is read back and proven: what was found is beside it, in NAME.proof.json.

    \b
    Examples:
      engross pdf output/tei -o print
      engross pdf output/tei -o print --paper a4 --fonts fonts --font "Noto Serif"
    """
    from encoder.products import Print
    from encoder.publish.layout import Layout

    _publish(tei, out, Print(Layout(**chosen)), quiet=quiet)


@command(click.argument("folder", type=click.Path(file_okay=False, path_type=pathlib.Path)))
def layout(folder: Path) -> None:
    """Copy the layout of print into a folder, to be changed there.

    \b
    Example:
      engross layout letters/layout
      engross pdf output/tei -o print --template letters/layout
    """
    from encoder.publish.layout import copy_template

    try:
        copies = copy_template(folder)
    except OSError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"Written: {', '.join(map(str, copies))}. Change what you like, and delete the rest.")


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

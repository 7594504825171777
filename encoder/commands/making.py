"""The commands that make an edition of transcriptions: init, build, encode, decode."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from encoder.commands.options import FAIL_ON, FILE, FOLDER, PUBLIC, QUIET, SOURCE, command, finish, tried
from encoder.commands.options import out as out_folder
from encoder.terminal import Bar, show_problems

if TYPE_CHECKING:
    from pathlib import Path


@command(click.argument("folder", type=FOLDER))
def init(folder: Path) -> None:
    """Write a first edition.toml for a folder of transcriptions.

    It is filled as far as the files allow; what is there already is never overwritten.

    \b
    Example:
      engross init letters
    """
    from encoder.proposal import ProposalError, write_proposal

    try:
        path = write_proposal(folder)
    except ProposalError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{path} was written: look through it, then run “engross build {folder} -o output”.")


@command(SOURCE, out_folder("output"), PUBLIC, QUIET, FAIL_ON)
def build(source: Path, out: Path, *, public: bool, quiet: bool, fail_on: str) -> None:
    """Make everything: TEI, web edition and print.

    SOURCE is a folder of transcriptions, with its edition.toml, or a folder of such folders.

    \b
    Example:
      engross build seeds -o output
    writes output/tei/*.xml, output/web/index.html, output/print/*.pdf and output/problems.json.
    """
    from encoder.build import build as run

    with Bar(quiet=quiet) as bar:
        report = tried(lambda: run(source, out, bar, public=public))
    finish(report, quiet=quiet, fail_on=fail_on)


@command(SOURCE, out_folder("tei"), QUIET, FAIL_ON)
def encode(source: Path, out: Path, *, quiet: bool, fail_on: str) -> None:
    """Encode transcriptions as TEI, and check each.

    SOURCE is one transcription, a folder of them, or a folder of editions (a series).

    \b
    Examples:
      engross encode letters -o tei
      engross encode letters/017.txt -o try
    """
    from encoder.build import encode as run

    with Bar(quiet=quiet) as bar:
        report = tried(lambda: run(source, out, bar))
    finish(report, quiet=quiet, fail_on=fail_on)


@command(click.argument("tei", type=FILE))
def decode(tei: Path) -> None:
    """Print a TEI document back as the transcription it came from.

    \b
    Example:
      engross decode output/tei/d62.xml > d62.txt
    """
    from encoder.check.fidelity import decode as printed
    from encoder.conventions import convention
    from encoder.problems import Problem
    from encoder.tei import TeiError, convention_name, read

    xml = tei.read_bytes()
    try:
        text = printed(read(xml), convention(convention_name(xml)))
    except TeiError as error:
        show_problems([Problem("xml-syntax", str(error), str(tei), error.line)])
        sys.exit(1)
    except KeyError as error:
        show_problems([Problem("xml-syntax", f"The file names an unknown convention, {error}.", str(tei))])
        sys.exit(1)
    click.echo(text, nl=False)

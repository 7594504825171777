"""The commands that make an edition of transcriptions: init, build, encode, decode."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from encoder.commands.options import FAIL_ON, FILE, FOLDER, PUBLIC, QUIET, command, finish, tried
from encoder.commands.options import out as out_folder
from encoder.commands.places import FROM, SCHEDULER, made, to
from encoder.terminal import show_problems

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


@command(FROM, to("output"), PUBLIC, SCHEDULER, QUIET, FAIL_ON)
def build(  # noqa: PLR0913 (each option of the command is one)
    source: Path | str, out: Path | str, *, public: bool, scheduler: str | None, quiet: bool, fail_on: str
) -> None:
    """Make everything: TEI, web edition, print and e-book.

    SOURCE is a folder of transcriptions, with its edition.toml, or a folder of such folders.

    What an earlier build made of the same things is kept; a build that was stopped goes on where it was.

    \b
    Examples:
      engross build seeds -o output
    writes output/tei/*.xml, output/web/index.html, output/print/*.pdf, output/epub/edition.epub and
    output/problems.json.
      engross build s3://archive/letters -o s3://archive/edition --scheduler tcp://head:8786
    """
    from encoder.build import build as make

    report = made(partial(make, public=public), source, out, scheduler, quiet=quiet)
    finish(report, quiet=quiet, fail_on=fail_on)


@command(FROM, to("tei"), SCHEDULER, QUIET, FAIL_ON)
def encode(source: Path | str, out: Path | str, *, scheduler: str | None, quiet: bool, fail_on: str) -> None:
    """Encode transcriptions as TEI, and check each.

    SOURCE is one transcription, a folder of them, or a folder of editions (a series).

    \b
    Examples:
      engross encode letters -o tei
      engross encode letters/017.txt -o try
    """
    from encoder.build import encode as make

    report = made(make, source, out, scheduler, quiet=quiet)
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


@command(
    out_folder("schema"),
    click.option("--docs", is_flag=True, help="Write the encoding guide too: guide.html, one web page."),
    QUIET,
)
def schema(out: Path, *, docs: bool, quiet: bool) -> None:
    """Write the grammar and the rules, for an XML editor or a pipeline.

    \b
    Examples:
      engross schema -o schema            engross.rng, .rnc, .xsd and .odd, and the rules (*.sch)
      engross schema --docs -o schema     also guide.html: every element explained, with examples
    """
    from encoder.schema_files import write_schema

    finish(tried(lambda: write_schema(out, docs=docs)), quiet=quiet)

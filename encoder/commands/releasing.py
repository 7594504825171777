"""The commands that look at releases: whether a bag is whole, and what changed between two."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from encoder.commands.options import FILE, FOLDER, QUIET, REPORT, command, finish, on_screen, write_report

if TYPE_CHECKING:
    from pathlib import Path


@command(click.argument("folder", metavar="BAG", type=FOLDER), QUIET)
def verify(folder: Path, *, quiet: bool) -> None:
    """Check that a bag is whole, as an archive would years later.

    Every file has the digest it was packed with, every TEI document is valid against the schema in the bag, and
    decoding it gives the transcription in the bag.

    \b
    Example:
      engross verify bag
    """
    from encoder.deposit.verify import verify as run
    from encoder.report import Report

    documents, problems = run(folder)
    report = Report(problems)
    report.counts["documents"] = documents
    finish(report, quiet=quiet)


@command(
    click.argument("old", type=FOLDER),
    click.argument("new", type=FOLDER),
    click.option("--redirects", type=FILE, help="Where old addresses lead now, as JSON: each is then in order."),
    click.option("--write-redirects", "moved_file", type=REPORT, help="Write such a file, with all that moved, here."),
    click.option("--json", "json_file", type=REPORT, help="Write all changes as JSON here (- for the screen)."),
    click.option("--html", "html_file", type=REPORT, help="Write all changes as a web page here."),
)
def diff(  # noqa: PLR0913, PLR0917 (a command takes what its user may say)
    old: Path,
    new: Path,
    redirects: Path | None,
    moved_file: Path | None,
    json_file: Path | None,
    html_file: Path | None,
) -> None:
    """Show what changed between two releases, and which addresses no longer lead where they led.

    OLD and NEW are builds or bags. Documents are compared by their text, so that one which was renumbered is found.
    The exit code is 1 if an address that readers may have cited (a document, a note, a page, a person) is gone or
    leads to something else, unless the file of redirects says where it leads now.

    \b
    Examples:
      engross diff bag-2025 output
      engross diff bag-2025 output --write-redirects moved.json --html changes.html
      engross diff bag-2025 output --redirects moved.json
    """
    from encoder.releases.difference import difference
    from encoder.releases.page import html_report
    from encoder.releases.redirects import read_redirects, redirect_map
    from encoder.releases.release import release
    from encoder.releases.report import json_report, text_report
    from encoder.tei import TeiError

    try:
        known = read_redirects(redirects) if redirects else {}
        found = difference(release(old), release(new), known)
    except (OSError, ValueError, TeiError) as error:
        raise click.UsageError(str(error)) from error
    if moved_file:
        write_report(moved_file, redirect_map(found.moved, known))
    if json_file:
        write_report(json_file, json_report(found))
    if html_file:
        write_report(html_file, html_report(found))
    if not on_screen(json_file):
        click.echo(text_report(found), nl=False)
    sys.exit(1 if found.broken else 0)

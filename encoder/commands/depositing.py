"""The commands that hand a finished edition on: deposit, verify, diff."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

import click

from encoder.commands.options import FILE, FOLDER, QUIET, REPORT, command, finish, tried

_KINDS = ("bag", "interchange")
_NEW = click.Path(path_type=Path)


@command(
    click.argument("kind", type=click.Choice(_KINDS)),
    click.argument("build", type=FOLDER),
    click.option("--sources", type=FOLDER, required=True, help="The folder of transcriptions with its edition.toml."),
    click.option(
        "--date", "day", default="", help="The day of this release, YYYY-MM-DD  [default: the edition's date]"
    ),
    click.option("--email", default="", help="Whom harvesters may write to; without it there is no oai.xml."),
    click.option("-o", "--output", "out", type=_NEW, required=True, help="The folder to write."),
    QUIET,
)
def deposit(  # noqa: PLR0913, PLR0917 (a command takes what its user may say)
    kind: str, build: Path, sources: Path, day: str, email: str, out: Path, *, quiet: bool
) -> None:
    """Pack a finished build for an archive, or for other programs.

    BUILD is what “engross build” wrote. KIND “bag” is BagIt with RO-Crate and DataCite metadata: TEI, schema,
    stylesheets, web edition, PDF, transcriptions and the report of problems. KIND “interchange” is an index of the
    letters for correspSearch (cmif.xml, which is CC BY 4.0 by its rules), RDF (edition.ttl), Dublin Core for OAI-PMH
    (oai.xml), and tables of documents, correspondence, people, mentions, dates and notes (CSV, JSON Lines).

    \b
    Examples:
      engross deposit bag output --sources letters --date 2026-11-22 -o bag
      engross deposit interchange output --sources letters --date 2026-11-22 -o interchange
    """
    from encoder.build import Report
    from encoder.deposit.bag import write_bag
    from encoder.deposit.finished import finished
    from encoder.deposit.interchange import write_interchange

    def run() -> Report:
        edition = finished(build, sources, day)
        files, problems = (write_bag(edition, out), []) if kind == "bag" else write_interchange(edition, out, email)
        report = Report(problems)
        report.counts.update(documents=len(edition.records), files=files)
        return report

    finish(tried(run), quiet=quiet)


@command(click.argument("bag", type=FOLDER), QUIET)
def verify(bag: Path, *, quiet: bool) -> None:
    """Check that a bag is whole, as an archive would years later.

    Every file has the digest it was packed with, every TEI document is valid against the schema in the bag, and
    decoding it gives the transcription in the bag.

    \b
    Example:
      engross verify bag
    """
    from encoder.build import Report
    from encoder.deposit.verify import verify as run

    documents, problems = run(bag)
    report = Report(problems)
    report.counts["documents"] = documents
    finish(report, quiet=quiet)


@command(
    click.argument("old", type=FOLDER),
    click.argument("new", type=FOLDER),
    click.option("--redirects", type=FILE, help="Where old addresses lead now, as JSON: each is then in order."),
    click.option("--write-redirects", "moved_file", type=REPORT, help="Write such a file, of all that moved, here."),
    click.option("--json", "json_file", type=REPORT, help="Write all changes as JSON here (- for the screen)."),
    click.option("--html", "html_file", type=REPORT, help="Write all changes as a web page here."),
)
def diff(  # noqa: PLR0913, PLR0917 (a command takes what its user may say)
    old: Path,
    new: Path,
    redirects: Path | None,
    moved_file: IO[str] | None,
    json_file: IO[str] | None,
    html_file: IO[str] | None,
) -> None:
    """Show what changed between two releases, and which addresses no longer lead where they led.

    OLD and NEW are builds or bags. Documents are compared by their text, so that one which was renumbered is found.
    The exit code is 1 if an address that readers may have cited (a document, a note, a page, a person) is gone or
    leads to something else, unless the file of redirects says where it leads now.

    \b
    Examples:
      engross diff bag-2025 output
      engross diff bag-2025 output --write-redirects moved.json --html changes.html
    """
    from encoder.releases.difference import difference
    from encoder.releases.redirects import read_redirects
    from encoder.releases.release import release
    from encoder.releases.report import html_report, json_report, redirect_map, text_report
    from encoder.tei import TeiError

    try:
        found = difference(release(old), release(new), read_redirects(redirects) if redirects else {})
    except (OSError, ValueError, TeiError) as error:
        raise click.UsageError(str(error)) from error
    for file, write in ((moved_file, redirect_map), (json_file, json_report), (html_file, html_report)):
        if file:
            file.write(write(found))
    if not json_file or json_file.name != "-":
        click.echo(text_report(found), nl=False)
    sys.exit(1 if found.broken else 0)

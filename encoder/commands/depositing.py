"""The commands that hand a finished edition on: deposit, verify, diff."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

import click

from encoder.commands.options import FILE, FOLDER, QUIET, REPORT, command, finish, tried

_NEW = click.Path(path_type=Path)
_BUILD = click.argument("build", type=FOLDER)
_SOURCES = click.option(
    "--sources", type=FOLDER, required=True, help="The folder of transcriptions with its edition.toml."
)
_DAY = click.option("--date", "day", default="", help="The day of this release, YYYY-MM-DD  [default: the edition's]")
_OUT = click.option("-o", "--output", "out", type=_NEW, required=True, help="The folder to write.")


@click.group()
def deposit() -> None:
    """Hand a finished build on: to an archive, to other programs, to a server.

    BUILD is always what “engross build” wrote.

    \b
    Examples:
      engross deposit bag output --sources letters --date 2026-11-22 -o bag
      engross deposit interchange output --sources letters --date 2026-11-22 -o interchange
      engross deposit http output https://example.org/dav/letters --dry-run
    """


@command(_BUILD, _SOURCES, _DAY, _OUT, QUIET)
def bag(build: Path, sources: Path, day: str, out: Path, *, quiet: bool) -> None:
    """Pack a build as a bag: BagIt with RO-Crate and DataCite metadata.

    It holds TEI, schema, stylesheets, web edition, PDF, transcriptions and the report of problems.

    \b
    Example:
      engross deposit bag output --sources letters --date 2026-11-22 -o bag
    """
    from encoder.deposit.bag import write_bag
    from encoder.deposit.finished import finished
    from encoder.report import Report

    def run() -> Report:
        edition = finished(build, sources, day)
        report = Report()
        report.counts.update(documents=len(edition.records), files=write_bag(edition, out))
        return report

    finish(tried(run), quiet=quiet)


@command(
    _BUILD,
    _SOURCES,
    _DAY,
    click.option("--email", default="", help="Whom harvesters may write to; without it there is no oai.xml."),
    _OUT,
    QUIET,
)
def interchange(  # noqa: PLR0913 (a command takes what its user may say)
    build: Path, sources: Path, day: str, email: str, out: Path, *, quiet: bool
) -> None:
    """Write what other programs read of an edition.

    An index of the letters for correspSearch (cmif.xml, which is CC BY 4.0 by its rules), RDF (edition.ttl), Dublin
    Core for OAI-PMH (oai.xml), and tables of documents, correspondence, people, mentions, dates and notes (CSV, JSON
    Lines).

    \b
    Example:
      engross deposit interchange output --sources letters --date 2026-11-22 -o interchange
    """
    from encoder.deposit.finished import finished
    from encoder.deposit.interchange import write_interchange
    from encoder.report import Report

    def run() -> Report:
        edition = finished(build, sources, day)
        files, problems = write_interchange(edition, out, email)
        report = Report(problems)
        report.counts.update(documents=len(edition.records), files=files)
        return report

    finish(tried(run), quiet=quiet)


@command(
    _BUILD,
    click.argument("url"),
    click.option(
        "--part",
        type=click.Choice(["tei", "web", "print"]),
        default="tei",
        show_default=True,
        help="What of the build to upload.",
    ),
    click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing."),
    QUIET,
)
def http(build: Path, url: str, part: str, *, dry_run: bool, quiet: bool) -> None:
    """Upload a build to a folder of a server that takes HTTP PUT or WebDAV, and read it back.

    Only what changed is sent; what this edition did not put there is neither overwritten nor deleted. An upload that
    stopped half way is run again. Name and password come from ENGROSS_USER and ENGROSS_PASSWORD, or the password from
    the keyring (“keyring set 'engross HOST' NAME”).

    \b
    Example:
      engross deposit http output https://example.org/dav/letters
    """
    from encoder.deposit.credentials import credentials
    from encoder.deposit.server import Server
    from encoder.deposit.upload import upload
    from encoder.report import Report

    def run() -> Report:
        server = Server(url, credentials(url))
        try:
            plan, problems = upload(build, part, server, dry_run=dry_run)
        finally:
            server.close()
        if dry_run:
            click.echo("".join(f"put {name}\n" for name in plan.put), nl=False)
            click.echo("".join(f"delete {name}\n" for name in plan.delete), nl=False)
        report = Report(problems)
        report.counts.update({"put": len(plan.put), "deleted": len(plan.delete), "unchanged": len(plan.same)})
        return report

    finish(tried(run), quiet=quiet)


@command(_BUILD, click.argument("url"), QUIET)
def basex(build: Path, url: str, *, quiet: bool) -> None:
    """Put the TEI of a build into a BaseX database, with a full-text index, and read it back.

    A database of that name is replaced once the new one is proved, if this edition made it. Name and password come
    from ENGROSS_USER and ENGROSS_PASSWORD, or the password from the keyring. BaseX's protocol does not encrypt: use
    it within your own network.

    \b
    Example:
      engross deposit basex output basex://localhost:1984/letters
    """
    from encoder.deposit.basex import write_database
    from encoder.deposit.credentials import login
    from encoder.report import Report

    def run() -> Report:
        count, problems = write_database(build, url, login(url))
        report = Report(problems)
        report.counts["documents"] = count
        return report

    finish(tried(run), quiet=quiet)


for _kind in (bag, interchange, http, basex):
    deposit.add_command(_kind)


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

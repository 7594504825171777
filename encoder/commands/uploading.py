"""The commands that bring a finished edition to a server, and prove that it arrived."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import click

from encoder.commands.options import BUILD, QUIET, command, finish, tried

if TYPE_CHECKING:
    from pathlib import Path

    from encoder.deposit.upload import Plan
    from encoder.problems import Problem
    from encoder.report import Report

_URL = click.argument("url")
_DRY_RUN = click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")


@command(
    BUILD,
    _URL,
    click.option(
        "--part",
        type=click.Choice(["tei", "web", "print", "epub"]),
        default="tei",
        show_default=True,
        help="What of the build to upload.",
    ),
    _DRY_RUN,
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
    from encoder.deposit.upload import part_of, upload

    def run() -> Report:
        with closing(Server(url, credentials(url))) as server:
            return _report(*upload(part_of(build, part), server, dry_run=dry_run), dry_run=dry_run)

    finish(tried(run), quiet=quiet)


@command(BUILD, _URL, _DRY_RUN, QUIET)
def exist(build: Path, url: str, *, dry_run: bool, quiet: bool) -> None:
    """Upload the TEI of a build to a collection of eXist-db over its REST interface, and read it back.

    The indexes of the collection are configured first (under /db/system/config, for which eXist-db asks for a dba).
    Otherwise it does what “engross deposit http” does: only what changed is sent, what others put there stays, an
    upload that stopped half way is run again. Name and password come from ENGROSS_USER and ENGROSS_PASSWORD, or the
    password from the keyring.

    \b
    Example:
      engross deposit exist output https://example.org/exist/rest/db/apps/letters/data
    """
    from encoder.deposit.credentials import credentials
    from encoder.deposit.existdb import upload_collection
    from encoder.deposit.server import Server

    def run() -> Report:
        login = credentials(url)

        def connect(where: str, asking: str) -> Server:
            return Server(where, login, asking=asking)

        return _report(*upload_collection(build, url, connect, dry_run=dry_run), dry_run=dry_run)

    finish(tried(run), quiet=quiet)


def _report(plan: Plan, problems: list[Problem], *, dry_run: bool) -> Report:
    from encoder.report import Report

    if dry_run:
        click.echo("".join(f"put {name}\n" for name in plan.put), nl=False)
        click.echo("".join(f"delete {name}\n" for name in plan.delete), nl=False)
    report = Report(problems)
    report.counts.update({"put": len(plan.put), "deleted": len(plan.delete), "unchanged": len(plan.same)})
    return report


@command(BUILD, _URL, QUIET)
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

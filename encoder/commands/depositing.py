"""The commands that hand a finished edition on: deposit, verify."""

from __future__ import annotations

from pathlib import Path

import click

from encoder.commands.options import FOLDER, QUIET, command, finish, tried

_KINDS = ("bag",)
_NEW = click.Path(path_type=Path)


@command(
    click.argument("kind", type=click.Choice(_KINDS)),
    click.argument("build", type=FOLDER),
    click.option("--sources", type=FOLDER, required=True, help="The folder of transcriptions with its edition.toml."),
    click.option(
        "--date", "day", default="", help="The day of this release, YYYY-MM-DD  [default: the edition's date]"
    ),
    click.option("-o", "--output", "out", type=_NEW, required=True, help="The folder to write, as a whole."),
    QUIET,
)
def deposit(kind: str, build: Path, sources: Path, day: str, out: Path, *, quiet: bool) -> None:  # noqa: PLR0913 (a command takes what its user may say)
    """Pack a finished build for an archive.

    BUILD is what “engross build” wrote. KIND is what to make of it: a bag (BagIt with RO-Crate and DataCite metadata)
    with TEI, schema, stylesheets, web edition, PDF, transcriptions and the report of problems.

    \b
    Example:
      engross deposit bag output --sources letters --date 2026-11-22 -o bag
    """
    from encoder.build import Report
    from encoder.deposit.bag import write_bag
    from encoder.deposit.finished import finished

    del kind  # there is one so far

    def run() -> Report:
        edition = finished(build, sources, day)
        report = Report()
        report.counts.update(documents=len(edition.records), files=write_bag(edition, out))
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

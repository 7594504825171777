"""The commands that pack a finished edition: as a bag, for eXist-db, and for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from encoder.commands.options import BUILD, FOLDER, QUIET, command, finish, tried

_NEW = click.Path(path_type=Path)
_FILE = click.Path(path_type=Path, dir_okay=False)
_SOURCES = click.option(
    "--sources", type=FOLDER, required=True, help="The folder of transcriptions with its edition.toml."
)
_DAY = click.option("--date", "day", default="", help="The day of this release, YYYY-MM-DD  [default: the edition's]")
_OUT = click.option("-o", "--output", "out", type=_NEW, required=True, help="The folder to write.")


@command(
    BUILD,
    _SOURCES,
    _DAY,
    click.option(
        "--with",
        "more",
        type=FOLDER,
        multiple=True,
        help="Pack this folder too, which “engross docx” or “text” wrote of the same TEI. May be repeated.",
    ),
    _OUT,
    QUIET,
)
def bag(build: Path, sources: Path, day: str, more: tuple[Path, ...], out: Path, *, quiet: bool) -> None:  # noqa: PLR0913 (a command takes what its user may say)
    """Pack a build as a bag: BagIt with RO-Crate, METS and DataCite metadata.

    It holds TEI, schema, stylesheets, web edition, PDF, EPUB, transcriptions, authorities, edition.toml and
    the report of problems, each with its SHA-256 and SHA-512.

    \b
    Examples:
      engross deposit bag output --sources letters --date 2026-11-22 -o bag
      engross docx output/tei -o word
      engross deposit bag output --sources letters --date 2026-11-22 --with word -o bag
    """
    from encoder.deposit.bag import write_bag
    from encoder.deposit.finished import finished
    from encoder.report import Report

    def run() -> Report:
        edition = finished(build, sources, day)
        report = Report()
        report.counts.update(documents=len(edition.records), files=write_bag(edition, out, more))
        return report

    finish(tried(run), quiet=quiet)


@command(
    BUILD,
    _SOURCES,
    _DAY,
    click.option("--name", default="", help="The IRI of the package, by which an application depends on it."),
    click.option("-o", "--output", "out", type=_FILE, required=True, help="The file to write, NAME.xar."),
    QUIET,
)
def xar(build: Path, sources: Path, day: str, name: str, out: Path, *, quiet: bool) -> None:  # noqa: PLR0913 (a command takes what its user may say)
    """Pack the TEI of a build for eXist-db and TEI Publisher (Jinks): an EXPath package.

    Install it with eXist-db's package manager (Dashboard) or by dropping it into its autodeploy folder. It comes with
    indexes (full text with fields and facets, ids, references), and compares what was stored with what was packed.
    The version of the package is the day of the release. For TEI Publisher, give the name that its configuration
    expects of a data package, such as http://teipublisher.com/ns/data/letters-data.

    \b
    Example:
      engross deposit xar output --sources letters --date 2026-11-22 -o letters.xar
    """
    from encoder.deposit.finished import finished
    from encoder.deposit.xar import write_xar
    from encoder.report import Report

    def run() -> Report:
        report = Report()
        report.counts["documents"] = write_xar(finished(build, sources, day), out, name)
        return report

    finish(tried(run), quiet=quiet)


@command(
    BUILD,
    _SOURCES,
    _DAY,
    click.option("--email", default="", help="Whom harvesters may write to; without it there is no oai.xml."),
    click.option("--parquet", is_flag=True, help="Write the tables as Parquet too (needs engross[tables])."),
    _OUT,
    QUIET,
)
def interchange(  # noqa: PLR0913 (a command takes what its user may say)
    build: Path, sources: Path, day: str, email: str, out: Path, *, parquet: bool, quiet: bool
) -> None:
    """Write what other programs read of an edition.

    An index of the letters for correspSearch (cmif.xml, which is CC BY 4.0 by its rules), RDF (edition.ttl), Dublin
    Core for OAI-PMH (oai.xml), a IIIF manifest where pages have facsimiles (iiif/manifest.json), and tables of
    documents, correspondence, people, mentions, dates and notes (CSV, JSON Lines, with --parquet Parquet).

    \b
    Example:
      engross deposit interchange output --sources letters --date 2026-11-22 -o interchange
    """
    from encoder.deposit.finished import finished
    from encoder.deposit.interchange import write_interchange
    from encoder.report import Report

    def run() -> Report:
        edition = finished(build, sources, day)
        files, problems = write_interchange(edition, out, email, with_parquet=parquet)
        report = Report(problems)
        report.counts.update(documents=len(edition.records), files=files)
        return report

    finish(tried(run), quiet=quiet)

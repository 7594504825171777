"""The command `engross`: commands, arguments, exit codes and progress; nothing else.

Exit codes: 0 nothing is wrong, 1 there are errors in the edition (or warnings, with --fail-on warning), 2 the command
could not run.
"""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from encoder.terminal import Bar, show_problems, show_summary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from encoder.build import Report

_EXISTING = click.Path(exists=True, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)
_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _Commands(click.Group):
    """The commands in the order of an editor's work, not of the alphabet; a misspelt one is answered with the right."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], self.commands, n=1)
            advice = f" Did you mean “{near[0]}”?" if near and "Did you mean" not in error.message else ""
            raise click.UsageError(f"{error.message}{advice}", ctx) from error


@click.group(cls=_Commands, context_settings=_SETTINGS)
@click.version_option(package_name="engross", prog_name="engross")
def main() -> None:
    """Turn transcriptions of historical documents into validated TEI, a web edition and print.

    \b
    Begin with a folder of transcriptions (plain text, one file a document):
      engross init letters              write letters/edition.toml, to fill in
      engross build letters -o output   make TEI, web pages and PDFs of it
    """


def _command(*arguments: Callable[[Any], Any]) -> Callable[[Callable[..., None]], click.Command]:
    """Return a decorator that makes a command of `main` with these arguments and options, in this order."""

    def decorate(function: Callable[..., None]) -> click.Command:
        for argument in reversed(arguments):
            function = argument(function)
        return main.command()(function)

    return decorate


_SOURCE = click.argument("source", type=_EXISTING)
_TEI = click.argument("tei", type=_EXISTING, nargs=-1, required=True)
_COUNT = click.IntRange(min=0)
_REPORT = click.File("w", encoding="utf-8", lazy=True, atomic=True)
_QUIET = click.option("-q", "--quiet", is_flag=True, help="Show neither progress nor summary.")
_FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    default="error",
    show_default=True,
    help="From which severity on the exit code is 1.",
)


def _out(default: str) -> Callable[[Any], Any]:
    text = "The folder to write. Files in it that engross did not make are never touched."
    return click.option("-o", "--output", "out", type=_FOLDER, default=default, show_default=True, help=text)


def _finish(report: Report, *, quiet: bool, fail_on: str = "error") -> None:
    """Show what a run found, and leave with its exit code."""
    show_problems(report.problems)
    if not quiet:
        show_summary(report)
    sys.exit(1 if report.failed(("error", "warning") if fail_on == "warning" else ("error",)) else 0)


@_command(_SOURCE, _out("output"), _QUIET, _FAIL_ON)
def build(source: Path, out: Path, *, quiet: bool, fail_on: str) -> None:
    """Make everything: TEI, web edition and print.

    SOURCE is a folder of transcriptions, with its edition.toml, or a folder of such folders.

    \b
    Example:
      engross build seeds -o output
    writes output/tei/*.xml, output/web/index.html, output/print/*.pdf and output/problems.json.
    """
    from encoder.build import build as run

    with Bar(quiet=quiet) as bar:
        report = _tried(lambda: run(source, out, bar))
    _finish(report, quiet=quiet, fail_on=fail_on)


@_command(
    _SOURCE,
    click.option("--json", "json_file", type=_REPORT, help="Write the audit as JSON here (- for the screen)."),
    click.option("--jobs", type=_COUNT, default=0, help="How many processes to use  [default: one a processor]"),
)
def audit(source: Path, json_file: IO[str] | None, jobs: int) -> None:
    """Show how notes and pages were read, in one table, without encoding anything.

    SOURCE is one transcription, a folder of them, or a folder of editions (a series). The documents with something
    to look at come first: notes without a call, calls without a note, calls that are not certain, gaps in the pages.

    \b
    Example:
      engross audit letters
    """
    from encoder.audit import audit as run
    from encoder.audit_table import table, table_json

    audits = run(source, jobs)
    if json_file:
        json_file.write(table_json(audits))
    if not json_file or json_file.name != "-":
        click.echo(table(audits), nl=False)
    show_problems([problem for one in audits for problem in one.problems])
    sys.exit(1 if any(one.failed() for one in audits) else 0)


@_command(_SOURCE, _out("tei"), _QUIET, _FAIL_ON)
def encode(source: Path, out: Path, *, quiet: bool, fail_on: str) -> None:
    """Encode transcriptions as TEI, and check each.

    SOURCE is one transcription, a folder of them, or a folder of editions (a series).

    \b
    Examples:
      engross encode letters -o tei
      engross encode letters/017.txt -o /tmp/try
    """
    from encoder.build import encode as run

    with Bar(quiet=quiet) as bar:
        report = _tried(lambda: run(source, out, bar))
    _finish(report, quiet=quiet, fail_on=fail_on)


@_command(click.argument("tei", type=click.Path(exists=True, dir_okay=False, path_type=Path)))
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


def _fields(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, ...]:
    """Return the fields of a comma-separated list, all for an empty one."""
    from encoder.evaluate.facts import FIELDS

    names = tuple(name.strip() for name in value.split(",") if name.strip())
    for name in names:
        if name not in FIELDS:
            near = get_close_matches(name, FIELDS, n=1)
            advice = f"did you mean “{near[0]}”?" if near else f"possible are {', '.join(FIELDS)}."
            raise click.BadParameter(f"There is no field “{name}”: {advice}")
    return names or tuple(FIELDS)


@_command(
    click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path)),
    click.argument("output", type=click.Path(exists=True, file_okay=False, path_type=Path)),
    click.option("--fields", default="", callback=_fields, help="Only these, with commas: note,pb,persName."),
    click.option(
        "--worst", type=_COUNT, default=10, show_default=True, help="How many documents to show, the worst first."
    ),
    click.option(
        "--json", "json_file", type=_REPORT, help="Write figures and all disagreements here (- for the screen)."
    ),
    click.option("--jobs", type=_COUNT, default=0, help="How many processes to use  [default: one a processor]"),
)
def evaluate(  # noqa: PLR0913, PLR0917 (a command takes what its user may say)
    gold: Path, output: Path, fields: tuple[str, ...], worst: int, json_file: IO[str] | None, jobs: int
) -> None:
    """Judge an edition by documents that were encoded by hand.

    GOLD is a folder with hand-encoded TEI of some documents, d62.xml or d62.gold.xml, or a folder of such folders;
    OUTPUT is what “engross encode” or “engross build” wrote. Each disagreement is shown with the words around it.

    \b
    Examples:
      engross evaluate by-hand output
      engross evaluate by-hand output --fields note,pb --worst 3
    """
    from encoder.evaluate import evaluate as run
    from encoder.evaluate.report import report, report_json

    result = run(gold, output, jobs)
    if json_file:
        json_file.write(report_json(result, fields))
    if not json_file or json_file.name != "-":
        click.echo(report(result, fields, worst), nl=False)
    show_problems(result.problems)
    sys.exit(1 if result.problems else 0)


@_command(_TEI, _out("web"), _QUIET)
def web(tei: Sequence[Path], out: Path, *, quiet: bool) -> None:
    """Make the web edition of TEI files, or of folders of them.

    \b
    Example:
      engross web output/tei -o site
    """
    from encoder.build import publish, web_of

    with Bar(quiet=quiet) as bar:
        report = _tried(lambda: publish(tei, out, web_of, bar))
    _finish(report, quiet=quiet)


@_command(_TEI, _out("print"), _QUIET)
def pdf(tei: Sequence[Path], out: Path, *, quiet: bool) -> None:
    """Make a PDF of each TEI file, and one of them all as a book.

    \b
    Example:
      engross pdf output/tei -o print
    """
    from encoder.build import print_of, publish

    with Bar(quiet=quiet) as bar:
        report = _tried(lambda: publish(tei, out, print_of, bar))
    _finish(report, quiet=quiet)


@_command(click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path)))
def init(folder: Path) -> None:
    """Write an edition.toml for a folder of transcriptions, filled as far as the files allow.

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


def _tried(run: Callable[[], Report]) -> Report:
    """Return the report of a run; where its output cannot be written, show that and leave with exit code 1."""
    from encoder.output import OutputError

    try:
        return run()
    except OutputError as error:
        show_problems([error.problem])
        sys.exit(1)
    except KeyboardInterrupt:
        click.echo("Stopped. What was finished before this run is as it was.", err=True)
        sys.exit(130)

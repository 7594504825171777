"""What the commands share: their arguments and options, and how a run ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from encoder.terminal import show_problems, show_summary

if TYPE_CHECKING:
    from collections.abc import Callable

    from encoder.report import Report

EXISTING = click.Path(exists=True, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
PLACE = click.Path(dir_okay=False, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
COUNT = click.IntRange(min=0)
REPORT = click.Path(dir_okay=False, allow_dash=True, path_type=Path)
SOURCE = click.argument("source", type=EXISTING)
BUILD = click.argument("build", type=FOLDER)
TEI = click.argument("tei", type=EXISTING, nargs=-1, required=True)
QUIET = click.option("-q", "--quiet", is_flag=True, help="Show neither progress nor summary.")
PUBLIC = click.option("--public", is_flag=True, help="Leave the pages for editors out of the web edition.")
FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    default="error",
    show_default=True,
    help="From which severity on the exit code is 1.",
)


def out(default: str) -> Callable[[Any], Any]:
    """Return the option -o of a command that writes a folder."""
    text = "The folder to write. Files in it that engross did not make are never touched."
    folder = click.Path(file_okay=False, path_type=Path)
    return click.option("-o", "--output", "out", type=folder, default=default, show_default=True, help=text)


def command(*arguments: Callable[[Any], Any]) -> Callable[[Callable[..., None]], click.Command]:
    """Return a decorator that makes a command with these arguments and options, in this order."""

    def decorate(function: Callable[..., None]) -> click.Command:
        for argument in reversed(arguments):
            function = argument(function)
        return click.command()(function)

    return decorate


def on_screen(report: Path | None) -> bool:
    """Whether a report is asked for on the screen, by `-`."""
    return str(report) == "-"


def write_report(path: Path, text: str) -> None:
    """Write a report whole, or not at all, in UTF-8; `-` is the screen. What is no plain file is written to."""
    if on_screen(path):
        click.echo(text.encode(), nl=False)
        return
    aside = path.with_name(f".{path.name}.new")
    plain = path.is_file() or not path.exists()
    try:
        (aside if plain else path).write_text(text, encoding="utf-8", newline="\n")
        if plain:
            aside.replace(path)
    except OSError as error:
        if plain:
            aside.unlink(missing_ok=True)
        message = f"{path} cannot be written: {error.strerror}. Choose another place, or make room."
        raise click.ClickException(message) from error


def severities(fail_on: str) -> tuple[str, ...]:
    """Return the severities that fail a run."""
    return ("error", "warning") if fail_on == "warning" else ("error",)


def finish(report: Report, *, quiet: bool, fail_on: str = "error") -> None:
    """Show what a run found, and leave with its exit code."""
    show_problems(report.problems, report.found)
    if not quiet:
        show_summary(report)
    sys.exit(1 if report.failed(severities(fail_on)) else 0)


def tried(run: Callable[[], Report]) -> Report:
    """Return the report of a run; where its output cannot be written, show that and leave with exit code 1."""
    from encoder.output import OutputError

    try:
        return run()
    except OutputError as error:
        show_problems([error.problem])
        sys.exit(1)
    except KeyboardInterrupt:
        click.echo("Stopped. What was finished is kept: the same command goes on from there.", err=True)
        sys.exit(130)

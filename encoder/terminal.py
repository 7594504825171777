"""What a user sees: progress, problems and the summary; colours and bars only on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from encoder.build import Report
    from encoder.problems import Problem

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}
_SHOWN = 60
"""How many problems a run prints; the rest are counted."""


class Bar:
    """Progress of the stages of a run, to standard error: bars on a terminal, a line a stage elsewhere."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._console = Console(stderr=True)
        self._tasks: dict[str, TaskID] = {}
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=self._console,
            disable=quiet or not self._console.is_terminal,
        )

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that `done` of `total` pieces of `stage` are done."""
        if self._quiet:
            return
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(stage, total=total)
        self._progress.update(self._tasks[stage], completed=done, total=total)
        if done == total and not self._console.is_terminal:
            click.echo(f"{stage}: {total} of {total}", err=True)


def show_problems(problems: Sequence[Problem]) -> None:
    """Print problems to standard error, errors first; after 60 the rest are counted by code."""
    order = list(_COLOURS)
    ranked = sorted(problems, key=lambda problem: order.index(problem.severity))
    for problem in ranked[:_SHOWN]:
        place = ":".join(str(part) for part in (problem.path, problem.line, problem.column) if part)
        severity = click.style(problem.severity, fg=_COLOURS[problem.severity], bold=problem.severity == "error")
        click.echo(f"{place + ': ' if place else ''}{severity}: {problem.message} [{problem.code}]", err=True)
    if rest := ranked[_SHOWN:]:
        codes = sorted({problem.code for problem in rest})
        click.echo(f"... and {len(rest)} more ({', '.join(codes)}).", err=True)


def show_summary(report: Report) -> None:
    """Print the counts of a run, and how many problems of each severity it found."""
    found = {severity: sum(problem.severity == severity for problem in report.problems) for severity in _COLOURS}
    parts = [f"{count} {what if count != 1 else _singular(what)}" for what, count in report.counts.items()]
    wrong = [
        f"{count} {severity if count == 1 or severity == 'info' else severity + 's'}"
        for severity, count in found.items()
        if count
    ]
    click.echo(f"{', '.join(parts) or 'nothing was encoded'}; problems: {', '.join(wrong) or 'none'}", err=True)


def _singular(what: str) -> str:
    return what.removesuffix("s")

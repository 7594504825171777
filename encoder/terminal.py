"""What a user sees: progress, problems and the summary; colours and bars only on a terminal."""

from __future__ import annotations

from collections import Counter
from time import monotonic
from typing import TYPE_CHECKING, Self

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from encoder.problems import Problem
    from encoder.report import Report

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}
_PAUSE = 10.0
"""Seconds between two lines about one stage, where there is no terminal."""
_SHOWN = 60
"""How many problems a run prints; the rest are counted."""


class Bar:
    """Progress of a run's stages, with rate and time left, to standard error: bars on a terminal, lines elsewhere."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._console = Console(stderr=True)
        self._tasks: dict[str, TaskID] = {}
        self._said = monotonic()
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
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
            self._said = monotonic()
        task = self._tasks[stage]
        self._progress.update(task, completed=done, total=total)
        if self._console.is_terminal:
            return
        if done == total:
            click.echo(f"{stage}: {total} of {total}", err=True)
        elif monotonic() - self._said > _PAUSE:
            self._said = monotonic()
            seconds = self._progress.tasks[task].elapsed or _PAUSE
            left = f"{seconds / done * (total - done):.0f} s left" if done else ""
            click.echo(f"{stage}: {done} of {total}{_rate(done / seconds)}, {left}", err=True)


class _Rate(ProgressColumn):
    """How many pieces are done in a second."""

    def render(self, task: Task) -> Text:
        return Text(_rate(task.finished_speed or task.speed or 0.0).lstrip(", "))


def _rate(speed: float) -> str:
    return f", {speed:.0f} a second" if speed >= 1 else ""


def show_problems(problems: Sequence[Problem], found: Mapping[tuple[str, str], int] | None = None) -> None:
    """Print problems to standard error, errors first; after 60 the rest are counted by code.

    `found` says how many there are of each severity and code, where `problems` are not all.
    """
    order = list(_COLOURS)
    shown = sorted(problems, key=lambda problem: order.index(problem.severity))[:_SHOWN]
    for problem in shown:
        place = ":".join(str(part) for part in (problem.path, problem.line, problem.column) if part)
        severity = click.style(problem.severity, fg=_COLOURS[problem.severity], bold=problem.severity == "error")
        click.echo(f"{place + ': ' if place else ''}{severity}: {problem.message} [{problem.code}]", err=True)
    every = Counter(found or Counter((problem.severity, problem.code) for problem in problems))
    if rest := every - Counter((problem.severity, problem.code) for problem in shown):
        click.echo(f"... and {rest.total()} more ({', '.join(sorted({code for _, code in rest}))}).", err=True)


def show_summary(report: Report) -> None:
    """Print the counts of a run, and how many problems of each severity it found."""
    found = {severity: report.count(severity) for severity in _COLOURS}
    parts = [f"{count} {what if count != 1 else _singular(what)}" for what, count in report.counts.items()]
    wrong = [
        f"{count} {severity if count == 1 or severity == 'info' else severity + 's'}"
        for severity, count in found.items()
        if count
    ]
    click.echo(f"{', '.join(parts) or 'nothing was encoded'}; problems: {', '.join(wrong) or 'none'}", err=True)


def _singular(what: str) -> str:
    return what.removesuffix("s")

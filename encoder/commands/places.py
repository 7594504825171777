"""Where a build reads, writes and runs: folders here or addresses elsewhere, this machine or a cluster."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import unquote, urlsplit

import click

from encoder.commands.options import EXISTING, tried
from encoder.terminal import Bar

if TYPE_CHECKING:
    from collections.abc import Callable

    from encoder.problems import Problem
    from encoder.products import Progress
    from encoder.report import Report
    from encoder.workers import Run


class _UnreachedError(click.ClickException):
    exit_code = 2


class _Place(click.ParamType[Path | str]):
    """A path, which becomes a Path, or an address that fsspec knows, which stays a string."""

    name = "path or address"

    def __init__(self, path: click.Path) -> None:
        self._path = path

    def convert(self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None) -> Path | str:
        """Return what the user named; a path is checked as click checks it."""
        parts = urlsplit(str(value))
        if "://" in str(value) and parts.scheme != "file":
            return str(value)
        path = self._path.convert(unquote(parts.path) if parts.scheme == "file" else value, param, ctx)
        return Path(str(path))


FROM = click.argument("source", type=_Place(EXISTING), metavar="SOURCE")
SCHEDULER = click.option(
    "--scheduler", metavar="ADDRESS", help="Encode on the Dask cluster at this address, such as tcp://host:8786."
)


def to(default: str) -> Callable[[Any], Any]:
    """Return the option -o of a command that writes a folder, here or at an address."""
    text = "The folder to write, or its address (s3://...). Files in it that engross did not make are never touched."
    place = _Place(click.Path(file_okay=False, path_type=Path))
    return click.option("-o", "--output", "out", type=place, default=default, show_default=True, help=text)


class Make(Protocol):
    """A build of one kind."""

    def __call__(self, source: Path, out: Path, progress: Progress, *, run: Run | None) -> Report:
        """Build what is in the folder `source` in the folder `out`, on `run` or on this machine."""


def made(make: Make, source: Path | str, out: Path | str, scheduler: str | None, *, quiet: bool) -> Report:
    """Return the report of a build; what cannot be reached is said, and ends the command with exit code 2."""
    try:
        return _made(make, source, out, scheduler, quiet=quiet)
    except ImportError as error:
        message = f"This needs the extra “cluster”: pip install 'engross[cluster]' ({error})."
        raise _UnreachedError(message) from error
    except ConnectionError as error:
        raise _UnreachedError(str(error)) from error


def _made(make: Make, source: Path | str, out: Path | str, scheduler: str | None, *, quiet: bool) -> Report:
    run: Run | None = None
    problems: list[Problem] = []
    with ExitStack() as stack:
        if scheduler:
            from encoder.cluster import Cluster

            run = stack.enter_context(Cluster(scheduler))
        if isinstance(source, str):
            from encoder.addresses import fetched

            source = fetched(source)
        if isinstance(out, str):
            from encoder.addresses import put

            out = stack.enter_context(put(out, problems.append))
        here, there = source, out
        with Bar(quiet=quiet) as bar:
            report = tried(lambda: make(here, there, bar, run=run))
    report.add(problems)
    return report

"""An output folder: written aside and moved into place file by file; what the program did not make is never touched.

The folder's manifest, `.engross.json`, lists the files that the program made with their SHA-256. Its hidden folder
`.engross` is this machine's memory: what is being made, in `new`, and the log of results. A run that dies leaves each
file whole, old or new; the next one goes on with what that one had made, and completes what it was moving.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from encoder.kept import Made
from encoder.manifest import MEMORY, NEW, locked, move_all, promise, read_manifest
from encoder.problems import Problem
from encoder.results import File, Log, Result, sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_OUTPUT, _SOURCE = Path("@output"), Path("@source")
"""What stands in the log for the two folders in the path of a problem."""


class OutputError(Exception):
    """An output folder that cannot be written; `problem` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Output:
    """Collects the files of one run aside, and publishes them together. Use it as a context manager."""

    def __init__(self, folder: Path, source: Path | None = None) -> None:
        """Take the folder for this run. `source` is what is built: the log tells its files from there.

        Raises OutputError where the folder cannot be written, or another run has it.
        """
        self.folder = folder
        self._source = source
        self.staging = folder / MEMORY / NEW
        self._made: dict[str, File] = {}
        """The files of this run, by their path in the folder."""
        self._live: dict[str, None] = {}
        """The results of this run that the log holds."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = locked(folder / MEMORY)
            move_all(folder)
            self.log = Log(folder / MEMORY)
            if self.staging.is_dir():
                self._forget_pieces()
        except OSError as error:
            raise self._unwritable(error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.log.close()
        self._lock.close()

    def _forget_pieces(self) -> None:
        """Delete what an interrupted run had begun and is no result yet."""
        whole = {
            name for result in self.log.results() for name, file in result.files.items() if self._is_aside(name, file)
        }
        for path in [path for path in self.staging.rglob("*") if path.is_file()]:
            if path.relative_to(self.staging).as_posix() not in whole:
                path.unlink()

    def _is_aside(self, name: str, file: File) -> bool:
        return file.is_at(self.staging / name)

    def write(self, name: str, content: str | bytes | Iterable[str]) -> Path:
        """Put a file of this run aside; `name` is its path in the folder, with slashes. Returns where it is now.

        Raises OutputError where the disk is full.
        """
        path = self.staging / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, bytes):
                path.write_bytes(content)
            else:
                with path.open("w", encoding="utf-8", newline="\n") as file:
                    file.writelines([content] if isinstance(content, str) else content)
            self._made[name] = _file_at(path)
        except OSError as error:
            raise self._unwritable(error) from error
        return path

    def add(self, folder: str) -> list[str]:
        """Count every file that was put aside below `folder` as made, and return all that are made there."""
        for path in (self.staging / folder).rglob("*"):
            name = path.relative_to(self.staging).as_posix()
            if path.is_file() and name not in self._made:
                self._made[name] = _file_at(path)
        return [name for name in self._made if name.startswith(folder)]

    def path(self, file: str) -> Path:
        """Return where a file of this run is now: aside, or in its place already."""
        aside = self.staging / file
        return aside if aside.exists() else self.folder / file

    def sha256(self, file: str) -> str:
        """Return the SHA-256 of a file of this run."""
        return self._made[file].sha256

    def get(self, name: str, of: str) -> Made | None:
        """Return a result of an earlier run (`Kept.get`).

        One whose name ends in a slash is all of a folder: the results in that folder stay with it.
        """
        result = self.log.get(name, of)
        if result is None or not all(
            self._is_aside(path, file) or file.is_at(self.folder / path) for path, file in result.files.items()
        ):
            return None
        self._made.update(result.files)
        self._live[name] = None
        if name.endswith("/"):
            self._live |= dict.fromkeys(self.log.names(name))
        return self._told(result)

    def put(
        self, name: str, of: str, files: Iterable[str], problems: Iterable[Problem] = (), value: object = None
    ) -> None:
        """Keep a result of this run (`Kept.put`). Raises OutputError where the disk is full."""
        homes = {self.staging: _OUTPUT, self.folder: _OUTPUT} | ({self._source: _SOURCE} if self._source else {})
        told = [_moved(problem, homes) for problem in problems]
        try:
            made = {file: self._file(file) for file in files}
            self.log.put(name, Result(of, made, told, value))
        except OSError as error:
            raise self._unwritable(error) from error
        self._made.update(made)
        self._live[name] = None

    def _file(self, name: str) -> File:
        aside, known = self.staging / name, self._made.get(name)
        return known if known and (known.is_at(aside) or not aside.exists()) else _file_at(aside)

    def of(self, name: str) -> str:
        """Return the digest of what a result of this run was made of."""
        return self.log.of(name)

    def result(self, name: str) -> Made:
        """Return a result of this run again."""
        result = self.log.get(name)
        return self._told(result) if result else Made([])

    def _told(self, result: Result) -> Made:
        homes = {_OUTPUT: self.folder} | ({_SOURCE: self._source} if self._source else {})
        return Made([_moved(problem, homes) for problem in result.problems], result.value)

    def below(self, folder: str) -> Below:
        """Return the results of a product that writes into a folder of this one; `folder` ends in a slash."""
        return Below(self, folder)

    def shown(self, problem: Problem) -> Problem:
        """Return a problem of a file that was put aside as one of the file that it becomes."""
        return _moved(problem, {self.staging: self.folder})

    def publish(self) -> list[Problem]:
        """Move what is new or changed into place, and delete what an earlier run made and this one did not.

        Files that stand in the way and that the program did not make are left alone, each with a problem.
        Raises OutputError where the folder cannot be written.
        """
        known = read_manifest(self.folder)
        moves: list[str] = []
        foreign: list[str] = []
        same: dict[str, File] = {}
        try:
            for name in (name for name, file in self._made.items() if self._is_aside(name, file)):
                target = self.folder / name
                if target.is_file() and self._made[name].sha256 == sha256_of(target):
                    same[name] = _file_at(target)
                else:
                    (moves if name in known or not target.exists() else foreign).append(name)
            made = {name: file.sha256 for name, file in sorted(self._made.items()) if name not in foreign}
            deletes = sorted(set(known) - set(made))
            if moves or deletes or made != known:
                promise(self.folder, moves, deletes, made)
                move_all(self.folder)
            self.log.settle(self._live, same)
            if self.staging.exists():
                shutil.rmtree(self.staging)
        except OSError as error:
            raise self._unwritable(error) from error
        return [self._foreign(name) for name in foreign]

    def _foreign(self, name: str) -> Problem:
        message = "This file was not made by engross and was left as it is: move it away, or choose another folder."
        return Problem("output-foreign", message, str(self.folder / name))

    def _unwritable(self, error: OSError) -> OutputError:
        if isinstance(error, BlockingIOError):
            message = "Another engross is writing this folder: wait until it has ended."
        else:
            reason = error.strerror or str(error)
            message = f"The output folder cannot be written: {reason}. Choose another with -o, or make room."
        return OutputError(Problem("output-unwritable", message, str(self.folder)))


class Below:
    """The results of a product that writes into a folder of an output, as `Kept`."""

    def __init__(self, output: Output, folder: str) -> None:
        self._output = output
        self._folder = folder

    def get(self, name: str, of: str) -> Made | None:
        """Return a result of an earlier run."""
        return self._output.get(f"{self._folder}{name}", of)

    def put(
        self, name: str, of: str, files: Sequence[str], problems: Sequence[Problem] = (), value: object = None
    ) -> None:
        """Keep a result of this run."""
        self._output.put(f"{self._folder}{name}", of, [f"{self._folder}{file}" for file in files], problems, value)

    def path(self, file: str) -> Path:
        """Return where a file of a result is now."""
        return self._output.path(f"{self._folder}{file}")


def _file_at(path: Path) -> File:
    found = path.stat()
    return File(sha256_of(path), found.st_size, found.st_mtime_ns)


def _moved(problem: Problem, homes: Mapping[Path, Path]) -> Problem:
    """Return a problem of a file below one of `homes` as one of the same file below what that becomes."""
    if not problem.path:
        return problem
    path = Path(problem.path)
    for home, becomes in homes.items():
        if path.is_relative_to(home):
            return replace(problem, path=str(becomes / path.relative_to(home)))
    return problem

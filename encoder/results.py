"""The log of what earlier runs made, in a hidden folder of the output: one line a result, the last of a name counts.

The log is a memory, never a truth: a line that was damaged is forgotten, a result counts only while its files are as
the line says, and whoever deletes the folder loses time and nothing else.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from encoder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import IO

LOG = "results.jsonl"
_CHECK = 16
"""How many characters of a line's SHA-256 stand before it."""


class File(NamedTuple):
    """What a file of a result was when it was made: its SHA-256, its size in bytes, and when it was written (ns)."""

    sha256: str
    size: int
    written: int

    def is_at(self, path: Path) -> bool:
        """Whether that file is at `path`; it is read only if it was written at another time."""
        try:
            found = path.stat()
            if found.st_size != self.size:
                return False
            return found.st_mtime_ns == self.written or sha256_of(path) == self.sha256
        except OSError:
            return False


class Result(NamedTuple):
    """A result: what it was made of, its files by their path in the output, its problems, and any JSON value."""

    of: str
    files: Mapping[str, File]
    problems: list[Problem]
    value: Any


class Log:
    """The results in the folder `home`, which need not exist. Only where each stands is held in memory."""

    def __init__(self, home: Path) -> None:
        self._path = home / LOG
        self._places: dict[str, tuple[str, int]] = {}
        self._new = 0
        """How many lines this run added."""
        self._reading: IO[bytes] | None = None
        self._writing: IO[bytes] | None = None
        self._lines = 0
        self._size = 0
        self._read()

    def _read(self) -> None:
        if not self._path.is_file():
            return
        self._reading = self._path.open("rb")
        for line in self._reading:
            try:
                name, of = _opened(line)[:2]
            except ValueError:
                self._lines += 1  # damaged, and dropped when the log is next put in order
            else:
                self._places[name] = of, self._size
                self._lines += 1
            self._size += len(line)

    def close(self) -> None:
        """Close its files."""
        for file in (self._reading, self._writing):
            if file:
                file.close()
        self._reading = self._writing = None

    def get(self, name: str, of: str = "") -> Result | None:
        """Return the result `name` if it is there, and if it was made of `of` where that is given."""
        made_of, place = self._places.get(name, ("", 0))
        if not made_of or (of and of != made_of) or self._reading is None:
            return None
        self._reading.seek(place)
        try:
            return _result(self._reading.readline())
        except (ValueError, TypeError, KeyError):  # damaged since it was read, or another version's
            return None

    def of(self, name: str) -> str:
        """Return the digest of what a result was made of, empty where there is no such result."""
        return self._places.get(name, ("", 0))[0]

    def put(self, name: str, result: Result) -> None:
        """Add a result at the log's end. Raises OSError."""
        if self._writing is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._writing = self._path.open("ab")
            self._reading = self._reading or self._path.open("rb")
            if self._size and not self._ends_a_line():
                self._size += self._writing.write(b"\n")
        line = _line(name, result)
        self._writing.write(line)
        self._writing.flush()
        self._places[name] = result.of, self._size
        self._size += len(line)
        self._lines += 1
        self._new += 1

    def _ends_a_line(self) -> bool:
        with self._path.open("rb") as file:
            file.seek(-1, 2)
            return file.read() == b"\n"

    def names(self, start: str) -> list[str]:
        """Return the names that begin with `start`."""
        return [name for name in self._places if name.startswith(start)]

    def results(self) -> Iterator[Result]:
        """Yield every result."""
        for name in self._places:
            if result := self.get(name):
                yield result

    def settle(self, live: Mapping[str, object], moved: Mapping[str, File]) -> None:
        """Put the log in order, if need be: without results that are not in `live`, `moved` files as they are now."""
        if not self._new and self._lines == len(live):
            return
        aside = self._path.with_suffix(".new")
        with aside.open("wb") as file:
            for name in live:
                result = self.get(name)
                if result:
                    files = {path: moved.get(path, known) for path, known in result.files.items()}
                    file.write(_line(name, result._replace(files=files)))
        self.close()
        aside.replace(self._path)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _line(name: str, result: Result) -> bytes:
    problems = [[p.code, p.message, p.path, p.line, p.column] for p in result.problems]
    held = {"files": result.files, "problems": problems, "value": result.value}
    text = "\t".join((json.dumps(name), result.of, json.dumps(held, separators=(",", ":"))))
    return f"{_check(text.encode())}\t{text}\n".encode()


def _opened(line: bytes) -> tuple[str, str, bytes]:
    """Return name, digest and the rest of a line. Raises ValueError where it was damaged."""
    check, _, text = line.rstrip(b"\n").partition(b"\t")
    if not line.endswith(b"\n") or check.decode("ascii", "replace") != _check(text):
        raise ValueError("a damaged line")
    name, of, held = text.split(b"\t", 2)
    return json.loads(name), of.decode(), held


def _result(line: bytes) -> Result:
    _, of, text = _opened(line)
    held = json.loads(text)
    files = {name: File(*file) for name, file in held["files"].items()}
    return Result(of, files, [Problem(*row) for row in held["problems"]], held["value"])


def _check(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()[:_CHECK]

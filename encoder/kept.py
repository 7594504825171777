"""What an earlier run made need not be made again: results by name, and a digest of all that each was made of.

A digest stands for contents, never for times or places, so that a wrong result is never taken for a right one.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import python_version
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from encoder.resources import PACKAGE, resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from encoder.problems import Problem

_LIBRARIES = ("lxml", "saxonche", "xmlschema", "typst", "pikepdf", "pagefind", "ahocorasick-rs", "rapidfuzz")
"""Those whose version may change a result."""


class Made(NamedTuple):
    """What is known of a result beside its files."""

    problems: list[Problem]
    value: Any = None
    """Any JSON value."""


class Kept(Protocol):
    """The results of earlier runs, and of this one. Files are paths in the folder of the product, with slashes."""

    def get(self, name: str, of: str) -> Made | None:
        """Return the result `name` if it was made of the same things and all its files are whole, and count it as made.

        `of` is a digest of all that it depends on.
        """

    def put(
        self, name: str, of: str, files: Sequence[str], problems: Sequence[Problem] = (), value: object = None
    ) -> None:
        """Keep a result whose files have just been written; `value` is any JSON value."""

    def path(self, file: str) -> Path:
        """Return where a file of a result is now: aside, or in its place already."""


class _Nothing:
    def get(self, name: str, of: str) -> Made | None:
        del name, of
        return None

    def put(
        self, name: str, of: str, files: Sequence[str], problems: Sequence[Problem] = (), value: object = None
    ) -> None:
        pass

    def path(self, file: str) -> Path:
        return Path(file)


NOTHING: Kept = _Nothing()
"""Keeps nothing."""


def digest(*parts: str | bytes) -> str:
    """Return the SHA-256 of parts, each with its length, so that no two rows of parts have the same by accident."""
    found = hashlib.sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(f"{len(content)}:".encode())
        found.update(content)
    return found.hexdigest()


@cache
def program(*folders: str) -> str:
    """Return a digest of the program: its modules and tables, the libraries that it rests on, and `folders` of it.

    `folders` are resources such as `schema` or `xslt/print`.
    """
    homes = [PACKAGE, *map(resource, folders)]
    files = [(home, path) for home in homes for path in sorted(home.rglob("*")) if path.suffix not in {".pyc", ""}]
    own = [part for home, path in files for part in (path.relative_to(home).as_posix(), path.read_bytes())]
    return digest(python_version(), *map(_version, _LIBRARIES), *own)


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""

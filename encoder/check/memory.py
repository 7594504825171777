"""Files that were found without fault need not be checked again: a list of digests, in the user's cache folder.

A digest stands for a file's content, for all files that the schemas are made of, and for the program. The list is only
a list: a damaged line, or a lost file, costs a check and nothing else.
"""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from encoder.kept import digest, program

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MARK = re.compile(rb"^[0-9a-f]{64}$", re.MULTILINE)
_MOST = 50_000
"""Digests that are kept, the newest: 3 MB."""
_PARTS = {"include", "externalRef", "extends", "import", "redefine", "override"}
"""The elements of RNG, XSD and Schematron that name another file of the same schema."""


def default_place() -> Path:
    """Return where the list is kept if the user names no place: $XDG_CACHE_HOME or ~/.cache, engross/validated."""
    cache = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(cache) if Path(cache).is_absolute() else Path.home() / ".cache") / "engross" / "validated"


class Memory:
    """The list at one place, for one set of schemas."""

    def __init__(self, place: Path, schemas: Sequence[Path]) -> None:
        """Read the list at `place`: what cannot be read is nothing. Without `schemas` the project's own are meant."""
        self._place = place
        self._schemas = digest(program("schema"), *_contents(schemas))
        self._known = dict.fromkeys(_read(place))
        self._new: dict[str, None] = {}

    def mark(self, content: bytes) -> str:
        """Return the digest of a file's content, for these schemas."""
        return digest(self._schemas, content)

    def knows(self, mark: str) -> bool:
        """Tell whether a content was found without fault, now or earlier."""
        return mark in self._known

    def add(self, mark: str) -> None:
        """Remember a content that has no fault."""
        self._known[mark] = self._new[mark] = None

    def keep(self) -> None:
        """Write the list whole, with what other runs have added; a place that cannot be written is left as it is."""
        if not self._new:
            return
        marks = [*(mark for mark in _read(self._place) if mark not in self._new), *self._new][-_MOST:]
        try:
            self._place.parent.mkdir(parents=True, exist_ok=True)
            number, name = tempfile.mkstemp(dir=self._place.parent, prefix=f".{self._place.name}-")
            with os.fdopen(number, "wb") as file:
                file.write("".join(f"{mark}\n" for mark in marks).encode())
            Path(name).replace(self._place)
        except OSError:
            return


def _read(place: Path) -> list[str]:
    try:
        return [mark.decode() for mark in _MARK.findall(place.read_bytes())]
    except OSError:
        return []


def fixed(schemas: Iterable[Path]) -> bool:
    """Tell whether all files that make up the schemas are known: those that an RNC includes are not."""
    return not any(path.suffix == ".rnc" for path in schemas)


def _contents(schemas: Iterable[Path]) -> list[bytes]:
    """Return the contents of schemas and of all files that they name as parts of themselves."""
    contents: dict[Path, bytes] = {}
    waiting = [path.resolve() for path in schemas]
    while waiting:
        path = waiting.pop()
        if path in contents:
            continue
        try:
            contents[path] = path.read_bytes()
            root = etree.fromstring(contents[path], etree.XMLParser(resolve_entities=False, no_network=True))
        except (OSError, etree.XMLSyntaxError):  # compiling it says what is wrong
            contents.setdefault(path, b"")
            continue
        for element in root.iter("*"):
            name = element.get("href") or element.get("schemaLocation")
            if name and etree.QName(element).localname in _PARTS and ":" not in name:
                waiting.append((path.parent / name.partition("#")[0]).resolve())
    return [part for path in sorted(contents) for part in (path.name.encode(), contents[path])]

"""What was found in a file need not be sought again: findings by digest, in the user's cache folder.

A digest stands for a file's content, for all files that the schemas are made of, and for the program. Each line holds
one, a digest of the line itself, and the findings: a damaged line, or a lost file, costs a check and nothing else.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from encoder.check.finding import Finding
from encoder.kept import digest, program
from encoder.resources import cache_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LINE = re.compile(r"^([0-9a-f]{64}) ([0-9a-f]{64}) (\[.*\])$", re.MULTILINE)
_MOST = 16_000_000
"""Characters that are kept, the newest lines: some 100,000 files without fault, 30,000 with one or two findings."""
_PARTS = {"include", "externalRef", "extends", "import", "redefine", "override"}
"""The elements of RNG, XSD and Schematron that name another file of the same schema."""


def default_place() -> Path:
    """Return where the list is kept if the user names no place: `validated` in the user's cache folder."""
    return cache_folder() / "validated"


class Memory:
    """The list at one place, for one set of schemas."""

    def __init__(self, place: Path, schemas: Sequence[Path]) -> None:
        """Read the list at `place`: what cannot be read is nothing. Without `schemas` the project's own are meant."""
        self._place = place
        self._schemas = digest(program("schema"), *_contents(schemas))
        self._known = _read(place)
        self._new: dict[str, str] = {}

    def mark(self, content: bytes) -> str:
        """Return the digest of a file's content, for these schemas."""
        return digest(self._schemas, content)

    def recall(self, mark: str, path: str) -> list[Finding] | None:
        """Return what was found in a content, as of the file at `path`; None where nothing is known of it."""
        if mark not in self._known:
            return None
        return [
            Finding(rule, severity, message, path, *place)
            for rule, severity, message, *place in json.loads(self._known[mark])
        ]

    def add(self, mark: str, findings: Sequence[Finding]) -> None:
        """Remember all that was found in a content."""
        rows = [(each.rule, each.severity, each.message, each.line, each.column, each.xpath) for each in findings]
        self._known[mark] = self._new[mark] = json.dumps(rows)

    def keep(self) -> None:
        """Write the list whole, with what other runs have added; a place that cannot be written is left as it is."""
        if not self._new:
            return
        rows = {mark: row for mark, row in _read(self._place).items() if mark not in self._new} | self._new
        lines = [f"{mark} {digest(mark, row)} {row}\n" for mark, row in rows.items()]
        sizes = accumulate(map(len, reversed(lines)))
        kept = sum(1 for size in sizes if size <= _MOST)
        try:
            self._place.parent.mkdir(parents=True, exist_ok=True)
            number, name = tempfile.mkstemp(dir=self._place.parent, prefix=f".{self._place.name}-")
            with os.fdopen(number, "w", encoding="ascii") as file:
                file.writelines(lines[len(lines) - kept :])
            Path(name).replace(self._place)
        except OSError:
            return


def _read(place: Path) -> dict[str, str]:
    try:
        lines = _LINE.findall(place.read_text("ascii", "replace"))
    except OSError:
        return {}
    return {mark: row for mark, seal, row in lines if seal == digest(mark, row)}


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

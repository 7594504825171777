"""Whether everything in a bag, and every path that its manifests name, stays in its folder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from encoder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MANIFESTS = re.compile(r"(tag)?manifest-[a-z0-9]+\.txt")
_LINE = re.compile(r"\S+\s+\*?(?P<name>.+)")
_FETCHED = re.compile(r"\S+\s+\S+\s+(?P<name>.+)")
"""A line of fetch.txt: address, length, path (RFC 8493, 2.2.3)."""
_DRIVE = re.compile(r"[A-Za-z]:")


def unsafe(bag: Path) -> Iterator[Problem]:
    """Yield a problem for each link, for each thing that is no file (reading a pipe waits forever), for each path."""
    for path in sorted(bag.rglob("*")):
        if path.is_symlink():
            yield Problem("bag-path", "A link in a bag may lead out of it: it is not read.", str(path))
        elif not path.is_file() and not path.is_dir():
            yield Problem("bag-path", "This is neither a file nor a folder: it is not read.", str(path))
    for path in sorted(bag.glob("*.txt")):
        line = _FETCHED if path.name == "fetch.txt" else _LINE if _MANIFESTS.fullmatch(path.name) else None
        if line is None or path.is_symlink() or not path.is_file():
            continue
        for number, text in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            found = line.fullmatch(text)
            if found and leaves(found["name"]):
                yield Problem(
                    "bag-path", f"“{found['name']}” leads out of the bag: nothing is read.", str(path), number
                )


def leaves(name: str) -> bool:
    """Whether a path leads out of its folder on some system: upwards, from a root, a drive or a home, in per cent."""
    for spelt in (name, unquote(name)):
        parts = spelt.replace("\\", "/").split("/")
        if parts[0] == "" or parts[0].startswith("~") or ".." in parts or _DRIVE.match(spelt):
            return True
    return False

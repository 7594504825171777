"""The search index of the web edition: made by Pagefind, and settled, so that the same pages give the same bytes.

Pagefind 1.5 writes the values of a filter in an order that changes from run to run, and names files by the digest of
what they hold. All else of it is stable. Its files are CBOR (RFC 8949) after a mark, in a gzip member.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import zlib
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from encoder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    Cbor = int | str | list["Cbor"]

_MARK = b"pagefind_dcd"
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""What Pagefind brings along for pages that have no search form of their own."""
_STORED = 0xFFFF
"""The most bytes that a block of gzip can hold uncompressed (RFC 1951, 3.2.4)."""


class Search:
    """The index of the search of some `pages`, being made by a process of its own for the folder `out`."""

    def __init__(self, pages: Iterable[Path], out: Path) -> None:
        self._out = out / "pagefind"
        self._run: subprocess.Popen[str] | None = None
        if find_spec("pagefind") is None:
            return
        # pages that are kept are elsewhere, and pages of lists are none to be searched
        self._aside = tempfile.TemporaryDirectory(prefix=".search-", dir=out)
        site = Path(self._aside.name) / "site"
        site.mkdir()
        for page in pages:
            _link(page, site / page.name)
        self._index = site.with_name("index")
        command = [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"]
        # a note's number or a page's is no word of the document
        command += ["--output-path", str(self._index), "--exclude-selectors", "[data-label]"]
        pipes = subprocess.PIPE
        self._run = subprocess.Popen(command, stdout=pipes, stderr=pipes, text=True, encoding="utf-8")  # noqa: S603 (no shell)

    def finished(self) -> list[Problem]:
        """Wait for the index, and return what went wrong."""
        if self._run is None:
            message = "The edition has no search: install it with “pip install 'pagefind[bin]'”."
            return [Problem("search-missing", message)]
        said, wrong = self._run.communicate()
        with self._aside:
            if self._run.returncode or not (self._index / "pagefind-entry.json").is_file():
                reason = (wrong or said).strip().splitlines()
                message = f"The edition has no search: Pagefind said “{''.join(reason[-1:])}”."
                return [Problem("search-missing", message)]
            for pattern in _UNUSED:
                for path in self._index.glob(pattern):
                    path.unlink()
            _settle(self._index)
            shutil.rmtree(self._out, ignore_errors=True)
            self._index.replace(self._out)
        return []


def _link(page: Path, place: Path) -> None:
    try:
        place.hardlink_to(page)
    except OSError:
        shutil.copyfile(page, place)


def _settle(index: Path) -> None:
    """Put filters and their values in order, and rename what is named by its digest."""
    names = {}
    for path in sorted((index / "filter").glob("*.pf_filter")):
        content = _opened(path)
        content[1].sort()
        names[path.stem] = _renamed(path, content)
    for path in sorted(index.glob("*.pf_meta")):
        content = _opened(path)
        # version, pages, chunks of the index, filters (name, file), sorts, fields
        content[3] = sorted([name, names[file]] for name, file in content[3])
        names[path.stem.partition(".")[2]] = _renamed(path, content)
    entry = json.loads((index / "pagefind-entry.json").read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        language["hash"] = names.get(language["hash"], language["hash"])
    entry["languages"] = dict(sorted(entry["languages"].items()))
    text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
    (index / "pagefind-entry.json").write_text(text, encoding="utf-8")


def _opened(path: Path) -> list:  # type: ignore[type-arg]  # its items are of many types
    content = gzip.decompress(path.read_bytes()).removeprefix(_MARK)
    value, _ = _decoded(content, 0)
    if not isinstance(value, list):
        raise TypeError(f"{path.name} holds no array")
    return value


def _renamed(path: Path, content: Cbor) -> str:
    """Write `content` in place of the file, named by its digest; return that name without its ending."""
    packed = _gzipped(_MARK + _encoded(content))
    before, underscore, old = path.stem.rpartition("_")
    name = f"{before}{underscore}{hashlib.sha256(packed).hexdigest()[: len(old)]}"
    path.unlink()
    path.with_name(name + path.suffix).write_bytes(packed)
    return name.partition(".")[2] or name


def _decoded(content: bytes, at: int) -> tuple[Cbor, int]:
    """Return the value at an offset (a number, a text or an array), and the offset after it."""
    kind, size = content[at] >> 5, content[at] & 31
    width = 1 << (size - 24) if 24 <= size <= 27 else 0
    number = int.from_bytes(content[at + 1 : at + 1 + width], "big") if width else size
    at += 1 + width
    match kind:
        case 0:
            return number, at
        case 3:
            return content[at : at + number].decode("utf-8"), at + number
        case 4:
            items: list[Cbor] = []
            for _ in range(number):
                item, at = _decoded(content, at)
                items.append(item)
            return items, at
    raise ValueError(f"CBOR of a kind that Pagefind 1.5 does not write: {kind}")


def _encoded(value: Cbor) -> bytes:
    match value:
        case int():
            return _head(0, value)
        case str():
            text = value.encode()
            return _head(3, len(text)) + text
        case _:
            return _head(4, len(value)) + b"".join(_encoded(item) for item in value)


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    width = next(width for width in (0, 1, 2, 3) if number < 1 << (8 << width))
    return bytes([kind << 5 | 24 + width]) + number.to_bytes(1 << width, "big")


def _gzipped(content: bytes) -> bytes:
    """Return a gzip member that stores its content: how zlib compresses differs between its versions."""
    parts = [content[start : start + _STORED] for start in range(0, len(content), _STORED)] or [b""]
    blocks = [
        bytes([place == len(parts)])
        + len(part).to_bytes(2, "little")
        + (len(part) ^ _STORED).to_bytes(2, "little")
        + part
        for place, part in enumerate(parts, 1)
    ]
    trailer = zlib.crc32(content).to_bytes(4, "little") + (len(content) & 0xFFFFFFFF).to_bytes(4, "little")
    return b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff" + b"".join(blocks) + trailer

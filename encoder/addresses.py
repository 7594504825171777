"""Sources and outputs at an address that fsspec knows, such as `s3://bucket/letters`: a folder here stands for each.

What a store holds is fetched where it changed since, and what a build made is put there where it differs; both are
compared file by file, so that an interrupted run is completed by the next.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from fsspec.core import url_to_fs

from encoder.kept import digest
from encoder.manifest import MANIFEST, inside, read_manifest
from encoder.problems import Problem
from encoder.resources import cache_folder
from encoder.workers import batches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from fsspec import AbstractFileSystem

_SEEN = "seen.json"
"""What the store said of each file when it was fetched."""
_TELLS = ("ETag", "etag", "md5", "LastModified", "mtime", "created", "size")
"""What stores say of a file that is another when the file is."""
_TOGETHER = 64
"""How many files are put at once: a store answers late, and one after the other would wait for each."""


class AddressError(ConnectionError):
    """An address that cannot be read or written; the message says why and what to do."""


def fetched(address: str) -> Path:
    """Return a folder with what is at an address, as it is there now. Raises AddressError."""
    home = _home(address)
    folder = home / (_name(address) or "source")
    folder.mkdir(parents=True, exist_ok=True)
    with _told(address, "read"):
        store, root = _store(address)
        found = {
            name: {key: str(facts[key]) for key in _TELLS if key in facts}
            for path, facts in store.find(root, detail=True).items()
            if inside(name := path.removeprefix(root).lstrip("/")) and name
        }
        seen = _seen(home)
        wanted = [name for name, tells in found.items() if not _is_there(folder / name, tells, seen.get(name))]
        for name in wanted:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if wanted:
            store.get([f"{root}/{name}" for name in wanted], [str(folder / name) for name in wanted])
        for path in [path for path in folder.rglob("*") if path.is_file()]:
            if path.relative_to(folder).as_posix() not in found:
                path.unlink()
        (home / _SEEN).write_text(json.dumps(found), encoding="utf-8")
    if not found:
        raise AddressError(f"There is nothing at {address}.")
    return folder


@contextmanager
def put(address: str, problem: Callable[[Problem], None]) -> Iterator[Path]:
    """Yield a folder to build in, and put what differs at an address when that is done. Raises AddressError.

    A file there that the program did not make is left as it is, and told to `problem`.
    """
    folder = _home(address) / "output"
    folder.mkdir(parents=True, exist_ok=True)
    yield folder
    with _told(address, "written"):
        store, root = _store(address)
        store.invalidate_cache()
        known, made = _known(store, root), read_manifest(folder)
        wanted = [name for name, sha256 in made.items() if known.get(name) != sha256]
        for name in [name for name in wanted if name not in known and _is_foreign(store, f"{root}/{name}", made[name])]:
            wanted.remove(name)
            message = (
                "This file was not made by engross and was left as it is: move it away, or choose another address."
            )
            problem(Problem("output-foreign", message, f"{address.rstrip('/')}/{name}"))
        if known != made:
            # first the promise, then the deed: what an interrupted run has put is known to the next
            _put(store, root, {MANIFEST: _manifest({**known, **{name: known.get(name, "") for name in wanted}})})
            for names in batches(wanted, _TOGETHER):
                _put(store, root, {name: (folder / name).read_bytes() for name in names})
            for path in [f"{root}/{name}" for name in known if name not in made]:
                if store.exists(path):
                    store.rm_file(path)
            _put(store, root, {MANIFEST: (folder / MANIFEST).read_bytes()})


def _put(store: AbstractFileSystem, root: str, contents: Mapping[str, bytes]) -> None:
    for parent in sorted({f"{root}/{name}".rpartition("/")[0] for name in contents}):
        store.makedirs(parent, exist_ok=True)
    store.pipe({f"{root}/{name}": content for name, content in contents.items()})


def _manifest(files: Mapping[str, str]) -> bytes:
    return json.dumps({"files": files}).encode()


def _store(address: str) -> tuple[AbstractFileSystem, str]:
    store, root = url_to_fs(address)
    return store, str(root).rstrip("/")


@contextmanager
def _told(address: str, done: str) -> Iterator[None]:
    """Turn what a store raises, each its own, into one AddressError."""
    try:
        yield
    except AddressError:
        raise
    except Exception as error:  # stores have no error in common
        raise AddressError(f"{address} cannot be {done}: {type(error).__name__}: {error}.") from error


def _home(address: str) -> Path:
    return cache_folder() / digest(address.rstrip("/"))[:16]


def _name(address: str) -> str:
    name = address.rstrip("/").rpartition("/")[2]
    return name if inside(name) and name not in {".", _SEEN} else ""


def _seen(home: Path) -> Mapping[str, Any]:
    try:
        table = json.loads((home / _SEEN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return table if isinstance(table, dict) else {}


def _is_there(path: Path, tells: Mapping[str, str], seen: object) -> bool:
    """Whether a file was fetched as it is now: the store must say something of it that changes with it."""
    return path.is_file() and seen == tells and len(tells) > 1 and str(path.stat().st_size) == tells.get("size")


def _known(store: AbstractFileSystem, root: str) -> dict[str, str]:
    try:
        files = json.loads(store.cat_file(f"{root}/{MANIFEST}"))["files"]
        return {str(name): str(sha256) for name, sha256 in files.items() if inside(str(name))}
    except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _is_foreign(store: AbstractFileSystem, path: str, sha256: str) -> bool:
    """Whether something else than the file with this SHA-256 is at a path."""
    return bool(store.exists(path)) and hashlib.sha256(store.cat_file(path)).hexdigest() != sha256

"""The manifest of an output folder, its lock, and the moment when its files change: moves, written down first."""

from __future__ import annotations

import fcntl
import json
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MANIFEST = ".engross.json"
MEMORY = ".engross"
"""The hidden folder of what this machine remembers of an output; no part of the edition."""
NEW = "new"
"""In the memory: the folder of what is being made."""
_MOVES = "moves.json"
"""In the memory: what is being moved into place. A run that finds it there ends that first."""


def read_manifest(folder: Path) -> dict[str, str]:
    """Return the files that the program made in a folder, with their SHA-256; none where there is no manifest."""
    return _names(_table(folder / MANIFEST), "files")


def _table(path: Path) -> Mapping[str, Any]:
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return table if isinstance(table, dict) else {}


def _names(table: Mapping[str, Any], key: str) -> dict[str, str]:
    """Return the files of a table that anyone may have changed: those that stay in their folder."""
    files = table.get(key)
    found = files if isinstance(files, dict) else {}
    return {str(name): str(digest) for name, digest in found.items() if inside(str(name))}


def inside(name: str) -> bool:
    """Whether a name that anyone may have written stays in its folder."""
    path = Path(name)
    return not path.is_absolute() and ".." not in path.parts


def locked(memory: Path) -> IO[str]:
    """Return the lock of an output, taken; it ends with the process. Raises BlockingIOError where another has it."""
    if not memory.is_dir():
        memory.mkdir()
        (memory / ".gitignore").write_text("*\n", encoding="utf-8")
    lock = (memory / "lock").open("a", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if isinstance(error, BlockingIOError):
            lock.close()
            raise
        # a file system without locks: nobody is kept out
    return lock


def promise(folder: Path, moves: Iterable[str], deletes: Iterable[str], files: Mapping[str, str]) -> None:
    """Write down what `move_all` shall do."""
    table = {"moves": dict.fromkeys(moves, ""), "deletes": dict.fromkeys(deletes, ""), "files": files}
    _write_json(folder / MEMORY / _MOVES, table)


def move_all(folder: Path) -> None:
    """Do what was written down: move files into place, delete others, and write the manifest; then forget it.

    Doing it again after an interruption ends the same way.
    """
    promise = folder / MEMORY / _MOVES
    if not promise.exists():
        return
    if table := _table(promise):
        files = _names(table, "files")
        # first the promise, then the deed: a file that is moved is in the manifest already
        _write_manifest(folder, {**read_manifest(folder), **files})
        for name in _names(table, "moves"):
            source, target = folder / MEMORY / NEW / name, folder / name
            if source.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                source.replace(target)
        for name in _names(table, "deletes"):
            (folder / name).unlink(missing_ok=True)
            _remove_empty((folder / name).parent, folder)
        _write_manifest(folder, files)
    promise.unlink()


def _write_manifest(folder: Path, files: Mapping[str, str]) -> None:
    if read_manifest(folder) != files:
        _write_json(folder / MANIFEST, {"files": dict(sorted(files.items()))})


def _write_json(path: Path, table: Mapping[str, object]) -> None:
    aside = path.with_name(f"{path.name}.new")
    aside.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    aside.replace(path)


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent

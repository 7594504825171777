"""An output folder: written aside and moved into place file by file; what the program did not make is never touched.

The folder's manifest, `.engross.json`, lists the files that the program made with their SHA-256. A build that dies
leaves each file whole, old or new, and the next build completes it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from encoder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

MANIFEST = ".engross.json"
_STAGING = ".engross-"


class OutputError(Exception):
    """An output folder that cannot be written; `problem` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Output:
    """Collects the files of one run in `staging`, and publishes them together. Use it as a context manager."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for left in folder.glob(f"{_STAGING}*"):
                shutil.rmtree(left)
            self.staging = Path(tempfile.mkdtemp(prefix=_STAGING, dir=folder))
        except OSError as error:
            raise self._unwritable(error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.staging, ignore_errors=True)

    def write(self, name: str, content: str) -> Path:
        """Put a file of this run aside; `name` is its path in the folder, with slashes. Returns where it is now."""
        path = self.staging / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")
        return path

    def shown(self, problem: Problem) -> Problem:
        """Return a problem of a file that was put aside as one of the file that it becomes."""
        path = Path(problem.path)
        if not path.is_relative_to(self.staging):
            return problem
        return replace(problem, path=str(self.folder / path.relative_to(self.staging)))

    def publish(self) -> list[Problem]:
        """Move what is new or changed into place, and delete what an earlier run made and this one did not.

        Files that stand in the way and that the program did not make are left alone, each with a problem.
        Raises OutputError where the folder cannot be written.
        """
        made = {
            path.relative_to(self.staging).as_posix(): _digest(path)
            for path in sorted(self.staging.rglob("*"))
            if path.is_file()
        }
        known = read_manifest(self.folder)
        foreign = [name for name, digest in made.items() if name not in known and self._differs(name, digest)]
        for name in foreign:
            del made[name]
        try:
            # first the promise, then the deed: a file that is moved is in the manifest already
            self._write_manifest({**known, **made})
            for name, digest in made.items():
                target = self.folder / name
                if known.get(name) != digest or not target.is_file() or _digest(target) != digest:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    (self.staging / name).replace(target)
            for name in sorted(set(known) - set(made)):
                (self.folder / name).unlink(missing_ok=True)
                _remove_empty((self.folder / name).parent, self.folder)
            self._write_manifest(made)
        except OSError as error:
            raise self._unwritable(error) from error
        return [self._foreign(name) for name in foreign]

    def _differs(self, name: str, digest: str) -> bool:
        target = self.folder / name
        return target.exists() and (target.is_dir() or _digest(target) != digest)

    def _write_manifest(self, files: Mapping[str, str]) -> None:
        text = json.dumps({"files": dict(sorted(files.items()))}, indent=1, ensure_ascii=False) + "\n"
        path = self.folder / MANIFEST
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            return
        aside = self.staging.with_name(f"{self.staging.name}.json")
        aside.write_text(text, encoding="utf-8", newline="\n")
        aside.replace(path)

    def _foreign(self, name: str) -> Problem:
        message = "This file was not made by engross and was left as it is: move it away, or choose another folder."
        return Problem("output-foreign", message, str(self.folder / name))

    def _unwritable(self, error: OSError) -> OutputError:
        reason = error.strerror or str(error)
        message = f"The output folder cannot be written: {reason}. Choose another with -o, or make room."
        return OutputError(Problem("output-unwritable", message, str(self.folder)))


def read_manifest(folder: Path) -> dict[str, str]:
    """Return the files that the program made in a folder, with their SHA-256; none where there is no manifest."""
    try:
        table = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = table["files"]
        return {str(name): str(digest) for name, digest in files.items() if _inside(str(name))}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _inside(name: str) -> bool:
    """Whether a name from a manifest, which anyone may have changed, stays in its folder."""
    path = Path(name)
    return not path.is_absolute() and ".." not in path.parts


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent

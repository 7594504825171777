"""Checking TEI files, ours or anyone's: which files, and what is wrong with each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from encoder.check.checks import Checks, complete
from encoder.check.finding import Finding
from encoder.check.memory import Memory, fixed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


class Checked(NamedTuple):
    """A file, and what is wrong with it. One that is `unchanged` was not checked again."""

    path: Path
    findings: list[Finding]
    unchanged: bool = False


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Return the files that are named, and of each folder that is named the .xml files in and below it, sorted."""
    found: dict[Path, None] = {}
    for path in paths:
        below = sorted(path.rglob("*.xml")) if path.is_dir() else [path]
        found.update(dict.fromkeys(below))
    return list(found)


def validate(
    paths: Iterable[Path],
    *,
    grammars: Sequence[Path] = (),
    rule_files: Sequence[Path] = (),
    from_file: bool = False,
    memory: Path | None = None,
) -> list[Checked]:
    """Check each file of `files_in(paths)`, in that order, and say what is wrong with it.

    The schemas are those of `Checks`. `memory` is a file that remembers what these schemas found in which contents
    (`encoder.check.memory`), so that they are not checked again. Raises encoder.check.checks.CheckError.
    """
    checks = Checks(grammars, rule_files, from_file=from_file)
    schemas = [*grammars, *rule_files]
    # what a file's own instructions name may have changed: only fixed schemas can be remembered
    known = Memory(memory, schemas) if memory is not None and not from_file and fixed(schemas) else None
    checked: list[Checked] = []
    marks: dict[str, str] = {}
    for path in files_in(paths):
        name = str(path)
        try:
            xml = path.read_bytes()
        except OSError as error:
            checked.append(
                Checked(path, [Finding("file-unreadable", "error", f"cannot be read: {error.strerror}", name)])
            )
            continue
        mark = known.mark(xml) if known else ""
        recalled = known.recall(mark, name) if known else None
        if recalled is None:
            marks[name] = mark
        found = checks.findings(xml, name, path.parent) if recalled is None else recalled
        checked.append(Checked(path, found, unchanged=recalled is not None))
    full = checks.full_lists({str(path): found for path, found, _ in checked})
    if known:
        for name, mark in marks.items():
            if complete(full[name]):
                known.add(mark, full[name])
        known.keep()
    return [Checked(path, full[str(path)], unchanged) for path, _, unchanged in checked]

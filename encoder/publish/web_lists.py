"""The lists of a web edition: the pages that show many documents, made by `xslt/web/lists.xsl`.

They are made in parts, each from no more of the entries than it shows: a sentence that changed makes the pages of
people again, and no timeline.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lxml import etree

from encoder.kept import digest, program
from encoder.problems import Problem
from encoder.publish.saxon import StylesheetError, stylesheet
from encoder.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from encoder.kept import Kept
    from encoder.publish.web_documents import Shown
    from encoder.publish.web_sources import Parameters

_PARTS = {
    "front": ("person",),
    "people": ("person", "correspondent", "mention"),
    "indexes": ("place", "term", "kept"),
    "time": ("date",),
    "network": ("correspondent",),
    "editors": ("open",),
}
"""The parts that the stylesheet knows, and the elements of an entry that each shows; all show its attributes."""


def write_lists(
    shown: Sequence[Shown], out: Path, parameters: Parameters, kept: Kept, problems: list[Problem]
) -> set[str]:
    """Write the pages of the edition that no earlier run made, and return the addresses of all."""
    entries = [_split(one.entry) for one in shown]
    of = digest(program("xslt"), json.dumps(dict(parameters), sort_keys=True))
    made: set[str] = set()
    there = _visible(out)
    for part, names in _PARTS.items():
        catalogue = "".join(_entry(*entry, names) for entry in entries)
        name, of_part = f"lists {part}", digest(of, catalogue)
        if (result := kept.get(name, of_part)) and isinstance(result.value, list):
            made.update(result.value)
            continue
        try:
            lists = stylesheet(resource("xslt/web/lists.xsl"))
            lists.transform_into(out, f"<catalogue>{catalogue}</catalogue>", {**parameters, "part": part})
        except StylesheetError as error:
            problems.append(Problem("stylesheet", f"The lists of the edition cannot be made: {error}."))
            there = _visible(out)
            continue
        before, there = there, _visible(out)
        files = sorted(path.relative_to(out).as_posix() for path in there - before)
        kept.put(name, of_part, files, value=files)
        made.update(files)
    return made


def _split(entry: str) -> tuple[str, list[tuple[str, str]]]:
    """Return an entry without what is in it, and its elements: the name of each, and all of it."""
    root = etree.fromstring(entry.encode())
    parts = [(child.tag, etree.tostring(child, encoding="unicode")) for child in root]
    root[:] = []
    return etree.tostring(root, encoding="unicode").removesuffix("/>"), parts


def _entry(start: str, parts: Iterable[tuple[str, str]], names: Sequence[str]) -> str:
    return f"{start}>{''.join(part for name, part in parts if name in names)}</entry>"


def _visible(out: Path) -> set[Path]:
    """Return the files of a folder, without what is put aside in hidden ones."""
    return {
        path for path in out.rglob("[!.]*") if path.is_file() and not path.relative_to(out).parts[0].startswith(".")
    }

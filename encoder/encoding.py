"""Encoding one document: read, annotate, settle, write, and check what was written against what was read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from encoder.annotators import annotators_of
from encoder.check.fidelity import fidelity_problem
from encoder.check.rules import rules
from encoder.check.schema import grammar
from encoder.conventions import convention as convention_of
from encoder.facsimiles import missing
from encoder.found import found_in
from encoder.overlap import settle
from encoder.problems import Problem
from encoder.readers import read
from encoder.readers.text import source_of
from encoder.tei import TeiError, document_of, leaves_of, parsed, write

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.found import Found
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
    found: tuple[Found, ...] = ()
    """The people it names who are in no list."""


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
        problems = (*document.problems, *missing(document, self.edition), *self._checked(document, tei, source.text))
        published = not any(problem.code in {"text-lost", "schema"} for problem in problems)
        return Encoded(identifier, tei if published else "", problems, _counts(document), tuple(found_in(document)))

    def _checked(self, document: Document, tei: str, source: str) -> tuple[Problem, ...]:
        """Return what is wrong with the TEI of a document: lost text, a broken grammar."""
        xml = tei.encode()
        written = f"{document.id}.xml"
        try:
            root = parsed(xml)
            again = replace(document_of(root), source=document.source)
        except TeiError as error:
            return (Problem("xml-syntax", str(error), written, error.line),)
        lost = fidelity_problem(again, source, convention_of(self.edition.convention))
        found = [lost] if lost else []
        found += [finding.problem() for finding in grammar().findings(root, xml, written)]
        if not any(problem.severity == "error" for problem in (*document.problems, *found)):
            # a fault that reading has named already would only come back in a rule's words; warnings are for `validate`
            found += [finding.problem() for finding in rules(errors=True).findings(root, xml, written)]
        return tuple(found)


def _counts(document: Document) -> Mapping[str, int]:
    spans = Counter(COUNTED[span.name] for span in document.spans if span.name in COUNTED)
    notes = sum(block.kind == "note" for block in document.blocks)
    return {"documents": 1, "notes": notes, **spans}

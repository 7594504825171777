"""Abbreviations of an edition's list: `gloss` with `@target`, the longest first, never inside another word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from encoder.conventions import convention
from encoder.model import ENGROSS, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from encoder.model import Annotator, Document, Edition, Term

OFFICE_BEFORE = re.compile(
    r"\b(?:[Cc]leared|[Cc]oncurred|[Aa]pproved|[Cc]oordinated|[Dd]rafted)\b[^.;\n]*?(?:\b(?:in|by|with|and)|,) $"
)
OFFICE_AFTER = re.compile(r"(?:[,;)]|\.(?! [A-Z]\w+ [A-Z]))?(?: |$|\))(?![A-Z]\.)")
ORDINARY_LETTERS = 3


def annotator(edition: Edition) -> Annotator:
    """Return an annotator that marks the abbreviations of the edition's list of terms."""
    targets = labels(edition.terms, convention(edition.convention).words)
    if not targets:
        return lambda document: document
    forms = list(targets)
    automaton = AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest)

    def annotate(document: Document) -> Document:
        text = document.text
        spans = []
        for number, start, end in automaton.find_matches_as_indexes(text):
            if stands_alone(text, start, end):
                target = (("target", f"#{targets[forms[number]]}"),)
                spans.append(Span("gloss", start, end, target, ENGROSS, "high"))
        return document.with_spans(spans)

    return annotate


def stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether the abbreviation is a word of its own; one letter only where it is an office that cleared."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or after.isalnum():
        return False
    if end - start == 1:
        return bool(OFFICE_BEFORE.search(text, max(0, start - 200), start) and OFFICE_AFTER.match(text, end))
    return True


def labels(terms: Iterable[Term], words: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return the id of the term that each printed form stands for; a list's own form goes before a derived one."""
    ordinary = {word.lower() for word in words["ordinary_words"]} | {name.lower() for name in words["given_names"]}
    listed: dict[str, str] = {}
    derived: dict[str, str] = {}
    for term in terms:
        for label in _labels(term.label):
            if label.lower() not in ordinary or label.isupper():
                listed.setdefault(label, term.id)
            for form in _spellings(label):
                if form.lower() not in ordinary:
                    derived.setdefault(form, term.id)
    return {**derived, **listed}


def _labels(label: str) -> Iterator[str]:
    """Yield the forms that one entry lists: `PBS, PBSUCCESS`; `HICOM/HICOMRY`; `Herut (Tenuat Haherut)`."""
    bare = re.sub(r" \(.*\)$", "", label).strip()
    first, slash, second = bare.partition("/")
    if slash and second.startswith(first) and len(first) > 1:
        bare = f"{first}, {second}"
    yield from filter(None, (part.strip() for part in bare.split(",")))


def _spellings(label: str) -> Iterator[str]:
    """Yield other ways to print a label: `FedRep` for `Fed Rep`, `PHP` for `P.H.P.`, `Ger` for `GER`, `niact`."""
    yield label.replace(" ", "")
    if re.fullmatch(r"(?:[A-Z]\.){2,}", label):
        yield label.replace(".", "")
    if len(label) > ORDINARY_LETTERS - 1 and label.isalpha():
        yield label.upper()
        yield label.capitalize()
        if len(label) > ORDINARY_LETTERS and not label.isupper():
            yield label.lower()
    yield label.replace("(", "/").replace(")", "").replace("//", "/")

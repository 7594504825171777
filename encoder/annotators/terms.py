"""Abbreviations of an edition's list: `gloss` with `@target`, the longest first, never inside another word.

What is marked is the abbreviation as the list has it, without the `s` of a plural. An office of one letter (`U`) is
marked only among those who drafted, cleared, approved or got a paper. In a text all in capitals an abbreviation that is
also a word (`ONE`, `ACTION`) is left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from encoder.annotators.term_forms import ORDINARY_LETTERS, forms_of, is_office
from encoder.conventions import convention
from encoder.model import ENGROSS, Span

if TYPE_CHECKING:
    from collections.abc import Collection

    from encoder.model import Annotator, Document, Edition

_CLEARED = re.compile(
    r"\b(?:[Cc]leared|[Cc]oncurred|[Aa]pproved|[Cc]oordinated|[Dd]rafted)\b[^.;\n]*?(?:\b(?:in|by|with|and)|,) $"
    r"|\b[Cc]opies (?:\w+ ){0,3}to (?:[A-Z][\w/]*,? (?:and (?:to )?)?)*$"
)
_CLEARED_AFTER = re.compile(
    r"[,;)]|\.(?! [A-Z]\w+[ ,.][A-Za-z]*[A-Z]|[A-Z])|$| (?:and|or|on|for|in|with)\b", re.MULTILINE
)
_INITIAL = re.compile(r"\. [A-Z]")
_TITLE = re.compile(r"\b(?:Secretary|Counselor|Adviser|Advisor|Director), $")
_BEFORE_NAME = re.compile(r"—(?:Mr|Mrs|Miss|Dr|Ambassador|The (?:\w+ )*Secretary)\b")
_COPIES = re.compile(r"\b(?:COPIES TO|Copies to|Copies|cc|CC):[\sA-Z/,]*$")
_COPIES_AFTER = re.compile(r"[\s,;]|$")
_PLURAL = re.compile(r"s(?![^\W_])")
_FAR = 200
_AROUND = 40
"""So many characters on each side show whether a text is all in capitals."""


def annotator(edition: Edition) -> Annotator:
    """Return an annotator that marks the abbreviations of the edition's list of terms."""
    words = convention(edition.convention).words
    targets = forms_of(edition.terms, words)
    if not targets:
        return lambda document: document
    forms = list(targets)
    plain = {form for form in forms if len(form) >= ORDINARY_LETTERS and form.lower() in words["ordinary_words"]}
    offices = {term.label for term in edition.terms if is_office(term)}
    automaton = AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest)

    def annotate(document: Document) -> Document:
        text = document.text
        spans = []
        for number, start, longest in automaton.find_matches_as_indexes(text):
            if start and text[start - 1].isalnum():
                continue
            goes_on = text[longest : longest + 1].isalnum()
            # The first letter of a word is most of what is found, and is nothing.
            if goes_on and longest - start == 1:
                continue
            form = _whole(text, start, longest, forms[number], targets) if goes_on else forms[number]
            end = start + len(form)
            if not form or (len(form) == 1 and not (form in offices and _is_among_offices(text, start, end))):
                continue
            if form in plain and _in_capitals(text, start, end):
                continue
            spans.append(Span("gloss", start, end, (("target", f"#{targets[form]}"),), ENGROSS, "high"))
        return document.with_spans(spans)

    return annotate


def _whole(text: str, start: int, end: int, form: str, forms: Collection[str]) -> str:
    """Return `form`, which ends at `end`, or the longest shorter one that is no part of a longer word; else nothing."""
    while not _ends(text, end, form):
        end -= 1
        while end > start and text[start:end] not in forms:
            end -= 1
        form = text[start:end]
    return form


def _ends(text: str, end: int, form: str) -> bool:
    """Return whether a word ends at `end`, the `s` of a plural aside."""
    if not form or not text[end : end + 1].isalnum():
        return True
    has_plural = len(form) > 1 and form[-1] not in "sS." and (form[-2:].isupper() or len(form) > 2)
    return has_plural and bool(_PLURAL.match(text, end))


def _is_among_offices(text: str, start: int, end: int) -> bool:
    """Return whether the letter stands where papers name offices: who cleared them, got them, or took part."""
    before = max(0, start - _FAR)
    if start == 0 or text[start - 1] == "\n":
        listed = bool(_BEFORE_NAME.match(text, end))
    else:
        listed = text[end : end + 1] in {"", "\n"} and bool(_TITLE.search(text, before, start))
    if listed or (_COPIES_AFTER.match(text, end) and _COPIES.search(text, before, start)):
        return True
    if not _CLEARED_AFTER.match(text, end) or (text.endswith("by ", 0, start) and _INITIAL.match(text, end)):
        return False
    return bool(_CLEARED.search(text, before, start))


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Return whether the line around the word is in capitals for long enough to be all so."""
    line = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before = text[max(line[0], start - _AROUND) : start]
    after = text[end : end + _AROUND if line[1] < 0 else min(line[1], end + _AROUND)]
    around = before + after
    return len(around) > _AROUND and around == around.upper()

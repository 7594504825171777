"""References to documents and notes: `Document 55`, `Documents 12–14`, `footnote 3, Document 99`, `footnote 2 above`.

What `Foreign Relations, 1961–1963, vol. XXII, Document 369` refers to is in another volume, whose address the series'
way of naming volumes tells.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.model import ENGROSS, Span
from encoder.tei.identity import local_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.model import Annotator, Document, Edition
    from encoder.problems import Problem

SERIES = "https://history.state.gov/historicaldocuments/"
"""Where the Office of the Historian publishes the volumes, each under its id: `frus1961-63v22/d369`."""

_NOTE = r"footnotes? (?P<{0}>\d+)"
_VOLUME = (
    r"Foreign Relations, (?P<first>\d{4})[-–](?P<last>\d{4}),? [Vv]ol(?:\.|ume) ?(?P<volume>[IVXLC]+|E[-–]\d+)"
    r"(?:, Part (?P<part>\d+))?"
)
VOLUME = re.compile(
    rf"{_VOLUME}(?:(?:(?!Foreign Relations|[a-z]\. )[^()\n]){{0,110}}?|,? (?:pp?\.|pages?) ?[\d\s–-]+\()"
    r"(?=Documents? \d)"
)
VOLUME_AFTER = re.compile(rf", {_VOLUME}")
"""Where the volume follows its document: `Document 253, Foreign Relations, 1969–1976, volume XVII`."""
DOCUMENT = re.compile(
    rf"(?:{_NOTE.format('before')}[,.] )?\bDocuments? (?P<n>\d+)(?!\d|[-–]?[A-Z]|/)"
    rf"(?:(?: and|,) {_NOTE.format('after')}(?: thereto)?)?"
)
MORE = re.compile(r"(?:[-–]|, (?:and )?| and )(\d+)(?![\d/]|,\d{3}| [A-Z][a-z]+ \d{4})")
NOTE_HERE = re.compile(
    r"\b[Ff]ootnote (\d+)(?: above| below)?(?! thereto|, Document| to [Dd]oc|, ibid|[-–]\d|, Foreign)"
)
_DOCUMENT_ID = re.compile(r"#(d\d+)")
BEFORE = re.compile(r"(?:footnotes? \d+,? (?:of|to|in) |footnotes (?:\d+, )*\d+ and |UN |U\.N\. |NSC |[A-Z]\. )$")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def annotator(edition: Edition) -> Annotator:
    """Return an annotator that adds `ref` with `@target`.

    A document of the edition is `#d55`. One that the edition does not hold is reported; its target is its address where
    the volume is published, as the document's `url` or the edition's tells it, and is left out where neither does.
    """

    def annotate(document: Document) -> Document:
        spans: list[Span] = []
        problems: list[Problem] = []
        here = local_id(document.id)
        for start, end, wanted in references(document.text, here):
            target = _target(wanted, document, edition)
            if target != wanted:
                message = f"“{document.text[start:end]}” is not in this edition: it leads to {target or 'nothing'}."
                problems.append(document.problem("reference-outside", message, start))
            attributes = (("target", target),) if target else ()
            spans.append(Span("ref", start, end, attributes, ENGROSS, "high"))
        return document.with_spans(spans, problems)

    return annotate


def _target(wanted: str, document: Document, edition: Edition) -> str:
    """Return where `wanted` (`#d55`) leads: itself where the edition holds it, its address elsewhere, or nothing."""
    found, here = _DOCUMENT_ID.match(wanted), local_id(document.id)
    if not found or found[1] == here or f"{document.id.removesuffix(here)}{found[1]}" in edition.held:
        return wanted
    own = document.facts.get("url", "")
    if own.endswith(f"/{here}"):
        return f"{own.removesuffix(here)}{found[1]}"
    volume = edition.facts.get("url", "") if not own else ""
    return f"{volume.rstrip('/')}/{found[1]}" if volume else ""


def references(text: str, here: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and target of every reference in `text`, a document called `here`, from left to right."""
    last = 0
    if "Document" in text:
        volumes = {found.end(): found for found in VOLUME.finditer(text)} if "Foreign Relations" in text else {}
        for found in _documents(text):
            before = text[max(0, found.start() - 40) : found.start()]
            if BEFORE.search(before):
                continue
            yield from _notes_here(text, last, found.start(), here)
            volume = volumes.get(found.start()) or volumes.get(found.start("n") - len("Document "))
            home = f"{SERIES}{volume_id(volume)}/" if volume else "#"
            start = volume.start() if volume else found.start()
            after = None if volume else VOLUME_AFTER.match(text, found.end())
            if after:
                home = f"{SERIES}{volume_id(after)}/"
            note = found["before"] or found["after"]
            number = f"d{found['n']}"
            end = after.end() if after else found.end()
            if volume and text[volume.end() - 1] == "(" and text[end : end + 1] == ")":
                end += 1
            yield start, end, home + (number if not note else f"{number}{'#' + number if volume else ''}fn{note}")
            last = end
            while not note and text[found.start() :].startswith("Documents") and (more := MORE.match(text, last)):
                yield more.start(1), more.end(), f"{home}d{more[1]}"
                last = more.end()
    yield from _notes_here(text, last, len(text), here)


def _documents(text: str) -> Iterator[re.Match[str]]:
    """Yield what DOCUMENT finds in `text`: the word is sought first, as the pattern alone is slow."""
    at = text.find("Document")
    while at >= 0:
        first = text.rfind("footnote", max(0, at - 16), at)
        found = (DOCUMENT.match(text, first) if first >= 0 else None) or DOCUMENT.match(text, at)
        if found:
            yield found
        at = text.find("Document", found.end() if found else at + 1)


def _notes_here(text: str, start: int, end: int, here: str) -> Iterator[tuple[int, int, str]]:
    """Yield the references to notes of this document: `footnote 2`, `footnote 2 above`."""
    if text.find("ootnote", start, end) < 0:  # most stretches of text refer to no note
        return
    for found in NOTE_HERE.finditer(text, start, end):
        yield found.start(), found.end(), f"#{here}fn{found[1]}"


def volume_id(found: re.Match[str]) -> str:
    """Return the series' id of the volume that VOLUME found: `frus1969-76ve13`, `frus1964-68v29p2`."""
    volume = found["volume"]
    if volume.startswith("E"):
        number = f"e{int(volume[2:]):02d}"
    else:
        values = [_ROMAN[letter] for letter in volume]
        number = f"{sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True)):02d}"
    part = f"p{found['part']}" if found["part"] else ""
    return f"frus{found['first']}-{found['last'][2:]}v{number}{part}"

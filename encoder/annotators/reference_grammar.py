"""The grammar of references: `Documents 12–14`, `footnote 3, Document 99`, `footnote 2 above`, `ibid., Document 8`.

`Foreign Relations, 1961–1963, vol. XXII, Document 369` is in another volume. A document of another work (`American
Foreign Policy: Basic Documents, 1977–1980, Document 409`, `UN Document 12`) is no reference of ours.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from encoder.annotators.volumes import before, behind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.annotators.volumes import Volume

_FAR = 60
_DOCUMENT = re.compile(r"\bDocuments? ?(?P<n>\d+)(?![\d/]|[-–]?[A-Z])")
_MORE = re.compile(
    r"(?:[-–]|,\s?(?:(?:and|or) )?| (?:and|or|through) )(?P<n>\d+)(?![\d/]|,\d{3}| [A-Z][a-z]+ \d{4}| [A-Z]\b)"
)
_NOTE_BEFORE = re.compile(r"\b[Ff]ootnote (?P<last>\d+)(?:[,.]| of| in| to)? $")
_NOTES_BEFORE = re.compile(r"\b[Ff]ootnotes (?P<first>\d+)(?P<more>(?:, \d+)*),? and (?P<last>\d+)(?:,| of| in| to)? $")
_NOTE_BEHIND = re.compile(r"(?:,? and|,) footnote (?P<last>\d+)(?!\d|,? Document)(?= thereto|[,.;)\n ]|$)")
_NOTES_BEHIND = re.compile(
    r",?(?: and)? footnotes (?P<first>\d+)(?P<more>(?:, \d+)*),? (?:and|or) (?P<last>\d+) thereto"
)
_NOTE_HERE = re.compile(
    r"\b[Ff]ootnotes? (?P<first>\d+)(?P<more>(?:, \d+)*)(?:,? and (?P<last>\d+))?(?:,? (?:above|below|supra|infra)\b)?"
    r"(?!\d| thereto|[,.]?(?: of| to| in)? [Dd]oc|,? [Ii]bid|[-–]\d|, Foreign|, pp?\.)"
)
_NUMBER = re.compile(r"\d+")
_OTHER_WORK = re.compile(
    r"(?:\b[A-Z]{2,}|\b(?:[A-Z]\.){2,}|\b[A-Z]\.) $"  # UN Document 12, U.N. Document 12
    r"|[^.;:(\[\n“][ ](?!See )[A-Z][a-z]+ $"  # Declassified Documents 1982
    r"|: [A-Z][a-z]+ $"  # Foreign Policy: Basic Documents 1977
    r"|\b\d{4}[-–]\d{2,4},? $"  # Basic Documents, 1977–1980, Document 409
    r"|\bvol(?:\.|ume) \d+,[^.;\n]*$"  # A Documentary History, vol. 1, World War I, Documents 119
)


class Reference(NamedTuple):
    """A reference at `start` to `end`: to a document (its number; empty: this one) and a note of it, or to either."""

    start: int
    end: int
    document: str = ""
    note: str = ""
    volume: str | None = ""
    """The id of another volume; empty for this one, None where the text names a volume that cannot be told."""


def references(text: str, volumes: Sequence[Volume]) -> Iterator[Reference]:
    """Yield the references of `text` to documents and notes, from left to right; none overlaps another."""
    last = 0
    for found in _documents(text):
        volume = before(text, volumes, found.start())
        if not volume and _OTHER_WORK.search(text, max(last, found.start() - _FAR), found.start()):
            continue
        group = list(_of_documents(text, last, found))
        after = None if volume else behind(text, volumes, group[-1].end)
        if home := volume or after:
            group = [reference._replace(volume=home.id) for reference in group]
        if volume and volume.start < found.start():
            closes = text[found.start() - 1] == "(" and text[group[0].end : group[0].end + 1] == ")"
            group[0] = group[0]._replace(start=volume.start, end=group[0].end + closes)
        if after:
            group[-1] = group[-1]._replace(end=after.end)
        yield from _notes_here(text, last, group[0].start)
        yield from group
        last = group[-1].end
    yield from _notes_here(text, last, len(text))


def _documents(text: str) -> Iterator[re.Match[str]]:
    """Yield what _DOCUMENT finds in `text`: the word is sought first, as the pattern alone is slow."""
    at = text.find("Document")
    while at >= 0:
        found = _DOCUMENT.match(text, at)
        if found:
            yield found
        at = text.find("Document", found.end() if found else at + 1)


def _of_documents(text: str, low: int, found: re.Match[str]) -> Iterator[Reference]:
    """Yield a reference to each document that is listed from `found` on, and to each of their notes that is named."""
    start, end, number = found.start(), found.end(), found["n"]
    near = max(low, start - _FAR)
    if note := _NOTE_BEFORE.search(text, near, start):
        yield Reference(note.start(), end, number, note["last"])
        return
    if notes := _NOTES_BEFORE.search(text, near, start):
        *earlier, last = _listed(notes)
        yield from (reference._replace(document=number) for reference in earlier)
        yield Reference(last.start, end, number, last.note)
        return
    if note := _NOTE_BEHIND.match(text, end):
        yield Reference(start, note.end("last"), number, note["last"])
        return
    yield Reference(start, end, number)
    if notes := _NOTES_BEHIND.match(text, end):
        yield from (reference._replace(document=number) for reference in _listed(notes))
        return
    while text.startswith("Documents", start) and (more := _MORE.match(text, end)):
        end = more.end()
        yield Reference(more.start("n"), end, more["n"])


def _listed(notes: re.Match[str]) -> Iterator[Reference]:
    """Yield a reference to each note of a list: `footnotes 3`, `4`, `6`; the first begins at its word."""
    word = notes.string.rfind("ootnote", notes.start(), notes.start("first")) - 1
    yield Reference(word, notes.end("first"), note=notes["first"])
    for number in _NUMBER.finditer(notes.string, *notes.span("more")):
        yield Reference(*number.span(), note=number[0])
    if notes["last"]:
        yield Reference(*notes.span("last"), note=notes["last"])


def _notes_here(text: str, start: int, end: int) -> Iterator[Reference]:
    """Yield the references to notes of this document: `footnote 2`, `footnotes 2 and 3 above`."""
    if text.find("ootnote", start, end) < 0:  # most stretches of text refer to no note
        return
    for found in _NOTE_HERE.finditer(text, start, end):
        *earlier, last = _listed(found)
        yield from earlier
        yield last._replace(end=found.end())

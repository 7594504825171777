"""References: `ref` with `@target` on documents and their notes, on the tabs of a paper, and on `Ibid.` in a note.

A document of the edition is `#d55`, a note of this one `#d62fn2`; what is in another volume of the series has its
address on the web. `Ibid.` leads to the note that cites the source cited last, which may be the same note. What leads
nowhere stays a `ref` without a target, and is reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from encoder.annotators.citations import ibids, sources_of, tabs
from encoder.annotators.reference_grammar import Reference, references
from encoder.annotators.volumes import SERIES, volumes_of
from encoder.conventions import convention
from encoder.model import ENGROSS, Span
from encoder.tei.identity import local_id, note_ids_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from re import Pattern

    from encoder.model import Annotator, Block, Document, Edition
    from encoder.problems import Problem


class Link(NamedTuple):
    """A reference at `start` to `end`, where it leads (empty: nowhere), and what is to be told of it, if anything."""

    start: int
    end: int
    target: str = ""
    message: str = ""
    cert: str = "high"


def annotator(edition: Edition) -> Annotator:
    """Return an annotator that adds `ref` and reports what is not in the edition; the persons' spans come before it."""
    words = convention(edition.convention).words
    sources = sources_of(words)
    titles = dict(title.split("=") for title in words["named_volumes"])

    def annotate(document: Document) -> Document:
        links = [*_documents(document, edition, titles), *_tabs(document, edition), *_ibids(document, sources)]
        problems: dict[str, Problem] = {}
        for link in links:
            if link.message:
                message = f"“{document.text[link.start : link.end]}” {link.message}."
                problems.setdefault(message, document.problem("reference-outside", message, link.start))
        spans = (
            Span("ref", link.start, link.end, (("target", link.target),) if link.target else (), ENGROSS, link.cert)
            for link in links
        )
        return document.with_spans(spans, problems.values())

    return annotate


def _documents(document: Document, edition: Edition, titles: Mapping[str, str]) -> Iterator[Link]:
    volumes = volumes_of(document.text, edition.facts.get("id", ""), titles)
    for reference in references(document.text, volumes):
        target, message = _target(reference, document, edition)
        yield Link(reference.start, reference.end, target, message)


def _target(reference: Reference, document: Document, edition: Edition) -> tuple[str, str]:
    """Return where a reference leads, and what is to be told of it."""
    if not reference.document:
        return _note(reference.note, document)
    if reference.volume is None:
        return "", "is in a volume that the text does not name by its number: it leads to nothing"
    number = f"d{reference.document}"
    note = f"{number}fn{reference.note}" if reference.note else ""
    within = f"#{note}" if note else ""
    if reference.volume:
        return f"{SERIES}{reference.volume}/{number}{within}", ""
    target, message = _home(number, document, edition)
    return (target + within if message and target else within or target), message


def _note(number: str, document: Document) -> tuple[str, str]:
    """Return where the note of that number in this document is."""
    notes = _notes(document)
    named = [note.start for note in notes if note.n == number]
    if len(named) == 1:
        return f"#{note_ids_of(document, notes)[named[0]]}", ""
    return "", "could be several notes of this document" if named else "names a note that this document does not have"


def _home(number: str, document: Document, edition: Edition) -> tuple[str, str]:
    """Return where a document of this volume is: in the edition, else at its address, as far as that is known."""
    here, own = local_id(document.id), document.facts.get("url", "")
    if number == here or f"{document.id.removesuffix(here)}{number}" in edition.held:
        return f"#{number}", ""
    volume = (
        own.removesuffix(f"/{here}") if own.endswith(f"/{here}") else edition.facts.get("url", "") if not own else ""
    )
    address = f"{volume.rstrip('/')}/{number}" if volume else ""
    return address, f"is not in this edition: it leads to {address or 'nothing'}"


def _tabs(document: Document, edition: Edition) -> Iterator[Link]:
    for start, end, home in tabs(document.text):
        if home is None:
            yield Link(start, end, cert="medium")
        elif home:
            yield Link(start, end, *_home(home, document, edition), "medium")
        else:
            yield Link(start, end, "", "is not in this edition: it leads to nothing", "medium")


def _ibids(document: Document, sources: Pattern[str]) -> Iterator[Link]:
    if "Ibid" not in document.text and "ibid" not in document.text:
        return
    notes = _notes(document)
    ids = note_ids_of(document, notes)
    for start, end, note in ibids(document.text, notes, sources):
        if note is None:
            yield Link(start, end, "", "follows no source in the notes: it leads to nothing", "medium")
        else:
            yield Link(start, end, f"#{ids[note.start]}", "", "medium")


def _notes(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind == "note"]

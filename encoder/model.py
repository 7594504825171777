"""The types that everything else speaks of: one immutable text with ranges over it.

Offsets are half-open ranges of code points in `Document.text`. That text is the reading text: what print
added (note numbers, page marks, bullets, list numbers) is taken out of it and kept as blocks and spans.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from encoder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Attributes = tuple[tuple[str, str], ...]
ENGROSS = "#engross"
"""The value of `@resp` for what the program asserts."""


@dataclass(frozen=True, slots=True)
class Block:
    """A structural range: `head`, `p`, `list`, `item`, `closer`, `note` ... (the TEI name is its kind).

    Blocks stand in document order, a parent before its children; they nest and never cross. One character
    (a line end) that belongs to no block stands between two siblings. The notes' blocks come last.
    """

    kind: str
    start: int
    end: int
    attributes: Attributes = ()
    n: str = ""
    """What print calls it by: the number of a note at its call, as printed (`2`, `*`), else empty."""
    anchor: int | None = None
    """Of a note: the offset where it is called, or None if the place is not known."""
    after_page: bool = False
    """Of a note: whether a page breaks at its anchor and the note is called on the new page."""
    listed: str = ""
    """Of a note: its number in the note list where that is not its rank among the notes."""
    cert: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """An inline range with a TEI name; an empty one is a milestone (`pb`, `lb`)."""

    name: str
    start: int
    end: int
    attributes: Attributes = ()
    resp: str = ""
    """Who asserts it: `#engross` for the program, empty for a human hand."""
    cert: str = ""
    """How sure that is: `high`, `medium`, `low`, or empty where nothing was decided."""
    evidence: str = ""
    """What it rests on, one word: `office`, `full-name`, `recipient` ..."""

    def get(self, name: str) -> str:
        """Return the value of the attribute `name`, or an empty string."""
        for key, value in self.attributes:
            if key == name:
                return value
        return ""


@dataclass(frozen=True, slots=True)
class Document:
    """One document: its reading text, the ranges over it, and what is known of it from outside."""

    id: str
    text: str
    blocks: tuple[Block, ...] = ()
    spans: tuple[Span, ...] = ()
    n: str = ""
    """The number of the document in its volume, as its heading prints it."""
    source: str = ""
    """The name of the transcription's file."""
    sha256: str = ""
    facts: Mapping[str, str] = field(default_factory=dict, compare=False)
    """What the edition says of this document: `date`, `place`, `url`, `volume` ... Its header has them resolved."""
    problems: tuple[Problem, ...] = field(default=(), compare=False)
    origins: tuple[tuple[int, int, int], ...] = field(default=(), compare=False, repr=False)
    """Where the text comes from: ascending (offset in `text`, line, column), line and column from 1."""

    def with_spans(self, spans: Iterable[Span], problems: Iterable[Problem] = ()) -> Document:
        """Return this document with `spans` and `problems` added: all that an annotator may do."""
        return replace(self, spans=(*self.spans, *spans), problems=(*self.problems, *problems))

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column (from 1) of the source that the text at `offset` comes from; (0, 0) if unknown."""
        at = bisect_right(self.origins, offset, key=lambda origin: origin[0]) - 1
        if at < 0:
            return 0, 0
        start, line, column = self.origins[at]
        return line, column + offset - start

    def problem(self, code: str, message: str, offset: int) -> Problem:
        """Return a problem of this document that stands at `offset` of its text."""
        return Problem(code, message, self.source or self.id, *self.place(offset))

    def body_end(self) -> int:
        """Return the offset where the notes' text begins: the text before it is the body."""
        return next((block.start for block in self.blocks if block.kind == "note"), len(self.text))


@dataclass(frozen=True, slots=True)
class Person:
    """An entry of an edition's list of persons."""

    id: str
    name: str
    """As the list prints it: `Rusk, Dean`."""
    note: str = ""
    """What the list says of the person: offices and their dates."""
    line: int = 0
    """The line of the authority file."""
    birth: str = ""
    """The year or day of birth, as ISO 8601, or empty."""
    death: str = ""
    idno: str = ""
    """An identifier elsewhere, such as a VIAF or Wikidata address."""


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of an edition's list of abbreviations: `EA/J`, and what it stands for."""

    id: str
    label: str
    expansion: str = ""
    line: int = 0


@dataclass(frozen=True)
class Edition:
    """What `edition.toml` says, and the authorities that it names."""

    facts: Mapping[str, str] = field(default_factory=dict)
    """Its `[edition]` table: `id`, `title`, `publisher`, `place`, `date`, `language`, `url` ..."""
    convention: str = "frus"
    coverage: tuple[str, str] | None = None
    """The first and the last year or day that the edition covers, as ISO 8601 dates or parts of them."""
    persons: tuple[Person, ...] = ()
    terms: tuple[Term, ...] = ()
    documents: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Facts of single documents by the stem of their file: `id`, `date`, `place`, `url`, `volume` ..."""
    images: Mapping[str, str] = field(default_factory=dict)
    """The addresses of the pictures of pages by their numbers (in small letters), as a IIIF manifest has them."""
    held: frozenset[str] = frozenset()
    """The ids of all documents that the edition holds, empty where that is not known."""


Annotator = Callable[[Document], Document]

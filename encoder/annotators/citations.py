"""What is cited again: `Ibid.` leads to the note of the source cited last, `Tab A` to the document that prints it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from encoder.model import Block

_IBID = re.compile(r"bid\b\.?")
"""The word behind its first letter: so the search is quick."""
_LABEL = r"(?:[A-Z]|\d{1,2}|[IVX]{2,4})(?![\w’'])"
_TAB = re.compile(rf"\bTabs? {_LABEL}(?:(?:, and |, | and |[-–]){_LABEL})*")
_TAB_LABEL = re.compile(_LABEL)
_PRINTED = re.compile(
    rf"\bTab (?P<tab>{_LABEL})(?:,? not attached,)?,? (?:is |was )?(?:also )?"
    r"(?:(?:printed|published)(?: in its entirety)? (?:as )?)?\(?Document (?P<n>\d+)(?!\d)"
)
_PRINTED_HERE = re.compile(rf"^\[?Tab (?P<tab>{_LABEL})\]?\.?$", re.MULTILINE)
# Every branch begins with a letter of its own: only so does the search pass quickly over all other characters.
_PUBLISHED = (
    r"pp\. \d|p\. \d|vol(?:\.|ume) (?:\d|[IVXLC]+\b)|Foreign Relations, |Bulletin, |Times, [A-Z]|Post, [A-Z]"
    r"|\([A-Z][\w .]+[:,] [^()\n]+, \d{4}\)"
)
_NAMED = r"(?=,? [A-Z\d]|[:)])"


def sources_of(words: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """Return what finds a source that a note cites: the series' words for archives before a name, or a book's pages."""
    archives = (f"{re.escape(word.strip())}{_NAMED}" for word in words["sources"])
    return re.compile("|".join((*archives, _PUBLISHED)))


def ibids(text: str, notes: Sequence[Block], sources: re.Pattern[str]) -> Iterator[tuple[int, int, Block | None]]:
    """Yield each `Ibid.` in the notes, in order, with the note that cites its source; None where none did before."""
    cited: Block | None = None
    for note in notes:
        at = note.start
        for found in _IBID.finditer(text, note.start, note.end):
            start = found.start() - 1
            if start < note.start or text[start] not in "Ii" or text[start - 1].isalnum():
                continue
            if sources.search(text, at, start):
                cited = note
            yield start, found.end(), cited
            at = found.end()
        if sources.search(text, at, note.end):
            cited = note


def tabs(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Yield each mention of a tab with the id of the document that prints it, empty where the text does not tell.

    The text tells it (`Tab A is printed as Document 29`), or prints the tab itself below a line of its own, `[Tab A]`:
    then there is None, for a part of a document has no id.
    """
    if "Tab" not in text:
        return
    headings = {found.start("tab"): found["tab"] for found in _PRINTED_HERE.finditer(text)}
    homes: dict[str, str | None] = dict.fromkeys(headings.values())
    homes |= {found["tab"]: f"d{found['n']}" for found in _PRINTED.finditer(text)}
    for group in _TAB.finditer(text):
        start = group.start()
        for label in _TAB_LABEL.finditer(text, text.index(" ", start) + 1, group.end()):
            if label.start() not in headings:
                yield start, label.end(), homes.get(label[0], "")
            start = _next(text, label.end(), group.end())


def _next(text: str, start: int, end: int) -> int:
    """Return where the next label of a list begins, behind its comma, dash or `and`."""
    following = _TAB_LABEL.search(text, start, end)
    return following.start() if following else end

"""Forenames that stand alone where the document says whose they are: `Dear Bob`, a signature `Dean`, `Sir Roger`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.annotators.headings import parts
from encoder.annotators.name_index import Mention
from encoder.annotators.person_links import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from encoder.annotators.name_index import NameIndex
    from encoder.model import Document

SALUTE = re.compile(r"(?:ear|EAR) ([A-Z][\w']+)(?=[:,-]|--| -|\u2014)")
SIR = re.compile(r"\bSir ([A-Z][a-z]+)\b(?! [A-Z]|[\w'-]*-[A-Z])")
SIGNED = re.compile(r"(?:/[sS]/ ?)?([A-Z][\w']*\.?(?: [A-Z]\.)*)")


def first_names(document: Document, text: str, index: NameIndex, links: Sequence[Link]) -> Iterator[Link]:
    """Yield a link for each forename in the folded `text` that the heading or a title tells the bearer of."""
    senders, recipients = _correspondents(document, links)
    for salute in SALUTE.finditer(text) if recipients and ("ear " in text or "EAR " in text) else ():
        yield from _agreeing(salute, recipients, index, "recipient")
    for block in document.blocks:
        found = SIGNED.match(text, block.start, block.end) if block.kind == "signed" else None
        if found and (found.end() == block.end or text[found.end()] == "\n"):
            yield from _agreeing(found, senders, index, "sender")
    if "Sir " in text:
        knights = [number for number, name in enumerate(index.names) if "Sir" in name.titles]
        for knight in SIR.finditer(text):
            bearers = [number for number in knights if knight[1] in index.names[number].forenames[:1]]
            if len(bearers) == 1:
                yield Link(Mention(knight.start(1), knight.end(1), tuple(bearers)), bearers[0], "title", "medium")


def _agreeing(found: re.Match[str], people: Iterable[int], index: NameIndex, evidence: str) -> Iterator[Link]:
    """Yield a link to the one of `people` who may be called as `found` says."""
    bearers = tuple(person for person in people if index.forenames.agrees(index.names[person], found[1]))
    if len(bearers) == 1:
        yield Link(Mention(found.start(1), found.end(1), bearers), bearers[0], evidence, "medium")


def _correspondents(document: Document, links: Sequence[Link]) -> tuple[set[int], set[int]]:
    """Return the persons whom the heading names as senders and as recipients."""
    head = next((block for block in document.blocks if block.kind == "head"), None)
    if head is None:
        return set(), set()
    ranges = parts(document.text, head.start, head.end)
    senders, recipients = (
        {link.person for link in links if link.person is not None and start <= link.mention.start < end}
        for start, end in ranges
    )
    return senders, recipients

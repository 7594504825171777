"""Forenames that stand alone where the document says whose they are: `Dear Bob`, a signature `Dean`, `Sir Roger`.

In running text they are left alone, as the volumes leave them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.annotators.headings import heading, parts
from encoder.annotators.name_mention import Mention
from encoder.annotators.person_links import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from encoder.annotators.name_forms import Forenames
    from encoder.annotators.name_index import NameIndex
    from encoder.annotators.person_names import Name
    from encoder.model import Document

SALUTE = re.compile(r"(?:ear|EAR) ([A-Z][\w']+)(?=[:,-]|--| -|\u2014)")
OPENING = re.compile(r"([A-Z][a-z]+)(?=:|,? ?(?:\u2014|--))")
"""How a note to a colleague begins: `Carl\u2014President's view that ...`."""
SIR = re.compile(r"\bSir ([A-Z][a-z]+)\b(?! [A-Z]|[\w'-]*-[A-Z])")
SIGNED = re.compile(r"(?:/[sS]/ ?)?([A-Z][\w']*\.?(?: ?[A-Z]\.)*)(?=\n|$)")


def first_names(document: Document, text: str, index: NameIndex, links: Sequence[Link]) -> Iterator[Link]:
    """Yield a link for each forename in the folded `text` that the heading or a title tells the bearer of."""
    senders, recipients = _correspondents(document, links)
    for salute in SALUTE.finditer(text) if recipients and ("ear " in text or "EAR " in text) else ():
        yield from _agreeing(salute, recipients, index, "recipient")
    yield from _opening(document, text, recipients, index)
    for block in document.blocks:
        found = SIGNED.match(text, block.start, block.end) if block.kind == "signed" and senders else None
        if found:
            yield from _agreeing(found, senders, index, "sender")
    if "Sir " in text:
        knights = [number for number, name in enumerate(index.names) if "Sir" in name.titles]
        for knight in SIR.finditer(text):
            bearers = [number for number in knights if knight[1] in index.names[number].forenames[:1]]
            if len(bearers) == 1:
                yield Link(Mention(knight.start(1), knight.end(1), tuple(bearers)), bearers[0], "title", "medium")


def signatories(links: Sequence[Link]) -> set[int]:
    """Return the persons whom a signature names: they tell which of several bearers a heading means."""
    return {link.person for link in links if link.person is not None and link.evidence == "sender"}


def _opening(document: Document, text: str, recipients: set[int], index: NameIndex) -> Iterator[Link]:
    """Yield a link for the forename with which the first paragraph calls its reader."""
    first = next((block for block in document.blocks if block.kind in {"salute", "p"}), None)
    found = OPENING.match(text, first.start, first.end) if first and recipients else None
    if found:
        yield from _agreeing(found, recipients, index, "recipient")


def _agreeing(found: re.Match[str], people: Iterable[int], index: NameIndex, evidence: str) -> Iterator[Link]:
    """Yield a link to the one of `people` who may be called as `found` says."""
    bearers = tuple(person for person in people if _called(found[1], index.names[person], index.forenames))
    if len(bearers) == 1:
        yield Link(Mention(found.start(1), found.end(1), bearers), bearers[0], evidence, "medium")


def _called(printed: str, name: Name, forenames: Forenames) -> bool:
    """Return whether a signature is that of `name`: a forename, or one with the surname's initial (`Cabot L.`)."""
    first, *initials = re.sub(r"\.(?=[A-Z])", ". ", printed).split()
    if not initials:
        return forenames.agrees(name, first)
    given = forenames.agrees(name, first) or any(forename.startswith(first[:-1]) for forename in name.forenames)
    surnames = {surname[0] for surname in name.surnames}
    return given and initials[-1][0] in surnames and all(forenames.agrees(name, other) for other in initials[:-1])


def _correspondents(document: Document, links: Sequence[Link]) -> tuple[set[int], set[int]]:
    """Return who may be meant by the names of senders and of recipients in the heading."""
    senders, recipients = (
        {
            bearer
            for link in links
            if start <= link.mention.start < end
            for bearer in (link.mention.bearers if link.person is None else (link.person,))
        }
        for start, end in parts(document.text, *heading(document))
    )
    return senders, recipients

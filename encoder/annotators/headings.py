"""Sender and recipient in a heading: `Memorandum From the Director (Lake) to Secretary of State Vance`.

`From` opens the sender, the `to` that no office holds opens the recipient: `the Special Assistant to the President
(Bundy) to President Kennedy`. Who talk with each other stand after `Between`; who confers `With` the President, or
wrote a paper for nobody (`Memorandum by`), sent nothing. Volumes before 1950 leave `From` out: `The Ambassador in
France (Caffery) to the Secretary of State`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from encoder.model import ENGROSS, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.model import Document

SENDER = re.compile(r"\b(?:[Ff]rom|FROM|[Bb]etween|BETWEEN) ")
AUTHOR = re.compile(
    r"\b(?:Memorandum|Report|Letter|Note|Message|Telegram|Despatch|Dispatch|Paper)\b[^,;:]{0,40}? [Bb]y "
)
"""What opens the sender where it is written to someone: `Report by Hugh D. Farley to the Special Assistant`."""
NUMBER = re.compile(r"\[?\d[\w./–-]*\]?\s+")
_BODY = (
    r"(?:Embass(?:y|ies)|Legations?|Consulates?|Missions?|Delegations?|Departments?|Agency|Office|Bureau|Council"
    r"|Chiefs of Staff|Headquarters|Stations?|Command|Committee|Government|Ministry|White House|Interests Section)"
)
_HOLDER = (
    r"(?:Ambassador|Minister|Chargé|Consul|Secretary|President|Representative|Director|Chairman|Commander|Commissioner"
    r"|Adviser|Counselor|Agent|Assistant|Attorney|Administrator|Governor|Premier)"
)
OFFICE = re.compile(
    r"(?:The |the )?(?:[A-Z][\w.'’-]+ ){0,5}?"
    rf"(?:{_HOLDER}\b(?= [A-Z][\w'’-]+ to | \(| (?:in|at|of|for|to) |, )|{_BODY}\b(?= (?:in|at|of|to) ))"
)
"""What a heading without `From` opens with: an office, or a body."""
RECIPIENT = re.compile(r" (?:to|To|TO) ")
PARTNER = re.compile(
    r"(?:\)|[a-z]),?( and )(?=the |[A-Z][a-z]+ [A-Z]|(?:President|Prime|Secretary|Acting|Senator|Foreign|Under|Deputy"
    r"|Director|Ambassador|King|General)\b)"
)
"""The `and` between those who talk: `Between President Johnson and the Under Secretary of State (Ball)`."""
HELD = re.compile(
    r"\b(?:Adviser|Advisor|Aide|Ambassador|Assistant|Attaché|Consul|Counselor|Delegate|Delegation|Deputy|Envoy|Liaison|Minister"
    r"|Mission|Observer|Representative|Secretary|Staff|Candidate|Commissioner)s?$"
)
BODIES = re.compile(rf",? and (?=(?:the )?(?:[A-Z][\w-]+ ){{0,4}}{_BODY}\b)")
"""The `and` between two bodies: `the Department of State and the Mission to the United Nations`."""
BODY = re.compile(
    r"(?:the |The )?"
    r"([A-Z]\w*(?:ies|ates|ions) (?:in|at) [^,;:()\n.]*(?:, (?:the )?[A-Z][\w ]*)*,? and (?:the )?[A-Z][\w ]*"
    r"|[A-Z][^,;:()\n.]*(?:\.[^,;:()\n. ]+)*)"
)
"""A body by its name, and several of a kind by theirs: `Embassies in France, Germany, and the United Kingdom`."""
NO_BODY = re.compile(rf"\b{_HOLDER}\b")

_SIGNING = {"Department of State": "Secretary of State", "Embassy": "Ambassador", "Legation": "Minister"}

Range = tuple[int, int]


def heading(document: Document) -> Range:
    """Return the range of a document's heading, an empty one where it has none."""
    return next(((block.start, block.end) for block in document.blocks if block.kind == "head"), (0, 0))


def parts(text: str, start: int, end: int) -> tuple[Range, Range]:
    """Return the ranges of sender and recipient in the heading `text[start:end]`, empty where there is none."""
    opened = _opened(text, start, end)
    if opened is None:
        return (start, start), (end, end)
    sender, conversation = opened
    if conversation:
        both = PARTNER.search(text, sender, end)
        return ((sender, both.start(1)), (both.end(1), end)) if both else ((sender, end), (end, end))
    to = _recipient(text, sender, end)
    return ((sender, to.start()), (to.end(), end)) if to else ((sender, end), (end, end))


def _opened(text: str, start: int, end: int) -> tuple[int, bool] | None:
    """Return where the sender begins, and whether it is a conversation; None where a heading tells of none."""
    if sender := SENDER.search(text, start, end):
        return sender.end(), "etween" in sender[0].lower()
    author = AUTHOR.search(text, start, end)
    if author and _recipient(text, author.end(), end):
        return author.end(), False
    number = NUMBER.match(text, start, end)
    first = number.end() if number else start
    office = OFFICE.match(text, first, end)
    return (first, False) if office and _recipient(text, office.end(), end) else None


def _recipient(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the `to` that opens the recipient: after a bracket if one stands there, else one that no office holds."""
    to = list(RECIPIENT.finditer(text, start, end))
    closed = [found for found in to if text[found.start() - 1] == ")"]
    free = [found for found in to if not HELD.search(text, start, found.start())]
    return next(iter(closed or free or to), None)


def signing_office(document: Document) -> str:
    """Return the office whose holder signs what a body sends: the Department's telegrams bear the Secretary's name."""
    (start, end), _ = parts(document.text, *heading(document))
    body = document.text[start:end].removeprefix("the ").partition(",")[0].partition(" in ")[0]
    return _SIGNING.get(body, "")


def typed(document: Document, spans: Iterable[Span]) -> list[Span]:
    """Return `spans` with `@type` on the names of sender and recipient; bodies that write or receive are `orgName`."""
    result = list(spans)
    first, last = heading(document)
    if first == last:
        return result
    for role, (start, end) in zip(("from", "to"), parts(document.text, first, last), strict=True):
        inside = [
            index
            for index, span in enumerate(result)
            if start <= span.start and span.end <= end and span.name == "persName"
        ]
        for index in inside:
            result[index] = replace(result[index], attributes=(*result[index].attributes, ("type", role)))
        if not inside:
            result += (
                Span("orgName", *body, (("type", role),), ENGROSS, "high", "heading")
                for body in _bodies(document.text, start, end)
            )
    return result


def _bodies(text: str, start: int, end: int) -> Iterator[Range]:
    """Yield the ranges of the bodies in a part of a heading that names no person."""
    first = start
    for stop in (*(found.start() for found in BODIES.finditer(text, start, end)), end):
        opening = BODIES.match(text, first, end)
        found = BODY.match(text, opening.end() if opening else first, stop)
        if found and text[found.end() : found.end() + 1] != "(" and not NO_BODY.search(found[1]):
            yield found.span(1)
        first = stop

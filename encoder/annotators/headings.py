"""Sender and recipient in a heading: `Memorandum From the Director (Lake) to Secretary of State Vance`.

`From` (or `by`) opens the sender, the `to` that no office holds opens the recipient: `the Special Assistant to the
President (Bundy) to President Kennedy`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from encoder.model import ENGROSS, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from encoder.model import Document

SENDER = re.compile(r"\b(?:[Ff]rom|FROM)\b |\b(?:[Bb]etween|With) ")
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
BODY = re.compile(r"(?:the |The )?([A-Z][^,;:()\n.]*(?:\.[^,;:()\n. ]+)*)")
NO_BODY = re.compile(
    r"\b(?:President|Secretary|Minister|Ambassador|Director|Chairman|Assistant|Attorney|Administrator|Governor|Premier|Commander)\b"
)


def parts(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the ranges of sender and recipient in the heading `text[start:end]`, empty where there is none."""
    sender = SENDER.search(text, start, end)
    if not sender:
        return (start, start), (end, end)
    if sender[0].strip().lower() in {"between", "with"}:
        both = PARTNER.search(text, sender.end(), end)
        return ((sender.end(), both.start(1)), (both.end(1), end)) if both else ((sender.end(), end), (end, end))
    to = list(RECIPIENT.finditer(text, sender.end(), end))
    closed = [found for found in to if text[found.start() - 1] == ")"]
    free = [found for found in to if not HELD.search(text, sender.end(), found.start())]
    chosen = next(iter(closed or free or to), None)
    if chosen is None:
        return (sender.end(), end), (end, end)
    return (sender.end(), chosen.start()), (chosen.end(), end)


def typed(document: Document, spans: Iterable[Span]) -> list[Span]:
    """Return `spans` with `@type` on the names of sender and recipient; bodies that write or receive are `orgName`."""
    result = list(spans)
    for block in document.blocks:
        if block.kind != "head":
            continue
        for role, (start, end) in zip(("from", "to"), parts(document.text, block.start, block.end), strict=True):
            inside = [
                index
                for index, span in enumerate(result)
                if start <= span.start and span.end <= end and span.name == "persName"
            ]
            for index in inside:
                result[index] = replace(result[index], attributes=(*result[index].attributes, ("type", role)))
            body = BODY.match(document.text, start, end) if not inside else None
            if body and not NO_BODY.search(body[1]):
                result.append(
                    Span("orgName", body.start(1), body.end(1), (("type", role),), ENGROSS, "high", "heading")
                )
        break
    return result

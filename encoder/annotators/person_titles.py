"""The office that a text gives a person: before the name, before several names, or before the brackets around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from encoder.annotators.name_mention import Mention

DIRECT = re.compile(r"(?:[A-Z][\w.'-]* ){1,5}(?:(?:of|in) (?:the )?(?:[A-Z][\w.'-]* ){1,4})?$")
"""An office right before a name: `President `, `Secretary of State `."""
BRACKETED = re.compile(r"(?:(?:[A-Z][\w.'-]*|of|the|for|and|to|in|on|at|&),? )+\($")
"""An office whose holder stands in brackets: `the Under Secretary of State for Political Affairs (`."""
BOUNDARY = re.compile(
    r"(?:\bFrom|\bfrom|\)|(?<!Assistant)(?<!Adviser)(?<!Ambassador)(?<!Representative))"
    r" (?:to|and(?= the )|with) |\bFrom "
)
OPENED = re.compile(r"\b(?:With|Between|From|By) ")
"""What stands in a heading before an office: `Memorandum of Conference With President `."""
PRESIDENCY = re.compile(r"\bPublic Papers(?: of the Presidents[^:;.]*)?: (?:[A-Z][\w.]* ){0,3}$")
ADMINISTRATION = re.compile(r"(?:'s)? (?:[Aa]dministration|(?:Post-)?Presidential Papers)\b")
"""What tells a President without his title: the book of his papers, and his administration."""
JOINED = re.compile(r"\b([A-Z][a-z]+s) (?:[A-Z][\w.'-]*,? ){1,6}and $")
"""An office that several hold: `Presidents Eisenhower and `."""
REACH = 130
"""Code points to the left of a name in which its office is sought: the longest offices of headings have 120."""


def office_before(text: str, start: int) -> str:
    """Return the office that stands before the name at `start`, or an empty string."""
    before, first = text[start - 1 : start], max(0, start - REACH)
    if before == " ":
        direct = DIRECT.search(text, first, start)
        return OPENED.split(direct[0])[-1] if direct else ""
    bracketed = BRACKETED.search(text, first, start) if before == "(" else None
    return BOUNDARY.split(bracketed[0])[-1].strip(" (") if bracketed else ""


def office_of(text: str, mention: Mention) -> str:
    """Return the office that stands before a name or before the names that it is joined to, or that of a presidency."""
    presidency = PRESIDENCY.search(text, max(0, mention.start - REACH), mention.start)
    if presidency or ADMINISTRATION.match(text, mention.end):
        return "President"
    joined = JOINED.search(text, max(0, mention.start - REACH), mention.start)
    return joined[1] if joined else office_before(text, mention.start)

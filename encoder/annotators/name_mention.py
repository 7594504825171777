"""A name in a text, and the word before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

TOKEN_BEFORE = re.compile(r"(?<![^\W_])[A-Za-z][\w'.-]*(?= ?\Z)")
REACH = 24
"""Code points in which the word before a name is sought: longer than any forename."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: its range, and the entries of the authority that bear it."""

    start: int
    end: int
    bearers: tuple[int, ...]
    """Indexes into the list of persons; empty for a person whom the list does not hold."""
    full: bool = False
    """Whether a forename or the whole name stands there, so that the bearers agree in more than the surname."""


def token_before(text: str, start: int) -> re.Match[str] | None:
    """Return the word that ends at `start`, or one space before it."""
    end = start - 1 if text[start - 1 : start] == " " else start
    first = max(0, start - REACH)
    return TOKEN_BEFORE.search(text, max(first, text.rfind(" ", first, end) + 1), start)

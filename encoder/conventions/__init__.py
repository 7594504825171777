"""How a series prints pages, notes and lists, and its words, read from `conventions/<name>.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from encoder.resources import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = tuple(sorted(path.stem for path in (PACKAGE / "conventions").glob("*.toml")))


@dataclass(frozen=True)
class Convention:
    """What a series prints around its text, as patterns and as the strings that print them again."""

    name: str
    page: str
    """How a page mark is printed, with `{n}` for the number: `[Page {n}]`."""
    page_mark: re.Pattern[str]
    """Finds a page mark anywhere; group 1 is the number, None where it is missing."""
    page_line: re.Pattern[str]
    """Matches a line that holds nothing but a page mark."""
    bullet: str
    """What stands before a list item."""
    bullet_line: re.Pattern[str]
    """Matches the start of a list item's line, up to its first word."""
    words: Mapping[str, tuple[str, ...]]
    """The series' words by topic: `closings`, `salutations`, `subject_heads` ..."""


@cache
def convention(name: str) -> Convention:
    """Return the convention `name`, one of NAMES. Raises KeyError."""
    if name not in NAMES:
        raise KeyError(name)
    table = tomllib.loads((PACKAGE / "conventions" / f"{name}.toml").read_text(encoding="utf-8"))
    before, after = (re.escape(part.strip()) for part in table["page"].split("{n}"))
    mark = rf"{before}(?:[^\S\n]+([^\]\s]+))?[^\S\n]*{after}"
    return Convention(
        name=name,
        page=table["page"],
        page_mark=re.compile(mark),
        page_line=re.compile(rf"\s*{mark}\s*"),
        bullet=table["bullet"],
        bullet_line=re.compile(rf"[^\S\n]+{re.escape(table['bullet'].strip())}[^\S\n]+(?=\S)"),
        words={topic: tuple(words) for topic, words in table.get("words", {}).items()},
    )

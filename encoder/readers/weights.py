"""The tables that anchors are decoded with: words (`anchors.toml`), and weights (`anchor-weights.toml`)."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from encoder.resources import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator


def _rows(tables: dict[str, Any]) -> Iterator[tuple[str, float]]:
    """Yield each weight with its name: a row of `[around]` has a column for each thing that may follow."""
    for table, rows in tables.items():
        for row, found in rows.items():
            if isinstance(found, dict):
                yield from ((f"{table} {row} {column}", weight) for column, weight in found.items())
            else:
                yield f"{table} {row}", found


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((PACKAGE / "readers" / name).read_text(encoding="utf-8"))


_TABLE = _table("anchors.toml")

MONTHS = frozenset(_TABLE["words"]["months"])
ABBREVIATIONS = frozenset(_TABLE["words"]["abbreviations"])
NUMBERED = frozenset(_TABLE["words"]["numbered"])
"""Words that a number follows: `telegram 1848`, `No. 5`."""
UNITS = frozenset(_TABLE["words"]["units"])
"""Words that follow a number: `2 p.m.`, `4.3 million`."""
HOURS = tuple(_TABLE["words"]["hours"])
CITATIONS = tuple(_TABLE["words"]["citations"])
NAMED_MESSAGES = tuple(_TABLE["words"]["messages"])
"""Stems of the names of documents."""
NUMBERING: dict[str, float] = _TABLE["numbering"]
"""How printed numbers go on: the natural logarithm of the odds of each way, see `numbering.py`."""
LEVELS: dict[str, float] = _TABLE["levels"]
"""The least probability of a mark of each certainty."""
EVIDENCE: dict[str, float] = dict(_rows(_table("anchor-weights.toml")))
"""The weight (natural logarithm of odds) of each circumstance, by `table row column` or `table row`."""

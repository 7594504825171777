"""The file of redirects of an edition: a JSON object from old addresses to new ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def read_redirects(path: Path) -> dict[str, str]:
    """Return where old addresses lead now. Raises ValueError for what is no JSON object of strings, OSError as open."""
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path} is no JSON: {error}.") from error
    if not isinstance(table, dict) or not all(isinstance(value, str) for value in table.values()):
        raise ValueError(f'{path} should be an object of old and new addresses: {{"d62": "d63"}}.')
    return table

"""The file of redirects of an edition: a JSON object from old addresses to new ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
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


def final(address: str, redirects: Mapping[str, str], there: Collection[str]) -> str:
    """Return where an address leads in the end, one redirect after another; empty where it leads nowhere or round."""
    seen = {address}
    while address in redirects:
        address = redirects[address]
        if address in there:
            return address
        if address in seen:
            return ""
        seen.add(address)
    return ""


def redirect_map(moved: Mapping[str, str], redirects: Mapping[str, str]) -> str:
    """Return, as JSON, where each address that ever moved leads now: for the web server, and for the next comparison.

    `moved` is of this comparison, `redirects` the map so far.
    """
    older = {address: moved.get(target, target) for address, target in redirects.items()}
    return json.dumps({**older, **moved}, ensure_ascii=False, indent=1) + "\n"

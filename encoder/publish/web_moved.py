"""Addresses that an earlier build published and this one does not: each becomes a page that leads on."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from encoder.problems import Problem
from encoder.publish.saxon import stylesheet
from encoder.resources import resource

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from pathlib import Path

_FRONT = "index.html"
_SOURCE = re.compile(r'<meta name="engross\.source" content="([^"]*)"')
_MOVED = re.compile(r'<meta name="engross\.moved" content="([^"]*)"')


def write_moved(
    published: Path,
    out: Path,
    made: Container[str],
    sources: Mapping[str, str],
    parameters: Mapping[str, str | bool | int],
) -> list[Problem]:
    """Write into the new site `out` a page for each address of the `published` one that is not among those `made`.

    It leads to the document made of the same transcription (`sources`: its file to the id of the document), where it
    led before, to the first page of a list that has become shorter, or to the front page. Returns a problem for each
    address that was a page until now.
    """
    problems = []
    for path in sorted(published.rglob("*.html")):
        address = path.relative_to(published).as_posix()
        # a new site that is put aside in a hidden folder was never published
        if address in made or address.startswith("."):
            continue
        page = path.read_text(encoding="utf-8", errors="replace")
        before = _value(_MOVED, page)
        document = sources.get(_value(_SOURCE, page), "")
        wanted = (f"{document}.html", unquote(before), f"{address.rpartition('/')[0]}.html")
        target = quote(next((one for one in wanted if one in made), _FRONT))
        own = {**parameters, "address": address, "target": target}
        (out / address).parent.mkdir(parents=True, exist_ok=True)
        moved = stylesheet(resource("xslt/web/moved.xsl")).transform("<moved/>", own)
        (out / address).write_text(moved, encoding="utf-8", newline="\n")
        if not before:
            message = f"The address {address} was published and has no page now: it leads to {target}."
            problems.append(Problem("address-moved", message, str(path)))
    return problems


def _value(pattern: re.Pattern[str], page: str) -> str:
    found = pattern.search(page)
    return html.unescape(found[1]) if found else ""

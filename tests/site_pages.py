"""What tests ask of a site: its pages, its links, its bytes."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

from lxml import etree

if TYPE_CHECKING:
    from pathlib import Path


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of each file of a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def pages(folder: Path) -> dict[str, etree._Element]:
    """Return the pages of a site by their addresses."""
    return {path.relative_to(folder).as_posix(): etree.fromstring(path.read_bytes()) for path in folder.rglob("*.html")}


def broken_links(site: Path) -> list[tuple[str, str]]:
    """Return each page with an address in it that leads to no file of the site, or to no part of a page."""
    html = pages(site)
    ids = {name: {e.get("id") for e in page.iter(etree.Element) if e.get("id")} for name, page in html.items()}
    broken = []
    for name, page in html.items():
        for element in page.iter(etree.Element):
            link = element.get("href") or element.get("src")
            if not link or re.match(r"https?:", link):
                continue
            address, fragment = urldefrag(link)
            target = (site / name).parent / unquote(address) if address else site / name
            place = target.resolve().relative_to(site.resolve()).as_posix()
            if not target.is_file() or (fragment and unquote(fragment) not in ids[place]):
                broken.append((name, link))
    return broken

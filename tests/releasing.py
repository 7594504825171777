"""What the tests of differences between releases share: changes that an editor makes, and what is found of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from encoder.deposit.records import SPACES
from encoder.releases.difference import Difference, difference
from encoder.releases.release import release

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

D62, D63, D96, D369 = "frus1964-68v29p2-d62", "frus1964-68v29p2-d63", "frus1964-68v29p2-d96", "frus1961-63v22-d369"


def change(folder: Path, document: str, before: str, after: str, *, count: int = 1) -> None:
    path = folder / "tei" / f"{document}.xml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, count), encoding="utf-8")


def renumber(folder: Path, before: str, after: str) -> None:
    """Give a document another number, as an editor would who moves it: file, ids and heading."""
    path = folder / "tei" / f"{before}.xml"
    text = path.read_text(encoding="utf-8")
    one, other = before.rpartition("-d")[2], after.rpartition("-d")[2]
    text = text.replace(before, after).replace(f'"d{one}', f'"d{other}').replace(f"<head>{one}. ", f"<head>{other}. ")
    path.unlink()
    (folder / "tei" / f"{after}.xml").write_text(text.replace(f'n="{one}"', f'n="{other}"'), encoding="utf-8")


def split(folder: Path, document: str, second: str) -> None:
    """Put the second half of a document's paragraphs into one of their own, under the same heading."""
    path = folder / "tei" / f"{document}.xml"
    one, other = document.rpartition("-d")[2], second.rpartition("-d")[2]
    text = path.read_text(encoding="utf-8")
    halves = [etree.fromstring(text.encode()), etree.fromstring(text.replace(document, second).encode())]
    for half, root in enumerate(halves):
        paragraphs = root.findall(".//t:body/t:div/t:p", SPACES)
        middle = len(paragraphs) // 2
        for paragraph in paragraphs[:middle] if half else paragraphs[middle:]:
            paragraph.getparent().remove(paragraph)
    first, rest = (etree.tostring(root, encoding="unicode") for root in halves)
    path.write_text(first, encoding="utf-8")
    (folder / "tei" / f"{second}.xml").write_text(rest.replace(f'"d{one}', f'"d{other}'), encoding="utf-8")


def found(old: Path, new: Path, redirects: Mapping[str, str] | None = None) -> Difference:
    return difference(release(old), release(new), redirects or {})

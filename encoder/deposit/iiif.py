"""A manifest of an edition's facsimiles (IIIF Presentation 3.0, https://iiif.io/api/presentation/3.0/).

Each page with a facsimile (`pb/@facs`) is a canvas with its image, its page in the web edition and the TEI that has its
text; each document is a range of them. An address that ends in the suffix of an image is one; any other is the base of
an image service (IIIF Image 3.0).
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urlsplit

from encoder.deposit.finished import refused
from encoder.deposit.media import media_type
from encoder.deposit.rocrate import description
from encoder.edition import FILE as EDITION
from encoder.facsimiles import size_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.deposit.finished import Finished
    from encoder.deposit.records import Record

FILE = "iiif/manifest.json"
SIZE = "size"
"""The fact of an edition that says how large the images of its pages are, in pixels: `1200x1800`."""
_CONTEXT = "http://iiif.io/api/presentation/3/context.json"
_RIGHTS = re.compile(r"https?://((?:creativecommons|rightsstatements)\.org/.+)")
"""The licences that `rights` may name; it writes them with http (3.1 of the specification)."""
_Thing = dict[str, object]


class _Page(NamedTuple):
    """A page of a document: its printed number and its id there."""

    record: Record
    n: str
    id: str


def iiif(edition: Finished) -> str:
    """Return the manifest, empty where no page has a facsimile.

    Raises DepositError where the edition does not say how large its pages are: no image is asked for it.
    """
    pages = _pages(edition.records)
    if not pages:
        return ""
    facts = edition.facts
    language = facts.get("language", "en")
    base = (facts.get("site") or facts["url"]).rstrip("/")
    size = _size(edition)
    canvases = {facs: f"{base}/iiif/{quote(found[0].record.id)}/{quote(found[0].id)}" for facs, found in pages.items()}
    table: _Thing = {
        "@context": _CONTEXT,
        "id": f"{base}/{FILE}",
        "type": "Manifest",
        "label": {language: [facts["title"]]},
        "summary": {"en": [description(edition.records)]},
        "requiredStatement": {"label": {"en": ["Publisher"]}, "value": {language: [facts["publisher"]]}},
        "homepage": [_web(facts.get("site") or facts["url"], facts["title"], language)],
        "items": [_canvas(canvases[facs], facs, found, base, size) for facs, found in pages.items()],
        "structures": list(_ranges(edition.records, base, canvases)),
    }
    if rights := _RIGHTS.fullmatch(facts["licence"]):
        table["rights"] = f"http://{rights[1]}"
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"


def _pages(records: Sequence[Record]) -> dict[str, list[_Page]]:
    """Return the pages by their facsimiles, in the order of the documents: two documents may share a page."""
    pages: dict[str, list[_Page]] = {}
    for record in records:
        for n, name, facs in record.pages:
            if facs:
                pages.setdefault(facs, []).append(_Page(record, n, name))
    return pages


def _size(edition: Finished) -> _Thing:
    found = size_of(edition.facts.get(SIZE, ""))
    if not found:
        message = "The pages have facsimiles, and a IIIF manifest tells their size: write it as “1200x1800” pixels."
        raise refused("deposit-incomplete", message, edition.sources / EDITION)
    return {"width": found[0], "height": found[1]}


def _canvas(canvas: str, facs: str, pages: Sequence[_Page], base: str, size: _Thing) -> _Thing:
    """Return the canvas of one facsimile, with all documents that have text on it."""
    web = [(f"{quote(page.record.id)}.html#{quote(page.id)}", page.record) for page in pages]
    return {
        "id": canvas,
        "type": "Canvas",
        "label": {"none": [pages[0].n]},
        **size,
        "rendering": [_web(f"{base}/{address}", record.title, record.language) for address, record in web],
        "seeAlso": [_tei(f"{base}/tei/{quote(page.record.id)}.xml#{quote(page.id)}") for page in pages],
        "items": [_painted(canvas, _image(facs) | size)],
    }


def _painted(canvas: str, image: _Thing) -> _Thing:
    """Return the page of annotations that puts an image on its canvas."""
    painting = {
        "id": f"{canvas}/image",
        "type": "Annotation",
        "motivation": "painting",
        "body": image,
        "target": canvas,
    }
    return {"id": f"{canvas}/images", "type": "AnnotationPage", "items": [painting]}


def _image(facs: str) -> _Thing:
    kind = media_type(urlsplit(facs).path.lower())
    if kind.startswith("image/"):
        return {"id": facs, "type": "Image", "format": kind}
    service = {"id": facs, "type": "ImageService3", "profile": "level1"}
    return {"id": f"{facs}/full/max/0/default.jpg", "type": "Image", "format": "image/jpeg", "service": [service]}


def _ranges(records: Sequence[Record], base: str, canvases: dict[str, str]) -> Iterator[_Thing]:
    for record in records:
        facsimiles = dict.fromkeys(facs for _, _, facs in record.pages if facs)
        if facsimiles:
            yield {
                "id": f"{base}/iiif/{quote(record.id)}",
                "type": "Range",
                "label": {record.language: [record.title]},
                "items": [{"id": canvases[facs], "type": "Canvas"} for facs in facsimiles],
            }


def _web(address: str, title: str, language: str) -> _Thing:
    return {"id": address, "type": "Text", "label": {language: [title]}, "format": "text/html"}


def _tei(address: str) -> _Thing:
    return {
        "id": address,
        "type": "Dataset",
        "label": {"en": ["TEI"]},
        "format": "application/tei+xml",
        "profile": "http://www.tei-c.org/ns/1.0",
    }

"""Where the picture of a printed page is: by a pattern, or by the canvases of a IIIF manifest beside the edition.

Source of the manifest's form: IIIF Presentation API 3.0 (iiif.io/api/presentation/3.0). Nothing is fetched.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from encoder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from encoder.model import Document, Edition

_PAGE = re.compile(r"\{page(?::0?([1-9]))?\}")
"""Where a pattern has the number of the page; `{page:4}` writes it with four digits."""
_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_LABEL = re.compile(r"\W*(?:(?:page|pp?|p\.)\b\.?\s*)?([0-9]+[a-z]?|[ivxlcdm]+)\W*", re.IGNORECASE)
"""The label of a canvas that is the number of a page: `128`, `[128]`, `Page 128`, `p. xii`."""
_PIXELS = re.compile(r"([1-9]\d{0,5})x([1-9]\d{0,5})")
_TYPE = "http://iiif.io/api/presentation/3/"


def pattern_fault(pattern: str) -> str:
    """Return what is wrong with a pattern of addresses, or an empty string."""
    if not _PAGE.search(pattern):
        return "write {page} where the number of the page stands, or {page:4} to have it in four digits."
    if not _WEB.fullmatch(_PAGE.sub("1", pattern)):
        return "an address begins with https:// or http:// and has no spaces."
    return ""


def size_of(text: str) -> tuple[int, int] | None:
    """Return the width and height in pixels that `1200x1800` says; None where a text says no size."""
    found = _PIXELS.fullmatch(text)
    return (int(found[1]), int(found[2])) if found else None


def address_of(page: str, document: Document, edition: Edition) -> str:
    """Return the address of the picture of a page, or an empty string where the edition knows none.

    What the document's own table says comes before the manifest, and the manifest before the edition's pattern.
    """
    own, common = document.facts.get("facsimile", ""), edition.facts.get("images", "")
    return _filled(own, page) or edition.images.get(page.lower(), "") or _filled(common, page)


def missing(document: Document, edition: Edition) -> Iterator[Problem]:
    """Yield a problem for each page of a document that should have a picture by the manifest, and has none."""
    for span in document.spans if edition.images else ():
        page = span.get("n")
        if span.name == "pb" and not address_of(page, document, edition):
            message = f"Page {page} has no canvas in the manifest: no canvas is labelled with that number."
            yield document.problem("facsimile-missing", message, span.start)


def read_manifest(path: Path, shown: str) -> tuple[dict[str, str], list[Problem]]:
    """Return the address of the picture of each page by a IIIF manifest, and its problems. Nothing is raised.

    A canvas whose label is no page number, such as a cover's, is passed over; one without a picture is a problem.
    """
    try:
        manifest = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        return {}, [Problem("facsimile-syntax", f"The manifest cannot be read: {error.strerror}.", shown)]
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 0
        return {}, [Problem("facsimile-syntax", "The manifest is not JSON in UTF-8.", shown, line)]
    if not _is_manifest(manifest):
        message = "This is no manifest of the IIIF Presentation API 3: its type should be “Manifest”, with “items”."
        return {}, [Problem("facsimile-syntax", message, shown)]
    images: dict[str, str] = {}
    problems: list[Problem] = []
    for canvas in manifest["items"]:
        page = next((found for found in map(_page, _labels(canvas)) if found), "")
        if not page:
            continue
        address = _picture(canvas)
        if not address:
            problems.append(Problem("facsimile-syntax", f"The canvas “{page}” has no picture on the web.", shown))
        elif page in images:
            problems.append(Problem("facsimile-syntax", f"Two canvases have the label “{page}”.", shown))
        else:
            images[page] = address
    return images, problems


def _filled(pattern: str, page: str) -> str:
    return _PAGE.sub(lambda found: quote(page.zfill(int(found[1] or 0)), safe=""), pattern)


def _is_manifest(value: Any) -> bool:  # noqa: ANN401 (JSON)
    if not isinstance(value, dict) or value.get("type") != "Manifest" or not isinstance(value.get("items"), list):
        return False
    return _TYPE in json.dumps(value.get("@context", _TYPE))


def _labels(canvas: Any) -> Iterator[str]:  # noqa: ANN401 (JSON)
    """Yield the labels of a canvas in all languages."""
    label = canvas.get("label") if isinstance(canvas, dict) else None
    for texts in label.values() if isinstance(label, dict) else ():
        yield from (text for text in (texts if isinstance(texts, list) else ()) if isinstance(text, str))


def _page(label: str) -> str:
    found = _LABEL.fullmatch(label)
    return found[1].lower() if found else ""


def _picture(canvas: Mapping[str, Any]) -> str:
    """Return the address of the first picture that is painted on a canvas, or an empty string."""
    body = _first(_first(_first(canvas, "items"), "items"), "body")
    if body.get("type") == "Choice":
        body = _first(body, "items")
    address = body.get("id")
    return address if isinstance(address, str) and _WEB.fullmatch(address) else ""


def _first(value: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Return the object under a key, or the first of a list of them; an empty one if there is none."""
    found = value.get(key)
    one = found[0] if isinstance(found, list) and found else found
    return one if isinstance(one, dict) else {}

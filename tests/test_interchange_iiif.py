"""The IIIF manifest of `engross deposit interchange`, as iiif-prezi3 reads it."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from dav import NAMES, edited
from packing import DAY, HOME, SEEDS, peer

from encoder.deposit.finished import DepositError, Finished, finished
from encoder.deposit.iiif import SIZE, iiif

if TYPE_CHECKING:
    from pathlib import Path

IMAGES = "https://example.org/images"
BASE = "https://history.state.gov/historicaldocuments"


def with_facsimiles(build: Path, address: str) -> Finished:
    """Return an edition each of whose pages has a facsimile; `%s` in the address is the number of the page."""
    for name in NAMES:
        content = (build / "tei" / name).read_text(encoding="utf-8")
        changed = re.sub(r'<pb n="(\d+)"', lambda page: f'{page[0]} facs="{address % page[1]}"', content)
        edited(build, f"tei/{name}", changed.encode())
    edition = finished(build, SEEDS, DAY)
    return replace(edition, facts={**edition.facts, SIZE: "1200x1800"})


def read(manifest: str, tmp_path: Path) -> dict[str, Any]:
    """Return what iiif-prezi3 reads of a manifest."""
    (tmp_path / "manifest.json").write_text(manifest, encoding="utf-8")
    command = [peer(), str(HOME / "tests" / "check_iiif.py"), str(tmp_path / "manifest.json")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_every_page_is_a_canvas_with_its_image_its_tei_and_its_web_page(edition: Path, tmp_path: Path) -> None:
    found = read(iiif(with_facsimiles(edition, f"{IMAGES}/%s.png")), tmp_path)
    canvas = found["canvases"][f"{BASE}/iiif/frus1964-68v29p2-d62/pg_128"]
    assert canvas["image"] == f"{IMAGES}/128.png"
    assert canvas["on"] == f"{BASE}/iiif/frus1964-68v29p2-d62/pg_128"
    assert canvas["tei"] == [f"{BASE}/tei/frus1964-68v29p2-d62.xml#pg_128"]
    assert canvas["web"] == [f"{BASE}/frus1964-68v29p2-d62.html#pg_128"]
    assert len(found["canvases"]) == sum(len(record.pages) for record in finished(edition, SEEDS, DAY).records)


def test_every_document_is_a_range_of_its_pages(edition: Path, tmp_path: Path) -> None:
    found = read(iiif(with_facsimiles(edition, f"{IMAGES}/%s.png")), tmp_path)
    pages = [f"{BASE}/iiif/frus1964-68v29p2-d62/pg_{n}" for n in (128, 129)]
    assert found["ranges"][f"{BASE}/iiif/frus1964-68v29p2-d62"] == pages
    assert {page for those in found["ranges"].values() for page in those} == set(found["canvases"])


def test_a_page_that_two_documents_share_is_one_canvas_with_both(edition: Path, tmp_path: Path) -> None:
    found = read(iiif(with_facsimiles(edition, f"{IMAGES}/same.png%.0s")), tmp_path)
    (canvas,) = found["canvases"].values()
    assert {address.partition("#")[0] for address in canvas["tei"]} == {f"{BASE}/tei/{name}" for name in NAMES}


def test_an_address_without_the_suffix_of_an_image_is_an_image_service(edition: Path, tmp_path: Path) -> None:
    found = read(iiif(with_facsimiles(edition, f"{IMAGES}/%s")), tmp_path)
    canvas = found["canvases"][f"{BASE}/iiif/frus1964-68v29p2-d62/pg_128"]
    assert canvas["image"] == f"{IMAGES}/128/full/max/0/default.jpg"
    assert canvas["services"] == [f"{IMAGES}/128"]


def test_a_licence_of_creative_commons_is_the_rights_statement(edition: Path, tmp_path: Path) -> None:
    found = read(iiif(with_facsimiles(edition, f"{IMAGES}/%s.png")), tmp_path)
    assert found["rights"] == "http://creativecommons.org/publicdomain/mark/1.0/"


def test_an_edition_without_facsimiles_has_no_manifest(interchange: Path) -> None:
    assert not (interchange / "iiif").exists()


@pytest.mark.parametrize("size", ["", "1200", "1200 x 1800", "0x1800", "-1x5", "1e3x5"])
def test_facsimiles_without_a_size_are_an_error_that_says_what_to_write(edition: Path, size: str) -> None:
    found = with_facsimiles(edition, f"{IMAGES}/%s.png")
    with pytest.raises(DepositError, match="write it as “1200x1800”"):
        iiif(replace(found, facts={**found.facts, SIZE: size}))

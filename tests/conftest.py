"""What tests share: the seeds encoded once, and where gold and TEI's own schema are if they are there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from lxml import etree

from encoder.build import encode

if TYPE_CHECKING:
    from collections.abc import Mapping

# no test is one of timing: the machine may be busy
settings.register_profile("engross", deadline=None)
settings.load_profile("engross")

HOME = Path(__file__).resolve().parents[1]
SHARED = HOME.parent / "shared"


@pytest.fixture(scope="session")
def seeds_tei(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the TEI of the seeds, just encoded."""
    folder = tmp_path_factory.mktemp("seeds")
    report = encode(HOME / "seeds", folder)
    assert not report.failed(), report.problems
    return folder


@pytest.fixture(scope="session")
def seeds(seeds_tei: Path) -> Mapping[str, etree._Element]:
    """Return the TEI of each seed, parsed, by the document's number: d62, d96, d369."""
    return {path.stem.rsplit("-", 1)[1]: etree.parse(path).getroot() for path in seeds_tei.glob("*.xml")}


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of gold volumes and TEI's schema beside the checkout, or skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("../shared (gold volumes, tei_all.rng) is not beside this checkout")
    return SHARED

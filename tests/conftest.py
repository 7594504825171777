"""What tests share: the seeds encoded once, and where gold and TEI's own schema are if they are there."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from lxml import etree
from packing import DAY, EMAIL, SEEDS, built, engross

from encoder.build import encode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dav import Dav

# no test is one of timing: the machine may be busy
settings.register_profile("engross", deadline=None)
settings.load_profile("engross")

HOME = Path(__file__).resolve().parents[1]
SHARED = HOME.parent / "shared"


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what `engross validate` remembers out of the developer's own cache folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def seeds_tei(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the TEI of the seeds, just encoded."""
    folder = tmp_path_factory.mktemp("seeds")
    report = encode(HOME / "seeds", folder)
    assert not report.failed(), report.problems
    return folder


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a build of the seeds, made once. A test that changes it takes a copy."""
    return built(tmp_path_factory.mktemp("build"))


@pytest.fixture
def edition(build: Path, tmp_path: Path) -> Path:
    """Return a build of the seeds that a test may change."""
    return shutil.copytree(build, tmp_path / "build")


@pytest.fixture
def old(build: Path) -> Path:
    """Return an old release: a build of the seeds."""
    return build


@pytest.fixture
def new(old: Path, tmp_path: Path) -> Path:
    """Return a new release: a copy of the old one that a test changes."""
    return shutil.copytree(old, tmp_path / "new")


@pytest.fixture(scope="session")
def whole(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a bag of the seeds, made once."""
    out = tmp_path_factory.mktemp("deposit") / "bag"
    done = engross("deposit", "bag", build, "--sources", SEEDS, "--date", DAY, "-o", out)
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="session")
def interchange(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that “engross deposit interchange” writes of the seeds, with everything that it can write."""
    folder = tmp_path_factory.mktemp("interchange")
    options = ("--sources", SEEDS, "--date", DAY, "--email", EMAIL, "--parquet")
    done = engross("deposit", "interchange", build, *options, "-o", folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def tei(build: Path) -> list[etree._Element]:
    """Return the TEI of the seeds, parsed, in the order of their ids."""
    return [etree.parse(path).getroot() for path in sorted((build / "tei").glob("*.xml"))]


@pytest.fixture
def dav(tmp_path: Path) -> Iterator[Dav]:
    """Return a running WebDAV server over an empty folder."""
    from dav import Dav

    (tmp_path / "dav").mkdir()
    server = Dav(tmp_path / "dav")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def basex(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Return the port of a BaseX server, started once."""
    from basex import running

    with running(tmp_path_factory.mktemp("basex")) as port:
        yield port


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

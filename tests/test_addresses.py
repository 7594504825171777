"""Sources and outputs in a store: an S3 server (moto) gets the bytes that a folder gets, and only what changed."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from test_incremental import contents

from encoder.build import encode
from encoder.cli import main
from encoder.manifest import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Iterator

s3fs = pytest.importorskip("s3fs")
SEEDS = Path(__file__).resolve().parents[1] / "seeds"
pytestmark = pytest.mark.filterwarnings("default")  # what botocore and moto warn of is theirs


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Return the address of an S3 server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    moto = [sys.executable, "-c", "import sys; from moto.server import main; main(sys.argv[1:])"]
    process = subprocess.Popen([*moto, "-H", "127.0.0.1", "-p", str(port)], stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with socket.socket() as probe:
                if not probe.connect_ex(("127.0.0.1", port)):
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


@pytest.fixture
def store(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401 (s3fs has no types)
    """Return the store with a bucket that holds the seeds as `archive/letters`."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", server)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "reader")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    s3fs.S3FileSystem.clear_instance_cache()
    found = s3fs.S3FileSystem(skip_instance_cache=True, use_listings_cache=False)
    if found.exists("archive"):
        found.rm("archive", recursive=True)
    found.mkdir("archive")
    for path in SEEDS.iterdir():
        found.put_file(str(path), f"archive/letters/{path.name}")
    return found


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["encode", *arguments])
    return result.exit_code, result.output


def stored(store: Any, folder: str) -> dict[str, bytes]:  # noqa: ANN401
    return {path.removeprefix(f"{folder}/"): store.cat_file(path) for path in store.find(folder)}


def test_a_store_gets_what_a_folder_gets(store: Any, tmp_path: Path) -> None:  # noqa: ANN401
    encode(SEEDS, tmp_path / "here")
    assert run("s3://archive/letters", "-o", "s3://archive/tei")[0] == 0
    assert stored(store, "archive/tei") == contents(tmp_path / "here")


def test_only_what_changed_is_put(store: Any) -> None:  # noqa: ANN401
    run("s3://archive/letters", "-o", "s3://archive/tei")
    before = {path: facts["LastModified"] for path, facts in store.find("archive/tei", detail=True).items()}
    time.sleep(1.1)  # the store's clock counts seconds
    letter = "archive/letters/004_c2341f50860b8d85.txt"
    store.pipe_file(letter, store.cat_file(letter).replace(b"Sincerely", b"Faithfully"))
    run("s3://archive/letters", "-o", "s3://archive/tei")
    after = {path: facts["LastModified"] for path, facts in store.find("archive/tei", detail=True).items()}
    changed = {path.rpartition("/")[2] for path in after if after[path] != before[path]}
    assert changed == {"frus1961-63v22-d369.xml", MANIFEST}
    assert b"Faithfully" in store.cat_file("archive/tei/frus1961-63v22-d369.xml")


def test_what_is_no_longer_made_is_deleted_and_what_is_foreign_stays(store: Any) -> None:  # noqa: ANN401
    run("s3://archive/letters", "-o", "s3://archive/tei")
    store.rm_file("archive/letters/004_c2341f50860b8d85.txt")
    store.pipe_file("archive/tei/notes.txt", b"mine")
    code, _ = run("s3://archive/letters", "-o", "s3://archive/tei")
    assert code == 1  # edition.toml names the file that is gone
    assert not store.exists("archive/tei/frus1961-63v22-d369.xml")
    assert store.cat_file("archive/tei/notes.txt") == b"mine"


def test_a_foreign_file_in_the_way_is_told(store: Any) -> None:  # noqa: ANN401
    store.pipe_file("archive/tei/frus1961-63v22-d369.xml", b"mine")
    code, output = run("s3://archive/letters", "-o", "s3://archive/tei")
    assert code == 1
    assert "output-foreign" in output
    assert store.cat_file("archive/tei/frus1961-63v22-d369.xml") == b"mine"


@pytest.mark.usefixtures("store")
def test_an_address_with_nothing_is_said() -> None:
    code, output = run("s3://archive/nothing", "-o", "s3://archive/tei")
    assert code == 2
    assert "s3://archive/nothing" in output

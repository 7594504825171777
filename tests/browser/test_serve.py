"""The preview: what it sends, and that it rebuilds and reloads."""

from __future__ import annotations

import http.client
import threading
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from encoder.publish.web_serve import Preview

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

_PATIENCE = 10_000


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a site of one page, beside a source."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<!DOCTYPE html><title>T</title><p>first", encoding="utf-8")
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    (tmp_path / "source.txt").write_text("first", encoding="utf-8")
    return tmp_path


def answer(preview: Preview, path: str) -> tuple[int, bytes]:
    """Return the status and the content of the answer to a path, sent as it is."""
    connection = http.client.HTTPConnection(urlsplit(preview.address).netloc)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def test_the_front_page_is_at_the_address(home: Path) -> None:
    """With the script that reloads it, which the file has not."""
    with Preview(home / "site") as preview:
        status, content = answer(preview, "/")
    assert status == 200
    assert b"<p>first<script>" in content
    assert "script" not in (home / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["/none.html", "/../secret.html", "/%2e%2e/secret.html", "/none.css", "/%00.html"])
def test_nothing_outside_the_site_is_sent(home: Path, path: str) -> None:
    """An address that is not there, or leads out of the folder, is not found."""
    with Preview(home / "site") as preview:
        assert answer(preview, path)[0] == 404


def test_a_change_is_built_and_shown(home: Path, browser: Browser) -> None:
    """The reader sees the new text without doing anything."""
    source, page = home / "source.txt", home / "site" / "index.html"
    done = threading.Event()

    def rebuild() -> None:
        page.write_text(f"<!DOCTYPE html><title>T</title><p>{source.read_text(encoding='utf-8')}", encoding="utf-8")

    with Preview(home / "site") as preview:
        watching = threading.Thread(target=preview.watch, args=([source], rebuild, done.is_set))
        watching.start()
        tab = browser.new_page()
        tab.set_default_timeout(_PATIENCE)
        tab.goto(preview.address)
        assert tab.locator("p").inner_text() == "first"
        tab.wait_for_load_state("networkidle")
        source.write_text("second, and longer", encoding="utf-8")
        tab.get_by_text("second, and longer").wait_for()
        tab.close()
        done.set()
        watching.join()

"""A site of the sample documents behind a web server, and Chromium to read it with."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from encoder.publish.guide import guide
from encoder.publish.web import write_web

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_PATIENCE = 10_000
"""How long the browser waits for what a test expects, in milliseconds."""
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the base class's)
        """Say nothing."""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site, which is published in a subfolder."""
    home = tmp_path_factory.mktemp("served")
    facts = {"title": "Trial: letters on Japan", "language": "en", "date": "2006"}
    problems = write_web(sorted((HERE / "tei").glob("*.xml")), home / "some" / "edition", facts)
    assert [problem for problem in problems if problem.severity == "error"] == []
    # the encoding guide is a page of its own, and has the same to prove
    (home / "some" / "edition" / "guide.html").write_text(guide(), encoding="utf-8")
    return home / "some" / "edition"


@pytest.fixture(scope="session")
def site(folder: Path) -> Iterator[str]:
    """Yield the address of the site, with a slash at its end."""
    serve = functools.partial(_Quiet, directory=str(folder.parents[1]))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/some/edition/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield Chromium; tests that need it are skipped where it is absent."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def read(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Yield a function that opens a page of the site: address, width in pixels, and settings of the browser.

    A word on the console or an error in a script fails the test.
    """
    contexts = []
    said: list[str] = []

    def opened(address: str, width: int = 1400, **settings: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **settings)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(_PATIENCE)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(site + address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert said == []

"""`engross deposit http`: who may upload, and servers of another kind (a stand-in of eXist's REST interface)."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from dav import ANN, NAMES, Dav
from lxml import etree
from packing import HOME, built

from encoder.deposit.credentials import credentials
from encoder.deposit.finished import DepositError
from encoder.deposit.server import Server
from encoder.deposit.upload import JOURNAL, upload

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a build of the seeds."""
    return built(tmp_path_factory.mktemp("http"))


@pytest.fixture
def dav(tmp_path: Path) -> Iterator[Dav]:
    """Return a running WebDAV server."""
    (tmp_path / "dav").mkdir()
    server = Dav(tmp_path / "dav")
    yield server
    server.stop()


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "encoder", "deposit", "http", *map(str, arguments)]
    return subprocess.run(command, cwd=HOME, env=os.environ | environment, capture_output=True, text=True, check=False)


def test_the_password_comes_from_the_environment_and_is_never_shown(build: Path, dav: Dav) -> None:
    login = {"ENGROSS_USER": ANN[0], "ENGROSS_PASSWORD": ANN[1]}
    shown = run(build, dav.url, "--dry-run", **login)
    assert sorted(shown.stdout.split()) == sorted(["put"] * 3 + NAMES)
    done = run(build, dav.url, **login)
    assert done.returncode == 0, done.stderr
    assert ANN[1] not in done.stdout + done.stderr
    assert b"s3cret" not in (dav.folder / "letters" / JOURNAL).read_bytes()


def test_the_password_comes_from_the_keyring(build: Path, dav: Dav, tmp_path: Path) -> None:
    backend = """
        import keyring.backend

        class Keyring(keyring.backend.KeyringBackend):
            priority = 1

            def get_password(self, service, username):
                return {"engross 127.0.0.1 ann": "s3cret-pass"}.get(f"{service} {username}")

            def set_password(self, service, username, password): ...

            def delete_password(self, service, username): ...
        """
    (tmp_path / "ring.py").write_text(textwrap.dedent(backend), encoding="utf-8")
    ring = {"PYTHONPATH": str(tmp_path), "PYTHON_KEYRING_BACKEND": "ring.Keyring"}
    done = run(build, dav.url, ENGROSS_USER="ann", **ring)
    assert done.returncode == 0, done.stderr
    assert "no password for bob" in run(build, dav.url, ENGROSS_USER="bob", **ring).stderr


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(DepositError) as error:
        credentials("https://ann:s3cret@example.org/dav")
    assert "s3cret" not in str(error.value.problem)


def test_a_password_does_not_travel_in_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENGROSS_USER", "ann")
    monkeypatch.setenv("ENGROSS_PASSWORD", "s3cret")
    with pytest.raises(DepositError, match="in clear"):
        credentials("http://example.org/dav")
    assert credentials("https://example.org/dav") == ("ann", "s3cret")


# ---- eXist: a stand-in that makes collections of itself, writes XML its own way, and loses connections


@pytest.fixture
def exist() -> Iterator[tuple[str, dict[str, bytes], list[str]]]:
    """Return the address of the stand-in, what it holds, and the names at whose PUT it hangs up, once each."""
    held: dict[str, bytes] = {}
    hangs: list[str] = []

    class Rest(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _send(self, status: int, body: bytes = b"") -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_PUT(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            name = self.path.rpartition("/")[2]
            if name in hangs:
                hangs.remove(name)
                self.close_connection = True
                return
            if self.headers["Content-Type"] == "application/xml":
                root = etree.fromstring(content)
                etree.indent(root.find("{*}teiHeader"), space="    ")
                content = etree.tostring(root)
            held[self.path] = content
            self._send(201)

        def do_GET(self) -> None:
            self._send(200, held[self.path]) if self.path in held else self._send(404)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Rest)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/exist/rest/db/apps/letters", held, hangs
    server.shutdown()
    server.server_close()


def test_xml_that_a_database_writes_its_own_way_is_the_same(
    build: Path, exist: tuple[str, dict[str, bytes], list[str]]
) -> None:
    url, held, _ = exist
    with closing(Server(url)) as server:
        _, problems = upload(build, "tei", server)
    assert problems == []
    assert held[f"/exist/rest/db/apps/letters/{NAMES[0]}"] != (build / "tei" / NAMES[0]).read_bytes()


def test_a_lost_connection_is_tried_again(build: Path, exist: tuple[str, dict[str, bytes], list[str]]) -> None:
    url, held, hangs = exist
    hangs += [NAMES[0], NAMES[0]]
    pauses: list[float] = []
    with closing(Server(url, None, pauses.append)) as server:
        assert upload(build, "tei", server)[1] == []
    assert pauses == [1.0, 2.0]
    assert len(held) == 4

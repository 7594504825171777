"""`engross deposit http` on wsgidav, a real WebDAV server, and on a stand-in of eXist's REST interface."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import textwrap
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
from cheroot.wsgi import Server as WebServer
from lxml import etree
from packing import HOME, built, contents
from wsgidav.wsgidav_app import WsgiDAVApp

from encoder.deposit.credentials import credentials
from encoder.deposit.finished import DepositError
from encoder.deposit.server import Server
from encoder.deposit.upload import JOURNAL, upload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

ANN = ("ann", "s3cret-pass")
NAMES = ["frus1961-63v22-d369.xml", "frus1964-68v29p2-d62.xml", "frus1964-68v29p2-d96.xml"]


def willing(_method: str, _path: str) -> int:
    """Leave every request to the server."""
    return 0


class Dav:
    """A WebDAV server over a folder; `seen` are the requests, `answer` may give another status before it is asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seen: list[str] = []
        self.answer: Callable[[str, str], int] = willing
        self.clients: list[Server] = []
        self._app = WsgiDAVApp(
            {
                "provider_mapping": {"/": str(folder)},
                "simple_dc": {"user_mapping": {"*": {ANN[0]: {"password": ANN[1]}}}},
                "http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False},
                "verbose": 0,
            }
        )
        self._server = WebServer(("127.0.0.1", 0), self._respond)
        self._server.prepare()
        Thread(target=self._server.serve, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.bind_addr[1]}/letters"
        self.pauses: list[float] = []

    def _respond(self, environ: dict[str, Any], start: Callable[..., object]) -> Iterable[bytes]:
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        self.seen.append(f"{method} {path}")
        if status := self.answer(method, path):
            environ["wsgi.input"].read()
            start(f"{status} No", [("Content-Length", "0")])
            return [b""]
        answer: Iterable[bytes] = self._app(environ, start)
        return answer

    def client(self, login: tuple[str, str] | None = ANN) -> Server:
        self.clients.append(Server(self.url, login, self.pauses.append))
        return self.clients[-1]

    def puts(self) -> list[str]:
        return [one.rpartition("/")[2] for one in self.seen if one.startswith("PUT") and JOURNAL not in one]

    def stop(self) -> None:
        for client in self.clients:
            client.close()
        self._server.stop()


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a build of the seeds."""
    return built(tmp_path_factory.mktemp("http"))


@pytest.fixture
def build(original: Path, tmp_path: Path) -> Path:
    """Return a copy of it that a test may change."""
    return shutil.copytree(original, tmp_path / "build")


@pytest.fixture
def dav(tmp_path: Path) -> Iterator[Dav]:
    """Return a running WebDAV server."""
    (tmp_path / "dav").mkdir()
    server = Dav(tmp_path / "dav")
    yield server
    server.stop()


def edited(build: Path, name: str, content: bytes | None) -> None:
    """Make a build as if its file had this content, or were not made."""
    path = build / name
    manifest = json.loads((build / ".engross.json").read_text(encoding="utf-8"))
    if content is None:
        path.unlink()
        del manifest["files"][name]
    else:
        path.write_bytes(content)
        manifest["files"][name] = hashlib.sha256(content).hexdigest()
    (build / ".engross.json").write_text(json.dumps(manifest), encoding="utf-8")


def held(dav: Dav) -> dict[str, bytes]:
    """Return what the server has, but for the journal."""
    found = contents(dav.folder)
    return {name.removeprefix("letters/"): content for name, content in found.items() if JOURNAL not in name}


def test_the_server_holds_what_the_build_holds(build: Path, dav: Dav) -> None:
    plan, problems = upload(build, "tei", dav.client())
    assert (sorted(plan.put), plan.delete, plan.same, problems) == (NAMES, (), (), [])
    assert held(dav) == contents(build / "tei")


def test_a_web_edition_is_uploaded_folder_by_folder(build: Path, dav: Dav) -> None:
    assert upload(build, "web", dav.client())[1] == []
    assert held(dav) == contents(build / "web")


def test_a_second_upload_sends_nothing(build: Path, dav: Dav) -> None:
    upload(build, "tei", dav.client())
    dav.seen.clear()
    assert sorted(upload(build, "tei", dav.client())[0].same) == NAMES
    assert not [one for one in dav.seen if not one.startswith("GET")]


def test_only_what_changed_is_sent_and_what_is_gone_is_deleted(build: Path, dav: Dav) -> None:
    upload(build, "tei", dav.client())
    content = (build / "tei" / NAMES[1]).read_bytes()
    edited(build, f"tei/{NAMES[1]}", content.replace(b"You will recall", b"You may recall"))
    edited(build, f"tei/{NAMES[2]}", None)
    dav.seen.clear()
    plan, problems = upload(build, "tei", dav.client())
    assert (plan.put, plan.delete, problems) == ((NAMES[1],), (NAMES[2],), [])
    assert dav.puts() == [NAMES[1]]
    assert held(dav) == contents(build / "tei")


def test_a_dry_run_changes_nothing(build: Path, dav: Dav) -> None:
    plan, _ = upload(build, "tei", dav.client(), dry_run=True)
    assert sorted(plan.put) == NAMES
    assert contents(dav.folder) == {}
    assert not [one for one in dav.seen if not one.startswith("GET")]


def test_what_others_put_there_is_neither_overwritten_nor_deleted(build: Path, dav: Dav) -> None:
    (dav.folder / "letters").mkdir()
    (dav.folder / "letters" / "mine.xml").write_bytes(b"<mine/>")
    upload(build, "tei", dav.client())
    assert held(dav)["mine.xml"] == b"<mine/>"


def test_a_file_of_others_that_stands_in_the_way_is_an_error_before_anything_is_sent(build: Path, dav: Dav) -> None:
    (dav.folder / "letters").mkdir()
    (dav.folder / "letters" / NAMES[1]).write_bytes(b"<mine/>")
    with pytest.raises(DepositError) as error:
        upload(build, "tei", dav.client())
    assert error.value.problem.code == "output-foreign"
    assert contents(dav.folder) == {f"letters/{NAMES[1]}": b"<mine/>"}


def test_a_folder_of_another_edition_is_an_error(build: Path, dav: Dav) -> None:
    upload(build, "tei", dav.client())
    for name in NAMES:
        content = (build / "tei" / name).read_bytes()
        edited(build, f"tei/{name}", content.replace(b">frus-japan<", b">another<"))
    with pytest.raises(DepositError, match="holds another edition, “frus-japan”"):
        upload(build, "tei", dav.client())


def test_a_journal_cannot_make_it_delete_outside_its_folder(build: Path, dav: Dav) -> None:
    (dav.folder / "letters").mkdir()
    (dav.folder / "outside.xml").write_bytes(b"<mine/>")
    journal = {"edition": "frus-japan", "files": {"../outside.xml": "", "/outside.xml": ""}}
    (dav.folder / "letters" / JOURNAL).write_text(json.dumps(journal), encoding="utf-8")
    assert upload(build, "tei", dav.client())[0].delete == ()
    assert (dav.folder / "outside.xml").exists()


def test_an_upload_that_died_half_way_goes_on_and_ends_in_the_same_state(build: Path, dav: Dav) -> None:
    dav.answer = lambda method, path: 507 if method == "PUT" and path.endswith(NAMES[1]) else 0
    with pytest.raises(DepositError, match="507: it is full"):
        upload(build, "tei", dav.client())
    dav.answer = willing
    assert upload(build, "tei", dav.client())[1] == []
    died = contents(dav.folder)
    shutil.rmtree(dav.folder / "letters")
    upload(build, "tei", dav.client())
    assert contents(dav.folder) == died


@pytest.mark.parametrize("status", [423, 500, 502, 503])
def test_a_passing_fault_is_tried_again_with_longer_pauses(build: Path, dav: Dav, status: int) -> None:
    left = [status, status]
    dav.answer = lambda method, path: left.pop() if method == "PUT" and path.endswith(NAMES[1]) and left else 0
    assert upload(build, "tei", dav.client())[1] == []
    assert dav.pauses == [1.0, 2.0]


@pytest.mark.parametrize(
    ("status", "meaning"),
    [(403, "may not"), (409, "folder above"), (423, "locked"), (500, "cannot do that now"), (507, "full")],
)
def test_a_lasting_fault_is_an_error_that_names_the_file(build: Path, dav: Dav, status: int, meaning: str) -> None:
    dav.answer = lambda method, path: status if method == "PUT" and path.endswith(NAMES[0]) else 0
    with pytest.raises(DepositError, match=f"answered {status}: .*{meaning}") as error:
        upload(build, "tei", dav.client())
    assert error.value.problem.path == f"{dav.url}/{NAMES[0]}"
    assert len(dav.pauses) <= 3


def test_a_wrong_password_is_an_error_at_once(build: Path, dav: Dav) -> None:
    with pytest.raises(DepositError, match="answered 401: it does not accept this name and password"):
        upload(build, "tei", dav.client(("ann", "wrong")))
    assert len(dav.seen) == 1


def test_a_server_that_is_not_there_is_an_error(build: Path, dav: Dav) -> None:
    dav.stop()
    with pytest.raises(DepositError, match="cannot be reached"):
        upload(build, "tei", dav.client())


def test_a_file_that_another_changed_on_the_server_is_named_and_sent_again(build: Path, dav: Dav) -> None:
    upload(build, "tei", dav.client())
    there = dav.folder / "letters" / NAMES[1]
    there.write_bytes(there.read_bytes().replace(b'xml:id="d62fn2"', b'xml:id="d62fn9"'))
    _, problems = upload(build, "tei", dav.client())
    assert [(one.code, one.path) for one in problems] == [("server-differs", f"{dav.url}/{NAMES[1]}")]
    assert "ids, notes" in problems[0].message
    assert upload(build, "tei", dav.client())[0].put == (NAMES[1],)
    assert held(dav) == contents(build / "tei")


def test_a_file_that_the_server_lost_is_named(build: Path, dav: Dav) -> None:
    upload(build, "tei", dav.client())
    (dav.folder / "letters" / NAMES[1]).unlink()
    assert [one.message[:20] for one in upload(build, "tei", dav.client())[1]] == ["The file is not ther"]


# ---- the command, and who may use it


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

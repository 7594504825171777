"""A real WebDAV server (wsgidav) for tests, which may be told to fail, and builds that a test changes."""

from __future__ import annotations

import hashlib
import json
from threading import Thread
from typing import TYPE_CHECKING, Any

from cheroot.wsgi import Server as WebServer
from packing import contents
from wsgidav.wsgidav_app import WsgiDAVApp

from encoder.deposit.journal import JOURNAL
from encoder.deposit.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
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
        self.headers: list[tuple[str, str]] = []
        """Of the answers that are not the server's own."""
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
            start(f"{status} No", [("Content-Length", "0"), *self.headers])
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

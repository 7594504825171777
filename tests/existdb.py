"""A stand-in of eXist-db's REST interface: eXist-db itself is in no package registry.

It does what its documentation says: it makes collections of itself, stores as XML what is sent as XML, indexes a
document as it stores it, indents what it gives unless told not to, and asks for name and password.
"""

from __future__ import annotations

import base64
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import unquote

from lxml import etree

DBA = ("admin", "s3cret-pass")
_CONFIGURATION = "/db/system/config"


class Exist:
    """A running stand-in. `held` are its resources by path, `indexed` by which configuration each was indexed."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}
        self.indexed: dict[str, bytes | None] = {}
        self.seen: list[str] = []
        self.hangs: list[str] = []
        """Names at whose PUT it hangs up, once each."""
        self.drops_spaces = False
        """Whether it stores no white space between two elements, as one with another conf.xml does."""
        self._server = HTTPServer(("127.0.0.1", 0), type("Rest", (_Rest,), {"exist": self}))
        Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_port}/exist/rest/db/apps/letters"

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def store(self, path: str, content: bytes, kind: str) -> int:
        if kind == "application/xml":
            try:
                root = etree.fromstring(content, etree.XMLParser(remove_blank_text=self.drops_spaces))
            except etree.XMLSyntaxError:
                return 400
            content = etree.tostring(root)
            above = path.rpartition("/")[0].removeprefix("/db")
            self.indexed[path] = self.held.get(f"{_CONFIGURATION}/db{above}/collection.xconf")
        self.held[path] = content
        return 201


class _Rest(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    exist: Exist

    def _send(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _asked(self) -> tuple[str, str]:
        path, _, query = self.path.removeprefix("/exist/rest").partition("?")
        self.exist.seen.append(f"{self.command} {unquote(path)}")
        return unquote(path), query

    def _known(self) -> bool:
        token = base64.b64encode(":".join(DBA).encode()).decode()
        return self.headers["Authorization"] == f"Basic {token}"

    def do_PUT(self) -> None:
        path, _ = self._asked()
        content = self.rfile.read(int(self.headers["Content-Length"]))
        name = path.rpartition("/")[2]
        if name in self.exist.hangs:
            self.exist.hangs.remove(name)
            self.close_connection = True
        elif self._known():
            self._send(self.exist.store(path, content, self.headers["Content-Type"]))
        else:
            self._send(401)

    def do_GET(self) -> None:
        path, query = self._asked()
        content = self.exist.held.get(path)
        if content is None and any(name.startswith(f"{path}/") for name in self.exist.held):
            content = b'<exist:result xmlns:exist="http://exist.sourceforge.net/NS/exist"/>'
        if content is not None and path in self.exist.indexed and query != "_indent=no":
            root = etree.fromstring(content)
            etree.indent(root, space="    ")
            content = etree.tostring(root)
        self._send(200 if content is not None else 404, content or b"")

    def do_DELETE(self) -> None:
        path, _ = self._asked()
        gone = [name for name in self.exist.held if name == path or name.startswith(f"{path}/")]
        for name in gone:
            del self.exist.held[name]
        self._send(200 if gone else 404)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

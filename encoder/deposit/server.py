"""A folder on a server that takes files by HTTP PUT: WebDAV (Nextcloud and others), eXist's and BaseX's REST."""

from __future__ import annotations

import base64
import time
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from encoder.deposit.finished import refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from http.client import HTTPResponse

    from encoder.deposit.finished import DepositError

_AGAIN = frozenset({423, 429, 500, 502, 503, 504})
"""Answers that may be others a moment later (RFC 9110, RFC 4918)."""
_PAUSES = (1.0, 2.0, 4.0)
"""Seconds before each further try."""
_LONGEST = 60.0
"""Seconds that a server may ask to wait."""
_TIMEOUT = 60
_MOVED = "it points elsewhere: give the folder's own address, and move a folder away that stands in a file's place"
_MEANING = {
    301: _MOVED,
    302: _MOVED,
    307: _MOVED,
    308: _MOVED,
    401: "it does not accept this name and password: see ENGROSS_USER and ENGROSS_PASSWORD",
    403: "this user may not do that here",
    404: "there is nothing at this address",
    405: "it takes no files here: is this the address of its WebDAV or REST folder?",
    409: "the folder above is missing, and it lets nobody make it",
    413: "the file is too large for it",
    423: "somebody has locked the file: close it there",
    507: "it is full: make room there",
}


class Server:
    """One folder of one server. Names are paths in it, with slashes."""

    def __init__(
        self,
        url: str,
        login: tuple[str, str] | None = None,
        pause: Callable[[float], None] = time.sleep,
        *,
        asking: str = "",
    ) -> None:
        """Take the folder's address, name and password, what waits between two tries, and a query of each GET."""
        self.url = url.rstrip("/")
        self._asking = asking and f"?{asking}"
        parts = urlsplit(self.url)
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        self._connection = kind(parts.hostname or "", parts.port, timeout=_TIMEOUT)
        # an address may be written with or without per cent: %20 stays what it is
        self._path = quote(parts.path, safe="/%:@!$&'()*+,;=~")
        self._pause = pause
        self._headers = {"User-Agent": "engross"}
        if login:
            token = base64.b64encode(":".join(login).encode()).decode("ascii")
            self._headers["Authorization"] = f"Basic {token}"

    def get(self, name: str) -> bytes | None:
        """Return a file, or none where there is none. Raises DepositError."""
        status, body = self._ask("GET", name)
        if status in {404, 410}:
            return None
        self._expect(status, name, {200})
        return body

    def put(self, name: str, content: bytes) -> None:
        """Write a file, and the folders above it where the server asks for them. Raises DepositError."""
        status, _ = self._ask("PUT", name, content)
        if status in {404, 409}:
            self._make_folders(name)
            status, _ = self._ask("PUT", name, content)
        self._expect(status, name, {200, 201, 204})

    def delete(self, name: str) -> None:
        """Delete a file, if it is there. Raises DepositError."""
        status, _ = self._ask("DELETE", name)
        self._expect(status, name, {200, 202, 204, 404, 410})

    def close(self) -> None:
        """End the connection."""
        self._connection.close()

    def _make_folders(self, name: str) -> None:
        parts = name.split("/")[:-1]
        for depth in range(len(parts) + 1):
            self._ask("MKCOL", "/".join(parts[:depth]))

    def _ask(self, method: str, name: str, content: bytes | None = None) -> tuple[int, bytes]:
        """Return status and body of an answer, after further tries where there was none or only a passing one."""
        path = f"{self._path}/{quote(name)}".rstrip("/") + (self._asking if method == "GET" else "")
        lost: Exception | None = None
        status, body, wait = 0, b"", 0.0
        for pause in (*_PAUSES, None):
            try:
                headers = self._headers | ({"Content-Type": _kind(name)} if content is not None else {})
                self._connection.request(method, path, content, headers)
                answer = self._connection.getresponse()
                status, body, lost = answer.status, answer.read(), None
                wait = _asked_to_wait(answer)
            except (OSError, HTTPException) as error:
                lost = error
                self._connection.close()
            if lost is None and status not in _AGAIN:
                break
            if pause is not None:
                self._pause(max(pause, wait))
        if lost is not None:
            message = f"The server cannot be reached ({lost}): run the same command again, it goes on where it stopped."
            raise refused("server", message, f"{self.url}/{name}") from lost
        return status, body

    def _expect(self, status: int, name: str, good: set[int]) -> None:
        if status not in good:
            raise self._refused(status, name)

    def _refused(self, status: int, name: str) -> DepositError:
        meaning = _MEANING.get(status, "it cannot do that now" if status in _AGAIN else "it refused")
        return refused("server", f"The server answered {status}: {meaning}.", f"{self.url}/{name}")


def _asked_to_wait(answer: HTTPResponse) -> float:
    """Return how many seconds a server asks to wait (Retry-After, RFC 9110), but no more than `_LONGEST`."""
    asked = answer.headers.get("Retry-After", "")
    return min(float(asked), _LONGEST) if asked.isdecimal() else 0.0


def _kind(name: str) -> str:
    """Return the media type to send: eXist stores as XML what says that it is."""
    return "application/xml" if name.endswith((".xml", ".xconf")) else "application/octet-stream"

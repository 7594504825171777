"""A client of BaseX's server protocol (https://docs.basex.org/wiki/Server_Protocol), as far as a deposit needs it."""

from __future__ import annotations

import hashlib
import socket
from typing import TYPE_CHECKING, Self

from encoder.deposit.finished import refused

if TYPE_CHECKING:
    from types import TracebackType

_TIMEOUT = 60
_ADD = b"\x09"


class BaseX:
    """A session with a server. Use it as a context manager."""

    def __init__(self, host: str, port: int, login: tuple[str, str]) -> None:
        """Connect and log in. Raises DepositError where there is no server, or it knows no such user."""
        self.where = f"basex://{host}:{port}"
        try:
            self._socket = socket.create_connection((host, port), timeout=_TIMEOUT)
        except OSError as error:
            raise refused("server", f"The server cannot be reached ({error}): is it running?", self.where) from error
        self._stream = self._socket.makefile("rb")
        try:
            self._log_in(*login)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the session."""
        self._stream.close()
        self._socket.close()

    def run(self, command: str) -> str:
        """Return the result of a command. Raises DepositError with what the server says."""
        self._send(command.encode() + b"\0")
        result = self._text()
        self._end()
        return result

    def add(self, path: str, xml: bytes) -> None:
        """Add a document to the open database. Raises DepositError with what the server says."""
        # within a document the bytes 0 and 255 stand after a 255
        content = xml.replace(b"\xff", b"\xff\xff").replace(b"\0", b"\xff\0")
        self._send(_ADD + path.encode() + b"\0" + content + b"\0")
        self._end()

    def _log_in(self, user: str, password: str) -> None:
        realm, _, nonce = self._text().rpartition(":")
        # the protocol's own way; a password is never sent
        inner = hashlib.md5(f"{user}:{realm}:{password}".encode(), usedforsecurity=False).hexdigest()
        answer = hashlib.md5(f"{inner}{nonce}".encode(), usedforsecurity=False).hexdigest()
        self._send(f"{user}\0{answer}\0".encode())
        if self._byte() != b"\0":
            message = "The server does not accept this name and password: see ENGROSS_USER and ENGROSS_PASSWORD."
            raise refused("server", message, self.where)

    def _send(self, content: bytes) -> None:
        try:
            self._socket.sendall(content)
        except OSError as error:
            raise self._lost() from error

    def _end(self) -> None:
        """Read what the server says of a command, and whether it went well."""
        message = self._text()
        if self._byte() != b"\0":
            raise refused("server", f"The server refused: {' '.join(message.split())}.", self.where)

    def _text(self) -> str:
        out = bytearray()
        while (byte := self._byte()) != b"\0":
            out += self._byte() if byte == b"\xff" else byte
        return out.decode("utf-8", errors="replace")

    def _byte(self) -> bytes:
        try:
            byte = self._stream.read(1)
        except OSError as error:
            raise self._lost() from error
        if not byte:
            raise self._lost()
        return byte

    def _lost(self) -> Exception:
        return refused("server", "The connection was lost: run the same command again.", self.where)

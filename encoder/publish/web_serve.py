"""Showing a site while one works on it: a local web server that rebuilds on a change and reloads the pages.

The script that reloads is added to what the server sends; it is in no file of the site.
"""

from __future__ import annotations

import functools
import threading
import time
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_VERSION = "/.version"
_RELOAD = """<script>
(async () => {
  const version = async () => (await fetch("/.version")).text();
  const first = await version();
  setInterval(async () => { if (await version().catch(() => first) !== first) location.reload(); }, 1000);
})();
</script>"""
_PAUSE = 0.5
"""Seconds between two looks at the files."""


class Preview:
    """A server for the site in a folder, on this machine only. Use it as a context manager.

    `address` is where it is; `port` 0 takes a free one. Raises OSError where the port is taken.
    """

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.version = 0
        handler = functools.partial(_Pages, preview=self, directory=str(folder))
        self._server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}/"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def watch(self, sources: Sequence[Path], rebuild: Callable[[], None], until: Callable[[], bool]) -> None:
        """Call `rebuild` whenever a file in or under `sources` changes, and have pages reload; end as `until` says."""
        seen = _stamps(sources)
        while not until():
            time.sleep(_PAUSE)
            now = _stamps(sources)
            if now != seen:
                seen = now
                rebuild()
                self.version += 1


class _Pages(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, preview: Preview, directory: str) -> None:
        self._preview = preview
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]  # what the server passes on

    def do_GET(self) -> None:
        """Send the version, a page with the script that reloads it, or any other file."""
        if self.path == _VERSION:
            self._send(str(self._preview.version).encode(), "text/plain")
            return
        place = self.translate_path(self.path)
        name = f"{place}index.html" if place.endswith("/") else place
        if not name.endswith(".html"):
            super().do_GET()
            return
        status = HTTPStatus.OK
        try:
            page = Path(name).read_bytes()
        except (OSError, ValueError):
            status = HTTPStatus.NOT_FOUND
            page = b"Nothing at this address."
        self._send(page + _RELOAD.encode(), "text/html; charset=utf-8", status)

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the base class's)
        """Say nothing."""


def _stamps(sources: Sequence[Path]) -> dict[Path, tuple[int, int]]:
    """Return when each file was changed and its size in bytes."""
    files = [path for source in sources for path in (source.rglob("*") if source.is_dir() else [source])]
    stamps = {}
    for path in files:
        try:
            found = path.stat()
        except OSError:
            continue
        stamps[path] = (found.st_mtime_ns, found.st_size)
    return stamps

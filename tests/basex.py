"""A real BaseX server (Debian's package basex) for tests, with databases and packages of its own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from encoder.deposit.basex_client import BaseX

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ADMIN = ("admin", "admin")


@contextmanager
def running(home: Path) -> Iterator[int]:
    """Give the port of a server that lives in the folder `home`, or skip where BaseX is not installed."""
    program = shutil.which("basexserver")
    if program is None:
        pytest.skip("basexserver is not here: install Debian's package basex")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    environment = os.environ | {"BASEX_JVM": f"-Dorg.basex.path={home}", "HOME": str(home)}
    command = [program, "-z", "-n127.0.0.1", f"-p{number}"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(command, env=environment, cwd=home, start_new_session=True, **quiet)
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", number)) == 0:
                    break
            time.sleep(0.1)
        yield number
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def ask(port: int, *commands: str) -> str:
    """Return what the last of some commands gives."""
    with BaseX("127.0.0.1", port, ADMIN) as server:
        return [server.run(command) for command in commands][-1]

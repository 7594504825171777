"""Who may upload: name and password come from the environment or the keyring, and are never shown."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING

import pytest
from dav import ANN, NAMES, Dav
from packing import HOME

from encoder.deposit.credentials import credentials
from encoder.deposit.finished import DepositError
from encoder.deposit.journal import JOURNAL

if TYPE_CHECKING:
    from pathlib import Path


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


@pytest.mark.parametrize(
    "url",
    [
        "example.org/dav",
        "ftp://example.org/dav",
        "https:///dav",
        "https://example.org:port/dav",
        "https://example.org:99999/dav",
        "https://[example.org/dav",
        "https://example.org/dav?folder=letters",
        "https://example.org/dav#letters",
    ],
)
def test_what_is_no_address_of_a_folder_is_an_error(url: str) -> None:
    with pytest.raises(DepositError, match="no address of a"):
        credentials(url)


def test_a_password_in_what_is_no_address_is_not_repeated() -> None:
    with pytest.raises(DepositError) as error:
        credentials("https://ann:s3cret@[example.org/dav")
    assert "s3cret" not in str(error.value.problem)

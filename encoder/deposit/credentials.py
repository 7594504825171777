"""Who uploads: from the environment or the keyring of the system, never from an address, an option or a file."""

from __future__ import annotations

import os
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from encoder.deposit.finished import refused

USER = "ENGROSS_USER"
PASSWORD = "ENGROSS_PASSWORD"  # noqa: S105 (the name of a variable)


def credentials(url: str) -> tuple[str, str] | None:
    """Return name and password for a server, or none where ENGROSS_USER is not set.

    The password is that of ENGROSS_PASSWORD, or what the keyring has for “engross HOST” and this name. Raises
    DepositError where the address is no folder's or itself holds a password, where there is none, or where it would
    travel in clear.
    """
    parts = parts_of(url)
    if parts.scheme not in {"http", "https"} or parts.query or parts.fragment:
        raise refused("server", "This is no address of a folder on a server: write https://HOST/FOLDER.", _bare(parts))
    if "@" not in parts.netloc and not os.environ.get(USER):
        return None
    found = login(url)
    if parts.scheme == "http" and not _here(parts):
        raise refused("server", "The password would travel in clear: use the server's https:// address.", url)
    return found


def login(url: str) -> tuple[str, str]:
    """Return name and password for a server that needs them, from where `credentials` has them. Raises DepositError."""
    parts = parts_of(url)
    if "@" in parts.netloc:
        message = f"Others see what stands in an address: put name and password into {USER} and {PASSWORD} instead."
        raise refused("server", message, _bare(parts))
    user = os.environ.get(USER, "")
    if not user:
        raise refused("server", f"This server asks for a name and a password: set {USER} and {PASSWORD}.", url)
    host = parts.hostname or ""
    password = os.environ.get(PASSWORD) or _kept(host, user)
    if not password:
        message = f"There is no password for {user}: set {PASSWORD}, or “keyring set 'engross {host}' {user}”."
        raise refused("server", message, url)
    return user, password


def parts_of(url: str) -> SplitResult:
    """Return the parts of an address. Raises DepositError where it names no host, or a port that is none."""
    try:
        parts = urlsplit(url)
        known = parts.hostname and (parts.port is None or parts.port)
    except ValueError:
        known = None
    if not known:
        # what is no address may still hold a password: it is not repeated
        raise refused("server", "This is no address of a server: write https://HOST/FOLDER.", "")
    return parts


def _bare(parts: SplitResult) -> str:
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def _kept(host: str, user: str) -> str:
    try:
        import keyring  # noqa: PLC0415 (an extra: not everyone has it)
        from keyring.errors import KeyringError  # noqa: PLC0415 (keyring is an extra)
    except ImportError:
        return ""
    try:
        return keyring.get_password(f"engross {host}", user) or ""
    except KeyringError:
        return ""


def _here(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

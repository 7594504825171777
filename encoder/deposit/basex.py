"""A BaseX database of an edition's TEI, with a full-text index: made under another name, read back, then renamed.

A database of that name stays as it is until the new one is proved; one that this edition did not make stays for good.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.deposit.basex_client import BaseX
from encoder.deposit.credentials import parts_of
from encoder.deposit.finished import content_of, made_in, refused, without_tei
from encoder.deposit.readback import difference_of
from encoder.deposit.upload import edition_of
from encoder.tei.markup import Element, inline

if TYPE_CHECKING:
    from pathlib import Path

    from encoder.problems import Problem

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_PORT = 1984
_MARK = "engross-deposit.xml"
_SETTINGS = (
    "SET CHOP false",  # BaseX 9 would take the spaces between two names away
    "SET INTPARSE false",
    "SET DTD false",
    "SET FTINDEX true",
    "SET AUTOFLUSH false",
    "SET SERIALIZER indent=no",
)


def write_database(build: Path, url: str, login: tuple[str, str]) -> tuple[int, list[Problem]]:
    """Put the TEI of a build into the database of `url`, `basex://HOST:PORT/NAME`; return the number of documents.

    The problems name each document that the server gives back otherwise; the old database then stays. Raises
    DepositError where the server refuses, or has a database of that name that this edition did not make.
    """
    parts = parts_of(url)
    name = parts.path.strip("/")
    if parts.scheme != "basex" or not parts.hostname or not _NAME.fullmatch(name):
        raise refused("server", "Write the address of a database as basex://HOST:1984/NAME.", url)
    teis = {one: digest for one, digest in made_in(build).items() if one.startswith("tei/")}
    if not teis:
        raise without_tei(build)
    documents = {one.removeprefix("tei/"): content_of(build, one, digest) for one, digest in teis.items()}
    edition = edition_of(build)
    with BaseX(parts.hostname, parts.port or _PORT, login) as server:
        _refuse_foreign(server, name, edition, url)
        aside = f"{name}-engross"
        for setting in _SETTINGS:
            server.run(setting)
        server.run(f"CREATE DB {aside}")
        for one, xml in documents.items():
            server.add(one, xml)
        server.add(_MARK, inline(Element("engross", (("edition", edition),))).encode())
        server.run("OPTIMIZE ALL")
        problems = [
            found
            for one, xml in documents.items()
            for found in difference_of(xml, _read(server, aside, one), f"{url}/{one}")
        ]
        server.run("CLOSE")
        if problems:
            server.run(f"DROP DB {aside}")
            return len(documents), problems
        # one query: a connection that is lost leaves the old database or the new one
        server.run(f"XQUERY db:alter({_literal(aside)}, {_literal(name)})")
    return len(documents), []


def _read(server: BaseX, database: str, document: str) -> bytes | None:
    place = f"{_literal(database)}, {_literal(document)}"
    if server.run(f"XQUERY db:exists({place})") != "true":
        return None
    return server.run(f"XQUERY db:open({place})").encode()


def _literal(text: str) -> str:
    """Return text as a string of XQuery."""
    doubled = text.replace("&", "&amp;").replace("'", "''")
    return f"'{doubled}'"


def _refuse_foreign(server: BaseX, name: str, edition: str, url: str) -> None:
    """Raise DepositError where there is such a database that this edition did not make."""
    if server.run(f"XQUERY db:exists('{name}')") != "true":
        return
    made = server.run(f"XQUERY string(db:open('{name}', '{_MARK}')/engross/@edition)")
    if made != edition:
        message = "This database was not made of this edition and was left as it is: choose another name."
        raise refused("output-foreign", message, url)

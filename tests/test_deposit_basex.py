"""`engross deposit basex` on a real server (Debian's package basex)."""

from __future__ import annotations

import socket
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from basex import ADMIN, ask
from lxml import etree
from packing import engross

from encoder.deposit.basex import write_database
from encoder.deposit.basex_client import BaseX
from encoder.deposit.finished import DepositError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEI = "declare namespace t='http://www.tei-c.org/ns/1.0'; "


@pytest.fixture
def url(basex: int) -> Iterator[str]:
    """Return the address of a database that is not there, and is gone after the test."""
    yield f"basex://127.0.0.1:{basex}/letters"
    ask(basex, "DROP DB letters")
    ask(basex, "DROP DB letters-engross")


def test_basex_finds_every_document_note_and_person(build: Path, basex: int, url: str) -> None:
    assert write_database(build, url, ADMIN) == (3, [])
    trees = [etree.parse(path).getroot() for path in (build / "tei").glob("*.xml")]
    for name in ("TEI", "note", "persName", "person", "date"):
        expected = sum(len(list(tree.iter(f"{{http://www.tei-c.org/ns/1.0}}{name}"))) for tree in trees)
        assert ask(basex, f"XQUERY {TEI}count(db:open('letters')//t:{name})") == str(expected)


def test_the_database_has_a_full_text_index(build: Path, basex: int, url: str) -> None:
    write_database(build, url, ADMIN)
    assert ask(basex, "XQUERY string(db:info('letters')//ftindex)") == "true"
    assert int(ask(basex, "XQUERY count(ft:search('letters', 'memorandum'))")) > 0


def test_the_command_takes_name_and_password_from_the_environment(
    build: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ENGROSS_USER", raising=False)
    assert "set ENGROSS_USER and ENGROSS_PASSWORD" in engross("deposit", "basex", build, url).stderr
    monkeypatch.setenv("ENGROSS_USER", ADMIN[0])
    monkeypatch.setenv("ENGROSS_PASSWORD", ADMIN[1])
    done = engross("deposit", "basex", build, url)
    assert done.returncode == 0, done.stderr
    assert "3 documents" in done.stderr


def test_spaces_between_names_are_kept(build: Path, basex: int, url: str) -> None:
    write_database(build, url, ADMIN)
    path = next((build / "tei").glob("*d62.xml"))
    text = ask(basex, f"XQUERY {TEI}string(db:open('letters', '{path.name}')//t:text)")
    assert text == "".join(etree.parse(path).getroot().find("{*}text").itertext())


def test_the_same_edition_replaces_its_database(build: Path, basex: int, url: str) -> None:
    write_database(build, url, ADMIN)
    with BaseX("127.0.0.1", basex, ADMIN) as server:
        server.run("OPEN letters")
        server.add("left-over.xml", b"<x/>")
    assert write_database(build, url, ADMIN) == (3, [])
    assert ask(basex, "XQUERY db:exists('letters', 'left-over.xml')") == "false"
    assert ask(basex, "XQUERY db:exists('letters-engross')") == "false"


def test_a_database_of_others_is_left_as_it_is(build: Path, basex: int, url: str) -> None:
    ask(basex, "CREATE DB letters <mine/>")
    with pytest.raises(DepositError) as error:
        write_database(build, url, ADMIN)
    assert error.value.problem.code == "output-foreign"
    assert ask(basex, "XQUERY count(db:open('letters')/mine)") == "1"


def test_what_died_half_way_is_run_again(build: Path, basex: int, url: str) -> None:
    ask(basex, "CREATE DB letters-engross <half/>")
    assert write_database(build, url, ADMIN) == (3, [])
    assert ask(basex, "XQUERY count(db:open('letters')/half)") == "0"


def test_a_document_that_the_server_refuses_leaves_the_old_database(build: Path, basex: int, url: str) -> None:
    write_database(build, url, ADMIN)
    with BaseX("127.0.0.1", basex, ADMIN) as server:
        server.run("CREATE DB letters-engross")
        with pytest.raises(DepositError, match="The server refused"):
            server.add("bad.xml", b"<not xml")
    assert ask(basex, f"XQUERY {TEI}count(db:open('letters')//t:TEI)") == "3"


def test_a_wrong_password_is_an_error(build: Path, url: str) -> None:
    with pytest.raises(DepositError, match="does not accept this name and password"):
        write_database(build, url, ("admin", "wrong"))


def test_a_server_that_is_not_there_is_an_error(build: Path) -> None:
    with pytest.raises(DepositError, match="cannot be reached"):
        write_database(build, "basex://127.0.0.1:1/letters", ADMIN)


@pytest.mark.parametrize("address", ["basex://localhost/", "http://localhost/x", "basex://localhost/a;DROP DB b"])
def test_an_address_of_another_form_is_an_error(build: Path, address: str) -> None:
    with pytest.raises(DepositError, match="basex://HOST"):
        write_database(build, address, ADMIN)


# ---- a server that hangs up


@pytest.fixture
def hanging() -> Iterator[tuple[int, list[bytes]]]:
    """Return the port of a server that says what is in the list, each part after it heard something, and hangs up."""
    says: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                for at, part in enumerate(says):
                    if at:
                        connection.recv(10_000)
                    connection.sendall(part)

        thread = Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1], says
        thread.join(timeout=10)


@pytest.mark.parametrize(
    "says",
    [[b""], [b"BaseX:12"], [b"BaseX:1234\0"], [b"BaseX:1234\0", b"\0"], [b"BaseX:1234\0", b"\0", b"tru"]],
    ids=["at once", "in its greeting", "before the login", "after the login", "in an answer"],
)
def test_a_server_that_hangs_up_is_an_error(build: Path, hanging: tuple[int, list[bytes]], says: list[bytes]) -> None:
    port, parts = hanging
    parts += says
    with pytest.raises(DepositError, match="The connection was lost: run the same command again"):
        write_database(build, f"basex://127.0.0.1:{port}/letters", ADMIN)


def test_what_a_connection_that_was_lost_left_half_done_is_done_by_the_next_run(
    build: Path, basex: int, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is lost after each of the commands in turn: the old database is there whole, or the new one."""
    write_database(build, url, ADMIN)
    whole = ask(basex, "XQUERY for $one in db:open('letters') order by db:path($one) return $one")
    run, left = BaseX.run, [0]

    def lost(server: BaseX, command: str) -> str:
        left[0] -= 1
        if left[0] < 0:
            server.close()
            raise server._lost()
        return run(server, command)

    for commands in range(30):
        left[0] = commands
        monkeypatch.setattr(BaseX, "run", lost)
        try:
            write_database(build, url, ADMIN)
        except DepositError:
            monkeypatch.setattr(BaseX, "run", run)
            assert ask(basex, "XQUERY for $one in db:open('letters') order by db:path($one) return $one") == whole
        else:
            monkeypatch.setattr(BaseX, "run", run)
            break
    assert commands > 10
    assert ask(basex, "XQUERY db:exists('letters-engross')") == "false"


@pytest.mark.parametrize("address", ["basex://localhost:port/letters", "basex://localhost:99999/letters", "basex:///a"])
def test_an_address_without_a_host_or_a_port_is_an_error(build: Path, address: str) -> None:
    with pytest.raises(DepositError, match="no address of a server"):
        write_database(build, address, ADMIN)

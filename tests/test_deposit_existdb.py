"""`engross deposit exist` on a stand-in of eXist-db's REST interface (`existdb.py` says what it does)."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from dav import NAMES, edited
from existdb import DBA, Exist
from lxml import etree
from packing import engross

from encoder.deposit import existdb
from encoder.deposit.existdb import upload_collection
from encoder.deposit.finished import DepositError
from encoder.deposit.journal import JOURNAL
from encoder.deposit.server import Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from encoder.deposit.upload import Plan
    from encoder.problems import Problem

COLLECTION = "/db/apps/letters"
CONFIGURATION = f"/db/system/config{COLLECTION}/collection.xconf"


@pytest.fixture
def exist() -> Iterator[Exist]:
    """Return a running stand-in."""
    server = Exist()
    yield server
    server.stop()


def loaded(build: Path, exist: Exist, pauses: list[float] | None = None) -> tuple[Plan, list[Problem]]:
    waited = [] if pauses is None else pauses

    def connect(url: str, asking: str) -> Server:
        return Server(url, DBA, waited.append, asking=asking)

    return upload_collection(build, exist.url, connect)


def test_every_document_is_stored_and_indexed_by_the_configuration(build: Path, exist: Exist) -> None:
    plan, problems = loaded(build, exist)
    assert problems == []
    assert plan.put == (CONFIGURATION, *NAMES)
    for name in NAMES:
        assert exist.indexed[f"{COLLECTION}/{name}"] == exist.held[CONFIGURATION]


def test_a_second_upload_sends_nothing(build: Path, exist: Exist) -> None:
    loaded(build, exist)
    exist.seen.clear()
    assert sorted(loaded(build, exist)[0].same) == sorted([CONFIGURATION, *NAMES])
    assert {one.split()[0] for one in exist.seen} == {"GET"}


def changed_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Let the program have another collection.xconf, as a newer version has."""
    parts = shutil.copytree(existdb.PARTS, tmp_path / "parts")
    content = (
        (parts / "collection.xconf").read_bytes().replace(b"<range>", b'<range><create qname="@n" type="xs:string"/>')
    )
    (parts / "collection.xconf").write_bytes(content)
    monkeypatch.setattr(existdb, "PARTS", parts)
    return content


def test_another_configuration_stores_every_document_again(
    build: Path, exist: Exist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded(build, exist)
    changed_configuration(tmp_path, monkeypatch)
    assert loaded(build, exist)[0].put == (CONFIGURATION, *NAMES)
    assert all(exist.indexed[f"{COLLECTION}/{name}"] == exist.held[CONFIGURATION] for name in NAMES)


def test_an_upload_that_died_after_the_configuration_stores_every_document_the_next_time(
    build: Path, exist: Exist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded(build, exist)
    changed_configuration(tmp_path, monkeypatch)
    exist.hangs = [NAMES[1]] * 4
    with pytest.raises(DepositError, match="cannot be reached"):
        loaded(build, exist)
    assert loaded(build, exist)[1] == []
    assert all(exist.indexed[f"{COLLECTION}/{name}"] == exist.held[CONFIGURATION] for name in NAMES)


def test_a_lost_connection_is_tried_again(build: Path, exist: Exist) -> None:
    exist.hangs = [NAMES[0], NAMES[0]]
    pauses: list[float] = []
    assert loaded(build, exist, pauses)[1] == []
    assert pauses == [1.0, 2.0]


def test_xml_that_a_database_writes_its_own_way_is_the_same(build: Path, exist: Exist) -> None:
    """Here a header is indented in another way than it was sent."""
    loaded(build, exist)
    path = f"{COLLECTION}/{NAMES[0]}"
    root = etree.fromstring(exist.held[path])
    etree.indent(root.find("{*}teiHeader"), space="        ")
    assert etree.tostring(root) != exist.held[path]
    exist.held[path] = etree.tostring(root)
    assert loaded(build, exist)[1] == []


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        (b"<persName>Rusk, Dean<", b"<persName>Rusk, D.<", "header"),
        (b'xml:id="d369fn1"', b'xml:id="d369fn9"', "ids, notes"),
        (b"magnificently.", b"magnificently!", "notes"),
    ],
)
def test_another_document_is_an_error_that_says_what_is_other(
    build: Path, exist: Exist, old: bytes, new: bytes, part: str
) -> None:
    loaded(build, exist)
    path = f"{COLLECTION}/{NAMES[0]}"
    assert old in exist.held[path]
    exist.held[path] = exist.held[path].replace(old, new)
    (problem,) = loaded(build, exist)[1]
    assert problem.path == f"{exist.url}/{NAMES[0]}"
    assert part in problem.message


def test_spaces_that_a_database_does_not_keep_are_an_error_that_names_the_documents(build: Path, exist: Exist) -> None:
    exist.drops_spaces = True
    problems = loaded(build, exist)[1]
    assert {problem.code for problem in problems} == {"server-differs"}
    assert any("text" in problem.message for problem in problems)


def test_a_document_that_was_given_up_is_deleted_and_those_of_others_stay(edition: Path, exist: Exist) -> None:
    """EXist gives XML back in its own way: that it is this edition's is known by what its header says."""
    loaded(edition, exist)
    exist.store(f"{COLLECTION}/mine.xml", b"<mine/>", "application/xml")
    edited(edition, f"tei/{NAMES[2]}", None)
    assert loaded(edition, exist)[0].delete == (NAMES[2],)
    assert f"{COLLECTION}/mine.xml" in exist.held
    assert f"{COLLECTION}/{NAMES[2]}" not in exist.held


def test_a_configuration_of_others_is_an_error_and_nothing_is_sent(build: Path, exist: Exist) -> None:
    exist.store(CONFIGURATION, b"<collection/>", "application/xml")
    with pytest.raises(DepositError) as error:
        loaded(build, exist)
    assert error.value.problem.code == "output-foreign"
    assert set(exist.held) == {CONFIGURATION}


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/exist/rest/db",
        "https://example.org/exist/apps/letters",
        "https://example.org/exist/rest/db/system/config",
        "https://example.org/exist/rest/db/apps/../system",
        "https://example.org/exist/rest/db/apps/%2e%2e/system",
    ],
)
def test_an_address_of_another_form_is_an_error(build: Path, url: str) -> None:
    with pytest.raises(DepositError, match="https://HOST/exist/rest/db/apps/NAME"):
        upload_collection(build, url, lambda _url, _asking: pytest.fail("it asked the server"))


def test_the_command_says_what_it_would_do_and_does_it(
    build: Path, exist: Exist, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENGROSS_USER", DBA[0])
    monkeypatch.setenv("ENGROSS_PASSWORD", DBA[1])
    shown = engross("deposit", "exist", build, exist.url, "--dry-run")
    assert shown.stdout.split() == [word for name in (CONFIGURATION, *NAMES) for word in ("put", name)]
    assert exist.held == {}
    done = engross("deposit", "exist", build, exist.url)
    assert (done.returncode, DBA[1] in done.stdout + done.stderr) == (0, False)
    journal = json.loads(exist.held[f"{COLLECTION}/{JOURNAL}"])
    assert sorted(journal["files"]) == NAMES


def test_a_wrong_password_is_an_error_at_once(build: Path, exist: Exist, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENGROSS_USER", DBA[0])
    monkeypatch.setenv("ENGROSS_PASSWORD", "wr0ng-pass")
    done = engross("deposit", "exist", build, exist.url)
    assert done.returncode == 1
    assert "does not accept this name and password" in done.stderr
    assert "wr0ng-pass" not in done.stderr
    assert exist.held == {}

"""`engross deposit http` on wsgidav, a real WebDAV server."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from dav import NAMES, Dav, edited, held, willing
from packing import built, contents

from encoder.deposit.finished import DepositError
from encoder.deposit.upload import JOURNAL, upload

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a build of the seeds."""
    return built(tmp_path_factory.mktemp("http"))


@pytest.fixture
def build(original: Path, tmp_path: Path) -> Path:
    """Return a copy of it that a test may change."""
    return shutil.copytree(original, tmp_path / "build")


@pytest.fixture
def dav(tmp_path: Path) -> Iterator[Dav]:
    """Return a running WebDAV server."""
    (tmp_path / "dav").mkdir()
    server = Dav(tmp_path / "dav")
    yield server
    server.stop()


def test_the_server_holds_what_the_build_holds(build: Path, dav: Dav) -> None:
    plan, problems = upload(build, "tei", dav.client())
    assert (sorted(plan.put), plan.delete, plan.same, problems) == (NAMES, (), (), [])
    assert held(dav) == contents(build / "tei")


def test_a_web_edition_is_uploaded_folder_by_folder(build: Path, dav: Dav) -> None:
    assert upload(build, "web", dav.client())[1] == []
    assert held(dav) == contents(build / "web")


def test_a_second_upload_sends_nothing(build: Path, dav: Dav) -> None:
    upload(build, "tei", dav.client())
    dav.seen.clear()
    assert sorted(upload(build, "tei", dav.client())[0].same) == NAMES
    assert not [one for one in dav.seen if not one.startswith("GET")]


def test_only_what_changed_is_sent_and_what_is_gone_is_deleted(build: Path, dav: Dav) -> None:
    upload(build, "tei", dav.client())
    content = (build / "tei" / NAMES[1]).read_bytes()
    edited(build, f"tei/{NAMES[1]}", content.replace(b"You will recall", b"You may recall"))
    edited(build, f"tei/{NAMES[2]}", None)
    dav.seen.clear()
    plan, problems = upload(build, "tei", dav.client())
    assert (plan.put, plan.delete, problems) == ((NAMES[1],), (NAMES[2],), [])
    assert dav.puts() == [NAMES[1]]
    assert held(dav) == contents(build / "tei")


def test_a_dry_run_changes_nothing(build: Path, dav: Dav) -> None:
    plan, _ = upload(build, "tei", dav.client(), dry_run=True)
    assert sorted(plan.put) == NAMES
    assert contents(dav.folder) == {}
    assert not [one for one in dav.seen if not one.startswith("GET")]


def test_what_others_put_there_is_neither_overwritten_nor_deleted(build: Path, dav: Dav) -> None:
    (dav.folder / "letters").mkdir()
    (dav.folder / "letters" / "mine.xml").write_bytes(b"<mine/>")
    upload(build, "tei", dav.client())
    assert held(dav)["mine.xml"] == b"<mine/>"


def test_a_file_of_others_that_stands_in_the_way_is_an_error_before_anything_is_sent(build: Path, dav: Dav) -> None:
    (dav.folder / "letters").mkdir()
    (dav.folder / "letters" / NAMES[1]).write_bytes(b"<mine/>")
    with pytest.raises(DepositError) as error:
        upload(build, "tei", dav.client())
    assert error.value.problem.code == "output-foreign"
    assert contents(dav.folder) == {f"letters/{NAMES[1]}": b"<mine/>"}


def test_a_folder_of_another_edition_is_an_error(build: Path, dav: Dav) -> None:
    upload(build, "tei", dav.client())
    for name in NAMES:
        content = (build / "tei" / name).read_bytes()
        edited(build, f"tei/{name}", content.replace(b">frus-japan<", b">another<"))
    with pytest.raises(DepositError, match="holds another edition, “frus-japan”"):
        upload(build, "tei", dav.client())


def test_a_journal_cannot_make_it_delete_outside_its_folder(build: Path, dav: Dav) -> None:
    (dav.folder / "letters").mkdir()
    (dav.folder / "outside.xml").write_bytes(b"<mine/>")
    journal = {"edition": "frus-japan", "files": {"../outside.xml": "", "/outside.xml": ""}}
    (dav.folder / "letters" / JOURNAL).write_text(json.dumps(journal), encoding="utf-8")
    assert upload(build, "tei", dav.client())[0].delete == ()
    assert (dav.folder / "outside.xml").exists()


def test_an_upload_that_died_half_way_goes_on_and_ends_in_the_same_state(build: Path, dav: Dav) -> None:
    dav.answer = lambda method, path: 507 if method == "PUT" and path.endswith(NAMES[1]) else 0
    with pytest.raises(DepositError, match="507: it is full"):
        upload(build, "tei", dav.client())
    dav.answer = willing
    assert upload(build, "tei", dav.client())[1] == []
    died = contents(dav.folder)
    shutil.rmtree(dav.folder / "letters")
    upload(build, "tei", dav.client())
    assert contents(dav.folder) == died


@pytest.mark.parametrize("status", [423, 500, 502, 503])
def test_a_passing_fault_is_tried_again_with_longer_pauses(build: Path, dav: Dav, status: int) -> None:
    left = [status, status]
    dav.answer = lambda method, path: left.pop() if method == "PUT" and path.endswith(NAMES[1]) and left else 0
    assert upload(build, "tei", dav.client())[1] == []
    assert dav.pauses == [1.0, 2.0]


@pytest.mark.parametrize(
    ("status", "meaning"),
    [(403, "may not"), (409, "folder above"), (423, "locked"), (500, "cannot do that now"), (507, "full")],
)
def test_a_lasting_fault_is_an_error_that_names_the_file(build: Path, dav: Dav, status: int, meaning: str) -> None:
    dav.answer = lambda method, path: status if method == "PUT" and path.endswith(NAMES[0]) else 0
    with pytest.raises(DepositError, match=f"answered {status}: .*{meaning}") as error:
        upload(build, "tei", dav.client())
    assert error.value.problem.path == f"{dav.url}/{NAMES[0]}"
    assert len(dav.pauses) <= 3


def test_a_wrong_password_is_an_error_at_once(build: Path, dav: Dav) -> None:
    with pytest.raises(DepositError, match="answered 401: it does not accept this name and password"):
        upload(build, "tei", dav.client(("ann", "wrong")))
    assert len(dav.seen) == 1


def test_a_server_that_is_not_there_is_an_error(build: Path, dav: Dav) -> None:
    dav.stop()
    with pytest.raises(DepositError, match="cannot be reached"):
        upload(build, "tei", dav.client())


def test_a_file_that_another_changed_on_the_server_is_named_and_sent_again(build: Path, dav: Dav) -> None:
    upload(build, "tei", dav.client())
    there = dav.folder / "letters" / NAMES[1]
    there.write_bytes(there.read_bytes().replace(b'xml:id="d62fn2"', b'xml:id="d62fn9"'))
    _, problems = upload(build, "tei", dav.client())
    assert [(one.code, one.path) for one in problems] == [("server-differs", f"{dav.url}/{NAMES[1]}")]
    assert "ids, notes" in problems[0].message
    assert upload(build, "tei", dav.client())[0].put == (NAMES[1],)
    assert held(dav) == contents(build / "tei")


def test_a_file_that_the_server_lost_is_named(build: Path, dav: Dav) -> None:
    upload(build, "tei", dav.client())
    (dav.folder / "letters" / NAMES[1]).unlink()
    assert [one.message[:20] for one in upload(build, "tei", dav.client())[1]] == ["The file is not ther"]

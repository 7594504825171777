"""`engross deposit http` on wsgidav, a real WebDAV server."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest
from dav import NAMES, Dav, edited, held, willing
from packing import contents

from encoder.deposit.finished import DepositError
from encoder.deposit.journal import JOURNAL
from encoder.deposit.upload import part_of, upload

if TYPE_CHECKING:
    from pathlib import Path


def pretended(dav: Dav, name: str, digest: str) -> None:
    """Write a journal in which the edition has put a file of this name."""
    journal = {"edition": "frus-japan", "stored_by": "", "files": {name: [digest]}}
    (dav.folder / "letters" / JOURNAL).write_text(json.dumps(journal), encoding="utf-8")


def test_the_server_holds_what_the_build_holds(edition: Path, dav: Dav) -> None:
    plan, problems = upload(part_of(edition, "tei"), dav.client())
    assert (sorted(plan.put), plan.delete, plan.same, problems) == (NAMES, (), (), [])
    assert held(dav) == contents(edition / "tei")


def test_a_web_edition_is_uploaded_folder_by_folder(edition: Path, dav: Dav) -> None:
    assert upload(part_of(edition, "web"), dav.client())[1] == []
    assert held(dav) == contents(edition / "web")


def test_a_second_upload_sends_nothing(edition: Path, dav: Dav) -> None:
    upload(part_of(edition, "tei"), dav.client())
    dav.seen.clear()
    assert sorted(upload(part_of(edition, "tei"), dav.client())[0].same) == NAMES
    assert not [one for one in dav.seen if not one.startswith("GET")]


def test_only_what_changed_is_sent_and_what_is_gone_is_deleted(edition: Path, dav: Dav) -> None:
    upload(part_of(edition, "tei"), dav.client())
    content = (edition / "tei" / NAMES[1]).read_bytes()
    edited(edition, f"tei/{NAMES[1]}", content.replace(b"You will recall", b"You may recall"))
    edited(edition, f"tei/{NAMES[2]}", None)
    dav.seen.clear()
    plan, problems = upload(part_of(edition, "tei"), dav.client())
    assert (plan.put, plan.delete, problems) == ((NAMES[1],), (NAMES[2],), [])
    assert dav.puts() == [NAMES[1]]
    assert held(dav) == contents(edition / "tei")


def test_a_dry_run_changes_nothing(edition: Path, dav: Dav) -> None:
    plan, _ = upload(part_of(edition, "tei"), dav.client(), dry_run=True)
    assert sorted(plan.put) == NAMES
    assert contents(dav.folder) == {}
    assert not [one for one in dav.seen if not one.startswith("GET")]


def test_what_others_put_there_is_neither_overwritten_nor_deleted(edition: Path, dav: Dav) -> None:
    (dav.folder / "letters").mkdir()
    (dav.folder / "letters" / "mine.xml").write_bytes(b"<mine/>")
    upload(part_of(edition, "tei"), dav.client())
    assert held(dav)["mine.xml"] == b"<mine/>"


def test_a_file_of_others_that_stands_in_the_way_is_an_error_before_anything_is_sent(edition: Path, dav: Dav) -> None:
    (dav.folder / "letters").mkdir()
    (dav.folder / "letters" / NAMES[1]).write_bytes(b"<mine/>")
    with pytest.raises(DepositError) as error:
        upload(part_of(edition, "tei"), dav.client())
    assert error.value.problem.code == "output-foreign"
    assert contents(dav.folder) == {f"letters/{NAMES[1]}": b"<mine/>"}


def test_a_folder_of_another_edition_is_an_error(edition: Path, dav: Dav) -> None:
    upload(part_of(edition, "tei"), dav.client())
    for name in NAMES:
        content = (edition / "tei" / name).read_bytes()
        edited(edition, f"tei/{name}", content.replace(b">frus-japan<", b">another<"))
    with pytest.raises(DepositError, match="holds another edition, “frus-japan”"):
        upload(part_of(edition, "tei"), dav.client())


@pytest.mark.parametrize(
    "name",
    [
        "../outside.xml",
        "/outside.xml",
        "a/../../outside.xml",
        "..\\outside.xml",
        "%2e%2e/outside.xml",
        "..%2Foutside.xml",
    ],
)
def test_a_journal_cannot_make_it_delete_outside_its_folder(edition: Path, dav: Dav, name: str) -> None:
    (dav.folder / "letters").mkdir()
    (dav.folder / "outside.xml").write_bytes(b"<mine/>")
    pretended(dav, name, hashlib.sha256(b"<mine/>").hexdigest())
    assert upload(part_of(edition, "tei"), dav.client())[1] == []
    assert (dav.folder / "outside.xml").read_bytes() == b"<mine/>"
    assert not [one for one in dav.seen if one.startswith("DELETE")]


def test_a_folder_of_others_that_a_journal_names_is_not_deleted(edition: Path, dav: Dav) -> None:
    """DELETE of a WebDAV folder takes everything in it along."""
    (dav.folder / "letters" / "others").mkdir(parents=True)
    (dav.folder / "letters" / "others" / "mine.xml").write_bytes(b"<mine/>")
    pretended(dav, "others", "0" * 64)
    with pytest.raises(DepositError, match="move a folder away") as error:
        upload(part_of(edition, "tei"), dav.client())
    assert error.value.problem.path == f"{dav.url}/others"
    assert held(dav) == {"others/mine.xml": b"<mine/>"}


def test_a_file_that_the_edition_gave_up_and_others_changed_is_left_and_named(edition: Path, dav: Dav) -> None:
    upload(part_of(edition, "web"), dav.client())
    edited(edition, "web/404.html", None)
    (dav.folder / "letters" / "404.html").write_bytes(b"mine")
    for _ in range(2):
        problems = upload(part_of(edition, "web"), dav.client())[1]
        assert [(one.code, one.path) for one in problems] == [("output-foreign", f"{dav.url}/404.html")]
        assert held(dav)["404.html"] == b"mine"
    (dav.folder / "letters" / "404.html").unlink()
    assert upload(part_of(edition, "web"), dav.client())[1] == []


def test_what_an_upload_that_died_had_replaced_is_deleted_when_it_is_given_up(edition: Path, dav: Dav) -> None:
    """It died after the file was put, and before the journal said so: the journal knows both contents."""
    upload(part_of(edition, "web"), dav.client())
    edited(edition, "web/404.html", b"new")
    dav.answer = lambda method, path: 507 if method == "GET" and path.endswith("/index.html") else 0
    with pytest.raises(DepositError, match="507"):
        upload(part_of(edition, "web"), dav.client())
    assert held(dav)["404.html"] == b"new"
    dav.answer = willing
    edited(edition, "web/404.html", None)
    assert upload(part_of(edition, "web"), dav.client())[1] == []
    assert "404.html" not in held(dav)

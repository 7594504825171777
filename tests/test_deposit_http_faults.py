"""`engross deposit http` where something is wrong: with the server, on the way, or with the build."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from dav import NAMES, Dav, edited, held, willing
from packing import contents

from encoder.deposit.finished import DepositError
from encoder.deposit.upload import part_of, upload

if TYPE_CHECKING:
    from pathlib import Path


def test_an_upload_that_died_half_way_goes_on_and_ends_in_the_same_state(edition: Path, dav: Dav) -> None:
    dav.answer = lambda method, path: 507 if method == "PUT" and path.endswith(NAMES[1]) else 0
    with pytest.raises(DepositError, match="507: it is full"):
        upload(part_of(edition, "tei"), dav.client())
    dav.answer = willing
    assert upload(part_of(edition, "tei"), dav.client())[1] == []
    died = contents(dav.folder)
    shutil.rmtree(dav.folder / "letters")
    upload(part_of(edition, "tei"), dav.client())
    assert contents(dav.folder) == died


@pytest.mark.parametrize("status", [423, 500, 502, 503])
def test_a_passing_fault_is_tried_again_with_longer_pauses(edition: Path, dav: Dav, status: int) -> None:
    left = [status, status]
    dav.answer = lambda method, path: left.pop() if method == "PUT" and path.endswith(NAMES[1]) and left else 0
    assert upload(part_of(edition, "tei"), dav.client())[1] == []
    assert dav.pauses == [1.0, 2.0]


@pytest.mark.parametrize(
    ("status", "meaning"),
    [(403, "may not"), (409, "folder above"), (423, "locked"), (500, "cannot do that now"), (507, "full")],
)
def test_a_lasting_fault_is_an_error_that_names_the_file(edition: Path, dav: Dav, status: int, meaning: str) -> None:
    dav.answer = lambda method, path: status if method == "PUT" and path.endswith(NAMES[0]) else 0
    with pytest.raises(DepositError, match=f"answered {status}: .*{meaning}") as error:
        upload(part_of(edition, "tei"), dav.client())
    assert error.value.problem.path == f"{dav.url}/{NAMES[0]}"
    assert len(dav.pauses) <= 3


def test_a_wrong_password_is_an_error_at_once(edition: Path, dav: Dav) -> None:
    with pytest.raises(DepositError, match="answered 401: it does not accept this name and password"):
        upload(part_of(edition, "tei"), dav.client(("ann", "wrong")))
    assert len(dav.seen) == 1


def test_a_server_that_is_not_there_is_an_error(edition: Path, dav: Dav) -> None:
    dav.stop()
    with pytest.raises(DepositError, match="cannot be reached"):
        upload(part_of(edition, "tei"), dav.client())


def test_a_file_that_another_changed_on_the_server_is_named_and_sent_again(edition: Path, dav: Dav) -> None:
    upload(part_of(edition, "tei"), dav.client())
    there = dav.folder / "letters" / NAMES[1]
    there.write_bytes(there.read_bytes().replace(b'xml:id="d62fn2"', b'xml:id="d62fn9"'))
    _, problems = upload(part_of(edition, "tei"), dav.client())
    assert [(one.code, one.path) for one in problems] == [("server-differs", f"{dav.url}/{NAMES[1]}")]
    assert "ids, notes" in problems[0].message
    assert upload(part_of(edition, "tei"), dav.client())[0].put == (NAMES[1],)
    assert held(dav) == contents(edition / "tei")


def test_a_file_that_the_server_lost_is_named(edition: Path, dav: Dav) -> None:
    upload(part_of(edition, "tei"), dav.client())
    (dav.folder / "letters" / NAMES[1]).unlink()
    assert [one.message[:20] for one in upload(part_of(edition, "tei"), dav.client())[1]] == ["The file is not ther"]


def test_a_server_that_says_how_long_to_wait_is_obeyed(edition: Path, dav: Dav) -> None:
    left = [503]
    dav.answer = lambda method, _path: left.pop() if method == "PUT" and left else 0
    dav.headers = [("Retry-After", "7")]
    upload(part_of(edition, "tei"), dav.client())
    assert dav.pauses == [7.0]


@pytest.mark.parametrize("folder", ["my letters", "my%20letters"])
def test_an_address_may_be_written_with_or_without_per_cent(edition: Path, dav: Dav, folder: str) -> None:
    dav.url = dav.url.replace("letters", folder)
    assert upload(part_of(edition, "tei"), dav.client())[1] == []
    assert (dav.folder / "my letters" / NAMES[0]).is_file()


def test_a_build_without_tei_is_an_error(edition: Path, dav: Dav) -> None:
    for name in NAMES:
        edited(edition, f"tei/{name}", None)
    for part in ("tei", "web"):
        with pytest.raises(DepositError, match="There is nothing in tei/ of this build: build it first"):
            upload(part_of(edition, part), dav.client())
    assert dav.seen == []


def test_tei_that_is_no_xml_is_an_error_before_anything_is_sent(edition: Path, dav: Dav) -> None:
    edited(edition, f"tei/{NAMES[0]}", b"<TEI>")
    with pytest.raises(DepositError) as error:
        upload(part_of(edition, "tei"), dav.client())
    assert error.value.problem.code == "xml-syntax"
    assert dav.seen == []


def test_a_file_changed_while_it_is_uploaded_is_an_error_and_the_next_run_goes_on(edition: Path, dav: Dav) -> None:
    wanted = part_of(edition, "tei")
    whole = (edition / "tei" / NAMES[1]).read_bytes()
    (edition / "tei" / NAMES[1]).write_bytes(whole + b" ")
    with pytest.raises(DepositError, match="changed after the build"):
        upload(wanted, dav.client())
    assert NAMES[1] not in held(dav)
    (edition / "tei" / NAMES[1]).write_bytes(whole)
    assert upload(wanted, dav.client())[1] == []
    assert held(dav) == contents(edition / "tei")

"""`engross diff` finds every document again, and every address that readers of the old release may have cited."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from releasing import D62, D63, D96, D369, found, renumber, split

from encoder.releases.redirects import redirect_map
from encoder.releases.report import text_report

if TYPE_CHECKING:
    from pathlib import Path


def test_the_same_build_has_no_difference(old: Path) -> None:
    assert text_report(found(old, old)) == "nothing changed\n"


def test_an_added_document_breaks_nothing(old: Path, new: Path) -> None:
    (new / "tei" / f"{D96}.xml").unlink()
    one = found(new, old)
    assert one.documents.added == (D96,)
    assert one.broken == ()


def test_a_removed_document_is_lost_with_everything_in_it(old: Path, new: Path) -> None:
    (new / "tei" / f"{D62}.xml").unlink()
    one = found(old, new)
    assert one.documents.removed == (D62,)
    assert {D62, f"{D62}#d62", f"{D62}#d62fn1"} <= set(one.lost)
    assert set(one.lost) <= set(one.broken)


def test_a_person_that_only_a_removed_document_names_is_lost(old: Path, new: Path) -> None:
    (new / "tei" / f"{D62}.xml").unlink()
    one = found(old, new)
    assert "#p_MNRS1" in one.lost
    assert "#p_RD3" not in one.lost


def test_a_renumbered_document_is_known_by_its_text(old: Path, new: Path) -> None:
    renumber(new, D62, D63)
    one = found(old, new)
    assert dict(one.documents.pairs)[D62] == D63
    assert (one.documents.added, one.documents.removed) == ((), ())
    assert one.moved[D62] == D63
    assert one.moved[f"{D62}#d62fn3"] == "frus1964-68v29p2-d63#d63fn3"
    assert one.lost == ()
    assert D62 in one.broken


def test_numbers_that_two_documents_exchanged_are_found(old: Path, new: Path) -> None:
    """The gravest case: every id still leads to a document, but to another one."""
    renumber(new, D62, "frus1964-68v29p2-d999")
    renumber(new, D96, D62)
    renumber(new, "frus1964-68v29p2-d999", D96)
    one = found(old, new)
    assert dict(one.documents.pairs) == {D62: D96, D96: D62, D369: D369}
    assert {D62, D96, f"{D62}#d62fn1"} <= set(one.broken)


def test_a_redirect_puts_an_address_in_order(old: Path, new: Path) -> None:
    renumber(new, D62, D63)
    proposed = json.loads(redirect_map(found(old, new).moved, {}))
    assert found(old, new, proposed).broken == ()


def test_a_redirect_to_nothing_does_not(old: Path, new: Path) -> None:
    renumber(new, D62, D63)
    assert D62 in found(old, new, {D62: "frus1964-68v29p2-d64"}).broken


def test_a_split_document_is_found_with_its_parts(old: Path, new: Path) -> None:
    split(new, D62, "frus1964-68v29p2-d62a")
    one = found(old, new)
    assert dict(one.documents.split) == {D62: (D62, "frus1964-68v29p2-d62a")}
    assert one.documents.added == ()
    assert {target.partition("#")[0] for target in one.moved.values()} == {"frus1964-68v29p2-d62a"}


def test_notes_that_a_new_first_one_pushed_on_are_moved(old: Path, new: Path) -> None:
    path = new / "tei" / f"{D62}.xml"
    text = path.read_text(encoding="utf-8")
    numbers = sorted({int(one) for one in re.findall(r'"d62fn(\d+)"', text)}, reverse=True)
    for number in numbers:
        text = text.replace(f'"d62fn{number}"', f'"d62fn{number + 1}"')
    path.write_text(text.replace("<head>", '<head><note n="0" xml:id="d62fn1">New.</note>', 1), encoding="utf-8")
    one = found(old, new)
    assert [one.moved[f"{D62}#d62fn{number}"] for number in numbers] == [
        f"{D62}#d62fn{number + 1}" for number in numbers
    ]


def test_a_web_page_that_is_gone_is_told(old: Path, new: Path) -> None:
    (new / "web" / "lists" / "places.html").unlink()
    assert found(old, new).pages == ("lists/places.html",)


def test_a_redirect_of_an_older_release_whose_target_moved_on_is_followed(old: Path, new: Path) -> None:
    """d61 of the first release was d62 in the second and is d63 now."""
    renumber(new, D62, D63)
    first = {"frus1964-68v29p2-d61": D62}
    moved = found(old, new).moved
    assert found(old, new, {**first, **moved}).broken == ()
    merged = json.loads(redirect_map(moved, first))
    assert merged["frus1964-68v29p2-d61"] == merged[D62] == D63
    assert found(old, new, merged).broken == ()


def test_a_redirect_of_an_older_release_whose_target_is_gone_is_broken(old: Path, new: Path) -> None:
    (new / "tei" / f"{D62}.xml").unlink()
    assert "frus1964-68v29p2-d61" in found(old, new, {"frus1964-68v29p2-d61": D62}).broken


def test_redirects_that_lead_round_are_broken(old: Path, new: Path) -> None:
    assert set(found(old, new, {"a": "b", "b": "a"}).broken) == {"a", "b"}


def test_two_documents_with_one_id_are_an_error(old: Path, new: Path) -> None:
    (new / "tei" / "copy.xml").write_bytes((new / "tei" / f"{D62}.xml").read_bytes())
    with pytest.raises(ValueError, match="another document's: correct it"):
        found(old, new)

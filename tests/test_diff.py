"""`engross diff` sees what readers of an old release lose in a new one, and nothing else."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from packing import DAY, SEEDS, engross

from encoder.deposit.bag import write_bag
from encoder.deposit.finished import finished
from encoder.releases.difference import Difference, difference
from encoder.releases.release import release
from encoder.releases.report import html_report, json_report, redirect_map, text_report

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

D62, D96, D369 = "frus1964-68v29p2-d62", "frus1964-68v29p2-d96", "frus1961-63v22-d369"


@pytest.fixture
def old(build: Path) -> Path:
    """Return a build of the seeds."""
    return build


@pytest.fixture
def new(old: Path, tmp_path: Path) -> Path:
    """Return a copy of it that a test changes."""
    return shutil.copytree(old, tmp_path / "new")


def change(folder: Path, document: str, before: str, after: str, *, count: int = 1) -> None:
    path = folder / "tei" / f"{document}.xml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, count), encoding="utf-8")


def renumber(folder: Path, before: str, after: str) -> None:
    """Give a document another number, as an editor would who moves it: file, ids and heading."""
    path = folder / "tei" / f"{before}.xml"
    text = path.read_text(encoding="utf-8")
    one, other = before.rpartition("-d")[2], after.rpartition("-d")[2]
    text = text.replace(before, after).replace(f'"d{one}', f'"d{other}').replace(f"<head>{one}. ", f"<head>{other}. ")
    path.unlink()
    (folder / "tei" / f"{after}.xml").write_text(text.replace(f'n="{one}"', f'n="{other}"'), encoding="utf-8")


def found(old: Path, new: Path, redirects: Mapping[str, str] | None = None) -> Difference:
    return difference(release(old), release(new), redirects or {})


def test_the_same_build_has_no_difference(old: Path) -> None:
    assert text_report(found(old, old)) == "nothing changed\n"


def test_a_bag_and_its_build_have_no_difference(old: Path, tmp_path: Path) -> None:
    write_bag(finished(old, SEEDS, DAY), tmp_path / "bag")
    done = engross("diff", tmp_path / "bag", old)
    assert (done.returncode, done.stdout) == (0, "nothing changed\n")


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
    renumber(new, D62, "frus1964-68v29p2-d63")
    one = found(old, new)
    assert dict(one.documents.pairs)[D62] == "frus1964-68v29p2-d63"
    assert (one.documents.added, one.documents.removed) == ((), ())
    assert one.moved[D62] == "frus1964-68v29p2-d63"
    assert one.moved[f"{D62}#d62fn3"] == "frus1964-68v29p2-d63#d63fn3"
    assert one.lost == ()
    assert D62 in one.broken


def test_a_renumbered_document_is_compared_note_by_note(old: Path, new: Path) -> None:
    change(new, D62, "Source: Washington", "Source: Washington, D.C.,")
    renumber(new, D62, "frus1964-68v29p2-d63")
    one = found(old, new)
    assert [change.where for change in one.texts["frus1964-68v29p2-d63"]] == ["", "d63fn1"]
    assert (one.notes, one.names) == ({}, {})


def test_numbers_that_two_documents_exchanged_are_found(old: Path, new: Path) -> None:
    """The gravest case: every id still leads to a document, but to another one."""
    renumber(new, D62, "frus1964-68v29p2-d999")
    renumber(new, D96, D62)
    renumber(new, "frus1964-68v29p2-d999", D96)
    one = found(old, new)
    assert dict(one.documents.pairs) == {D62: D96, D96: D62, D369: D369}
    assert {D62, D96, f"{D62}#d62fn1"} <= set(one.broken)


def test_a_redirect_puts_an_address_in_order(old: Path, new: Path) -> None:
    renumber(new, D62, "frus1964-68v29p2-d63")
    proposed = json.loads(redirect_map(found(old, new)))
    assert found(old, new, proposed).broken == ()


def test_a_redirect_to_nothing_does_not(old: Path, new: Path) -> None:
    renumber(new, D62, "frus1964-68v29p2-d63")
    assert D62 in found(old, new, {D62: "frus1964-68v29p2-d64"}).broken


def test_a_split_document_is_found_with_its_parts(old: Path, new: Path) -> None:
    path = new / "tei" / f"{D62}.xml"
    tree = etree.parse(path)
    space = {"t": "http://www.tei-c.org/ns/1.0"}
    paragraphs = tree.xpath("//t:body/t:div/t:p", namespaces=space)
    middle = len(paragraphs) // 2
    whole = path.read_text(encoding="utf-8")
    for paragraph in paragraphs[middle:]:
        paragraph.getparent().remove(paragraph)
    tree.write(path, encoding="utf-8", xml_declaration=True)
    part = etree.fromstring(whole.encode())
    for paragraph in part.xpath("//t:body/t:div/t:p", namespaces=space)[:middle]:
        paragraph.getparent().remove(paragraph)
    text = etree.tostring(part, encoding="unicode").replace(D62, "frus1964-68v29p2-d62a")
    (new / "tei" / "frus1964-68v29p2-d62a.xml").write_text(text.replace('"d62', '"d62a'), encoding="utf-8")
    one = found(old, new)
    assert dict(one.documents.split) == {D62: (D62, "frus1964-68v29p2-d62a")}
    assert one.documents.added == ()
    assert {target.partition("#")[0] for target in one.moved.values()} == {"frus1964-68v29p2-d62a"}


def test_a_note_whose_call_moved_is_told_with_the_words_before_it(old: Path, new: Path) -> None:
    path = new / "tei" / f"{D62}.xml"
    text = path.read_text(encoding="utf-8")
    note = re.search(r'<note [^>]*xml:id="d62fn2".*?</note>', text, re.DOTALL)
    assert note
    text = text.replace(note[0], "").replace("You will recall ", f"You will{note[0]} recall ")
    path.write_text(text, encoding="utf-8")
    one = found(old, new)
    assert [(name, [(c.where, c.new[-8:]) for c in those]) for name, those in one.notes.items()] == [
        (D62, [("d62fn2", "You will")])
    ]
    assert (one.texts, one.broken) == ({}, ())


def test_a_correction_beside_a_call_does_not_move_it(old: Path, new: Path) -> None:
    change(new, D62, "You will recall", "You, of course, will surely remember")
    one = found(old, new)
    assert one.notes == {}
    ((name, ((where, before, after),)),) = one.texts.items()
    assert (name, where) == (D62, "")
    assert before.startswith("You will recall ")
    assert after.startswith("You, of course, will surely remember ")


def test_a_note_that_lost_its_call_is_told(old: Path, new: Path) -> None:
    change(new, D62, ' xml:id="d62fn2"', ' anchored="false" xml:id="d62fn2"')
    assert [(c.where, c.new) for c in found(old, new).notes[D62]] == [("d62fn2", "")]


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


def test_a_note_whose_text_was_corrected_stays_itself(old: Path, new: Path) -> None:
    change(new, D62, "Source: Washington", "Source:  Washington,")
    one = found(old, new)
    assert (one.moved, one.lost) == ({}, ())
    assert [change.where for change in one.texts[D62]] == ["d62fn1"]


def test_a_name_that_is_linked_to_another_person_is_told(old: Path, new: Path) -> None:
    path = new / "tei" / f"{D62}.xml"
    head, body = path.read_text(encoding="utf-8").split("<body>")
    body = body.replace('ref="#p_MNRS1"', 'ref="#p_RD3"', 1)
    path.write_text(f"{head}<body>{body}", encoding="utf-8")
    assert [tuple(change) for change in found(old, new).names[D62]] == [("McNamara", "p_MNRS1", "p_RD3")]


def test_white_space_of_the_file_is_no_difference(old: Path, new: Path) -> None:
    change(new, D62, "<p>", "<p>\n        ", count=99)
    change(new, D62, "You will recall", "You   will\nrecall")
    assert text_report(found(old, new)) == "nothing changed\n"


def test_a_web_page_that_is_gone_is_told(old: Path, new: Path) -> None:
    (new / "web" / "lists" / "places.html").unlink()
    assert found(old, new).pages == ("lists/places.html",)


def test_the_command_ends_with_1_until_the_redirects_are_there(old: Path, new: Path, tmp_path: Path) -> None:
    renumber(new, D62, "frus1964-68v29p2-d63")
    done = engross("diff", old, new, "--write-redirects", tmp_path / "moved.json")
    assert done.returncode == 1
    assert f"{D62}: “{D62}” -> “frus1964-68v29p2-d63”" in done.stdout
    assert engross("diff", old, new, "--redirects", tmp_path / "moved.json").returncode == 0


def test_json_says_all_that_is_known(old: Path, new: Path) -> None:
    change(new, D62, "You will recall", "You may recall")
    renumber(new, D96, "frus1964-68v29p2-d97")
    table = json.loads(json_report(found(old, new)))
    assert table["documents"]["renumbered"] == {D96: "frus1964-68v29p2-d97"}
    assert table["moved"][D96] == "frus1964-68v29p2-d97"
    assert D96 in table["broken"]
    assert table["texts"][D62][0]["new"].startswith("You may recall")


def test_text_is_not_markup_in_the_web_page(old: Path, new: Path) -> None:
    change(new, D62, "You will recall", "&lt;script&gt;alert(1)&lt;/script&gt; recall")
    page = html_report(found(old, new))
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; recall" in page


@pytest.mark.parametrize("content", ["not json", "[]", '{"a": 1}', None])
def test_what_cannot_be_compared_is_an_error_in_plain_words(old: Path, tmp_path: Path, content: str | None) -> None:
    """Redirects of another form, and (None) a folder without TEI."""
    (tmp_path / "moved.json").write_text(content or "{}", encoding="utf-8")
    done = engross("diff", old, old if content else tmp_path, "--redirects", tmp_path / "moved.json")
    assert done.returncode == 2
    assert ("moved.json" if content else "neither a build nor a bag") in done.stderr
    assert "Traceback" not in done.stderr

"""`engross diff` says what changed in a document: notes, names and text, and nothing that only the file has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from releasing import D62, change, found, renumber, split

from encoder.releases.report import text_report

if TYPE_CHECKING:
    from pathlib import Path


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


def test_a_split_document_is_compared_with_all_its_parts(old: Path, new: Path) -> None:
    """What both parts have (heading and signature) is new once; what was corrected is found in the second."""
    part = "frus1964-68v29p2-d62a"
    split(new, D62, part)
    change(new, part, "<p>I have asked Assistant", "<p>I asked Assistant")
    one = found(old, new)
    assert (one.notes, [change for those in one.names.values() for change in those if change.old]) == ({}, [])
    assert [change.new[:17] for change in one.texts[part] if change.old] == ["I asked Assistant"]
    assert [change.old for change in one.texts[D62]] == [""]


def test_a_note_that_was_added_is_told(old: Path, new: Path) -> None:
    change(new, D62, "<head>", '<head><note n="0" xml:id="d62fn0">New.</note>')
    assert [tuple(one) for one in found(old, new).texts[D62]] == [("d62fn0", "", "New.")]


def test_the_number_alone_is_no_change_of_text_in_a_renumbered_document(old: Path, new: Path) -> None:
    renumber(new, D62, "frus1964-68v29p2-d63")
    assert found(old, new).texts == {}


def test_a_renumbered_document_is_compared_note_by_note(old: Path, new: Path) -> None:
    change(new, D62, "Source: Washington", "Source: Washington, D.C.,")
    renumber(new, D62, "frus1964-68v29p2-d63")
    one = found(old, new)
    assert [change.where for change in one.texts["frus1964-68v29p2-d63"]] == ["d63fn1"]
    assert (one.notes, one.names) == ({}, {})

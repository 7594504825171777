"""The people who are in no list: a table for the editor, which is an authority when it is given back."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from encoder.authorities import read_persons
from encoder.build import encode
from encoder.found import FILE, listed, table_of

HOME = Path(__file__).resolve().parents[1]


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """Return a copy of the seeds that a test may change."""
    return shutil.copytree(HOME / "seeds", tmp_path / "seeds")


def test_who_is_in_no_list_is_in_the_table_with_the_place(edition: Path, tmp_path: Path) -> None:
    encode(edition, tmp_path / "out")
    with (tmp_path / "out" / FILE).open(encoding="utf-8", newline="") as file:
        (row,) = [row for row in csv.DictReader(file) if row["name"] == "Swayne, Kingdon W."]
    assert row["mentions"] == "1"
    assert row["places"] == "004_c2341f50860b8d85.txt:16"


def test_the_table_given_back_links_its_people(edition: Path, tmp_path: Path) -> None:
    encode(edition, tmp_path / "out")
    shutil.copy(tmp_path / "out" / FILE, edition / FILE)
    settings = (edition / "edition.toml").read_text(encoding="utf-8")
    both = settings.replace('persons = "persons.xml"', f'persons = ["persons.xml", "{FILE}"]')
    (edition / "edition.toml").write_text(both, encoding="utf-8")
    report = encode(edition, tmp_path / "again")
    assert not report.failed(), report.problems
    tei = (tmp_path / "again" / "frus1961-63v22-d369.xml").read_text(encoding="utf-8")
    assert '<persName ref="#p_Swayne-Kingdon-W"' in tei
    assert '<person xml:id="p_Swayne-Kingdon-W">' in tei
    assert not (tmp_path / "again" / FILE).exists()


def test_ids_are_new_and_names_are_no_formulas() -> None:
    rows = list(csv.DictReader(table_of([("=SUM(A1)", "a.txt:1"), ("Barnett", "a.txt:2")], ["p_Barnett"]).splitlines()))
    assert [(row["id"], row["name"]) for row in rows] == [("p_-SUM-A1", "'=SUM(A1)"), ("p_Barnett-2", "Barnett")]


def test_a_name_is_listed_by_its_last_word() -> None:
    assert listed("Kingdon W. Swayne") == "Swayne, Kingdon W."
    assert listed("Barnett") == "Barnett"
    assert listed("James S. Lay, Jr.") == "Lay, James S., Jr."
    assert listed("Albrecht von Kessel") == "von Kessel, Albrecht"
    assert listed("de Jean") == "de Jean"


def test_a_name_that_begins_with_the_family_stays_in_order() -> None:
    assert listed("Chi Chao-chu") == "Chi Chao-chu"


def test_what_the_editor_fills_in_is_read_back(tmp_path: Path) -> None:
    """Note, dates of life and an identifier have columns of their own; mentions and places are only told."""
    empty = table_of([("Kingdon W. Swayne", "a.txt:1")], ())
    filled = empty.replace('"Swayne, Kingdon W.",,,,,', '"Swayne, Kingdon W.",Officer in EA/J,1918,2001-02-03,Q1,')
    (tmp_path / FILE).write_text(filled, encoding="utf-8")
    (person,), problems = read_persons(tmp_path / FILE)
    found = (person.id, person.name, person.note, person.birth, person.death, person.idno)
    assert found == ("p_Swayne-Kingdon-W", "Swayne, Kingdon W.", "Officer in EA/J", "1918", "2001-02-03", "Q1")
    assert problems == []

"""The audit's table: counts and lines of small transcriptions, what there is to look at first, and exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from encoder.audit import Audit, Row, audit
from encoder.audit_table import table, table_json
from encoder.cli import main

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """62. Letter From the Ambassador to the Secretary1

Sir: It went well.2

[Page 12]

More of it. [Page 13] The end.

  1. Source: Central Files.
  2. Not found.
"""


def edition(folder: Path, **texts: str) -> Path:
    """Return a folder with transcriptions by their ids, and an edition.toml."""
    folder.mkdir(parents=True)
    (folder / "edition.toml").write_text('[edition]\nid = "letters"\n', encoding="utf-8")
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def rows(folder: Path) -> tuple[Row, ...]:
    (one,) = audit(folder)
    return one.rows


def only(folder: Path, text: str) -> Row:
    (row,) = rows(edition(folder / "letters", d62=text))
    return row


def test_notes_and_pages_are_counted_with_their_first_and_last_number(tmp_path: Path) -> None:
    row = only(tmp_path, GOOD)
    assert (row.notes, row.first, row.last) == (2, "1", "2")
    assert (row.pages, row.first_page, row.last_page) == (2, "12", "13")
    assert not any(row.rank())


def test_a_note_that_nothing_calls_stands_in_its_line(tmp_path: Path) -> None:
    row = only(tmp_path, GOOD.replace("well.2", "well."))
    assert row.notes_without_calls == (10,)
    assert row.last == "1"


def test_calls_whose_note_list_is_lost_stand_in_their_lines(tmp_path: Path) -> None:
    assert only(tmp_path, GOOD.partition("  1. Source")[0]).calls_without_notes == (1, 3)


def test_a_gap_in_the_pages_stands_in_its_line(tmp_path: Path) -> None:
    assert only(tmp_path, GOOD.replace("[Page 13]", "[Page 15]")).gaps == (7,)


def test_every_uncertain_call_stands_in_the_line_that_its_problem_names(tmp_path: Path) -> None:
    """What the readers report as uncertain is uncertain in the table, at the same line."""
    text = GOOD.replace("It went well.2", "In 1962 it went well 2 times.\nIt went well 2\ntimes.")
    row = only(tmp_path, text)
    assert row.uncertain
    assert {one.line for one in row.problems if one.code == "note-uncertain"} <= set(row.uncertain)


def test_what_there_is_to_look_at_comes_first(tmp_path: Path) -> None:
    folder = edition(
        tmp_path / "letters", d2=GOOD, d10=GOOD.replace("13]", "15]"), d3=GOOD, d11=GOOD.replace("well.2", "well.")
    )
    shown = [line.split()[0] for line in table(audit(folder)).splitlines() if line.startswith("d")]
    assert shown == ["document", "d11", "d10", "d2", "d3"]


def test_the_table_has_aligned_columns_and_sums() -> None:
    good = Row("d1", "d1.txt", notes=12, first="1", last="12", pages=1, first_page="7", last_page="7")
    lost = Row("d100", "d100.txt", notes=2, first="*", last="*", notes_without_calls=(10,), uncertain=(3, 5))
    lines = table([Audit("letters", (good, lost))]).splitlines()
    assert lines[0] == "letters: 1 of 2 documents to look at first"
    assert lines[3:6] == [
        "document  notes  numbers  no call  no note  uncertain  restarts  pages  from, to  gaps  also",
        "d100          2  *        1 (10)   -        2 (3, 5)   -             -  -         -",
        "d1           12  1–12     -        -        -          -             1  7         -",
    ]
    assert lines[-1].startswith("notes: 14; notes without a call: 1; calls without a note: 0; uncertain calls: 2;")


def test_a_cell_names_six_lines_at_most() -> None:
    row = Row("d1", "d1.txt", gaps=tuple(range(1, 9)))
    assert "8 (1, 2, 3, 4, 5, 6, …)" in table([Audit("letters", (row,))])


def test_a_file_that_cannot_be_read_is_an_error_of_its_row(tmp_path: Path) -> None:
    folder = edition(tmp_path / "letters", d1="", d2=GOOD)
    (one,) = audit(folder)
    assert one.failed()
    assert one.rows[0].others() == ("file-empty",)
    assert "file-empty" in table([one])


def test_a_series_gives_a_table_for_each_edition(tmp_path: Path) -> None:
    edition(tmp_path / "series" / "v1", d1=GOOD)
    edition(tmp_path / "series" / "v2", d1=GOOD)
    assert table(audit(tmp_path / "series")).count("letters: 0 of 1 documents") == 2


@pytest.mark.parametrize(("text", "code"), [(GOOD, 0), (GOOD.replace("well.2", "well."), 1)])
def test_the_command_fails_where_there_is_an_error(tmp_path: Path, text: str, code: int) -> None:
    folder = edition(tmp_path / "letters", d1=text)
    result = CliRunner().invoke(main, ["audit", str(folder)])
    assert result.exit_code == code
    assert "d1            2" in result.output


def test_the_command_writes_json(tmp_path: Path) -> None:
    folder = edition(tmp_path / "letters", d1=GOOD.replace("[Page 13]", "[Page 15]"))
    result = CliRunner().invoke(main, ["audit", str(folder), "--json", str(tmp_path / "audit.json")])
    assert result.exit_code == 0
    text = (tmp_path / "audit.json").read_text(encoding="utf-8")
    assert text == table_json(audit(folder))
    (one,) = json.loads(text)
    assert one["documents"][0]["gaps"] == [7]
    assert one["documents"][0]["problems"][0]["code"] == "page-order"


def test_a_folder_without_transcriptions_is_a_problem(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["audit", str(tmp_path)])
    assert result.exit_code == 1
    assert "nothing-to-do" in result.output

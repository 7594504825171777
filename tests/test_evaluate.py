"""Agreement with hand-encoded TEI: small documents whose every figure is known by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from encoder.cli import main
from encoder.evaluate import FIELDS, Evaluation, evaluate
from encoder.evaluate.alignment import carrier, differences
from encoder.evaluate.facts import target
from encoder.evaluate.report import report
from encoder.tei.positions import positions

if TYPE_CHECKING:
    from pathlib import Path

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>'
GOLD = (
    '<div type="document" n="1"><head>1. Letter From <persName ref="#p_R" type="from">Rusk</persName>'
    '<note n="1">Source: <gloss target="#t_N">NARA</gloss>.</note></head>'
    '<opener><dateline><placeName>Bonn</placeName>, <date when="1965-09-25">September 25</date></dateline></opener>'
    '<p>Dear <pb n="12"/>Bob, see <ref target="#d2">Document 2</ref> of July 14<note n="2">Not found.</note> now.</p>'
    "<list><item>—First.</item></list><closer><signed>Dean Rusk</signed></closer></div>"
)


def judged(tmp_path: Path, ours: str | None, gold: str = GOLD) -> Evaluation:
    """Return the agreement of one document with its gold, both given as what is in the body."""
    for folder, content in (("gold", gold), ("ours", ours)):
        (tmp_path / folder).mkdir(exist_ok=True)
        if content is not None:
            (tmp_path / folder / "d1.xml").write_text(TEI.format(content), encoding="utf-8")
    return evaluate(tmp_path / "gold", tmp_path / "ours")


def counts(evaluation: Evaluation, field: str) -> tuple[int, int, int]:
    figures = evaluation.figures(field)
    return figures.right, figures.found, figures.gold


def only(evaluation: Evaluation, ours: str) -> tuple[str, ...]:
    """Return the fields of the one disagreement there is, which says this of ours."""
    ((disagreement,),) = (agreement.disagreements for agreement in evaluation.agreements)
    assert ours in disagreement.ours
    return disagreement.fields


def test_a_document_agrees_with_itself(tmp_path: Path) -> None:
    evaluation = judged(tmp_path, GOLD)
    assert all(evaluation.figures(field).f1 == 1.0 for field in FIELDS)
    assert evaluation.agreements[0].disagreements == ()
    assert {field: counts(evaluation, field)[2] for field in FIELDS} == {
        "text": 1,
        "note": 2,
        "pb": 1,
        "block": 5,
        "item": 1,
        "signed": 1,
        "persName": 1,
        "person": 1,
        "from_to": 1,
        "date": 1,
        "dateline": 1,
        "ref": 1,
        "gloss": 1,
    }


def test_layout_and_typographic_quotation_marks_make_no_difference(tmp_path: Path) -> None:
    gold = "<div><p>He said “no”, didn’t he.</p></div>"
    ours = '<div>\n  <p>He said "no",\n didn\'t he.</p>\n</div>'
    assert counts(judged(tmp_path, ours, gold), "text") == (1, 1, 1)


def test_a_note_called_elsewhere_is_wrong_though_the_text_is_equal(tmp_path: Path) -> None:
    note = '<note n="2">Not found.</note>'
    evaluation = judged(tmp_path, GOLD.replace(note, "").replace(" now.", f" now.{note}"))
    assert counts(evaluation, "note") == (1, 2, 2)
    assert counts(evaluation, "text") == (1, 1, 1)
    assert only(evaluation, "the same at “…Bob, see Document 2 of July 14 now.|") == ("note",)


def test_a_note_whose_text_differs_is_a_text_that_differs(tmp_path: Path) -> None:
    evaluation = judged(tmp_path, GOLD.replace("Not found.", "Not fuond."))
    assert counts(evaluation, "note") == (1, 2, 2)
    assert counts(evaluation, "text") == (0, 1, 1)
    assert only(evaluation, "Not f|uo|nd.") == ("text", "note")


def test_text_that_differs_shifts_nothing_behind_it(tmp_path: Path) -> None:
    evaluation = judged(tmp_path, GOLD.replace("Dear", "My Dear"))
    assert counts(evaluation, "note") == counts(evaluation, "note")[2:] * 3
    assert counts(evaluation, "ref") == (1, 1, 1)
    assert counts(evaluation, "signed") == (1, 1, 1)


def test_a_page_break_with_another_number_is_wrong(tmp_path: Path) -> None:
    evaluation = judged(tmp_path, GOLD.replace('<pb n="12"/>', '<pb n="13"/>'))
    assert counts(evaluation, "pb") == (0, 1, 1)
    assert only(evaluation, "page 13") == ("pb",)


def test_a_name_that_is_not_found_is_one_disagreement_in_three_fields(tmp_path: Path) -> None:
    evaluation = judged(tmp_path, re.sub("</?persName.*?>", "", GOLD))
    assert [counts(evaluation, field) for field in ("persName", "person", "from_to")] == [(0, 0, 1)] * 3
    assert only(evaluation, "") == ("persName", "person", "from_to")
    assert evaluation.agreements[0].disagreements[0].gold == "“Rusk” p_R from"


def test_a_link_counts_only_where_the_gold_links(tmp_path: Path) -> None:
    evaluation = judged(tmp_path, GOLD.replace("Bob", '<persName ref="#p_B">Bob</persName>'))
    assert counts(evaluation, "persName") == (1, 2, 1)
    assert counts(evaluation, "person") == (1, 1, 1)


def test_a_date_counts_by_its_start_and_only_where_the_gold_resolves_it(tmp_path: Path) -> None:
    ours = GOLD.replace(">September 25</date>", ">September</date> 25")
    ours = ours.replace("July 14", '<date when="1965-07-14">July 14</date>')
    assert counts(judged(tmp_path, ours), "date") == (1, 1, 1)


def test_a_wrong_day_shows_both_days(tmp_path: Path) -> None:
    evaluation = judged(tmp_path, GOLD.replace("1965-09-25", "1956-09-25"))
    assert only(evaluation, "“September 25” 1956-09-25") == ("date",)


def test_no_output_counts_against_recall_and_is_said(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "d2.xml").write_text(TEI.format(GOLD), encoding="utf-8")
    evaluation = judged(tmp_path, GOLD)
    assert counts(evaluation, "note") == (2, 2, 4)
    assert counts(evaluation, "text") == (1, 2, 2)
    assert "2 documents, 1 without output" in report(evaluation, FIELDS, 1)
    assert "d2: no output; 18 facts" in report(evaluation, FIELDS, 1)


def test_what_is_called_sure_is_counted_by_whether_it_is_right(tmp_path: Path) -> None:
    ours = GOLD.replace('<note n="1">', '<note n="1" cert="high">').replace(
        '<note n="2">Not', '<note n="2" cert="low">No'
    )
    evaluation = judged(tmp_path, ours)
    assert (evaluation.certainty("note", "high").right, evaluation.certainty("note", "high").found) == (1, 1)
    assert (evaluation.certainty("note", "low").right, evaluation.certainty("note", "low").found) == (0, 1)


@pytest.mark.parametrize("content", ["<TEI><broken", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "<TEI/>", ""])
def test_an_output_that_is_no_document_is_a_problem_and_counts_as_missing(tmp_path: Path, content: str) -> None:
    judged(tmp_path, "")
    (tmp_path / "ours" / "d1.xml").write_text(content, encoding="utf-8")
    evaluation = evaluate(tmp_path / "gold", tmp_path / "ours")
    assert [problem.code for problem in evaluation.problems] == ["xml-syntax"]
    assert evaluation.agreements[0].missing
    assert counts(evaluation, "note") == (0, 0, 2)


def test_a_list_of_persons_beside_the_gold_is_left_out_and_said(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "persons.xml").write_text("<listPerson/>", encoding="utf-8")
    evaluation = judged(tmp_path, GOLD)
    assert len(evaluation.agreements) == 1
    assert "persons.xml" in report(evaluation, FIELDS, 0)


@pytest.mark.parametrize("gold", ["d1.xml", "v1/d1.xml", "v1/d1.gold.xml"])
@pytest.mark.parametrize("ours", ["v1/d1.xml", "v1/tei/d1.xml", "tei/d1.xml", "d1.xml"])
def test_gold_and_output_meet_by_folder_and_id(tmp_path: Path, gold: str, ours: str) -> None:
    """A hand-encoded div, in a folder of its own or not, and what encode and build write of an edition or a series."""
    home = tmp_path / ("v1" if gold == "d1.xml" else "gold")
    for path, content in ((home / gold, GOLD), (tmp_path / "ours" / ours, TEI.format(GOLD))):
        path.parent.mkdir(parents=True)
        path.write_text(content.replace("<div", '<div xmlns="http://www.tei-c.org/ns/1.0"'), encoding="utf-8")
    assert counts(evaluate(home, tmp_path / "ours"), "text") == (1, 1, 1)


def test_an_offset_in_a_replaced_piece_is_carried_to_its_edge() -> None:
    carry = carrier("abXYcd", "abZcde")
    assert [carry(offset) for offset in range(7)] == [0, 1, 2, 3, 3, 4, 5]
    assert carrier("", "abc")(0) == 0


def test_differences_that_are_near_each_other_are_one() -> None:
    assert list(differences("one two three four five", "One twO three four fivE")) == [
        (range(7), range(7)),
        (range(22, 23), range(22, 23)),
    ]


@pytest.mark.parametrize("pointer", ["#d55", "d55", "d55.xml", "../v1/d55.html", "frus:d55"])
def test_a_pointer_names_its_target(pointer: str) -> None:
    assert target(pointer) == "d55"


def test_an_excerpt_keeps_whole_words_and_their_spaces() -> None:
    found = positions(b"<div><p>The ambassador\n   met <hi>Rusk</hi>'s man in Washington.</p></div>")
    assert found is not None
    assert found.excerpt(16, 20, 10) == ("…met ", "Rusk", "'s man in…")


def test_the_command_shows_each_disagreement_with_its_file_and_line(tmp_path: Path) -> None:
    judged(tmp_path, GOLD.replace('"12"', '"13"'))
    command = ["evaluate", str(tmp_path / "gold"), str(tmp_path / "ours"), "--fields", "pb,text"]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0
    shown = "d1.xml:1: pb: gold page 12, ours page 13: …From Rusk Bonn, September 25 Dear| Bob, see Document 2"
    assert shown in result.output
    assert "persName" not in result.output


def test_the_command_answers_a_misspelt_field(tmp_path: Path) -> None:
    judged(tmp_path, GOLD)
    command = ["evaluate", str(tmp_path / "gold"), str(tmp_path / "ours"), "--fields", "persname"]
    assert "did you mean “persName”?" in CliRunner().invoke(main, command).output


def test_a_folder_without_gold_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    result = CliRunner().invoke(main, ["evaluate", str(tmp_path / "gold"), str(tmp_path)])
    assert result.exit_code == 1
    assert "There are no hand-encoded documents" in result.output

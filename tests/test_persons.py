"""Persons in running text, headings, salutations and signatures: where a name begins and ends, and who it is."""

from __future__ import annotations

import pytest
from named import ANNOTATE, document, marked

from encoder.annotators.persons import annotator
from encoder.model import Edition, Span

TEXTS: list[tuple[str, list[tuple[str, str]]]] = [
    ("told Secretary Rusk so.", [("Rusk", "p_RD")]),
    ("M. Macmillan and Edwin M. Martin", [("Macmillan", "p_MH"), ("Edwin M. Martin", "p_MEM")]),
    ("cleared by Dean Rusk.", [("Dean Rusk", "p_RD")]),
    ("signed RUSK", [("RUSK", "p_RD")]),
    ("McNAMARA spoke", [("McNAMARA", "p_MRS")]),
    ("Robert McNamara’s letter", [("Robert McNamara", "p_MRS")]),
    ("Bob McNamara’s letter", [("Bob McNamara", "p_MRS")]),
    ("Secretary of Defense McNamara", [("McNamara", "p_MRS")]),
    ("U. Alexis Johnson and Lyndon B. Johnson", [("U. Alexis Johnson", "p_JUA"), ("Lyndon B. Johnson", "p_JLB")]),
    ("met President Johnson.", [("Johnson", "p_JLB")]),
    ("from Secretary of State Rusk to President Johnson", [("Rusk", "p_RD"), ("Johnson", "p_JLB")]),
    ("Deputy Under Secretary Johnson", [("Johnson", "p_JUA")]),
    ("Assistant Secretary Bundy", [("Bundy", "p_BWP")]),
    ("the President’s Special Assistant for National Security Affairs (Bundy)", [("Bundy", "p_BMG")]),
    ("From the Assistant Secretary of State for East Asian and Pacific Affairs (Bundy) to all", [("Bundy", "p_BWP")]),
    ("McGeorge Bundy asked. Bundy wrote.", [("McGeorge Bundy", "p_BMG"), ("Bundy", "p_BMG")]),
    ("Bundy wrote.", [("Bundy", "-")]),
    ("Dulles told Eisenhower", [("Dulles", "-")]),
    ("Source: Johnson Library, National Security File.", [("Johnson", "-")]),
    ("the Johnson Foundation", []),
    ("Robert H. Johnson of the Staff", [("Robert H. Johnson", "-")]),
    ("the King agreed with Mr. King", [("King", "p_KGD")]),
    ("Prime Minister Pak", [("Pak", "p_PCH")]),
    ("General Pak Chong-hui", [("Pak Chong-hui", "p_PCH")]),
    ("Pak Hyon-chol", [("Pak Hyon-chol", "-")]),
    ("President Diem left", [("Diem", "p_DIEM")]),
    ("Ngo Dinh Diem left", [("Ngo Dinh Diem", "p_NDD")]),
    ("Madame Nhu spoke", [("Madame Nhu", "p_NM")]),
    ("Sir Alec said", [("Alec", "p_HA")]),
    ("Drafted by Kingdon W. Swayne of EA/J", [("Kingdon W. Swayne", "-")]),
    ("told Counselor Barnett", [("Barnett", "-")]),
    ("Rusks and Gilpatrician ways", []),
    ("Bob [McNamara] said, and [Dean] Rusk", [("Bob [McNamara]", "p_MRS"), ("[Dean] Rusk", "p_RD")]),
    ("the Secretary (Rusk) and Rusk [of State]", [("Rusk", "p_RD"), ("Rusk", "p_RD")]),
    ("signed by LE Thompson", [("LE Thompson", "p_TLE")]),
    ("Lord Hood agreed (Lord Hood).", [("Lord Hood", "p_HSV"), ("Lord Hood", "p_HSV")]),
    ("Vice President Chen Cheng", [("Chen Cheng", "p_CC")]),
    ("met Chen yesterday", [("Chen", "-")]),
    ("General Pak Sung Eun", [("Pak Sung Eun", "-")]),
    ("told Pak In the morning", [("Pak", "p_PCH")]),
    ("the King said that King and Rusk left", [("Rusk", "p_RD")]),
    ("National Press Club; Deputy Press Secretary Granum; Schecter/Friendly (Press) File", []),
    ("East Asia and Pacific General File, and General Problems", []),
    ("Mr. Press agreed", [("Press", "p_PF")]),
    ("Martin S. Hayden wrote", [("Martin S. Hayden", "-")]),
    ("Senator Mansfield’s speech", [("Mansfield", "-")]),
    ("by C. Robert Moore of AF", [("C. Robert Moore", "-")]),
    ("told Mr. Dennis Flinn of it", [("Dennis Flinn", "-")]),
    (
        "Sir Edwin Chapman-Andrews, and Mr. Henry von Kramer’s",
        [("Edwin Chapman-Andrews", "-"), ("Henry von Kramer", "-")],
    ),
    ("asked Henry Cabot Smith, Jr., of it", [("Henry Cabot Smith, Jr.", "-")]),
    ("eyes only for the Ambassador. Following is a report", []),
    ("General Motors and Ambassador Hotel", []),
    ("B. Military Assistance and U.S. Robert", []),
]


@pytest.mark.parametrize(("text", "names"), TEXTS)
def test_names_in_running_text(text: str, names: list[tuple[str, str]]) -> None:
    """The name is marked without its office, and leads where something decides it."""
    assert marked(ANNOTATE(document(text))) == names


def test_an_undecided_name_is_one_problem_with_all_candidates() -> None:
    """However often it stands there."""
    found = ANNOTATE(document("Bundy wrote. Then Bundy left."))
    assert [problem.code for problem in found.problems] == ["person-ambiguous"]
    assert "Bundy, McGeorge (#p_BMG); Bundy, William P. (#p_BWP)" in found.problems[0].message


def test_an_institution_has_no_candidates() -> None:
    """Johnson Library is neither of the Johnsons, so nothing is left to decide."""
    assert not ANNOTATE(document("Source: Johnson Library, National Security File.")).problems


def test_a_decided_name_is_no_problem() -> None:
    """Nothing is reported where the office decides."""
    assert not ANNOTATE(document("Assistant Secretary Bundy")).problems


@pytest.mark.parametrize(("date", "person"), [("1962-03-01", "p_JLB"), ("1964-03-01", "p_JLB")])
def test_an_office_counts_at_its_time(date: str, person: str) -> None:
    """`Vice President Johnson` and `President Johnson` are decided by their dates."""
    title = "Vice President" if date < "1963-11-22" else "President"
    assert marked(ANNOTATE(document(f"{title} Johnson", date=date))) == [("Johnson", person)]


def test_who_is_in_no_list_has_low_certainty() -> None:
    """An editor can tell such names from the linked ones."""
    found = ANNOTATE(document("Drafted by Kingdon W. Swayne."))
    assert [(span.cert, span.evidence) for span in found.spans if isinstance(span, Span)] == [("low", "unlisted")]


OFFICES: list[tuple[str, list[str]]] = [
    ("asked Secretary of State Rusk", ["Rusk"]),
    ("asked Secretary of State Dean Rusk", ["Dean Rusk"]),
    ("told Prime Minister Ikeda so", ["Ikeda"]),
    ("from President de Gaulle’s office", ["de Gaulle"]),
    ("the President. He agreed, and the Secretary. Following talks", []),
    ("by the Secretary General, Attorney General Mr. Smith", ["Smith"]),
    ("wrote to the Secretary April 13 and to the President Sunday", []),
]


@pytest.mark.parametrize(("text", "names"), OFFICES)
def test_without_a_list_an_office_shows_a_person(text: str, names: list[str]) -> None:
    """The name behind the office is marked, and leads nowhere."""
    assert marked(annotator(Edition())(document(text))) == [(name, "-") for name in names]


def test_who_signs_is_a_person() -> None:
    assert marked(annotator(Edition())(document("Text.", signed="Dean Rusk"))) == [("Dean Rusk", "-")]


def test_with_a_list_an_office_alone_shows_nobody() -> None:
    assert marked(ANNOTATE(document("told Prime Minister Ikeda so"))) == []


def test_without_a_list_nothing_is_linked() -> None:
    """An edition without an authority still encodes."""
    found = annotator(Edition())(document("Secretary Rusk met Mr. Miki."))
    assert all(not span.get("ref") for span in found.spans)

"""Persons in running text, headings, salutations and signatures: where a name begins and ends, and who it is."""

from __future__ import annotations

import pytest

from encoder.annotators.persons import annotator
from encoder.model import Block, Document, Edition, Person, Span

PERSONS = (
    Person(
        "p_BMG", "Bundy, McGeorge", "Special Assistant to the President for National Security Affairs from January 1961"
    ),
    Person(
        "p_BWP", "Bundy, William P.", "Assistant Secretary of State for Far Eastern Affairs from March 1964 to May 1969"
    ),
    Person("p_DAW", "Dulles, Allen W.", "Director of Central Intelligence until November 1961"),
    Person("p_DJF", "Dulles, John Foster", "Secretary of State until April 1959"),
    Person("p_GRL", "Gilpatric, Roswell L.", "Deputy Secretary of Defense from January 1961"),
    Person("p_HA", "Home, Sir Alec Douglas", "British Foreign Secretary"),
    Person(
        "p_JLB",
        "Johnson, Lyndon B.",
        "Vice President until November 22, 1963; thereafter President of the United States",
    ),
    Person("p_JUA", "Johnson, U. Alexis", "Deputy Under Secretary of State for Political Affairs from April 1961"),
    Person("p_KGD", "King, Gordon D.", "Officer in Charge of Cyprus Affairs"),
    Person("p_MH", "Macmillan, Maurice Harold", "British Prime Minister"),
    Person("p_MEM", "Martin, Edwin M.", "Assistant Secretary of State"),
    Person("p_MRS", "McNamara, Robert S.", "Secretary of Defense from January 1961 to February 1968"),
    Person("p_PCH", "Pak Chung-hui", "Chairman of the Supreme Council"),
    Person("p_RD", "Rusk, Dean", "Secretary of State from January 21, 1961 to January 20, 1969"),
    Person("p_DIEM", "Diem", "see Ngo Dinh Diem"),
    Person("p_NDD", "Ngo Dinh Diem", "President of the Republic of Vietnam"),
    Person("p_NM", "Nhu, Madame", "wife of Ngo Dinh Nhu"),
)
ANNOTATE = annotator(Edition(persons=PERSONS))


def document(text: str, *, head: str = "", signed: str = "", date: str = "1965-09-25") -> Document:
    """Return a document of a heading, one paragraph and a signature."""
    parts = [("head", head), ("p", text), ("signed", signed)]
    blocks, whole = [], ""
    for kind, words in parts:
        if words:
            blocks.append(Block(kind, len(whole), len(whole) + len(words)))
            whole += words + "\n"
    return Document("d1", whole, tuple(blocks), source="d1.txt", facts={"date": date} if date else {})


def marked(found: Document) -> list[tuple[str, str]]:
    """Return each name with the id that it leads to, or `-`."""
    names = sorted((span for span in found.spans if span.name == "persName"), key=lambda span: span.start)
    return [(found.text[span.start : span.end], span.get("ref").removeprefix("#") or "-") for span in names]


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


def test_a_decided_name_is_no_problem() -> None:
    """Nothing is reported where the office decides."""
    assert not ANNOTATE(document("Assistant Secretary Bundy")).problems


@pytest.mark.parametrize(("date", "person"), [("1962-03-01", "p_JLB"), ("1964-03-01", "p_JLB")])
def test_an_office_counts_at_its_time(date: str, person: str) -> None:
    """`Vice President Johnson` and `President Johnson` are decided by their dates."""
    title = "Vice President" if date < "1963-11-22" else "President"
    assert marked(ANNOTATE(document(f"{title} Johnson", date=date))) == [("Johnson", person)]


def roles(found: Document) -> list[tuple[str, str, str]]:
    """Return element, text and role of all that a heading says of sender and recipient."""
    spans = sorted((span for span in found.spans if span.get("type")), key=lambda span: span.start)
    return [(span.name, found.text[span.start : span.end], span.get("type")) for span in spans]


HEADS: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        "62. Letter From Secretary of State Rusk to Secretary of Defense McNamara",
        [("persName", "Rusk", "from"), ("persName", "McNamara", "to")],
    ),
    (
        "1. Memorandum From the President’s Assistant for National Security Affairs (Bundy) to President Johnson",
        [("persName", "Bundy", "from"), ("persName", "Johnson", "to")],
    ),
    (
        "2. Telegram From the Embassy in Japan to the Department of State",
        [("orgName", "Embassy in Japan", "from"), ("orgName", "Department of State", "to")],
    ),
    (
        "3. Telegram From the Mission to the United Nations to the Department of State",
        [("orgName", "Mission to the United Nations", "from"), ("orgName", "Department of State", "to")],
    ),
    (
        "4. Letter From the Counselor of the Embassy in Guatemala (Krieg) to Secretary of State Rusk",
        [("persName", "Krieg", "from"), ("persName", "Rusk", "to")],
    ),
    (
        "5. Memorandum of Conversation Between President Johnson and the Secretary of Defense (McNamara)",
        [("persName", "Johnson", "from"), ("persName", "McNamara", "to")],
    ),
    ("6. Memorandum of Conversation", []),
    ("7. Editorial Note", []),
]


@pytest.mark.parametrize(("head", "found"), HEADS)
def test_sender_and_recipient(head: str, found: list[tuple[str, str, str]]) -> None:
    """Persons and bodies of a heading carry their role."""
    assert roles(ANNOTATE(document("Text.", head=head))) == found


def test_a_forename_in_the_salutation_is_the_recipient() -> None:
    """`Dear Bob` in a letter to McNamara."""
    found = ANNOTATE(document("Dear Bob: You will recall.", head="1. Letter From Secretary Rusk to Secretary McNamara"))
    assert ("Bob", "p_MRS") in marked(found)


def test_a_forename_in_the_signature_is_the_sender() -> None:
    """`Dean` under a letter from Rusk, with less than high certainty."""
    found = ANNOTATE(document("Text.", head="1. Letter From Secretary Rusk to the Ambassador", signed="Dean"))
    dean = next(span for span in found.spans if found.text[span.start : span.end] == "Dean")
    assert (dean.get("ref"), dean.cert, dean.evidence) == ("#p_RD", "medium", "sender")


def test_a_forename_of_nobody_in_the_heading_is_left() -> None:
    """`Dear Jim` in a letter to McNamara names nobody known."""
    found = ANNOTATE(document("Dear Jim: Thank you.", head="1. Letter From Secretary Rusk to Secretary McNamara"))
    assert all(name != "Jim" for name, _ in marked(found))


def test_who_is_in_no_list_has_low_certainty() -> None:
    """An editor can tell such names from the linked ones."""
    found = ANNOTATE(document("Drafted by Kingdon W. Swayne."))
    assert [(span.cert, span.evidence) for span in found.spans if isinstance(span, Span)] == [("low", "unlisted")]


def test_without_a_list_nothing_is_linked() -> None:
    """An edition without an authority still encodes."""
    found = annotator(Edition())(document("Secretary Rusk met Mr. Miki."))
    assert all(not span.get("ref") for span in found.spans)

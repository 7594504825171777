"""Forenames that stand alone: in salutations, in signatures, after `Sir`."""

from __future__ import annotations

from named import ANNOTATE, document, marked


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


def test_a_note_that_opens_with_a_forename_calls_its_reader() -> None:
    found = ANNOTATE(document("Bob—The President agrees.", head="1. Note From Secretary Rusk to Secretary McNamara"))
    assert ("Bob", "p_MRS") in marked(found)


def test_initials_under_a_letter_are_the_sender() -> None:
    """As McGeorge Bundy signs, whom his initials tell from William Bundy also in the heading."""
    found = ANNOTATE(document("Text.", head="1. Memorandum From Mr. Bundy to President Johnson", signed="McG. B."))
    assert [person for name, person in marked(found) if name in {"Bundy", "McG. B."}] == ["p_BMG", "p_BMG"]


def test_the_initials_of_another_are_left() -> None:
    found = ANNOTATE(document("Text.", head="1. Memorandum From Secretary Rusk to President Johnson", signed="R.W.K."))
    assert "R.W.K." not in dict(marked(found))


def test_the_department_s_telegrams_are_signed_by_the_secretary() -> None:
    """`Dulles` under one of 1958 is John Foster Dulles, and no one else who bears the name."""
    head = "1. Telegram From the Department of State to the Embassy in Germany"
    assert marked(ANNOTATE(document("Text.", head=head, signed="Dulles", date="1958-01-09"))) == [("Dulles", "p_DJF")]


def test_a_forename_in_running_text_is_left() -> None:
    """As the volumes leave it: hundreds in them, nearly all unmarked."""
    assert marked(ANNOTATE(document("I told Bob so.", head="1. Letter From Secretary Rusk to Secretary McNamara")))[
        -1
    ] != (
        "Bob",
        "p_MRS",
    )

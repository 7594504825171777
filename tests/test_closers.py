from __future__ import annotations

import pytest
from structured import WORDS, broken, outline

from encoder.readers.closers import is_closing
from encoder.readers.names import is_name, is_name_with_office, is_office

BODY = "62. Letter From A to B\n\nYou will recall the memorandum in which he analyzed the situation.\n\n"
OFFICES, NOT_NAMES = WORDS["offices"], WORDS["not_names"]


def closing(end: str) -> list[str]:
    """Return the blocks after the one paragraph of a letter that ends so."""
    return outline(f"{BODY}{end}\n")[2:]


@pytest.mark.parametrize(
    "line",
    [
        "Dulles",
        "STOESSEL",
        "McG. B.",
        "RMcN",
        "F.H.R.",
        "D MacA",
        "R.O’C.",
        "J.C. King",
        "JC Thomson Jr.",
        "Robert S. McNamara",
        "Herbert Hoover, Jr.",
        "V. Giscard d’Estaing",
        "C. de Gaulle",
        "Vu Van Thai",
        "/s/ Melvin Laird",
        "HAMILTON FISH.",
    ],
)
def test_a_signature_is_known_by_its_form(line: str) -> None:
    """Surnames, initials and full names."""
    assert is_name(line, OFFICES, NOT_NAMES)


@pytest.mark.parametrize(
    "line",
    [
        "Chairman",
        "Acting Director",
        "END TEXT",
        "Disapprove",
        "Attachments",
        "[name not declassified]",
        "JCSM-312-63",
        "USDel/MC/8",
        "Foster Dulles”",
        "Thank you very much.",
        "Bomb repeat Bomb.",
        "Observe Presidential Handling.",
        "Operator: Hello.",
    ],
)
def test_other_short_lines_are_no_signature(line: str) -> None:
    """Offices, remarks, numbers, sentences and what the editors put in brackets."""
    assert not is_name(line, OFFICES, NOT_NAMES)


@pytest.mark.parametrize(
    "line",
    ["Chairman", "Major General, USA", "Chief, WHD", "CPM/PBSUCCESS", "Counselor of Embassy for Political Affairs"],
)
def test_an_office_is_known_by_its_words(line: str) -> None:
    """Ranks, offices and the abbreviations of services."""
    assert is_office(line, OFFICES)


def test_an_office_may_follow_the_name_on_its_line() -> None:
    """Name and rank on one line are one signature."""
    assert is_name_with_office("A. H. Manhart Major General, USA", OFFICES, NOT_NAMES)
    assert not is_name_with_office("Acting Director", OFFICES, NOT_NAMES)


@pytest.mark.parametrize(
    "line",
    [
        "Sincerely yours,",
        "With warm regards,",
        "With warm regards, Sincerely,",
        "Respectfully submitted,",
        "As ever",
        "With kindest regards, I am",
        "Hoping to hear from you as soon as possible, I remain,",
        "I am, sir, your obedient servant,",
        "I have, etc.,",
    ],
)
def test_a_closing_salutation_is_known_by_its_words(line: str) -> None:
    """All its words are words of closings, or it ends as a closing does."""
    assert is_closing(line, WORDS)


@pytest.mark.parametrize(
    "line", ["Ever since, trade has grown,", "2. Warm regards.", "“Faithfully,", "He sends regards to all of us there,"]
)
def test_other_lines_are_no_closing(line: str) -> None:
    """One word of a closing is not enough."""
    assert not is_closing(line, WORDS)


def test_salutation_and_signature_are_the_closer() -> None:
    """They stand in one closer at the end."""
    assert closing("Sincerely yours,\n\nDean Rusk") == ["closer", "salute: Sincerely yours,", "signed: Dean Rusk"]


def test_a_closing_line_alone_is_a_closer() -> None:
    """The signature may be lost."""
    assert closing("With warm regards,") == ["closer", "salute: With warm regards,"]


def test_the_surname_that_ends_a_telegram_is_its_signature() -> None:
    """No salutation is needed."""
    assert closing("Kissinger") == ["closer", "signed: Kissinger"]


def test_an_office_belongs_to_the_signature_above_it() -> None:
    """On lines of its own paragraph or of the next, which stay lines."""
    lines, apart = "Arthur Radford\nChairman\nJoint Chiefs of Staff", "J.C. King\n\nChief, WHD"
    assert closing(lines) == ["closer", "signed: Arthur Radford Chairman Joint Chiefs of Staff"]
    assert closing(apart) == ["closer", "signed: J.C. King\nChief, WHD"]
    assert broken(f"{BODY}{lines}\n") == ["Chairman", "Joint"]
    assert broken(f"{BODY}{apart}\n") == ["Chief,"]


def test_two_people_sign_twice() -> None:
    """Two full names are two signatures, each with its office."""
    assert closing("Walter B. Smith\nAmbassador\nV. M. Molotov\nMinister of Foreign Affairs") == [
        "closer",
        "signed: Walter B. Smith Ambassador",
        "signed: V. M. Molotov Minister of Foreign Affairs",
    ]


def test_salutation_and_name_on_one_line_are_told_apart() -> None:
    """`Faithfully yours, Foster` is two things."""
    assert closing("Faithfully yours, Foster") == ["closer", "salute: Faithfully yours,", "signed: Foster"]


def test_a_short_line_above_the_signature_stays_a_paragraph() -> None:
    """Those for whom someone signs, and the addressee's town, are no part of the closing."""
    assert closing("For the Ambassador:\n\nIvan B. White") == [
        "p: For the Ambassador:",
        "closer",
        "signed: Ivan B. White",
    ]
    assert closing("Ottawa\n\nSincerely,\n\nHenry A. Kissinger")[0] == "p: Ottawa"


def test_a_postscript_follows_the_signature() -> None:
    """Text behind a signature is a postscript if it says so."""
    assert closing("Sincerely,\n\nPhil\n\nP.S. One more thing.") == [
        "closer",
        "salute: Sincerely,",
        "signed: Phil",
        "postscript",
        "p: P.S. One more thing.",
    ]


def test_a_postscript_may_be_signed() -> None:
    """Initials below a postscript are its signature."""
    assert closing("Robert F. Kennedy\n\nP.S. One more thing.\n\nB.")[2:] == [
        "postscript",
        "p: P.S. One more thing.",
        "signed: B.",
    ]


def test_the_names_of_enclosures_follow_the_signature() -> None:
    """They end the document and hide no signature."""
    assert closing("Dean Rusk\n\nAttachments: Draft telegram") == [
        "closer",
        "signed: Dean Rusk",
        "trailer: Attachments: Draft telegram",
    ]


def test_a_name_in_the_middle_is_a_paragraph() -> None:
    """TEI closes a division only at its end."""
    assert closing("Dean Rusk\n\nThe letter was not sent.") == ["p: Dean Rusk", "p: The letter was not sent."]


def test_a_document_of_heading_and_name_has_no_closer() -> None:
    """Between heading and closer there must be something."""
    assert outline("62. Letter\n\nRusk\n") == ["head: 62. Letter", "p: Rusk"]

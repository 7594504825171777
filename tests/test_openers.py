from __future__ import annotations

import pytest
from structured import WORDS, broken, outline

from encoder.readers.openers import is_dateline, is_place, is_salute

PROSE = "You will recall the memorandum in which he analyzed the situation."


@pytest.mark.parametrize(
    "line",
    [
        "Washington, February 8, 1963.",
        "Paris, May 7, 1952—7 p.m.",
        "Washington, March 10, 1954, 2051Z.",
        "Saigon, September 29, 1963, 2:30-5:30 p.m.",
        "Beijing, October 20, 1971, 4:30-4:40 p.m. and 4:40-7:10 p.m.",
        "Bonn, February 8, 1959, 11:15 a.m.–12:30 p.m.",
        "Cairo, July 20, 1955—noon .",
        "Cairo, June 8/9, 1955—midnight .",
        "Beijing, February 25-26 1972, 10:30 p.m.-1:40 a.m.",
        "New York, December 3 and 4, 1971",
        "December 13, 1967, 5:20 p.m. (EST)",
        "December 22, 1972, New York, 3:45-4:15 p.m.",
        "Woods Hole, Massachusetts, August 13, 1917",
        "Dar es Salaam, April 25, 1976, 7:05–8:15 p.m.",
        "En route to Tanzania, September 13, 1976, 1525Z.",
        "[Washington,] May 3, 1960.",
        "[ Washington , undated.]",
        "[place not declassified], undated.",
        "Washington May 22, 1959.",
        "Washington, June 1971.",
        "Quincy, May 3d, 1812",
        "30 Sep '71",
        "undated",
        "Undated.",
        "London, March 3, 1939—7 p.m. [Received March 3—3:10 p.m.]",
    ],
)
def test_a_place_and_a_date_are_a_dateline(line: str) -> None:
    """All forms that the volumes print."""
    assert is_dateline(line)


@pytest.mark.parametrize(
    "line",
    [
        "REPORT OF VISIT TO VIET-NAM, SEPTEMBER 6-10, 1963",
        "THE SITUATION IN KOREA, FEBRUARY 1961",
        "Message Delivered to North Vietnamese December 22, 1972",
        "On May 3, 1960, the Ambassador called.",
        "I refer to your letter of May 3, 1960.",
        "No. 81",
        "Washington",
    ],
)
def test_a_title_or_sentence_with_a_date_is_no_dateline(line: str) -> None:
    """A date alone does not make a dateline."""
    assert not is_dateline(line)


@pytest.mark.parametrize("line", ["Department of State,", "The White House", "Palm Springs, California"])
def test_a_place_has_the_form_of_one(line: str) -> None:
    """Capitals and the few small words of places."""
    assert is_place(line)


@pytest.mark.parametrize(
    "line", ["Dear Bob:", "My dear Mr. Secretary,", "Dear Mr President", "Sir:", "Mr. President:", "“Dear Chris:"]
)
def test_a_salutation_is_a_line_of_its_own(line: str) -> None:
    """With a colon, a comma or nothing behind it."""
    assert is_salute(line, WORDS["salutations"])


@pytest.mark.parametrize(
    "line", ["Dear Ros: Thank you for your letter.", "Dear Ros: We go.", "Sir John agreed,", "Dearth of food:"]
)
def test_a_salutation_that_runs_into_the_text_is_none(line: str) -> None:
    """`Dear Ros: Thank you ...` stays in its paragraph."""
    assert not is_salute(line, WORDS["salutations"])


def test_dateline_and_salutation_are_the_opener() -> None:
    """They stand in one opener below the heading."""
    assert outline(f"5. Letter From A to B\n\nParis, May 7, 1952.\n\nDear Bob:\n\n{PROSE}\n") == [
        "head: 5. Letter From A to B",
        "opener",
        "dateline: Paris, May 7, 1952.",
        "salute: Dear Bob:",
        f"p: {PROSE}",
    ]


def test_a_salutation_below_a_list_is_a_paragraph() -> None:
    """TEI has no opener behind a list."""
    assert outline(f"5. Letter From A to B\n\n  • Trade\n\nDear Bob:\n\n{PROSE}\n")[3] == "p: Dear Bob:"


def test_an_address_above_the_date_is_of_the_dateline() -> None:
    """The lines of a place and its date are one dateline, and stay lines."""
    source = f"5. Letter\n\nDepartment of State,\nWashington, July 19, 1870.\n\n{PROSE}\n"
    assert outline(source)[2] == "dateline: Department of State, Washington, July 19, 1870."
    assert broken(source) == ["Washington,"]


def test_dateline_and_salutation_may_share_a_paragraph() -> None:
    """Two lines without a blank one between are told apart all the same."""
    assert outline(f"5. Letter\n\nParis, May 7, 1952\nMy dear Sir,\n\n{PROSE}\n")[1:4] == [
        "opener",
        "dateline: Paris, May 7, 1952",
        "salute: My dear Sir,",
    ]


@pytest.mark.parametrize(
    ("source", "heads"),
    [
        ("62. Letter From A to B", ["head: 62. Letter From A to B"]),
        ("Editorial Note", ["head: Editorial Note"]),
        ("[Enclosure]\n\nPaper Prepared by A", ["head: [Enclosure]", "head: Paper Prepared by A"]),
        ("No. 12.\n\nMr. Fish to Mr. Washburne.", ["head: No. 12.", "head: Mr. Fish to Mr. Washburne."]),
        ("It was late when the Secretary came.", []),
        ("Dear Bob:", []),
    ],
)
def test_the_heading_is_what_stands_first(source: str, heads: list[str]) -> None:
    """With a number or without, but never a sentence or a salutation."""
    assert [each for each in outline(f"{source}\n\n{PROSE}\n") if each.startswith("head")] == heads

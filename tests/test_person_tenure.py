"""Persons whom the list contradicts: out of office, not yet born, or dead at the date of the document."""

from __future__ import annotations

import pytest

from encoder.annotators.person_offices import offices
from encoder.annotators.person_periods import death, periods
from encoder.annotators.persons import annotator
from encoder.model import Block, Document, Edition, Person

PERSONS = (
    Person(
        "p_AH", "Ailes, Stephen", "Under Secretary of the Army from 1961 to 1964; Secretary of the Army until July 1965"
    ),
    Person("p_HW", "Harriman, W. Averell", "Ambassador at Large until December 1961"),
    Person("p_KD", "Kent, Dora", "Consul in Kobe", birth="1951-03-02", death="1999"),
    Person("p_ST", "Stevenson, Adlai E.", "Representative to the United Nations until his death on July 14, 1965"),
)
ANNOTATE = annotator(Edition(persons=PERSONS))


def codes(date: str, **texts: str) -> list[str]:
    """Return the codes of the problems of a document of that date, with a block of each kind in `texts`."""
    blocks, whole = [], ""
    for kind, words in texts.items():
        blocks.append(Block(kind, len(whole), len(whole) + len(words)))
        whole += words + "\n"
    found = ANNOTATE(Document("d1", whole, tuple(blocks), source="d1.txt", facts={"date": date} if date else {}))
    return [problem.code for problem in found.problems]


@pytest.mark.parametrize(
    ("note", "start", "end"),
    [
        ("Under Secretary of the Army from 1961 to 1964", "1961", "1964"),
        ("Under Secretary of the Army from February 9, 1961, to January 28, 1964", "1961-02-09", "1964-01-28"),
        ("Ambassador to Japan from April 1961 until July 1966", "1961-04", "1966-07"),
        ("Ambassador to Japan since April 1961", "1961-04", "9999"),
        ("Ambassador to Japan after April 1961", "1961-04", "9999"),
        ("Ambassador to Japan until mid-1961", "0000", "1961"),
        ("Ambassador to Egypt, March 10, 1955–September 10, 1956", "1955-03-10", "1956-09-10"),
        ("Ambassador to Japan", "0000", "9999"),
    ],
)
def test_the_dates_of_an_office(note: str, start: str, end: str) -> None:
    (office,) = offices(note)
    assert (office.start, office.end) == (start, end)


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("Foreign Minister from 1972 to 1974 and again from 1976", [("1972", "1974"), ("1976", "9999")]),
        ("Finance Minister from 1965 to 1966 and from 1968 to 1970", [("1965", "1966"), ("1968", "1970")]),
        ("Representative, 1948–1952 and 1968–1976", [("1948", "1952"), ("1968", "1976")]),
        (
            "Special Emissary, January–March 1956, and again in August 1956",
            [("1956-01", "1956-03"), ("1956-08", "1956-08")],
        ),
        ("Director, June 15, 1968 to October 16, 1970", [("1968-06-15", "1970-10-16")]),
        ("Deputy Assistant Secretary of State from mid 1974 until 1975", [("1974", "1975")]),
        ("Minister of Public Order, April 1967", [("1967-04", "9999")]),
        ("Ambassador to the Soviet Union during 1952", [("1952", "1952")]),
        ("member of the Council, after November 1,1963", [("1963-11-01", "9999")]),
        ("Foreign Minister during the 1950s", [("0000", "9999")]),
        ("organizer of the 1967 coup", [("0000", "9999")]),
    ],
)
def test_the_times_of_an_office(part: str, told: list[tuple[str, str]]) -> None:
    assert list(periods(part, "0000")) == told


def test_an_office_that_follows_begins_where_the_one_before_ended() -> None:
    _, after = offices("Vice President until November 22, 1963; thereafter President of the United States")
    assert (after.start, after.end) == ("1963-11-22", "9999")


def test_a_list_tells_of_a_death() -> None:
    assert death(PERSONS[3].note) == "1965-07-14"


HEAD = "1. Memorandum From the Under Secretary of the Army (Ailes) to the President"


@pytest.mark.parametrize(("date", "found"), [("1963-05-01", []), ("1965-05-01", ["person-out-of-office"]), ("", [])])
def test_who_is_out_of_the_office_of_the_heading_is_reported(date: str, found: list[str]) -> None:
    """Where the document's date is not known nothing can be said."""
    assert codes(date, head=HEAD) == found


def test_a_participant_out_of_office_is_reported() -> None:
    assert codes("1966-01-01", item="Secretary of the Army Ailes") == ["person-out-of-office"]


def test_acting_and_former_are_no_contradiction() -> None:
    assert codes("1966-01-01", head=HEAD.replace("Under", "Acting Under")) == []


def test_a_title_is_kept_by_courtesy() -> None:
    assert codes("1963-01-01", item="Ambassador Harriman") == []


def test_text_may_speak_of_former_offices() -> None:
    assert codes("1966-01-01", p="Under Secretary Ailes had said so.") == []


@pytest.mark.parametrize(("date", "found"), [("1950-01-01", 1), ("1980-01-01", 0), ("1999-05", 0), ("2001-01-01", 1)])
def test_who_is_not_yet_born_or_dead_is_reported(date: str, found: int) -> None:
    assert codes(date, head="1. Letter From Dora Kent to the President") == ["person-not-alive"] * found


def test_the_problem_says_who_and_when() -> None:
    text = "1. Letter From Ambassador Stevenson to the President"
    found = ANNOTATE(Document("d1", text, (Block("head", 0, len(text)),), facts={"date": "1966-01-01"}))
    message = "“Stevenson” is taken for Stevenson, Adlai E. (#p_ST), who died in 1965-07-14, before this document."
    assert [problem.message for problem in found.problems] == [message]


def test_text_may_speak_of_the_dead() -> None:
    assert codes("1966-01-01", p="As Ambassador Stevenson said.") == []

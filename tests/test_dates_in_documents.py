from __future__ import annotations

import pytest
from dated import dates, document
from lxml import etree

from encoder import Encoder
from encoder.annotators.date_finder import mentions
from encoder.model import Block, Document, Edition


def test_a_day_without_a_year_says_where_its_year_comes_from() -> None:
    """The year of the document is named as evidence."""
    ((_, _, span),) = dates(document("July 14", "1965-09-25"))
    assert span.evidence == "year-of-document"


def test_a_note_speaks_of_the_year_of_the_document() -> None:
    """A day in a note is of the document's year, even after the document's date."""
    text = "Letter\nDated February 26."
    made = Document(
        "d1", text, (Block("head", 0, 6), Block("note", 7, len(text), n="1", anchor=6)), facts={"date": "1963-02-25"}
    )
    assert dates(made)[0][1] == {"when": "1963-02-26"}


@pytest.mark.parametrize(
    ("known", "text", "when"),
    [
        ("1964-01-05", "December 20", "1963-12-20"),
        ("1963-12-20", "January 5", "1964-01-05"),
        ("1966-10-06", "January 28", "1966-01-28"),
    ],
)
def test_a_day_in_a_letter_is_near_the_letter(known: str, text: str, when: str) -> None:
    """In January a day in December was last month; in October a day in January is long past."""
    assert dates(document(text, known))[0][1] == {"when": when}


def test_a_date_before_it_gives_the_year() -> None:
    """In an account of another year the days that follow in their order are of that year, with low certainty."""
    found = dates(document("On March 19, 1962, he spoke. On October 4 he agreed.", "1964-02-01"))
    assert (found[1][1], found[1][2].cert) == ({"when": "1962-10-04"}, "low")


def test_days_in_a_list_share_their_year() -> None:
    """A day listed with a whole date is of its year."""
    found = dates(document("in telegrams of July 14, August 3, and January 5, 1965", "1975-01-01"))
    assert [attributes["when"] for _, attributes, _ in found] == ["1964-07-14", "1964-08-03", "1965-01-05"]


def test_two_days_of_one_month_are_two_dates() -> None:
    """`January 3 and 7, 1963` names two days, not five."""
    found = dates(document("on January 3 and 7, 1963"))
    assert [(text, found_as["when"]) for text, found_as, _ in found] == [
        ("January 3", "1963-01-03"),
        ("7, 1963", "1963-01-07"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jan. 1, 2, and 3, 1963", {"Jan. 1": "1963-01-01", "2": "1963-01-02", "3, 1963": "1963-01-03"}),
        ("in May, June, and July 1962", {"May": "1962-05", "June": "1962-06", "July 1962": "1962-07"}),
        ("November/December 1963", {"November": "1963-11", "December 1963": "1963-12"}),
        ("January 25/February 7, 1918", {"January 25": "1918-01-25", "February 7, 1918": "1918-02-07"}),
        ("25 December/7 January 1918", {"25 December": "1917-12-25", "7 January 1918": "1918-01-07"}),
        ("May 5, 30 and 40 men", {"May 5": "1965-05-05"}),
        ("On June 3, 12 and 14 ships came", {"June 3": "1965-06-03"}),
    ],
)
def test_days_and_months_in_a_list_share_month_and_year(text: str, found: dict[str, str]) -> None:
    """Each is a date of its own; a number that counts something is none."""
    assert {text: attributes["when"] for text, attributes, _ in dates(document(text, "1965-09-25"))} == found


def test_a_choice_of_days_is_no_range() -> None:
    """`24 or 25 June` names two days, of which one is meant."""
    found = dates(document("Suggest 24 or 25 June", "1961-06-01"))
    assert [attributes for _, attributes, _ in found] == [{"when": "1961-06-24"}, {"when": "1961-06-25"}]


def test_a_range_with_to_needs_its_from() -> None:
    """What is postponed to a day is not a range up to it."""
    assert len(dates(document("he moved the talks of May 3, 1963 to June 1, 1963"))) == 2


def test_a_date_never_swallows_a_note() -> None:
    """A date ends where a note is called, though its year follows."""
    text = "July 14, 1965\nNote."
    made = Document("d1", text, (Block("p", 0, 13), Block("note", 14, 19, n="2", anchor=7)))
    assert dates(made)[0][0] == "July 14"


def test_no_date_runs_over_the_end_of_a_block() -> None:
    """The month that ends one paragraph does not take its day from the next."""
    assert [text for text, _, _ in dates(document("He left on 5 May\n1963 was hard.", "1963-01-01"))] == ["5 May"]


def test_a_span_of_time_stands_beside_its_date() -> None:
    """A span of time is a time of its own; its first end is in the morning where it must be."""
    found = dates(document("January 5, 1959, 10:30–1:45 p.m."))
    assert [(span.name, attributes) for _, attributes, span in found] == [
        ("date", {"when": "1959-01-05"}),
        ("time", {"from": "10:30:00", "to": "13:45:00"}),
    ]


def test_a_span_of_time_is_part_of_its_date_in_newer_volumes() -> None:
    """Volumes printed since about 2010 put it into the date's own value."""
    found = dates(document("June 27, 1975, 2:30–3:20 p.m."), Edition(facts={"date": "2011"}))
    assert [attributes for _, attributes, _ in found] == [{"from": "1975-06-27T14:30:00", "to": "1975-06-27T15:20:00"}]


def test_two_meetings_on_a_day_are_two_times() -> None:
    """`10:45 a.m. and 4 p.m.` is not the time between."""
    found = dates(document("September 20, 1955, 10:45 a.m. and 4 p.m."))
    assert [attributes["when"] for _, attributes, _ in found] == ["1955-09-20", "10:45:00", "16:00:00"]


def test_notes_know_no_yesterday() -> None:
    """What an editor quotes was said on another day."""
    assert mentions("see yesterday", body_end=0) == []


def test_undated_is_a_date_without_a_value() -> None:
    """A dateline that says so is marked, and nothing is asserted."""
    text = "Washington, undated."
    found = dates(Document("d1", text, (Block("dateline", 0, len(text)),)))
    assert [(text, attributes) for text, attributes, _ in found] == [("undated", {})]


def test_the_dates_of_a_whole_document_stand_in_its_tei() -> None:
    """Each reads as it does alone; no note number is part of one, and no file number is one."""
    lines = (
        "1. Letter From the Ambassador to the President",
        "Tokyo, September 25, 1965.",
        "I wrote on July 14,2 in March 1966, in 1966, in the 1960s and on December 30, 1963–January 2, 1964.",
        "See 611.93/9-1562, POL 1 JAPAN–US, Lot 72 D 139, Telegram 1848, 2/63, Document 55, $1,967, Resolution 1967.",
        "Yours sincerely,",
        "1 Source: Johnson Library.",
        "2 Dated February 26.",
    )
    tei = Encoder(Edition()).encode("\n\n".join(lines).encode(), "d1.txt", "d1").tei
    found = [
        ("".join(date.itertext("{*}date")), date.get("when") or f"{date.get('from')}/{date.get('to')}")
        for date in etree.fromstring(tei.encode()).iterfind(".//{*}text//{*}date")
    ]
    assert found == [
        ("September 25, 1965", "1965-09-25"),
        ("July 14", "1965-07-14"),
        ("March 1966", "1966-03"),
        ("1966", "1966"),
        ("1960s", "1960/1969"),
        ("December 30, 1963–January 2, 1964", "1963-12-30/1964-01-02"),
        ("February 26", "1965-02-26"),
    ]

from __future__ import annotations

import pytest

from encoder.annotators.date_finder import mentions
from encoder.annotators.dates import annotator, date_of
from encoder.model import Block, Document, Edition, Span

Row = tuple[str, str, str, dict[str, str]]

# What the document's date is known to be, the text, the part of it that is the date, its attributes.
READINGS: list[Row] = [
    ("", "September 4, 1967", "September 4, 1967", {"when": "1967-09-04"}),
    ("", "4 September 1967", "4 September 1967", {"when": "1967-09-04"}),
    ("", "Sept. 4, 1967", "Sept. 4, 1967", {"when": "1967-09-04"}),
    ("", "the 4th of September, 1967", "4th of September, 1967", {"when": "1967-09-04"}),
    ("", "SEPTEMBER 4, 1967", "SEPTEMBER 4, 1967", {"when": "1967-09-04"}),
    ("", "1967-09-04", "1967-09-04", {"when": "1967-09-04"}),
    ("1965-09-25", "July 14", "July 14", {"when": "1965-07-14"}),
    ("", "July 14", "July 14", {"when": "--07-14"}),
    ("", "March 1966", "March 1966", {"when": "1966-03"}),
    ("", "October, 1971", "October, 1971", {"when": "1971-10"}),
    ("", "1966", "1966", {"when": "1966"}),
    ("", "The Act of 1954 (68 Stat. 832)", "1954", {"when": "1954"}),
    ("", "the 1960s", "1960s", {"from": "1960", "to": "1969"}),
    ("", "in the 1960’s and beyond", "1960’s", {"from": "1960", "to": "1969"}),
    ("", "September 13–15, 1962", "September 13–15, 1962", {"from": "1962-09-13", "to": "1962-09-15"}),
    ("", "13–15 September 1962", "13–15 September 1962", {"from": "1962-09-13", "to": "1962-09-15"}),
    ("", "from January 3 to 7, 1963", "January 3 to 7, 1963", {"from": "1963-01-03", "to": "1963-01-07"}),
    ("", "December 3 and 4, 1971", "December 3 and 4, 1971", {"from": "1971-12-03", "to": "1971-12-04"}),
    ("", "Central Files 1967–69, POL", "1967–69", {"from": "1967", "to": "1969"}),
    ("", "from 1949 to 1952", "1949 to 1952", {"from": "1949", "to": "1952"}),
    (
        "",
        "December 30, 1963–January 2, 1964",
        "December 30, 1963–January 2, 1964",
        {"from": "1963-12-30", "to": "1964-01-02"},
    ),
    ("", "December 30–January 2, 1964", "December 30–January 2, 1964", {"from": "1963-12-30", "to": "1964-01-02"}),
    ("1963-09-10", "(28 August-4 September)", "28 August-4 September", {"from": "1963-08-28", "to": "1963-09-04"}),
    ("", "July 1971-Oct 20, 1971", "July 1971-Oct 20, 1971", {"from": "1971-07", "to": "1971-10-20"}),
    ("1967-09-04", "mid-November", "mid-November", {"notBefore": "1967-11-11", "notAfter": "1967-11-20"}),
    ("1967-09-04", "late May", "late May", {"notBefore": "1967-05-21", "notAfter": "1967-05-31"}),
    ("", "late February 1964", "late February 1964", {"notBefore": "1964-02-21", "notAfter": "1964-02-29"}),
    ("", "early 1966", "early 1966", {"notBefore": "1966-01", "notAfter": "1966-04"}),
    ("", "the late 1940s", "late 1940s", {"notBefore": "1947", "notAfter": "1949"}),
    ("1965-09-25", "the 14th", "14th", {"when": "1965-09-14"}),
    ("1965-09-25", "the 10th instant", "10th instant", {"when": "1965-09-10"}),
    ("1965-09-25", "your letter of the 30th ultimo", "30th ultimo", {"when": "1965-08-30"}),
    ("1965-12-25", "on the 3rd proximo", "3rd proximo", {"when": "1966-01-03"}),
    ("1965-09-25", "yesterday", "yesterday", {"when": "1965-09-24"}),
    ("1965-09-25", "the day after tomorrow", "the day after tomorrow", {"when": "1965-09-27"}),
    ("1965-09-25", "last Tuesday", "last Tuesday", {"when": "1965-09-21"}),
    ("1965-09-25", "next Saturday", "next Saturday", {"when": "1965-10-02"}),
    ("1965-09-25", "last November", "last November", {"when": "1964-11"}),
    ("1965-09-25", "in March of last year", "March of last year", {"when": "1964-03"}),
    ("", "June 28, 1954, 9:42 p.m.", "June 28, 1954, 9:42 p.m.", {"when": "1954-06-28T21:42:00"}),
    ("", "June 28, 1954—noon", "June 28, 1954—noon", {"when": "1954-06-28T12:00:00"}),
    ("", "May 1, 1954, 1947Z", "May 1, 1954, 1947Z", {"when": "1954-05-01T19:47:00Z"}),
    (
        "",
        "February 25–26, 1972, 10:30 p.m.–1:40 a.m.",
        "February 25–26, 1972, 10:30 p.m.–1:40 a.m.",
        {"from": "1972-02-25T22:30:00", "to": "1972-02-26T01:40:00"},
    ),
    ("", "February 30, 1963", "February 30, 1963", {}),
    ("", "1963-13-45", "1963-13-45", {}),
    ("1952-07-01", "23 Jun 52", "23 Jun 52", {"when": "1952-06-23"}),
    ("1977-10-01", "Box 52, 9/28/77", "9/28/77", {"when": "1977-09-28"}),
    ("", "Tuesday, July 13, 1965", "Tuesday, July 13, 1965", {"when": "1965-07-13"}),
    ("1963-02-25", "For text of this June 16 paper, see", "June 16", {"when": "1963-06-16"}),
    ("", "(New York, Viking Press, 1951)", "1951", {"when": "1951"}),
    ("", "Public Papers: Kennedy, 1963, pp. 259–264", "1963", {"when": "1963"}),
    ("", "in November 1960", "November 1960", {"when": "1960-11"}),
]

NO_DATES = (
    "611.93/9-1562",
    "POL 1 JAPAN–US",
    "Lot 72 D 139",
    "Telegram 1848",
    "telegrams 1947 and 1962 from Warsaw",
    "2/63",
    "Document 55",
    "$1,967",
    "Resolution 1967",
    "at 1800 hours",
    "pp. 1948–1952",
    "in FY 1963",
    "fiscal year 1963",
    "the 38th parallel",
    "the 16th General Assembly",
    "the 20th century",
    "General Peyton March said",
    "May I say",
    "a march of 20 miles",
    "NSC 1858–19",
)


def document(text: str, date: str = "", **facts: object) -> Document:
    """Return a document of one paragraph, of the date given."""
    return Document("d1", text, (Block("p", 0, len(text)),), facts={"date": date} if date else {}, **facts)  # type: ignore[arg-type]


def dates(made: Document, edition: Edition | None = None) -> list[tuple[str, dict[str, str], Span]]:
    """Return the text, the attributes and the span of each date that the annotator finds."""
    spans = annotator(edition or Edition())(made).spans
    return [(made.text[span.start : span.end], dict(span.attributes), span) for span in spans]


def codes(made: Document, edition: Edition | None = None) -> list[str]:
    """Return the codes of what the annotator reports."""
    return [problem.code for problem in annotator(edition or Edition())(made).problems]


@pytest.mark.parametrize(("known", "text", "date", "attributes"), READINGS, ids=[row[1] for row in READINGS])
def test_a_date_reads(known: str, text: str, date: str, attributes: dict[str, str]) -> None:
    """Each form of a date is found, no more and no less of it, and means what it should."""
    assert [found[:2] for found in dates(document(text, known))] == [(date, attributes)]


@pytest.mark.parametrize("text", NO_DATES)
def test_a_number_or_name_is_no_date(text: str) -> None:
    """What only looks like a date is left alone."""
    assert dates(document(text, "1963-02-25")) == []


@pytest.mark.parametrize(
    ("text", "cert"),
    [
        ("September 4, 1965", "high"),
        ("July 14", "medium"),
        ("late May", "medium"),
        ("the 14th", "low"),
        ("the 10th instant", "low"),
        ("yesterday", "low"),
        ("last Tuesday", "low"),
        ("1/2/65", "low"),
    ],
)
def test_certainty_falls_with_what_is_inferred(text: str, cert: str) -> None:
    """Only a date that the text gives whole is of high certainty; a day that is worked out is of low."""
    ((_, _, span),) = dates(document(text, "1965-09-25"))
    assert (span.resp, span.cert) == ("#engross", cert)


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


def test_the_edition_knows_the_date_first() -> None:
    """A fact of the edition comes before the dateline."""
    text = "Washington, July 14, 1965."
    blocks = (Block("dateline", 0, len(text)),)
    assert date_of(Document("d1", text, blocks, facts={"date": "1965-07-15"})) == "1965-07-15"
    assert date_of(Document("d1", text, blocks)) == "1965-07-14"


def test_the_heading_is_asked_last() -> None:
    """Where there is no dateline, a whole date in the heading is the document's; a year in a title is not."""
    text = "12. Memorandum of Conversation, July 14, 1965"
    assert date_of(Document("d1", text, (Block("head", 0, len(text)),))) == "1965-07-14"
    text = "12. The Outlook for 1970"
    assert date_of(Document("d1", text, (Block("head", 0, len(text)),))) == ""


def test_an_impossible_day_is_reported_where_it_stands() -> None:
    """The problem names the date, with file, line and column."""
    made = document("Sent on February 30, 1963.", source="a.txt", origins=((0, 3, 1),))
    (problem,) = annotator(Edition())(made).problems
    assert (problem.code, problem.path, problem.line, problem.column) == ("date-impossible", "a.txt", 3, 9)
    assert "February 30, 1963" in problem.message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tuesday, July 14, 1965", "date-weekday"),
        ("1963-13-45", "date-impossible"),
        ("June 31", "date-impossible"),
        ("March 19, 1976, 0063Z", "date-impossible"),
        ("Thank you for your letter of July 14, 1965.", "date-order"),
    ],
)
def test_what_cannot_be_is_reported(text: str, code: str) -> None:
    """A weekday that does not fit, a day or time that does not exist, a letter younger than its answer."""
    assert codes(document(text, "1963-02-25")) == [code]


def test_a_date_that_the_edition_does_not_cover_is_reported() -> None:
    """The document's date must lie within the years of the edition, both included."""
    edition = Edition(coverage=("1961", "1963"))
    assert codes(document("Text.", "1964-01-01"), edition) == ["date-outside-coverage"]
    assert codes(document("Text.", "1963-12-31"), edition) == []


def test_a_dateline_that_contradicts_the_edition_is_reported() -> None:
    """The edition's fact and the dateline cannot both be right."""
    text = "Washington, July 14, 1965."
    made = Document("d1", text, (Block("dateline", 0, len(text)),), facts={"date": "1965-07-15"})
    assert codes(made) == ["date-differs"]


def test_sound_dates_report_nothing() -> None:
    """No reading of the table has a problem, but for the two days that do not exist."""
    faulty = {text for known, text, _, _ in READINGS if codes(document(text, known))}
    assert faulty == {"February 30, 1963", "1963-13-45"}

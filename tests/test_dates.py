from __future__ import annotations

import pytest
from dated import codes, dates, document

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
    ("", "in the mid-1950s", "mid-1950s", {"notBefore": "1954", "notAfter": "1956"}),
    ("", "Mid-1963 saw", "Mid-1963", {"notBefore": "1963-05", "notAfter": "1963-08"}),
    ("", "in the 1800s", "1800s", {"from": "1800", "to": "1899"}),
    ("", "in the early 1800s", "early 1800s", {"notBefore": "1800", "notAfter": "1833"}),
    ("", "the peace of 1648, which", "1648", {"when": "1648"}),
    ("", "in 1648 and", "1648", {"when": "1648"}),
    ("1954-04-10", "laid on for 1730 April 11", "April 11", {"when": "1954-04-11"}),
    ("1954-04-10", "on May 5 1600 GMT", "May 5 1600 GMT", {"when": "1954-05-05T16:00:00Z"}),
    ("", "the end of May 1963", "end of May 1963", {"notBefore": "1963-05-21", "notAfter": "1963-05-31"}),
    ("", "the beginning of 1965", "beginning of 1965", {"notBefore": "1965-01", "notAfter": "1965-04"}),
    ("", "the first half of 1965", "first half of 1965", {"notBefore": "1965-01", "notAfter": "1965-06"}),
    ("", "the first quarter of 1966", "first quarter of 1966", {"notBefore": "1966-01", "notAfter": "1966-03"}),
    ("", "the last half of June 1966", "last half of June 1966", {"notBefore": "1966-06-16", "notAfter": "1966-06-30"}),
    ("", "the latter half of the 1950s", "latter half of the 1950s", {"notBefore": "1955", "notAfter": "1959"}),
    ("", "Summer of 1963", "Summer of 1963", {"notBefore": "1963-06", "notAfter": "1963-09"}),
    ("", "spring 1964", "spring 1964", {"notBefore": "1964-03", "notAfter": "1964-06"}),
    ("", "Western World, Spring 1958, pp. 36–44", "Spring 1958", {"notBefore": "1958-03", "notAfter": "1958-06"}),
    ("", "in the winter of 1963", "1963", {"when": "1963"}),
    ("1965-09-25", "in the early sixties", "early sixties", {"notBefore": "1960", "notAfter": "1963"}),
    ("1965-09-25", "the Fifties", "Fifties", {"from": "1950", "to": "1959"}),
    ("1965-09-25", "by the mid-60's", "mid-60's", {"notBefore": "1964", "notAfter": "1966"}),
    ("1965-09-25", "the decade of the ’80s", "’80s", {"from": "1980", "to": "1989"}),
    ("", "the Fifties", "Fifties", {}),
    ("", "c. 1962", "1962", {"when": "1962"}),
    ("", "adopted about 1958 and supported", "1958", {"when": "1958"}),
    ("", "ca. 1914–ca. 1944", "1914–ca. 1944", {"from": "1914", "to": "1944"}),
    ("", "as in 1963/64", "1963/64", {"from": "1963", "to": "1964"}),
    ("", "circa 1910, he", "1910", {"when": "1910"}),
    ("", "February 7 (January 25), 1918", "February 7 (January 25), 1918", {"when": "1918-02-07"}),
    ("", "May 5 [6], 1963", "May 5 [6], 1963", {"when": "1963-05-05"}),
    ("", "May [6], 1963", "May [6], 1963", {"when": "1963-05-06"}),
    ("", "[May 5,] 1963", "May 5,] 1963", {"when": "1963-05-05"}),
    ("1965-09-25", "the Fourth of July", "Fourth of July", {"when": "1965-07-04"}),
    ("", "the twenty-first of May, 1963", "twenty-first of May, 1963", {"when": "1963-05-21"}),
    ("", "Wednesday, the 14th of July, 1965", "Wednesday, the 14th of July, 1965", {"when": "1965-07-14"}),
    ("1965-09-25", "of March last, he", "March last", {"when": "1965-03"}),
    ("1965-09-25", "in March next.", "March next", {"when": "1966-03"}),
    ("", "May 5, 1963, 12 noon", "May 5, 1963, 12 noon", {"when": "1963-05-05T12:00:00"}),
    ("", "May 5, 1963, 2:30 P.M.", "May 5, 1963, 2:30 P.M.", {"when": "1963-05-05T14:30:00"}),
    ("", "May 5, 1963, 0900 hours", "May 5, 1963, 0900 hours", {"when": "1963-05-05T09:00:00"}),
    ("", "May 5, 1963, 2200 EST", "May 5, 1963, 2200 EST", {"when": "1963-05-05T22:00:00-05:00"}),
    ("", "June 32, 1963", "June 32, 1963", {}),
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
    "FY 1965–1969",
    "in fiscal years 1964–65",
    "the 38th parallel",
    "the 16th General Assembly",
    "the 20th century",
    "General Peyton March said",
    "May I say",
    "a march of 20 miles",
    "NSC 1858–19",
    "amid-1950",
    "pre-1950s",
    "the second of the two",
    "men in their late thirties",
    "about 1900 were killed",
    "file 1958/51",
    "the first half of fiscal year 1965",
    "to be completed by 1600 GMT",
    "between 1700 EST and dusk",
    "at dusk, until 1815 local time",
    "fifteen (1500) hundred men",
    "developments as of 1500 are as follows",
    "scheduled for 1700 and moved up",
    "in recent telegrams (Embtels 1779, 1780, 1795)",
)


@pytest.mark.parametrize(("known", "text", "date", "attributes"), READINGS, ids=[row[1] for row in READINGS])
def test_a_date_reads(known: str, text: str, date: str, attributes: dict[str, str]) -> None:
    """Each form of a date is found, no more and no less of it, and means what it should."""
    assert [found[:2] for found in dates(document(text, known))] == [(date, attributes)]


@pytest.mark.parametrize(
    ("part", "days", "months", "decade", "century"),
    [
        ("early", ("01", "10"), ("01", "04"), ("1960", "1963"), ("1800", "1833")),
        ("mid-", ("11", "20"), ("05", "08"), ("1964", "1966"), ("1834", "1866")),
        ("late", ("21", "31"), ("09", "12"), ("1967", "1969"), ("1867", "1899")),
    ],
)
def test_early_mid_and_late_are_the_thirds_that_the_readme_states(
    part: str, days: tuple[str, str], months: tuple[str, str], decade: tuple[str, str], century: tuple[str, str]
) -> None:
    """The thirds of a month, a year, a decade and a century, as the table of README.md has them."""
    lead = part if part.endswith("-") else f"{part} "
    text = f"the {lead}March 1965, the {lead}1965, the {lead}1960s, the {lead}1800s"
    bounds = [tuple(attributes.values()) for _, attributes, _ in dates(document(text))]
    march, year = (tuple(f"1965-{end}" for end in ends) for ends in ((f"03-{day}" for day in days), months))
    assert bounds == [march, year, decade, century]


def test_decades_in_a_list_are_each_a_date() -> None:
    """The article stands once or at each of them."""
    text = "in the late Sixties and early Seventies, or the 30s or 40s, or the twenties and the thirties"
    found = [text for text, _, _ in dates(document(text, "1965-09-25"))]
    assert found == ["late Sixties", "early Seventies", "30s", "40s", "twenties", "thirties"]


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
        ("ca. September 4, 1965", "medium"),
        ("about September 4, 1965", "medium"),
        ("c. 1962", "medium"),
        ("about 1962, he", "medium"),
        ("summer 1963", "medium"),
        ("the early sixties", "medium"),
        ("the first half of 1965", "high"),
    ],
)
def test_certainty_falls_with_what_is_inferred(text: str, cert: str) -> None:
    """Only a date that the text gives whole is of high certainty; a day that is worked out is of low."""
    ((_, _, span),) = dates(document(text, "1965-09-25"))
    assert (span.resp, span.cert) == ("#engross", cert)


def test_sound_dates_report_nothing() -> None:
    """No reading of the table has a problem, but for the three days that do not exist."""
    faulty = {text for known, text, _, _ in READINGS if codes(document(text, known))}
    assert faulty == {"February 30, 1963", "June 32, 1963", "1963-13-45"}

"""Properties of dates: what is printed reads back, and no text whatever breaks the finder."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from encoder.annotators.date_finder import mentions
from encoder.annotators.date_resolve import Known, resolve
from encoder.annotators.date_words import moment_of
from encoder.annotators.dates import annotator
from encoder.model import Block, Document, Edition

FIRST, LAST = dt.date(1500, 1, 1), dt.date(2099, 12, 31)
"""What the grammar takes for a day of a document."""
LONGEST = 400
"""Days in a range."""
DAYS = st.dates(FIRST, LAST)
NEAR = st.dates(dt.date(1960, 1, 1), dt.date(1969, 12, 31))
FORMS = {
    "{0:%B} {0.day}, {0.year}": DAYS,
    "{0.day} {0:%B} {0.year}": DAYS,
    "{0:%b} {0.day}, {0.year}": DAYS,
    "{0:%b}. {0.day} {0.year}": DAYS.filter(lambda day: day.month not in {5, 6, 7}),
    "{0:%A}, {0:%B} {0.day}, {0.year}": DAYS,
    "{0.day}th of {0:%B}, {0.year}": DAYS,
    "{0:%Y-%m-%d}": DAYS,
    "{0:%B} {0.day}, ’{0:%y}": NEAR,
    "{0.month}/{0.day}/{0:%y}": NEAR,
    "{0.month}/{0.day}/{0.year}": DAYS,
}
WORDS = st.sampled_from(
    (
        *("May", "March", "Sept.", "February", "1965", "1967–69", "’63", "1960s", "1848", "14", "14th", "29", "31"),
        *(
            "the",
            "of",
            "and",
            "to",
            "from",
            "in",
            "last",
            "early",
            "mid-",
            "instant",
            "yesterday",
            "sixties",
            "’60s",
            "summer",
            "end",
            "first half",
            "Telegram",
            "Tuesday",
        ),
        *("9:42", "p.m.", "noon", "0063Z", "2/30/63", "–", "—", "-", ",", ".", "/", "(", ")", "\n"),
    )
)


@pytest.mark.parametrize("form", FORMS)
def test_a_printed_date_reads_back(form: str) -> None:
    """Every day of the calendar, printed in a form that is supported, is found whole and is that day again."""

    @given(FORMS[form])
    def reads_back(day: dt.date) -> None:
        text = form.format(day)
        (mention,) = mentions(text)
        meaning = resolve(mention, Known(moment_of("1965-09-25"), century=1965))
        assert (mention.start, mention.end, meaning.first.iso()) == (0, len(text), day.isoformat())

    reads_back()


@given(st.dates(FIRST, LAST - dt.timedelta(LONGEST)), st.integers(1, LONGEST))
def test_a_printed_range_reads_back(first: dt.date, length: int) -> None:
    """Two whole dates with a dash between them are one range, across months and years."""
    last = first + dt.timedelta(length)
    text = f"{first:%B} {first.day}, {first.year}–{last:%B} {last.day}, {last.year}"
    (mention,) = mentions(text)
    meaning = resolve(mention, Known())
    assert meaning.attributes() == (("from", first.isoformat()), ("to", last.isoformat()))


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join), st.lists(WORDS).map("".join)), st.data())
def test_no_text_breaks_the_finder(text: str, data: st.DataObject) -> None:
    """Dates stand in order within the text, do not overlap, and reach over no note's anchor and no line's end."""
    stops = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=4)))
    found = mentions(text, stops, data.draw(st.integers(0, len(text))))
    ranges = [(mention.start, mention.end) for mention in found]
    ranges += [(clock.start, clock.end) for mention in found for clock in mention.clocks]
    ranges.sort()
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(ranges))
    assert not any(start < stop < end for start, end in ranges for stop in stops)
    assert not any("\n" in text[start:end] for start, end in ranges)


@example("May 1967–69 May", "")
@given(st.lists(WORDS).map(" ".join), st.sampled_from(["", "1965-09-25", "1964-02-29", "1965", "nonsense"]))
def test_no_text_breaks_the_annotator(text: str, date: str) -> None:
    """Whatever a document says and whatever is known of it, the annotator answers and leaves the text as it is."""
    made = Document("d1", text, (Block("dateline", 0, len(text)),), facts={"date": date})
    annotated = annotator(Edition(facts={"date": "2011"}, coverage=("1964", "1968")))(made)
    assert annotated.text == text
    assert all(value for span in annotated.spans for _, value in span.attributes)

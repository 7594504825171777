"""Where notes are called: the seeds' facts, and the cases that numbers without superscript make hard."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from encoder.conventions import convention
from encoder.readers.anchors import Mark, marks_of
from encoder.readers.candidates import all_of, runs_of
from encoder.readers.evidence import Evidence
from encoder.readers.lattice import Lattice
from encoder.readers.layout import layout_of
from encoder.readers.numbering import free, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from encoder.readers.lattice import Numbering

FRUS = convention("frus")
SEEDS = Path(__file__).resolve().parents[1] / "seeds"
HEADING = "62. Letter From Rusk to Johnson"


def with_notes(body: str, count: int) -> str:
    """Return a transcription with this body and a list of `count` notes."""
    notes = ["Source: Kennedy Library.", *(f"Document {50 + number}." for number in range(2, count + 1))][:count]
    return f"{body}\n\nDean\n" + "\n".join(f"  {number}. {text}" for number, text in enumerate(notes, 1)) + "\n"


def marks(source: str) -> tuple[Mark | None, ...]:
    """Return the marks of a transcription."""
    return marks_of(layout_of(source, FRUS), FRUS)


def called(source: str, width: int = 8) -> list[str | None]:
    """Return for each note what is before its call, and the number as printed in braces; None where it has no call."""
    return [
        None
        if mark is None
        else f"{source[max(0, mark.start - width) : mark.start]}{{{source[mark.start : mark.end]}}}"
        for mark in marks(source)
    ]


def numbers(body: str, count: int) -> list[str | None]:
    """Return the numbers as printed that a body with `count` notes calls."""
    source = with_notes(body, count)
    return [None if mark is None else source[mark.start : mark.end] for mark in marks(source)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("000_0b4c4bec47fe7eac", [" Johnson{1}"]),
        ("001_c881550d55ff77e7", ["McNamara{1}", " July 14{2}", "studies.{3}", "d above.{4}"]),
        (
            "004_c2341f50860b8d85",
            ["patric){0}", ", 1963,{1}", " effort.{2}", "ted out,{3}", "or them.{4}", "s there.{5}", "\n\nDean{6}"],
        ),
    ],
)
def test_the_seeds_are_anchored_with_certainty(name: str, expected: list[str]) -> None:
    """The calls of the three seeds, which print from 1 and from 0, are where the printed volumes have them."""
    source = (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
    found = called(source)
    assert [text and text.endswith(end[-10:]) for text, end in zip(found, expected, strict=True)] == [True] * len(
        expected
    )
    assert {mark.cert for mark in marks(source) if mark} == {"high"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{HEADING}0\n\nMy memorandum of July 10.1 It cost 30.2", ["0", "1", "2"]),
        (f"{HEADING}37\n\nMy memorandum.38 It was of July 14.39", ["37", "38", "39"]),
        (f"{HEADING}37\n\nMy memorandum of July 14, 1963. Telegram 1848.", ["37"]),
        (f"{HEADING}1\n\nMine.2\n\n[Page 12]\n\nHe said so.1 They left.2\n\n[Page 13]\n\nIt was over.1", [*"12121"]),
        (f"{HEADING}*\n\nMy memorandum.† Fine.\n\n* * *\n\nHe said so.‡ But they left.", ["*", "†", "‡"]),
        (f"{HEADING}*\n\nMine.\n\n[Page 12]\n\nThen* he said so.† But they left.", ["*", "*", "†"]),
        (f"{HEADING}1\n\nMy memorandum.1a Fine. Then he said so.2 But they left.", ["1", "1a", "2"]),
        (f"{HEADING}, Washington, May 5, 19711 2\n\nYou will recall my memorandum.3", ["1", "2", "3"]),
        (f"{HEADING}1\n\nMy memorandum.2 Then again.2 It was late.3", ["1", "2", "2", "3"]),
        (f"{HEADING}1\n\nYou will recall.2 Fine.3 Then he said so.5 It is.6", ["1", "2", "3", "5", "6"]),
    ],
)
def test_the_printed_numbering_is_inferred(body: str, expected: list[str]) -> None:
    """Print may count from 0 or 37, restart on a page, use signs, put notes in, call one twice, or leave one out."""
    assert numbers(body, len(expected)) == expected


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("My memorandum of July 142 was short.", "July 14"),
        ("On November 26, 1963,2 we met.", "1963,"),
        ("The budget was $1,0002 in all.", "$1,000"),
        ("He left at 10:302 and came back.", "10:30"),
        ("The crisis of 1962–632 is over.", "1962–63"),
        ("The MIG–21s2 flew.", "MIG–21s"),
        ("He said “no.”2 They did not.", "“no.”"),
        ("They [the Soviets]2 left.", "Soviets]"),
        ("In telegram 1848 he said so (telegram 18482) again.", "telegram 1848"),
        ("Why?2 He did not say.", "Why?"),
        ("Go—now;2 or wait.", "now;"),
        ("It is the govern-\nment2 that pays.", "govern-\nment"),
        ("The figures:\n\nIran 12 14 3 2\nIraq 1 2 3 4\n\nThey rose.2 Then they fell.", "rose."),
    ],
)
def test_the_rest_of_a_number_or_word_is_what_it_was(text: str, before: str) -> None:
    """What stands before the call is a whole word, date, year, sum, time or number of a telegram."""
    source = with_notes(f"{HEADING}1\n\n{text}", 2)
    second = marks(source)[1]
    assert second is not None
    assert source[: second.start].endswith(before)
    assert source[second.start : second.end] == "2"


@pytest.mark.parametrize(
    "text",
    [
        "1. First.\n\n2. Second.\n\n(2) Third.\n\n2) Fourth.",
        "We met on March 2 at 2 p.m. with 12 men, in 1962.",
        "See [Page 2] and\n\n[Page 2]\n\nthe rest.",
        "Telegram 1842 and telegram 1852 cost $1.2 million.",
        "The U–2 and B–52 flew 3,222 miles.",
    ],
)
def test_numbers_of_the_text_are_no_calls(text: str) -> None:
    """Page marks, numbers of lists, dates, times, telegrams and machines stay in the text."""
    source = with_notes(f"{HEADING}1\n\n{text} So it is.2 It was.", 2)
    assert called(source)[1] == "So it is{2}".replace("is", "is.")[-11:]


def test_numbers_inside_notes_are_no_calls() -> None:
    """The body alone is searched."""
    source = with_notes(f"{HEADING}1\n\nText.", 1) + "  2. He said so.2 Fine.2\n"
    assert called(source)[1] is None


@pytest.mark.parametrize("body", [HEADING, f"{HEADING}\n\nOn July 14, 1963, we sent 3 men. It cost $1.2 million."])
def test_notes_that_nothing_calls_have_no_place(body: str) -> None:
    """A list without calls is not anchored anywhere."""
    assert numbers(body, 4) == [None] * 4


def test_a_lost_call_does_not_move_the_others() -> None:
    """The note whose call is lost has no place, and the rest keep theirs."""
    assert numbers(f"{HEADING}1\n\nYou will recall. Fine.3 Then he said so.4", 4) == ["1", None, "3", "4"]


def test_without_a_list_there_are_no_marks() -> None:
    """Numbers that run into the text are left alone where there is no note list."""
    assert marks(f"{HEADING}1\n\nYou will recall.2\n") == ()


def test_of_two_places_both_are_named() -> None:
    """Where another place is nearly as likely, the mark is not certain and names it."""
    source = with_notes(f"{HEADING}1\n\nSee telegram 1542 of May and telegram 1612 of June.", 2)
    second = marks(source)[1]
    assert second is not None
    assert second.cert != "high"
    assert second.other is not None
    places = {source[start - 3 : end] for start, end in ((second.start, second.end), second.other)}
    assert places == {"1542", "1612"}


def test_marks_ascend() -> None:
    """Calls stand in the order of the list and never overlap."""
    found = [mark for mark in marks(with_notes(f"{HEADING}1\n\n" + "A word.2 Two.3 Three,4 four5 five.6 ", 6)) if mark]
    assert all(one.end <= other.start for one, other in pairwise(found))


def counted(count: int) -> str:
    """Return a document with this many notes, counted from first to last, among dates and sums."""
    text = " ".join(f"On May {n % 28 + 1}, 1963, we sent {n} men and $1,{n:03} more.{n}" for n in range(2, count + 1))
    return with_notes(f"{HEADING}1\n\n{text}", count)


def test_a_long_document_keeps_its_count() -> None:
    """300 notes among dates and sums are anchored where they are."""
    source = counted(300)
    assert [source[mark.start : mark.end] if mark else None for mark in marks(source)] == [*map(str, range(1, 301))]


def restarting(pages: int) -> str:
    """Return a document whose notes start again on every page, with calls that could as well be text."""
    page = "A paper was left at 5 p.m.1\n\nMemorandum of Conversation2\n\nWe met on May 3 with 12 men.3 It was late."
    body = "\n\n".join(f"[Page {number}]\n\n{page}" for number in range(2, pages + 2))
    return with_notes(f"{HEADING}1\n\n{body}", 3 * pages + 1).replace("Document ", "Source: Document ")


def test_a_long_document_that_counts_anew_on_every_page_keeps_its_count() -> None:
    """What a reading loses by notes left over at the end is weighed from the first page on."""
    source = restarting(60)
    assert [source[mark.start : mark.end] if mark else None for mark in marks(source)] == ["1", *("1", "2", "3") * 60]


@pytest.mark.parametrize(("write", "numbering"), [(counted, plain), (restarting, free)])
def test_the_work_grows_as_the_document_does(write: Callable[[int], str], numbering: Numbering) -> None:
    """Twice the notes, twice the states that are weighed."""
    sizes = []
    for count in (50, 100, 200):
        layout = layout_of(write(count), FRUS)
        notes = len(layout.notes)
        places = all_of(layout.source, runs_of(layout, FRUS), notes, frozenset(map(str, range(notes + 1))))
        sizes.append(len(Lattice(places, Evidence(layout), notes, numbering).nodes))
    assert sizes[1] < 2.5 * sizes[0]
    assert sizes[2] < 2.5 * sizes[1]


def test_a_list_of_more_than_999_notes_is_anchored() -> None:
    """A call has as many digits as the list is long."""
    text = " ".join(f"Then they said so.{number}" for number in range(2, 1011))
    assert None not in marks(with_notes(f"{HEADING}1\n\n{text}", 1010))


def test_numbers_beyond_the_list_need_company() -> None:
    """A count that begins elsewhere is a row of numbers; single large numbers are not weighed."""
    layout = layout_of(with_notes(f"{HEADING}37\n\nOne.38 Two.39 Three.40 The rest,77 they said.", 4), FRUS)
    values = {place.value for place in all_of(layout.source, runs_of(layout, FRUS), 4, frozenset("1234"))}
    assert {37, 38, 39, 40} <= values
    assert 77 not in values

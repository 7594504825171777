"""Calls without a note and page numbers that do not go on: what the audit tells, and what it leaves alone."""

from __future__ import annotations

import pytest

from encoder.readers import read
from encoder.readers.pages import page_step
from encoder.readers.text import source_of

HEADING = "62. Letter From Rusk to Johnson"


def told(text: str, code: str) -> list[int]:
    """Return the lines at which the reading of a transcription reports a problem of this code."""
    document = read(source_of(text.encode(), "d62.txt"), "d62", {})
    return [problem.line for problem in document.problems if problem.code == code]


def with_notes(body: str, count: int) -> str:
    return body + "\n\n" + "".join(f"  {number}. Source: Paper {number}.\n" for number in range(1, count + 1))


@pytest.mark.parametrize(
    ("body", "notes", "lines"),
    [
        (f"{HEADING}1\n\nWe met.2 They left.\n\nIt was over.3", 2, [5]),
        (f"{HEADING}1\n\nWe met.2\n\nThey said “no.”3\n\nIt was over.4 All left,5 too.", 2, [5, 7, 7]),
        (f"{HEADING}1\n\nWe met here† again.", 1, [3]),
        (f"{HEADING}0\n\nWe met.1\n\nIt was over.2", 2, [5]),
        (f"{HEADING}37\n\nWe met.38\n\nIt was over.39", 2, [5]),
    ],
)
def test_a_call_whose_note_the_list_lacks_is_told_in_its_line(body: str, notes: int, lines: list[int]) -> None:
    assert told(with_notes(body, notes), "note-missing") == lines


def test_without_a_list_every_call_is_told_and_the_headings_once() -> None:
    text = f"{HEADING}1\n\nWe met.2\n\nIt was over.3\n"
    assert told(text, "note-list-missing") == [1]
    assert told(text, "note-missing") == [3, 5]


@pytest.mark.parametrize(
    "text",
    [
        "See No.3 and p.3 and para.3 of it.",
        "It cost $1.3 million in 1963.",
        "We met.1 They left.",
        "Of this state of disorganiza9 nothing came.",
        "* * *\n\nThey left.",
        "We sent telegram 1843.",
        "A U–2 and the C3 flew at 10:30.",
    ],
)
def test_other_numbers_of_the_text_are_no_calls(text: str) -> None:
    """A number behind an abbreviation, of a sum, out of the count, apart from its word."""
    assert told(with_notes(f"{HEADING}1\n\nSo.\n\n{text}", 1), "note-missing") == []


@pytest.mark.parametrize(
    ("before", "after", "odd"),
    [
        ("12", "13", ""),
        ("12", "14", "jumps"),
        ("12", "12", "goes back"),
        ("13", "12", "goes back"),
        ("12", "12a", ""),
        ("12a", "12b", ""),
        ("12a", "13", ""),
        ("12a", "12c", "jumps"),
        ("12b", "12a", "goes back"),
        ("XII", "XIII", ""),
        ("viii", "ix", ""),
        ("XXXIX", "XL", ""),
        ("IX", "XI", "jumps"),
        ("XI", "IX", "goes back"),
        ("xvi", "1", ""),
        ("xvi", "3", "changes"),
        ("12", "XIII", "changes"),
        ("A–3", "A–4", ""),
        ("A–3", "B–4", "changes"),
        ("cover", "1", ""),
    ],
)
def test_pages_go_on_in_their_own_way(before: str, after: str, odd: str) -> None:
    assert page_step(before, after) == odd


def test_a_jump_of_roman_pages_is_told_in_its_line() -> None:
    assert told(f"{HEADING}\n\n[Page XII]\n\nWe met.\n\n[Page XIV]\n\nThey left.\n", "page-order") == [7]

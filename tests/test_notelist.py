"""The note list: where it starts, and what belongs to it."""

from __future__ import annotations

import pytest

from encoder.conventions import convention
from encoder.readers.notelist import note_list

FRUS = convention("frus")
BODY = "62. Letter From Rusk to McNamara1\n\nWe agree.2 So do they.3 It is done.4 They left.5\n\nDean\n"


def entries(source: str) -> list[tuple[str, list[str]]]:
    """Return the label and the paragraphs of each entry."""
    return [
        (listed.label, [source[start:end] for start, end in listed.paragraphs]) for listed in note_list(source, FRUS)[1]
    ]


def labels(source: str) -> list[str]:
    """Return the labels of the entries."""
    return [label for label, _ in entries(source)]


def test_the_list_starts_where_the_body_ends() -> None:
    """The body ends before the indentation of the first label."""
    source = BODY + "  1. Source: A.\n  2. B.\n"
    assert note_list(source, FRUS)[0] == len(BODY)
    assert entries(source) == [("1", ["Source: A."]), ("2", ["B."])]


def test_a_note_has_several_paragraphs() -> None:
    """Blank lines part the paragraphs of a note; a single line end does not."""
    source = BODY + "  1. Source: A.\n\n     Second.\nStill second.\n  2. B.\n"
    assert entries(source)[0] == ("1", ["Source: A.", "Second.\nStill second."])


def test_a_paragraph_of_a_note_may_stand_without_indentation() -> None:
    """Where the list is one of notes by all else, such a paragraph does not end it."""
    assert labels(BODY + "  1. Source: A.\n\nSecond, without indentation.\n  2. B.\n") == ["1", "2"]


@pytest.mark.parametrize(
    "notes",
    [
        "  1. Source: A.\n  2. B.\n  3. Points:\n  1. x\n  2. y\n  3. z\n  4. u\n  4. D.\n  5. E.\n",
        "  1. Source: A.\n  2. B.\n  3. Points:\n\n  1. x\n  2. y\n  4. D.\n  5. E.\n",
        "  1. Source: A:\n  1. x\n  2. y\n  2. B.\n  3. C.\n  4. D.\n  5. E.\n",
        "  1. Source: A.\n  2. B:\n\n     1. x\n\n     2. y\n  3. C.\n  4. D.\n  5. E.\n",
        "  1. Source: A.\n  2. B.\n  3. C.\n  4. D.\n  5. Points:\n  1. x\n  2. y\n",
        "  1. Source: A.\n  1965. It was late.\n  2. B.\n  3. C.\n  4. D.\n  5. E.\n",
    ],
)
def test_lines_inside_a_note_that_look_like_labels_are_text(notes: str) -> None:
    """A list within a note counts from 1 again; the notes' own count goes on behind it."""
    assert labels(BODY + notes) == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("62. Letter1\n\nMine.1 His.2\n\nHers.1 Ours.2\n\n", ["1", "1", "2", "1", "2"]),
        ("62. Letter1\n\nMine.2 In May 19633 too.\n\nHers.1 Ours,2 yours.3\n\n", ["1", "2", "3", "1", "2", "3"]),
    ],
)
def test_labels_start_again_where_the_calls_of_the_body_do(body: str, expected: list[str]) -> None:
    """A list numbered as print is, page by page, is no list within a note."""
    assert labels(body + "".join(f"  {label}. Source: A.\n" for label in expected)) == expected


def test_more_than_99_notes() -> None:
    """Labels may be flush right, and have three digits."""
    source = BODY + "".join(f"{number:>4}. Note {number}.\n" for number in range(1, 121))
    assert labels(source) == [str(number) for number in range(1, 121)]


def test_more_than_9999_notes() -> None:
    """The list goes on behind the last number of four digits."""
    numbers = range(1, 10_002)
    body = "".join(f"We agree.{number}\n\n" for number in numbers)
    notes = "".join(f"  {number}. See that.\n" for number in numbers)
    assert labels(body + notes) == [str(number) for number in numbers]


@pytest.mark.parametrize(
    "body",
    [
        "62. Letter1\n\nWe should:\n\n  1. do\n  2. be\n  3. say\n\n",
        "62. Letter1\n\nPoints\n\n  1. do\n  2. be\n  3. say\n",
        "62. Letter1\n\nWe should:\n\n  1. do\n  2. be\n\nRegards,\n\nDean\n",
    ],
)
def test_a_numbered_list_of_the_body_is_not_the_note_list(body: str) -> None:
    """A list that the body ends with stays in the body; the notes follow it."""
    source = body + "  1. Source: A.\n  2. B.\n"
    assert note_list(source, FRUS)[0] == len(body)
    assert labels(source) == ["1", "2"]


@pytest.mark.parametrize(
    "source",
    [
        "62. Letter\n\nWe should:\n\n  1. do\n  2. be\n  3. say\n",
        "62. Telegram1\n\nText2\n\n1. We think.\n\n2. They say.\n",
        "62. Letter\n\nText.\n",
        "",
    ],
)
def test_where_there_is_no_note_list_the_body_is_all(source: str) -> None:
    """A list behind a colon, or numbered paragraphs, that nothing calls are no notes."""
    assert note_list(source, FRUS) == (len(source), ())


def test_a_list_that_nothing_calls_is_still_a_note_list() -> None:
    """So that each of its notes is reported, not lost."""
    assert labels("62. Letter\n\nText.\n\n  1. A note.\n  2. Another.\n") == ["1", "2"]


@pytest.mark.parametrize("indent", ["\t", " ", "      ", ""])
def test_other_indentation(indent: str) -> None:
    """One space, a tab or no indentation at all: notes that the body calls are a note list."""
    source = f"{BODY}\n" + "".join(
        f"{indent}{number}. {text}\n" for number, text in enumerate(["Source: A.", "B.", "C.", "D.", "E."], 1)
    )
    assert labels(source) == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ("  37. A.\n  38. B.\n", ["37", "38"]),
        ("  *. A.\n  †. B.\n", ["*", "†"]),
        ("  1. A.\n  *. B.\n  2. C.\n", ["1", "*", "2"]),
        ("  1. Source: A.\n  2. B.\n  4. C.\n", ["1", "2", "4"]),
    ],
)
def test_labels_as_print_has_them(notes: str, expected: list[str]) -> None:
    """A list may be labelled as print is: from 37, with signs, with a number left out."""
    assert labels(f"62. Letter{expected[0]}\n\nText.{expected[1]} More.2 Yes.4\n\nDean\n{notes}") == expected


def test_an_empty_note_is_an_entry() -> None:
    """A label without text keeps its place in the count."""
    assert entries(BODY + "  1. Source: A.\n  2. \n  3. C.\n")[1] == ("2", [""])


def test_a_page_mark_does_not_end_the_list() -> None:
    """A page mark between two notes belongs to the note before."""
    assert labels(BODY + "  1. Source: A.\n\n[Page 12]\n  2. B.\n") == ["1", "2"]

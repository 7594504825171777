from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structured import broken, outline, parsed

HEAD = "62. Memorandum of Conversation\n\n"
PROSE = "The Secretary opened the discussion and said that he had little to add."


def test_an_unknown_paragraph_is_a_plain_p() -> None:
    """What is not recognised is a paragraph, and nothing is left out."""
    assert outline(f"{HEAD}Conclusions\n\n{PROSE}\n") == [
        "head: 62. Memorandum of Conversation",
        "p: Conclusions",
        f"p: {PROSE}",
    ]


def test_items_make_a_list() -> None:
    """Bulleted lines are the items of one list; a dash at the start of one stays in its text."""
    assert outline(f"{HEAD}{PROSE}\n\n  • —First.\n  • —Second.\n")[2:] == ["list", "item: —First.", "item: —Second."]


def test_a_blank_line_parts_two_lists() -> None:
    """The subject and the participants are two lists though no heading is left above them."""
    assert outline(f"{HEAD}  • Trade\n\n  • Mr. Rusk\n  • Mr. Ball\n\n{PROSE}\n")[1:6] == [
        "list",
        "item: Trade",
        "list",
        "item: Mr. Rusk",
        "item: Mr. Ball",
    ]


def test_a_page_mark_does_not_part_a_list() -> None:
    """A page that ends within a list does not end the list."""
    kinds = outline(f"{HEAD}  • —First.\n\n[Page 2]\n\n  • —Second.\n\n{PROSE}\n")
    assert kinds[1:4] == ["list", "item: —First.", "item: —Second."]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("SUBJECT", "subject"),
        ("[SUBJECT]", "subject"),
        ("Participants:", "participants"),
        ("OTHERS PRESENT", "participants"),
        ("TO :", "to"),
        ("FROM", "from"),
        ("References", "references"),
    ],
)
def test_the_heading_of_a_list_tells_its_type(heading: str, kind: str) -> None:
    """A known heading above items belongs to their list and says what they are."""
    assert outline(f"{HEAD}{heading}\n\n  • One\n\n{PROSE}\n")[1:4] == [f"list {kind}", f"head: {heading}", "item: One"]


def test_a_title_above_items_is_no_heading_of_a_list() -> None:
    """Only the words of the convention make a list's heading."""
    assert outline(f"{HEAD}MEMORANDUM OF CONVERSATION\n\n  • One\n\n{PROSE}\n")[1:3] == [
        "p: MEMORANDUM OF CONVERSATION",
        "list",
    ]


def test_a_heading_without_items_is_a_paragraph() -> None:
    """`SUBJECT` above a paragraph is a paragraph."""
    assert outline(f"{HEAD}SUBJECT\n\n{PROSE}\n")[1] == "p: SUBJECT"


def test_numbered_paragraphs_are_no_list() -> None:
    """Paragraphs that print numbers stay paragraphs."""
    assert outline(f"{HEAD}1. First point.\n\n2. Second point.\n")[1:] == ["p: 1. First point.", "p: 2. Second point."]


def test_an_editorial_note_has_a_head_and_paragraphs() -> None:
    """An editorial note has neither opener nor closer."""
    assert outline(f"123. Editorial Note\n\n{PROSE}\n") == ["head: 123. Editorial Note", f"p: {PROSE}"]


def test_a_quotation_of_whole_paragraphs_is_a_quote() -> None:
    """Paragraphs behind a colon that open with quotation marks, closed by the last, are one quotation."""
    assert outline(f"{HEAD}It reads:\n\n“First.\n\n“Second.”\n\n{PROSE}\n")[1:5] == [
        "p: It reads:",
        "quote",
        "p: “First.",
        "p: “Second.”",
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        "He spoke.\n\n“First.”\n\n",  # no colon before it
        "He said:\n\n“First,” and went on.\n\n",  # the paragraph goes on behind the quotation
        "He said:\n\n“First.\n\nSecond.\n\n",  # it is never closed
    ],
)
def test_what_is_not_plainly_a_quotation_is_a_paragraph(paragraphs: str) -> None:
    """In doubt there is no quotation."""
    assert "quote" not in outline(f"{HEAD}{paragraphs}{PROSE}\n")


def test_the_name_of_an_enclosure_is_a_label() -> None:
    """`[Enclosure]` above what was enclosed is a label."""
    assert outline(f"{HEAD}{PROSE}\n\n[Enclosure]\n\n{PROSE}\n")[2] == "label: [Enclosure]"


def test_short_lines_are_lines_on_purpose() -> None:
    """Lines that had room for the next word were ended by a hand."""
    assert broken(f"{HEAD}Age: 39\nHeight: 5 feet\nHair: black\n") == ["Height:", "Hair:"]


def test_wrapped_prose_has_no_line_breaks() -> None:
    """Lines that were filled up to a width are prose."""
    prose = "The Secretary opened the discussion and said that he had little\nto add to what the paper said of trade.\n"
    assert broken(f"{HEAD}{prose}") == []


PIECES = st.sampled_from(
    [
        "12. Letter From Rusk to McNamara",
        "[Enclosure]",
        "Washington, July 14, 1965.",
        "Dear Bob:",
        "SUBJECT",
        "  • One\n  • —Two",
        "  • Three",
        "[Page 7]",
        PROSE,
        "It reads:",
        "“Quoted.”",
        "“Quoted and",
        "With warm regards,",
        "Sincerely,\nDean Rusk\nSecretary of State",
        "Rusk",
        "Chairman",
        "Faithfully yours, Foster",
        "P.S. More.",
        "Attachment",
        "A\nB C\nd",
        "Chairman\nDean Rusk",
        "Dear Bob:\nSincerely,",
    ]
)


@given(st.lists(PIECES, max_size=9))
def test_every_character_is_in_one_leaf(pieces: list[str]) -> None:
    """Leaves follow each other in the order of the text, one character apart, and take in all of it."""
    text, chunks, blocks, _ = parsed("\n\n".join(pieces) + "\n")
    containers = {"list", "opener", "closer", "postscript", "quote"}
    leaves = [block for block in blocks if block.kind not in containers]
    if chunks:
        assert leaves[0].start == chunks[0].start
        assert leaves[-1].end == chunks[-1].end
    assert all(after.start == before.end + 1 for before, after in pairwise(leaves))
    assert all(text[block.start : block.end].strip() for block in leaves)


@given(st.lists(PIECES, max_size=9))
def test_blocks_stand_in_the_order_of_a_division(pieces: list[str]) -> None:
    """Headings and opener come first, closer, postscript and trailers last; only containers hold blocks."""
    _, _, blocks, _ = parsed("\n\n".join(pieces) + "\n")
    top, end = [], 0
    for block in blocks:
        if block.start >= end:
            top.append(block.kind)
            end = block.end
    first, last = {"head", "opener"}, {"closer", "postscript", "trailer"}
    order = [0 if kind in first else 2 if kind in last else 1 for kind in top]
    assert order == sorted(order)
    assert not (set(top) & last) or 1 in order

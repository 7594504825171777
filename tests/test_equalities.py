"""The equalities of the design: nothing is lost on the way to TEI, and what was written reads back the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from encoder.check.fidelity import decode, fidelity_problem
from encoder.conventions import convention
from encoder.model import Block, Document, Edition, Span
from encoder.overlap import settle
from encoder.readers import read
from encoder.readers.text import source_of
from encoder.tei import leaves_of, write
from encoder.tei import read as read_tei

if TYPE_CHECKING:
    from pathlib import Path

FRUS = convention("frus")
EDITION = Edition({"id": "test", "title": "A & B <c>"})
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))
PIECES = st.sampled_from(
    [
        "1. Letter From A to B1",
        "Washington, February 8, 1963.",
        "Dear Bob:",
        "SUBJECT",
        "  • An item2",
        "  • [Page 3] An item",
        "[Page 7]",
        "[Page ]",
        "Text [Page 8] goes on.3",
        "Te[Page 9]xt, July 142 and 1963,1 no more",
        "Text.[Page 10]4 More.",
        "With warm regards,",
        "Dean Rusk5",
        "1. A numbered paragraph",
        "<p>&amp; ]]> </p>",
        "  1. Source: a note.",
        "  2. A note [Page 12] with a page.\n\n     And a second paragraph.",
        "  3. Another.\n  1. A line like a label.",
    ]
)
TRANSCRIPTIONS = st.lists(st.one_of(PIECES, WORDS), max_size=12).flatmap(
    lambda pieces: st.sampled_from(["\n\n", "\n"]).map(lambda joint: joint.join(pieces))
)


def document_of(text: str) -> Document:
    """Return the document of a transcription, its spans settled."""
    source = source_of(text.encode(), "d1.txt")
    document = read(source, "d1", {})
    return replace(document, spans=tuple(settle(document.spans, leaves_of(document))))


@given(TRANSCRIPTIONS)
@example("1. Letter\n\n[Page 1]\n  • [Page 2] a\n  • b [Page 3]\n\nText.\n")
@example("[Page 1] [Page 2]\n\n1. Letter\n\nText.\n")
@example("1. Letter1 2\n\nText.\n  1. One.\n  2. Two.\n")
@example("1. Letter1\n\nword. [Page 750]2 I said.\n  1. One.\n  2. Two.\n")
@settings(max_examples=400)
def test_nothing_is_lost_from_any_text(text: str) -> None:
    """Decoding what was written gives the text back, or the document is reported and not published."""
    if source_of(text.encode(), "d1.txt").text is None:
        return
    document = document_of(text)
    again = read_tei(write(document, EDITION).encode())
    assert fidelity_problem(again, text.removeprefix("\ufeff"), FRUS) is None


@given(TRANSCRIPTIONS)
@settings(max_examples=400)
def test_what_was_written_reads_back_the_same(text: str) -> None:
    if source_of(text.encode(), "d1.txt").text is None:
        return
    document = document_of(text)
    assert read_tei(write(document, EDITION).encode()) == document


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12), st.sampled_from(["high", "medium", "low"]))))
def test_any_spans_are_settled_so_that_they_can_be_written(ranges: list[tuple[int, int, str]]) -> None:
    """Spans of any kind, crossing or not, come out as XML that reads back as the settled ones."""
    text = "Some words that stand here, no more than these."
    spans = [
        Span(name, start, min(start + length, len(text)), (), "#engross", cert)
        for number, (start, length, cert) in enumerate(ranges)
        for name in [("persName", "date", "gloss")[number % 3]]
        if length
    ]
    document = Document("d1", text, (Block("p", 0, len(text)),), tuple(spans))
    document = replace(document, spans=tuple(settle(spans, leaves_of(document))))
    assert read_tei(write(document, EDITION).encode()).spans == document.spans


def test_a_lost_word_is_found() -> None:
    """The check itself fails when it should."""
    document = document_of("1. Letter From A to B\n\nOne two three.\n")
    problem = fidelity_problem(document, "1. Letter From A to B\n\nOne two, three.\n", FRUS)
    assert problem is not None
    assert (problem.code, problem.line, problem.column) == ("text-lost", 3, 8)


def test_a_note_without_a_place_keeps_its_place_in_the_list() -> None:
    text = "1. Letter From A to B1\n\nText without, then with.3\n  1. One.\n  2. Two.\n  3. Three.\n"
    document = document_of(text)
    anchors = [block.anchor for block in document.blocks if block.kind == "note"]
    assert anchors == [21, None, 46]
    again = read_tei(write(document, EDITION).encode())
    assert decode(again, FRUS).split() == text.split()


@pytest.mark.parametrize("form", [(), ("--datelines",)])
def test_nothing_is_lost_from_a_gold_volume(shared: Path, tmp_path: Path, form: tuple[str, ...]) -> None:
    """Every document of a hand-encoded volume, flattened, comes back from its TEI, and reads back the same."""
    import subprocess
    import sys

    volume = shared / "gold" / "volumes" / "frus1964-68v29p2.xml"
    command = [sys.executable, str(shared / "gold" / "flatten.py"), str(volume), "--out", str(tmp_path), *form]
    subprocess.run(command, check=True, capture_output=True)
    paths = sorted(tmp_path.rglob("*.txt"))
    assert len(paths) > 100
    for path in paths:
        text = path.read_text(encoding="utf-8")
        document = document_of(text)
        again = read_tei(write(document, EDITION).encode())
        assert again == document
        assert fidelity_problem(again, text, FRUS) is None

from __future__ import annotations

import pytest

from encoder.annotators.places import annotator
from encoder.model import Block, Document, Edition


def places(line: str, kind: str = "dateline") -> list[str]:
    """Return the places that the annotator marks in a block of that kind."""
    spans = annotator(Edition())(Document("d1", line, (Block(kind, 0, len(line)),))).spans
    assert all(span.name == "placeName" for span in spans)
    return [line[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Washington, February 8, 1963, 9:42 p.m.", "Washington"),
        ("Geneva, September 22, 1955—8 p.m.", "Geneva"),
        ("San Francisco, California, July 29, 1977", "San Francisco, California"),
        ("En route to Tanzania, September 13, 1976, 1525Z.", "En route to Tanzania"),
        ("[place not declassified], February 18, 1954, 0032Z.", "[place not declassified]"),
        ("[Washington, undated.]", "Washington"),
        ("[Paris,] August 1, 1918", "Paris"),
        ("Washington, undated.", "Washington"),
        ("December 22, 1972, New York, 3:45-4:15 p.m.", "New York"),
        ("London, April 22, 1968, 7:30 a.m. and 6 p.m.", "London"),
        ("Washington.", "Washington"),
    ],
)
def test_a_dateline_begins_with_its_place(line: str, place: str) -> None:
    """What stands beside dates and times is the place, without the editors' brackets."""
    assert places(line) == [place]


@pytest.mark.parametrize("line", ["February 8, 1963.", "Undated.", "undated", "May 28, 1959, 8–9:30 p.m."])
def test_a_dateline_may_have_no_place(line: str) -> None:
    """A date alone names no place."""
    assert places(line) == []


def test_only_datelines_have_places() -> None:
    """A city in a paragraph is left alone."""
    assert places("Washington, February 8, 1963.", "p") == []

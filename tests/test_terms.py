"""Abbreviations of the list of terms: where they stand, and what they lead to."""

from __future__ import annotations

import pytest

from encoder.annotators.terms import annotator
from encoder.model import Document, Edition, Term

LABELS = (
    "US",
    "USUN",
    "EA/J",
    "FE",
    "PBS, PBSUCCESS",
    "Fed Rep",
    "Niact",
    "SOV",
    "SEA",
    "U",
    "HICOM/HICOMRY",
    "P.H.P.",
)
ANNOTATE = annotator(Edition(terms=tuple(Term(f"t_{number}", label) for number, label in enumerate(LABELS))))


def glosses(text: str) -> list[tuple[str, str]]:
    """Return each abbreviation that is marked in `text`, with the label that it leads to."""
    found = ANNOTATE(Document("d1", text))
    return [(text[s.start : s.end], LABELS[int(s.get("target").removeprefix("#t_"))]) for s in found.spans]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("our US interests", [("US", "US")]),
        ("the USUN mission", [("USUN", "USUN")]),
        ("Swayne of EA/J", [("EA/J", "EA/J")]),
        ("in FE/EA", [("FE", "FE")]),
        ("BUSY USER HUS", []),
        ("LINC and PBSUCCESS", [("PBSUCCESS", "PBS, PBSUCCESS")]),
        ("FedRep agrees", [("FedRep", "Fed Rep")]),
        ("NIACT niact Niact", [("NIACT", "Niact"), ("niact", "Niact"), ("Niact", "Niact")]),
        ("the Sov note", [("Sov", "SOV")]),
        ("the Black Sea", []),
        ("HICOMRY", [("HICOMRY", "HICOM/HICOMRY")]),
        ("PHP", [("PHP", "P.H.P.")]),
        ("cleared in FE, U, and G/PM.", [("FE", "FE"), ("U", "U")]),
        ("cleared by U. Alexis Johnson.", []),
        ("U Thant and the U boat", []),
    ],
)
def test_abbreviations(text: str, found: list[tuple[str, str]]) -> None:
    """The longest first, whole words only, one letter only where it is an office that cleared a paper."""
    assert glosses(text) == found


def test_without_a_list_nothing_is_marked() -> None:
    """An edition without terms still encodes."""
    document = Document("d1", "our US interests")
    assert annotator(Edition())(document) == document

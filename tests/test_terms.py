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
    "PRIMIN",
    "USDel(M/C)",
    "MVW US Del MC",
    "LDCs",
    "SA–7",
    "ONE",
    "Pres",
    "C",
)
EXPANSIONS = {"U": "Office of the Under Secretary of State", "C": "Confidential"}
TERMS = tuple(Term(f"t_{number}", label, EXPANSIONS.get(label, "")) for number, label in enumerate(LABELS))
ANNOTATE = annotator(Edition(terms=TERMS))


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
        ("cleared by U. Smith and approved in U on May 3.", [("U", "U")]),
        ("Copies were sent to FE, U, and the White House.", [("FE", "FE"), ("U", "U")]),
        ("COPIES TO:\nFE\nU\nWhite House", [("FE", "FE"), ("U", "U")]),
        ("U—Mr. Hoover\nFE—Mr. Green", [("U", "U"), ("FE", "FE")]),
        ("U—We believe so", []),
        ("U Thant and the U boat", []),
        ("approved by all. Of course, C is right, and cleared in C.", []),
        ("the FEs met the FED", [("FE", "FE")]),
        ("in FE/EAB", [("FE", "FE")]),
        ("PRIMIN Primin PriMin", [("PRIMIN", "PRIMIN"), ("Primin", "PRIMIN"), ("PriMin", "PRIMIN")]),
        ("USDel/MC/10", [("USDel/MC", "USDel(M/C)")]),
        ("MVW USDEL MC/9", [("MVW USDEL MC", "MVW US Del MC")]),
        ("the LDC vote", [("LDC", "LDCs")]),
        ("SA-7 or SA–7", [("SA-7", "SA–7"), ("SA–7", "SA–7")]),
        ("THERE IS NO EVIDENCE OF MORE THAN ONE AIRCRAFT IN THE AREA", []),
        ("Drafted in ONE and sent to the Board", [("ONE", "ONE")]),
        ("Press and Pres", [("Pres", "Pres")]),
    ],
)
def test_abbreviations(text: str, found: list[tuple[str, str]]) -> None:
    """The longest first, whole words only, one letter only where it is an office that cleared a paper."""
    assert glosses(text) == found


def test_without_a_list_nothing_is_marked() -> None:
    """An edition without terms still encodes."""
    document = Document("d1", "our US interests")
    assert annotator(Edition())(document) == document

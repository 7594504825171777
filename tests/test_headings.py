"""Sender and recipient in headings of every form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from named import ANNOTATE, document

if TYPE_CHECKING:
    from encoder.model import Document


def roles(found: Document) -> list[tuple[str, str, str]]:
    """Return element, text and role of all that a heading says of sender and recipient."""
    spans = sorted((span for span in found.spans if span.get("type")), key=lambda span: span.start)
    return [(span.name, found.text[span.start : span.end], span.get("type")) for span in spans]


HEADS: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        "62. Letter From Secretary of State Rusk to Secretary of Defense McNamara",
        [("persName", "Rusk", "from"), ("persName", "McNamara", "to")],
    ),
    (
        "1. Memorandum From the President’s Assistant for National Security Affairs (Bundy) to President Johnson",
        [("persName", "Bundy", "from"), ("persName", "Johnson", "to")],
    ),
    (
        "2. Telegram From the Embassy in Japan to the Department of State",
        [("orgName", "Embassy in Japan", "from"), ("orgName", "Department of State", "to")],
    ),
    (
        "3. Telegram From the Mission to the United Nations to the Department of State",
        [("orgName", "Mission to the United Nations", "from"), ("orgName", "Department of State", "to")],
    ),
    (
        "4. Letter From the Counselor of the Embassy in Guatemala (Krieg) to Secretary of State Rusk",
        [("persName", "Krieg", "from"), ("persName", "Rusk", "to")],
    ),
    (
        "5. Memorandum of Conversation Between President Johnson and the Secretary of Defense (McNamara)",
        [("persName", "Johnson", "from"), ("persName", "McNamara", "to")],
    ),
    ("6. Memorandum of Conversation", []),
    ("8. Memorandum of Conference With President Johnson", []),
    ("9. Memorandum by the Assistant Secretary of State (Martin)", []),
    ("10. Radio Address by President Johnson to the Nation", []),
    (
        "11. Memorandum by the Assistant Secretary of State (Martin) to the Secretary of State",
        [("persName", "Martin", "from")],
    ),
    (
        "12. The Ambassador in the Soviet Union (Thompson) to the Secretary of State",
        [("persName", "Thompson", "from")],
    ),
    ("The Secretary of State to the Embassy in France", [("orgName", "Embassy in France", "to")]),
    ("13. The Situation in Laos: A Threat to the Peace", []),
    (
        "14. Memorandum From Secretary of State Rusk and Secretary of Defense McNamara to President Johnson",
        [("persName", "Rusk", "from"), ("persName", "McNamara", "from"), ("persName", "Johnson", "to")],
    ),
    (
        "15. Telegram From the Department to the Embassies in Japan, Peru, and Spain, and the Mission to NATO",
        [
            ("orgName", "Department", "from"),
            ("orgName", "Embassies in Japan, Peru, and Spain", "to"),
            ("orgName", "Mission to NATO", "to"),
        ],
    ),
    (
        "Telegram 5316 From the Embassy in France to the Department of State, March 20, 1972, 1612Z",
        [("orgName", "Embassy in France", "from"), ("orgName", "Department of State", "to")],
    ),
    (
        "16. Memorandum From Acting Secretary of State Bowles to President Johnson",
        [("persName", "Bowles", "from"), ("persName", "Johnson", "to")],
    ),
    (
        "17. Letter From J.F. Abbott of the Military Intelligence Division to William Hood, Washington",
        [("persName", "J.F. Abbott", "from"), ("persName", "William Hood", "to")],
    ),
    (
        "18. Letter From James B. Conant to Secretary of State Rusk",
        [("persName", "James B. Conant", "from"), ("persName", "Rusk", "to")],
    ),
    (
        "19. Message From Chairman Khrushchev to President Kennedy",
        [("persName", "Khrushchev", "from"), ("persName", "Kennedy", "to")],
    ),
    (
        "20. Letter From Marshal Tito to President Johnson",
        [("persName", "Tito", "from"), ("persName", "Johnson", "to")],
    ),
    (
        "21. Letter From Mao Tse-tung to Chou En-lai",
        [("persName", "Mao Tse-tung", "from"), ("persName", "Chou En-lai", "to")],
    ),
    (
        "22. Memorandum From the Executive Secretary of the Department (Read) to Acting Secretary of State Ball",
        [("persName", "Read", "from"), ("persName", "Ball", "to")],
    ),
    ("7. Editorial Note", []),
]


@pytest.mark.parametrize(("head", "found"), HEADS)
def test_sender_and_recipient(head: str, found: list[tuple[str, str, str]]) -> None:
    """Persons and bodies of a heading carry their role."""
    assert roles(ANNOTATE(document("Text.", head=head))) == found

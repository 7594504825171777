"""Anchors against the hand-encoded volumes: how many are right, and whether the certain ones are.

These are the volumes that the weights were fitted on. What they are worth on others, `python tests/fit_anchors.py
--unseen` shows.
"""

from __future__ import annotations

from collections import Counter

import pytest
from gold_marks import documents, volumes

from encoder.conventions import convention
from encoder.readers.anchors import marks_of
from encoder.readers.layout import layout_of

FRUS = convention("frus")
Outcome = Counter[tuple[str, bool, str, bool]]

pytestmark = pytest.mark.skipif(not volumes(), reason="the hand-encoded volumes of ../shared/gold are absent")


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    """Return the count of notes by volume, form (with datelines or not), certainty, and whether the place is right."""
    counts: Outcome = Counter()
    for volume in volumes():
        for datelines in (True, False):
            for document in documents(volume, datelines=datelines):
                marks = marks_of(layout_of(document.text, FRUS), FRUS)
                assert len(marks) == len(document.marks), document.id
                for mark, true in zip(marks, document.marks, strict=True):
                    right = mark is not None and (mark.start, mark.end) == true
                    counts[document.volume, datelines, mark.cert if mark else "none", right] += 1
    return counts


def share(counts: Outcome, **wanted: object) -> float:
    """Return the share of right places among the notes of a volume, form or certainty."""
    names = ("volume", "datelines", "cert")
    chosen = [
        (key[3], count)
        for key, count in counts.items()
        if all(dict(zip(names, key, strict=False))[name] == value for name, value in wanted.items())
    ]
    return sum(count for right, count in chosen if right) / sum(count for _, count in chosen)


def test_all_documents_together(outcome: Outcome) -> None:
    """At least 99.8 % of the notes of each form are where the volume has them."""
    assert min(share(outcome, datelines=True), share(outcome, datelines=False)) >= 0.998


def test_every_volume(outcome: Outcome) -> None:
    """No volume has less than 98.5 %."""
    for volume in volumes():
        assert share(outcome, volume=volume.stem) >= 0.985, volume.stem


def test_what_is_certain_is_right(outcome: Outcome) -> None:
    """Of the anchors given as certain, at least 99.9 % are right."""
    assert share(outcome, cert="high") >= 0.999


def test_what_is_wrong_is_not_certain(outcome: Outcome) -> None:
    """Of the wrong places, at least 80 % are not given as certain."""
    wrong = {key: count for key, count in outcome.items() if not key[3]}
    assert sum(count for key, count in wrong.items() if key[2] != "high") >= 0.8 * sum(wrong.values())


def test_most_are_certain(outcome: Outcome) -> None:
    """An editor has to look at fewer than one note in twenty."""
    certain = sum(count for key, count in outcome.items() if key[2] == "high")
    assert certain >= 0.95 * sum(outcome.values())

"""Annotators add spans to a document and change nothing else: dates, places, persons, abbreviations, references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.annotators import dates, persons, places, references, terms

if TYPE_CHECKING:
    from collections.abc import Callable

    from encoder.model import Annotator, Edition

ANNOTATORS: tuple[Callable[[Edition], Annotator], ...] = (
    dates.annotator,
    places.annotator,
    persons.annotator,
    terms.annotator,
    references.annotator,
)
"""What makes each annotator of an edition, in the order in which they run."""


def annotators_of(edition: Edition) -> tuple[Annotator, ...]:
    """Return the annotators of an edition, each ready for any number of documents."""
    return tuple(factory(edition) for factory in ANNOTATORS)

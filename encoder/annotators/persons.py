"""Persons: `persName` on the name as FRUS marks it (not the office before it), linked where that is decided."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from encoder.annotators.doubtful_names import DoubtfulNames
from encoder.annotators.first_names import first_names, signatories
from encoder.annotators.headings import heading, signing_office, typed
from encoder.annotators.name_index import NameIndex
from encoder.annotators.name_mention import Mention
from encoder.annotators.name_things import NamedAfter
from encoder.annotators.person_links import Link, Linker
from encoder.annotators.person_names import fold
from encoder.annotators.person_tenure import Tenure, acting
from encoder.annotators.unlisted_persons import UnlistedPersons
from encoder.conventions import convention
from encoder.model import ENGROSS, Span
from encoder.tei.origin import document_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from encoder.model import Annotator, Document, Edition
    from encoder.problems import Problem

DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
ANY = ("0000", "9999")


def annotator(edition: Edition) -> Annotator:
    """Return an annotator that marks the persons of the edition's list, and who is plainly a person besides."""
    words = convention(edition.convention).words
    index = NameIndex(edition.persons, words)
    doubtful = DoubtfulNames(words)
    unlisted = UnlistedPersons(words, listed=bool(edition.persons))
    linker = Linker(edition.persons, index, words)
    tenure = Tenure(edition.persons, linker, words)
    named_after = NamedAfter(words)

    def annotate(document: Document) -> Document:
        text = fold(document.text)
        written = days(document, edition)
        mentions = doubtful.without_words(text, index.mentions(text))
        mentions = [mention for mention in mentions if not named_after.is_thing(text, mention)]
        links = linker.links(text, mentions, written, acting(document), _signed(document))
        links = _joined(links, list(first_names(document, text, index, links)))
        signatures = [(block.start, block.end) for block in document.blocks if block.kind == "signed"]
        links += _unlisted(links, list(unlisted.ranges(text, heading(document), signatures)))
        links.sort(key=lambda link: link.mention.start)
        links = [
            _of_institution(link) if named_after.is_institution(text, link.mention.end) else link for link in links
        ]
        spans = [_span(edition, link) for link in links]
        problems = [*_ambiguous(edition, document, links), *tenure.problems(document, text, links, written)]
        return document.with_spans(typed(document, spans), problems)

    return annotate


def _signed(document: Document) -> dict[int, str]:
    """Return the office in which each signature of a document is given, by its offset, where the heading tells it."""
    office = signing_office(document)
    return {block.start: office for block in document.blocks if office and block.kind == "signed"}


def _joined(links: list[Link], first: Sequence[Link]) -> list[Link]:
    """Return `links` with the forenames of `first`, which go before surnames at the same place (`Dear Dean`).

    A signature also decides who the same name in the rest of the document is, where nothing else does.
    """
    told = {link.mention.start: link for link in first}
    signed = signatories(first)
    return [
        link if link.person is not None else _as_signed(link, signed)
        for link in links
        if link.mention.start not in told
    ] + list(first)


def _as_signed(link: Link, signed: set[int]) -> Link:
    """Return an undecided link with the only one of its bearers who signs the document."""
    bearers = signed.intersection(link.mention.bearers)
    return Link(link.mention, bearers.pop(), "sender", "medium") if len(bearers) == 1 else link


def _unlisted(links: Iterable[Link], ranges: Sequence[tuple[int, int]]) -> list[Link]:
    """Return a link to nobody for each of `ranges` that none of `links`, and none before it, touches."""
    if not ranges:
        return []
    taken = {offset for link in links for offset in range(link.mention.start, link.mention.end)}
    found: list[Link] = []
    for start, end in ranges:
        if start not in taken and end - 1 not in taken:
            found.append(Link(Mention(start, end, ()), None, "unlisted", "low"))
            taken.update(range(start, end))
    return found


def days(document: Document, edition: Edition) -> tuple[str, str]:
    """Return the first and the last day (ISO 8601, or parts) on which the document may have been written."""
    day = DAY.match(document_date(document)[0])
    return (day[0], day[0]) if day else edition.coverage or ANY


def _of_institution(link: Link) -> Link:
    """Return the link of a name that an institution bears (`Johnson Library`): to nobody."""
    return Link(replace(link.mention, bearers=()), None, "institution", "medium")


def _span(edition: Edition, link: Link) -> Span:
    target = (("ref", f"#{edition.persons[link.person].id}"),) if link.person is not None else ()
    return Span("persName", link.mention.start, link.mention.end, target, ENGROSS, link.cert or "low", link.evidence)


def _ambiguous(edition: Edition, document: Document, links: list[Link]) -> list[Problem]:
    """Return one problem for each name that could be several people, at its first mention."""
    problems: dict[tuple[int, ...], Problem] = {}
    for link in links:
        bearers = link.mention.bearers
        if link.person is None and len(bearers) > 1 and bearers not in problems:
            names = "; ".join(f"{edition.persons[bearer].name} (#{edition.persons[bearer].id})" for bearer in bearers)
            printed = document.text[link.mention.start : link.mention.end]
            message = f"“{printed}” may be {names}: nothing in the document decides it."
            problems[bearers] = document.problem("person-ambiguous", message, link.mention.start)
    return list(problems.values())

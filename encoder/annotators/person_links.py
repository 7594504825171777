"""Deciding who a name is: by the form, the office before it, its date, and what the document named elsewhere.

What stays undecided stays without a link, and the document gets one problem for the name with all candidates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from encoder.annotators.person_names import fold
from encoder.annotators.person_offices import Office, agreement, offices, words_of
from encoder.annotators.person_periods import death, year_or_day
from encoder.annotators.person_titles import office_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from encoder.annotators.name_index import NameIndex
    from encoder.annotators.name_mention import Mention
    from encoder.model import Person

TITLE_END = re.compile(r" (?:of|for|to|in|on|at|and)\b|,")
STOP = frozenset({"of", "the", "for", "and", "to", "in", "on", "at", "mr", "dr", "mrs", "miss", "messrs", "acting"})


Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Link:
    """Who a mention is: an index into the list of persons, or None; why; how sure."""

    mention: Mention
    person: int | None
    evidence: str = ""
    cert: str = ""


class Linker:
    """Decides who is who; the offices of all persons are parsed once for an edition."""

    def __init__(self, persons: Sequence[Person], index: NameIndex, words: Mapping[str, tuple[str, ...]]) -> None:
        self.offices = tuple(
            (*offices(person.note), *_ranks(name.titles)) for person, name in zip(persons, index.names, strict=True)
        )
        self.lives = tuple(
            (year_or_day(person.birth), year_or_day(person.death) or death(person.note)) for person in persons
        )
        self.listed = _cross_references(persons, index)
        self.titles = frozenset(word.lower() for word in (*words["offices"], *words["title_words"]))

    def links(
        self,
        text: str,
        mentions: Iterable[Mention],
        days: tuple[str, str],
        acting: Iterable[Range] = (),
        signed: Mapping[int, str] | None = None,
    ) -> list[Link]:
        """Return a link for each mention in the folded `text`; `days` are the first and last possible day of it.

        The only bearer of a name in the list is less sure where the document names another, as `Wei` after `Wei Tung`.
        In the ranges `acting` people act on that day: there, who was in office decides between bearers. `signed` tells
        the office in which someone signs, by the offset of the signature.
        """
        signing = signed or {}
        present = [(start, end) for start, end in acting]
        links = [self._alone(text, mention, days, signing.get(mention.start, "")) for mention in mentions]
        named = {link.person for link in links if link.person is not None and link.cert == "high"}
        decided: list[Link] = []
        before: set[int] = set()
        others: set[str] = set()
        for link in links:
            printed = text[link.mention.start : link.mention.end]
            if link.evidence == "not-listed":
                others |= {*printed.split()}
            elif link.evidence == "only-bearer" and printed in others and link.person not in before:
                link = replace(link, cert="medium")  # noqa: PLW2901 - another of that name casts doubt on it
            if link.person is None and len(link.mention.bearers) > 1:
                link = self._by_document(link.mention, before, named)  # noqa: PLW2901 - replaced by what decides it
                if link.person is None and any(start <= link.mention.start < end for start, end in present):
                    link = self._by_tenure(link.mention, before | named, days)  # noqa: PLW2901 - the same
            if link.person is not None:
                before.add(link.person)
            decided.append(link)
        return decided

    def _alone(self, text: str, mention: Mention, days: tuple[str, str], signing: str) -> Link:
        """Decide a mention by itself: one bearer, the list's own form, the office before it or in which it signs."""
        bearers = mention.bearers
        if len(bearers) == 1:
            return Link(mention, bearers[0], "full-name" if mention.full else "only-bearer", "high")
        if not bearers:
            return Link(mention, None, "not-listed", "low")
        listed = self.listed.get((text[mention.start : mention.end], bearers))
        if listed is not None:
            return Link(mention, listed, "list", "high")
        best = self._by_office(office_of(text, mention), bearers, days)
        if best is None and signing:
            best = self._by_office(signing, tuple(bearer for bearer in bearers if self._serving(bearer, days)), days)
        return Link(mention, best, "office", "high") if best is not None else Link(mention, None)

    def _by_office(self, phrase: str, bearers: tuple[int, ...], days: tuple[str, str]) -> int | None:
        """Return the only bearer whose offices agree best with the office that stands before the name."""
        end = TITLE_END.search(phrase)
        title = words_of(phrase[: end.start()] if end else phrase) & self.titles
        if not title:
            return None
        whole = title | words_of(phrase[end.start() :] if end else "") - STOP
        scores = {bearer: self._score(title, whole, bearer, days) for bearer in bearers}
        best = max(scores.values(), default=0.0)
        winners = [bearer for bearer, score in scores.items() if score == best]
        return winners[0] if best > 0 and len(winners) == 1 else None

    def _score(self, title: frozenset[str], whole: frozenset[str], bearer: int, days: tuple[str, str]) -> float:
        return max(
            (agreement(title, whole, office) * (1.0 if office.held(*days) else 0.4) for office in self.offices[bearer]),
            default=0.0,
        )

    @staticmethod
    def _by_document(mention: Mention, before: set[int], named: set[int]) -> Link:
        """Decide a mention by whom the document names, before it or anywhere."""
        for people, cert in ((before, "high"), (named, "medium")):
            known = [bearer for bearer in mention.bearers if bearer in people]
            if len(known) == 1:
                return Link(mention, known[0], "named-before" if people is before else "named", cert)
            if known:
                break
        return Link(mention, None)

    def _by_tenure(self, mention: Mention, named: set[int], days: tuple[str, str]) -> Link:
        """Decide a mention by who was in office, or alive, where the document names none of its bearers."""
        serving = [bearer for bearer in mention.bearers if self._serving(bearer, days)]
        decided = len(serving) == 1 and named.isdisjoint(mention.bearers)
        return Link(mention, serving[0], "tenure", "medium") if decided else Link(mention, None)

    def _serving(self, bearer: int, days: tuple[str, str]) -> bool:
        birth, death = self.lives[bearer]
        alive = (not birth or birth[:4] <= days[1][:4]) and (not death or death >= days[0][: len(death)])
        dated = self.offices[bearer]
        return alive and (not dated or any(office.held(*days) for office in dated))


def _ranks(titles: tuple[str, ...]) -> tuple[Office, ...]:
    """Return the rank that a list prints with a name as an office: `Lieutenant General`."""
    words = words_of(" ".join(titles))
    return (Office(words, words),) if words else ()


def _cross_references(persons: Sequence[Person], index: NameIndex) -> dict[tuple[str, tuple[int, ...]], int]:
    """Return who a form is by the list's own `Diem, see Ngo Dinh Diem`, by the form and its bearers."""
    found: dict[tuple[str, tuple[int, ...]], int] = {}
    short = {
        fold(person.name): number
        for number, person in enumerate(persons)
        if re.match(r"[Ss]ee ", person.note) and " " not in person.name
    }
    for form, known in index.forms.items():
        bearers = known.bearers
        number = short.get(form.capitalize(), short.get(form))
        if number in bearers and number is not None:
            found[form, bearers] = number
    return found

"""What a list of persons says of offices and their dates, and how well an office in a text agrees with it.

`Under Secretary of the Army from February 9, 1961 to January 28, 1964; Secretary of the Army from ...`
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

MONTHS = {name: f"{number:02d}" for number, name in enumerate(calendar.month_name) if name}
_MONTH = "|".join(MONTHS)
_DATE = rf"(?:(?:{_MONTH})(?: \d{{1,2}})?,? )?\d{{4}}"
PERIOD = re.compile(rf"({_DATE}|(?:{_MONTH})(?: \d{{1,2}})?)[-–]({_DATE})")
FROM = re.compile(rf"\b(?:from|after|since) (?:the )?(?:early |mid-|late |spring |summer |autumn |winter )?({_DATE})")
UNTIL = re.compile(rf"\b(?:to|until|through) (?:the )?(?:early |mid-|late |spring |summer |autumn |winter )?({_DATE})")
DEATH = re.compile(rf"\b(?:death|died|assassinat(?:ed|ion)|killed)\b[^;,\d]{{0,24}}?({_DATE})")
ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")
HEAD = re.compile(r"^(.*?)(?:,| of | to | for | in | at | from | until | after |$)")
PRIME_MINISTER = re.compile(r"\bPrime Ministers?\b")
WORD = re.compile(r"[A-Za-z][a-z]+")
ABBREVIATIONS = {
    "adm": "admiral",
    "amb": "ambassador",
    "ambassadors": "ambassador",
    "brig": "brigadier",
    "capt": "captain",
    "cmdr": "commander",
    "col": "colonel",
    "congressman": "representative",
    "fonmin": "minister",
    "gen": "general",
    "generals": "general",
    "governors": "governor",
    "gov": "governor",
    "lt": "lieutenant",
    "maj": "major",
    "ministers": "minister",
    "pm": "premier",
    "pres": "president",
    "presidents": "president",
    "primin": "premier",
    "prof": "professor",
    "sec": "secretary",
    "secretaries": "secretary",
    "sen": "senator",
    "senators": "senator",
}
FIRST, LAST = "0000", "9999"


@dataclass(frozen=True, slots=True)
class Office:
    """An office, and the first and the last day on which it was held, as ISO 8601 or parts of it."""

    head: frozenset[str]
    """The words of its title: `under`, `secretary`."""
    words: frozenset[str]
    """All its words."""
    start: str = FIRST
    end: str = LAST

    def held(self, first: str, last: str) -> bool:
        """Return whether the office was held on some day from `first` to `last` (ISO 8601, or parts)."""
        return self.start[: len(last)] <= last and first <= self.end + "9"


def words_of(phrase: str) -> frozenset[str]:
    """Return the words of an office, without case, abbreviations spelled out."""
    found = (word.lower() for word in WORD.findall(PRIME_MINISTER.sub("Premier", phrase)))
    return frozenset(ABBREVIATIONS.get(word, word) for word in found)


def offices(note: str) -> tuple[Office, ...]:
    """Return the offices that a list names, each with its dates."""
    result: list[Office] = []
    before = FIRST
    for part in re.split(r"; ?(?:also,? )?|, and (?=[A-Z])", note):
        start, end = _dates(part, before)
        before = end if end != LAST else before
        title = re.sub(r"^(?:thereafter,? |then |later |former |subsequently )+", "", part.strip())
        head = HEAD.match(title)
        if title:
            result.append(Office(words_of(head[1] if head else title), words_of(title), start, end))
    return tuple(result)


def _dates(part: str, before: str) -> tuple[str, str]:
    """Return the first and last day of an office; `thereafter` starts where the one before ended."""
    if period := PERIOD.search(part):
        end = _iso(period[2])
        start = period[1] if re.search(r"\d{4}", period[1]) else f"{period[1]} {end[:4]}"
        return _iso(start), end
    since, until = FROM.search(part), UNTIL.search(part)
    first = _iso(since[1]) if since else before if part.lstrip().startswith("thereafter") else FIRST
    return first, _iso(until[1]) if until else LAST


def death(note: str) -> str:
    """Return the day or year of death that a list tells (`until his death on July 14, 1965`), or an empty string."""
    found = DEATH.search(note)
    return _iso(found[1]) if found else ""


def year_or_day(text: str) -> str:
    """Return the day, month or year (ISO 8601) that an authority's `birth` or `death` opens with, or nothing."""
    found = ISO.match(text)
    return found[0] if found else ""


def _iso(text: str) -> str:
    """Return `January 28, 1964` as `1964-01-28`, `January 1964` as `1964-01`, `1964` as it is."""
    found = re.match(rf"(?:({_MONTH})(?: (\d{{1,2}}))?,? )?(\d{{4}})", text)
    if not found:
        return FIRST
    month = f"-{MONTHS[found[1]]}" if found[1] else ""
    day = f"-{int(found[2]):02d}" if found[2] else ""
    return found[3] + month + day


def agreement(title: frozenset[str], phrase: frozenset[str], office: Office) -> float:
    """Return how well an office that a text names agrees with one of the list: 0 not at all, above 1 in every word.

    `title` holds the words of the title itself (`assistant`, `secretary`), `phrase` all words of the office.
    """
    shared = len(title & office.head)
    if not shared:
        return 0.0
    rest = phrase - title
    return shared / len(title | office.head) + (len(rest & office.words) / len(rest) if rest else 0.0)

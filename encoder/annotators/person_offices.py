"""What a list of persons says of offices and their dates, and how well an office in a text agrees with it.

`Under Secretary of the Army from February 9, 1961 to January 28, 1964; Secretary of the Army from ...`
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from encoder.annotators.person_periods import FIRST, LAST, periods

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
        told = periods(part, before)
        before = told[-1][1] if told[-1][1] != LAST else before
        title = re.sub(r"^(?:thereafter,? |then |later |former |subsequently )+", "", part.strip())
        head = HEAD.match(title)
        if title:
            words = words_of(head[1] if head else title), words_of(title)
            result += (Office(*words, start, end) for start, end in told)
    return tuple(result)


def agreement(title: frozenset[str], phrase: frozenset[str], office: Office) -> float:
    """Return how well an office that a text names agrees with one of the list: 0 not at all, above 1 in every word.

    `title` holds the words of the title itself (`assistant`, `secretary`), `phrase` all words of the office.
    """
    shared = len(title & office.head)
    if not shared:
        return 0.0
    rest = phrase - title
    return shared / len(title | office.head) + (len(rest & office.words) / len(rest) if rest else 0.0)

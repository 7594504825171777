"""Volumes of the series as a text cites them: `Foreign Relations, 1961–1963, vol. XXII`, or `vol. X, Part 1`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SERIES = "https://history.state.gov/historicaldocuments/"
"""Where the Office of the Historian publishes the volumes, each under its id: `frus1961-63v22/d369`."""

_STARTS = (re.compile("Foreign Relations, "), re.compile("vol"))
"""What a citation begins with: fixed letters are sought many times as fast as `_CITED`, which is tried there alone."""
_NUMBER = r"ol(?:\.|ume) ?(?P<{0}>[IVXLC]+\b|E[-–]\d+)(?:[,;]? Part (?P<{1}>\d+))?"
_CITED = re.compile(
    r"Foreign Relations, (?P<first>\d{4})(?:[-–](?P<last>\d{4}|\d\d))?,? "
    rf"(?:[Vv]{_NUMBER.format('volume', 'part')})?"
    rf"|v{_NUMBER.format('own', 'own_part')}"
)
# Words of a title begin with a capital or a digit, but for the small ones; a full stop before a capital ends it.
_TITLE = re.compile(
    r"(?:(?!\w\. [A-Z]|(?<![\w’'])(?!(?:a|an|and|as|at|for|from|in|of|on|the|to|with|p|pp)\b)[a-z])[^()\n]){0,110}?"
    r"(?:,? (?:pp?\.|pages?) ?[^()\n]{1,20}\()?"
)
_PAST = re.compile(r"Documents? \d")
_SERIES_ID = re.compile(r"frus\d{4}(?:-\d\d)?(?=v\d|ve\d)")
_ENCLOSED = re.compile(
    r",? (?:as an? )?(?:attachment|attached|enclosure|enclosed|annex|appendix|annexed) (?:to |with )$"
)
_IBID = re.compile(r"\b[Ii]bid\.,? (?:[Aa]s )?$")
_AFTER = re.compile(r", (?=Foreign Relations, \d)")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class Volume(NamedTuple):
    """A volume that the text cites at `start` to `end`; its id (`frus1961-63v22`), None where that cannot be told."""

    start: int
    end: int
    id: str | None


def volumes_of(text: str, edition: str, named: Mapping[str, str]) -> list[Volume]:
    """Return the volumes that `text` cites, in order; none where it names no document at all.

    `vol. X` alone is of the years that the id `edition` tells; a volume without a number has its id in `named`, by its
    title.
    """
    if "Document" not in text or ("vol" not in text and "Foreign Relations" not in text):
        return []
    own = _SERIES_ID.match(edition)
    return [Volume(*found.span(), _id(found, own[0] if own else "", named)) for found in _cited(text)]


def _cited(text: str) -> Iterator[re.Match[str]]:
    end = 0
    for start in sorted(begin.start() for pattern in _STARTS for begin in pattern.finditer(text)):
        found = _CITED.match(text, start) if start >= end else None
        if found:
            yield found
            end = found.end()


def _id(found: re.Match[str], own: str, named: Mapping[str, str]) -> str | None:
    if found["own"]:
        return _numbered(own, found["own"], found["own_part"]) if own else None
    if not found["volume"]:
        return next((named[title] for title in named if found.string.startswith(title, found.end())), None)
    years = found["first"] + (f"-{found['last'][-2:]}" if found["last"] else "")
    return _numbered(f"frus{years}", found["volume"], found["part"])


def _numbered(series: str, volume: str, part: str | None) -> str:
    if volume.startswith("E"):
        number = f"e{int(volume[2:]):02d}"
    else:
        values = [_ROMAN[letter] for letter in volume]
        number = f"{sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True)):02d}"
    return f"{series}v{number}" + (f"p{part}" if part else "")


def before(text: str, volumes: Sequence[Volume], at: int) -> Volume | None:
    """Return the volume that the document named at `at` is of, or None.

    Its name stands directly before, with its title and pages, or `ibid.` does, for the last that was cited. Only a full
    name (`Foreign Relations ...`) is part of the reference; otherwise the range is empty, at `at`.
    """
    cited = next((volume for volume in reversed(volumes) if volume.end <= at), None)
    if not cited:
        return None
    near = max(cited.end, at - 40)
    enclosed = _ENCLOSED.search(text, near, at)
    past = _PAST.search(text, cited.end, at)  # vol. III, Document 300, and MAC 1557, Document 4
    if not past and _TITLE.fullmatch(text, cited.end, enclosed.start() if enclosed else at):
        return cited if text.startswith("Foreign", cited.start) and not enclosed else Volume(at, at, cited.id)
    return Volume(at, at, cited.id) if _IBID.search(text, near, at) else None


def behind(text: str, volumes: Sequence[Volume], at: int) -> Volume | None:
    """Return the volume that follows its document at `at`: `Document 8, Foreign Relations, 1969–1976, volume XVII`."""
    lead = _AFTER.match(text, at)
    return next((volume for volume in volumes if lead and volume.start == lead.end() and volume.id), None)

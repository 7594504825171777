"""What stands before and after a number in running text, in the words of a small vocabulary.

Each class says something about whether the number, or its last digits, could be the call of a note:
`July 142` is `day<no-day` (a day if the 2 is taken away, none as it stands), `effort.2 The` is `sentence. _X`.
The weights of the classes are in `anchor-weights.toml`, the words used here in `anchors.toml`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.readers.weights import ABBREVIATIONS, CITATIONS, HOURS, MONTHS, NAMED_MESSAGES, NUMBERED, UNITS

if TYPE_CHECKING:
    from collections.abc import Callable

LEAD = 28
"""How many code points before a number are looked at."""
SIGNS = "*†‡§‖¶"
CITING = re.compile("|".join(map(re.escape, CITATIONS)))
"""Matches the opening of a note that says where a document is."""
MESSAGES = re.compile(rf"\b(?:{'|'.join(NAMED_MESSAGES)}|\w+tel\b|[A-Z][a-z]{{1,2}}[dct][uo][a-z]? \d)")
"""Finds the mention of a document, such as a note may say more of."""
_TAIL = 16
_OPENING = "([“‘\"'"
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_LAST_NUMBER = re.compile(r"(\d+).?$", re.DOTALL)
_ENUMERATOR = re.compile(r"(?:^|[\s(])(?:[a-z]|[ivx]+|[A-Z]|\d{1,2})\)$")
_INITIAL = re.compile(r"(?:^|[\s.(\[“])[A-Z]\.$")
_CODE_WORD = re.compile(r"(?:\w+tel|\w*[A-Z]{3,}|[A-Z][a-z]{1,2}[dct][uo][a-z]?)$")
_PAGE_END = re.compile(r"\[\w+[^\]\n]*\]$")


def _last_words(lead: str) -> tuple[str, str]:
    """Return the last word but one and the last word of `lead`, without opening brackets and quotes."""
    words = lead.rsplit(None, 2)[-2:]
    return (words[0] if len(words) == 2 else "").lstrip(_OPENING), (words[-1] if words else "").lstrip(_OPENING)


def _after_space(lead: str, number: str) -> str:
    former, last = _last_words(lead)
    if last in MONTHS:
        if len(number) < 3:
            return "day" if 0 < int(number) < 32 else "no-day"
        return "year" if _YEAR.fullmatch(number) else "no-day"
    if last[-1:] == "," and (last[:-1] in MONTHS or (last[:-1].isdigit() and former in MONTHS)):
        return "year" if _YEAR.fullmatch(number) else "no-year"
    if last.isdigit() and former in MONTHS:
        return "year" if _YEAR.fullmatch(number) else "no-year"
    if last in NUMBERED or _CODE_WORD.match(last):
        return "numbered"
    return "named" if last[:1].isupper() and last.isalpha() else ""


def _in_range(lead: str, number: str) -> str:
    found = _LAST_NUMBER.search(lead)
    if found is None or found[1] == lead[-1:]:
        return "code"
    size, first = len(number), found[1]
    if _YEAR.fullmatch(first):
        fits = (size == 2 and number > first[2:]) or bool(_YEAR.fullmatch(number))
    else:
        fits = size <= len(first) + (len(first) < 3)
    return "range" if fits else "no-range"


def _grouped(lead: str, number: str) -> str:
    if not lead[-2:-1].isdigit():
        return ""
    if lead[-1] == ",":
        return "group" if len(number) == 3 else "no-group"
    if lead[-1] == ":":
        return "clock" if len(number) == 2 and number < "60" else "no-clock"
    return "decimal" if lead[-1] == "." else "fraction"


def _short_year(lead: str, number: str) -> str:
    del lead
    return "short-year" if len(number) == 2 else "no-short-year"


_KINDS: dict[str, Callable[[str, str], str]] = {
    " ": _after_space,
    "\u00a0": _after_space,
    **dict.fromkeys(",:./", _grouped),
    **dict.fromkeys("-–—", _in_range),
    **dict.fromkeys("'’", _short_year),
    **dict.fromkeys("$£#", lambda _lead, _number: "sum"),
}


def number_kind(lead: str, number: str) -> str:
    """Return what `number` is after `lead`: `day`, `year`, `clock` ..., or `no-day` ... where it cannot be that."""
    last = lead[-1:]
    kind = _KINDS[last](lead, number) if last in _KINDS else "code" if last.isalpha() else ""
    if kind:
        return kind
    if last == "/":
        return "slash"
    if len(number) > 4:
        return "long"
    return "year" if _YEAR.fullmatch(number) else "plain"


def before_kind(lead: str, number: str) -> str:
    """Return the class of what stands before `number`, a run of digits or signs, of which `lead` is the end."""
    last = lead[-1:]
    if last.isalpha():
        return _after_word(lead)
    if not last or last.isspace():
        return _apart(lead, number)
    return _BEFORE[last](lead, number) if last in _BEFORE else last


def _after_bracket(lead: str, number: str) -> str:
    del number
    return "enum)" if _ENUMERATOR.search(lead) else ")"


def _after_quote(lead: str, number: str) -> str:
    del number
    return "”" + (lead[-2:-1] if lead[-2:-1] in ".,?!" else "")


def _after_dash(lead: str, number: str) -> str:
    del number
    former = lead[-2:-1]
    return lead[-1] + ("0" if former.isdigit() else "X" if former.isupper() else "")


def _after_word(lead: str) -> str:
    found = _LAST_WORD.search(lead)
    word = found[0] if found else ""
    former = lead[-len(word) - 1 : -len(word)]
    edge = "" if former in '\n (“"[‘\u00a0' else former if former in "-–/" else "0" if former.isdigit() else "."
    if word[-1].islower():
        size = "x" if len(word) == 1 else "xx" if len(word) < 4 else "xxxx"
    else:
        size = "X" if len(word) == 1 else "XX"
    return edge + size


def _after_stop(lead: str, number: str) -> str:
    del number
    former = lead[-2:-1]
    if lead.endswith((".m.", ". m.")):
        return "m."
    if former.isdigit():
        found = _LAST_NUMBER.search(lead)
        run = found[1] if found else ""
        day = len(run) < 3 and _last_words(lead)[0] in MONTHS
        return "year." if _YEAR.fullmatch(run) else "day." if day else "number."
    if former == ".":
        return "..."
    if _last_words(lead)[1] in ABBREVIATIONS:
        return "abbreviation."
    if _INITIAL.search(lead):
        return "initial."
    return f"{former}." if former in ")]”" else "sentence."


def _after_comma(lead: str, number: str) -> str:
    if not lead[-2:-1].isdigit():
        return "word,"
    found = _LAST_NUMBER.search(lead)
    run = found[1] if found else ""
    if _YEAR.fullmatch(run):
        return "year,"
    if _last_words(lead)[0] in MONTHS:
        return "day,"
    return "group," if len(number) == 3 else "number,"


_BEFORE: dict[str, Callable[[str, str], str]] = {
    ".": _after_stop,
    ",": _after_comma,
    ")": _after_bracket,
    **dict.fromkeys("”\"'’", _after_quote),
    **dict.fromkeys("-–—/", _after_dash),
}


def _apart(lead: str, number: str) -> str:
    bare = lead.rstrip()
    if not bare or "\n" in lead[len(bare) :]:
        return "start"
    if _PAGE_END.search(bare):
        return "page_"
    if bare[-1].isdigit():
        found = _LAST_NUMBER.search(bare)
        goes_on = number.isdigit() and found is not None and found[1].endswith(str(int(number) - 1))
        return "next_" if goes_on else "number_"
    if bare[-1] in SIGNS:
        return "sign_"
    kind = _after_space(lead, "1")
    return f"{kind}_" if kind else "stop_" if bare[-1] in '.?!:;,)”]"' else "word_"


def after_kind(source: str, end: int, stop: int) -> str:
    """Return the class of what follows `end` in a piece of `source` that ends at `stop`."""
    tail = source[end : min(end + _TAIL, stop)]
    first = tail[:1]
    if not first:
        return "end"
    if first == "\n":
        return "line"
    if first.isspace():
        return _after_gap(tail)
    if first.isalpha():
        return "X" if first.isupper() else "x"
    return first + "0" if first in ".,:/-–" and tail[1:2].isdigit() else first


def _after_gap(tail: str) -> str:
    word = tail.split(None, 1)[0] if tail.strip() else ""
    if word == "[Page":
        return "_page"
    if word in MONTHS:
        return "_month"
    if word.startswith(HOURS):
        return "_hour"
    if word.rstrip(".,;)") in UNITS:
        return "_unit"
    first = word[:1]
    if first.isalpha():
        return "_X" if first.isupper() else "_x"
    return "_0" if first.isdigit() else f"_{first}" if first and first in "($“[—–-&" else "_"

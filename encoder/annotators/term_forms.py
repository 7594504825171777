"""The forms in which the abbreviations of a list may be printed: `PriMin` for `PRIMIN`, `FedRep` for `Fed Rep`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from encoder.model import Term

_OFFICE = re.compile(
    r"\b(?:Office|Bureau|Department|Secretary|Counsel[ol]+r|Advis[eo]r|Director|Division|Staff|Mission|Embassy|Agency)\b"
)
ORDINARY_LETTERS = 3
"""Abbreviations of no more letters are often words in lower case: they are never sought so."""


def is_office(term: Term) -> bool:
    """Return whether the list says that the abbreviation is an office; without an expansion it may be one."""
    return not term.expansion or bool(_OFFICE.search(term.expansion))


def forms_of(terms: Iterable[Term], words: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return the id of the term that each printed form stands for; a list's own form goes before a derived one.

    `words` are the series' words: a form that is an ordinary word or a given name is left out, but where the list
    itself has it in capitals.
    """
    names = {name.partition("=")[0].lower() for name in (*words["given_names"], *words["nicknames"])}
    ordinary = {word.lower() for word in words["ordinary_words"]} | names
    listed: dict[str, str] = {}
    derived: dict[str, str] = {}
    for term in terms:
        for label in _labels(term.label):
            if label.lower() not in ordinary or label.isupper():
                listed.setdefault(label, term.id)
            for form in _spellings(label):
                if form.lower() not in ordinary:
                    derived.setdefault(form, term.id)
    return {**derived, **listed}


def _labels(label: str) -> Iterator[str]:
    """Yield the forms that one entry lists: `PBS, PBSUCCESS`; `HICOM/HICOMRY`; `Herut (Tenuat Haherut)`."""
    bare = re.sub(r" \(.*\)$", "", label).strip()
    first, slash, second = bare.partition("/")
    if slash and second.startswith(first) and 1 < len(first) < len(second):
        bare = f"{first}, {second}"
    yield from filter(None, (part.strip() for part in bare.split(",")))


def _spellings(label: str) -> Iterator[str]:
    """Yield other ways to print a label: in other capitals, and with other points, spaces and dashes."""
    if re.fullmatch(r"(?:[A-Z]\.){2,}", label):
        yield label.replace(".", "")
    if re.fullmatch(r"[A-Z]{2,}s", label):
        yield label[:-1]
    if label.isalpha() and len(label) >= ORDINARY_LETTERS:
        yield from _in_other_capitals(label)
    yield label.replace("-", "–")
    yield label.replace("–", "-")
    yield from _closed_up(label)
    yield label.replace("(", "/").replace(")", "").replace("//", "/")
    if inner := re.fullmatch(r"(.*\w)\((\w+)/(\w+)\)", label):
        form = f"{inner[1]}/{inner[2]}{inner[3]}"
        yield form
        yield form.upper()


def _in_other_capitals(label: str) -> Iterator[str]:
    """Yield `Ger` for `GER`, `NIACT` and `niact` for `Niact`, `PriMin` for `PRIMIN`, `USDel` for `USDEL`."""
    yield label.upper()
    yield label.capitalize()
    if len(label) > ORDINARY_LETTERS and not label.isupper():
        yield label.lower()
    first, rest = label[0].upper(), label[1:].lower()
    yield from (f"{first}{rest[:at]}{rest[at:].capitalize()}" for at in range(1, len(rest)))
    if len(label) > ORDINARY_LETTERS and label.startswith(("US", "UK")):
        yield f"{label[:3]}{label[3:].lower()}"


def _closed_up(label: str) -> Iterator[str]:
    """Yield the label with one of its spaces left out, or all: `FedRep` for `Fed Rep`; and so in capitals."""
    parts = label.split(" ")
    for at in range(1, len(parts)):
        form = " ".join(parts[:at]) + " ".join(parts[at:])
        yield form
        yield form.upper()
    yield "".join(parts)

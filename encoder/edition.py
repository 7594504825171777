"""`edition.toml` and the authorities it names, checked: each wrong key is said with its line and the right one."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from encoder.authorities import read_persons, read_terms
from encoder.conventions import NAMES
from encoder.facsimiles import pattern_fault, read_manifest, size_of
from encoder.model import Edition, Person, Term
from encoder.problems import Problem
from encoder.tei.identity import xml_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

FILE = "edition.toml"
Entry = TypeVar("Entry", Person, Term)
TABLES: Mapping[str, tuple[str, ...]] = {
    "edition": ("id", "title", "editor", "publisher", "place", "date", "language", "url", "licence"),
    "web": ("site", "style"),
    "print": ("paper", "template", "fonts", "font"),
    "text": ("convention", "coverage"),
    "authorities": ("persons", "terms"),
    "facsimile": ("images", "manifest", "size"),
    "documents": (),
}
"""The tables of an edition.toml with their keys; `documents` has a table for each file, by its stem."""
DOCUMENT_KEYS = ("id", "title", "date", "place", "url", "volume", "facsimile")
_HEADER = re.compile(r"\s*\[([^\]]+)\]")
_COVERAGE = re.compile(r"(\d{4}(?:-\d\d){0,2})(?:/(\d{4}(?:-\d\d){0,2}))?")
_ID = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
_ID_FAULT = "an id is made of letters, digits, “.”, “_” and “-”, and begins with a letter."
_COVERAGE_FAULT = "write the first and the last year, “1961/1963”, or days, “1961-01-20/1963-11-22”."
_SIZE_FAULT = "write the width and height of the pictures in pixels, “1200x1800”."
_FAULTS: Mapping[str, Callable[[str], str]] = {
    "id": lambda value: "" if _ID.fullmatch(value) else _ID_FAULT,
    "convention": lambda value: "" if value in NAMES else f"no such convention; there is {', '.join(NAMES)}.",
    "coverage": lambda value: "" if _COVERAGE.fullmatch(value) else _COVERAGE_FAULT,
    "images": pattern_fault,
    "facsimile": pattern_fault,
    "size": lambda value: "" if size_of(value) else _SIZE_FAULT,
}
"""What is wrong with the value of a key: an empty string where nothing is."""


def load_edition(folder: Path, shown: str = "") -> tuple[Edition, list[Problem]]:
    """Return the edition of a folder of transcriptions, and the problems of its edition.toml and authorities.

    Without an edition.toml the edition has plain defaults, and one hint says so. `shown` is how the folder is named
    in problems (default: as given). Nothing is raised for a file's faults; an unusable table is as if it were absent.
    """
    shown = shown or str(folder)
    path = folder / FILE
    named = f"{shown}/{FILE}"
    default = Edition({"id": xml_name(folder.resolve().name), "title": folder.resolve().name})
    try:
        content = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        hint = f"There is no {FILE}: plain defaults are used. “engross init {shown}” writes one to fill in."
        return default, [Problem("edition-missing", hint, shown)]
    except (OSError, UnicodeDecodeError) as error:
        return default, [Problem("edition-syntax", f"The file cannot be read: {error}.", named)]
    try:
        table = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        return default, [_syntax_problem(error, named)]
    good, problems = _checked(table, content, named)
    coverage = _COVERAGE.fullmatch(good.get("text", {}).get("coverage", ""))
    lists = good.get("authorities", {})
    persons, wrong_persons = _entries_of(read_persons, folder, shown, lists.get("persons", ()))
    terms, wrong_terms = _entries_of(read_terms, folder, shown, lists.get("terms", ()))
    facsimile = good.get("facsimile", {})
    manifest = facsimile.pop("manifest", "")
    images, wrong_images = read_manifest(folder / manifest, f"{shown}/{manifest}") if manifest else ({}, [])
    problems += wrong_persons + wrong_terms + wrong_images
    edition = Edition(
        facts={**default.facts, **_all(good, ("edition", "web", "print")), **facsimile},
        convention=good.get("text", {}).get("convention", Edition.convention),
        coverage=(coverage[1], coverage[2] or coverage[1]) if coverage else None,
        persons=persons,
        terms=terms,
        images=images,
        documents=good.get("documents", {}),
    )
    return edition, problems


def _all(tables: Mapping[str, Mapping[str, str]], names: Iterable[str]) -> dict[str, str]:
    """Return the entries of several tables as one."""
    return {key: value for name in names for key, value in tables.get(name, {}).items()}


def _entries_of(
    reader: Callable[[Path, str], tuple[tuple[Entry, ...], list[Problem]]],
    folder: Path,
    shown: str,
    names: str | list[str],
) -> tuple[tuple[Entry, ...], list[Problem]]:
    """Return the entries of one or several authority files, each id once, with the problems."""
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    for name in [names] if isinstance(names, str) else names:
        found, wrong = reader(folder / name, f"{shown}/{name}")
        problems += wrong
        for entry in found:
            if entry.id in entries:
                message = f"The id “{entry.id}” is in another authority of this edition already."
                problems.append(Problem("authority-id-twice", message, f"{shown}/{name}", entry.line))
            entries.setdefault(entry.id, entry)
    return tuple(entries.values()), problems


def _syntax_problem(error: tomllib.TOMLDecodeError, named: str) -> Problem:
    message, _, place = str(error).partition(" (at ")
    line, column = (int(number) for number in (re.findall(r"\d+", place) or (0, 0))[:2])
    return Problem("edition-syntax", f"This is not TOML: {message[:1].lower()}{message[1:]}.", named, line, column)


def _checked(table: Mapping[str, Any], content: str, named: str) -> tuple[dict[str, dict[str, Any]], list[Problem]]:
    """Return the tables with their right keys and values, and a problem for each wrong one."""
    good: dict[str, dict[str, Any]] = {}
    problems: list[Problem] = []
    for name, value in table.items():
        if name not in TABLES or not isinstance(value, dict):
            problems.append(_wrong_key(f"[{name}]", name, tuple(TABLES), named, _line(content, name)))
        elif name == "documents":
            checked = {
                stem: _entries(f"{name}.{stem}", facts, DOCUMENT_KEYS, content, named) for stem, facts in value.items()
            }
            good[name] = {stem: entries for stem, (entries, _) in checked.items()}
            problems += [problem for _, found in checked.values() for problem in found]
        else:
            good[name], found = _entries(name, value, TABLES[name], content, named)
            problems += found
    return good, problems


def _entries(
    table: str, value: object, keys: tuple[str, ...], content: str, named: str
) -> tuple[dict[str, str], list[Problem]]:
    """Return the right entries of one table, and a problem for each wrong key or value."""
    if not isinstance(value, dict):
        message = f"“{table}” should be a table of facts: write [{table}], and its facts below."
        return {}, [Problem("edition-value", message, named, _line(content, table))]
    good: dict[str, str] = {}
    problems: list[Problem] = []
    for key, entry in value.items():
        line = _line(content, table, key)
        if key not in keys:
            problems.append(_wrong_key(key, key, keys, named, line))
        elif wrong := _wrong_value(key, entry):
            problems.append(Problem("edition-value", f"{key} = {entry!r}: {wrong}", named, line))
        else:
            good[key] = entry
    return good, problems


def _wrong_value(key: str, value: object) -> str:
    """Return what a value should be instead, or an empty string where it is right."""
    if key in TABLES["authorities"] and isinstance(value, list) and all(isinstance(name, str) for name in value):
        return ""
    if not isinstance(value, str):
        return "put it in quotation marks."
    return _FAULTS[key](value) if key in _FAULTS else ""


def _wrong_key(shown: str, key: str, keys: tuple[str, ...], named: str, line: int) -> Problem:
    near = get_close_matches(key, keys, n=1, cutoff=0.5)
    advice = f"did you mean “{near[0]}”?" if near else f"possible are {', '.join(keys)}."
    return Problem("edition-key", f"There is no “{shown}” here: {advice}", named, line)


def _line(content: str, table: str, key: str = "") -> int:
    """Return the line (from 1) of a table's header, or of a key in that table; 0 where it is written otherwise."""
    current = ""
    for number, line in enumerate(content.splitlines(), 1):
        if header := _HEADER.match(line):
            current = header[1].replace('"', "").replace("'", "")
            if current == table and not key:
                return number
        elif current == table and key and line.partition("=")[0].strip(" \t\"'") == key:
            return number
    return 0

"""What a finished TEI document says of itself, as plain records for catalogues, tables and letters' indexes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from encoder.model import Person
from encoder.tei.markup import NAMESPACE
from encoder.tei.reading import parsed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

SPACES = {"t": NAMESPACE}
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
WHEN = ("when", "notBefore", "notAfter", "from", "to")
"""The attributes that date something."""
_BIBL = "t:teiHeader/t:fileDesc/t:sourceDesc/t:bibl"
_CREATION = "t:teiHeader/t:profileDesc/t:creation"
_PERSONS = "t:teiHeader/t:profileDesc/t:particDesc/t:listPerson/t:person"
_ACTIONS = "t:teiHeader/t:profileDesc/t:correspDesc/t:correspAction"
_NAMES = "persName", "orgName"


@dataclass(frozen=True, slots=True)
class Party:
    """A sender or recipient: `persName` or `orgName`, as printed, and the id of its entry or nothing."""

    kind: str
    name: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """One act of a correspondence (`sent`, `received` ...): who, where, and the attributes of its date."""

    type: str
    parties: tuple[Party, ...]
    place: str
    date: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, its role in the heading (`from`, `to`) or nothing, and the id of the note it stands in."""

    kind: str
    name: str
    ref: str
    role: str
    cert: str
    evidence: str
    note: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in the text, with those of `WHEN` that it has, and the id of the note it stands in."""

    text: str
    when: tuple[tuple[str, str], ...]
    cert: str
    evidence: str
    note: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note: id, printed number, text (its paragraphs parted by line feeds), and whether its place is known."""

    id: str
    n: str
    type: str
    text: str
    anchored: bool
    cert: str


@dataclass(frozen=True, slots=True)
class Record:
    """One document. `name` is its file in the build; `filename` and `sha256` are of its transcription."""

    name: str
    id: str
    local: str
    n: str
    title: str
    editor: str
    date: str
    place: str
    url: str
    volume: str
    language: str
    filename: str
    sha256: str
    persons: tuple[Person, ...]
    actions: tuple[Action, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[Dated, ...]
    notes: tuple[Note, ...]
    pages: tuple[tuple[str, str, str], ...]
    """Number, id and facsimile (or nothing) of each page that begins in it."""
    words: int
    """How many strings without white space its body has, notes and all."""


def record_of(xml: bytes, name: str) -> Record:
    """Return what a TEI file says; `name` is its path in the build. Raises TeiError where it is not well-formed."""
    root = parsed(xml)
    body = root.find("t:text/t:body/t:div", SPACES)
    idno = {one.get("type", ""): _words(one) for one in root.iterfind(f"{_BIBL}/t:idno", SPACES)}
    target = root.find(f"{_BIBL}/t:ref", SPACES)
    dated = root.find(f"{_CREATION}/t:date", SPACES)
    inside = [] if body is None else list(body.iter(*_tags("persName", "orgName", "date", "note", "pb")))
    return Record(
        name=name,
        id=root.get(_ID, ""),
        local="" if body is None else body.get(_ID, ""),
        n="" if body is None else body.get("n", ""),
        title=_found(root, "t:teiHeader/t:fileDesc/t:titleStmt/t:title"),
        editor=_found(root, "t:teiHeader/t:fileDesc/t:titleStmt/t:editor"),
        date="" if dated is None else dated.get("when", ""),
        place=_found(root, f"{_CREATION}/t:placeName"),
        url="" if target is None else target.get("target", ""),
        volume=_found(root, f"{_BIBL}/t:title"),
        language=root.get(_LANGUAGE, "en"),
        filename=idno.get("filename", ""),
        sha256=idno.get("sha256", ""),
        persons=tuple(_person(one) for one in root.iterfind(_PERSONS, SPACES)),
        actions=tuple(_action(one) for one in root.iterfind(_ACTIONS, SPACES)),
        mentions=tuple(_mention(one) for one in inside if _local(one) in _NAMES),
        dates=tuple(_dated(one) for one in inside if _local(one) == "date"),
        notes=tuple(_note(one) for one in inside if _local(one) == "note"),
        pages=tuple((one.get("n", ""), one.get(_ID, ""), one.get("facs", "")) for one in inside if _local(one) == "pb"),
        words=_word_count(root),
    )


def people(records: Sequence[Record]) -> dict[str, Person]:
    """Return everyone whom documents list, by id, in the order of the ids."""
    listed = {person.id: person for record in reversed(records) for person in reversed(record.persons)}
    return dict(sorted(listed.items()))


def _person(one: etree._Element) -> Person:
    return Person(
        one.get(_ID, ""),
        _found(one, "t:persName"),
        _found(one, "t:note"),
        birth=_found(one, "t:birth"),
        death=_found(one, "t:death"),
        idno=_found(one, "t:idno"),
    )


def _action(one: etree._Element) -> Action:
    parties = [
        Party(_local(name), _words(name), name.get("ref", "").removeprefix("#"))
        for name in one.iterchildren(*_tags(*_NAMES))
    ]
    date = one.find("t:date", SPACES)
    return Action(one.get("type", ""), tuple(parties), _found(one, "t:placeName"), () if date is None else _when(date))


def _mention(one: etree._Element) -> Mention:
    ref, role = one.get("ref", "").removeprefix("#"), one.get("type", "")
    return Mention(_local(one), _words(one), ref, role, one.get("cert", ""), one.get("evidence", ""), _note_of(one))


def _dated(one: etree._Element) -> Dated:
    return Dated(_words(one), _when(one), one.get("cert", ""), one.get("evidence", ""), _note_of(one))


def _note(one: etree._Element) -> Note:
    paragraphs = one.findall("t:p", SPACES) or [one]
    text = "\n".join(_words(paragraph) for paragraph in paragraphs)
    anchored = one.get("anchored") != "false"
    return Note(one.get(_ID, ""), one.get("n", ""), one.get("type", ""), text, anchored, one.get("cert", ""))


def _when(one: etree._Element) -> tuple[tuple[str, str], ...]:
    return tuple((key, one.get(key, "")) for key in WHEN if one.get(key))


def _note_of(one: etree._Element) -> str:
    return next((note.get(_ID, "") for note in one.iterancestors(*_tags("note"))), "")


def _words(one: etree._Element) -> str:
    """Return an element's text without that of notes called in it, white space made single."""
    # XPath's string() would take the notes' text too
    texts: Any = one.xpath(".//text()[count(ancestor::t:note) = $depth]", namespaces=SPACES, depth=_depth(one))
    return " ".join("".join(texts).split())


def _word_count(root: etree._Element) -> int:
    text = str(root.xpath("normalize-space(t:text/t:body)", namespaces=SPACES))
    return text.count(" ") + bool(text)


def _depth(one: etree._Element) -> int:
    return sum(1 for _ in one.iterancestors(*_tags("note"))) + (_local(one) == "note")


def _found(root: etree._Element, path: str) -> str:
    found = root.find(path, SPACES)
    return "" if found is None else _words(found)


def _local(one: etree._Element) -> str:
    return str(one.tag).rpartition("}")[2]


def _tags(*names: str) -> list[str]:
    return [f"{{{NAMESPACE}}}{name}" for name in names]

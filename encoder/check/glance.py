"""A glance at a document: which patterns of the project's rules may find something in it.

Nearly every document of an edition breaks no rule, and to hear that from Saxon takes several times as long as to parse
and validate it. A glance is one pass over the tree that lxml has already. Of each pattern of `schema/*.sch` it says
whether it may find something: always where it does, at times where it does not. Only then are the rules themselves
asked, which alone decide. The tests hold the glance to that on every rule's case, on gold, and on altered documents.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.check import glance_dates, glance_text
from encoder.check.seen import ID, LANGUAGE, POINTING, blank, children, name_of, seen_in, text_of, within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from lxml import etree

    from encoder.check.seen import Seen

_OTHER_DOCUMENT = re.compile(r"#(d[0-9]+[a-z]?)(fn.*)?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_DECIDED = ("when", "from", "to", "ref", "target")


def suspected(root: etree._Element) -> frozenset[str]:
    """Return the ids of the patterns of `schema/engross.sch` that may find something in a parsed document."""
    seen = seen_in(root)
    if seen.repeated:
        return frozenset(GLANCES)  # such an id leads to two elements, and a glance follows it to one
    return frozenset(pattern for pattern, glance in GLANCES.items() if any(glance(seen)))


def _ids(seen: Seen) -> Iterator[bool]:
    yield seen.repeated


def _identity(seen: Seen) -> Iterator[bool]:
    for name, start in (("div", "d"), ("pb", "pg_")):
        for _, given in seen.of(name):
            yield ID in given and "n" in given and given[ID] != start + given["n"]
    for note, given in seen.of("note"):
        if ID in given and "n" in given:
            div = within(note, "div")
            document = "" if div is None else div.get(ID, "")
            yield not given[ID].startswith(f"{document}fn{given['n']}")


def _pointers(seen: Seen) -> Iterator[bool]:
    for pointer in set().union(*(seen.values[name] for name in POINTING)):
        if pointer.startswith("#") and pointer[1:] not in seen.ids:
            other = _OTHER_DOCUMENT.fullmatch(pointer)
            yield other is None or other[1] in seen.ids


def _responsibility(seen: Seen) -> Iterator[bool]:
    answering = {f"#{key}" for key, element in seen.ids.items() if name_of(element) in {"respStmt", "editor"}}
    for element, given in seen.asserted:
        yield given.get("resp") not in answering
        if "cert" not in given and given.get("resp") == "#engross":
            decided = name_of(element) == "note" or any(name in given for name in _DECIDED)
            yield decided and within(element, "teiHeader") is None


def _persons_named(seen: Seen) -> Iterator[bool]:
    for name, entry in (("persName", "person"), ("orgName", "org")):
        for pointer in {given.get("ref", "") for _, given in seen.of(name)}:
            leads = seen.ids.get(pointer[1:])
            yield leads is not None and name_of(leads) != entry
    for element, _ in seen.of("persName"):
        yield len(element) > 0 and next(element.iterdescendants(str(element.tag)), None) is not None


def _persons_listed(seen: Seen) -> Iterator[bool]:
    names: set[str] = set()
    pointers = seen.values["ref"]
    for person, given in seen.of("person"):
        yield ID in given and f"#{given[ID]}" not in pointers
        name = " ".join("".join(map(text_of, children(person, "persName")[:1])).split())
        yield name in names
        names.add(name)


def _correspondents(seen: Seen) -> Iterator[bool]:
    named: dict[str | None, set[str | None]] = {}
    for action, given in seen.of("correspAction"):
        persons, bodies = children(action, "persName"), children(action, "orgName")
        yield given.get("type") in named or (given.get("type") == "sent" and not (persons or bodies))
        yield any(person.get("ref") is None for person in persons)
        named[given.get("type")] = {name.get("ref") for name in action.iterchildren("*")}
    for name in ("persName", "orgName"):
        for _, given in seen.of(name):
            if seen.of("correspDesc") and "type" in given and "ref" in given:
                yield given["ref"] not in named.get("sent" if given["type"] == "from" else "received", ())


def _header_file(seen: Seen) -> Iterator[bool]:
    for statement, _ in seen.of("titleStmt"):
        titles = [text_of(title) for title in children(statement, "title")]
        yield len(titles) != 1 or blank(titles[0]) or len(titles[0]) > 500
    for statement, _ in seen.of("publicationStmt"):
        numbers = children(statement, "idno")
        yield bool(children(statement, "publisher")) and all(number.get("type") != "edition" for number in numbers)
    for source, _ in seen.of("sourceDesc"):
        yield blank(text_of(source))


def _header_source(seen: Seen) -> Iterator[bool]:
    for number, given in seen.of("idno"):
        yield given.get("type") == "sha256" and not _SHA256.fullmatch(text_of(number))
    documents = {given.get("n") for _, given in seen.of("div") if given.get("type") == "document"}
    for _, given in seen.of("biblScope"):
        yield given.get("unit") == "document" and "n" in given and given["n"] not in documents


def _languages(seen: Seen) -> Iterator[bool]:
    declared = {given.get("ident", "") for _, given in seen.of("language")}
    yield bool(seen.values[LANGUAGE] - declared)


GLANCES: Mapping[str, Callable[[Seen], Iterable[bool]]] = {
    "ids": _ids,
    "identity": _identity,
    "pointers": _pointers,
    "responsibility": _responsibility,
    "persons-named": _persons_named,
    "persons-listed": _persons_listed,
    "correspondents": _correspondents,
    "date-values": glance_dates.values,
    "date-texts": glance_dates.texts,
    "date-years": glance_dates.years,
    "date-of-document": glance_dates.of_document,
    "note-numbers": glance_text.note_numbers,
    "note-content": glance_text.note_content,
    "note-anchors": glance_text.note_anchors,
    "note-sources": glance_text.note_sources,
    "page-numbers": glance_text.page_numbers,
    "page-space": glance_text.page_space,
    "characters": glance_text.characters,
    "page-marks": glance_text.page_marks,
    "quotation-marks": glance_text.quotation_marks,
    "emptiness": glance_text.emptiness,
    "header-file": _header_file,
    "header-source": _header_source,
    "languages": _languages,
    "headings": glance_text.headings,
    "heading-numbers": glance_text.heading_numbers,
    "lists-and-tables": glance_text.lists_and_tables,
    "corrections": glance_text.corrections,
}
"""What is asked of a document for each pattern; what may be found is told by one `True`."""

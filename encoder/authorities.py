"""Reading an edition's lists of persons and of abbreviations: TEI, a FRUS front matter, or a table (CSV).

Persons: `listPerson/person` (`persName` plain or in parts, `note`, `birth`, `death`, `idno`), a front-matter list
(`item` with a `persName`), or a table with the columns `id`, `name` and `note` (and `birth`, `death`, `idno`).
Terms: `list[@type='gloss']` (`label` and `item`), a front-matter list (`item` with a `term`), or a table with the
columns `id`, `label` and `expansion`.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

from lxml import etree

from encoder.model import Person, Term
from encoder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
ID = re.compile(r"[^\W\d][\w.\-]*")
"""What may be an `xml:id`: a letter or `_`, then letters, digits, `_`, `.`, `-`."""


def read_persons(path: Path, shown: str = "") -> tuple[tuple[Person, ...], list[Problem]]:
    """Return the persons of the authority file `path` in its order, and its problems with their lines.

    `shown` is how problems name the file. Nothing is raised: an entry without a name or a usable id is left out.
    """
    found, problems = _entries(path, shown or str(path), _persons_of_xml, _person_of_row)
    return tuple(entry for entry in found if isinstance(entry, Person)), problems


def read_terms(path: Path, shown: str = "") -> tuple[tuple[Term, ...], list[Problem]]:
    """Return the abbreviations of the authority file `path` in its order, and its problems with their lines."""
    found, problems = _entries(path, shown or str(path), _terms_of_xml, _term_of_row)
    return tuple(entry for entry in found if isinstance(entry, Term)), problems


def _entries(
    path: Path,
    shown: str,
    of_xml: Callable[[etree._Element], Iterator[Person | Term]],
    of_row: Callable[[Mapping[str, str], int], Person | Term],
) -> tuple[list[Person | Term], list[Problem]]:
    try:
        found = _found(path, of_xml, of_row)
    except OSError as error:
        fault, line = f"The file cannot be read: {error.strerror}.", 0
    except UnicodeDecodeError:
        fault, line = "The table is not UTF-8: save it as “CSV UTF-8”.", 0
    except csv.Error as error:
        fault, line = f"This is no table of comma-separated values: {error}.", 0
    except etree.XMLSyntaxError as error:
        fault, line = f"This is not XML: {error.msg}.", error.lineno or 0
    else:
        if found is not None:
            return _checked(found, shown)
        fault, line = "The file holds no list of the kind that is looked for.", 0
    return [], [Problem("authority-syntax", fault, shown, line)]


def _found(
    path: Path,
    of_xml: Callable[[etree._Element], Iterator[Person | Term]],
    of_row: Callable[[Mapping[str, str], int], Person | Term],
) -> list[Person | Term] | None:
    """Return the entries of a file as they stand, or None where it holds no list at all."""
    content = path.read_bytes()
    if path.suffix.lower() == ".csv":
        rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        return [of_row({key: value or "" for key, value in row.items() if key}, rows.line_num) for row in rows]
    root = _parsed(content)
    found = list(of_xml(root))
    return found if found or next(root.iter("{*}listPerson", "{*}list"), None) is not None else None


def _parsed(content: bytes) -> etree._Element:
    """Parse XML that may be hostile: no entities, no DTD, no network, and libxml2's limits on depth and size."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False)
    return etree.fromstring(content, parser)


def _checked(found: list[Person | Term], shown: str) -> tuple[list[Person | Term], list[Problem]]:
    """Return the entries that can be used, and a problem for each other: no name, no usable id, an id twice."""
    good: dict[str, Person | Term] = {}
    problems: list[Problem] = []
    for entry in found:
        name = entry.name if isinstance(entry, Person) else entry.label
        if not name:
            problems.append(Problem("authority-name", f"The entry “{entry.id}” has no name.", shown, entry.line))
        elif not ID.fullmatch(entry.id):
            message = f"“{name}” needs an id of letters, digits, “_”, “.” and “-”, a letter first; it has “{entry.id}”."
            problems.append(Problem("authority-id", message, shown, entry.line))
        elif entry.id in good:
            message = f"The id “{entry.id}” of “{name}” is in line {good[entry.id].line} already."
            problems.append(Problem("authority-id-twice", message, shown, entry.line))
        else:
            good[entry.id] = entry
    return list(good.values()), problems


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _first(element: etree._Element, name: str) -> etree._Element | None:
    return next((inner for inner in element.iterdescendants() if _local(inner) == name), None)


def _text(element: etree._Element | None) -> str:
    words = "" if element is None else "".join(str(piece) for piece in element.itertext())
    return re.sub(r"\s+", " ", words).strip(" ,")


def _line(element: etree._Element) -> int:
    line: Any = element.sourceline  # the stubs leave its type open
    return int(line or 0)


def _year(element: etree._Element | None) -> str:
    return "" if element is None else element.get("when") or _text(element)


def _persons_of_xml(root: etree._Element) -> Iterator[Person]:
    for person in root.iter("{*}person"):
        named = _first(person, "persName")
        yield Person(
            id=person.get(XML_ID) or "",
            name=_printed_name(named),
            note="; ".join(filter(None, (_text(inner) for inner in person.iterchildren("{*}note", "{*}occupation")))),
            line=_line(person),
            birth=_year(_first(person, "birth")),
            death=_year(_first(person, "death")),
            idno=_text(_first(person, "idno")),
        )
    for item in root.iter("{*}item"):
        named = _first(item, "persName")
        if named is not None and named.get(XML_ID):
            name, whole = _text(named), _text(item)
            yield Person(named.get(XML_ID) or "", name, whole[len(name) :].strip(" ,"), _line(named))


def _printed_name(named: etree._Element | None) -> str:
    """Return a name in the order of a list: `Home, Sir Alec`, from a plain `persName` or from its parts."""
    if named is None or _first(named, "surname") is None:
        return _text(named)
    parts = {
        kind: [_text(inner) for inner in named.iter(f"{{*}}{kind}")] for kind in ("surname", "forename", "roleName")
    }
    given = " ".join((*parts["roleName"], *parts["forename"]))
    name = ", ".join(filter(None, (" ".join(parts["surname"]), given, _text(_first(named, "genName")))))
    nickname = _text(_first(named, "addName"))
    return f"{name} “{nickname}”" if nickname else name


def _terms_of_xml(root: etree._Element) -> Iterator[Term]:
    for label in root.iter("{*}label"):
        item = label.getnext()
        expansion = _text(item) if item is not None and _local(item) == "item" else ""
        yield Term(label.get(XML_ID) or "", _text(label), expansion, _line(label))
    for item in root.iter("{*}item"):
        term = _first(item, "term")
        if term is not None and term.get(XML_ID):
            name = _text(term)
            yield Term(term.get(XML_ID) or "", name, _text(item)[len(name) :].strip(" ,"), _line(term))


def _person_of_row(row: Mapping[str, str], line: int) -> Person:
    cells = {key: row.get(key, "").strip() for key in ("id", "name", "note", "birth", "death", "idno")}
    return Person(line=line, **cells)


def _term_of_row(row: Mapping[str, str], line: int) -> Term:
    return Term(row.get("id", "").strip(), row.get("label", "").strip(), row.get("expansion", "").strip(), line)

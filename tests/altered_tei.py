"""TEI altered at random: what a careless hand or a faulty program might make of a good document."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

_VALUES = ("", " ", "x", "1", "2", "37", "1965", "1965-09-25", "1965-09", "--09-25", "1832", "d1", "#d1", "#d9fn2", "#")
_VALUES += ("#engross", "#nobody", "document", "enclosure", "foot", "source", "subject", "false", "no", "from", "to")
_VALUES += ("1965-09-25T10:00:00", "10:00:00", "10000000", "xii", "de", "edition", "٣", "true", "sent", "received")
_TEXTS = (
    "",
    " ",
    "\n",
    "x",
    "Word",
    " word ",
    "[Page 12]",
    '"Quoted" and “quoted”',
    "\u0093",
    "\ufffd",
    "â€",
    "\u200b",
)
_TEXTS += ("July 14", "September 25, 1965", "25 September 1965", "1967", "at 1830Z, 1965", "June 3 and 4", "e\u0301")
_TEXTS += ("12. Heading", "1966–67", "yesterday", "May 31, 1812", "٣1966", "1950 1966")
_NAMES = ("p", "note", "pb", "date", "time", "persName", "orgName", "head", "div", "gap", "supplied", "choice", "sic")
_NAMES += ("table", "list", "person", "title", "ref")
_TEI = "{http://www.tei-c.org/ns/1.0}"


def altered(root: etree._Element, chance: random.Random) -> etree._Element:
    """Return a copy of a document with one to five changes."""
    copy = deepcopy(root)
    for _ in range(chance.randint(1, 5)):
        elements = list(copy.iter("*"))[1:]
        if elements:
            chance.choice(_CHANGES)(chance.choice(elements), elements, chance)
    return copy


def _drop_attribute(element: etree._Element, _others: list[etree._Element], chance: random.Random) -> None:
    if element.attrib:
        del element.attrib[chance.choice(list(element.attrib))]


def _set_attribute(element: etree._Element, others: list[etree._Element], chance: random.Random) -> None:
    """Give an attribute, often of another element, a value, often another's."""
    giver, other = chance.choice(others), chance.choice(others)
    names = [*element.attrib, *giver.attrib, "when", "ref", "resp"]
    values = [*other.attrib.values(), *chance.sample(_VALUES, 2)]
    element.set(chance.choice(names), chance.choice(values))


def _set_text(element: etree._Element, _others: list[etree._Element], chance: random.Random) -> None:
    if chance.random() < 0.5:
        element.text = chance.choice(_TEXTS)
    else:
        element.tail = chance.choice(_TEXTS)


def _rename(element: etree._Element, _others: list[etree._Element], chance: random.Random) -> None:
    element.tag = _TEI + chance.choice(_NAMES)


def _remove(element: etree._Element, _others: list[etree._Element], _chance: random.Random) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _double(element: etree._Element, _others: list[etree._Element], _chance: random.Random) -> None:
    element.addnext(deepcopy(element))


def _move(element: etree._Element, others: list[etree._Element], chance: random.Random) -> None:
    place = chance.choice(others)
    if place is not element and element not in place.iterancestors():
        place.insert(chance.randint(0, len(place)), element)


def _comment(element: etree._Element, _others: list[etree._Element], chance: random.Random) -> None:
    element.insert(0, etree.Comment(chance.choice(_TEXTS).replace("-", "")))


_CHANGES: tuple[Callable[[etree._Element, list[etree._Element], random.Random], None], ...] = (
    *(_drop_attribute, _set_attribute, _set_attribute, _set_text, _set_text),
    *(_rename, _remove, _double, _move, _comment),
)

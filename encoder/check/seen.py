"""What one pass over a parsed TEI document gathers, for a glance at it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Held = tuple[etree._Element, Mapping[str, str]]  # noqa: SLF001 (lxml calls its type so)

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
WHITE = " \t\n\r"
"""What XML calls white space."""
_BODIES = frozenset((f"{TEI}text", f"{TEI}div"))
_NOTE = f"{TEI}note"
_REMARK = "what a list says of a person"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
POINTING = ("ref", "target", "corresp", "who")
"""The attributes that point to something."""
_KEPT = frozenset((*POINTING, LANGUAGE))


@dataclass(slots=True)
class Seen:
    """The elements of a document by name, and the values of attributes that lead from one to another."""

    text: str
    """All text of the document, that of its header too."""
    named: defaultdict[str, list[Held]] = field(default_factory=lambda: defaultdict(list))
    """The elements with their attributes by name with namespace, in document order."""
    ids: dict[str, etree._Element] = field(default_factory=dict)
    repeated: bool = False
    """Whether an id is given twice."""
    values: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The values of each of `POINTING`, and of `LANGUAGE`."""
    asserted: list[Held] = field(default_factory=list)
    """The elements with one of `resp`, `cert` and `evidence`."""
    bare: list[etree._Element] = field(default_factory=list)
    """The elements of the text that hold nothing but white space."""
    annotated: bool = False
    """Whether there are comments or processing instructions inside."""

    def of(self, name: str) -> Sequence[Held]:
        """Return the TEI elements of a name with their attributes, in document order."""
        return self.named.get(TEI + name, ())


def seen_in(root: etree._Element) -> Seen:
    """Return what a document holds."""
    seen = Seen(etree.tostring(root, method="text", encoding="unicode"))
    seen.annotated = next(root.iter(etree.Comment, etree.ProcessingInstruction), None) is not None
    named, ids, asserted = seen.named, seen.ids, seen.asserted
    in_text = False
    for element in root.iter("*"):
        tag = str(element.tag)
        given: dict[str, str] = dict(element.items())  # type: ignore[arg-type] # lxml-stubs allow for bytes
        in_text = in_text or tag in _BODIES
        remark = tag == _NOTE and not in_text and name_of(element.getparent()) == "person"
        named[_REMARK if remark else tag].append((element, given))
        if given:
            if ID in given:
                seen.repeated = seen.repeated or given[ID] in ids
                ids[given[ID]] = element
            if "resp" in given or "cert" in given or "evidence" in given:
                asserted.append((element, given))
            for name in _KEPT.intersection(given):
                seen.values[name].add(given[name])
        if in_text and not len(element) and blank(element.text):
            seen.bare.append(element)
    return seen


def text_of(element: etree._Element) -> str:
    """Return the text of an element as XPath's `string()` has it: without comments."""
    if len(element) == 0:
        return element.text or ""
    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)


def blank(text: str | None) -> bool:
    """Say whether a text is nothing but what XML calls white space."""
    return not (text or "").strip(WHITE)


def name_of(element: etree._Element | None) -> str:
    """Return the name of a TEI element without its namespace; empty for anything else."""
    tag = "" if element is None else str(element.tag)
    return tag[len(TEI) :] if tag.startswith(TEI) else ""


def children(element: etree._Element, *names: str) -> list[etree._Element]:
    """Return the children of an element that are TEI elements of these names."""
    return list(element.iterchildren(*(TEI + name for name in names)))


def within(element: etree._Element, *names: str) -> etree._Element | None:
    """Return the nearest TEI element of these names that an element stands in."""
    return next(element.iterancestors(*(TEI + name for name in names)), None)

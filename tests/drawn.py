"""Documents drawn at random from a RELAX NG grammar as trang writes it, and small changes of documents."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from random import Random

RNG = "{http://relaxng.org/ns/structure/1.0}"
XML = "http://www.w3.org/XML/1998/namespace"
TEI = "http://www.tei-c.org/ns/1.0"
DEEP = 11
SAMPLES = {
    "NCName": ["p_RD1", "x-1", "é.2"],
    "NMTOKEN": ["office", "1a", "full-name"],
    "token": ["1", "a b", "12*", "image/png"],
    "string": ["a", " / "],
    "anyURI": ["#p_RD1", "#d55", "d55.xml", "https://history.state.gov/d55", "maps/map-1.png"],
    "language": ["en", "fr-CA"],
    "positiveInteger": ["1", "12"],
    "date": ["1965-09-25"],
    "gYear": ["1965"],
    "gYearMonth": ["1965-09"],
    "gMonthDay": ["--09-25"],
    "gMonth": ["--09"],
    "gDay": ["---25"],
    "time": ["10:30:00"],
    "dateTime": ["1965-09-25T10:30:00"],
}
WRONG = ["", "x", "#", "1965-13-01", "two words", "-1", "high", "https://a b", "1x"]


class Drawing:
    """Draws documents that a grammar accepts; a pattern that it does not know is an AttributeError."""

    def __init__(self, rng: etree._ElementTree) -> None:
        self.start = rng.find(f"{RNG}start")[0]
        self.defined = {define.get("name"): define for define in rng.iter(f"{RNG}define")}

    def document(self, random: Random) -> etree._Element:
        """Return the document that `random` leads to."""
        self.random, self.depth = random, 0
        holder = etree.Element("holder")
        self.draw(self.start, holder)
        return holder[0]

    @cached_property
    def costs(self) -> dict[etree._Element, float]:
        """How many elements deep the smallest content of each pattern is."""
        costs: dict[etree._Element, float] = {}
        for _ in range(40):
            for pattern in reversed([*self.start.iter("*"), *(p for d in self.defined.values() for p in d.iter("*"))]):
                costs[pattern] = self._cost(pattern, costs)
        return costs

    def _cost(self, pattern: etree._Element, costs: dict[etree._Element, float]) -> float:
        kind = etree.QName(pattern).localname
        inner = [costs.get(child, float("inf")) for child in pattern]
        if kind in {"optional", "zeroOrMore", "mixed"}:
            return 0
        if kind == "ref":
            return costs.get(self.defined[pattern.get("name")], float("inf"))
        if kind == "choice":
            return min(inner)
        return max(inner, default=0) + (kind == "element")

    def draw(self, pattern: etree._Element, parent: etree._Element) -> None:
        getattr(self, f"draw_{etree.QName(pattern).localname}")(pattern, parent)

    def draw_group(self, pattern: etree._Element, parent: etree._Element) -> None:
        for child in pattern:
            self.draw(child, parent)

    draw_define = draw_group

    def draw_ref(self, pattern: etree._Element, parent: etree._Element) -> None:
        self.draw(self.defined[pattern.get("name")], parent)

    def draw_optional(self, pattern: etree._Element, parent: etree._Element) -> None:
        if self.depth < DEEP and self.random.random() < 0.5:
            self.draw_group(pattern, parent)

    def draw_zeroOrMore(self, pattern: etree._Element, parent: etree._Element) -> None:  # noqa: N802 RELAX NG's name
        for _ in range(self.random.choice((0, 1, 1, 2)) if self.depth < DEEP else 0):
            self.draw_group(pattern, parent)

    def draw_oneOrMore(self, pattern: etree._Element, parent: etree._Element) -> None:  # noqa: N802 RELAX NG's name
        self.draw_group(pattern, parent)
        self.draw_zeroOrMore(pattern, parent)

    def draw_choice(self, pattern: etree._Element, parent: etree._Element) -> None:
        children = list(pattern)
        if self.depth >= DEEP:
            least = min(self.costs[child] for child in children)
            children = [child for child in children if self.costs[child] == least]
        self.draw(self.random.choice(children), parent)

    def draw_mixed(self, pattern: etree._Element, parent: etree._Element) -> None:
        self.draw_text(pattern, parent)
        self.draw_group(pattern, parent)

    def draw_element(self, pattern: etree._Element, parent: etree._Element) -> None:
        child = etree.SubElement(parent, f"{{{TEI}}}{pattern.get('name')}", nsmap={None: TEI})
        self.depth += 1
        self.draw_group(pattern, child)
        self.depth -= 1

    def draw_attribute(self, pattern: etree._Element, parent: etree._Element) -> None:
        name = pattern.get("name").replace("xml:", f"{{{XML}}}")
        holder = etree.Element("value")
        holder.text = "" if len(pattern) else "some text"
        self.draw_group(pattern, holder)
        value = "".join(holder.itertext())
        # ids are drawn anew: the grammar leaves it to a rule that none is given twice, TEI's own does not
        parent.set(name, f"i{self.random.random()}" if name == f"{{{XML}}}id" else value)

    def draw_text(self, _pattern: etree._Element, parent: etree._Element) -> None:
        self._write(self.random.choice(("Some text. ", " ", "July 14")), parent)

    def draw_empty(self, _pattern: etree._Element, _parent: etree._Element) -> None:
        pass

    def draw_value(self, pattern: etree._Element, parent: etree._Element) -> None:
        self._write(pattern.text or "", parent)

    def draw_data(self, pattern: etree._Element, parent: etree._Element) -> None:
        values = SAMPLES[pattern.get("type")]
        for param in pattern:
            if param.get("name") == "pattern":
                values = [value for value in (*values, "1.0") if re.fullmatch(param.text, value)]
        self._write(self.random.choice(values), parent)

    @staticmethod
    def _write(text: str, parent: etree._Element) -> None:
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text


def changed(document: etree._Element, random: Random) -> etree._Element:
    """Return a copy with one small change: an element or attribute lost, renamed, moved, doubled, or given a value."""
    copy = deepcopy(document)
    element = random.choice(list(copy.iter("*"))[1:])
    parent = element.getparent()
    names = sorted(element.attrib)
    match random.randrange(6):
        case 0:
            parent.remove(element)
        case 1:
            element.tag = random.choice(list(copy.iter("*"))).tag
        case 2:
            parent.insert(0, element)
        case 3:
            parent.append(deepcopy(element))
        case 4:
            element.text = "stray " + (element.text or "")
        case _ if names:
            element.set(random.choice(names), random.choice(WRONG))
        case _:
            element.set(random.choice(("n", "type", "cert", "foo")), random.choice(WRONG))
    return copy

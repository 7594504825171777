"""The customisation in ODD: that it says what the grammar says, and that its examples are examples of it."""

import shutil
import subprocess
import sys
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from encoder.check.parse import parse
from encoder.check.schema import grammar
from encoder.resources import resource

ODD = etree.parse(str(resource("schema/engross.odd")), etree.XMLParser(collect_ids=False))
RNG = etree.parse(str(resource("schema/engross.rng")))
T = "{http://www.tei-c.org/ns/1.0}"
X = "{http://www.tei-c.org/ns/Examples}"
R = "{http://relaxng.org/ns/structure/1.0}"
SPECIMEN = Path(__file__).parent / "schema" / "valid" / "everything.xml"
SPECS = {spec.get("ident"): spec for spec in ODD.iter(f"{T}elementSpec")}
CLASSES = {spec.get("ident"): spec for spec in ODD.iter(f"{T}classSpec", f"{T}macroSpec")}
DEFINED = {define.get("name"): define for define in RNG.iter(f"{R}define")}
EXAMPLES = [
    pytest.param(name, example[0], id=f"{name}-{number}")
    for name, spec in SPECS.items()
    for number, example in enumerate(spec.iter(f"{X}egXML"), 1)
]

Values = dict[str, set[str]]
"""The values that an attribute may have, by its name; where any value of a kind may stand, “…” is among them."""


def in_grammar(pattern: etree._Element, attributes: Values, children: set[str], seen: tuple[str, ...] = ()) -> None:
    """Collect the attributes and the children, #text among them, that a pattern of the RNG allows."""
    for part in pattern.iterchildren("*"):
        name = part.get("name", "")
        match etree.QName(part).localname:
            case "element":
                children.add(name)
            case "attribute":
                values = attributes.setdefault(name, set())
                inner = [part, *(DEFINED[ref.get("name")] for ref in part.iter(f"{R}ref"))]
                values.update(value.text or "" for one in inner for value in one.iter(f"{R}value"))
                if not len(part) or any(list(one.iter(f"{R}data")) for one in inner):
                    values.add("…")
            case "text":
                children.add("#text")
            case "ref" if name not in seen:
                in_grammar(DEFINED[name], attributes, children, (*seen, name))
            case "mixed":
                children.add("#text")
                in_grammar(part, attributes, children, seen)
            case _:
                in_grammar(part, attributes, children, seen)


def of_grammar() -> dict[str, tuple[Values, set[str]]]:
    """By element: what its definitions in the grammar allow, taken together."""
    found: dict[str, tuple[Values, set[str]]] = {}
    for element in RNG.iter(f"{R}element"):
        in_grammar(element, *found.setdefault(element.get("name"), ({}, set())))
    return found


def in_odd(spec: etree._Element) -> tuple[Values, set[str]]:
    """Return the attributes and the children that a specification of the ODD allows."""
    attributes: Values = {}
    holders = [spec]
    for holder in holders:  # grows
        holders += [CLASSES[key] for member in holder.iter(f"{T}memberOf") if (key := member.get("key")) in CLASSES]
        for attribute in holder.iter(f"{T}attDef"):
            listed = attribute.find(f"{T}valList")
            values = attributes.setdefault(attribute.get("ident"), set())
            values.update(item.get("ident") for item in attribute.iter(f"{T}valItem"))
            if listed is None or listed.get("type") != "closed":
                values.add("…")
    children = set[str]()
    contents = [spec.find(f"{T}content")]
    for content in contents:  # grows
        for part in content.iter("*"):
            key = part.get("key")
            match etree.QName(part).localname:
                case "elementRef":
                    children.add(key)
                case "textNode":
                    children.add("#text")
                case "classRef":
                    children.update(
                        name
                        for name, one in SPECS.items()
                        if one.find(f"{T}classes/{T}memberOf[@key='{key}']") is not None
                    )
                case "macroRef":
                    contents.append(CLASSES[key].find(f"{T}content"))
    return attributes, children


def test_odd_and_grammar_name_the_same_elements() -> None:
    assert set(SPECS) == set(of_grammar())
    included = {name for module in ODD.iter(f"{T}moduleRef") for name in module.get("include", "").split()}
    assert included == set(SPECS)


@pytest.mark.parametrize("name", SPECS)
def test_odd_and_grammar_name_the_same_attributes_and_values(name: str) -> None:
    assert in_odd(SPECS[name])[0] == of_grammar()[name][0]


@pytest.mark.parametrize("name", SPECS)
def test_odd_and_grammar_allow_the_same_children(name: str) -> None:
    assert in_odd(SPECS[name])[1] == of_grammar()[name][1]


def test_every_element_is_explained_with_an_example_of_it() -> None:
    for name, spec in SPECS.items():
        assert spec.findtext(f"{T}desc"), name
        assert any(example.find(f".//{X}{name}") is not None for example in spec.iter(f"{X}egXML")), name
        assert all(attribute.findtext(f"{T}desc") for attribute in spec.iter(f"{T}attDef")), name


def test_every_specification_is_part_of_the_schema() -> None:
    used = {reference.get("target") for reference in ODD.iter(f"{T}specGrpRef")}
    groups = {f"#{group.get('{http://www.w3.org/XML/1998/namespace}id')}" for group in ODD.iter(f"{T}specGrp")}
    assert used == groups


def as_tei(example: etree._Element) -> etree._Element:
    """Return an example as TEI."""
    copy = deepcopy(example)
    for element in copy.iter("*"):
        element.tag = T + etree.QName(element).localname
    etree.cleanup_namespaces(copy)
    return etree.fromstring(etree.tostring(copy, with_tail=False), etree.XMLParser(collect_ids=False))


def in_place(example: etree._Element) -> list[etree._Element]:
    """Return the specimen with the example in each place where it has such an element."""
    documents = []
    places = len(list(parse(SPECIMEN.read_bytes(), "").iter(example.tag)))
    for place in range(places):
        root = parse(SPECIMEN.read_bytes(), SPECIMEN.name)
        old = list(root.iter(example.tag))[place]
        parent, new = old.getparent(), as_tei(example)
        if parent is None:
            documents.append(new)
            continue
        new.tail = old.tail
        parent.replace(old, new)
        documents.append(root)
    return documents


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_an_example_is_valid_in_its_place(name: str, example: etree._Element) -> None:
    del name
    assert any(grammar().accepts(document) for document in in_place(as_tei(example)))


needs_tei = pytest.mark.skipif(not shutil.which("java"), reason="jing needs Java")


@needs_tei
def test_the_odd_and_its_examples_are_valid_tei(shared: Path, tmp_path: Path) -> None:
    for number, parameters in enumerate(EXAMPLES):
        document = next(one for one in in_place(as_tei(parameters.values[1])) if grammar().accepts(one))
        # the example may give ids that the specimen gives too, which the examples in their own files would not
        for twin in document.xpath("//*[@xml:id = preceding::*/@xml:id or @xml:id = ancestor::*/@xml:id]"):
            del twin.attrib["{http://www.w3.org/XML/1998/namespace}id"]
        etree.ElementTree(document).write(tmp_path / f"{number}.xml", encoding="UTF-8")
    files = [str(resource("schema/engross.odd")), *map(str, tmp_path.iterdir())]
    command = [str(Path(sys.executable).with_name("pyjing")), str(shared / "tei" / "tei_all.rng"), *files]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.stdout, done.returncode) == ("", 0)


def test_the_specimen_has_every_element_and_attribute_of_the_grammar() -> None:
    used: dict[str, set[str]] = {}
    for element in parse(SPECIMEN.read_bytes(), SPECIMEN.name).iter("*"):
        names = (str(key).replace("{http://www.w3.org/XML/1998/namespace}", "xml:") for key in element.attrib)
        used.setdefault(etree.QName(element).localname, set()).update(names)
    everywhere = {"xml:id", "xml:lang", "rend"}
    for name, (attributes, _) in of_grammar().items():
        assert set(attributes) - everywhere <= used[name], name

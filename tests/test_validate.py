"""Checking files: which, against what, and what is new."""

import shutil
from pathlib import Path

import pytest

from encoder.check.finding import Finding
from encoder.check.report import as_json
from encoder.check.validate import CheckError, Checks, files_in, new_since, validate

CASES = Path(__file__).parent / "schema"
VALID = (CASES / "valid" / "memorandum.xml").read_bytes()
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
    assert list(validate([tmp_path])) == [(tmp_path / "a.xml", [])]


def test_grammar_and_rules_both_speak_of_one_file() -> None:
    xml = VALID.replace(b'n="13" xml:id="pg_13"', b'xml:id="pg_13"').replace(b'<pb n="12"', b'<pb n="x 12"')
    rules = [finding.rule for finding in Checks().findings(xml, "a.xml")]
    assert rules == ["page-form", "schema-missing", "page-form"]


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    ((_, found),) = validate([tmp_path / "missing.xml"])
    assert [finding.rule for finding in found] == ["file-unreadable"]


@pytest.mark.parametrize("kind", ["rng", "xsd", "sch", "rnc"])
def test_schemas_of_others_may_be_named(tmp_path: Path, kind: str) -> None:
    if kind == "rnc" and not shutil.which("java"):
        pytest.skip("trang needs Java")
    paths = put(tmp_path, xml="<a/>", rng=RNG, xsd=XSD, sch=SCH, rnc="element a { attribute b { text } }")
    options = {"rule_files": [paths[kind]]} if kind == "sch" else {"grammars": [paths[kind]]}
    ((_, found),) = validate([paths["xml"]], **options)  # type: ignore[arg-type]
    assert len(found) == 1
    assert "b" in found[0].message


@pytest.mark.parametrize("kind", ["rng", "xsd", "sch"])
def test_a_schema_that_is_none_ends_the_check(tmp_path: Path, kind: str) -> None:
    path = put(tmp_path, **{kind: "<nothing/>"})[kind]
    with pytest.raises(CheckError):
        Checks(rule_files=[path]) if kind == "sch" else Checks(grammars=[path])


def test_a_file_may_name_its_own_schemas(tmp_path: Path) -> None:
    xml = '<?xml-model href="a.rng"?><?xml-model href="a.sch"?><?xml-model href="http://127.0.0.1/b.rng"?><a/>'
    paths = put(tmp_path, xml=xml, rng=RNG, sch=SCH)
    ((_, found),) = validate([paths["xml"]], from_file=True)
    assert sorted(finding.rule for finding in found) == ["needs-b", "schema", "xml-model"]


def test_a_schema_named_by_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    paths = put(tmp_path, xml='<?xml-model href="b.sch"?><a/>')
    ((_, found),) = validate([paths["xml"]], from_file=True)
    assert [(finding.rule, finding.severity) for finding in found] == [("xml-model", "error")]


def test_a_rule_that_fails_on_a_file_is_a_finding(tmp_path: Path) -> None:
    paths = put(tmp_path, xml="<a/>", sch=SCH.replace('test="@b"', 'test="error()"'))
    ((_, found),) = validate([paths["xml"]], rule_files=[paths["sch"]])
    assert "cannot be evaluated" in found[0].message


def test_what_was_sound_is_remembered_and_what_changes_is_checked_again(tmp_path: Path) -> None:
    path, memory = tmp_path / "a.xml", tmp_path / "memory"
    path.write_bytes(VALID)
    assert [found for _, found in validate([path], memory=memory)] == [[]]
    assert len(memory.read_text("ascii").split()) == 1
    path.write_bytes(VALID.replace(b"<closer>", b"<closing>"))
    assert all(found for _, found in validate([path], memory=memory))


def test_what_was_sound_for_other_schemas_is_checked(tmp_path: Path) -> None:
    paths, memory = put(tmp_path, xml='<a b="1"/>', rng=RNG), tmp_path / "memory"
    assert [found for _, found in validate([paths["xml"]], grammars=[paths["rng"]], memory=memory)] == [[]]
    assert all(found for _, found in validate([paths["xml"]], memory=memory))


def test_a_baseline_hides_what_was_there_as_often_as_it_was() -> None:
    old = Finding("page-twice", "error", "Page 1 begins twice", "a.xml", 3, 1)
    moved, other = Finding(old.rule, "error", old.message, "a.xml", 9, 1), Finding("x", "error", "y", "a.xml", 1, 1)
    baseline = as_json([old], ["a.xml"], lambda _: "")
    assert new_since([moved, other, old], baseline) == [other, old]


@pytest.mark.parametrize("baseline", ["", "[]", '{"findings": [1]}', '{"findings": 1}'])
def test_a_baseline_that_is_no_report_ends_the_check(baseline: str) -> None:
    with pytest.raises(CheckError, match="the baseline is not a report"):
        new_since([], baseline)

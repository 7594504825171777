"""The project's rules: every one has a case that breaks it and only it, and well-encoded documents break none."""

import re
from pathlib import Path

import pytest

from encoder.check.finding import Finding
from encoder.check.parse import parse
from encoder.check.rules import problems_of, rules
from encoder.check.schema import grammar
from encoder.check.schematron import compiled
from encoder.resources import resource

CASES = Path(__file__).parent / "schema"
VALID = sorted((CASES / "valid").glob("*.xml"))
INVALID = sorted((CASES / "invalid").glob("*.xml"))
TOPICS = sorted(path for path in resource("schema").glob("*.sch") if path.stem != "engross")
ASSERTIONS = [found for path in TOPICS for found in re.findall(r"<(?:assert|report)\b[^>]*", path.read_text("utf-8"))]


def findings(path: Path) -> list[Finding]:
    xml = path.read_bytes()
    return rules().findings(parse(xml, path.name), xml, path.name)


def test_there_are_at_least_forty_rules_and_no_two_of_one_id() -> None:
    ids = [re.findall(r'\bid="([^"]+)"', assertion)[0] for assertion in ASSERTIONS]
    assert len(ids) == len(set(ids)) >= 40


def test_every_rule_has_a_severity() -> None:
    assert all(re.search(r'\brole="(error|warning|info)"', assertion) for assertion in ASSERTIONS)


def test_every_rule_has_a_case_that_breaks_it() -> None:
    ids = {re.findall(r'\bid="([^"]+)"', assertion)[0] for assertion in ASSERTIONS}
    assert {path.stem for path in INVALID} == ids


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_a_case_breaks_its_rule_and_only_it(path: Path) -> None:
    found = findings(path)
    assert {finding.rule for finding in found} == {path.stem}
    assert all(finding.message and finding.line and finding.column and finding.xpath for finding in found)


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_a_case_keeps_to_the_grammar(path: Path) -> None:
    assert grammar().accepts(parse(path.read_bytes(), path.name))


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_well_encoded_documents_break_no_rule(path: Path) -> None:
    assert [finding for finding in findings(path) if finding.severity == "error"] == []


@pytest.mark.parametrize("path", TOPICS, ids=lambda path: path.stem)
def test_the_rules_of_one_topic_may_be_used_alone(path: Path) -> None:
    compiled(path)


def test_a_message_says_what_is_wrong_the_value_and_what_to_do() -> None:
    (finding,) = findings(CASES / "invalid" / "page-twice.xml")
    assert finding.message == "Page 13 begins twice: take one of the two page breaks away."
    assert (finding.severity, finding.xpath) == ("error", "/TEI/text/body/div[1]/p[2]/pb")


def test_a_finding_stands_where_its_element_does() -> None:
    path = CASES / "invalid" / "note-gap.xml"
    (finding,) = findings(path)
    line = path.read_text("utf-8").splitlines()[finding.line - 1]
    assert line[finding.column - 1 :].startswith('<note place="foot" n="5"')


def test_a_broken_rule_is_a_problem_of_its_severity() -> None:
    codes = {
        name: problems_of((CASES / "invalid" / f"{name}.xml").read_bytes(), name)[0].code
        for name in ("page-twice", "note-gap", "quotes-mixed")
    }
    assert codes == {"page-twice": "rule", "note-gap": "rule-warning", "quotes-mixed": "rule-info"}


def test_what_is_not_xml_is_left_to_the_grammar() -> None:
    assert problems_of(b"<a>", "a.xml") == []

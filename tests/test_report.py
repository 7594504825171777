"""Reports: what each format says, and that its readers can read it."""

import json
import re

import pytest
from lxml import etree

from encoder.check.finding import Finding
from encoder.check.report import FORMATS, coloured, quoted

XML = "<TEI>\n  <p>Dear <pb/>Bob & <b>co</b>\n</TEI>\n"
HOSTILE = '<script>alert("1")</script> % :: \r\n::error::x \x00 \U0001f600'
FINDINGS = [
    Finding("schema-missing", "error", "<pb> needs the attribute n", "a b/d1.xml", 2, 11, "/TEI/p/pb"),
    Finding("note-gap", "warning", HOSTILE, "a b/d1.xml", 2, 3, "/TEI/p"),
    Finding("quotes-mixed", "info", "two kinds", "d2.xml"),
]
PATHS = ["a b/d1.xml", "d2.xml", "d3.xml"]


def made(name: str, findings: list[Finding] = FINDINGS) -> str:
    return FORMATS[name](findings, PATHS, lambda path: XML if path == "a b/d1.xml" else "")


def test_text_shows_the_line_with_a_caret_below_the_column() -> None:
    lines = made("text").splitlines()
    assert lines[0] == "a b/d1.xml:2:11: error: <pb> needs the attribute n [schema-missing]"
    assert lines[1] == "      <p>Dear <pb/>Bob & <b>co</b>"
    assert lines[1][lines[2].index("^") :].startswith("<pb/>")


@pytest.mark.parametrize("name", ["text", "html"])
@pytest.mark.parametrize("character", ["\x85", "\u2028", "\x0b"])
def test_a_character_that_ends_no_line_of_xml_moves_no_quotation(name: str, character: str) -> None:
    finding = Finding("x", "error", "wrong", "a.xml", 2, 1)
    assert "the line" in FORMATS[name]([finding], ["a.xml"], lambda _: f"one{character}two\nthe line\n")


def test_colours_change_nothing_but_the_colour() -> None:
    report = coloured(FINDINGS, PATHS, lambda path: XML if path == "a b/d1.xml" else "")
    assert re.sub(r"\x1b\[[0-9;]*m", "", report) == made("text")
    assert "\x1b[1;31merror\x1b[0m" in report


def test_no_control_character_of_a_message_or_a_line_reaches_the_terminal() -> None:
    finding = Finding("x", "error", "a\x1b[2Jb\nc\u202ed", "\x1b]0;x\x07.xml", 1, 1)
    report = FORMATS["text"]([finding], [], lambda _: "<p>\x1b[2J\x9b</p>")
    assert [c for c in report if not c.isprintable() and c != "\n"] == []


def test_text_ends_with_the_counts() -> None:
    assert made("text").splitlines()[-1] == "3 files checked: 1 error, 1 warning, 1 hint"
    assert made("text", []) == "3 files checked: nothing is wrong\n"


@pytest.mark.parametrize("column", [1, 50, 100, 170, 300])
def test_a_long_line_is_cut_around_its_column(column: int) -> None:
    line = "".join(chr(ord("a") + n % 26) for n in range(300))
    shown, caret = quoted([line], 1, column)
    assert len(shown) <= 102
    assert shown[caret.index("^")] == line[column - 1]


def test_no_line_is_quoted_that_is_not_there() -> None:
    assert quoted(["a"], 0, 0) == quoted(["a"], 9, 1) == ("", "")


def test_json_holds_every_fact_of_a_finding() -> None:
    report = json.loads(made("json"))
    assert report["files"] == PATHS
    assert report["findings"][0] == {
        "path": "a b/d1.xml",
        "line": 2,
        "column": 11,
        "xpath": "/TEI/p/pb",
        "rule": "schema-missing",
        "severity": "error",
        "message": "<pb> needs the attribute n",
    }


def test_github_annotations_escape_what_would_end_a_command() -> None:
    lines = made("github").splitlines()
    assert lines[0] == "::error file=a b/d1.xml,line=2,col=11,title=schema-missing::<pb> needs the attribute n"
    assert lines[2] == "::notice file=d2.xml,title=quotes-mixed::two kinds"
    assert len(lines) == 3
    assert "%25 :: %0D%0A::error::x" in lines[1]


def test_junit_has_a_case_a_file_and_a_failure_where_there_are_errors() -> None:
    root = etree.fromstring(made("junit").encode())
    cases = root.findall("testsuite/testcase")
    assert [case.get("name") for case in cases] == PATHS
    assert [case.find("failure") is not None for case in cases] == [True, False, False]
    assert (root.get("tests"), root.get("failures")) == ("3", "1")


def test_junit_is_read_by_junitparser() -> None:
    junitparser = pytest.importorskip("junitparser", reason="junitparser is not installed")
    suites = junitparser.JUnitXml.fromstring(made("junit").encode())
    assert (suites.tests, suites.failures) == (3, 1)


def test_sarif_has_a_result_a_finding_with_its_rule_and_place() -> None:
    log = json.loads(made("sarif"))
    run = log["runs"][0]
    assert (log["version"], len(run["results"])) == ("2.1.0", 3)
    result = run["results"][0]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "schema-missing"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b/d1.xml"
    assert place["region"] == {"startLine": 2, "startColumn": 11}
    assert "region" not in run["results"][2]["locations"][0]["physicalLocation"]


def test_html_is_a_page_that_needs_nothing_and_runs_nothing() -> None:
    page = made("html")
    root = etree.fromstring(page, etree.HTMLParser())
    assert root.xpath("//script | //link | //@src | //@href | //@onload") == []
    assert "alert" in root.xpath("string(//body)")
    assert len(root.xpath("//tbody/tr")) == 3
    assert "<pb/>" in root.xpath("string(//tbody/tr[1]//code)")


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_of_nothing_is_a_report(name: str) -> None:
    report = made(name, [])
    assert not re.search("needs the attribute", report)
    assert report == made(name, [])

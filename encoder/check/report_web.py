"""Reports in XML and HTML: JUnit's, which test dashboards read, and a page to send to a colleague."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from lxml.builder import E  # type: ignore[import-not-found] # lxml-stubs leave it out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from encoder.check.finding import Finding

_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; font-weight: bold; margin-top: 1.5rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #bbb; }
.error { color: #a40000; } .warning { color: #7a4b00; } .info { color: #14527a; }
"""
_HEADINGS = ("Line", "Severity", "What is wrong", "Rule")


def _grouped(findings: Iterable[Finding], paths: Iterable[str]) -> dict[str, list[Finding]]:
    groups: dict[str, list[Finding]] = {path: [] for path in paths}
    for finding in findings:
        groups.setdefault(finding.path, []).append(finding)
    return groups


def _clean(value: str) -> str:
    """Return a value without the characters that XML cannot hold."""
    return "".join(
        c for c in value if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff" and not "\ud800" <= c <= "\udfff")
    )


def junit(findings: Sequence[Finding], paths: Sequence[str], text_of: Callable[[str], str]) -> str:
    """Return a JUnit report: a file is a test case, its errors are its failure, the rest is its output."""
    del text_of
    cases = []
    for path, found in _grouped(findings, paths).items():
        case = E.testcase(name=_clean(path), classname="engross.validate", time="0")
        wrong = [finding for finding in found if finding.severity == "error"]
        if wrong:
            said = "\n".join(str(finding) for finding in wrong)
            case.append(E.failure(_clean(said), message=_clean(wrong[0].message), type=wrong[0].rule))
        if rest := [finding for finding in found if finding.severity != "error"]:
            case.append(E("system-out", _clean("\n".join(str(finding) for finding in rest))))
        cases.append(case)
    failed = str(sum(case.find("failure") is not None for case in cases))
    counts = {"tests": str(len(cases)), "failures": failed, "errors": "0", "skipped": "0", "time": "0"}
    root = E.testsuites(E.testsuite(*cases, name="engross validate", **counts), **counts)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True).decode()


def html(findings: Sequence[Finding], paths: Sequence[str], text_of: Callable[[str], str]) -> str:
    """Return a page with a table for each file that has findings; it needs nothing outside itself."""
    tables = [_table(path, found, text_of(path)) for path, found in _grouped(findings, paths).items() if found]
    summary = (
        f"{len(paths)} files checked, {len(findings)} findings."
        if findings
        else f"{len(paths)} files checked: nothing is wrong."
    )
    page = E.html(
        E.head(E.meta(charset="utf-8"), E.title("engross validate"), E.style(_STYLE)),
        E.body(E.main(E.h1("What the check found"), E.p(summary), *tables)),
        lang="en",
    )
    return etree.tostring(page, method="html", doctype="<!DOCTYPE html>", encoding="unicode", pretty_print=True)


def _table(path: str, found: Sequence[Finding], text: str) -> etree._Element:
    lines = text.split("\n")
    rows = []
    for finding in found:
        line = lines[finding.line - 1].strip() if 0 < finding.line <= len(lines) else ""
        quotation = [E.br(), E.code(_clean(line[:160]))] if line else []
        rows.append(
            E.tr(
                E.td(str(finding.line or "")),
                E.td(finding.severity, {"class": finding.severity}),
                E.td(_clean(finding.message), *quotation),
                E.td(finding.rule, title=finding.xpath),
            )
        )
    head = E.tr(*(E.th(name, scope="col") for name in _HEADINGS))
    table: etree._Element = E.table(E.caption(_clean(path)), E.thead(head), E.tbody(*rows))
    return table

"""Reports of findings for people and for programs: one function a format, in the table `FORMATS`.

Each takes the findings, the names of the files that were checked, and a function that returns a file's text, and
returns a whole report. No report holds a clock time or an absolute path of its own.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from encoder.check.report_sarif import sarif
from encoder.check.report_web import html, junit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from encoder.check.finding import Finding
    from encoder.problems import Severity

    Report = Callable[[Sequence[Finding], Sequence[str], Callable[[str], str]], str]

_WIDE = 100
"""Characters of a quoted line that are shown around its caret."""
_COLOURS = {"error": "1;31", "warning": "33", "info": "36"}
_FAINT = "2"
"""Colours as ECMA-48 numbers them, for any terminal."""
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def quoted(lines: Sequence[str], line: int, column: int) -> tuple[str, str]:
    """Return one of a text's lines, cut to what stands around a column, and a line with a caret below that column.

    `line` and `column` count from 1. Both are empty where there is no such line, the caret also where `column` is 0.
    """
    if not 0 < line <= len(lines):
        return "", ""
    whole = lines[line - 1]
    start = 0 if column < _WIDE - 20 else column - 20
    cut = "".join(c if c.isprintable() else " " for c in whole[start : start + _WIDE])
    shown = ("…" if start else "") + cut + ("…" if start + _WIDE < len(whole) else "")
    return shown, " " * (column - 1 - start + bool(start)) + "^" if column else ""


def _counted(findings: Sequence[Finding], paths: Sequence[str]) -> str:
    numbers = Counter(finding.severity for finding in findings)
    files = f"{len(paths)} file{'s'[: len(paths) != 1]} checked"
    if not findings:
        return f"{files}: nothing is wrong"
    named: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "hint"}
    said = (f"{n} {named[severity]}{'s'[: n != 1]}" for severity in named if (n := numbers[severity]))
    return f"{files}: {', '.join(said)}"


def text(findings: Sequence[Finding], paths: Sequence[str], text_of: Callable[[str], str]) -> str:
    """Return a report for reading: each finding with its line and a caret, and a last line that counts."""
    return _text(findings, paths, text_of, lambda shown, _: shown)


def coloured(findings: Sequence[Finding], paths: Sequence[str], text_of: Callable[[str], str]) -> str:
    """Return the same report for a terminal: the severity and the caret in its colour, the line itself faint."""
    return _text(findings, paths, text_of, lambda shown, code: f"\x1b[{code}m{shown}\x1b[0m")


def _text(
    findings: Sequence[Finding],
    paths: Sequence[str],
    text_of: Callable[[str], str],
    paint: Callable[[str, str], str],
) -> str:
    # findings come file by file; the lines of XML end with line feeds only
    lines_of = lru_cache(maxsize=1)(lambda path: text_of(path).split("\n"))
    parts = []
    for finding in findings:
        colour = _COLOURS[finding.severity]
        # of a message no character moves the terminal's cursor or colours it
        said = "".join(c if c.isprintable() else " " if c.isspace() else "\ufffd" for c in str(finding))
        parts.append(said.replace(f" {finding.severity}: ", f" {paint(finding.severity, colour)}: ", 1))
        line, caret = quoted(lines_of(finding.path), finding.line, finding.column)
        parts += [f"    {paint(row, look)}" for row, look in ((line, _FAINT), (caret, colour)) if row]
    return "\n".join([*parts, _counted(findings, paths)]) + "\n"


def as_json(findings: Sequence[Finding], paths: Sequence[str], text_of: Callable[[str], str]) -> str:
    """Return a JSON object with the files and the findings; a `--baseline` is such a report."""
    del text_of
    rows = [
        {
            "path": finding.path,
            "line": finding.line,
            "column": finding.column,
            "xpath": finding.xpath,
            "rule": finding.rule,
            "severity": finding.severity,
            "message": finding.message,
        }
        for finding in findings
    ]
    return json.dumps({"files": list(paths), "findings": rows}, ensure_ascii=False, indent=2) + "\n"


def github(findings: Sequence[Finding], paths: Sequence[str], text_of: Callable[[str], str]) -> str:
    """Return workflow commands, which GitHub shows as annotations of the lines of a pull request."""
    del paths, text_of
    rows = []
    for finding in findings:
        keys = {"file": finding.path, "line": finding.line, "col": finding.column, "title": finding.rule}
        facts = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in keys.items() if value)
        rows.append(f"::{_COMMANDS[finding.severity]} {facts}::{_escaped(finding.message)}\n")
    return "".join(rows)


def _escaped(value: str, also: str = "") -> str:
    """Return a value as workflow commands write it: what would end it is percent-encoded."""
    for character in "%\r\n" + also:
        value = value.replace(character, f"%{ord(character):02X}")
    return value


FORMATS: Mapping[str, Report] = {
    "text": text,
    "json": as_json,
    "junit": junit,
    "sarif": sarif,
    "github": github,
    "html": html,
}
"""The formats of reports by the name that `--format` takes."""

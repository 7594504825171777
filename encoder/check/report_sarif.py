"""SARIF 2.1.0 (OASIS): what code scanning of GitHub, GitLab and editors reads."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from encoder.check.finding import Finding

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif(findings: Sequence[Finding], paths: Sequence[str], text_of: Callable[[str], str]) -> str:
    """Return the findings as a SARIF log with one run; the arguments are those of every report."""
    del text_of
    rules = sorted({finding.rule for finding in findings})
    run = {
        "tool": {"driver": {"name": "engross", "rules": [{"id": rule} for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": quote(path)}} for path in paths],
        "results": [_result(finding, rules.index(finding.rule)) for finding in findings],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(finding: Finding, rank: int) -> Mapping[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": quote(finding.path)}}
    if finding.line:
        column = {"startColumn": finding.column} if finding.column else {}
        physical["region"] = {"startLine": finding.line, **column}
    location: dict[str, object] = {"physicalLocation": physical}
    if finding.xpath:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.xpath, "kind": "element"}]
    # the same finding on another line is the same finding: lines move
    mark = sha256(f"{finding.path}\n{finding.rule}\n{finding.message}".encode()).hexdigest()
    return {
        "ruleId": finding.rule,
        "ruleIndex": rank,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [location],
        "partialFingerprints": {"engross/v1": mark},
    }

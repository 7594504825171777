"""What an earlier report already holds, so that only what is new is reported."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from encoder.check.finding import Finding


class BaselineError(Exception):
    """A baseline that is no report of `engross validate --format json`."""


def new_since(findings: Iterable[Finding], baseline: str) -> list[Finding]:
    """Return the findings that a JSON report of an earlier run (`--format json`) does not hold.

    Lines move, so that a finding is known by its file, rule and message, as often as the report has it. Raises
    BaselineError where `baseline` is no such report.
    """
    try:
        rows = json.loads(baseline)["findings"]
        known = Counter((row["path"], row["rule"], row["message"]) for row in rows)
    except (ValueError, KeyError, TypeError) as error:
        raise BaselineError("the baseline is not a report of engross validate --format json") from error
    new = []
    for finding in findings:
        mark = (finding.path, finding.rule, finding.message)
        if known[mark] > 0:
            known[mark] -= 1
        else:
            new.append(finding)
    return new

"""What a check found: a rule that broke, where, and how badly."""

from __future__ import annotations

from dataclasses import dataclass

from encoder.problems import Problem, Severity

_CODES: dict[Severity, str] = {"error": "rule", "warning": "rule-warning", "info": "rule-info"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule at one place of one file.

    `rule` is its public id: `xml-syntax`, a `schema-...` of the grammar, or the id of a Schematron assertion.
    `line` and `column` count from 1 (columns in code points), 0 where unknown; `xpath` is empty where there is no tree.
    """

    rule: str
    severity: Severity
    message: str
    path: str = ""
    line: int = 0
    column: int = 0
    xpath: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return f"{place}: {self.severity}: {self.message} [{self.rule}]"

    def problem(self) -> Problem:
        """Return it as a problem of the program's closed table, its id in front of the message of a rule."""
        if self.rule == "xml-syntax" or self.rule.startswith("file-"):
            return Problem(self.rule, self.message, self.path, self.line, self.column)
        if self.rule.startswith("schema"):
            return Problem("schema", self.message, self.path, self.line, self.column)
        return Problem(_CODES[self.severity], f"{self.rule}: {self.message}", self.path, self.line, self.column)

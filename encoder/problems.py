"""Every code that the program can report, with its severity; a problem is a value that travels with the result.

An `error` keeps a document from being published or says that a wish of the editor cannot be met; a `warning` needs
an editor's eye; `info` only tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]

CODES: dict[str, Severity] = {
    # reading files
    "file-unreadable": "error",
    "file-empty": "error",
    "file-binary": "error",
    "file-encoding": "error",
    "file-character": "error",
    "file-byte-order-mark": "info",
    "file-line-ends": "info",
    "output-unwritable": "error",
    "output-foreign": "error",
    "nothing-to-do": "error",
    "program-fault": "error",
    # the edition
    "edition-missing": "info",
    "edition-syntax": "error",
    "edition-key": "error",
    "edition-value": "error",
    "document-id-twice": "error",
    "document-unknown": "error",
    "authority-syntax": "error",
    "authority-id": "error",
    "authority-id-twice": "error",
    "authority-name": "error",
    "facsimile-syntax": "error",
    "facsimile-missing": "warning",
    # structure
    "heading-missing": "error",
    "page-number-missing": "error",
    "page-order": "warning",
    # notes
    "note-unanchored": "error",
    "note-list-missing": "error",
    "note-missing": "warning",
    "note-uncertain": "warning",
    "note-restart": "info",
    # what a document says
    "date-impossible": "warning",
    "date-weekday": "warning",
    "date-differs": "warning",
    "date-outside-coverage": "warning",
    "date-order": "warning",
    "person-ambiguous": "warning",
    "person-out-of-office": "warning",
    "person-not-alive": "warning",
    "reference-outside": "info",
    # checking
    "text-lost": "error",
    "schema": "error",
    "rule": "error",
    "rule-warning": "warning",
    "rule-info": "info",
    "xml-syntax": "error",
    # publishing
    "stylesheet": "error",
    "search-missing": "warning",
    "address-moved": "warning",
    "print": "error",
    "glyph-missing": "error",
    "proof": "error",
    "note-page": "warning",
    "page-break": "warning",
    "line-overfull": "error",
    # depositing
    "deposit-incomplete": "error",
    "deposit-changed": "error",
    "deposit-path": "error",
    "deposit-date": "error",
    "bag": "error",
    "bag-path": "error",
    "server": "error",
    "server-differs": "error",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that an editor should know: a code of `CODES`, a plain message, and where it is.

    `path` is a source or TEI file as the user named it; `line` and `column` count from 1, 0 where unknown.
    """

    code: str
    message: str
    path: str = ""
    line: int = 0
    column: int = 0

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"{self.code!r} is not in the table of codes")

    @property
    def severity(self) -> Severity:
        """The severity of its code."""
        return CODES[self.code]

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return f"{place}: {self.severity}: {self.message} [{self.code}]" if place else f"{self.message} [{self.code}]"

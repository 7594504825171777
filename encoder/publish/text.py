"""Plain text of TEI, to read or to count: paragraphs apart, notes in brackets where called and listed at the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.problems import Problem
from encoder.publish.replacing import replace_file
from encoder.publish.saxon import StylesheetError, stylesheet
from encoder.resources import resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_BETWEEN = "\n\n\n"
_EMPTY_LINES = re.compile(r"\n{3,}")
_SPACES = re.compile(r"[ \t]+(?=\n)|(?<=\n)[ \t]+")


def write_text(teis: Sequence[Path], out: Path, language: str = "en") -> list[Problem]:
    """Write TEI documents as one plain text (UTF-8) at `out`, in the order given. `language` is that of labels.

    Return what went wrong; then `out` is as it was before.
    """
    problems: list[Problem] = []
    texts: list[str] = []
    for path in teis:
        try:
            texts.append(plain_text(path.read_text(encoding="utf-8"), language))
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem("file-unreadable", f"cannot be read: {error}", str(path)))
        except StylesheetError as error:
            problems.append(Problem("stylesheet", str(error), str(path), error.line))
    return problems or replace_file(out, (_BETWEEN.join(texts) + "\n").encode())


def plain_text(tei: str, language: str = "en") -> str:
    """Return the text of a TEI document without spaces at the ends of lines. Raises StylesheetError."""
    said = stylesheet(resource("xslt/web/text.xsl")).transform(tei, {"language": language})
    return _EMPTY_LINES.sub("\n\n", _SPACES.sub("", said)).strip()

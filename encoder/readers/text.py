"""Reading a transcription's file: bytes in, one clean string out, and what was odd about the bytes."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from encoder.problems import Problem

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets); surrogates cannot come out of UTF-8.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# The share of control bytes above which a file is no text at all: a scan of the seeds finds none.
_BINARY_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class Source:
    """A transcription as read, lines ending in a line feed, without byte order mark; `text` is None if unusable."""

    path: str
    text: str | None
    sha256: str
    problems: tuple[Problem, ...] = ()


def source_of(content: bytes, path: str) -> Source:
    """Return the text of a file's bytes, which should be UTF-8, with the problems found; `path` names it in them."""
    digest = hashlib.sha256(content).hexdigest()
    problems: list[Problem] = []

    def refused(code: str, message: str, line: int = 0, column: int = 0) -> Source:
        return Source(path, None, digest, (*problems, Problem(code, message, path, line, column)))

    if not content.strip():
        return refused("file-empty", "The file is empty: give the transcription as plain text in UTF-8.")
    if content.startswith(_UTF16):
        return refused("file-encoding", "The file is in UTF-16: save it as UTF-8 and build again.")
    if _is_binary(content):
        return refused("file-binary", "This is not a text file: give the transcription as plain text in UTF-8.")
    if content.startswith(_BOM):
        content = content.removeprefix(_BOM)
        problems.append(Problem("file-byte-order-mark", "The byte order mark at the start was left out.", path, 1, 1))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(content[: error.start])
        guess = _legacy(content)
        return refused("file-encoding", f"Byte 0x{content[error.start]:02X} is not UTF-8{guess}.", line, column)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        problems.append(Problem("file-line-ends", "The line ends are those of Windows; they were read as such.", path))
    if bad := _NOT_XML.search(text):
        line, column = _place(text[: bad.start()].encode())
        name = f"U+{ord(bad[0]):04X}"
        return refused("file-character", f"The character {name} cannot stand in XML: delete it.", line, column)
    return Source(path, text, digest, tuple(problems))


def _is_binary(content: bytes) -> bool:
    controls = sum(content.count(byte) for byte in range(32) if byte not in b"\t\n\r\f\x1a")
    return b"\x00" in content or controls > len(content) * _BINARY_SHARE


def _legacy(content: bytes) -> str:
    """Say which older encoding the bytes look like, if one reads them without a gap."""
    try:
        content.decode("windows-1252")
    except UnicodeDecodeError:
        return ": save the file as UTF-8"
    return "; the file looks like Windows-1252: save it as UTF-8 (nothing was guessed)"


def _place(before: bytes) -> tuple[int, int]:
    """Return line and column, from 1, of what follows `before`."""
    line = before.count(b"\n") + 1
    return line, len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1

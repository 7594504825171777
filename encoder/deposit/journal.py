"""The file on a server that says which files an edition put there."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from encoder.deposit.finished import refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.deposit.server import Server

JOURNAL = "engross-deposit.json"
PROMISED = ""
"""Stands among the digests of a file that is not there yet as it should be."""


@dataclass(frozen=True, slots=True)
class Journal:
    """Which files an edition put on a server, each with every SHA-256 that it may have there."""

    edition: str
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stored_by: str = ""
    """As in `Wanted`, of the last upload that was finished."""


def read_journal(server: Server, edition: str) -> Journal:
    """Return the journal of a folder, empty where there is none. Raises DepositError where it is another edition's."""
    content = server.get(JOURNAL)
    if content is None:
        return Journal(edition)
    where = f"{server.url}/{JOURNAL}"
    try:
        table = json.loads(content)
        other, stored_by = str(table["edition"]), str(table["stored_by"])
        files = {str(name): tuple(map(str, digests)) for name, digests in table["files"].items()}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise refused("server", "This file cannot be read: delete it, and upload again.", where) from error
    if other != edition:
        message = f"This folder holds another edition, “{other}”: choose another folder for “{edition}”."
        raise refused("output-foreign", message, where)
    return Journal(edition, {name: digests for name, digests in files.items() if _inside(name)}, stored_by)


def write_journal(server: Server, journal: Journal) -> None:
    """Write the journal. Raises DepositError."""
    files = {name: list(digests) for name, digests in sorted(journal.files.items())}
    table = {"edition": journal.edition, "stored_by": journal.stored_by, "files": files}
    server.put(JOURNAL, (json.dumps(table, ensure_ascii=False, indent=1) + "\n").encode())


def _inside(name: str) -> bool:
    """Whether a name from a journal, which anyone may have changed, is of a file in its folder."""
    path = PurePosixPath(name)
    return "\\" not in name and not path.is_absolute() and ".." not in path.parts and str(path) == name and name != "."

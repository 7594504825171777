"""A bag (BagIt, https://www.rfc-editor.org/rfc/rfc8493) of an edition: everything that archives and readers need.

It is written aside and renamed as a whole: a bag is there complete, or as it was before.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import tempfile
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import bagit

from encoder.deposit.datacite import FILE as DATACITE
from encoder.deposit.datacite import datacite
from encoder.deposit.finished import content_of, refused
from encoder.deposit.mets import FILE as METS
from encoder.deposit.mets import Packed, mets
from encoder.deposit.rocrate import FILE as CRATE
from encoder.deposit.rocrate import crate
from encoder.manifest import MANIFEST, read_manifest
from encoder.resources import resource
from encoder.tei.header import program_version

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.deposit.finished import Finished

ALGORITHMS = ("sha256", "sha512")
_AGENT = "Bag-Software-Agent"
_RESOURCES = {
    "schema": (".rnc", ".rng", ".xsd", ".sch", ".xsl"),
    "xslt": (".xsl", ".xml", ".css", ".js", ".svg", ".typ"),
}
"""The folders of the program that a bag carries, and the kinds of their files."""

# bagit-py also logs, with a traceback, what it raises; an editor should read it once and in plain words
logging.getLogger("bagit").addHandler(logging.NullHandler())
logging.getLogger("bagit").propagate = False


def write_bag(edition: Finished, out: Path, more: Sequence[Path] = ()) -> int:
    """Pack an edition into the bag `out`; return the number of files of its payload.

    `more` are folders that other commands wrote of the same TEI; each is packed under its name. A bag that engross made
    there is replaced. Raises DepositError where a file changed since the build or leads out of its folder, where `out`
    is something else than such a bag, or where it cannot be written: nothing is left then.
    """
    out = out.resolve()
    if out.exists() and not _ours(out):
        message = "This was not made by “engross deposit bag” and was left as it is: move it away, or choose another."
        raise refused("output-foreign", message, out)
    aside = None
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".engross-", dir=out.parent))
        count = _fill(edition, aside / "bag", more)
        _replace(out, aside)
    except (OSError, bagit.BagError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        message = f"The bag cannot be written: {reason}. Choose another place with -o, or make room."
        raise refused("output-unwritable", message, out) from error
    finally:
        if aside:
            shutil.rmtree(aside, ignore_errors=True)
    return count


def _fill(edition: Finished, folder: Path, more: Sequence[Path]) -> int:
    files = {name: _put(folder, name, content) for name, content in chain(_payload(edition), _more(edition, more))}
    files[DATACITE] = _put(folder, DATACITE, datacite(edition).encode())
    files[METS] = _put(folder, METS, mets(edition, files).encode())
    _put(folder, CRATE, crate(edition, {name: packed.size for name, packed in sorted(files.items())}).encode())
    info = {
        "Bag-Group-Identifier": edition.facts["id"],
        _AGENT: f"engross {program_version()}",
        "Bagging-Date": edition.day,
        "External-Description": edition.facts["title"],
        "Source-Organization": edition.facts["publisher"],
    }
    bagit.make_bag(str(folder), {key: " ".join(value.split()) for key, value in info.items()}, checksums=[*ALGORITHMS])
    return len(files) + 1


def _payload(edition: Finished) -> Iterator[tuple[str, bytes]]:
    for name, digest in edition.files.items():
        yield name, content_of(edition.folder, name, digest)
    for name, digest in edition.of_series.items():
        yield name, content_of(edition.folder.resolve().parent, name, digest)
    for name, digest in edition.source_files.items():
        yield f"sources/{name}", content_of(edition.sources, name, digest)
    for part, suffixes in _RESOURCES.items():
        home = resource(part)
        for path in sorted(home.rglob("*")):
            if path.suffix in suffixes:
                yield f"{part}/{path.relative_to(home).as_posix()}", path.read_bytes()


def _more(edition: Finished, folders: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    taken = {"sources", *_RESOURCES, *(name.partition("/")[0] for name in edition.files)}
    for folder in folders:
        part, files = folder.resolve().name, read_manifest(folder)
        if not files:
            raise refused("deposit-incomplete", f"This is no output of engross (it has no {MANIFEST}).", folder)
        if part in taken:
            raise refused("deposit-path", f"The bag has a folder “{part}” already: give this one another name.", folder)
        taken.add(part)
        for name, digest in files.items():
            yield f"{part}/{name}", content_of(folder, name, digest)


def _put(folder: Path, name: str, content: bytes) -> Packed:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return Packed(len(content), hashlib.sha256(content).hexdigest())


def _ours(out: Path) -> bool:
    """Whether a folder is a bag that this program made, or empty."""
    if not out.is_dir() or out.is_symlink():
        return False
    if not any(out.iterdir()):
        return True
    try:
        return str(bagit.Bag(str(out)).info.get(_AGENT, "")).startswith("engross ")
    except (bagit.BagError, OSError):
        return False


def _replace(out: Path, aside: Path) -> None:
    """Put the new bag in the place of the old one, or leave the old one there."""
    old = aside / "old"
    if out.exists():
        out.replace(old)
    try:
        (aside / "bag").replace(out)
    except OSError:
        if old.exists():
            old.replace(out)
        raise

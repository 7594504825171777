"""An EXPath package (`.xar`) of an edition for eXist-db and TEI Publisher: a ZIP file that they install as it is.

The descriptors are those of http://expath.org/spec/pkg (`expath-pkg.xml`) and of eXist-db's deployment (`repo.xml`);
`exist/` holds what is the same in every package: indexes, the scripts that install them and prove the load, the icon.
"""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from encoder.deposit.finished import content_of, refused
from encoder.deposit.rocrate import description
from encoder.tei.markup import Element, indented

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.deposit.finished import Finished
    from encoder.deposit.records import Record

PARTS = Path(__file__).parent / "exist"
CONFIGURATION = "collection.xconf"
_EXIST = "http://exist-db.org"
_OLDEST = "5.0.0"
"""The first eXist-db with the fields and facets of `collection.xconf`."""
_MARK = "contents.xml"
_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the package, the earliest that ZIP knows: the same edition gives the same bytes."""


def write_xar(edition: Finished, out: Path, name: str = "") -> int:
    """Pack an edition into the file `out`; return the number of its documents.

    `name` is the IRI by which applications depend on the package (default: made of the edition's own address, or
    `urn:engross:ID`). A package that engross made of any edition is replaced. Raises DepositError where a file changed
    since the build, where `out` is something else, or where it cannot be written: what was there stays then.
    """
    if out.exists() and not _ours(out):
        message = "This was not made by “engross deposit xar” and was left as it is: move it away, or choose another."
        raise refused("output-foreign", message, out)
    content = _zipped(dict(sorted(_files(edition, name))))
    aside = None
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        number, path = tempfile.mkstemp(prefix=".engross-", dir=out.parent)
        aside = Path(path)
        with os.fdopen(number, "wb") as file:
            file.write(content)
        aside.chmod(0o644)
        aside.replace(out)
    except OSError as error:
        message = f"The package cannot be written: {error.strerror}. Choose another place with -o, or make room."
        raise refused("output-unwritable", message, out) from error
    finally:
        if aside:
            aside.unlink(missing_ok=True)
    return len(edition.records)


def _files(edition: Finished, name: str) -> Iterator[tuple[str, bytes]]:
    yield "expath-pkg.xml", _xml(_package(edition, name))
    yield "repo.xml", _xml(_deployment(edition))
    yield _MARK, _xml(_contents(edition))
    for path in sorted(PARTS.iterdir()):
        yield path.name, path.read_bytes()
    for record in edition.records:
        content = content_of(edition.folder, record.name, edition.files[record.name])
        yield f"data/{record.name.removeprefix('tei/')}", content


def _package(edition: Finished, name: str) -> Element:
    facts = edition.facts
    own = f"{facts['url'].rstrip('/')}/{facts['id']}" if facts.get("url") else f"urn:engross:{facts['id']}"
    attributes = (
        ("xmlns", "http://expath.org/ns/pkg"),
        ("name", name or own),
        ("abbrev", facts["id"]),
        ("version", _version(edition.day)),
        ("spec", "1.0"),
    )
    home = (Element("home", (), (facts["url"],)),) if facts.get("url") else ()
    needs = Element("dependency", (("processor", _EXIST), ("semver-min", _OLDEST)))
    return Element("package", attributes, (Element("title", (), (facts["title"],)), *home, needs))


def _version(day: str) -> str:
    """Return the day of a release as a semantic version, whose numbers begin with no zero: `2026.11.2`."""
    return ".".join(str(int(part)) for part in day.split("-"))


def _deployment(edition: Finished) -> Element:
    facts = edition.facts
    texts = {
        "description": f"{facts['title']}: {description(edition.records)}",
        "author": facts.get("editor") or facts["publisher"],
        "website": facts.get("url", ""),
        "status": "stable",
        "license": facts["licence"],
        "copyright": "true",
        "type": "library",
        "target": facts["id"],
        "prepare": "pre-install.xql",
        "finish": "post-install.xql",
    }
    rights = Element("permissions", (("user", "admin"), ("group", "dba"), ("mode", "rw-r--r--")))
    children = tuple(Element(key, (), (text,) if text else ()) for key, text in texts.items())
    return Element("meta", (("xmlns", "http://exist-db.org/xquery/repo"),), (*children, rights))


def _contents(edition: Finished) -> Element:
    """Return what `post-install.xql` compares with what was stored."""
    return Element("contents", (("edition", edition.facts["id"]),), tuple(map(_document, edition.records)))


def _document(record: Record) -> Element:
    return Element(
        "document",
        (
            ("file", record.name.removeprefix("tei/")),
            ("id", record.id),
            ("notes", str(len(record.notes))),
            ("names", str(len(record.mentions))),
            ("words", str(record.words)),
        ),
    )


def _xml(root: Element) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{indented(root, 0)}'.encode()


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix on every system, for the same bytes
            entry.external_attr = 0o644 << 16
            package.writestr(entry, content)
    return out.getvalue()


def _ours(out: Path) -> bool:
    """Whether a file is a package that this program made."""
    try:
        with zipfile.ZipFile(out) as package, package.open(_MARK) as mark:
            return b"<contents edition=" in mark.read(200)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError):
        return False

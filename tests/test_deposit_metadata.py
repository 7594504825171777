"""What a bag says of itself: RO-Crate, METS and DataCite, judged by other people's programs."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from datacite import schema45
from packing import HOME, contents, copied, peer

if TYPE_CHECKING:
    from pathlib import Path


def test_no_path_of_this_machine_is_in_the_metadata(whole: Path) -> None:
    for path in [*whole.glob("*.txt"), *(whole / "data").glob("*.json")]:
        assert str(HOME) not in path.read_text(encoding="utf-8")


def test_roc_validator_accepts_the_crate(whole: Path) -> None:
    judged = subprocess.run([peer(), str(HOME / "tests" / "check_rocrate.py"), str(whole / "data")], check=False)
    assert judged.returncode == 0


def test_roc_validator_sees_a_crate_without_its_date(whole: Path, tmp_path: Path) -> None:
    python = peer()
    copy = copied(whole, tmp_path) / "data"
    crate = json.loads((copy / "ro-crate-metadata.json").read_text(encoding="utf-8"))
    del crate["@graph"][1]["datePublished"]
    (copy / "ro-crate-metadata.json").write_text(json.dumps(crate), encoding="utf-8")
    judged = subprocess.run([python, str(HOME / "tests" / "check_rocrate.py"), str(copy)], check=False)
    assert judged.returncode == 1


def judged_mets(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [peer(), str(HOME / "tests" / "check_mets.py"), str(folder / "mets.xml"), str(folder)]
    return subprocess.run([*command, "ro-crate-metadata.json"], capture_output=True, text=True, check=False)


def test_metsrw_reads_every_file_with_its_digest_and_the_schema_of_mets_accepts_the_record(whole: Path) -> None:
    judged = judged_mets(whole / "data")
    assert judged.returncode == 0, judged.stdout + judged.stderr


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('CHECKSUMTYPE="SHA-256"', 'CHECKSUMTYPE="SHA-257"', "SHA-257"),
        ('CHECKSUM="', 'CHECKSUM="0', "not as the record says"),
        ("<dc:title>", "<dc:description>", "without a title"),
    ],
)
def test_a_wrong_mets_record_is_seen(whole: Path, tmp_path: Path, old: str, new: str, said: str) -> None:
    copy = copied(whole, tmp_path) / "data"
    text = (copy / "mets.xml").read_text(encoding="utf-8")
    assert old in text
    changed = text.replace(old, new).replace("</dc:title>", "</dc:description>" if "dc:" in new else "</dc:title>")
    (copy / "mets.xml").write_text(changed, encoding="utf-8")
    judged = judged_mets(copy)
    assert judged.returncode == 1
    assert said in judged.stdout + judged.stderr


def test_the_crate_names_every_file_of_the_payload_and_every_person(whole: Path) -> None:
    crate = json.loads((whole / "data" / "ro-crate-metadata.json").read_text(encoding="utf-8"))["@graph"]
    files = {entity["name"] for entity in crate if entity["@type"] == "File"} - {
        entity["name"] for entity in crate if entity.get("encodingFormat") == "application/tei+xml"
    }
    held = {name for name in contents(whole / "data") if name != "ro-crate-metadata.json"}
    assert files == {name for name in held if not name.startswith("tei/")}
    known = {entity["@id"] for entity in crate}
    for entity in crate:
        for mentioned in entity.get("mentions", []):
            assert mentioned["@id"] in known


def test_datacite_accepts_its_record(whole: Path) -> None:
    record = json.loads((whole / "data" / "datacite.json").read_text(encoding="utf-8"))
    assert schema45.validate(record)
    assert record["publicationYear"] == "2026"

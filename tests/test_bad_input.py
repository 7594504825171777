"""Bad input: one clear problem with file and line, the other documents still encoded, exit code 1, no traceback."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from encoder.cli import main
from encoder.encoding import Encoder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from encoder.encoding import Encoded

PERSONS_TWICE = """<listPerson xmlns="http://www.tei-c.org/ns/1.0">
<person xml:id="p_A1"><persName>A, B</persName></person>
<person xml:id="p_A1"><persName>C, D</persName></person>
</listPerson>"""
GOOD = "2. Letter From the Ambassador to the Secretary1\n\nSir: The talks went well.\n  1. Source: Central Files.\n"
FIRST = GOOD.replace("2. Letter", "1. Letter")


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """Return a folder with one good document and a plain edition.toml."""
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "d2.txt").write_text(GOOD, encoding="utf-8")
    (folder / "edition.toml").write_text('[edition]\nid = "letters"\ntitle = "Letters"\n', encoding="utf-8")
    return folder


def run(folder: Path, out: Path, code: int = 1) -> list[str]:
    """Encode a folder; return what was printed to standard error, a line each; the good document must be there."""
    result = CliRunner().invoke(main, ["encode", str(folder), "-o", str(out)])
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    assert (out / "d2.xml").exists()
    return result.output.splitlines()


def lines_with(lines: list[str], code: str) -> list[str]:
    """Return the lines that report the problem `code`."""
    return [line for line in lines if line.endswith(f"[{code}]")]


@pytest.mark.parametrize(
    ("content", "code", "place", "says"),
    [
        (b"", "file-empty", "", "empty"),
        (b" \n\n", "file-empty", "", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00", "file-binary", "", "not a text file"),
        ("1. Caf\u00e9 society\n\nText.\n".encode("cp1252"), "file-encoding", ":1:7", "Windows-1252"),
        ("1. Letter\n\nText.\n".encode("utf-16"), "file-encoding", "", "UTF-16"),
        (b"1. Letter From A to B\n\nBad \x01 character.\n" + b"Text. " * 40, "file-character", ":3:5", "U+0001"),
        (b"We left the city at dawn, and nobody saw us go.\n\nText.\n", "heading-missing", ":1:1", "heading"),
        (b"1. Letter From A to Bee1\n\nText.\n", "note-list-missing", ":1:24", "no list of notes"),
        (b"1. Letter From A to Bee\n\nText.\n  1. A note.\n  2. Another.\n", "note-unanchored", ":4", "2 notes"),
        (b"1. Letter From A to Bee\n\nText [Page ] more.\n", "page-number-missing", ":3:6", "no number"),
    ],
)
def test_a_bad_transcription_is_one_problem(  # noqa: PLR0913, PLR0917 (the row of the table)
    edition: Path, tmp_path: Path, content: bytes, code: str, place: str, says: str
) -> None:
    (edition / "d1.txt").write_bytes(content)
    lines = run(edition, tmp_path / "out")
    (found,) = lines_with(lines, code)
    assert f"d1.txt{place}" in found
    assert says in found
    assert len([line for line in lines if ": error:" in line]) == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xef\xbb\xbf" + FIRST.encode(), "file-byte-order-mark"),
        (FIRST.replace("\n", "\r\n").encode(), "file-line-ends"),
    ],
)
def test_what_can_be_read_is_read_and_said(edition: Path, tmp_path: Path, content: bytes, code: str) -> None:
    (edition / "d1.txt").write_bytes(content)
    lines = run(edition, tmp_path / "out", code=0)
    assert len(lines_with(lines, code)) == 1
    assert (tmp_path / "out" / "d1.xml").exists()


def test_two_documents_with_one_id(edition: Path, tmp_path: Path) -> None:
    (edition / "other.txt").write_text(GOOD, encoding="utf-8")
    with (edition / "edition.toml").open("a", encoding="utf-8") as file:
        file.write('[documents.other]\nid = "d2"\n')
    (found,) = lines_with(run(edition, tmp_path / "out"), "document-id-twice")
    assert "other.txt" in found
    assert "d2.txt" in found


def test_a_misspelt_key_is_answered_with_the_right_one(edition: Path, tmp_path: Path) -> None:
    (edition / "edition.toml").write_text('[edition]\nid = "letters"\ntitel = "Letters"\n', encoding="utf-8")
    (found,) = lines_with(run(edition, tmp_path / "out"), "edition-key")
    assert "edition.toml:3" in found
    assert "did you mean “title”" in found


def test_a_misspelt_table_is_answered_with_the_right_one(edition: Path, tmp_path: Path) -> None:
    (edition / "edition.toml").write_text('[editon]\nid = "letters"\n', encoding="utf-8")
    (found,) = lines_with(run(edition, tmp_path / "out"), "edition-key")
    assert "did you mean “edition”" in found


def test_an_edition_toml_that_is_not_toml(edition: Path, tmp_path: Path) -> None:
    (edition / "edition.toml").write_text('[edition]\ntitle = "Letters\n', encoding="utf-8")
    (found,) = lines_with(run(edition, tmp_path / "out"), "edition-syntax")
    assert "edition.toml:2" in found


@pytest.mark.parametrize("identifier", ["../escape", "a b", "", "1st", "d<1>"])
def test_an_id_that_is_no_file_name_is_refused(edition: Path, tmp_path: Path, identifier: str) -> None:
    with (edition / "edition.toml").open("a", encoding="utf-8") as file:
        file.write(f'[documents.d2]\nid = "{identifier}"\n')
    (found,) = lines_with(run(edition, tmp_path / "out"), "edition-value")
    assert "edition.toml:5" in found


def test_facts_of_no_document(edition: Path, tmp_path: Path) -> None:
    with (edition / "edition.toml").open("a", encoding="utf-8") as file:
        file.write('[documents.d22]\nplace = "Paris"\n')
    (found,) = lines_with(run(edition, tmp_path / "out"), "document-unknown")
    assert "did you mean “d2”" in found


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("this is not XML", "authority-syntax"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "authority-syntax"),
        (
            PERSONS_TWICE,
            "authority-id-twice",
        ),
    ],
)
def test_a_bad_authority_is_one_problem(edition: Path, tmp_path: Path, content: str, code: str) -> None:
    with (edition / "edition.toml").open("a", encoding="utf-8") as file:
        file.write('[authorities]\npersons = "persons.xml"\n')
    (edition / "persons.xml").write_text(content, encoding="utf-8")
    lines = run(edition, tmp_path / "out")
    (found,) = lines_with(lines, code)
    assert "persons.xml" in found
    assert "root:" not in "\n".join(lines)


def test_an_output_folder_that_cannot_be_written(edition: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    result = CliRunner().invoke(main, ["encode", str(edition), "-o", str(tmp_path / "file" / "out")])
    assert result.exit_code == 1
    assert "[output-unwritable]" in result.output
    assert "Traceback" not in result.output


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_output_folder_without_permission(edition: Path, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir()
    (tmp_path / "locked").chmod(stat.S_IRUSR | stat.S_IXUSR)
    result = CliRunner().invoke(main, ["encode", str(edition), "-o", str(tmp_path / "locked" / "out")])
    assert result.exit_code == 1
    assert "[output-unwritable]" in result.output


def test_a_folder_without_edition_toml_is_encoded_with_one_hint(edition: Path, tmp_path: Path) -> None:
    (edition / "edition.toml").unlink()
    lines = run(edition, tmp_path / "out", code=0)
    (hint,) = lines_with(lines, "edition-missing")
    assert "engross init" in hint


def test_a_file_that_engross_did_not_make_is_left_alone(edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "d2.xml").write_text("my own", encoding="utf-8")
    lines = run(edition, out)
    assert len(lines_with(lines, "output-foreign")) == 1
    assert (out / "d2.xml").read_text(encoding="utf-8") == "my own"


def test_nothing_to_encode(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["encode", str(tmp_path), "-o", str(tmp_path / "out")])
    assert result.exit_code == 1
    assert "[nothing-to-do]" in result.output


def test_a_fault_of_the_program_ends_only_its_document(
    edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No text is known that makes the program fail, so one is made to: the others are still encoded."""
    (edition / "d1.txt").write_text(FIRST, encoding="utf-8")
    whole = Encoder.encode

    def faulty(encoder: Encoder, content: bytes, path: str, identifier: str, facts: Mapping[str, str]) -> Encoded:
        if identifier == "d1":
            raise IndexError("string index out of range")
        return whole(encoder, content, path, identifier, facts)

    monkeypatch.setattr(Encoder, "encode", faulty)
    (found,) = lines_with(run(edition, tmp_path / "out"), "program-fault")
    assert "d1.txt" in found
    assert not (tmp_path / "out" / "d1.xml").exists()

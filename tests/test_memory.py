"""What was checked is not checked again, until it or what it is checked against changes."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from encoder.check.memory import default_place
from encoder.check.validate import validate
from encoder.cli import main

VALID = (Path(__file__).parent / "schema" / "valid" / "memorandum.xml").read_bytes()
RNG = '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>'
WHOLE = '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="part.rng"/></grammar>'
PART = f'<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start>{RNG}</start></grammar>'


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """Return a document without fault."""
    path = tmp_path / "a.xml"
    path.write_bytes(VALID)
    return path


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    """Return where nothing is remembered yet."""
    return tmp_path / "cache" / "validated"


def unchanged(path: Path, memory: Path, *grammars: Path) -> bool:
    """Tell whether a file was taken for unchanged."""
    (checked,) = validate([path], grammars=grammars, memory=memory)
    return checked.unchanged


def test_a_file_without_fault_is_checked_once(letter: Path, memory: Path) -> None:
    assert [unchanged(letter, memory) for _ in range(3)] == [False, True, True]


def test_a_changed_file_is_checked_again(letter: Path, memory: Path) -> None:
    assert not unchanged(letter, memory)
    letter.write_bytes(VALID.replace(b"<closer>", b"<closing>"))
    (checked,) = validate([letter], memory=memory)
    assert checked.findings
    assert not checked.unchanged


def test_a_file_with_faults_is_checked_once_and_the_same_is_said_of_it(letter: Path, memory: Path) -> None:
    letter.write_bytes(VALID.replace(b"<closer>", b"<closing>"))
    (first,), (second,) = (validate([letter], memory=memory) for _ in range(2))
    assert [first.unchanged, second.unchanged] == [False, True]
    assert second.findings == first.findings


def test_what_is_remembered_of_a_content_is_said_of_the_file_that_has_it_now(letter: Path, memory: Path) -> None:
    letter.write_bytes(VALID.replace(b"<closer>", b"<closing>"))
    validate([letter], memory=memory)
    moved = letter.rename(letter.with_name("b.xml"))
    (checked,) = validate([moved], memory=memory)
    assert checked.unchanged
    assert {finding.path for finding in checked.findings} == {str(moved)}


def test_a_line_whose_findings_were_changed_by_accident_costs_a_check(letter: Path, memory: Path) -> None:
    letter.write_bytes(VALID.replace(b"<closer>", b"<closing>"))
    (first,) = validate([letter], memory=memory)
    memory.write_bytes(memory.read_bytes().replace(b"error", b"wrong", 1))
    (second,) = validate([letter], memory=memory)
    assert not second.unchanged
    assert second.findings == first.findings


def test_other_schemas_know_nothing_of_it(letter: Path, memory: Path, tmp_path: Path) -> None:
    (tmp_path / "a.rng").write_text(RNG, "utf-8")
    assert not unchanged(letter, memory)
    (checked,) = validate([letter], grammars=[tmp_path / "a.rng"], memory=memory)
    assert checked.findings


def test_a_schema_that_changes_in_a_part_that_it_includes_is_another(memory: Path, tmp_path: Path) -> None:
    document, grammar, part = (tmp_path / name for name in ("a.xml", "whole.rng", "part.rng"))
    document.write_text("<a/>", "utf-8")
    grammar.write_text(WHOLE, "utf-8")
    part.write_text(PART, "utf-8")
    assert [unchanged(document, memory, grammar) for _ in range(2)] == [False, True]
    part.write_text(PART.replace('"a"', '"b"'), "utf-8")
    assert not unchanged(document, memory, grammar)


@pytest.mark.parametrize("damage", [b"", b"\x00\xff\xfe", b"not a digest\n", b"a" * 63 + b"\n" + b"b" * 65])
def test_a_damaged_memory_is_no_memory(letter: Path, memory: Path, damage: bytes) -> None:
    memory.parent.mkdir()
    memory.write_bytes(damage)
    assert [unchanged(letter, memory) for _ in range(2)] == [False, True]


def test_a_memory_cut_short_costs_one_check(letter: Path, memory: Path) -> None:
    assert not unchanged(letter, memory)
    memory.write_bytes(memory.read_bytes()[:30])
    assert [unchanged(letter, memory) for _ in range(2)] == [False, True]


def test_a_memory_that_cannot_be_written_stops_nothing(letter: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert not unchanged(letter, tmp_path / "file" / "validated")


def test_what_two_runs_have_found_is_kept_of_both_and_nothing_else(letter: Path, memory: Path, tmp_path: Path) -> None:
    (tmp_path / "b.xml").write_bytes(VALID.replace(b"\n", b"\r\n"))
    paths = [letter, tmp_path / "b.xml"]
    assert [unchanged(path, memory) for path in (*paths, *paths)] == [False, False, True, True]
    assert [path.name for path in memory.parent.iterdir()] == ["validated"]


def test_the_command_says_how_many_files_it_did_not_check_and_how_to_check_them(letter: Path, memory: Path) -> None:
    command = ["validate", str(letter), "--memory", str(memory)]
    said = [CliRunner().invoke(main, [*command, *fresh]) for fresh in ([], [], ["--fresh"])]
    assert ["unchanged" in result.stderr for result in said] == [False, True, False]
    assert "--fresh" in said[1].stderr
    assert {result.stdout for result in said} == {"1 file checked: nothing is wrong\n"}


def test_the_memory_is_in_the_users_cache_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_place() == tmp_path / "engross" / "validated"
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_place() == tmp_path / ".cache" / "engross" / "validated"

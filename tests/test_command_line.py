"""The command: help that teaches, exit codes, single steps, series, and a first edition.toml."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from encoder.cli import main

HOME = Path(__file__).resolve().parents[1]
LETTER = "{n}. Letter From the Ambassador to the Secretary1\n\nSir: It went well.\n  1. Source: Central Files.\n"


def invoke(*arguments: str | Path, code: int = 0) -> str:
    """Run the command in this process; return what it printed to both streams."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture
def series(tmp_path: Path) -> Path:
    """Return a folder with two editions of one document each, both called d1."""
    for volume in ("v01", "v02"):
        (tmp_path / "series" / volume).mkdir(parents=True)
        (tmp_path / "series" / volume / "d1.txt").write_text(LETTER.format(n=1), encoding="utf-8")
        text = f'[edition]\nid = "{volume}"\ntitle = "Volume {volume}"\n'
        (tmp_path / "series" / volume / "edition.toml").write_text(text, encoding="utf-8")
    return tmp_path / "series"


@pytest.mark.parametrize("command", sorted(main.commands))
def test_the_help_of_each_command_has_an_example(command: str) -> None:
    assert f"engross {command}" in invoke(command, "--help").partition("Options:")[0].partition("Example")[2]


def test_the_help_names_the_commands_in_the_order_of_work() -> None:
    shown = [line.split()[0] for line in invoke("--help").partition("Commands:")[2].splitlines() if line.strip()]
    assert shown.index("build") < shown.index("encode") < shown.index("decode")


def test_a_misspelt_command_is_answered_with_the_right_one() -> None:
    assert "Did you mean “encode”?" in invoke("encod", code=2)


def test_what_does_not_exist_is_a_usage_error() -> None:
    assert "does not exist" in invoke("encode", "nowhere", code=2)


def test_a_series_gives_a_folder_for_each_edition(series: Path, tmp_path: Path) -> None:
    invoke("encode", series, "-o", tmp_path / "out")
    assert sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.xml")) == [
        "v01/d1.xml",
        "v02/d1.xml",
    ]


def test_one_file_of_an_edition_can_be_encoded(series: Path, tmp_path: Path) -> None:
    invoke("encode", series / "v01" / "d1.txt", "-o", tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").glob("*.xml")] == ["d1.xml"]


def test_decode_prints_the_transcription(series: Path, tmp_path: Path) -> None:
    invoke("encode", series / "v01", "-o", tmp_path / "out")
    assert invoke("decode", tmp_path / "out" / "d1.xml").split() == LETTER.format(n=1).split()


def test_decode_refuses_what_is_no_tei(tmp_path: Path) -> None:
    (tmp_path / "bad.xml").write_text("<TEI>\n<a></TEI>", encoding="utf-8")
    assert "bad.xml:2" in invoke("decode", tmp_path / "bad.xml", code=1)


def test_an_unchanged_edition_is_written_the_same(series: Path, tmp_path: Path) -> None:
    """A second run changes no file, not even its time."""
    out = tmp_path / "out"
    invoke("encode", series, "-o", out)
    first = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in out.rglob("*") if path.is_file()}
    invoke("encode", series, "-o", out)
    assert first == {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in out.rglob("*") if path.is_file()}


def test_a_document_that_is_gone_is_taken_out_of_the_output(series: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    invoke("encode", series, "-o", out)
    (out / "v02" / "mine.txt").write_text("my own", encoding="utf-8")
    (series / "v02" / "d1.txt").unlink()
    (series / "v02" / "d2.txt").write_text(LETTER.format(n=2), encoding="utf-8")
    invoke("encode", series, "-o", out)
    assert sorted(path.name for path in (out / "v02").iterdir()) == ["d2.xml", "mine.txt"]


def test_init_writes_an_edition_toml_that_is_right(series: Path, tmp_path: Path) -> None:
    folder = series / "v01"
    (folder / "edition.toml").unlink()
    (folder / "persons.xml").write_text("<listPerson xmlns='http://www.tei-c.org/ns/1.0'/>", encoding="utf-8")
    (folder / "17.txt").write_text(LETTER.format(n=17), encoding="utf-8")
    assert "edition.toml was written" in invoke("init", folder)
    table = tomllib.loads((folder / "edition.toml").read_text(encoding="utf-8"))
    assert table["edition"]["id"] == "v01"
    assert table["authorities"] == {"persons": "persons.xml"}
    assert table["documents"] == {"17": {"id": "d17"}, "d1": {}}
    invoke("encode", folder, "-o", tmp_path / "out")
    assert (tmp_path / "out" / "d17.xml").exists()


def test_init_overwrites_nothing(series: Path) -> None:
    before = (series / "v01" / "edition.toml").read_bytes()
    assert "was left as it is" in invoke("init", series / "v01", code=1)
    assert (series / "v01" / "edition.toml").read_bytes() == before


def test_many_documents_are_encoded_by_several_processes_to_the_same_bytes(tmp_path: Path) -> None:
    source = tmp_path / "many"
    source.mkdir()
    for number in range(1, 121):
        (source / f"d{number}.txt").write_text(LETTER.format(n=number), encoding="utf-8")
    invoke("encode", source, "-o", tmp_path / "all")
    invoke("encode", source / "d77.txt", "-o", tmp_path / "one")
    assert len(list((tmp_path / "all").glob("*.xml"))) == 120
    assert (tmp_path / "all" / "d77.xml").read_bytes() == (tmp_path / "one" / "d77.xml").read_bytes()


def test_no_colours_and_no_bar_where_there_is_no_terminal(series: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "encoder", "encode", str(series), "-o", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert "\x1b" not in done.stderr
    assert "encode v01: 1 of 1" in done.stderr
    assert "2 documents, 2 notes" in done.stderr


@pytest.mark.parametrize("stem", ["²", "٣", "x²3"])
def test_a_file_may_be_called_by_any_digit(tmp_path: Path, stem: str) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / f"{stem}.txt").write_text("1. Letter From A to B\n\nText.\n", encoding="utf-8")
    invoke("encode", tmp_path / "letters", "-o", tmp_path / "out")
    assert (tmp_path / "out" / f"{stem}.xml").exists()


def test_what_is_no_plain_file_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "encoder", "audit", str(HOME / "seeds"), "--json", str(pipe)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        with pipe.open(encoding="utf-8") as reader:
            assert json.load(reader)
        assert running.wait() == 0
    assert pipe.is_fifo()

"""`engross verify` sees every way in which a bag is not whole."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import bagit
import pytest
from packing import copied, engross

from encoder.deposit.verify import verify

if TYPE_CHECKING:
    from pathlib import Path

TEI = "data/tei/frus1964-68v29p2-d62.xml"
SOURCE = "data/sources/001_c881550d55ff77e7.txt"


@pytest.fixture
def bag(whole: Path, tmp_path: Path) -> Path:
    """Return a copy of the bag that a test may change."""
    return copied(whole, tmp_path)


def sealed(bag: Path) -> Path:
    """Return the bag with manifests that fit what it holds now: as someone would who wants to deceive."""
    bagit.Bag(str(bag)).save(manifests=True)
    return bag


def told(bag: Path) -> list[tuple[str, str]]:
    """Return the codes and places of what is wrong with a bag."""
    return [(problem.code, problem.path.removeprefix(f"{bag}/")) for problem in verify(bag)[1]]


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_whole_bag_has_no_problems(whole: Path) -> None:
    assert verify(whole) == (3, [])


def test_the_command_ends_with_0_for_a_whole_bag_and_1_for_another(bag: Path) -> None:
    assert engross("verify", bag).returncode == 0
    (bag / "data" / "web" / "index.html").unlink()
    assert engross("verify", bag).returncode == 1


def test_a_changed_file_is_named(bag: Path) -> None:
    path = bag / "data" / "web" / "index.html"
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    assert told(bag) == [("bag", "data/web/index.html")]


def test_a_missing_file_is_named(bag: Path) -> None:
    (bag / "data" / "print" / "edition.pdf").unlink()
    assert ("bag", "data/print/edition.pdf") in told(bag)


def test_a_file_too_many_is_named(bag: Path) -> None:
    (bag / "data" / "tei" / "more.txt").write_text("more", encoding="utf-8")
    assert ("bag", "data/tei/more.txt") in told(bag)


def test_a_bag_without_the_stronger_manifest_is_not_whole(bag: Path) -> None:
    (bag / "manifest-sha512.txt").unlink()
    (bag / "tagmanifest-sha512.txt").unlink()
    (bag / "tagmanifest-sha256.txt").unlink()
    assert ("bag", "") in [(code, path.removeprefix(str(bag))) for code, path in told(bag)]


def test_tei_that_its_own_schema_refuses_is_named(bag: Path) -> None:
    replace(bag / TEI, "<body>", "<body><blink/>")
    assert ("schema", TEI) in told(sealed(bag))


def test_the_schema_is_that_of_the_bag(bag: Path) -> None:
    """A schema that asks for an element `letter` refuses every document of the bag."""
    grammar = '<element name="letter" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>'
    (bag / "data" / "schema" / "engross.rng").write_text(grammar, encoding="utf-8")
    assert {code for code, path in told(sealed(bag)) if path.startswith("data/tei/")} == {"schema"}


def test_tei_that_does_not_give_its_transcription_back_is_named(bag: Path) -> None:
    replace(bag / TEI, "will recall", "may recall")
    assert told(sealed(bag)) == [("text-lost", TEI)]


def test_a_transcription_that_was_changed_is_named(bag: Path) -> None:
    before = (bag / SOURCE).read_bytes()
    (bag / SOURCE).write_bytes(before.replace(b"will recall", b"may recall"))
    assert [code for code, path in told(sealed(bag)) if path == TEI] == ["bag", "text-lost"]


def test_a_transcription_with_other_white_space_is_another_file_but_the_same_text(bag: Path) -> None:
    content = (bag / SOURCE).read_bytes() + b"\n"
    (bag / SOURCE).write_bytes(content)
    replace(bag / TEI, hashlib.sha256(content[:-1]).hexdigest(), hashlib.sha256(content).hexdigest())
    assert told(sealed(bag)) == []


def test_a_missing_transcription_is_named(bag: Path) -> None:
    (bag / SOURCE).unlink()
    assert told(sealed(bag)) == [("bag", TEI)]


def test_a_transcription_that_no_tei_was_made_from_is_named(bag: Path) -> None:
    (bag / TEI).unlink()
    assert told(sealed(bag)) == [("bag", SOURCE)]


@pytest.mark.parametrize(
    "name",
    [
        "../outside.txt",
        "/etc/passwd",
        "data/../../outside.txt",
        "~/secret",
        "..\\outside.txt",
        "data\\..\\..\\outside.txt",
        "C:\\outside.txt",
        "\\\\host\\outside.txt",
        "%2e%2e/outside.txt",
        "data/..%2F..%2Foutside.txt",
        "%2Fetc/passwd",
    ],
)
def test_a_path_that_leaves_the_bag_is_an_error_and_nothing_is_read(bag: Path, name: str) -> None:
    (bag.parent / "outside.txt").write_text("secret", encoding="utf-8")
    for algorithm in ("sha256", "sha512"):
        with (bag / f"manifest-{algorithm}.txt").open("a", encoding="utf-8") as manifest:
            manifest.write(f"{hashlib.new(algorithm, b'secret').hexdigest()}  {name}\n")
    assert {code for code, _ in told(bag)} == {"bag-path"}


def test_a_path_that_leaves_the_bag_is_an_error_in_fetch_txt_too(bag: Path) -> None:
    (bag / "fetch.txt").write_text("https://example.org/x 6 data/x\nhttps://example.org/y 6 ../y\n", encoding="utf-8")
    (problem,) = verify(bag)[1]
    assert (problem.code, problem.path, problem.line) == ("bag-path", str(bag / "fetch.txt"), 2)


def test_a_link_to_a_folder_is_not_followed(bag: Path) -> None:
    (bag / "data" / "etc").symlink_to("/etc")
    assert told(bag) == [("bag-path", "data/etc")]


def test_a_pipe_in_a_bag_is_not_waited_for(bag: Path) -> None:
    (bag / TEI).unlink()
    os.mkfifo(bag / TEI)
    command = [sys.executable, "-m", "encoder", "verify", str(bag)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, "neither a file nor a folder" in done.stderr) == (1, True)


def test_a_folder_in_the_place_of_a_document_is_no_document(bag: Path) -> None:
    (bag / "data" / "tei" / "x.xml").mkdir()
    assert told(bag) == []


def test_what_a_bag_says_cannot_command_the_terminal(bag: Path) -> None:
    (bag / "data" / "a\x1b[2Jb.txt").write_text("x", encoding="utf-8")
    shown = engross("verify", bag).stderr
    assert "\x1b" not in shown
    assert r"a\x1b[2Jb.txt" in shown


def test_a_link_in_a_bag_is_not_followed(bag: Path) -> None:
    (bag.parent / "outside.xml").write_bytes((bag / TEI).read_bytes())
    (bag / TEI).unlink()
    (bag / TEI).symlink_to(bag.parent / "outside.xml")
    assert told(bag) == [("bag-path", TEI)]


def test_a_transcription_named_outside_the_sources_is_not_read(bag: Path) -> None:
    replace(bag / TEI, "001_c881550d55ff77e7.txt", "../../../outside.txt")
    assert ("bag", TEI) in told(sealed(bag))


def test_a_schema_that_reads_other_files_is_not_used(bag: Path) -> None:
    grammar = '<externalRef href="../../../outside.rng" xmlns="http://relaxng.org/ns/structure/1.0"/>'
    (bag / "data" / "schema" / "engross.rng").write_text(grammar, encoding="utf-8")
    assert told(sealed(bag)) == [("bag-path", "data/schema/engross.rng")]


def test_tei_with_entities_is_refused(bag: Path) -> None:
    replace(bag / TEI, "<TEI ", '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]><TEI ')
    assert ("xml-syntax", TEI) in told(sealed(bag))


def test_a_folder_that_is_no_bag_is_an_error_in_plain_words(tmp_path: Path) -> None:
    done = engross("verify", tmp_path)
    assert done.returncode == 1
    assert "This is no bag that can be read" in done.stderr
    assert "Traceback" not in done.stderr

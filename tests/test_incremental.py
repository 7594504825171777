"""A build makes only what changed, and one that was killed at any moment is completed by the next, byte for byte."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from encoder.build import build, encode
from encoder.manifest import MEMORY
from encoder.output import Output, OutputError
from encoder.results import LOG

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def contents(folder: Path) -> Mapping[str, bytes]:
    """Return the bytes of each file of an output, by its path there; the hidden memory is no part of it."""
    files = (path for path in folder.rglob("*") if path.is_file() and folder / MEMORY not in path.parents)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def stamps(folder: Path) -> Mapping[str, tuple[int, int]]:
    """Return which file each path of a folder is and when it was written, the hidden memory and folders too."""
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in (folder, *folder.rglob("*"))}


def written(before: Mapping[str, tuple[int, int]], folder: Path) -> set[str]:
    """Return the files of an output that were written since."""
    now = stamps(folder)
    changed = {Path(path) for path, stamp in now.items() if before.get(path) != stamp and Path(path).is_file()}
    return {path.relative_to(folder).as_posix() for path in changed if folder / MEMORY not in path.parents}


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """Return a copy of the seeds that may be changed."""
    return Path(shutil.copytree(SEEDS, tmp_path / "seeds"))


@pytest.fixture
def out(edition: Path) -> Path:
    """Return what was built of it."""
    folder = edition.parent / "out"
    assert not build(edition, folder).failed()
    return folder


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_second_build_writes_nothing(edition: Path, out: Path) -> None:
    before = stamps(out)
    build(edition, out)
    assert stamps(out) == before


def test_a_second_build_reports_the_same(edition: Path, out: Path) -> None:
    again = build(edition, out)
    anew = build(edition, out.with_name("anew"))
    assert again.counts == anew.counts
    assert again.problems == anew.problems


def test_a_changed_document_is_made_again_and_no_other(edition: Path, out: Path) -> None:
    before = stamps(out)
    replace_in(edition / "004_c2341f50860b8d85.txt", "Sincerely", "Faithfully")
    build(edition, out)
    made = written(before, out)
    assert {"tei/frus1961-63v22-d369.xml", "web/frus1961-63v22-d369.html", "print/edition.pdf"} <= made
    assert not [name for name in made if "d62" in name or "d96" in name]


def test_what_a_build_keeps_is_what_a_fresh_one_makes(edition: Path, out: Path) -> None:
    """As long as no address moves, whose redirect only an edition that was published before can have."""
    replace_in(edition / "004_c2341f50860b8d85.txt", "Sincerely", "Faithfully")
    replace_in(edition / "edition.toml", "United States Government Printing Office", "Office of Another")
    build(edition, out)
    build(edition, out.with_name("anew"))
    assert contents(out) == contents(out.with_name("anew"))


def test_another_person_in_the_list_is_found_by_the_next_build(edition: Path, out: Path) -> None:
    replace_in(edition / "persons.xml", "p_BWP1", "p_BWP9")
    build(edition, out)
    assert b"p_BWP9" in contents(out)["problems.json"]


def test_a_file_of_the_output_that_someone_changed_is_made_again(edition: Path, out: Path) -> None:
    good = contents(out)
    (out / "tei" / "frus1961-63v22-d369.xml").write_text("<TEI/>", "utf-8")
    (out / "print" / "edition.pdf").unlink()
    build(edition, out)
    assert contents(out) == good


def test_files_with_other_times_are_compared_and_not_made_again(edition: Path, out: Path) -> None:
    for path in out.rglob("*"):
        if path.is_file():
            os.utime(path, (1, 1))
    before = stamps(out)
    build(edition, out)
    assert written(before, out) == set()


@pytest.mark.parametrize("damage", ["cut", "turned", "emptied", "deleted"])
def test_a_damaged_memory_costs_time_and_nothing_else(edition: Path, out: Path, damage: str) -> None:
    good = contents(out)
    log = out / MEMORY / LOG
    content = log.read_bytes()
    if damage == "deleted":
        shutil.rmtree(out / MEMORY)
    else:
        cut = len(content) // 2
        turned = content[:cut] + bytes([content[cut] ^ 1]) + content[cut + 1 :]
        log.write_bytes({"cut": content[:cut], "turned": turned, "emptied": b""}[damage])
    build(edition, out)
    assert contents(out) == good


def test_two_runs_do_not_write_one_folder(tmp_path: Path) -> None:
    with Output(tmp_path), pytest.raises(OutputError, match="Another engross"):
        Output(tmp_path)


def test_a_run_goes_on_where_another_stopped(tmp_path: Path, edition: Path) -> None:
    """What was encoded before the stop is not encoded again: its result stands in the log once."""

    def stop(stage: str, done: int, total: int) -> None:
        del stage, total
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        encode(edition, tmp_path / "out", stop)
    begun = (tmp_path / "out" / MEMORY / LOG).read_text("utf-8").splitlines()
    encode(edition, tmp_path / "out")
    ended = (tmp_path / "out" / MEMORY / LOG).read_text("utf-8").splitlines()
    assert len(begun) == 2
    assert set(begun) < set(ended)


def test_a_build_killed_at_random_moments_is_completed_by_the_next(tmp_path: Path, edition: Path, out: Path) -> None:
    """From a tenth of a second on at random moments, each in a later state, before the next build may end."""
    replace_in(edition / "004_c2341f50860b8d85.txt", "Sincerely", "Faithfully")
    whole = tmp_path / "whole"
    build(edition, whole)
    command = [sys.executable, "-c", "import sys; from encoder.cli import main; main()", "build", edition, "-o", out]
    moments = random.Random(9)
    for _ in range(6):
        run = subprocess.Popen([*map(str, command)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.1, 2.0))
        run.send_signal(signal.SIGKILL)
        run.wait()
    build(edition, out)
    assert contents(out) == contents(whole)


def test_an_encoding_in_many_processes_that_was_killed_in_the_middle_is_completed_by_the_next(tmp_path: Path) -> None:
    """Killed when some documents are done: the processes end with their parent, and the next run goes on."""
    letter = (SEEDS / "004_c2341f50860b8d85.txt").read_text("utf-8")
    folder, out, whole = tmp_path / "letters", tmp_path / "out", tmp_path / "whole"
    folder.mkdir()
    for number in range(1, 201):
        (folder / f"d{number}.txt").write_text(f"{number}{letter[letter.index('.') :]}", encoding="utf-8")
    command = [sys.executable, "-m", "encoder", "encode", str(folder), "-o", str(out)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=SEEDS.parent) as run:
        while len(list(out.rglob("*.xml"))) < 20:
            assert run.poll() is None
            time.sleep(0.02)
        run.send_signal(signal.SIGKILL)
    done = len(list(out.rglob("*.xml")))
    assert 20 <= done < 200
    encode(folder, out)
    encode(folder, whole)
    assert contents(out) == contents(whole)


def test_a_build_killed_while_it_moves_files_is_completed_by_the_next(
    tmp_path: Path, edition: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After each number of moved files: the moves that are left are done first."""
    replace_in(edition / "004_c2341f50860b8d85.txt", "Sincerely", "Faithfully")
    whole = tmp_path / "whole"
    build(edition, whole)
    for most in (0, 1, 2, 5, 9):
        copy = Path(shutil.copytree(out, tmp_path / f"out-{most}"))
        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", killed_after(most))
            with pytest.raises(KeyboardInterrupt):
                build(edition, copy)
        build(edition, copy)
        assert contents(copy) == contents(whole), most


def killed_after(most: int) -> Callable[[Path, Path], Path]:
    """Return a `Path.replace` that ends the run after so many files that were moved into place."""
    moved = Path.replace
    left = iter(range(most))

    def replace(self: Path, target: Path) -> Path:
        if target.parent.name != MEMORY and next(left, None) is None:
            raise KeyboardInterrupt
        return moved(self, target)

    return replace

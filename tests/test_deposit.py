"""`engross deposit bag`: everything is in the bag, the same every time, and a fault leaves nothing half done."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import bagit
import pytest
from packing import DAY, SEEDS, contents, copied, engross

from encoder.deposit.bag import write_bag
from encoder.deposit.finished import DepositError, finished
from encoder.deposit.verify import verify
from encoder.resources import resource

if TYPE_CHECKING:
    from pathlib import Path


def test_bagit_finds_the_bag_valid_with_both_algorithms(whole: Path) -> None:
    opened = bagit.Bag(str(whole))
    opened.validate()
    assert sorted(opened.algorithms) == ["sha256", "sha512"]


def test_the_bag_holds_the_build_its_sources_the_schema_and_the_stylesheets(build: Path, whole: Path) -> None:
    held = contents(whole / "data")
    assert {name for name in contents(build) if not name.startswith(".")} <= set(held)
    for path in SEEDS.iterdir():
        assert held[f"sources/{path.name}"] == path.read_bytes()
    for name in ("schema/engross.rng", "schema/engross.sch", "xslt/web/document.xsl", "xslt/print/book.typ"):
        assert held[name] == resource(name).read_bytes()
    assert {"web/index.html", "print/edition.pdf", "epub/edition.epub", "problems.json"} <= set(held)


def test_the_same_build_gives_the_same_bag_byte_for_byte(build: Path, whole: Path, tmp_path: Path) -> None:
    write_bag(finished(build, SEEDS, DAY), tmp_path / "again")
    assert contents(tmp_path / "again") == contents(whole)


def test_other_products_of_the_same_tei_are_packed_with_it(build: Path, tmp_path: Path) -> None:
    assert engross("text", build / "tei", "-o", tmp_path / "plain").returncode == 0
    out = tmp_path / "bag"
    options = ("--sources", SEEDS, "--date", DAY, "--with", tmp_path / "plain")
    done = engross("deposit", "bag", build, *options, "-o", out)
    assert done.returncode == 0, done.stderr
    assert contents(out / "data")["plain/edition.txt"] == (tmp_path / "plain" / "edition.txt").read_bytes()
    assert engross("verify", out).returncode == 0


@pytest.mark.parametrize(("name", "said"), [("mine", "This is no output of engross"), ("tei", "has a folder “tei”")])
def test_a_folder_that_cannot_be_packed_with_it_is_an_error(build: Path, tmp_path: Path, name: str, said: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    if name == "tei":
        shutil.copy(build / ".engross.json", folder)
    with pytest.raises(DepositError, match=said):
        write_bag(finished(build, SEEDS, DAY), tmp_path / "bag", [folder])
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["tei/frus1964-68v29p2-d62.xml", "web/index.html"])
def test_a_file_changed_after_the_build_is_an_error_and_leaves_nothing(build: Path, tmp_path: Path, name: str) -> None:
    copy = copied(build, tmp_path)
    with (copy / name).open("ab") as file:
        file.write(b" ")
    with pytest.raises(DepositError) as error:
        write_bag(finished(copy, SEEDS, DAY), tmp_path / "bag")
    assert (error.value.problem.code, error.value.problem.path) == ("deposit-changed", str(copy / name))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy"]


def test_a_file_changed_while_it_is_packed_is_an_error_and_leaves_nothing(build: Path, tmp_path: Path) -> None:
    copy = copied(build, tmp_path)
    edition = finished(copy, SEEDS, DAY)
    (copy / "print" / "edition.pdf").write_bytes(b"another")
    with pytest.raises(DepositError, match="changed after the build"):
        write_bag(edition, tmp_path / "bag")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy"]


def test_a_missing_file_is_an_error(build: Path, tmp_path: Path) -> None:
    copy = copied(build, tmp_path)
    (copy / "print" / "edition.pdf").unlink()
    with pytest.raises(DepositError, match="cannot be read: No such file"):
        write_bag(finished(copy, SEEDS, DAY), tmp_path / "bag")


def test_a_full_disk_is_an_error_and_the_old_bag_stays(build: Path, whole: Path, tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk: writing fails in the same place, with an OSError."""
    old = contents(copied(whole, tmp_path))
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))"
    out = tmp_path / "copy"
    done = engross("deposit", "bag", build, "--sources", SEEDS, "--date", DAY, "-o", out, before=limit)
    assert done.returncode == 1
    assert "error: The bag cannot be written: File too large." in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(out) == old
    assert [path.name for path in tmp_path.iterdir()] == ["copy"]


def test_a_bag_of_engross_is_replaced(build: Path, whole: Path, tmp_path: Path) -> None:
    copy = copied(whole, tmp_path)
    (copy / "data" / "left-over").write_text("x", encoding="utf-8")
    write_bag(finished(build, SEEDS, DAY), copy)
    assert contents(copy) == contents(whole)


def test_what_engross_did_not_make_is_never_replaced(build: Path, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(DepositError) as error:
        write_bag(finished(build, SEEDS, DAY), tmp_path / "letters")
    assert error.value.problem.code == "output-foreign"
    assert contents(tmp_path) == {"letters/mine.txt": b"mine"}


def test_a_link_out_of_the_build_is_not_followed(build: Path, tmp_path: Path) -> None:
    copy = copied(build, tmp_path)
    shutil.move(copy / "web" / "index.html", tmp_path / "elsewhere.html")
    (copy / "web" / "index.html").symlink_to(tmp_path / "elsewhere.html")
    with pytest.raises(DepositError) as error:
        write_bag(finished(copy, SEEDS, DAY), tmp_path / "bag")
    assert error.value.problem.code == "deposit-path"


def test_an_authority_outside_its_folder_is_not_packed(build: Path, tmp_path: Path) -> None:
    copy = copied(SEEDS, tmp_path)
    shutil.move(copy / "persons.xml", tmp_path / "persons.xml")
    toml = (copy / "edition.toml").read_text(encoding="utf-8").replace('"persons.xml"', '"../persons.xml"')
    (copy / "edition.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(DepositError) as error:
        finished(build, copy, DAY)
    assert error.value.problem.code == "deposit-path"


def test_every_file_that_edition_toml_names_is_packed(build: Path, tmp_path: Path) -> None:
    """Authorities may be one file or several, and the web edition may have a style sheet of its own."""
    copy = copied(SEEDS, tmp_path)
    toml = (copy / "edition.toml").read_text(encoding="utf-8")
    lists = toml.replace('"persons.xml"', '["persons.xml", "more.csv"]')
    (copy / "edition.toml").write_text(f'{lists}\n[web]\nstyle = "own.css"\n', encoding="utf-8")
    (copy / "more.csv").write_text('id,name\np_X1,"Doe, Jane"\n', encoding="utf-8")
    (copy / "own.css").write_text("body { color: black }\n", encoding="utf-8")
    assert {"persons.xml", "more.csv", "own.css"} <= set(finished(build, copy, DAY).source_files)


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with `letters`, a series of one edition, and `out`, what was built of it."""
    folder = tmp_path_factory.mktemp("series")
    shutil.copytree(SEEDS, folder / "letters" / "japan")
    assert engross("build", folder / "letters", "-o", folder / "out").returncode == 0
    return folder


def test_an_edition_of_a_series_is_packed_with_the_report_of_the_series(series: Path) -> None:
    write_bag(finished(series / "out" / "japan", series / "letters" / "japan", DAY), series / "bag")
    held = contents(series / "bag" / "data")
    assert held["problems.json"] == (series / "out" / "problems.json").read_bytes()
    assert "tei/frus1964-68v29p2-d62.xml" in held
    assert verify(series / "bag") == (3, [])


def test_a_whole_series_is_an_error_that_names_its_editions(series: Path) -> None:
    with pytest.raises(DepositError, match="give one edition of this series: japan"):
        finished(series / "out", series / "letters", DAY)


def test_a_transcription_changed_since_the_build_is_an_error(build: Path, tmp_path: Path) -> None:
    copy = copied(SEEDS, tmp_path)
    with (copy / "001_c881550d55ff77e7.txt").open("a", encoding="utf-8") as file:
        file.write("more\n")
    with pytest.raises(DepositError, match="changed after the build"):
        finished(build, copy, DAY)


def test_a_transcription_without_tei_is_an_error(build: Path, tmp_path: Path) -> None:
    copy = copied(SEEDS, tmp_path)
    (copy / "new.txt").write_text("99. New\n", encoding="utf-8")
    with pytest.raises(DepositError) as error:
        finished(build, copy, DAY)
    assert error.value.problem.path == str(copy / "new.txt")


@pytest.mark.parametrize("day", ["", "2026", "22 November", "2026-02-30"])
def test_a_deposit_needs_a_day(build: Path, day: str) -> None:
    with pytest.raises(DepositError) as error:
        finished(build, SEEDS, day)
    assert error.value.problem.code == "deposit-date"


def test_an_edition_that_says_too_little_is_told_what_to_write(build: Path, tmp_path: Path) -> None:
    copy = copied(SEEDS, tmp_path)
    toml = (copy / "edition.toml").read_text(encoding="utf-8").replace("licence =", "# licence =")
    (copy / "edition.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(DepositError, match="write licence"):
        finished(build, copy, DAY)


def test_a_folder_that_is_no_build_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DepositError, match="not a finished build"):
        finished(tmp_path, SEEDS, DAY)

"""`engross diff` as a command: exit codes, reports as text, JSON and HTML, redirects."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from packing import DAY, SEEDS, engross
from releasing import D62, D96, change, found, renumber

from encoder.deposit.bag import write_bag
from encoder.deposit.finished import finished
from encoder.releases.page import html_report
from encoder.releases.report import json_report, text_report

if TYPE_CHECKING:
    from pathlib import Path


def test_the_command_ends_with_1_until_the_redirects_are_there(old: Path, new: Path, tmp_path: Path) -> None:
    renumber(new, D62, "frus1964-68v29p2-d63")
    done = engross("diff", old, new, "--write-redirects", tmp_path / "moved.json")
    assert done.returncode == 1
    assert f"  {D62} -> frus1964-68v29p2-d63 (renumbered, 7 addresses in it)\n" in done.stdout
    assert engross("diff", old, new, "--redirects", tmp_path / "moved.json").returncode == 0


def test_json_says_all_that_is_known(old: Path, new: Path) -> None:
    change(new, D62, "You will recall", "You may recall")
    renumber(new, D96, "frus1964-68v29p2-d97")
    table = json.loads(json_report(found(old, new)))
    assert table["documents"]["renumbered"] == {D96: "frus1964-68v29p2-d97"}
    assert table["moved"][D96] == "frus1964-68v29p2-d97"
    assert D96 in table["broken"]
    assert table["texts"][D62][0]["new"].startswith("You may recall")


def test_a_change_is_shown_with_the_words_around_it(old: Path, new: Path) -> None:
    change(new, D62, "You will recall", "You may recall")
    one = found(old, new)
    assert re.search(f"{D62}: “You will recall( \\S+){{3}} …” -> “You may recall( \\S+){{3}} …”", text_report(one))
    assert re.search("<td>You <del>will</del> recall .*<td>You <ins>may</ins> recall ", html_report(one))


def test_the_web_page_begins_with_how_much_changed(old: Path, new: Path) -> None:
    renumber(new, D62, "frus1964-68v29p2-d63")
    renumber(new, D96, "frus1964-68v29p2-d97")
    one = found(old, new)
    table = etree.HTML(html_report(one)).find(".//table")
    assert [cell.text for cell in table.iterfind(".//tr[last()]/td[2]")] == [str(len(one.broken))]


def test_text_is_not_markup_in_the_web_page(old: Path, new: Path) -> None:
    change(new, D62, "You will recall", "&lt;script&gt;alert(1)&lt;/script&gt; recall")
    page = html_report(found(old, new))
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;</ins> recall" in page


@pytest.mark.parametrize("content", ["not json", "[]", '{"a": 1}', None])
def test_what_cannot_be_compared_is_an_error_in_plain_words(old: Path, tmp_path: Path, content: str | None) -> None:
    """Redirects of another form, and (None) a folder without TEI."""
    (tmp_path / "moved.json").write_text(content or "{}", encoding="utf-8")
    done = engross("diff", old, old if content else tmp_path, "--redirects", tmp_path / "moved.json")
    assert done.returncode == 2
    assert ("moved.json" if content else "neither a build nor a bag") in done.stderr
    assert "Traceback" not in done.stderr


def test_a_bag_and_its_build_have_no_difference(old: Path, tmp_path: Path) -> None:
    write_bag(finished(old, SEEDS, DAY), tmp_path / "bag")
    done = engross("diff", tmp_path / "bag", old)
    assert (done.returncode, done.stdout) == (0, "nothing changed\n")


def test_a_full_disk_is_an_error_in_plain_words_and_the_old_report_stays(old: Path, new: Path, tmp_path: Path) -> None:
    change(new, D62, "You will recall", "You may recall")
    (tmp_path / "changes.html").write_text("old", encoding="utf-8")
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))"
    done = engross("diff", old, new, "--html", tmp_path / "changes.html", before=limit)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "changes.html cannot be written: File too large." in done.stderr
    assert (tmp_path / "changes.html").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["changes.html", "new"]


def test_json_may_be_written_to_the_screen(old: Path) -> None:
    assert json.loads(engross("diff", old, old, "--json", "-").stdout)["broken"] == []

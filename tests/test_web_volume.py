"""The site of a whole volume: light pages however long the lists are, and only what changed made again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from site_pages import broken_links, digests, pages

from encoder.build import publish
from encoder.kept import NOTHING
from encoder.products import Site
from encoder.publish.saxon import stylesheet
from encoder.publish.web_documents import Shown
from encoder.publish.web_lists import write_lists
from encoder.resources import resource
from encoder.tei import shared_facts

if TYPE_CHECKING:
    from encoder.problems import Problem

TEI = Path(__file__).parent / "browser" / "tei"
LETTER = (TEI / "frus1964-68v29p2-d62.xml").read_text(encoding="utf-8")
_MANY = 401
_PAGE_WEIGHT = 100_000
"""The most bytes of a page with its style sheet and script, pictures and search aside (issue 6)."""


def letter(number: int) -> str:
    """Return the letter as another document of its volume."""
    return (
        LETTER.replace("p2-d62", f"p2-d{number}")
        .replace('n="62"', f'n="{number}"')
        .replace("1965-09-25", f"1965-09-{number % 28 + 1:02}")
    )


def written(folder: Path, count: int) -> list[Path]:
    """Write that many letters, and return their files."""
    folder.mkdir()
    files = [folder / f"d{number}.xml" for number in range(1, count + 1)]
    for number, path in enumerate(files, 1):
        path.write_text(letter(number), encoding="utf-8")
    return files


def shown(folder: Path, out: Path) -> Path:
    """Make the site of a folder of TEI, or make it again; return where it is."""
    report = publish([folder], out, Site())
    assert [problem for problem in report.problems if problem.severity == "error"] == []
    return out


def seen(site: Path) -> dict[str, str]:
    """Return the digests of the files of a site, but for the note of what was made."""
    return {name: digest for name, digest in digests(site).items() if not name.startswith(".engross")}


@pytest.fixture(scope="module")
def volume(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of many letters."""
    home = tmp_path_factory.mktemp("volume")
    written(home / "tei", _MANY)
    return shown(home / "tei", home / "web")


def test_every_page_of_a_volume_is_light(volume: Path) -> None:
    """With its style sheet and its script."""
    shared = sum((volume / "assets" / name).stat().st_size for name in ("edition.css", "edition.js"))
    sizes = {path.relative_to(volume).as_posix(): path.stat().st_size for path in volume.rglob("*.html")}
    assert {name: size for name, size in sizes.items() if size + shared >= _PAGE_WEIGHT} == {}


def test_no_link_of_a_volume_is_broken(volume: Path) -> None:
    """Into the second page of a list, from it, and to what stands far down in it."""
    assert broken_links(volume) == []


def test_a_long_list_goes_on_in_other_pages(volume: Path) -> None:
    """They lead to each other by what they hold, and a document leads to the one that has it."""
    html = pages(volume)
    (leaves, _) = (p for p in html["lists/documents.html"].iter("{*}p") if p.get("class") == "leaves")
    assert [("".join(link.itertext()), link.get("href")) for link in leaves] == [
        ("1–200", "../lists/documents.html"),
        ("201–400", "../lists/documents/2.html"),
        ("401", "../lists/documents/3.html"),
    ]
    links = [link.get("href") for link in html["frus1964-68v29p2-d250.html"].iter("{*}a")]
    assert "lists/documents/2.html#at:frus1964-68v29p2-d250" in links


def test_the_pages_of_a_list_are_named_in_its_order(tmp_path: Path) -> None:
    """By the first letters of the names that they begin and end with, in whatever order documents name these."""
    names = [f"{first}{second}{third}" for first in "ZMA" for second in "zyxwvutsrq" for third in "kjihgfedcba"]
    people = "".join(f'<person id="p_{name}" name="{name}"/>' for name in names)
    facts = 'title="Letter" date="" written="" place="" volume="" source="" file=""'
    entry = f'<entry id="d1" n="1" {facts}>{people}</entry>'
    stylesheet(resource("xslt/web/lists.xsl")).transform_into(tmp_path, f"<catalogue>{entry}</catalogue>", {})
    (leaves, _) = (p for p in pages(tmp_path)["lists/people.html"].iter("{*}p") if p.get("class") == "leaves")
    ordered = sorted(names)
    assert ["".join(link.itertext()) for link in leaves] == [
        f"{ordered[0]}–{ordered[299]}",
        f"{ordered[300]}–{ordered[-1]}",
    ]


def test_lists_made_in_parts_show_what_the_whole_shows(tmp_path: Path) -> None:
    """Each part gets no more of the entries than it is said to show, and nothing is missing in it."""
    parameters: dict[str, str | bool | int] = {"edition": "Trial", "public": False}
    catalogue = stylesheet(resource("xslt/web/catalogue.xsl"))
    entries = [catalogue.transform(path.read_text(encoding="utf-8"), parameters) for path in sorted(TEI.glob("*.xml"))]
    documents = [Shown(f"d{place}", "", entry) for place, entry in enumerate(entries)]
    (parts := tmp_path / "parts").mkdir()
    (whole := tmp_path / "whole").mkdir()
    problems: list[Problem] = []
    made = write_lists(documents, parts, parameters, NOTHING, problems)
    lists = stylesheet(resource("xslt/web/lists.xsl"))
    lists.transform_into(whole, f"<catalogue>{''.join(entries)}</catalogue>", parameters)
    assert problems == []
    assert digests(parts) == digests(whole)
    assert made == set(digests(whole))


def test_the_site_of_several_volumes_has_the_title_that_they_share(tmp_path: Path) -> None:
    """Not that of the one whose document comes first."""
    for path, years in zip(written(tmp_path / "tei", 2), ("1964–1968", "1969–1976"), strict=True):
        series = f"<seriesStmt><title>Foreign Relations of the United States, {years}, Japan</title></seriesStmt>"
        text = path.read_text(encoding="utf-8").replace("<sourceDesc>", f"{series}<sourceDesc>")
        path.write_text(text, encoding="utf-8")
    (heading,) = etree.parse(shown(tmp_path / "tei", tmp_path / "web") / "index.html").iter("{*}h1")
    assert heading.text == "Foreign Relations of the United States"


def test_titles_that_begin_differently_are_all_told() -> None:
    """And facts that differ are not."""
    volumes = [{"title": "Letters", "date": "1990", "id": "a"}, {"title": "Diaries", "date": "1985", "id": "b"}]
    assert shared_facts(volumes) == {"language": "en", "title": "Letters; Diaries", "date": "1990"}


def test_every_document_is_in_the_lists(volume: Path) -> None:
    """By number and by date, by its writer and by its place, on one page or another."""
    html = pages(volume)
    for start in ("lists/documents", "dates/1965-09", "people/p_RD1/sent", "places/washington"):
        found = {
            str(link.get("href")).rpartition("/")[2].partition("#")[0]
            for name, page in html.items()
            if name.startswith(start)
            for link in page.iter("{*}a")
        }
        assert sum(name.startswith("frus1964-68v29p2-d") for name in found) == _MANY, start


def test_a_change_makes_the_site_that_a_fresh_run_makes(tmp_path: Path) -> None:
    """Byte for byte, and the pages of the other documents are not written again."""
    files = written(tmp_path / "tei", 5)
    site = shown(tmp_path / "tei", tmp_path / "web")
    before = {path: path.stat().st_mtime_ns for path in site.glob("*.html")}
    files[2].write_text(letter(3).replace("You will recall", "You may recall"), encoding="utf-8")
    assert "You may recall" in (shown(tmp_path / "tei", site) / "frus1964-68v29p2-d3.html").read_text(encoding="utf-8")
    changed = {path.name for path, time in before.items() if path.stat().st_mtime_ns != time}
    assert changed == {"frus1964-68v29p2-d3.html"}
    assert seen(site) == seen(shown(tmp_path / "tei", tmp_path / "fresh"))


def test_a_new_document_changes_its_neighbours(tmp_path: Path) -> None:
    """They lead to it, as in a fresh run; one that is gone is led on to the front page."""
    files = written(tmp_path / "tei", 4)
    kept = files[2].read_text(encoding="utf-8")
    files[2].unlink()
    site = shown(tmp_path / "tei", tmp_path / "web")
    files[2].write_text(kept, encoding="utf-8")
    shown(tmp_path / "tei", site)
    for number, neighbour in ((2, "next"), (4, "prev")):
        page = etree.parse(site / f"frus1964-68v29p2-d{number}.html")
        assert [link.get("href") for link in page.iter("{*}a") if link.get("rel") == neighbour] == [
            "frus1964-68v29p2-d3.html"
        ]
    assert seen(site) == seen(shown(tmp_path / "tei", tmp_path / "fresh"))

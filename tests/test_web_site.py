"""The site of an edition: its pages, their links, and what becomes of a file that cannot be shown."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree
from site_pages import broken_links, digests, pages

from encoder.problems import Problem
from encoder.publish.web import Options, write_web
from encoder.resources import resource

TEI = Path(__file__).parent / "browser" / "tei"
FILES = sorted(TEI.glob("*.xml"))
FACTS = {"title": "Trial & <error>", "language": "en", "date": "2006"}
_QUICK = Options(search=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the three sample documents."""
    out = tmp_path_factory.mktemp("site") / "web"
    assert write_web(FILES, out, FACTS, _QUICK) == []
    return out


def text_of(element: etree._Element) -> str:
    """Return the text of an element in one line."""
    return " ".join("".join(element.itertext()).split())


def test_each_document_has_its_files(site: Path) -> None:
    """A page, its TEI byte for byte, and its plain text, all named by its id."""
    for path in FILES:
        assert (site / f"{path.stem}.html").is_file()
        assert (site / "tei" / path.name).read_bytes() == path.read_bytes()
        assert (site / "text" / f"{path.stem}.txt").is_file()


def test_no_link_within_the_site_is_broken(site: Path) -> None:
    """Each address of each page is a file of the site, and each part of a page that is linked to is there."""
    assert broken_links(site) == []


def test_no_id_stands_twice_in_a_page(site: Path) -> None:
    """What is made for the page has ids that no TEI can have."""
    for name, page in pages(site).items():
        found = [element.get("id") for element in page.iter(etree.Element) if element.get("id")]
        assert len(found) == len(set(found)), name


def test_a_person_has_a_page_with_mentions_in_their_sentences(site: Path) -> None:
    """Who, what office, what they wrote, and where they are named, the name leading to its place."""
    page = pages(site)["people/p_RD1.html"]
    assert "Secretary of State" in text_of(page)
    quotes = [text_of(item) for found in page.iter() if found.get("class") == "mentions" for item in found]
    assert "Letter From Secretary of State Rusk to Secretary of Defense McNamara" in quotes[1:] + quotes[:1]
    assert "Mr. Rusk wrote of it on an earlier day." in quotes


def test_the_index_of_places_has_where_documents_were_written(site: Path) -> None:
    """Also where only the header says it, and each place once."""
    names = [text_of(name) for name in pages(site)["lists/places.html"].iter("{*}a")]
    assert names.count("Tokyo") == 1
    assert names.count("Washington") == 1


def test_documents_are_in_the_order_of_their_numbers(site: Path) -> None:
    """Document 55 comes before 62, and each leads to its neighbours."""
    html = pages(site)
    letter = html["frus1964-68v29p2-d62.html"]
    neighbours = {e.get("rel"): e.get("href") for e in letter.iter("{*}a") if e.get("rel")}
    assert neighbours == {"prev": "frus1964-68v29p2-d55.html", "next": "hostile.html"}


def test_the_same_files_make_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """Whatever the order they are given in."""
    assert write_web(list(reversed(FILES)), tmp_path, FACTS, _QUICK) == []
    assert digests(tmp_path) == digests(site)


def test_the_search_index_is_the_same_twice(tmp_path: Path) -> None:
    """Pagefind's own order of filter values is settled."""
    pytest.importorskip("pagefind", reason="Pagefind is not installed")
    made = []
    for name in ("one", "two"):
        assert write_web(FILES, tmp_path / name, FACTS) == []
        made.append(digests(tmp_path / name))
    assert made[0] == made[1]
    assert any(name.endswith(".pf_filter") for name in made[0])


def test_no_page_says_where_it_was_made(site: Path) -> None:
    """No path of this machine in any file."""
    here = str(Path(__file__).parents[1])
    assert not [path for path in site.rglob("*") if path.is_file() and here.encode() in path.read_bytes()]


def test_a_public_site_has_no_pages_for_editors(site: Path, tmp_path: Path) -> None:
    """They are left out, and nothing leads to them."""
    write_web(FILES, tmp_path, FACTS, Options(public=True, search=False))
    assert (site / "lists" / "editors.html").is_file()
    assert not (tmp_path / "lists" / "editors.html").exists()
    assert "editors" not in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_the_editors_page_lists_what_is_open(site: Path) -> None:
    """Unlinked names, undecided dates, notes without a place."""
    text = text_of(pages(site)["lists/editors.html"])
    for expected in ("Reischauer", "an earlier day", "A note that has lost its place."):
        assert expected in text


def test_a_broken_file_is_one_problem_and_the_others_are_shown(tmp_path: Path) -> None:
    """With its file and line; no page leads to it."""
    broken = tmp_path / "broken.xml"
    broken.write_text("<TEI>\n<text></TEI>", encoding="utf-8")
    out = tmp_path / "web"
    (problem,) = write_web([*FILES, broken], out, FACTS, _QUICK)
    assert (problem.code, problem.path, problem.line) == ("xml-syntax", str(broken), 2)
    assert "broken" not in (out / "index.html").read_text(encoding="utf-8")
    assert (out / f"{FILES[0].stem}.html").is_file()


def test_xml_that_is_no_tei_is_a_problem(tmp_path: Path) -> None:
    """It is named, with what it lacks."""
    other = tmp_path / "list.xml"
    other.write_text("<listPerson/>", encoding="utf-8")
    (problem,) = write_web([other], tmp_path / "web", FACTS, _QUICK)
    assert (problem.code, problem.path) == ("stylesheet", str(other))
    assert "no TEI/text/body" in problem.message


@pytest.mark.parametrize(
    ("identifier", "code"), [("index", "edition-value"), ("hostile", "document-id-twice"), ("../x", "edition-value")]
)
def test_an_id_that_cannot_be_an_address_is_a_problem(tmp_path: Path, identifier: str, code: str) -> None:
    """Neither over the front page, nor twice, nor outside the folder."""
    other = tmp_path / "other.xml"
    text = (TEI / "hostile.xml").read_text(encoding="utf-8")
    other.write_text(text.replace('xml:id="hostile"', f'xml:id="{identifier}"'), encoding="utf-8")
    problems = write_web([*FILES, other], tmp_path / "web", FACTS, _QUICK)
    assert [(problem.code, problem.path) for problem in problems] == [(code, str(other))]


def test_a_site_with_an_address_has_a_map(tmp_path: Path) -> None:
    """The map, the feed and the canonical links name whole addresses."""
    assert write_web(FILES, tmp_path, {**FACTS, "site": "https://example.org/trial"}, _QUICK) == []
    places = [place.text for place in etree.parse(tmp_path / "sitemap.xml").iter("{*}loc")]
    assert "https://example.org/trial/frus1964-68v29p2-d62.html" in places
    for place in places:
        assert (tmp_path / unquote(str(place).removeprefix("https://example.org/trial/"))).is_file()
    entries = [link.get("href") for link in etree.parse(tmp_path / "feed.xml").iter("{*}link")]
    assert "https://example.org/trial/frus1964-68v29p2-d62.html" in entries


def test_a_date_without_its_year_has_no_place_in_time(tmp_path: Path) -> None:
    """It is said in words, and is no year of the timeline, of the search or of what machines read."""
    other = tmp_path / "other.xml"
    text = (TEI / "frus1964-68v29p2-d62.xml").read_text(encoding="utf-8")
    day = '<creation><date when="--05-12">--05-12</date></creation>'
    other.write_text(re.sub(r"<creation>.*?</creation>", day, text, flags=re.DOTALL), encoding="utf-8")
    assert write_web([other], tmp_path / "web", FACTS, _QUICK) == []
    html = pages(tmp_path / "web")
    assert "May 12" in text_of(html["lists/by-date.html"])
    assert [svg for svg in html["lists/timeline.html"].iter("{*}svg") if svg.get("class") == "timeline"] == []
    assert "--05" not in (tmp_path / "web" / "frus1964-68v29p2-d62.html").read_text(encoding="utf-8")


def test_an_edition_of_nothing_is_still_a_site(tmp_path: Path) -> None:
    """Empty lists say so."""
    assert write_web([], tmp_path, {}, _QUICK) == list[Problem]()
    assert "None." in (tmp_path / "lists" / "people.html").read_text(encoding="utf-8")


def test_an_address_that_was_published_leads_on(site: Path, tmp_path: Path) -> None:
    """A document with a new id is led to, one that is gone to the front page; the editor is told once."""
    renamed = tmp_path / "renamed.xml"
    text = (TEI / "frus1964-68v29p2-d62.xml").read_text(encoding="utf-8")
    renamed.write_text(text.replace("frus1964-68v29p2-d62", "japan-d62"), encoding="utf-8")
    once, twice = tmp_path / "once", tmp_path / "twice"
    problems = write_web([renamed], once, FACTS, Options(search=False, published=site))
    assert {problem.code for problem in problems} == {"address-moved"}
    assert "frus1964-68v29p2-d62.html was published" in " ".join(problem.message for problem in problems)
    moved = (once / "frus1964-68v29p2-d62.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=japan-d62.html"' in moved
    gone = (once / "people" / "p_REO1.html").read_text(encoding="utf-8")
    assert 'content="0; url=../index.html"' in gone
    assert write_web([renamed], twice, FACTS, Options(search=False, published=once)) == []
    assert digests(twice) == digests(once)


def test_a_project_brings_its_own_looks(tmp_path: Path) -> None:
    """A style sheet comes last in the cascade; a stylesheet that imports the page's overrides one rule of it."""
    style, form = tmp_path / "own.css", tmp_path / "own.xsl"
    style.write_text(":root { --accent: navy; }", encoding="utf-8")
    form.write_text(
        f"""<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
            xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns="http://www.w3.org/1999/xhtml">
          <xsl:import href="{resource("xslt/web/document.xsl").as_uri()}"/>
          <xsl:template match="tei:salute" mode="text">
            <p class="own"><xsl:apply-templates mode="text"/></p>
          </xsl:template>
        </xsl:stylesheet>""",
        encoding="utf-8",
    )
    out = tmp_path / "web"
    assert write_web(FILES, out, FACTS, Options(search=False, style=style, page=form)) == []
    assert (out / "assets" / "edition.css").read_text(encoding="utf-8").endswith("navy; }")
    assert 'class="own"' in (out / "frus1964-68v29p2-d62.html").read_text(encoding="utf-8")

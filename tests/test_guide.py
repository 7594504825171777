"""The encoding guide as a web page, and the schema as files for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from lxml import etree

from encoder.cli import main
from encoder.publish.guide import guide
from encoder.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

T = "{http://www.tei-c.org/ns/1.0}"
H = "{http://www.w3.org/1999/xhtml}"
SCH = "{http://purl.oclc.org/dsdl/schematron}"


@pytest.fixture(scope="module")
def page() -> etree._Element:
    return etree.fromstring(guide().encode())


def written(*arguments: str | Path, code: int = 0) -> str:
    result = CliRunner().invoke(main, ["schema", *map(str, arguments)])
    assert result.exit_code == code, result.output
    return result.output


def test_every_element_of_the_customisation_is_explained_with_its_examples(page: etree._Element) -> None:
    odd = etree.parse(str(resource("schema/engross.odd")), etree.XMLParser(collect_ids=False))
    explained = {article.get("id"): len(list(article.iter(f"{H}figure"))) for article in page.iter(f"{H}article")}
    for spec in odd.iter(f"{T}elementSpec"):
        assert explained[f"element-{spec.get('ident')}"] == len(list(spec.iter(f"{T}exemplum"))) > 0


def test_every_rule_is_told_with_what_to_do(page: etree._Element) -> None:
    rules = {
        rule.get("id")
        for path in resource("schema").glob("*.sch")
        for rule in etree.parse(str(path)).iter(f"{SCH}assert", f"{SCH}report")
    }
    told = {term.get("id", "").removeprefix("rule-") for term in page.iter(f"{H}dt")} - {""}
    assert told == rules


def test_every_link_of_the_guide_leads_somewhere(page: etree._Element) -> None:
    ids = [element.get("id") for element in page.iter("*") if element.get("id")]
    assert len(ids) == len(set(ids))
    links = [str(link.get("href")) for link in page.iter(f"{H}a")]
    assert [link for link in links if link.removeprefix("#") not in ids] == []


def test_markup_in_an_example_is_shown_as_it_is_written(page: etree._Element) -> None:
    (article,) = (one for one in page.iter(f"{H}article") if one.get("id") == "element-pb")
    assert '<pb n="128" xml:id="pg_128" break="no"/>' in "".join(map(str, article.itertext()))


def test_the_schema_that_is_written_is_the_schema(tmp_path: Path) -> None:
    written("-o", tmp_path)
    for name in ("engross.rnc", "engross.rng", "engross.xsd", "engross.odd", "engross.sch", "notes.sch"):
        assert (tmp_path / name).read_bytes() == resource(f"schema/{name}").read_bytes()
    assert not (tmp_path / "guide.html").exists()


def test_a_guide_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "guide.html").write_text("mine", encoding="utf-8")
    said = written("--docs", "-o", tmp_path, code=1)
    assert "output-foreign" in said
    assert (tmp_path / "guide.html").read_text(encoding="utf-8") == "mine"

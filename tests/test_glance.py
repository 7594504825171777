"""A glance at a document never passes over a rule that it breaks."""

import random
import re
from pathlib import Path

import pytest
from altered_tei import altered
from lxml import etree

from encoder.check.glance import GLANCES, suspected
from encoder.check.parse import parse
from encoder.check.rules import Rules, rules
from encoder.check.schematron import compiled, schema_of
from encoder.publish.saxon import Stylesheet, StylesheetError
from encoder.resources import resource

CASES = Path(__file__).parent / "schema"
FILES = sorted([*(CASES / "valid").glob("*.xml"), *(CASES / "invalid").glob("*.xml")])
SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"


@pytest.fixture(scope="module")
def whole() -> Stylesheet:
    """Return the rules, all of which are asked."""
    return compiled(resource("schema/engross.sch"))


def pattern_of() -> dict[str, str]:
    """Return the pattern of each assertion."""
    return {
        str(assertion.get("id")): str(pattern.get("id"))
        for pattern in schema_of(resource("schema/engross.sch")).iter(f"{SCHEMATRON}pattern")
        for assertion in pattern.iter(f"{SCHEMATRON}assert", f"{SCHEMATRON}report")
    }


def missed(xml: str, whole: Stylesheet) -> set[str]:
    """Return the patterns that find something and that a glance passes over."""
    broken = re.findall(r'<e:finding [^>]*?rule="([^"]+)"', whole.transform(xml))
    return {PATTERNS[rule] for rule in broken} - suspected(parse(xml.encode(), "a.xml"))


PATTERNS = pattern_of()


def test_every_pattern_is_glanced_at() -> None:
    assert set(GLANCES) == set(PATTERNS.values())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_a_case_breaks_is_suspected(path: Path, whole: Stylesheet) -> None:
    assert missed(path.read_text("utf-8"), whole) == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_found_with_a_glance_is_what_is_found_without(path: Path, whole: Stylesheet) -> None:
    xml = path.read_bytes()
    found = rules().findings(parse(xml, path.name), xml, path.name)
    assert len(found) == whole.transform(xml.decode()).count("<e:finding ")


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_done_to_a_document_no_broken_rule_is_passed_over(
    seed: int, whole: Stylesheet, seeds_tei: Path
) -> None:
    chance = random.Random(seed)
    roots = [parse(path.read_bytes(), path.name) for path in (*FILES, *sorted(seeds_tei.glob("*.xml")))]
    asked = 0
    for _ in range(250):
        xml = etree.tostring(altered(chance.choice(roots), chance), encoding="unicode")
        try:
            assert missed(xml, whole) == set(), xml
        except StylesheetError:
            continue  # a rule that stops at a value no grammar accepts says so, asked with a glance or without
        asked += 1
    assert asked > 150


def test_the_rules_of_others_are_asked_without_a_glance(tmp_path: Path) -> None:
    path = tmp_path / "a.sch"
    path.write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"><pattern id="ids">'
        '<rule context="a"><assert id="x" test="false()">No.</assert></rule></pattern></schema>',
        "utf-8",
    )
    assert [finding.rule for finding in Rules(path).findings(parse(b"<a/>", "a.xml"), b"<a/>", "a.xml")] == ["x"]

"""How a document is cited: each form is read by a parser that others wrote."""

from __future__ import annotations

import json
from pathlib import Path

import bibtexparser
import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from lxml import etree

from encoder.publish.saxon import stylesheet
from encoder.resources import resource

TEI = Path(__file__).parent / "browser" / "tei"
TITLES = {
    "frus1964-68v29p2-d62": "Letter From Secretary of State Rusk to Secretary of Defense McNamara",
    "hostile": '<script>document.title = "run"</script> & ]]>',
}
VOLUME = "Foreign Relations of the United States, 1964–1968, Volume XXIX, Part 2, Japan"


def forms(name: str) -> dict[str, str]:
    """Return the forms of a citation as the page of a document shows them."""
    tei = (TEI / f"{name}.xml").read_text(encoding="utf-8")
    html = stylesheet(resource("xslt/web/document.xsl")).transform(tei, {"site": "https://example.org/"})
    return {
        pre.get("aria-label", ""): "".join(pre.itertext()) for pre in etree.fromstring(html.encode()).iter("{*}pre")
    }


@pytest.mark.parametrize("name", TITLES)
def test_bibtex_is_read_by_bibtexparser(name: str) -> None:
    """One entry whose key is the id; what has a meaning in TeX is escaped and nothing else is."""
    library = bibtexparser.parse_string(forms(name)["BibTeX"])
    assert library.failed_blocks == []
    (entry,) = library.entries
    assert (entry.entry_type, entry.key) == ("incollection", name)
    assert entry["title"].replace(r"\&", "&") == TITLES[name]
    assert entry["url"] == f"https://example.org/{name}.html"


@pytest.mark.parametrize("name", TITLES)
def test_ris_is_read_by_rispy(name: str) -> None:
    """A chapter with its title."""
    (entry,) = rispy.loads(forms(name)["RIS"])
    assert (entry["type_of_reference"], entry["title"]) == ("CHAP", TITLES[name])
    assert entry["date"] == "1965/09/25"
    assert entry["urls"] == [f"https://example.org/{name}.html"]


@pytest.mark.parametrize("name", TITLES)
def test_csl_is_read_by_citeproc(name: str) -> None:
    """A chapter of the volume, with its title."""
    item = CiteProcJSON(json.loads(forms(name)["CSL-JSON"]))[name]
    assert (item["type"], str(item["title"])) == ("chapter", TITLES[name])


def test_all_forms_name_the_volume_and_the_number() -> None:
    """What a reader needs to find the document in print."""
    found = forms("frus1964-68v29p2-d62")
    assert bibtexparser.parse_string(found["BibTeX"]).entries[0]["booktitle"] == VOLUME
    assert rispy.loads(found["RIS"])[0]["secondary_title"] == VOLUME
    assert json.loads(found["CSL-JSON"])[0]["container-title"] == VOLUME
    assert json.loads(found["CSL-JSON"])[0]["number"] == "62"

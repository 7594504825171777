"""TEI of ours in a DTS server (https://dtsapi.org), dapytains, in an environment of its own."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree
from packing import HOME, peer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

D62 = "frus1964-68v29p2-d62"
TEI = "{http://www.tei-c.org/ns/1.0}"


class Dts:
    """A server of a folder's TEI, which answers one question after another."""

    def __init__(self, folder: Path) -> None:
        command = [peer(), str(HOME / "tests" / "check_dts.py"), str(folder)]
        pipe = subprocess.PIPE
        self._server = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)

    def ask(self, address: str) -> tuple[int, str]:
        assert self._server.stdin
        assert self._server.stdout
        self._server.stdin.write(f"{address}\n")
        self._server.stdin.flush()
        status, body = json.loads(self._server.stdout.readline())
        return status, body

    def json(self, address: str) -> dict[str, Any]:
        status, body = self.ask(address)
        assert status == 200, body
        found: dict[str, Any] = json.loads(body)
        return found

    def text(self, address: str) -> str:
        """Return the text of a document or a part of one, with single spaces."""
        status, body = self.ask(address)
        assert status == 200, body
        return " ".join("".join(etree.fromstring(body.encode()).find(f"{TEI}text").itertext()).split())

    def stop(self) -> None:
        self._server.communicate()


@pytest.fixture(scope="module")
def dts(build: Path) -> Iterator[Dts]:
    """Return a server of the seeds."""
    server = Dts(build / "tei")
    yield server
    server.stop()


def refs(dts: Dts, query: str, kind: str) -> list[str]:
    members = dts.json(f"/navigation/?resource={D62}&{query}")["member"]
    return [one["identifier"] for one in members if one["citeType"] == kind]


def test_the_collection_lists_every_document(dts: Dts, tei: list[etree._Element]) -> None:
    members = dts.json("/collection/?id=edition")["member"]
    assert [one["@id"] for one in members] == [one.get("{http://www.w3.org/XML/1998/namespace}id") for one in tei]
    assert {one["@type"] for one in members} == {"Resource"}


def test_a_document_may_be_cited_by_paragraph_note_and_page(dts: Dts) -> None:
    trees = dts.json(f"/collection/?id={D62}")["citationTrees"]
    cited = {one["identifier"]: [unit["citeType"] for unit in one["citeStructure"]] for one in trees}
    assert cited == {"text": ["paragraph", "note"], "pages": ["page"]}


def test_navigation_gives_the_document_and_below_it_its_paragraphs_and_notes(dts: Dts) -> None:
    assert refs(dts, "down=1", "document") == ["62"]
    assert refs(dts, "down=2", "paragraph") == [f"62.{number}" for number in range(1, 7)]
    assert refs(dts, "down=2", "note") == [f"62~{number}" for number in range(1, 5)]


def test_navigation_gives_the_pages(dts: Dts) -> None:
    assert refs(dts, "tree=pages&down=2", "page") == ["62:128", "62:129"]


def test_a_paragraph_is_given_alone(dts: Dts) -> None:
    text = dts.text(f"/document/?resource={D62}&ref=62.3")
    assert text.startswith("My colleagues and I intend")
    assert text.endswith("in US-Japanese relations.")


def test_a_page_is_given_from_its_mark_to_the_next(dts: Dts) -> None:
    text = dts.text(f"/document/?resource={D62}&ref=62:128&tree=pages")
    assert text.startswith("review our common interests")
    assert text.endswith("our present controls over the Ryukyuan population.")


def test_a_note_is_given_alone(dts: Dts) -> None:
    assert dts.text(f"/document/?resource={D62}&ref=62~2") == "Document 55."


def test_a_range_of_paragraphs_is_given(dts: Dts) -> None:
    text = dts.text(f"/document/?resource={D62}&start=62.1&end=62.2")
    assert text.startswith("You will recall")
    assert text.endswith("in the promotion of those interests.")


def test_a_range_of_pages_is_given(dts: Dts) -> None:
    text = dts.text(f"/document/?resource={D62}&start=62:128&end=62:129&tree=pages")
    assert text.startswith("review our common interests")
    assert text.endswith("With warm regards,")


def test_the_whole_document_is_the_file(dts: Dts, build: Path) -> None:
    assert dts.ask(f"/document/?resource={D62}")[1] == (build / "tei" / f"{D62}.xml").read_text(encoding="utf-8")


def test_what_is_not_there_is_not_found(dts: Dts) -> None:
    assert dts.ask(f"/document/?resource={D62}&ref=62.99")[0] == 404

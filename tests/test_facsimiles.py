"""Pictures of the printed pages: by a pattern of addresses, or by a IIIF manifest beside the edition."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from encoder.build import encode
from encoder.facsimiles import read_manifest

if TYPE_CHECKING:
    from encoder.problems import Problem

TEXT = "1. Memorandum\n\nFirst words [Page 12] and more.\n\n[Page xiii]\n\nLast words.\n"
TEI = "{http://www.tei-c.org/ns/1.0}"


def images(tmp_path: Path, edition: str) -> tuple[dict[str, str | None], list[Problem]]:
    """Return the picture of each page of a document encoded in an edition, and the problems."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "d1.txt").write_text(TEXT, encoding="utf-8")
    (home / "edition.toml").write_text(f'[edition]\nid = "vol"\n{edition}', encoding="utf-8")
    (home / "manifest.json").write_text(json.dumps(manifest("Page 12", "xiii", "Cover")), encoding="utf-8")
    report = encode(home, tmp_path / "out")
    (tei,) = (tmp_path / "out").glob("*.xml")
    pages = etree.parse(tei).iter(f"{TEI}pb")
    return {page.get("n", ""): page.get("facs") for page in pages}, report.problems


def manifest(*labels: str) -> dict[str, object]:
    """Return a IIIF manifest with a canvas for each label."""
    return {
        "@context": "http://iiif.io/api/presentation/3/context.json",
        "id": "https://example.org/manifest.json",
        "type": "Manifest",
        "label": {"en": ["A Volume"]},
        "items": [
            canvas(label, f"https://example.org/iiif/{at}/full/max/0/default.jpg") for at, label in enumerate(labels)
        ],
    }


def canvas(label: str, picture: str) -> dict[str, object]:
    """Return a canvas with one picture."""
    body = {"id": picture, "type": "Image", "format": "image/jpeg"}
    painting = {"type": "Annotation", "motivation": "painting", "body": body}
    page = {"type": "AnnotationPage", "items": [painting]}
    return {"type": "Canvas", "label": {"none": [label]}, "height": 2, "width": 1, "items": [page]}


def test_a_pattern_gives_each_page_its_picture(tmp_path: Path) -> None:
    """With the number of the page in it, in as many digits as are asked for; the TEI says it in `pb/@facs`."""
    found, problems = images(tmp_path, '[facsimile]\nimages = "https://example.org/{page:4}.jpg"\n')
    assert found == {"12": "https://example.org/0012.jpg", "xiii": "https://example.org/xiii.jpg"}
    assert [problem for problem in problems if problem.severity == "error"] == []


def test_a_document_has_a_pattern_of_its_own(tmp_path: Path) -> None:
    """It comes before that of the edition."""
    edition = (
        '[facsimile]\nimages = "https://example.org/{page}"\n[documents.d1]\nfacsimile = "https://own.org/{page}"\n'
    )
    assert images(tmp_path, edition)[0]["12"] == "https://own.org/12"


def test_a_manifest_gives_each_page_the_picture_of_its_canvas(tmp_path: Path) -> None:
    """The canvas whose label is the number of the page, whatever words stand around it."""
    found, problems = images(tmp_path, '[facsimile]\nmanifest = "manifest.json"\n')
    assert found["12"] == "https://example.org/iiif/0/full/max/0/default.jpg"
    assert found["xiii"] == "https://example.org/iiif/1/full/max/0/default.jpg"
    assert [problem for problem in problems if problem.code.startswith("facsimile")] == []


def test_a_page_without_a_canvas_is_told_at_its_mark(tmp_path: Path) -> None:
    """With the line of the transcription; the page has no picture then."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "other.json").write_text(json.dumps(manifest("xiii")), encoding="utf-8")
    (tmp_path / "home").rename(tmp_path / "aside")
    edition = f'[facsimile]\nmanifest = "{(tmp_path / "aside" / "other.json").as_posix()}"\n'
    found, problems = images(tmp_path, edition)
    assert found["12"] is None
    (problem,) = (problem for problem in problems if problem.code == "facsimile-missing")
    assert (Path(problem.path).name, problem.line) == ("d1.txt", 3)
    assert "Page 12" in problem.message


@pytest.mark.parametrize(
    "pattern", ["https://example.org/page.jpg", "javascript:{page}", "https://example.org/a {page}"]
)
def test_a_pattern_that_gives_no_address_is_refused(tmp_path: Path, pattern: str) -> None:
    """It has no place for the number, or is no address of the web; nothing is linked."""
    found, problems = images(tmp_path, f'[facsimile]\nimages = "{pattern}"\n')
    assert [problem.line for problem in problems if problem.code == "edition-value"] == [4]
    assert set(found.values()) == {None}


@pytest.mark.parametrize(
    "content",
    ["", "{", '["Manifest"]', '{"type": "Manifest"}', '{"type": "sc:Manifest", "items": []}', "[" * 100_000],
)
def test_what_is_no_manifest_is_one_problem(tmp_path: Path, content: str) -> None:
    """Neither broken JSON nor a manifest of another version ends the program."""
    path = tmp_path / "manifest.json"
    path.write_text(content, encoding="utf-8")
    found, problems = read_manifest(path, "manifest.json")
    assert found == {}
    assert [(problem.code, problem.path) for problem in problems] == [("facsimile-syntax", "manifest.json")]


def test_a_manifest_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    """The file is named."""
    assert [problem.code for problem in read_manifest(tmp_path / "none.json", "none.json")[1]] == ["facsimile-syntax"]


def test_canvases_that_cannot_be_used_are_told(tmp_path: Path) -> None:
    """Two with one number, one without a picture, one whose picture is no address of the web; others are used."""
    path = tmp_path / "manifest.json"
    odd = manifest("1", "1")
    items = odd["items"]
    assert isinstance(items, list)
    items += [
        canvas("2", "javascript:alert(1)"),
        {"label": {"none": ["3"]}},
        {"label": "4"},
        5,
        canvas("6", "https://e.org/6"),
    ]
    path.write_text(json.dumps(odd), encoding="utf-8")
    found, problems = read_manifest(path, "manifest.json")
    assert list(found) == ["1", "6"]
    assert [problem.message.split("“")[1].split("”")[0] for problem in problems] == ["1", "2", "3"]

"""The facts that hold of the three seeds, one test each."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

from encoder.check.fidelity import decode
from encoder.conventions import convention
from encoder.tei import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    Seeds: TypeAlias = "Mapping[str, etree._Element]"

HOME = Path(__file__).resolve().parents[1]
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
FILES = {
    "frus1964-68v29p2-d62": "001_c881550d55ff77e7",
    "frus1964-68v29p2-d96": "000_0b4c4bec47fe7eac",
    "frus1961-63v22-d369": "004_c2341f50860b8d85",
}


def before(element: etree._Element) -> str:
    """Return the text of the block that stands before an element, notes left out."""
    texts = element.xpath("preceding::text()[not(ancestor::t:note)][ancestor::t:div]", namespaces=TEI)
    return " ".join("".join(texts).split())


def after(element: etree._Element) -> str:
    """Return the text that stands after an element, notes left out."""
    texts = element.xpath("following::text()[not(ancestor::t:note)][ancestor::t:div]", namespaces=TEI)
    return " ".join("".join(texts).split())


def one(root: etree._Element, path: str) -> etree._Element:
    """Return the only element at `path`."""
    (found,) = root.xpath(path, namespaces=TEI)
    return found


def text(element: etree._Element) -> str:
    """Return an element's own text, notes left out, white space collapsed."""
    return " ".join("".join(element.xpath(".//text()[not(ancestor::t:note)]", namespaces=TEI)).split())


def test_the_seeds_are_the_transcriptions_byte_for_byte(shared: Path) -> None:
    for path in (shared / "seeds").iterdir():
        assert (HOME / "seeds" / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("number", "words"), [("2", "memorandum of July 14"), ("3", "for these studies."), ("4", "studies proposed above.")]
)
def test_d62_notes_are_anchored(seeds: Seeds, number: str, words: str) -> None:
    assert before(one(seeds["d62"], f"//t:note[@n='{number}']")).endswith(words)


def test_d62_the_date_reads_july_14(seeds: Seeds) -> None:
    date = one(seeds["d62"], "//t:p/t:date[starts-with(., 'July')]")
    assert text(date) == "July 14"
    assert (date.get("when"), date.get("cert")) == ("1965-07-14", "medium")


def test_d62_page_128_is_inside_a_paragraph(seeds: Seeds) -> None:
    page = one(seeds["d62"], "//t:p/t:pb[@n='128']")
    assert before(page).endswith("Japanese to")
    assert after(page).startswith("review")


def test_d62_page_129_is_between_paragraphs(seeds: Seeds) -> None:
    one(seeds["d62"], "//t:div/t:pb[@n='129'][preceding-sibling::*[1][self::t:p]][following-sibling::*[1][self::t:p]]")


def test_d62_the_closing_line_is_in_the_closer(seeds: Seeds) -> None:
    assert text(one(seeds["d62"], "//t:closer")) == "With warm regards,"


def test_d62_the_salutation_is_one(seeds: Seeds) -> None:
    assert text(one(seeds["d62"], "//t:salute[1][not(ancestor::t:closer)]")) == "Dear Bob:"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("0", "(Gilpatric)"),
        ("1", "February 8, 1963,"),
        ("2", "defense effort."),
        ("3", "has pointed out,"),
        ("4", "to pay for them."),
        ("5", "our forces there."),
        ("6", "Dean"),
    ],
)
def test_d369_notes_are_anchored_by_their_printed_numbers(seeds: Seeds, number: str, words: str) -> None:
    assert before(one(seeds["d369"], f"//t:note[@n='{number}']")).endswith(words)


def test_d369_nothing_is_off_by_one(seeds: Seeds) -> None:
    """The list counts from 1 and print from 0: each printed number has the text of its own note."""
    starts = {
        "0": "Source: Kennedy Library",
        "1": "Document 368.",
        "2": "Telegram 1848",
        "3": "In telegram 1904",
        "4": "Dillon, who had",
        "5": "A note from Michael Forrestal",
        "6": "A handwritten postscript",
    }
    notes = seeds["d369"].xpath("//t:text//t:note", namespaces=TEI)
    assert [note.get("n") for note in notes] == list(starts)
    for note in notes:
        assert "".join(note.itertext()).startswith(starts[note.get("n")])


def test_d369_february_8_1963_is_one_date(seeds: Seeds) -> None:
    dates = seeds["d369"].xpath("//t:body//t:p/t:date[not(ancestor::t:note)]", namespaces=TEI)
    assert [(text(date), date.get("when")) for date in dates] == [("February 8, 1963", "1963-02-08")]


def test_d369_the_signature_is_dean(seeds: Seeds) -> None:
    assert text(one(seeds["d369"], "//t:closer/t:signed")) == "Dean"


def test_d96_note_1_is_anchored_in_the_heading(seeds: Seeds) -> None:
    assert before(one(seeds["d96"], "//t:head//t:note[@n='1']")).endswith("President Johnson")


def test_d96_has_the_subject_and_eight_items_with_their_dashes(seeds: Seeds) -> None:
    items = [text(item) for item in seeds["d96"].xpath("//t:item", namespaces=TEI)]
    assert items[0] == "United States-Japan Cabinet-Level Talks"
    assert len(items) == 9
    assert all(item.startswith("—") for item in items[1:])


def test_d96_has_page_207(seeds: Seeds) -> None:
    assert [page.get("n") for page in seeds["d96"].iterfind(".//t:pb", TEI)] == ["207"]


def test_d96_1967_69_is_a_range(seeds: Seeds) -> None:
    date = one(seeds["d96"], "//t:note//t:date[. = '1967–69']")
    assert (date.get("from"), date.get("to")) == ("1967", "1969")


def test_d96_three_johnsons_are_told_apart(seeds: Seeds) -> None:
    names = {
        " ".join("".join(name.itertext()).split()): name.get("ref")
        for name in seeds["d96"].xpath("//t:text//t:persName[contains(., 'Johnson')]", namespaces=TEI)
        if "".join(name.xpath("following-sibling::text()[1]")).startswith(" Library") is False
    }
    president = one(seeds["d96"], "//t:head/t:persName[@type='to']").get("ref")
    alexis = one(seeds["d96"], "//t:note//t:persName[starts-with(., 'U. Alexis')]").get("ref")
    assert names == {"Johnson": president, "U. Alexis Johnson": alexis}
    assert president
    assert alexis
    assert president != alexis


def test_d96_the_johnson_library_is_no_person(seeds: Seeds) -> None:
    linked = seeds["d96"].xpath(
        "//t:note//t:persName[@ref][following-sibling::text()[1][starts-with(., ' Library')]]", namespaces=TEI
    )
    assert linked == []


@pytest.mark.parametrize(
    ("number", "role", "name"),
    [
        ("d62", "from", "Rusk"),
        ("d62", "to", "McNamara"),
        ("d96", "from", "Rusk"),
        ("d96", "to", "Johnson"),
        ("d369", "from", "Rusk"),
        ("d369", "to", "Gilpatric"),
    ],
)
def test_sender_and_recipient_are_named_in_the_heading(seeds: Seeds, number: str, role: str, name: str) -> None:
    person = one(seeds[number], f"//t:head/t:persName[@type='{role}']")
    assert text(person) == name
    action = {"from": "sent", "to": "received"}[role]
    assert one(seeds[number], f"//t:correspAction[@type='{action}']/t:persName").get("ref") == person.get("ref")


@pytest.mark.parametrize(("number", "date"), [("d62", "1965-09-25"), ("d96", "1967-09-04"), ("d369", "1963-02-25")])
def test_the_header_has_what_the_edition_knows(seeds: Seeds, number: str, date: str) -> None:
    assert one(seeds[number], "//t:creation/t:date").get("when") == date
    assert one(seeds[number], "//t:creation/t:placeName").text == "Washington"
    assert one(seeds[number], "//t:sourceDesc//t:ref").get("target").endswith(f"/{number}")


@pytest.mark.parametrize("number", ["d62", "d96", "d369"])
def test_every_pointer_to_a_person_resolves_in_its_file(seeds: Seeds, number: str) -> None:
    ids = set(seeds[number].xpath("//@xml:id"))
    pointers = seeds[number].xpath("//t:persName/@ref", namespaces=TEI)
    assert pointers
    assert {pointer.removeprefix("#") for pointer in pointers} <= ids


@pytest.mark.parametrize("number", ["d62", "d96", "d369"])
def test_what_the_machine_asserts_says_so(seeds: Seeds, number: str) -> None:
    made = seeds[number].xpath("//t:text//t:note | //t:text//t:persName | //t:text//t:date", namespaces=TEI)
    assert made
    assert all(element.get("resp") == "#engross" and element.get("cert") for element in made)


@pytest.mark.parametrize(("name", "stem"), FILES.items())
def test_decoding_gives_the_transcription_back(seeds_tei: Path, name: str, stem: str) -> None:
    printed = decode(read((seeds_tei / f"{name}.xml").read_bytes()), convention("frus"))
    source = (HOME / "seeds" / f"{stem}.txt").read_text(encoding="utf-8")
    assert "".join(printed.split()) == "".join(source.split())


def test_the_seeds_are_valid_tei(seeds_tei: Path, shared: Path) -> None:
    """TEI's own schema accepts all three (the project's accepts them too, or they would not have been written)."""
    command = [str(Path(sys.executable).with_name("pyjing")), str(shared / "tei" / "tei_all.rng")]
    done = subprocess.run([*command, *map(str, seeds_tei.glob("*.xml"))], capture_output=True, text=True, check=False)
    assert done.stdout == ""
    assert done.returncode == 0


@pytest.mark.parametrize("number", ["d62", "d96", "d369"])
def test_the_first_note_is_that_of_the_source(seeds: Seeds, number: str) -> None:
    note = one(seeds[number], "//t:note[@type='source']")
    assert "".join(note.itertext()).startswith("Source: ")

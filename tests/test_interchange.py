"""`engross deposit interchange`: what other people's programs read of it is what the TEI says."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pyarrow.csv
import pyarrow.json
import pyarrow.parquet
import pytest
from lxml import etree
from packing import DAY, EMAIL, SEEDS, contents, copied, engross
from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef

from encoder.deposit.finished import DepositError, finished
from encoder.deposit.interchange import write_interchange
from encoder.deposit.tables import COLUMNS
from encoder.deposit.turtle import _iri, _literal

TEI = "{http://www.tei-c.org/ns/1.0}"
SCHEMA = Namespace("https://schema.org/")
URL = "https://history.state.gov/historicaldocuments"


def test_the_same_build_gives_the_same_files(build: Path, interchange: Path, tmp_path: Path) -> None:
    write_interchange(finished(build, SEEDS, DAY), tmp_path, EMAIL, with_parquet=True)
    assert contents(tmp_path) == contents(interchange)


# ---- CMIF, by the rules of its schema (cmi-customization.odd and cmif.sch of the TEI Correspondence SIG)


def test_cmif_is_tei(interchange: Path, shared: Path) -> None:
    jing = Path(sys.executable).parent / "pyjing"
    command = [str(jing), str(shared / "tei" / "tei_all.rng"), str(interchange / "cmif.xml")]
    judged = subprocess.run(command, capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stdout


def test_every_letter_of_cmif_is_sent_and_received_by_someone(interchange: Path) -> None:
    letters = list(etree.parse(interchange / "cmif.xml").iter(f"{TEI}correspDesc"))
    assert len(letters) == 3
    for letter in letters:
        assert [action.get("type") for action in letter] == ["sent", "received"]
        for action in letter:
            assert {child.tag for child in action} & {f"{TEI}persName", f"{TEI}orgName"}


def test_cmif_says_its_address_licence_and_source_as_the_rules_ask(interchange: Path) -> None:
    root = etree.parse(interchange / "cmif.xml").getroot()
    assert root.findtext(f".//{TEI}publicationStmt/{TEI}idno[@type='url']") == f"{URL}/cmif.xml"
    (licence,) = root.iter(f"{TEI}licence")
    assert licence.get("target") == "https://creativecommons.org/licenses/by/4.0/"
    (bibl,) = root.iter(f"{TEI}bibl")
    name = bibl.get("{http://www.w3.org/XML/1998/namespace}id", "")
    assert re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", name)
    assert {letter.get("source") for letter in root.iter(f"{TEI}correspDesc")} == {f"#{name}"}
    assert bibl.get("type") == "online"


def test_every_date_of_cmif_is_a_year_month_or_day(interchange: Path) -> None:
    dates = list(etree.parse(interchange / "cmif.xml").iterfind(f".//{TEI}correspAction/{TEI}date"))
    assert dates
    for date in dates:
        assert date.attrib
        assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", str(value)) for value in date.attrib.values())


def test_a_document_without_recipient_is_received_by_unknown(build: Path, tmp_path: Path) -> None:
    copy = copied(build, tmp_path)
    path = copy / "tei" / "frus1964-68v29p2-d62.xml"
    text = path.read_text(encoding="utf-8")
    changed = re.sub(r'<correspAction type="received">.*?</correspAction>', "", text, flags=re.DOTALL)
    path.write_text(changed.replace('<date when="1965-09-25"/>', '<date when="--09-25"/>'), encoding="utf-8")
    manifest = json.loads((copy / ".engross.json").read_text(encoding="utf-8"))
    manifest["files"]["tei/frus1964-68v29p2-d62.xml"] = hashlib.sha256(path.read_bytes()).hexdigest()
    (copy / ".engross.json").write_text(json.dumps(manifest), encoding="utf-8")
    write_interchange(finished(copy, SEEDS, DAY), tmp_path / "out")
    letter = etree.parse(tmp_path / "out" / "cmif.xml").find(f".//{TEI}correspDesc[@key='62']")
    assert letter is not None
    assert [name.text for name in letter.iter(f"{TEI}persName")] == ["Rusk, Dean", "Unknown"]
    assert list(letter.iter(f"{TEI}date")) == []


# ---- tables, as Arrow reads them


@pytest.mark.parametrize("name", COLUMNS)
def test_arrow_reads_the_same_rows_from_csv_and_json_lines(interchange: Path, name: str) -> None:
    options = pyarrow.csv.ParseOptions(newlines_in_values=True)
    from_csv = pyarrow.csv.read_csv(interchange / "tables" / f"{name}.csv", parse_options=options)
    from_lines = pyarrow.json.read_json(interchange / "tables" / f"{name}.jsonl")
    assert from_csv.column_names == from_lines.column_names == list(COLUMNS[name])
    assert from_csv.num_rows == from_lines.num_rows > 0


@pytest.mark.parametrize("name", COLUMNS)
def test_parquet_has_the_rows_of_json_lines_and_its_columns_have_types(interchange: Path, name: str) -> None:
    table = pyarrow.parquet.read_table(interchange / "tables" / f"{name}.parquet")
    assert table.to_pylist() == rows(interchange, name)
    assert table.column_names == list(COLUMNS[name])
    assert {str(one) for one in table.schema.types} <= {"string", "bool", "int64"}


def test_parquet_without_pyarrow_is_an_error_that_says_what_to_install(build: Path, tmp_path: Path) -> None:
    options = ("--sources", SEEDS, "--date", DAY, "--parquet", "-o", tmp_path / "out")
    missing = "import sys; sys.modules['pyarrow'] = None"
    done = engross("deposit", "interchange", build, *options, before=missing)
    assert done.returncode == 1
    assert "pip install engross[tables]" in done.stderr
    assert list(tmp_path.iterdir()) == []


def rows(interchange: Path, name: str) -> list[dict[str, str]]:
    """Return a table's rows."""
    return [
        json.loads(line) for line in (interchange / "tables" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


@pytest.mark.parametrize(
    ("table", "path"),
    [
        ("notes", ".//t:body//t:note"),
        ("mentions", ".//t:body//t:persName | .//t:body//t:orgName"),
        ("dates", ".//t:body//t:date"),
        ("correspondence", ".//t:correspAction/t:persName | .//t:correspAction/t:orgName"),
    ],
)
def test_a_table_has_a_row_for_each_in_the_tei(
    interchange: Path, tei: list[etree._Element], table: str, path: str
) -> None:
    found = [one.xpath(f"count({path})", namespaces={"t": TEI[1:-1]}) for one in tei]
    assert len(rows(interchange, table)) == sum(found)


def test_the_text_of_a_name_is_without_the_note_called_in_it(interchange: Path) -> None:
    assert not [row for row in rows(interchange, "mentions") if "Source:" in row["name"]]


def test_every_reference_of_the_tables_is_to_a_row(interchange: Path) -> None:
    documents = {row["id"] for row in rows(interchange, "documents")}
    people = {row["id"] for row in rows(interchange, "people")}
    notes = {row["id"] for row in rows(interchange, "notes")}
    for name in ("mentions", "dates", "correspondence", "notes"):
        for row in rows(interchange, name):
            assert row["document"] in documents
            assert row.get("ref", "") in people | {""}
            assert row.get("note", "") in notes | {""}


# ---- RDF, as rdflib reads it


def test_rdflib_reads_every_person_and_every_letter(interchange: Path, tei: list[etree._Element]) -> None:
    graph = Graph().parse(interchange / "edition.ttl")
    listed = {
        person.get("{http://www.w3.org/XML/1998/namespace}id") for one in tei for person in one.iter(f"{TEI}person")
    }
    found = {str(one).rpartition("#")[2] for one in graph.subjects(RDF.type, SCHEMA.Person) if isinstance(one, URIRef)}
    assert found == listed
    letters = set(graph.subjects(RDF.type, SCHEMA.Message))
    assert len(letters) == 3
    for letter in letters:
        assert graph.value(letter, SCHEMA.sender) == URIRef(f"{URL}#p_RD3")


def test_a_day_is_a_date_in_rdf(interchange: Path) -> None:
    graph = Graph().parse(interchange / "edition.ttl")
    letter = URIRef(f"{URL}/frus1964-68v29p2/d62")
    assert graph.value(letter, SCHEMA.dateCreated) == Literal("1965-09-25", datatype=XSD.date)


def test_text_and_addresses_cannot_break_out_of_turtle() -> None:
    text, address = 'a "b" \\ \n <c> . # \t é', 'https://example.org/a b>"<{}|^`\\c'
    graph = Graph().parse(data=f"{_iri(address)} <https://schema.org/name> {_literal(text)} .", format="turtle")
    ((subject, _, name),) = graph
    assert str(name) == text
    assert str(subject) == "https://example.org/a%20b%3E%22%3C%7B%7D%7C%5E%60%5Cc"


def test_an_edition_without_address_is_told_what_to_write(build: Path, tmp_path: Path) -> None:
    copy = copied(SEEDS, tmp_path)
    toml = re.sub(
        r'^url = "[^"]*historicaldocuments"$', "", (copy / "edition.toml").read_text("utf-8"), flags=re.MULTILINE
    )
    (copy / "edition.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(DepositError, match="write url"):
        write_interchange(finished(build, copy, DAY), tmp_path / "out")

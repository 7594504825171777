"""Reading lists of persons and of abbreviations, in every form, and what is said of a wrong one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from encoder.authorities import read_persons, read_terms

if TYPE_CHECKING:
    from pathlib import Path

TEI = 'xmlns="http://www.tei-c.org/ns/1.0"'


def written(tmp_path: Path, name: str, content: str | bytes) -> Path:
    """Return the path of a new file."""
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


PLAIN = f"""<listPerson {TEI}>
  <person xml:id="p_RD1"><persName>Rusk, Dean</persName><note>Secretary of State</note></person>
</listPerson>"""
IN_PARTS = f"""<listPerson {TEI}>
  <person xml:id="p_RD1"><persName><surname>Home</surname><forename>Alec</forename><roleName>Sir</roleName></persName>
    <birth when="1903-07-02"/><death when="1995"/><idno type="VIAF">1234</idno><note>Foreign Secretary</note></person>
</listPerson>"""
FRONT_MATTER = f"""<div {TEI} xml:id="persons"><list type="names">
  <item><hi rend="strong"><persName xml:id="p_RD1">Rusk, Dean</persName>,</hi> Secretary of State</item></list></div>"""
TABLE = 'id,name,note\r\np_RD1,"Rusk, Dean",Secretary of State\r\n'


@pytest.mark.parametrize(
    ("file", "content"), [("p.xml", PLAIN), ("p.xml", FRONT_MATTER), ("p.csv", TABLE), ("p.csv", "\ufeff" + TABLE)]
)
def test_a_list_of_persons_in_each_form(tmp_path: Path, file: str, content: str) -> None:
    """Name, id and note are read alike."""
    persons, problems = read_persons(written(tmp_path, file, content))
    assert [(p.id, p.name, p.note) for p in persons] == [("p_RD1", "Rusk, Dean", "Secretary of State")]
    assert problems == []


def test_a_name_in_parts(tmp_path: Path) -> None:
    """Surname, forename and role become a name as lists print it; dates of life and identifier are kept."""
    (person,), problems = read_persons(written(tmp_path, "p.xml", IN_PARTS))
    assert (person.name, person.birth, person.death, person.idno) == ("Home, Sir Alec", "1903-07-02", "1995", "1234")
    assert problems == []


def test_a_list_of_terms(tmp_path: Path) -> None:
    """Label and expansion."""
    content = f'<list {TEI} type="gloss"><label xml:id="t_US1">US</label><item>United States</item></list>'
    (term,), problems = read_terms(written(tmp_path, "t.xml", content))
    assert (term.id, term.label, term.expansion, problems) == ("t_US1", "US", "United States", [])


def test_an_empty_list_is_no_fault(tmp_path: Path) -> None:
    """A volume may have no list of persons."""
    assert read_persons(written(tmp_path, "p.xml", f"<listPerson {TEI}/>")) == ((), [])


FAULTS: list[tuple[str, str | bytes, str, int]] = [
    ("p.xml", "<listPerson>\n<person>", "authority-syntax", 2),
    ("p.xml", "<html/>", "authority-syntax", 0),
    ("p.csv", "id,name\np_1,M\xfcller\n".encode("latin-1"), "authority-syntax", 0),
    ("p.xml", PLAIN.replace("p_RD1", "1 RD"), "authority-id", 2),
    ("p.xml", PLAIN.replace("Rusk, Dean", " "), "authority-name", 2),
    (
        "p.xml",
        PLAIN.replace("</listPerson>", '<person xml:id="p_RD1"><persName>R</persName></person></listPerson>'),
        "authority-id-twice",
        3,
    ),
]


@pytest.mark.parametrize(("file", "content", "code", "line"), FAULTS)
def test_a_fault_is_one_problem_with_its_line(
    tmp_path: Path, file: str, content: str | bytes, code: str, line: int
) -> None:
    """Nothing is raised."""
    _, problems = read_persons(written(tmp_path, file, content), "persons")
    assert [(problem.code, problem.path, problem.line) for problem in problems] == [(code, "persons", line)]


def test_faults_of_a_table_have_the_lines_of_their_rows(tmp_path: Path) -> None:
    """A cell may hold line ends: the line is that of the file."""
    rows = 'id,name,note\np_1,"Rusk, Dean","Secretary\nof State"\np_2,,\np_1,"Ball, George",\n'
    persons, problems = read_persons(written(tmp_path, "p.csv", rows), "p.csv")
    assert [person.id for person in persons] == ["p_1"]
    assert [(problem.code, problem.line) for problem in problems] == [("authority-name", 4), ("authority-id-twice", 5)]


FRONT_MATTER_TERMS = f"""<div {TEI} xml:id="terms"><list>
  <item><term xml:id="t_EA1">EA/J</term>, Office of Japanese Affairs</item></list></div>"""


@pytest.mark.parametrize(
    ("file", "content"),
    [("t.xml", FRONT_MATTER_TERMS), ("t.csv", "id,label,expansion\nt_EA1,EA/J,Office of Japanese Affairs\n")],
)
def test_a_list_of_terms_in_each_form(tmp_path: Path, file: str, content: str) -> None:
    (term,), problems = read_terms(written(tmp_path, file, content))
    assert (term.id, term.label, term.expansion) == ("t_EA1", "EA/J", "Office of Japanese Affairs")
    assert problems == []


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    """It says why."""
    persons, (problem,) = read_persons(tmp_path / "none.xml")
    assert (persons, problem.code) == ((), "authority-syntax")


def test_entities_are_not_read(tmp_path: Path) -> None:
    """An authority may not read files."""
    secret = written(tmp_path, "secret.txt", "secret words")
    content = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>' + PLAIN.replace("Rusk, Dean", "Rusk&e;")
    persons, _ = read_persons(written(tmp_path, "p.xml", content))
    assert "secret" not in "".join(person.name for person in persons)

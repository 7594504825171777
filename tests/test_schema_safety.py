"""XML that nobody vouches for: it ends in one problem, and reaches nothing outside itself."""

from pathlib import Path

import pytest

from encoder.check.schema import problems_of

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{}</TEI>'


def only(xml: bytes) -> str:
    """The message of the one problem of a file that is not read as XML."""
    problems = problems_of(xml, "a.xml")
    assert [problem.code for problem in problems] == ["xml-syntax"]
    return problems[0].message


@pytest.mark.parametrize(
    ("xml", "what"),
    [
        (b"", "not well-formed"),
        (b"plain text", "not well-formed"),
        (b"<a><b></a>", "Opening and ending tag mismatch"),
        (b"\x00\x01\x02", "not well-formed"),
        (b'<?xml version="1.0" encoding="x-none"?><a/>', "not well-formed"),
        ("<a>é</a>".encode("latin-1"), "not well-formed"),
        (b"<a>&nbsp;</a>", "Entity 'nbsp' not defined"),
        (b"<a>" * 300 + b"</a>" * 300, "not well-formed"),
        (b'<a b="' + b"x" * 11_000_000 + b'"/>', "not well-formed"),
        (b"<a>" + b" " * 64_000_000 + b"</a>", "the file is larger than 64,000,000 bytes"),
    ],
    ids=[
        "empty",
        "text",
        "unclosed",
        "binary",
        "unknown-encoding",
        "wrong-encoding",
        "entity",
        "deep",
        "value",
        "size",
    ],
)
def test_what_is_not_xml_gives_one_problem(xml: bytes, what: str) -> None:
    assert what in only(xml)


def test_a_syntax_error_has_line_and_column() -> None:
    problem = problems_of(b"<a>\n  <b></c>\n</a>", "a.xml")[0]
    assert (problem.path, problem.line) == ("a.xml", 2)
    assert problem.column > 0


def test_an_external_entity_reads_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", "utf-8")
    xml = f'<!DOCTYPE a [<!ENTITY s SYSTEM "{secret.as_uri()}">]><a>&s;</a>'
    assert "secret" not in only(xml.encode()).replace(str(secret), "")


def test_a_document_type_on_the_web_is_not_fetched() -> None:
    assert "load network entity" in only(b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>')


def test_a_document_type_without_entities_is_not_read() -> None:
    assert "remove it, and write its entities" in only(b"<!DOCTYPE a><a/>")


def test_entities_are_not_expanded() -> None:
    levels = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    only(f'<!DOCTYPE a [<!ENTITY e0 "ha">{levels}]><a>&e12;</a>'.encode())


def test_an_inclusion_is_an_element_like_any_other() -> None:
    xml = TEI.format('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>')
    assert "<include> is not in the namespace" in problems_of(xml.encode(), "a.xml")[0].message


def test_deep_nesting_that_is_still_xml_ends_in_problems() -> None:
    deep = "<quote>" * 240 + "</quote>" * 240
    assert {problem.code for problem in problems_of(TEI.format(deep).encode(), "a.xml")} == {"schema"}


def test_a_file_of_errors_gives_a_bounded_list() -> None:
    assert len(problems_of(TEI.format("<foo/>" * 5000).encode(), "a.xml")) <= 500


def test_an_id_given_twice_is_not_a_syntax_error() -> None:
    problems = problems_of(TEI.format('<p xml:id="a"/><p xml:id="a"/>').encode(), "a.xml")
    assert "xml-syntax" not in {problem.code for problem in problems}

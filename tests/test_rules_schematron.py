"""The compiler of Schematron: other people's schemas run, and what is not implemented is refused."""

from pathlib import Path

import pytest

from encoder.check.parse import parse
from encoder.check.rules import Rules
from encoder.check.schematron import ASKED, SchematronError, compiled

SCHEMA = (
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
    ' queryBinding="xslt3">{}</schema>'
)


def written(folder: Path, content: str, name: str = "a.sch") -> Path:
    path = folder / name
    path.write_text(SCHEMA.format(content) if not content.startswith("<?") else content, "utf-8")
    return path


def broken(folder: Path, content: str, xml: str, phase: str = "#DEFAULT") -> list[tuple[str, str]]:
    """The rules that a document breaks, with their messages."""
    root = parse(xml.encode(), "a.xml")
    found = Rules(written(folder, content), phase).findings(root, xml.encode(), "a.xml")
    return [(finding.rule, finding.message) for finding in found]


def refused(folder: Path, content: str) -> str:
    with pytest.raises(SchematronError) as error:
        compiled(written(folder, content))
    return str(error.value)


def test_assert_fires_where_it_fails_and_report_where_it_holds(tmp_path: Path) -> None:
    content = (
        '<pattern><rule context="b"><assert id="x" test="@c">no c</assert>'
        '<report id="y" test="@d">has d</report></rule></pattern>'
    )
    assert broken(tmp_path, content, '<a><b/><b c="" d=""/></a>') == [("x", "no c"), ("y", "has d")]


def test_only_the_first_rule_of_a_pattern_that_matches_fires(tmp_path: Path) -> None:
    content = (
        '<pattern><rule context="b[@c]"><assert id="first" test="false()"/></rule>'
        '<rule context="b | c"><assert id="second" test="false()"/></rule></pattern>'
        '<pattern><rule context="*"><assert id="other" test="self::a"/></rule></pattern>'
    )
    assert [rule for rule, _ in broken(tmp_path, content, '<a><b c=""/><c/></a>')] == [
        "first",
        "other",
        "second",
        "other",
    ]


@pytest.mark.parametrize(
    ("context", "count"),
    [
        ("b", 2),
        ("a/b", 2),
        ("/a", 1),
        ("/", 1),
        ("b[1]", 1),
        ("b[@n = '|'] | c", 2),
        ("@n", 2),
        ("text()", 2),
        ("*[. = 'x|y']", 1),
        ("a//c | /a/b[2]", 2),
        ("(b | c)", 3),
        ("b union c", 3),
        ("comment()", 1),
        ("*[self::b or self::c]", 3),
    ],
)
def test_contexts_are_patterns_of_xslt(tmp_path: Path, context: str, count: int) -> None:
    content = f'<pattern><rule context="{context}"><assert test="false()"/></rule></pattern>'
    xml = '<a><!-- c --><b n="|">x|y</b><b n="2"/><c>z</c></a>'
    root = parse(xml.encode(), "a.xml")
    schema = written(tmp_path, content)
    assert compiled(schema).transform(xml).count("<e:finding ") + 0 == count
    assert Rules(schema).findings(root, xml.encode(), "a.xml")


def test_a_message_may_quote_the_document(tmp_path: Path) -> None:
    content = (
        '<pattern><rule context="b"><assert test="false()"><name/> in <name path=".."/> has'
        ' <value-of select="@n, 1 + 1"/> and <emph>more</emph></assert></rule></pattern>'
    )
    assert broken(tmp_path, content, '<a><b n="1"/></a>') == [("assertion", "b in a has 1 2 and more")]


def test_text_of_a_document_is_never_markup(tmp_path: Path) -> None:
    content = '<pattern><rule context="b"><assert test="false()"><value-of select="."/></assert></rule></pattern>'
    message = "<e:finding role='error'> & {x}"
    xml = f"<a><b>{message.replace('&', '&amp;').replace('<', '&lt;')}</b></a>"
    assert broken(tmp_path, content, xml) == [("assertion", message)]


def test_variables_of_schema_pattern_and_rule(tmp_path: Path) -> None:
    content = (
        '<let name="s" value="1"/><pattern><let name="p" value="count(//b)"/><rule context="b[$p = 1]">'
        '<let name="r" value="@n + $s + $p"/><assert test="false()"><value-of select="$r"/></assert></rule></pattern>'
        '<pattern><let name="p" value="count(//a)"/><rule context="a"><assert test="false()"><value-of select="$p"/>'
        "</assert></rule></pattern>"
    )
    assert [message for _, message in broken(tmp_path, content, '<a><b n="3"/></a>')] == ["1", "5"]


def test_abstract_patterns_are_filled_with_the_values_given(tmp_path: Path) -> None:
    content = (
        '<pattern abstract="true" id="has"><rule context="$what"><assert id="x" test="$need">no'
        ' <value-of select="name($needed)"/></assert></rule></pattern>'
        '<pattern is-a="has"><param name="what" value="b"/><param name="need" value="@c = \'$1\'"/>'
        '<param name="needed" value="."/></pattern>'
    )
    assert broken(tmp_path, content, "<a><b c='2'/></a>") == [("x", "no b")]


def test_abstract_rules_give_their_assertions_to_those_that_extend_them(tmp_path: Path) -> None:
    content = (
        '<pattern><rule abstract="true" id="r"><let name="v" value="name()"/><assert id="x" test="$v = \'a\'"/></rule>'
        '<rule context="b"><extends rule="r"/><assert id="y" test="@c"/></rule></pattern>'
    )
    assert [rule for rule, _ in broken(tmp_path, content, "<a><b/></a>")] == ["x", "y"]


def test_a_caller_may_ask_for_errors_only(tmp_path: Path) -> None:
    content = (
        '<pattern><rule context="b" role="warning"><assert id="w" test="false()"/>'
        '<assert id="x" role="error" test="false()"/></rule>'
        '<rule context="*"><report id="i" role="info" test="true()"/><report id="y" test="self::a"/></rule></pattern>'
    )
    root = parse(b"<a><b/></a>", "a.xml")
    found = Rules(written(tmp_path, content), errors=True).findings(root, b"<a><b/></a>", "a.xml")
    assert [finding.rule for finding in found] == ["y", "x"]


def test_a_caller_may_pass_over_patterns(tmp_path: Path) -> None:
    content = "".join(
        f'<pattern id="{name}"><rule context="a"><assert id="{name}-1" test="false()"/></rule></pattern>'
        for name in ("p", "q")
    )
    stylesheet = compiled(written(tmp_path, content))
    assert stylesheet.transform("<a/>").count("<e:finding ") == 2
    assert 'rule="q-1"' not in stylesheet.transform("<a/>", {f"{ASKED}q": False})


def test_a_phase_chooses_patterns(tmp_path: Path) -> None:
    content = (
        '<phase id="p"><active pattern="one"/></phase>'
        '<pattern id="one"><rule context="a"><assert id="x" test="false()"/></rule></pattern>'
        '<pattern id="two"><rule context="a"><assert id="y" test="false()"/></rule></pattern>'
    )
    assert [rule for rule, _ in broken(tmp_path, content, "<a/>", "p")] == ["x"]
    assert [rule for rule, _ in broken(tmp_path, content, "<a/>", "#ALL")] == ["x", "y"]
    with pytest.raises(SchematronError, match="there is no phase q"):
        compiled(written(tmp_path, content), "q")


def test_diagnostics_follow_the_message(tmp_path: Path) -> None:
    content = (
        '<pattern><rule context="a"><assert test="false()" diagnostics="d">Wrong.</assert></rule></pattern>'
        '<diagnostics><diagnostic id="d">It is <value-of select="name()"/>.</diagnostic></diagnostics>'
    )
    assert broken(tmp_path, content, "<a/>") == [("assertion", "Wrong. It is a.")]


def test_keys_and_functions_of_xslt_may_be_used(tmp_path: Path) -> None:
    content = (
        '<ns prefix="f" uri="urn:f"/><xsl:key name="k" match="b" use="@n"/>'
        '<xsl:function name="f:twice" xmlns:f="urn:f"><xsl:param name="x"/>'
        '<xsl:sequence select="$x * 2"/></xsl:function>'
        "<pattern><rule context=\"a\"><assert test=\"count(key('k', '1')) = f:twice(2)\">x</assert></rule></pattern>"
    )
    assert broken(tmp_path, content, '<a><b n="1"/></a>') == [("assertion", "x")]


def test_xpath_has_the_functions_of_3_1(tmp_path: Path) -> None:
    test = "map{'a': 1}?a = 1 and sort((2, 1))[1] = 1 and array:size([1, 2]) = 2 and (let $x := 1 return $x = 1)"
    content = (
        '<ns prefix="array" uri="http://www.w3.org/2005/xpath-functions/array"/>'
        f'<pattern><rule context="a"><assert test="{test}"/></rule></pattern>'
    )
    assert broken(tmp_path, content, "<a/>") == []


def test_a_subject_moves_the_place(tmp_path: Path) -> None:
    content = '<pattern><rule context="a"><assert test="false()" subject="b"/></rule></pattern>'
    xml = b"<a>\n<b/></a>"
    assert Rules(written(tmp_path, content)).findings(parse(xml, "a.xml"), xml, "a.xml")[0].line == 2


def test_files_include_and_extend_each_other(tmp_path: Path) -> None:
    written(tmp_path, '<pattern><rule context="a"><assert id="x" test="false()"/></rule></pattern>', "b.sch")
    pattern = '<?xml version="1.0"?>\n<pattern xmlns="http://purl.oclc.org/dsdl/schematron"><rule context="a">'
    written(tmp_path, f'{pattern}<assert id="y" test="false()"/></rule></pattern>', "c.sch")
    found = broken(tmp_path, '<extends href="b.sch"/><include href="c.sch"/>', "<a/>")
    assert [rule for rule, _ in found] == ["x", "y"]


def test_a_file_that_includes_itself_is_refused(tmp_path: Path) -> None:
    assert "includes itself" in refused(tmp_path, '<extends href="a.sch"/>')


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ('<properties><property id="p"/></properties>', "<properties> is not implemented"),
        ('<pattern documents="b.xml"/>', "documents of <pattern> is not implemented"),
        ('<pattern><rule context="a"><assert/></rule></pattern>', "<assert> needs test"),
        ('<pattern><rule><assert test="1"/></rule></pattern>', "<rule> needs context"),
        ('<pattern is-a="nothing"/>', "there is no abstract pattern nothing"),
        ('<pattern><rule context="a"><extends rule="no"/></rule></pattern>', "there is no abstract rule no"),
        ('<pattern><rule context="a["><assert test="1"/></rule></pattern>', "a.sch"),
        ('<pattern><rule context="a"><assert test="b:c()"/></rule></pattern>', "prefix 'b' has not been declared"),
        (
            '<pattern><rule context="a"><xsl:variable name="x"/></rule></pattern>',
            "may stand in <schema> and <let> only",
        ),
        ('<xsl:import href="x.xsl"/>', "xsl:import is not implemented"),
        ('<include href="/etc/passwd"/>', "not a file beside this one"),
        ('<include href="http://127.0.0.1/a.sch"/>', "not a file beside this one"),
        ('<include href="missing.sch"/>', "No such file"),
        ("<foo/>", "<foo> is not implemented"),
    ],
)
def test_what_is_not_implemented_is_refused(tmp_path: Path, content: str, what: str) -> None:
    assert what in refused(tmp_path, content)


@pytest.mark.parametrize(
    "test",
    [
        "doc('b.xml')",
        "fn:document('b.xml')",
        "unparsed-text('b')",
        "environment-variable('HOME')",
        "function-lookup(xs:QName('fn:doc'), 1)",
        "doc#1('b')",
        "doc (: x :) ('b')",
        "collection()",
    ],
)
def test_a_rule_may_not_read_beyond_the_document(tmp_path: Path, test: str) -> None:
    content = f'<pattern><rule context="a"><assert test="{test}"/></rule></pattern>'
    assert "reads beyond the document" in refused(tmp_path, content)


def test_the_query_binding_of_xslt_1_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.sch"
    path.write_text('<schema xmlns="http://purl.oclc.org/dsdl/schematron"/>', "utf-8")
    with pytest.raises(SchematronError, match='queryBinding="xslt" is not implemented'):
        compiled(path)

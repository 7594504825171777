"""`engross deposit xar`: the descriptors keep to their forms, the indexes find what the TEI says, the scripts run.

eXist-db is in no package registry. BaseX, which installs EXPath packages too, installs this one, and runs its scripts
with a stand-in of eXist-db's module `xmldb` (tests/exist/xmldb.xqm).
"""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from basex import ask
from lxml import etree
from packing import DAY, SEEDS, copied, engross
from saxonche import PySaxonProcessor

from encoder.deposit.finished import DepositError, finished
from encoder.deposit.xar import write_xar

FORMS = Path(__file__).parent / "exist"
PACKAGE = "{http://expath.org/ns/pkg}"
XCONF = "{http://exist-db.org/collection-config/1.0}"
TEI = "http://www.tei-c.org/ns/1.0"
NAME = "https://history.state.gov/historicaldocuments/frus-japan"


@pytest.fixture(scope="module")
def xar(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the package that the command writes."""
    out = tmp_path_factory.mktemp("xar") / "japan.xar"
    done = engross("deposit", "xar", build, "--sources", SEEDS, "--date", DAY, "-o", out)
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="module")
def unpacked(xar: Path) -> Path:
    """Return a folder with what is in the package."""
    with zipfile.ZipFile(xar) as package:
        package.extractall(xar.parent / "unpacked")
    return xar.parent / "unpacked"


@pytest.mark.parametrize(
    ("name", "form"),
    [("expath-pkg.xml", "expath-pkg.rnc"), ("repo.xml", "repo.rnc"), ("collection.xconf", "collection.rnc")],
)
def test_a_descriptor_keeps_to_its_published_form(unpacked: Path, name: str, form: str) -> None:
    command = [str(Path(sys.executable).with_name("pyjing")), "-c", str(FORMS / form), str(unpacked / name)]
    judged = subprocess.run(command, capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stdout


def test_the_package_holds_the_documents_of_the_build_as_they_are(build: Path, unpacked: Path) -> None:
    for path in (build / "tei").iterdir():
        assert (unpacked / "data" / path.name).read_bytes() == path.read_bytes()
    assert len(list((unpacked / "data").iterdir())) == len(list((build / "tei").iterdir()))


def test_every_file_that_a_descriptor_names_is_in_the_package(unpacked: Path) -> None:
    deployment = etree.parse(unpacked / "repo.xml").getroot()
    for name in ("prepare", "finish"):
        assert (unpacked / str(deployment.findtext(f"{{*}}{name}"))).is_file()
    assert (unpacked / "icon.svg").is_file()


def test_the_version_is_the_day_without_leading_zeros(build: Path, tmp_path: Path) -> None:
    write_xar(finished(build, SEEDS, "2027-01-05"), tmp_path / "a.xar", "http://example.org/ns/data/japan-data")
    with zipfile.ZipFile(tmp_path / "a.xar") as package:
        root = etree.fromstring(package.read("expath-pkg.xml"))
    assert (root.get("version"), root.get("name")) == ("2027.1.5", "http://example.org/ns/data/japan-data")


def test_the_same_edition_gives_the_same_bytes(build: Path, xar: Path, tmp_path: Path) -> None:
    write_xar(finished(build, SEEDS, DAY), tmp_path / "again.xar")
    assert (tmp_path / "again.xar").read_bytes() == xar.read_bytes()


# ---- the indexes, whose expressions are XPath: Saxon evaluates them where eXist-db would


def indexed(unpacked: Path, document: str) -> dict[str, list[str]]:
    """Return what each field and facet of a document's division has."""
    texts = (
        etree.parse(unpacked / "collection.xconf").getroot().findall(f".//{XCONF}text[@qname='tei:div']/*[@expression]")
    )
    with PySaxonProcessor(license=False) as saxon:
        paths = saxon.new_xpath_processor()
        paths.declare_namespace("tei", TEI)
        paths.set_context(xdm_item=saxon.parse_xml(xml_text=(unpacked / "data" / document).read_text(encoding="utf-8")))
        found = {}
        for text in texts:
            values = paths.evaluate(f"/tei:TEI/tei:text/tei:body/tei:div/({text.get('expression')})")
            name = text.get("name") or f"facet {text.get('dimension')}"
            found[name] = [values.item_at(at).get_string_value() for at in range(values.size)] if values else []
    return found


def test_fields_and_facets_say_what_the_header_says(unpacked: Path) -> None:
    found = indexed(unpacked, "frus1964-68v29p2-d62.xml")
    assert found["id"] == ["frus1964-68v29p2-d62"]
    assert found["title"] == ["Letter From Secretary of State Rusk to Secretary of Defense McNamara"]
    assert found["date"] == ["1965-09-25"]
    assert len(found["notes"]) == 4
    assert found["facet date"] == ["1965", "09", "25"]
    assert found["facet place"] == found["place"] == ["Washington"]
    assert found["facet sender"] == ["Rusk, Dean"]
    assert found["facet recipient"] == ["McNamara, Robert S."]
    assert found["facet language"] == ["en"]
    assert "Reischauer, Edwin O." in found["facet person"]
    assert found["facet volume"] == found["volume"]


def test_every_element_and_attribute_that_is_indexed_may_stand_in_the_tei() -> None:
    grammar = (Path(__file__).parents[1] / "schema" / "engross.rng").read_text(encoding="utf-8")
    root = etree.parse(Path(__file__).parents[1] / "encoder" / "deposit" / "exist" / "collection.xconf").getroot()
    for one in root.iter(f"{XCONF}text", f"{XCONF}ignore", f"{XCONF}inline", f"{XCONF}create"):
        name = one.get("qname", "")
        assert f'name="{name.removeprefix("@").removeprefix("tei:")}"' in grammar, name


# ---- BaseX: an installer of EXPath packages, and an XQuery processor


def test_basex_installs_the_package_but_for_what_only_exist_is(basex: int, xar: Path, tmp_path: Path) -> None:
    """The one line that asks for eXist-db as its processor is left out; with it BaseX says that it is another."""
    with pytest.raises(DepositError, match="is not supported"):
        ask(basex, f"REPO INSTALL {xar}")
    with zipfile.ZipFile(xar) as package, zipfile.ZipFile(tmp_path / "japan.xar", "w") as other:
        for name in package.namelist():
            other.writestr(name, re.sub(rb"<dependency [^>]*>", b"", package.read(name)))
    ask(basex, f"REPO INSTALL {tmp_path / 'japan.xar'}")
    listed = ask(basex, "REPO LIST")
    ask(basex, f"REPO DELETE {NAME}")
    assert NAME in listed
    assert "2026.11.22" in listed


@pytest.fixture
def exist(basex: int, unpacked: Path) -> int:
    """Return a BaseX server with the stand-in of xmldb, and with the package's files in a database `japan`."""
    ask(basex, f"REPO INSTALL {FORMS / 'xmldb.xqm'}")
    ask(basex, "SET CHOP false", "SET ADDARCHIVES false", f"CREATE DB japan {unpacked}")
    return basex


def script(port: int, unpacked: Path, name: str, target: str) -> str:
    """Return what a script of the package gives, run as eXist-db's deployment runs it."""
    bound = f"home=/exist,dir={unpacked},target={target}"
    return ask(port, f"SET BINDINGS {bound}", f"RUN {unpacked / name}")


def test_the_script_before_the_load_stores_the_configuration_in_its_collection(exist: int, unpacked: Path) -> None:
    asked = script(exist, unpacked, "pre-install.xql", "/db/apps/frus-japan")
    assert asked == f"/db/system/config/db/apps/frus-japan {unpacked} collection.xconf"


def test_the_script_after_the_load_finds_what_was_packed(exist: int, unpacked: Path) -> None:
    assert script(exist, unpacked, "post-install.xql", "japan") == "3 documents stored"


@pytest.mark.parametrize(
    "change",
    [
        "delete node doc('japan/data/frus1964-68v29p2-d62.xml')//t:note[1]",
        "replace value of node (doc('japan/data/frus1964-68v29p2-d62.xml')//t:body//t:p/text())[1] with 'You'",
        "replace value of node doc('japan/data/frus1964-68v29p2-d62.xml')/t:TEI/@xml:id with 'other'",
        "db:delete('japan', 'data/frus1964-68v29p2-d62.xml')",
    ],
)
def test_the_script_after_the_load_names_a_document_that_is_not_as_it_was_packed(
    exist: int, unpacked: Path, change: str
) -> None:
    ask(exist, f"XQUERY declare namespace t = '{TEI}'; {change}")
    with pytest.raises(DepositError, match=r"Not stored as they were packed: frus1964-68v29p2-d62\.xml\. "):
        script(exist, unpacked, "post-install.xql", "japan")


# ---- bad input


def test_a_file_changed_after_the_build_is_an_error_and_the_old_package_stays(
    build: Path, xar: Path, tmp_path: Path
) -> None:
    copy = copied(build, tmp_path)
    edition = finished(copy, SEEDS, DAY)
    (tmp_path / "japan.xar").write_bytes(xar.read_bytes())
    with (copy / "tei" / "frus1964-68v29p2-d62.xml").open("ab") as file:
        file.write(b" ")
    with pytest.raises(DepositError, match="changed after the build"):
        write_xar(edition, tmp_path / "japan.xar")
    assert (tmp_path / "japan.xar").read_bytes() == xar.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", "japan.xar"]


def test_a_full_disk_is_an_error_and_the_old_package_stays(build: Path, xar: Path, tmp_path: Path) -> None:
    (tmp_path / "japan.xar").write_bytes(xar.read_bytes())
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))"
    out = tmp_path / "japan.xar"
    done = engross("deposit", "xar", build, "--sources", SEEDS, "--date", DAY, "-o", out, before=limit)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "The package cannot be written: File too large." in done.stderr
    assert out.read_bytes() == xar.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["japan.xar"]


@pytest.mark.parametrize("content", [b"mine", b"PK\x05\x06" + bytes(18)])
def test_what_engross_did_not_make_is_never_replaced(build: Path, tmp_path: Path, content: bytes) -> None:
    """A text, and an empty ZIP file."""
    (tmp_path / "mine.xar").write_bytes(content)
    with pytest.raises(DepositError) as error:
        write_xar(finished(build, SEEDS, DAY), tmp_path / "mine.xar")
    assert error.value.problem.code == "output-foreign"
    assert (tmp_path / "mine.xar").read_bytes() == content

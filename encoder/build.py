"""A whole edition: its documents encoded in parallel, then the web edition and print from the TEI."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from encoder.encoding import Encoded, Encoder
from encoder.found import FILE as FOUND
from encoder.found import table_of
from encoder.output import Output
from encoder.problems import Problem
from encoder.products import Site, pdfs, silent
from encoder.sources import Job, Source, jobs_of, sources_of, tei_files
from encoder.tei import TeiError, edition_facts
from encoder.workers import in_processes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from encoder.found import Found
    from encoder.model import Edition
    from encoder.products import Product, Progress


@dataclass
class Report:
    """What a run did: every problem, and counts of what was found (`documents`, `notes`, `names` ...)."""

    problems: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def failed(self, severities: Sequence[str] = ("error",)) -> bool:
        """Whether there is a problem of one of these severities."""
        return any(problem.severity in severities for problem in self.problems)


def encode(source: Path, out: Path, progress: Progress = silent) -> Report:
    """Encode a transcription, a folder of them (an edition) or a folder of editions (a series) as TEI in `out`.

    An edition gives `out/<document>.xml`, a series `out/<folder>/<document>.xml`. Raises OutputError.
    """
    report = Report()
    with Output(out) as output:
        for one in sources_of(source, report.problems):
            _encode_edition(one, output, "", report, progress)
        report.problems += output.publish()
    return report


def build(source: Path, out: Path, progress: Progress = silent, *, public: bool = False) -> Report:
    """Encode as `encode` does, into `out/tei`, and make `out/web` and `out/print` of the TEI. Raises OutputError.

    With `public`, the web edition has no pages for editors.
    """
    report = Report()
    with Output(out) as output:
        for one in sources_of(source, report.problems):
            edition, teis = _encode_edition(one, output, "tei/", report, progress)
            if not teis:
                continue
            style = one.folder / edition.facts["style"] if edition.facts.get("style") else None
            site = Site("../print", public, published=out / one.prefix / "web", style=style)
            for name, product in (("web", site), ("print", pdfs)):
                folder = output.staging / one.prefix / name
                folder.mkdir(parents=True)
                report.problems += map(output.shown, product(teis, folder, edition.facts, progress))
        output.write("problems.json", problems_json(report.problems, (source.parent, out.parent)))
        report.problems += output.publish()
    return report


def publish(paths: Sequence[Path], out: Path, product: Product, progress: Progress = silent) -> Report:
    """Make a product of TEI files and folders of them in the folder `out`. Raises OutputError.

    The edition's facts are what the first file's header says.
    """
    report = Report()
    teis = tei_files(paths)
    if not teis:
        report.problems.append(Problem("nothing-to-do", "There are no TEI files (*.xml) here.", str(paths[0])))
        return report
    try:
        facts = edition_facts(teis[0].read_bytes())
    except TeiError as error:
        report.problems.append(Problem("xml-syntax", str(error), str(teis[0]), error.line))
        return report
    with Output(out) as output:
        report.counts["documents"] = len(teis)
        report.problems += map(output.shown, product(teis, output.staging, facts, progress))
        report.problems += output.publish()
    return report


def problems_json(problems: Iterable[Problem], homes: Sequence[Path]) -> str:
    """Return problems as JSON, one object each, with their severity; a path below one of `homes` is told from there."""
    table = [
        {"severity": problem.severity, **asdict(problem), "path": _from(homes, problem.path)} for problem in problems
    ]
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"


def _from(homes: Sequence[Path], path: str) -> str:
    """Return a path as seen from the first of `homes` that it is below, so that no folder of a machine is published."""
    home = next((home for home in homes if Path(path).is_relative_to(home)), None)
    return Path(path).relative_to(home).as_posix() if home and path else path


def _encode_edition(
    source: Source, output: Output, place: str, report: Report, progress: Progress
) -> tuple[Edition, list[Path]]:
    """Encode one edition into the folder `place` of its output; return it and its TEI files in the edition's order."""
    edition, jobs, problems = jobs_of(source)
    report.problems += problems
    teis = []
    found: list[Found] = []
    for done, result in enumerate(in_processes(_run, jobs, start=partial(_start, edition)), 1):
        progress(f"encode {source.folder.name}", done, len(jobs))
        report.problems += result.problems
        report.counts.update(result.counts)
        if result.tei:
            teis.append(output.write(f"{source.prefix}{place}{result.id}.xml", result.tei))
            found += result.found
    if found:
        output.write(f"{source.prefix}{FOUND}", table_of(found, (person.id for person in edition.persons)))
    return edition, teis


_here: list[Encoder] = []
"""The encoder of this process."""


def _start(edition: Edition) -> None:
    _here[:] = [Encoder(edition)]


def _run(job: Job) -> Encoded:
    try:
        content = job.path.read_bytes()
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        return Encoded(job.id, "", (Problem("file-unreadable", message, job.shown),), {})
    try:
        return _here[0].encode(content, job.shown, job.id, job.facts)
    except Exception as error:  # noqa: BLE001 (a fault of the program in one document must not end the others)
        message = (
            f"The program failed on this document ({type(error).__name__}: {error}). Please report it with the file."
        )
        return Encoded(job.id, "", (Problem("program-fault", message, job.shown),), {})

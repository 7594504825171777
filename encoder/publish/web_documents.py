"""The documents of a web edition: for each a page, its plain text and its TEI, and an entry for the lists.

A document is parsed once for all that is made of it, in as many processes as are worth it. What an earlier run made of
the same TEI with the same neighbours is not made again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from lxml import etree

from encoder.kept import digest
from encoder.problems import Problem
from encoder.publish.saxon import StylesheetError, parsed, stylesheet
from encoder.publish.web_sources import jobs_of
from encoder.resources import resource
from encoder.workers import in_processes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from encoder.kept import Kept
    from encoder.publish.web_sources import Job, Parameters, Source

_FOLDERS = ("tei", "text")


@dataclass(frozen=True, slots=True)
class Shown:
    """A document as the edition shows it."""

    id: str
    of: str
    """A digest of all that its page is made of."""
    entry: str = field(repr=False)
    """What the lists need to know of it, as XML without a namespace."""

    @property
    def files(self) -> list[str]:
        """The files that were made of it."""
        return [f"{self.id}.html", f"text/{self.id}.txt", f"tei/{self.id}.xml"]


@dataclass(frozen=True, slots=True)
class _Result:
    job: Job
    entry: str
    problems: list[Problem]


class Documents:
    """Makes the documents of an edition into the folder `out`, in a `form`: the stylesheet of a page."""

    def __init__(self, out: Path, parameters: Parameters, form: Path, kept: Kept) -> None:
        self.out, self.parameters, self.form, self.kept = out, parameters, form, kept
        self._of = digest(json.dumps(dict(parameters), sort_keys=True), form.read_bytes())
        for folder in _FOLDERS:
            (out / folder).mkdir(parents=True, exist_ok=True)

    def made(self, sources: Sequence[Source], problems: list[Problem], told: Callable[[int, int], None]) -> list[Shown]:
        """Return the documents that could be shown, and add a problem for each other; tell of the progress."""
        shown: dict[str, Shown] = {}
        while True:
            known = frozenset(source.id for source in sources)
            jobs = jobs_of(sources)
            # a page that failed was the neighbour of others, or they refer to it: these are made again
            open_jobs = [job for job in jobs if job.source.id not in shown or self._changed(job, shown, known)]
            if not open_jobs:
                return [shown[source.id] for source in sources]
            shown |= self._all(open_jobs, known, problems, told)
            sources = [source for source in sources if source.id in shown]

    def _changed(self, job: Job, shown: Mapping[str, Shown], known: frozenset[str]) -> bool:
        one = shown[job.source.id]
        return one.of != self._shown(job, one.entry, known).of

    def _all(
        self, jobs: Sequence[Job], known: frozenset[str], problems: list[Problem], told: Callable[[int, int], None]
    ) -> dict[str, Shown]:
        shown = {job.source.id: one for job in jobs if (one := self._kept(job, known))}
        start = partial(_start, self.out, self.parameters, self.form, known)
        new = [job for job in jobs if job.source.id not in shown]
        for done, result in enumerate(in_processes(_make, new, start=start), len(shown) + 1):
            told(done, len(jobs))
            problems += result.problems
            if result.entry:
                one = self._shown(result.job, result.entry, known)
                shown[one.id] = one
                self.kept.put(f"entry {one.id}", result.job.source.of, [], value=one.entry)
                self.kept.put(f"page {one.id}", one.of, one.files)
        return shown

    def _kept(self, job: Job, known: frozenset[str]) -> Shown | None:
        """Return the document as an earlier run made it, if it would be the same now."""
        entry = self.kept.get(f"entry {job.source.id}", job.source.of)
        if entry is None or not isinstance(entry.value, str):
            return None
        one = self._shown(job, entry.value, known)
        return one if self.kept.get(f"page {one.id}", one.of) else None

    def _shown(self, job: Job, entry: str, known: frozenset[str]) -> Shown:
        own = json.dumps({**job.own, "referred": _referred(entry, known)}, sort_keys=True)
        return Shown(job.source.id, digest(job.source.of, self._of, own), entry)


def _referred(entry: str, known: frozenset[str]) -> str:
    """Return the ids of the documents that one refers to and the edition has, as the page's parameter."""
    refers = (reference.get("to", "") for reference in etree.fromstring(entry.encode()).iterchildren("reference"))
    return " ".join(sorted(known.intersection(refers)))


@dataclass(frozen=True, slots=True)
class _Here:
    """What all documents share, in this process."""

    out: Path
    parameters: Parameters
    form: Path
    known: frozenset[str]


_here: list[_Here] = []


def _start(out: Path, parameters: Parameters, form: Path, known: frozenset[str]) -> None:
    _here[:] = [_Here(out, parameters, form, known)]


def _make(job: Job) -> _Result:
    here, path, identifier = _here[0], job.source.path, job.source.id
    try:
        content = path.read_bytes()
        document = parsed(content.decode("utf-8-sig"))
        shared = {**here.parameters, "file": path.stem}
        entry = stylesheet(resource("xslt/web/catalogue.xsl")).transform(document, shared)
        own = {**shared, **job.own, "referred": _referred(entry, here.known)}
        page = stylesheet(here.form).transform(document, own)
        text = stylesheet(resource("xslt/web/text.xsl")).transform(document, own)
    except (OSError, UnicodeDecodeError) as error:
        return _Result(job, "", [Problem("file-unreadable", f"The TEI cannot be read: {error}.", str(path))])
    except StylesheetError as error:
        code = "xml-syntax" if error.in_document else "stylesheet"
        return _Result(job, "", [Problem(code, f"{error}.", str(path), error.line if error.in_document else 0)])
    (here.out / f"{identifier}.html").write_text(page, encoding="utf-8", newline="\n")
    (here.out / "text" / f"{identifier}.txt").write_text(text, encoding="utf-8", newline="\n")
    (here.out / "tei" / f"{identifier}.xml").write_bytes(content)
    return _Result(job, entry, [])

"""What there is to encode: a transcription, a folder of them (an edition), or a folder of editions (a series)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from encoder.edition import FILE, load_edition
from encoder.problems import Problem
from encoder.tei.identity import natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from encoder.model import Edition


@dataclass(frozen=True, slots=True)
class Source:
    """One edition of what is to be encoded: its folder, and what stands before the names of its output files."""

    folder: Path
    prefix: str = ""
    only: str = ""
    """The name of the one file that is asked for, or empty for all."""
    teis: str = ""
    """The folder of its TEI files in its part of the output, with a slash at its end."""


@dataclass(frozen=True, slots=True)
class Job:
    """One transcription to encode: its file, how problems name it, its id, and what the edition says of it."""

    path: Path
    shown: str
    id: str
    facts: Mapping[str, str] = field(default_factory=dict)


def sources_of(source: Path, problems: list[Problem]) -> Iterator[Source]:
    """Yield each edition of a path that a user named; what cannot be encoded is added to `problems`."""
    if source.is_file():
        yield Source(source.parent, only=source.name)
    elif not source.is_dir():
        message = "There is no such file or folder: give a transcription, or a folder of transcriptions."
        problems.append(Problem("nothing-to-do", message, str(source)))
    elif any(source.glob("*.txt")) or (source / FILE).exists():
        yield Source(source)
    elif folders := sorted(folder for folder in source.iterdir() if (folder / FILE).exists()):
        for folder in folders:
            yield Source(folder, f"{folder.name}/")
    else:
        message = f"There are no transcriptions (*.txt) here, and no folders with an {FILE}."
        problems.append(Problem("nothing-to-do", message, str(source)))


def jobs_of(source: Source) -> tuple[Edition, list[Job], list[Problem]]:
    """Return an edition, a job for each of its transcriptions in the order of their ids, and problems.

    Of two files with one id the second gets no job but a problem.
    """
    folder = source.folder
    edition, problems = load_edition(folder)
    jobs: dict[str, Job] = {}
    paths = sorted(folder.glob("*.txt"))
    for path in paths:
        facts = edition.documents.get(path.stem, {})
        identifier = facts.get("id") or path.stem
        if identifier in jobs:
            message = (
                f"The id “{identifier}” is that of {jobs[identifier].path.name} already: give it another in {FILE}."
            )
            problems.append(Problem("document-id-twice", message, str(path)))
        else:
            jobs[identifier] = Job(path, str(path), identifier, facts)
    stems = [path.stem for path in paths]
    for stem in edition.documents:
        if stem not in stems:
            near = get_close_matches(stem, stems, n=1)
            advice = f"; did you mean “{near[0]}”?" if near else "."
            message = f"[documents.{stem}] names no file: there is no {stem}.txt{advice}"
            problems.append(Problem("document-unknown", message, str(folder / FILE)))
    if not stems:
        problems.append(Problem("nothing-to-do", "There are no transcriptions (*.txt) in this folder.", str(folder)))
    edition = replace(edition, held=frozenset(jobs))
    ordered = sorted(jobs.values(), key=lambda job: natural(job.id))
    return edition, [job for job in ordered if source.only in {"", job.path.name}], problems


def tei_files(paths: Iterable[Path]) -> list[Path]:
    """Return the TEI files of paths that a user named, those of a folder in the order of their ids (d9 before d10)."""
    found: list[Path] = []
    for path in paths:
        found += sorted(path.rglob("*.xml"), key=lambda file: natural(file.stem)) if path.is_dir() else [path]
    return found

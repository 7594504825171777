"""The grammar, the rules and the encoding guide as files for others: an XML editor, a pipeline, a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.output import Output
from encoder.publish.guide import guide
from encoder.report import Report
from encoder.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = "guide.html"
_SUFFIXES = {".rnc", ".rng", ".xsd", ".odd", ".sch"}


def write_schema(out: Path, *, docs: bool = False) -> Report:
    """Write the schema into the folder `out`, with `docs` the encoding guide too. Raises OutputError."""
    report = Report()
    with Output(out) as output:
        for path in sorted(resource("schema").iterdir()):
            if path.suffix in _SUFFIXES:
                output.write(path.name, path.read_bytes())
        if docs:
            output.write(GUIDE, guide())
        report.counts["files"] = len(output.add(""))
        report.add(output.publish())
    return report

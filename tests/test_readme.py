"""What the README says is true: its example prints what it shows, its commands and keys are those there are."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import encoder
from encoder.cli import main
from encoder.edition import DOCUMENT_KEYS, TABLES

HOME = Path(__file__).resolve().parents[1]
README = (HOME / "README.md").read_text(encoding="utf-8")
PINNED = re.findall(r"^([a-z-]+)==(\S+)$", (HOME / ".ci" / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_example_runs_and_prints_what_it_shows() -> None:
    code, shown = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", README, re.DOTALL)[0]
    done = subprocess.run([sys.executable, "-c", code], cwd=HOME, capture_output=True, text=True, check=True)
    assert done.stdout == shown


def test_every_command_is_in_the_table() -> None:
    table = README.partition("## Commands")[2].partition("## edition.toml")[0]
    assert set(re.findall(r"`engross ([a-z]+)", table)) == set(main.commands)


def test_every_key_of_edition_toml_is_in_the_table() -> None:
    table = README.partition("## edition.toml")[2].partition("## From Python")[0]
    rows = dict(re.findall(r"^\| `\[(\w+)[^|]*\| (.*?) \|$", table, re.MULTILINE))
    for name, keys in {**TABLES, "documents": DOCUMENT_KEYS}.items():
        shown = re.sub(r"\([^)]*\)", "", rows[name].rpartition("txt`: ")[2])
        assert {key for key in re.findall(r"`(\w+)`", shown) if key != "listPerson"} == set(keys)


def test_the_public_names_are_there() -> None:
    for name in encoder.__all__:
        assert getattr(encoder, name).__doc__, name


def test_the_test_command_is_what_ci_calls() -> None:
    assert "bash .ci/check" in README
    assert "bash .ci/check" in (HOME / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "pinned"), PINNED)
def test_the_versions_are_those_that_output_was_made_with(name: str, pinned: str) -> None:
    assert version(name) == pinned

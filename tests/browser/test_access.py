"""Accessibility and validity: axe-core and the Nu checker find nothing on any kind of page."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

_MODULES = Path(__file__).parent / "node_modules"
_AXE = _MODULES / "axe-core" / "axe.min.js"
_NU = _MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
_INSTALL = "run `npm install --prefix tests/browser`"
KINDS = (
    "index.html", "404.html", "frus1964-68v29p2-d62.html", "frus1964-68v29p2-d55.html", "hostile.html",
    "people/p_RD1.html", "lists/documents.html", "lists/by-date.html", "lists/people.html", "lists/places.html",
    "lists/abbreviations.html", "lists/sources.html", "lists/timeline.html", "dates/1965.html", "dates/1965-09.html",
    "places/tokyo.html", "abbreviations/t-US1.html",
    "lists/network.html", "lists/search.html", "lists/editors.html", "guide.html",
)  # fmt: skip
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.skipif(not _AXE.is_file(), reason=f"axe-core is absent: {_INSTALL}")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", KINDS)
def test_axe_finds_nothing(read: Callable[..., Page], address: str, scheme: str) -> None:
    """WCAG 2.2 AA and axe's own best practice, on a wide screen and a narrow one, the encoding shown."""
    page = read(address, 1400, color_scheme=scheme)
    page.evaluate("document.documentElement.classList.add('encoding')")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    for width in (1400, 360):
        page.set_viewport_size({"width": width, "height": 900})
        found = page.evaluate("(rules) => axe.run({runOnly: rules})", _RULES)
        broken = [
            (violation["id"], [node["html"][:160] for node in violation["nodes"][:3]])
            for violation in found["violations"]
        ]
        assert broken == [], width


@pytest.mark.skipif(not _NU.is_file(), reason=f"the Nu checker is absent: {_INSTALL}")
@pytest.mark.skipif(shutil.which("java") is None, reason="Java is not installed")
def test_every_page_is_valid(folder: Path) -> None:
    """The Nu checker has no error to tell."""
    command = ["java", "-Xss4m", "-jar", str(_NU), "--errors-only", "--skip-non-html", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert [line for line in run.stderr.splitlines() if ": error: " in line or ": fatal: " in line] == []
    assert run.returncode == 0

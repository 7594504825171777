"""The style sheet, the scripts and the icon that every page of the web edition shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

_STYLES = ("theme", "page", "text", "notes", "lists", "print")
"""In the order of the cascade: `theme` has the looks that a project changes, `print` comes last."""
_SCRIPTS = {"edition.js": ("cards", "notes", "tools"), "search.js": ("search",)}


def write_assets(out: Path, style: Path | None = None) -> None:
    """Write the files that pages share into `out/assets`; `style` comes last in the cascade. Raises OSError."""
    assets = out / "assets"
    assets.mkdir(parents=True, exist_ok=True)
    home = resource("xslt/web")
    sheets = [*(home / "css" / f"{name}.css" for name in _STYLES), *([style] if style else [])]
    styles = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    (assets / "edition.css").write_text(styles, encoding="utf-8", newline="\n")
    for target, names in _SCRIPTS.items():
        parts = "\n".join((home / "js" / f"{name}.js").read_text(encoding="utf-8") for name in names)
        # a scope of its own, and no module: a browser loads no module from a folder without a server
        (assets / target).write_text(f'"use strict";\n(() => {{\n{parts}}})();\n', encoding="utf-8", newline="\n")
    (assets / "icon.svg").write_bytes((home / "icon.svg").read_bytes())

"""Writing a file whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path


def replace_file(out: Path, content: bytes) -> list[Problem]:
    """Write `content` aside and move it to `out`, whose folder is made. Return why that was not possible."""
    aside = out.with_name(f".{out.name}.part")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(content)
        aside.replace(out)
    except OSError as error:
        return [Problem("output-unwritable", f"cannot be written: {error.strerror}", str(out))]
    return []

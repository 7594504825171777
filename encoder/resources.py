"""Where the schema, the stylesheets and the conventions are, in the wheel or in a checkout; and the user's cache."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def cache_folder() -> Path:
    """Return where what can be made again is kept for a user: engross in $XDG_CACHE_HOME, or in ~/.cache."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (cache if cache.is_absolute() else Path.home() / ".cache") / "engross"


def resource(name: str) -> Path:
    """Return the path of a resource such as `xslt/web/document.xsl`.

    Raises FileNotFoundError where neither the installed package nor the checkout has it.
    """
    for home in (PACKAGE, PACKAGE.parent):
        path = home / name
        if path.exists():
            return path
    raise FileNotFoundError(name)

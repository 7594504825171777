"""Where the schema, the stylesheets and the conventions are: in the wheel, or in place in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """Return the path of a resource such as `xslt/web/document.xsl`.

    Raises FileNotFoundError where neither the installed package nor the checkout has it.
    """
    for home in (PACKAGE, PACKAGE.parent):
        path = home / name
        if path.exists():
            return path
    raise FileNotFoundError(name)

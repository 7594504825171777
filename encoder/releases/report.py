"""A difference of two releases as text for a terminal, as JSON and as an HTML page."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from encoder.releases.changes import Change
    from encoder.releases.difference import Difference

_LENGTH = 60
"""How many code points of each side of a change the text report shows."""
_STYLE = (
    "body { font: 1rem/1.5 serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem }"
    " td, th { text-align: left; vertical-align: top; padding: .25rem 1rem .25rem 0; overflow-wrap: anywhere }"
)
Section = tuple[str, list[tuple[str, str, str]]]
"""A title, and rows of what, old and new."""


def sections(found: Difference) -> Iterator[Section]:
    """Yield what changed, the gravest first, with rows of what it is about, what it was and what it is."""
    documents = found.documents
    broken = [(address, address, found.moved.get(address, "")) for address in found.broken]
    renumbered = [(old, old, new) for old, new in documents.pairs.items() if old != new]
    yield "addresses that lead nowhere, or to something else, and have no redirect", broken
    yield "documents removed", [(name, name, "") for name in documents.removed]
    yield "documents renumbered", renumbered
    yield "documents split", [(old, old, ", ".join(new)) for old, new in documents.split.items()]
    yield "documents added", [(name, "", name) for name in documents.added]
    yield "web pages gone", [(name, name, "") for name in found.pages]
    yield "notes called elsewhere", list(_rows(found.notes))
    yield "links of names changed", list(_rows(found.names))
    yield "text changed", list(_rows(found.texts))


def text_report(found: Difference) -> str:
    """Return the difference as lines of text, long passages cut."""
    lines = []
    for title, rows in sections(found):
        if rows:
            lines.append(f"{title} ({len(rows)}):")
            lines += [f"  {what}: {_cut(old)} -> {_cut(new)}" for what, old, new in rows]
    return "\n".join(lines or ["nothing changed"]) + "\n"


def json_report(found: Difference) -> str:
    """Return the whole difference as JSON."""
    documents = found.documents
    table = {
        "broken": found.broken,
        "documents": {
            "added": documents.added,
            "removed": documents.removed,
            "renumbered": {old: new for old, new in documents.pairs.items() if old != new},
            "split": documents.split,
        },
        "moved": found.moved,
        "lost": found.lost,
        "pages": found.pages,
        **{
            name: {document: [change._asdict() for change in those] for document, those in changes.items()}
            for name, changes in (("notes", found.notes), ("names", found.names), ("texts", found.texts))
        },
    }
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"


def html_report(found: Difference) -> str:
    """Return the difference as an HTML page that needs nothing else."""
    title = "Changes between two releases"
    parts = [f"<h2>{escape(name)} ({len(rows)})</h2>\n{_table(rows)}" for name, rows in sections(found) if rows]
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f"{''.join(parts) or '<p>Nothing changed.</p>'}\n"
        "</body>\n</html>\n"
    )


def _rows(changes: Mapping[str, list[Change]]) -> Iterator[tuple[str, str, str]]:
    for document, those in changes.items():
        for change in those:
            yield f"{document} {change.where}".strip(), change.old, change.new


def _table(rows: list[tuple[str, str, str]]) -> str:
    head = "<tr><th scope='col'>what</th><th scope='col'>old</th><th scope='col'>new</th></tr>\n"
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n" for row in rows)
    return f"<table>\n{head}{body}</table>\n"


def _cut(text: str) -> str:
    shown = text if len(text) <= _LENGTH else f"{text[:_LENGTH]}…"
    return f"“{shown}”" if text else "nothing"

"""A difference of two releases as a web page that needs nothing else."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from encoder.releases.report import addresses, changes, inside, summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from encoder.releases.difference import Difference
    from encoder.releases.excerpts import Side

_TITLE = "Changes between two releases"
_STYLE = (
    ":root { color-scheme: light dark; --line: light-dark(#d0d0d0, #505050) }"
    " body { font: 1rem/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem }"
    " h2 { margin: 2.5rem 0 .5rem; font-size: 1.25rem }"
    " table { border-collapse: collapse; width: 100% }"
    " th, td { text-align: left; vertical-align: top; padding: .375rem 1rem .375rem 0;"
    " border-bottom: 1px solid var(--line); overflow-wrap: anywhere }"
    " th { font-weight: 600 }"
    " td:first-child { min-width: 12rem }"
    " del { text-decoration: line-through; background: light-dark(#fde2e0, #5c2320) }"
    " ins { text-decoration: none; background: light-dark(#d9f2dd, #1d4a29) }"
)
_ADDRESSES = ("Old address", "New address", "What happened", "With it")
_CHANGES = ("Where", "Old", "New")


def html_report(found: Difference) -> str:
    """Return the difference as an HTML page: what there is of each kind first, then each kind."""
    sections = [
        (title, count, _table(_ADDRESSES, ([*map(escape, row[:3]), inside(row)] for row in rows)))
        for title, count, rows in addresses(found)
    ]
    sections += [
        (
            title,
            len(rows),
            _table(_CHANGES, ([escape(one), _side(old, "del"), _side(new, "ins")] for one, old, new in rows)),
        )
        for title, rows in changes(found)
    ]
    content = "".join(_page(sections))
    first = summary(found) if content else "Nothing changed."
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{_TITLE}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{_TITLE}</h1>\n<p>{first}</p>\n"
        f"{content}</main>\n</body>\n</html>\n"
    )


def _page(sections: Sequence[tuple[str, int, str]]) -> Iterator[str]:
    """Yield the summary, if there is anything, and the sections that have any rows."""
    there = [(f"s{index}", title, count, table) for index, (title, count, table) in enumerate(sections) if count]
    if there:
        rows = ([f'<a href="#{name}">{_heading(title)}</a>', f"{count:,}"] for name, title, count, _ in there)
        yield _table(("Kind", "Number"), rows)
    for name, title, _, table in there:
        yield f'<section aria-labelledby="{name}">\n<h2 id="{name}">{_heading(title)}</h2>\n{table}</section>\n'


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of cells that are markup already; columns that are empty in every row are left out."""
    there = list(rows)
    shown = [index for index, _ in enumerate(columns) if any(row[index] for row in there)]
    head = "".join(f'<th scope="col">{columns[index]}</th>' for index in shown)
    body = "".join(f"<tr>{''.join(f'<td>{row[index]}</td>' for index in shown)}</tr>\n" for row in there)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def _heading(title: str) -> str:
    return escape(title[:1].upper() + title[1:])


def _side(side: Side, tag: str) -> str:
    return " ".join(f"<{tag}>{escape(text)}</{tag}>" if changed else escape(text) for text, changed in side)

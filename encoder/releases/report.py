"""A difference of two releases as rows, gravest first, as text for a terminal and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from encoder.releases.excerpts import excerpts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from encoder.releases.changes import Change
    from encoder.releases.difference import Difference
    from encoder.releases.excerpts import Side

_LENGTH = 100
"""How many code points of each side of a change the text report shows."""


class Address(NamedTuple):
    """An old address and the new one (either may be empty), what happened, and how many addresses go with it."""

    old: str
    new: str
    what: str
    inner: int = 0


def addresses(found: Difference) -> Iterator[tuple[str, int, list[Address]]]:
    """Yield what happened to addresses: a title, how many addresses it is about, and rows, one for each document."""
    documents = found.documents
    missing = set(found.broken)
    broken = list(_broken(found))
    yield "addresses that lead nowhere, or to something else, and have no redirect", len(found.broken), broken
    gone = [Address(name, "", "removed") for name in documents.removed if name not in missing]
    moved = [Address(old, new, "renumbered") for old, new in renumbered(found).items() if old not in missing]
    yield "documents removed or renumbered, with a redirect", len(gone) + len(moved), gone + moved
    split = [Address(old, ", ".join(new), "split") for old, new in documents.split.items()]
    yield "documents split", len(split), split
    yield "documents added", len(documents.added), [Address("", name, "added") for name in documents.added]
    yield "web pages gone", len(found.pages), [Address(name, "", "gone") for name in found.pages]


def changes(found: Difference) -> Iterator[tuple[str, list[tuple[str, Side, Side]]]]:
    """Yield what changed within documents: a title, and rows of where it is, what it was and what it is."""
    yield "notes called elsewhere", list(_whole(found.notes))
    yield "links of names changed", list(_whole(found.names))
    yield "text changed", list(_places(found.texts))


def renumbered(found: Difference) -> Mapping[str, str]:
    """Return the old and the new id of each document that has another one now."""
    split = found.documents.split
    return {old: new for old, new in found.documents.pairs.items() if old != new and old not in split}


def summary(found: Difference) -> str:
    """Return how many documents are others, and how many addresses want a redirect, as one line."""
    documents = found.documents
    counts = {
        "added": documents.added,
        "removed": documents.removed,
        "renumbered": renumbered(found),
        "split": documents.split,
    }
    some = ", ".join(f"{len(those):,} {what}" for what, those in counts.items())
    return f"Documents: {some}. Addresses without a redirect: {len(found.broken):,}."


def text_report(found: Difference) -> str:
    """Return the difference as lines of text, long passages cut."""
    lines: list[str] = []
    for title, count, rows in addresses(found):
        lines += [f"{title} ({count}):"] if rows else []
        lines += [_address_line(row) for row in rows]
    for title, places in changes(found):
        lines += [f"{title} ({len(places)}):"] if places else []
        lines += [f"  {where}: {_cut(old)} -> {_cut(new)}" for where, old, new in places]
    return "\n".join([summary(found), *lines] if lines else ["nothing changed"]) + "\n"


def inside(row: Address) -> str:
    """Return how many addresses in a document went with it; nothing if none did."""
    return f"{row.inner} address{'es' if row.inner > 1 else ''} in it" if row.inner else ""


def json_report(found: Difference) -> str:
    """Return the whole difference as JSON, with whole paragraphs."""
    documents = found.documents
    table = {
        "broken": found.broken,
        "documents": {
            "added": documents.added,
            "removed": documents.removed,
            "renumbered": renumbered(found),
            "split": documents.split,
        },
        "moved": found.moved,
        "lost": found.lost,
        "pages": found.pages,
        **{
            name: {document: [change._asdict() for change in those] for document, those in by_document.items()}
            for name, by_document in (("notes", found.notes), ("names", found.names), ("texts", found.texts))
        },
    }
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"


def _broken(found: Difference) -> Iterator[Address]:
    """Yield the addresses without a redirect; those in a document that went with it are counted in its row."""
    split, new_ids = found.documents.split, renumbered(found)
    rows: dict[tuple[str, str], Address] = {}
    for address in found.broken:
        document, _, inner = address.partition("#")
        target = found.moved.get(address, "")
        now = target.partition("#")[0]
        what = "renumbered" if document in new_ids else "split" if document in split else ""
        what = "removed" if document in found.documents.removed else what
        followed = rows.get((document, now)) if inner and document and document != now else None
        if followed:
            rows[document, now] = followed._replace(inner=followed.inner + 1)
        elif inner and now and now != document:
            rows[document, now] = Address(document, now, what, 1)
        else:
            rows[(address, target) if inner else (document, now)] = Address(address, target, what)
    yield from rows.values()


def _whole(by_document: Mapping[str, list[Change]]) -> Iterator[tuple[str, Side, Side]]:
    for document, those in by_document.items():
        for change in those:
            yield f"{document} {change.where}".strip(), [(change.old, False)], [(change.new, False)]


def _places(by_document: Mapping[str, list[Change]]) -> Iterator[tuple[str, Side, Side]]:
    for document, those in by_document.items():
        for change in those:
            for old, new in excerpts(change.old, change.new):
                yield f"{document} {change.where}".strip(), old, new


def _address_line(row: Address) -> str:
    arrow = " -> ".join(one for one in (row.old, row.new) if one)
    remark = ", ".join(one for one in (row.what or ("" if row.new else "gone"), inside(row)) if one)
    return f"  {arrow} ({remark})" if remark else f"  {arrow}"


def _cut(side: Side) -> str:
    text = " ".join(stretch for stretch, _ in side)
    if len(text) > _LENGTH:
        # the end says as much as the beginning
        text = f"{text[: _LENGTH // 2]} … {text[-_LENGTH // 2 :]}"
    return f"“{text}”" if text else "nothing"

"""The difference of two releases: what readers who cite the old one find in the new one, and what they do not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from encoder.deposit.records import people
from encoder.releases.changes import Change, Succession, changed_links, moved_notes, text_changes
from encoder.releases.matching import Matching, matching
from encoder.releases.redirects import final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from encoder.releases.release import Release

Addresses = dict[str, str]
"""Old address to new: `d62`, `d62#d62fn1`, `#p_RD3`; an empty new one where there is none."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed. `moved` and `lost` hold each public address that no longer leads where it led."""

    documents: Matching
    moved: Addresses
    """Addresses whose thing stands elsewhere now: what a redirect map should say."""
    lost: tuple[str, ...]
    """Addresses whose thing is gone."""
    broken: tuple[str, ...]
    """Those of both that no redirect leads to something in the new release."""
    pages: tuple[str, ...]
    """Web pages that are gone."""
    notes: Mapping[str, list[Change]] = field(default_factory=dict)
    names: Mapping[str, list[Change]] = field(default_factory=dict)
    texts: Mapping[str, list[Change]] = field(default_factory=dict)
    """By the id of the new document: notes called elsewhere, links changed, text changed."""


def difference(old: Release, new: Release, redirects: Mapping[str, str]) -> Difference:
    """Return what changed from one release to the next; `redirects` are those that the edition already has."""
    matched = matching(old.documents, new.documents)
    all_ = [
        Succession(one, [new.documents[part] for part in matched.became(name)]) for name, one in old.documents.items()
    ]
    addresses = dict(_documents(all_)) | dict(_people(old, new))
    moved = {address: target for address, target in addresses.items() if target}
    there = _public(new)
    # an address of an older release may be redirected to one that is gone now
    cited = {**addresses, **{address: "" for address in redirects if address not in there}}
    return Difference(
        matched,
        moved,
        tuple(address for address, target in addresses.items() if not target),
        tuple(address for address in cited if final(address, redirects, there) not in there),
        tuple(sorted(old.pages - new.pages)) if new.pages else (),
        *(_by_document(changes, all_) for changes in (moved_notes, changed_links, text_changes)),
    )


def _by_document(
    changes: Callable[[Succession], Iterable[tuple[str, Change]]], all_: list[Succession]
) -> Mapping[str, list[Change]]:
    found: dict[str, list[Change]] = {}
    for one in all_:
        for document, change in changes(one) if one.parts else ():
            found.setdefault(document, []).append(change)
    return found


def _public(release: Release) -> frozenset[str]:
    """Return every address that readers may cite."""
    documents = release.documents.items()
    inner = {f"{name}#{one}" for name, document in documents for one in document.ids}
    return frozenset({*release.documents, *inner, *(f"#{person}" for person in _listed(release))})


def _listed(release: Release) -> Mapping[str, str]:
    return {name: one.name for name, one in people([one.record for one in release.documents.values()]).items()}


def _documents(all_: list[Succession]) -> Iterator[tuple[str, str]]:
    """Yield each address in an old document that no longer leads to the same thing, and where that is now."""
    for one in all_:
        before = one.old.record.id
        first = one.parts[0].record.id if one.parts else ""
        if first != before:
            yield before, first
        for name in sorted(one.old.ids):
            here = f"{before}#{name}"
            target = _inner(one, name)
            if target != here:
                yield here, target


def _inner(one: Succession, name: str) -> str:
    """Return where something of an old document is: a note by its text, the document itself and pages by their ids."""
    if any(note.id == name for note in one.old.record.notes):
        part, note = one.notes.get(name, (None, None))
        return f"{part.record.id}#{note.id}" if part and note else ""
    if name == one.old.record.local and one.parts:
        return f"{one.parts[0].record.id}#{one.parts[0].record.local}"
    return next((f"{part.record.id}#{name}" for part in one.parts if name in part.ids), "")


def _people(old: Release, new: Release) -> Iterator[tuple[str, str]]:
    now = _listed(new)
    by_name = {name: identifier for identifier, name in reversed(list(now.items()))}
    for identifier, name in _listed(old).items():
        if identifier not in now:
            yield f"#{identifier}", f"#{by_name[name]}" if name in by_name else ""

"""The difference of two releases: what readers who cite the old one find in the new one, and what they do not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from encoder.deposit.records import people
from encoder.releases.changes import Change, changed_links, moved_notes, text_changes
from encoder.releases.matching import Matching, matching
from encoder.releases.redirects import final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from encoder.deposit.records import Note
    from encoder.releases.release import Release, Released

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
    addresses = dict(_documents(old, new, matched)) | dict(_people(old, new))
    moved = {address: target for address, target in addresses.items() if target}
    there = _public(new)
    # an address of an older release may be redirected to one that is gone now
    cited = {**addresses, **{address: "" for address in redirects if address not in there}}
    broken = [address for address in cited if final(address, redirects, there) not in there]
    pairs = [(old.documents[before], new.documents[after]) for before, after in matched.pairs.items()]

    def changed(changes: Mapping[str, list[Change]]) -> Mapping[str, list[Change]]:
        return {name: those for name, those in changes.items() if those}

    return Difference(
        matched,
        moved,
        tuple(address for address, target in addresses.items() if not target),
        tuple(broken),
        tuple(sorted(old.pages - new.pages)) if new.pages else (),
        changed({after.record.id: moved_notes(before, after) for before, after in pairs}),
        changed({after.record.id: changed_links(before, after) for before, after in pairs}),
        changed({after.record.id: text_changes(before, after) for before, after in pairs}),
    )


def _public(release: Release) -> frozenset[str]:
    """Return every address that readers may cite."""
    documents = release.documents.items()
    inner = {f"{name}#{one}" for name, document in documents for one in document.ids}
    return frozenset({*release.documents, *inner, *(f"#{person}" for person in _listed(release))})


def _listed(release: Release) -> Mapping[str, str]:
    return {name: one.name for name, one in people([one.record for one in release.documents.values()]).items()}


def _documents(old: Release, new: Release, matched: Matching) -> Iterator[tuple[str, str]]:
    """Yield each address in an old document that no longer leads to the same thing, and where that is now."""
    for before, document in old.documents.items():
        first = matched.pairs.get(before) or matched.split.get(before, ("",))[0]
        if first != before:
            yield before, first
        parts = [new.documents[name] for name in matched.split.get(before, (first,)) if name]
        for name in sorted(document.ids):
            here = f"{before}#{name}"
            target = _inner(document, name, parts)
            if target != here:
                yield here, target


def _inner(old: Released, name: str, parts: list[Released]) -> str:
    """Return where something of an old document is: a note by its text, the document itself and pages by their ids."""
    notes = {note.id: note for note in old.record.notes}
    if name in notes:
        return _note(notes[name], notes, parts)
    if name == old.record.local and parts:
        return f"{parts[0].record.id}#{parts[0].record.local}"
    return next((f"{part.record.id}#{name}" for part in parts if name in part.ids), "")


def _note(note: Note, notes: Mapping[str, Note], parts: list[Released]) -> str:
    """Return where a note is: under its id or its number with its text, then its text anywhere, then its id or number.

    Another note that always had the same text (“Not printed.”) is not it.
    """
    others = [(part.record.id, other) for part in parts for other in part.record.notes]
    twins = [(name, other) for name, other in others if other.text == note.text]
    new = [one for one in twins if one[1].id not in notes or notes[one[1].id].text != note.text]
    for found, key in ((twins, "id"), (twins, "n"), (new, "text"), (others, "id"), (others, "n")):
        for name, other in found:
            if getattr(other, key) == getattr(note, key):
                return f"{name}#{other.id}"
    return ""


def _people(old: Release, new: Release) -> Iterator[tuple[str, str]]:
    now = _listed(new)
    by_name = {name: identifier for identifier, name in reversed(list(now.items()))}
    for identifier, name in _listed(old).items():
        if identifier not in now:
            yield f"#{identifier}", f"#{by_name[name]}" if name in by_name else ""

"""What changed in one document between two releases: text, where notes are called, whom names are linked to."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.releases.release import Anchor, Released

_QUOTED = 30
"""How many code points before a note's call say where it is."""


class Change(NamedTuple):
    """Something that was `old` and is `new`; `where` is the id of a note, a name, or empty for the text itself."""

    where: str
    old: str
    new: str


def text_changes(old: Released, new: Released) -> list[Change]:
    """Return the paragraphs and the notes that changed; of what was added or removed, one side is empty."""
    changes = [Change("", *both) for both in _unequal(old.paragraphs, new.paragraphs)]
    notes = {_key(new, note.id): note for note in new.record.notes}
    both = ((note, notes.get(_key(old, note.id), note)) for note in old.record.notes)
    return changes + [Change(after.id, before.text, after.text) for before, after in both if before.text != after.text]


def moved_notes(old: Released, new: Released) -> list[Change]:
    """Return the notes that are called at another place of the text, with the words before their call."""
    places = _Places(old.paragraphs, new.paragraphs)
    before = {_key(old, note.id): old.anchors.get(note.id) for note in old.record.notes}
    changes = []
    for note in new.record.notes:
        was, now = before.get(_key(new, note.id)), new.anchors.get(note.id)
        if _key(new, note.id) in before and not (places.same(was, now) if was and now else was is now):
            changes.append(Change(note.id, _before(old, was), _before(new, now)))
    return changes


def changed_links(old: Released, new: Released) -> list[Change]:
    """Return the names whose link is another now, or is there only in one release (then one side is empty)."""
    before, after = (dict(_links(one)) for one in (old, new))
    keys = dict.fromkeys([*before, *after])
    return [
        Change(key[1], before.get(key, ""), after.get(key, ""))
        for key in keys
        if before.get(key, "") != after.get(key, "")
    ]


def _key(one: Released, note: str) -> str:
    """Return the id of a note without that of its document, which may have been renumbered: `fn1` of `d62fn1`."""
    return note.removeprefix(one.record.local)


def _links(document: Released) -> Iterator[tuple[tuple[str, str, int], str]]:
    """Yield each name by the note it is in, its text and its rank among the same, with what it is linked to."""
    seen: Counter[tuple[str, str]] = Counter()
    for one in document.record.mentions:
        note = _key(document, one.note)
        seen[note, one.name] += 1
        yield (note, one.name, seen[note, one.name]), one.ref


def _unequal(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        together = min(b - a, d - c)
        yield from zip(old[a : a + together], new[c : c + together], strict=True)
        yield from ((paragraph, "") for paragraph in old[a + together : b])
        yield from (("", paragraph) for paragraph in new[c + together : d])


class _Places:
    """Tells whether two places of an old and a new text are the same, whatever else changed around them."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._old, self._new = old, new
        self._partner: dict[int, int] = {}
        for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind in {"equal", "replace"}:
                self._partner |= dict(zip(range(a, b), range(c, d), strict=False))

    def same(self, old: Anchor, new: Anchor) -> bool:
        paragraph, offset = old
        if paragraph >= len(self._old) or new[0] >= len(self._new):
            return paragraph >= len(self._old) and new[0] >= len(self._new)
        if self._partner.get(paragraph) != new[0]:
            return False
        was, now = self._old[paragraph], self._new[new[0]]
        offset, found = min(offset, len(was)), min(new[1], len(now))
        # a place at the edge of what was rewritten is the same on either side of it
        return any(
            step.src_start <= offset <= step.src_end
            and (
                step.dest_start <= found <= step.dest_end
                if step.tag != "equal"
                else found - step.dest_start == offset - step.src_start
            )
            for step in Indel.opcodes(was, now)
        )


def _before(one: Released, anchor: Anchor | None) -> str:
    paragraph, offset = anchor or (len(one.paragraphs), 0)
    return one.paragraphs[paragraph][:offset][-_QUOTED:] if paragraph < len(one.paragraphs) else ""

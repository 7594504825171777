"""What changed in one document between two releases: text, where notes are called, whom names are linked to."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.deposit.records import Mention
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
    notes = {note.id: note.text for note in new.record.notes}
    both_sides = ((note.id, note.text, notes.get(note.id, note.text)) for note in old.record.notes)
    return changes + [Change(*one) for one in both_sides if one[1] != one[2]]


def moved_notes(old: Released, new: Released) -> list[Change]:
    """Return the notes that are called at another place of the text, with the words before their call."""
    places = _Places(old.paragraphs, new.paragraphs)
    changes = []
    for note, anchor in old.anchors.items():
        if note in new.anchors and not places.same(anchor, new.anchors[note]):
            changes.append(Change(note, _before(old, anchor), _before(new, new.anchors[note])))
        elif note not in new.anchors and note in new.ids:
            changes.append(Change(note, _before(old, anchor), ""))
    return changes + [
        Change(note, "", _before(new, anchor))
        for note, anchor in new.anchors.items()
        if note in old.ids and note not in old.anchors
    ]


def changed_links(old: Released, new: Released) -> list[Change]:
    """Return the names whose link is another now, or is there only in one release (then one side is empty)."""
    before, after = (dict(_links(one.record.mentions)) for one in (old, new))
    keys = dict.fromkeys([*before, *after])
    return [
        Change(key[1], before.get(key, ""), after.get(key, ""))
        for key in keys
        if before.get(key, "") != after.get(key, "")
    ]


def _links(mentions: Sequence[Mention]) -> Iterator[tuple[tuple[str, str, int], str]]:
    """Yield each name by the note it is in, its text and its rank among the same, with what it is linked to."""
    seen: Counter[tuple[str, str]] = Counter()
    for one in mentions:
        seen[one.note, one.name] += 1
        yield (one.note, one.name, seen[one.note, one.name]), one.ref


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


def _before(one: Released, anchor: Anchor) -> str:
    paragraph, offset = anchor
    return one.paragraphs[paragraph][:offset][-_QUOTED:] if paragraph < len(one.paragraphs) else ""

"""What changed in one document between two releases: text, where notes are called, whom names are linked to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from encoder.releases.notes import note_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from encoder.releases.notes import Placed
    from encoder.releases.release import Anchor, Released

    Found = Iterator[tuple[str, "Change"]]
    """Changes, each after the id of the new document it is in."""

_QUOTED = 30
"""How many code points before a note's call say where it is."""


class Change(NamedTuple):
    """Something that was `old` and is `new`; `where` is the id of a note, a name, or empty for the text itself."""

    where: str
    old: str
    new: str


@dataclass(frozen=True)
class Succession:
    """An old document and the new ones that it became: one, or several where it was split, read one after another."""

    old: Released
    parts: Sequence[Released]

    @cached_property
    def notes(self) -> Mapping[str, Placed]:
        """The notes that are still there, by their old ids."""
        return note_pairs(self.old, self.parts)


def text_changes(one: Succession) -> Found:
    """Yield the paragraphs and the notes that changed; of what was added or removed, one side is empty."""
    was, now = _comparable(one)
    parts = [part.record.id for part in one.parts for _ in part.paragraphs] or [one.parts[0].record.id]
    for place, before, after in _unequal(was, now):
        yield parts[min(place, len(parts) - 1)], Change("", before, after)
    for note in one.old.record.notes:
        if note.id not in one.notes:
            yield one.parts[0].record.id, Change(note.id, note.text, "")
    before_of = {(part.record.id, note.id): old for old, (part, note) in one.notes.items()}
    texts = {note.id: note.text for note in one.old.record.notes}
    for part in one.parts:
        for note in part.record.notes:
            text = texts.get(before_of.get((part.record.id, note.id), ""), "")
            if text != note.text:
                yield part.record.id, Change(note.id, text, note.text)


def moved_notes(one: Succession) -> Found:
    """Yield the notes that are called at another place of the text, with the words before their call."""
    now = [paragraph for part in one.parts for paragraph in part.paragraphs]
    places = _Places(one.old.paragraphs, now)
    starts = dict(zip((part.record.id for part in one.parts), _starts(one.parts), strict=True))
    for name, (part, note) in one.notes.items():
        here, there = one.old.anchors.get(name), part.anchors.get(note.id)
        if there:
            there = (there[0] + starts[part.record.id], there[1])
        if not (places.same(here, there) if here and there else here is there):
            yield part.record.id, Change(note.id, _before(one.old.paragraphs, here), _before(now, there))


def changed_links(one: Succession) -> Found:
    """Yield the names whose link is another now, or is there only in one release (then one side is empty)."""
    old_notes = {(part.record.id, note.id): old for old, (part, note) in one.notes.items()}
    before = {key: ref for key, ref, _ in _links([one.old], {})}
    after = {key: (ref, part) for key, ref, part in _links(one.parts, old_notes)}
    for key in dict.fromkeys([*before, *after]):
        was, (now, part) = before.get(key, ""), after.get(key, ("", one.parts[0].record.id))
        if was != now:
            yield part, Change(key[1], was, now)


def _comparable(one: Succession) -> tuple[Sequence[str], Sequence[str]]:
    """Return the paragraphs of both, their headings without the number of a document that was renumbered."""
    was, now = one.old.paragraphs, [paragraph for part in one.parts for paragraph in part.paragraphs]
    new = one.parts[0]
    numbers = (f"{one.old.record.n}. ", f"{new.record.n}. ")
    renumbered = len(one.parts) == 1 and one.old.record.id != new.record.id
    if renumbered and was and now and was[0].startswith(numbers[0]) and now[0].startswith(numbers[1]):
        return [was[0].removeprefix(numbers[0]), *was[1:]], [now[0].removeprefix(numbers[1]), *now[1:]]
    return was, now


def _starts(parts: Sequence[Released]) -> Iterator[int]:
    """Yield how many paragraphs stand before each part."""
    return accumulate((len(part.paragraphs) for part in parts[:-1]), initial=0)


def _links(
    documents: Sequence[Released], old_notes: Mapping[tuple[str, str], str]
) -> Iterator[tuple[tuple[str, str, int], str, str]]:
    """Yield each name by the note it is in, its text and its rank among the same; its link; the document.

    `old_notes` are the old ids of notes, by those of their new document and their own.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for document in documents:
        for one in document.record.mentions:
            key = (old_notes.get((document.record.id, one.note), one.note), one.name)
            seen[key] += 1
            yield (*key, seen[key]), one.ref, document.record.id


def _unequal(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Yield the place in the new text, the old and the new paragraph, of each that changed."""
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for index, (before, after) in enumerate(zip_longest(old[a:b], new[c:d], fillvalue="")):
            yield c + index, before, after


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


def _before(paragraphs: Sequence[str], anchor: Anchor | None) -> str:
    paragraph, offset = anchor or (len(paragraphs), 0)
    return paragraphs[paragraph][:offset][-_QUOTED:] if paragraph < len(paragraphs) else ""

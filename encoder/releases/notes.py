"""Which note of a new release is which of the old one, whatever its id and its document are now."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from encoder.deposit.records import Note
    from encoder.releases.release import Released

    Placed = tuple[Released, Note]
    """A note, after the document it is in."""


def note_pairs(old: Released, parts: Sequence[Released]) -> dict[str, Placed]:
    """Return, by the ids of an old document's notes, what each is now in the `parts` that the document became.

    A note is known by its id and text, then by its text among the others in their order, then by its text anywhere,
    then by its id or number; no note is two. So another that always had the same text (“Not printed.”) is not it.
    """
    before = [(old, note) for note in old.record.notes]
    after = [(part, note) for part in parts for note in part.record.notes]
    found: dict[str, Placed] = {}
    for pair in (_keyed(lambda one: (_number(one), one[1].text)), _in_order, *map(_keyed, (_text, _number, _printed))):
        for was, now in list(pair(before, after)):
            found[was[1].id] = now
            before.remove(was)
            after.remove(now)
    return found


def _in_order(before: list[Placed], after: list[Placed]) -> Iterator[tuple[Placed, Placed]]:
    blocks = SequenceMatcher(None, [*map(_text, before)], [*map(_text, after)], autojunk=False).get_matching_blocks()
    for one, other, size in blocks:
        yield from zip(before[one : one + size], after[other : other + size], strict=True)


def _keyed(
    key: Callable[[Placed], Hashable],
) -> Callable[[list[Placed], list[Placed]], Iterator[tuple[Placed, Placed]]]:
    """Return what pairs the notes that have the same `key`, each with the first such."""

    def pairs(before: list[Placed], after: list[Placed]) -> Iterator[tuple[Placed, Placed]]:
        first = {key(one): one for one in reversed(after)}
        for one in before:
            if key(one) in first:
                yield one, first.pop(key(one))

    return pairs


def _number(one: Placed) -> str:
    """Return the id of a note without that of its document, which may have been renumbered: `fn1` of `d62fn1`."""
    return one[1].id.removeprefix(one[0].record.local)


def _text(one: Placed) -> str:
    return one[1].text


def _printed(one: Placed) -> str:
    return one[1].n

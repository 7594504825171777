"""Which document of a new release is which of the old one, whatever their ids say."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.releases.release import Released

_SHORT = 20
"""Code points below which a paragraph (“Sincerely,”) tells nothing of what document it is from."""
_SAME = 0.8
"""The share of text from which on a document under another id is the same one."""
_LIKE = 0.5
"""The share of text from which on a document under the same id is the same one, whatever others share."""


@dataclass(frozen=True, slots=True)
class Matching:
    """`pairs` leads from each old id to the new one; `split` from an old id to the documents that it became."""

    pairs: Mapping[str, str]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    split: Mapping[str, tuple[str, ...]]

    def became(self, old: str) -> tuple[str, ...]:
        """Return the new documents that an old one is now: one, several where it was split, none if removed."""
        return self.split.get(old) or ((self.pairs[old],) if old in self.pairs else ())


def matching(old: Mapping[str, Released], new: Mapping[str, Released]) -> Matching:
    """Return how the documents of two releases belong together, by their text first and then by their ids."""
    common = _common(old, new)
    sizes = {name: _size(one) for name, one in new.items()}
    candidates = []
    for (before, after), amount in common.items():
        share = amount / max(_size(old[before]), sizes[after], 1)
        if share >= (_LIKE if before == after else _SAME):
            candidates.append((-share, before != after, before, after))
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    rest = [(0.0, False, name, name) for name in old if name in new]
    for _, _, before, after in [*sorted(candidates), *rest]:
        if before not in pairs and after not in taken:
            pairs[before] = after
            taken.add(after)
    added = [name for name in new if name not in taken]
    split = _split(old, added, pairs, {key: amount / max(sizes[key[1]], 1) for key, amount in common.items()})
    parts = {part for those in split.values() for part in those}
    removed = [name for name in old if name not in pairs and name not in split]
    return Matching(pairs, tuple(name for name in added if name not in parts), tuple(removed), split)


def _split(
    old: Mapping[str, Released], added: list[str], pairs: Mapping[str, str], shares: Mapping[tuple[str, str], float]
) -> dict[str, tuple[str, ...]]:
    """Return the old documents that became several: a new one is a part where most of its text was in the old one."""
    split = {}
    for before in old:
        parts = [after for after in added if shares.get((before, after), 0) >= _SAME]
        whole = [pairs[before], *parts] if before in pairs else parts
        if parts and len(whole) > 1:
            split[before] = tuple(whole)
    return split


def _common(old: Mapping[str, Released], new: Mapping[str, Released]) -> Counter[tuple[str, str]]:
    """Return how many code points two documents have in common, in whole paragraphs, for each two that have any."""
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for name, one in new.items():
        for paragraph in _telling(one):
            places[paragraph][name] += 1
    common: Counter[tuple[str, str]] = Counter()
    for name, one in old.items():
        for paragraph, times in Counter(_telling(one)).items():
            for other, there in places.get(paragraph, {}).items():
                common[name, other] += min(times, there) * len(paragraph)
    return common


def _telling(one: Released) -> list[str]:
    # a heading begins with the number that may have changed
    head = one.paragraphs[:1]
    rest = [paragraph for paragraph in one.paragraphs[1:] if len(paragraph) >= _SHORT]
    return rest or list(head)


def _size(one: Released) -> int:
    return sum(len(paragraph) for paragraph in _telling(one))

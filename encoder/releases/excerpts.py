"""The places where two passages differ, each with a few words around it."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_AROUND = 4
"""How many words before and after a change say where it is."""
Side = list[tuple[str, bool]]
"""Stretches of a passage, in their order, and whether each is not in the other one."""


def excerpts(old: str, new: str) -> Iterator[tuple[Side, Side]]:
    """Yield what each place that changed was and is, an ellipsis for what is left out; empty sides for no passage.

    Passages are compared word by word: a word is what stands between white space.
    """
    if not old or not new:
        yield ([(old, True)] if old else []), ([(new, True)] if new else [])
        return
    was, now = old.split(), new.split()
    for group in SequenceMatcher(None, was, now, autojunk=False).get_grouped_opcodes(_AROUND):
        steps = [(kind != "equal", was[a:b], now[c:d]) for kind, a, b, c, d in group]
        _, before_old, _, before_new, _ = group[0]
        _, _, after_old, _, after_new = group[-1]
        yield (
            _side([(words, changed) for changed, words, _ in steps], before_old, len(was) - after_old),
            _side([(words, changed) for changed, _, words in steps], before_new, len(now) - after_new),
        )


def _side(steps: list[tuple[list[str], bool]], before: int, after: int) -> Side:
    side = [(" ".join(words), changed) for words, changed in steps if words]
    return [*([("…", False)] if before else []), *side, *([("…", False)] if after else [])]

"""The one rule for crossing spans, which XML cannot hold: the surer one stays, then the longer, then the earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from encoder.model import Block, Span

_SURENESS = {"": 3, "high": 2, "medium": 1, "low": 0}
"""By `@cert`; a human hand, which states none, comes first."""


def settle(spans: Iterable[Span], leaves: Iterable[Block]) -> list[Span]:
    """Return the spans that can stand in one document together, in document order, an outer before an inner one.

    A span must lie within one leaf block. Of two that cross, or that claim the same range with the same name, the
    rule above keeps one. Spans that nest are both kept; milestones (empty ranges) always are.
    """
    bounds = [(leaf.start, leaf.end) for leaf in leaves]
    kept: list[Span] = []
    open_spans: list[Span] = []
    at = 0
    for span in sorted(spans, key=_order):
        while at < len(bounds) and bounds[at][1] < span.start:
            at += 1
        if span.start == span.end:
            kept.append(span)
            continue
        if at == len(bounds) or not bounds[at][0] <= span.start < span.end <= bounds[at][1]:
            continue
        open_spans = [other for other in open_spans if other.end > span.start]
        rivals = [other for other in open_spans if _crosses(other, span)]
        if any(_rank(other) >= _rank(span) for other in rivals):
            continue
        for rival in rivals:
            kept.remove(rival)
            open_spans.remove(rival)
        kept.append(span)
        open_spans.append(span)
    return kept


def _order(span: Span) -> tuple[int, int]:
    return span.start, -span.end


def _rank(span: Span) -> tuple[int, int]:
    return _SURENESS[span.cert], span.end - span.start


def _crosses(first: Span, second: Span) -> bool:
    """Whether two spans, the second not starting before the first, cannot stand together."""
    if (first.start, first.end) == (second.start, second.end):
        return first.name == second.name
    return first.start < second.start < first.end < second.end

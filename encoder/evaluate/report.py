"""An evaluation as an editor reads it, and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

from encoder.evaluate.facts import FIELDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from encoder.evaluate import Agreement, Evaluation
    from encoder.evaluate.disagreements import Disagreement
    from encoder.evaluate.figures import Figures

_LEVELS = ("high", "medium", "low")
_WIDTH = max(len(field) for field in FIELDS)


def report(evaluation: Evaluation, fields: Collection[str], worst: int) -> str:
    """Return the table of some fields, and the disagreements of the `worst` documents, as plain text."""
    return (
        "\n".join([*_table(evaluation, fields), *_certainty(evaluation, fields), *_worst(evaluation, fields, worst)])
        + "\n"
    )


def report_json(evaluation: Evaluation, fields: Collection[str]) -> str:
    """Return the figures of some fields and every disagreement in them as JSON."""
    table = {
        "documents": len(evaluation.agreements),
        "missing": [one.pair.name for one in evaluation.agreements if one.missing],
        "left_out": evaluation.left_out,
        "fields": {field: _figures(evaluation.figures(field)) for field in _chosen(fields)},
        "certainty": {
            field: {level: _figures(found) for level in _LEVELS if (found := evaluation.certainty(field, level)).found}
            for field in _chosen(fields)
        },
        "disagreements": [
            {"document": one.pair.name, **asdict(disagreement)}
            for one in ranked(evaluation, fields)
            for disagreement in _concerning(one, fields)
        ],
        "problems": [{"severity": problem.severity, **asdict(problem)} for problem in evaluation.problems],
    }
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"


def ranked(evaluation: Evaluation, fields: Collection[str]) -> list[Agreement]:
    """Return the documents that do not agree, the worst first: those without output, then by their disagreements."""
    sized = [(one.missing, len(_concerning(one, fields)), one) for one in evaluation.agreements]
    wrong = [entry for entry in sized if entry[0] or entry[1]]
    wrong.sort(key=lambda entry: (not entry[0], -entry[1]))
    return [one for _, _, one in wrong]


def _chosen(fields: Collection[str]) -> Iterator[str]:
    return (field for field in FIELDS if field in fields)


def _concerning(agreement: Agreement, fields: Collection[str]) -> list[Disagreement]:
    return [one for one in agreement.disagreements if not set(one.fields).isdisjoint(fields)]


def _figures(figures: Figures) -> dict[str, float | int]:
    rates = {"precision": figures.precision, "recall": figures.recall, "f1": figures.f1}
    return {**rates, "right": figures.right, "found": figures.found, "gold": figures.gold}


def _table(evaluation: Evaluation, fields: Collection[str]) -> Iterator[str]:
    missing = [one.pair.name for one in evaluation.agreements if one.missing]
    yield f"{_count(len(evaluation.agreements), 'document')}, {len(missing)} without output"
    if evaluation.left_out:
        yield f"left out, since they hold no document: {', '.join(evaluation.left_out)}"
    yield ""
    columns = ("precision", "recall", "F1", "right", "found", "gold")
    yield " " * _WIDTH + "".join(f"{column:>10}" for column in columns)
    for field in _chosen(fields):
        figures = evaluation.figures(field)
        rates = (figures.precision, figures.recall, figures.f1)
        counts = (figures.right, figures.found, figures.gold)
        yield (
            f"{field:{_WIDTH}}"
            + "".join(f"{rate:10.4f}" for rate in rates)
            + "".join(f"{count:10d}" for count in counts)
        )


def _certainty(evaluation: Evaluation, fields: Collection[str]) -> Iterator[str]:
    """Yield the table of what is right of what is marked as sure, as rather sure, as unsure; nothing if none is."""
    rows = []
    for field in _chosen(fields):
        levels = [evaluation.certainty(field, level) for level in _LEVELS]
        if any(one.found for one in levels):
            wrong = [one.found - one.right for one in levels]
            caught = f"{1 - wrong[0] / sum(wrong):12.4f}" if sum(wrong) else f"{'-':>12}"
            cells = (
                f"{one.precision if one.found else '-':{'10.4f' if one.found else '>10'}}{one.found:8d}"
                for one in levels
            )
            rows.append(f"{field:{_WIDTH}}{''.join(cells)}{caught}")
    if rows:
        yield ""
        yield "right, of what we mark with this @cert (how many); and of what is wrong, the share not marked high"
        yield " " * _WIDTH + "".join(f"{level:>10}{'':8}" for level in _LEVELS) + f"{'not high':>12}"
        yield from rows


def _worst(evaluation: Evaluation, fields: Collection[str], worst: int) -> Iterator[str]:
    documents = ranked(evaluation, fields)
    for one in documents[:worst]:
        yield ""
        if one.missing:
            why = f"{one.pair.ours} cannot be read" if one.pair.ours else "no output"
            yield f"{one.pair.name}: {why}; {_count(_held(one, fields), 'fact')} of {one.pair.gold} missed"
            continue
        found = _concerning(one, fields)
        yield f"{one.pair.name}: {_count(len(found), 'disagreement')} (gold {one.pair.gold}, ours {one.pair.ours})"
        yield from (_line(one, disagreement) for disagreement in found)
    if rest := documents[worst:]:
        of = Counter(field for other in rest for one in _concerning(other, fields) for field in one.fields)
        parts = [f"{field} {of[field]}" for field in _chosen(fields) if of[field]]
        if without := sum(one.missing for one in rest):
            parts.append(f"without output {without}")
        yield ""
        more = _count(len(rest), "more document")
        yield f"{more} to look at: {', '.join(parts)} (--worst {len(documents)} shows all)"


def _held(agreement: Agreement, fields: Collection[str]) -> int:
    return sum(agreement.figures[field].gold for field in fields)


def _line(agreement: Agreement, one: Disagreement) -> str:
    path = agreement.pair.gold if one.gold_line else agreement.pair.ours
    place = f"{path.name if path else ''}:{one.gold_line or one.ours_line}"
    return (
        f"  {place}: {' '.join(one.fields)}: gold {one.gold or 'nothing'}, ours {one.ours or 'nothing'}: {one.around}"
    )


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"

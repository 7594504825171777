"""Tables for analysis (documents, correspondence, people, mentions, dates, notes), as CSV, JSON Lines and Parquet."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import TYPE_CHECKING

from encoder.deposit.finished import refused
from encoder.deposit.records import WHEN, people

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.deposit.records import Record

Row = dict[str, str | int | bool]
COLUMNS = {
    "documents": ("id", "n", "title", "date", "place", "url", "volume", "language", "file", "transcription", "sha256"),
    "correspondence": ("document", "type", "kind", "name", "ref", "place", *WHEN),
    "people": ("id", "name", "note", "birth", "death", "idno", "documents"),
    "mentions": ("document", "note", "kind", "name", "ref", "role", "cert", "evidence"),
    "dates": ("document", "note", "text", *WHEN, "cert", "evidence"),
    "notes": ("document", "id", "n", "type", "anchored", "cert", "text"),
}
"""The columns of each table. `document` is a document's id, `note` the id of the note that something stands in."""


def tables(records: Sequence[Record]) -> dict[str, list[Row]]:
    """Return the rows of each table; what is not known is an empty string."""
    rows: dict[str, list[Row]] = {name: [] for name in COLUMNS}
    for record in records:
        rows["documents"].append(_document(record))
        rows["correspondence"] += _correspondence(record)
        rows["mentions"] += [
            {"document": record.id} | {key: getattr(one, key) for key in COLUMNS["mentions"][1:]}
            for one in record.mentions
        ]
        rows["dates"] += [
            {
                "document": record.id,
                "note": one.note,
                "text": one.text,
                **dict.fromkeys(WHEN, ""),
                **dict(one.when),
                "cert": one.cert,
                "evidence": one.evidence,
            }
            for one in record.dates
        ]
        rows["notes"] += [
            {"document": record.id} | {key: getattr(one, key) for key in COLUMNS["notes"][1:]} for one in record.notes
        ]
    rows["people"] = list(_people(records))
    return rows


def csv_of(name: str, rows: Sequence[Row]) -> str:
    """Return a table as CSV (RFC 4180, lines ending in a line feed)."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS[name], lineterminator="\n")
    writer.writeheader()
    writer.writerows(
        {key: str(value).lower() if isinstance(value, bool) else value for key, value in row.items()} for row in rows
    )
    return out.getvalue()


def json_lines(rows: Sequence[Row]) -> str:
    """Return a table as JSON Lines, a row a line."""
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


def parquet(name: str, rows: Sequence[Row]) -> bytes:
    """Return a table as Parquet, each column of one type. Raises DepositError where pyarrow is not installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415 (an extra of 100 MB: not everyone has it)
        import pyarrow.parquet as pq  # noqa: PLC0415 (pyarrow is an extra)
    except ImportError as error:
        message = "Parquet needs pyarrow: “pip install engross[tables]”, or leave --parquet out."
        raise refused("deposit-incomplete", message, "") from error
    kinds = {"anchored": pa.bool_(), "documents": pa.int64()}
    schema = pa.schema([(column, kinds.get(column, pa.string())) for column in COLUMNS[name]])
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(rows), schema), out)
    return out.getvalue()


def _document(record: Record) -> Row:
    row: Row = {key: getattr(record, key) for key in COLUMNS["documents"] if key not in {"file", "transcription"}}
    row |= {"file": record.name, "transcription": record.filename}
    return {key: row[key] for key in COLUMNS["documents"]}


def _correspondence(record: Record) -> Iterator[Row]:
    for action in record.actions:
        for party in action.parties:
            yield {
                "document": record.id,
                "type": action.type,
                "kind": party.kind,
                "name": party.name,
                "ref": party.ref,
                "place": action.place,
                **dict.fromkeys(WHEN, ""),
                **dict(action.date),
            }


def _people(records: Sequence[Record]) -> Iterator[Row]:
    counts = Counter(person.id for record in records for person in record.persons)
    for person in people(records).values():
        row: Row = {key: getattr(person, key) for key in COLUMNS["people"][:-1]}
        yield row | {"documents": counts[person.id]}

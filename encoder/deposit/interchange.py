"""What other programs read of an edition, in one folder: CMIF, tables, RDF, Dublin Core for harvesters, IIIF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.deposit import cmif, iiif, oai, turtle
from encoder.deposit.finished import refused
from encoder.deposit.tables import csv_of, json_lines, parquet, tables
from encoder.edition import FILE
from encoder.output import Output

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from encoder.deposit.finished import Finished
    from encoder.problems import Problem


def write_interchange(
    edition: Finished, out: Path, email: str = "", *, with_parquet: bool = False
) -> tuple[int, list[Problem]]:
    """Write the files into the folder `out`; return their number, and problems with files that stood in the way.

    Without `email`, which OAI-PMH asks for, there is no `oai.xml`; without facsimiles no `iiif/manifest.json`. Raises
    DepositError where the edition has no address, its facsimiles have no size, or Parquet is wanted without pyarrow,
    and OutputError where the folder cannot be written.
    """
    if not edition.facts.get("url", "").startswith(("https://", "http://")):
        message = 'Other catalogues point to an edition\'s address: write url = "https://..." into its [edition] table.'
        raise refused("deposit-incomplete", message, edition.sources / FILE)
    files = dict(_files(edition, email, with_parquet=with_parquet))
    with Output(out) as output:
        for name, content in files.items():
            output.write(name, content)
        return len(files), output.publish()


def _files(edition: Finished, email: str, *, with_parquet: bool) -> Iterator[tuple[str, str | bytes]]:
    yield cmif.FILE, cmif.cmif(edition)
    yield turtle.FILE, turtle.turtle(edition)
    if email:
        yield oai.FILE, oai.oai(edition, email)
    if manifest := iiif.iiif(edition):
        yield iiif.FILE, manifest
    for name, rows in tables(edition.records).items():
        yield f"tables/{name}.csv", csv_of(name, rows)
        yield f"tables/{name}.jsonl", json_lines(rows)
        if with_parquet:
            yield f"tables/{name}.parquet", parquet(name, rows)

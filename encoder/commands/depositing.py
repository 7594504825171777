"""The command that hands a finished edition on: deposit, with its kinds."""

from __future__ import annotations

import click

from encoder.commands import packing, uploading


@click.group()
def deposit() -> None:
    """Hand a finished build on: to an archive, to other programs, to a server.

    BUILD is always what “engross build” wrote.

    \b
    Examples:
      engross deposit bag output --sources letters --date 2026-11-22 -o bag
      engross deposit interchange output --sources letters --date 2026-11-22 -o interchange
      engross deposit http output https://example.org/dav/letters --dry-run
    """


for _kind in (packing.bag, packing.xar, packing.interchange, uploading.http, uploading.exist, uploading.basex):
    deposit.add_command(_kind)

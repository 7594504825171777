"""Uploading an edition's TEI to a collection of eXist-db over its REST interface, indexed as in its package.

The collection's configuration is put under /db/system/config first, since a document is indexed when it is stored;
where the configuration changed, every document is stored again.
"""

from __future__ import annotations

import hashlib
import re
from contextlib import closing
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import unquote

from encoder.deposit.finished import refused
from encoder.deposit.upload import Plan, Wanted, edition_of, part_of, upload
from encoder.deposit.xar import CONFIGURATION, PARTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from encoder.deposit.server import Server
    from encoder.problems import Problem

_COLLECTION = re.compile(r"(?P<rest>https?://[^?#]+/rest)/db(?P<path>(?:/[^/?#]+)+)/?")
_AS_STORED = "_indent=no"
"""eXist-db indents what it gives unless it is told not to."""


def upload_collection(
    build: Path, url: str, connect: Callable[[str, str], Server], *, dry_run: bool = False
) -> tuple[Plan, list[Problem]]:
    """Upload the TEI of a build to the collection `url`, `https://HOST/exist/rest/db/apps/letters`.

    `connect` makes a server of an address and the query of its GETs. Returns and raises as `upload` does; in the plan
    the configuration is named by its path in the database.
    """
    found = _COLLECTION.fullmatch(url)
    if not found or found["path"].startswith("/system") or ".." in unquote(found["path"]).split("/"):
        message = "Write the address of a collection as https://HOST/exist/rest/db/apps/NAME."
        raise refused("server", message, url)
    content = (PARTS / CONFIGURATION).read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    folder = f"/system/config/db{found['path']}"
    configuration = Wanted(edition_of(build), {CONFIGURATION: digest}, lambda _: content)
    done: list[Plan] = []
    problems: list[Problem] = []
    for where, wanted in ((f"{found['rest']}/db{folder}", configuration), (url, part_of(build, "tei", digest))):
        with closing(connect(where, _AS_STORED)) as server:
            plan, wrong = upload(wanted, server, dry_run=dry_run)
        done.append(plan)
        problems += wrong
        if wrong:
            break
    done[0] = Plan(*(tuple(f"/db{folder}/{name}" for name in names) for names in done[0]))
    return Plan(*(tuple(chain(*names)) for names in zip(*done, strict=True))), problems

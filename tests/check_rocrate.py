"""Judge an RO-Crate by roc-validator, in an environment of its own (roc-validator, rocrate): it needs an older rich.

    python check_rocrate.py FOLDER

The network is not asked: rocrate brings the JSON-LD context that the crate names.
"""

from __future__ import annotations

import sys
import tempfile
from importlib.resources import files
from pathlib import Path

from requests import Request
from requests_cache import CachedRequest, CachedResponse, CachedSession
from rocrate_validator import services
from rocrate_validator.models import Severity

CONTEXT = "https://w3id.org/ro/crate/1.1/context"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "cache"
        session = CachedSession(str(cache), backend="sqlite", expire_after=-1)
        session.cache.save_response(
            CachedResponse(
                content=(files("rocrate") / "data" / "ro-crate.jsonld").read_bytes(),
                headers={"Content-Type": "application/ld+json"},
                request=CachedRequest(method="GET", url=CONTEXT),
                status_code=200,
                url=CONTEXT,
            ),
            session.cache.create_key(Request("GET", CONTEXT).prepare()),
        )
        settings = services.ValidationSettings(
            rocrate_uri=sys.argv[1],
            profile_identifier="ro-crate-1.1",
            requirement_severity=Severity.REQUIRED,
            offline=True,
            cache_path=cache,
        )
        result = services.validate(settings)
        for issue in result.get_issues():
            sys.stdout.write(f"{issue.check.identifier} {issue.message} {issue.violatingEntity}\n")
        sys.exit(0 if result.passed() else 1)


main()

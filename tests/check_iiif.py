"""Read a IIIF manifest by iiif-prezi3, in an environment of its own, and print what it found on each canvas as JSON.

python check_iiif.py manifest.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from iiif_prezi3 import Manifest


def main() -> None:
    manifest = Manifest.model_validate_json(Path(sys.argv[1]).read_text(encoding="utf-8"), strict=False)
    canvases = {
        str(canvas.id): {
            "label": canvas.label,
            "image": str(canvas.items[0].items[0].body.id),
            "on": str(canvas.items[0].items[0].target),
            "services": [str(one.id) for one in canvas.items[0].items[0].body.service or []],
            "tei": [str(one.id) for one in canvas.seeAlso.root],
            "web": [str(one.id) for one in canvas.rendering],
        }
        for canvas in manifest.items
    }
    ranges = {str(one.id): [str(item.id) for item in one.items] for one in manifest.structures}
    sys.stdout.write(json.dumps({"rights": str(manifest.rights), "canvases": canvases, "ranges": ranges}, default=str))


main()

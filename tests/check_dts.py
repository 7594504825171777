"""Ask a DTS server (dapytains, in an environment of its own) for an edition, and print what it answers as JSON.

    python check_dts.py FOLDER < questions

FOLDER holds TEI files; each is a resource of the collection `edition`, under its file's stem. A question is a line of
standard input, an address such as `/navigation/?resource=d62&down=1`; the answer is a line with status and body.
"""

from __future__ import annotations

import json
import sys
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

from dapytains.app.app import create_app
from dapytains.app.ingest import store_catalog
from dapytains.metadata.classes import Collection
from dapytains.metadata.xml_parser import Catalog
from flask import Flask


def main() -> None:
    catalog = Catalog()
    catalog.objects["edition"] = Collection("edition", "The edition")
    for path in sorted(Path(sys.argv[1]).glob("*.xml")):
        catalog.objects[path.stem] = Collection(path.stem, path.stem, resource=True, filepath=str(path))
        catalog.relationships.append(("edition", path.stem))
    app, database = create_app(Flask("dts"))
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
    database.init_app(app)
    with app.app_context():
        database.create_all()
        with redirect_stderr(StringIO()):
            store_catalog(catalog)
        client = app.test_client()
        for question in sys.stdin:
            answer = client.get(question.strip())
            sys.stdout.write(json.dumps([answer.status_code, answer.get_data(as_text=True)]) + "\n")
            sys.stdout.flush()


main()

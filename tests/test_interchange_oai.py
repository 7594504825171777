"""Dublin Core of `engross deposit interchange`, as an OAI client harvests it from a static repository."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import etree
from packing import DAY, EMAIL, SEEDS
from sickle import Sickle

from encoder.deposit import oai
from encoder.deposit.finished import finished
from encoder.deposit.interchange import write_interchange

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEI = "{http://www.tei-c.org/ns/1.0}"


def gateway_of(path: Path) -> type[BaseHTTPRequestHandler]:
    """Return a stand-in for a gateway: it puts the parts of a static repository into answers, as the guidelines say."""

    class Gateway(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            verb = parse_qs(urlsplit(self.path).query)["verb"][0]
            part = etree.parse(path).find(f"{{{oai.STATIC}}}{verb}")
            assert part is not None
            answer = etree.Element(f"{{{oai.OAI}}}OAI-PMH")
            etree.SubElement(answer, f"{{{oai.OAI}}}{verb}").extend(list(part))
            body = etree.tostring(answer)
            self.send_response(200)
            self.send_header("Content-Type", "text/xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Gateway


@pytest.fixture
def gateway(interchange: Path) -> Iterator[str]:
    """Return the address of a gateway that serves the static repository."""
    server = HTTPServer(("127.0.0.1", 0), gateway_of(interchange / "oai.xml"))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/oai"
    server.shutdown()
    server.server_close()


def test_an_oai_client_harvests_every_document(gateway: str, tei: list[etree._Element]) -> None:
    records = list(Sickle(gateway).ListRecords(metadataPrefix="oai_dc"))
    titles = [one.findtext(f".//{TEI}titleStmt/{TEI}title") for one in tei]
    assert [record.metadata["title"][0] for record in records] == titles
    assert records[1].header.identifier == "oai:history.state.gov:frus1964-68v29p2-d62"
    assert records[1].metadata["creator"] == ["Rusk, Dean"]
    assert records[1].metadata["date"] == ["1965-09-25"]


def test_an_oai_client_reads_who_answers_for_the_repository(gateway: str) -> None:
    identity = Sickle(gateway).Identify()
    assert identity.adminEmail == EMAIL
    assert identity.earliestDatestamp == DAY
    assert [one.metadataPrefix for one in Sickle(gateway).ListMetadataFormats()] == ["oai_dc"]


def test_without_an_email_there_is_no_static_repository(build: Path, tmp_path: Path) -> None:
    write_interchange(finished(build, SEEDS, DAY), tmp_path)
    assert not (tmp_path / "oai.xml").exists()

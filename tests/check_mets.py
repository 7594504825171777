"""Judge a METS record in an environment of its own: by metsrw, which reads it, and by the schema that metsrw brings.

    python check_mets.py mets.xml FOLDER ANOTHER

Every file that metsrw finds must lie in FOLDER with the digest that the record says, and every file there must be
found, but for the record and ANOTHER.
"""

from __future__ import annotations

import hashlib
import sys
from importlib.resources import files
from pathlib import Path

import metsrw
from lxml import etree

XLINK = """
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xlink"
    targetNamespace="http://www.w3.org/1999/xlink">
  <xs:attribute name="href" type="xs:anyURI"/>
  <xs:attribute name="role" type="xs:string"/>
  <xs:attribute name="arcrole" type="xs:string"/>
  <xs:attribute name="title" type="xs:string"/>
  <xs:attribute name="show" type="xs:string"/>
  <xs:attribute name="actuate" type="xs:string"/>
  <xs:attribute name="label" type="xs:string"/>
  <xs:attribute name="from" type="xs:string"/>
  <xs:attribute name="to" type="xs:string"/>
  <xs:attributeGroup name="simpleLink">
    <xs:attribute name="type" type="xs:string" fixed="simple"/>
    <xs:attribute ref="href"/>
    <xs:attribute ref="role"/>
    <xs:attribute ref="arcrole"/>
    <xs:attribute ref="title"/>
    <xs:attribute ref="show"/>
    <xs:attribute ref="actuate"/>
  </xs:attributeGroup>
  <xs:attributeGroup name="extendedLink"/>
  <xs:attributeGroup name="locatorLink"/>
  <xs:attributeGroup name="arcLink"/>
  <xs:attributeGroup name="resourceLink"/>
  <xs:attributeGroup name="titleLink"/>
</xs:schema>
"""
"""The attributes of XLink, which the schema of METS takes from an address; the network is not asked."""


class _Local(etree.Resolver):
    def resolve(self, system_url: str, _public_id: str, context: object) -> object:
        return self.resolve_string(XLINK, context) if system_url.endswith("xlink.xsd") else None


def main() -> None:
    record, folder = Path(sys.argv[1]), Path(sys.argv[2])
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Local())
    schema = etree.XMLSchema(etree.parse(str(files("metsrw") / "resources" / "mets.xsd"), parser))
    schema.validate(etree.parse(record))
    faults = [f"{error.line}: {error.message}" for error in schema.error_log]
    read = metsrw.METSDocument.fromfile(str(record))
    found = {one.path: one for one in read.all_files() if one.type.lower() == "item"}
    here = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    # the record itself, and the crate, which names the record with its size
    faults += [f"not in the record: {name}" for name in sorted(here.keys() - found.keys() - {"mets.xml", sys.argv[3]})]
    for name, one in found.items():
        if name not in here or hashlib.sha256(here[name].read_bytes()).hexdigest() != one.checksum:
            faults.append(f"not as the record says: {name}")
        described = [element.tag for about in one.dmdsecs for element in about.contents.document]
        if name.startswith("tei/") and "{http://purl.org/dc/elements/1.1/}title" not in described:
            faults.append(f"without a title: {name}")
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    sys.exit(1 if faults else 0)


main()

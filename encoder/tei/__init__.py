"""The TEI of one document: written once from a `Document`, and read back as the same one."""

from encoder.tei.facts import edition_facts, shared_facts
from encoder.tei.reading import TeiError, convention_name, document_of, parsed, read
from encoder.tei.writing import leaves_of, write

__all__ = [
    "TeiError",
    "convention_name",
    "document_of",
    "edition_facts",
    "leaves_of",
    "parsed",
    "read",
    "shared_facts",
    "write",
]

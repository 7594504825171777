"""Engross: plain transcriptions of historical documents become validated TEI P5, a web edition and print.

The public names, each documented where it is defined:

- `load_edition(folder)`: what a folder's edition.toml and its authorities say, and the problems in them.
- `Encoder(edition).encode(content, path, identifier)`: the TEI of one transcription, with its problems.
- `read_tei(xml)`: the `Document` that a TEI file holds: its text and the ranges over it.
- `decode(document, convention(name))`: the transcription that a document came from, white space aside.
- `encode(source, out)`, `build(source, out)`: what the commands of these names do, as a `Report`.
- `Document`, `Block`, `Span`, `Edition`, `Problem`: the types.
"""

from __future__ import annotations

from importlib import import_module

_HOMES = {
    "Block": "encoder.model",
    "Document": "encoder.model",
    "Edition": "encoder.model",
    "Encoder": "encoder.encoding",
    "Problem": "encoder.problems",
    "Span": "encoder.model",
    "build": "encoder.build",
    "convention": "encoder.conventions",
    "decode": "encoder.check.fidelity",
    "encode": "encoder.build",
    "load_edition": "encoder.edition",
    "read_tei": "encoder.tei",
}
__all__ = sorted(_HOMES)  # noqa: PLE0605 (the table is the one list of the public names)


def __getattr__(name: str) -> object:
    """Return a public name from its module, loaded only now: the command's --help must not wait for Saxon."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), "read" if name == "read_tei" else name)

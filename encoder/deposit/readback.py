"""Proof of load: whether what a server gives back is what it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from encoder.deposit.records import SPACES
from encoder.problems import Problem
from encoder.releases.release import released
from encoder.tei import TeiError
from encoder.tei.reading import parsed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_XML = (".xml", ".xconf")
_HEADER = "t:teiHeader"


def difference_of(sent: bytes, there: bytes | None, where: str) -> Iterator[Problem]:
    """Yield what is wrong with a file on a server; a database may write XML in its own way, but not other XML."""
    if there == sent:
        return
    if there is None:
        yield Problem("server-differs", "The file is not there, although the server took it: upload again.", where)
    elif not where.endswith(_XML):
        yield Problem("server-differs", "The server has another file there: upload again.", where)
    else:
        try:
            parts = _parts(sent, there, where)
        except TeiError:
            yield Problem("server-differs", "The server has something there that is no XML: upload again.", where)
            return
        if parts:
            message = f"The server has another document there ({', '.join(parts)}): upload again."
            yield Problem("server-differs", message, where)


def _parts(sent: bytes, there: bytes, where: str) -> list[str]:
    """Return the parts in which two documents differ."""
    ours, theirs = parsed(sent), parsed(there)
    if ours.find(_HEADER, SPACES) is None:
        return [] if _canonical(ours) == _canonical(theirs) else ["content"]
    one, other = released(sent, where), released(there, where)
    said = {
        "header": _canonical(ours.find(_HEADER, SPACES)) != _canonical(theirs.find(_HEADER, SPACES)),
        "ids": one.ids != other.ids,
        "notes": one.record.notes != other.record.notes,
        "places of notes": one.anchors != other.anchors,
        "people": one.record.persons != other.record.persons or one.record.mentions != other.record.mentions,
        "text": one.paragraphs != other.paragraphs,
    }
    return [name for name, differs in said.items() if differs] or ([] if one == other else ["text"])


def _canonical(root: etree._Element | None) -> str:
    """Return XML without the white space at the ends of texts: not for running text, where it parts two names."""
    if root is None:
        return ""
    # the stubs of lxml know no options of canonicalize
    canonicalize: Callable[..., str] = etree.canonicalize
    return canonicalize(etree.tostring(root, encoding="unicode", with_tail=False), strip_text=True)

"""Places, things and institutions that bear a person's name: Camp David, the Ford Foundation, the Johnson Library."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.annotators.name_mention import Mention


_BEFORE_LIBRARY = (" ", " Presidential ")


class NamedAfter:
    """Tells them from persons; its word lists are read once."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._things = tuple(f" {word}" for word in words["after_no_person"])
        self._thing = re.compile(rf"(?:{'|'.join(self._things)})\b")
        self._institutions = tuple(f"{before}{word}" for word in words["after_no_link"] for before in _BEFORE_LIBRARY)
        self._institution = re.compile(rf"(?:{'|'.join(self._institutions)})\b")
        places = defaultdict(list)
        for place in words["places_of_persons"]:
            first, _, last = place.rpartition(" ")
            places[last].append(f"{first} ")
        self._places = {last: tuple(firsts) for last, firsts in places.items()}

    def is_thing(self, text: str, mention: Mention) -> bool:
        """Return whether a name in the folded `text` is that of a thing or a place, and no person's."""
        if text.startswith(self._things, mention.end) and self._thing.match(text, mention.end):
            return True
        last = text.rfind(" ", 0, mention.end) + 1
        before = self._places.get(text[last : mention.end])
        return before is not None and text.endswith(before, 0, last)

    def is_institution(self, text: str, end: int) -> bool:
        """Return whether what follows a name makes it that of an institution, which is marked and leads to no one."""
        return text.startswith(self._institutions, end) and bool(self._institution.match(text, end))

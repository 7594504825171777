"""Names that are also words (`King`, `Page`, `York`, `White`): which of them stand for a person in a text.

A title or a forename before it decides, or its place in a list of names; else the document must have such a mention
of the same name, and the sentence must use it as a name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from encoder.annotators.name_mention import Mention

TITLE_BEFORE = re.compile(r"([A-Za-z]+)\.? $")
AS_A_NAME = re.compile(r"(?:[a-z]+|[a-z]\w*,) $")
OPENS = re.compile(r"(?:^|[.?!”]\)?[ \n]|\n)$")
VERB_AFTER = re.compile(r" (?:had|was|then|also|said|says|has|will|would|did|[a-z]+ed)\b")
"""What follows a name that opens a sentence: `Church had blocked`."""
ARTICLE = re.compile(r"(?:^|[ (“\n])(?:the|The|a|an|this|that|his|our|New|Red|of the) $")
PROPER_AFTER = re.compile(r"[- ][A-Z][a-z]")
ALONE = re.compile(r":| ?(?:\n|$)")
"""After a name that opens a line: a speaker's, or a signature's."""
OF_BODY = re.compile(r" of [A-Z]{2,}\b")
"""After a name, the body of which someone is: `Black of IBRD`."""
FILE = " File"
"""What follows brackets that hold no person: `Schecter/Friendly (Press) File`."""
NEAR = 7
"""Code points between two names of one list: `, and `."""


class DoubtfulNames:
    """Leaves out of a text's mentions the names that are no names there; its word list is read once."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self.doubtful = frozenset(words["names_that_are_words"])
        self.offices = frozenset({*words["offices"], *words["title_words"]})
        self.courtesy = frozenset(words["courtesy_titles"])

    def without_words(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """Return the mentions in the folded `text` that stand for persons."""
        if not any(text[mention.start : mention.end].capitalize() in self.doubtful for mention in mentions):
            return list(mentions)
        sure: set[tuple[int, ...]] = set()
        doubted: list[bool] = []
        for mention in mentions:
            word = text[mention.start : mention.end]
            doubted.append(word.capitalize() in self.doubtful and not self._titled(text, mention))
            if not doubted[-1]:
                sure.add(mention.bearers)
        return [
            mention
            for number, mention in enumerate(mentions)
            if not doubted[number] or self._is_person(text, mentions, number, sure)
        ]

    def _titled(self, text: str, mention: Mention) -> bool:
        """Return whether a forename, a title, or an office that it holds in brackets shows a person."""
        if mention.full:
            return True
        if text[mention.start - 1 : mention.start] == "(" and text[mention.end : mention.end + 1] == ")":
            return not text.startswith(FILE, mention.end + 1)
        found = TITLE_BEFORE.search(text, max(0, mention.start - 24), mention.start)
        title = found[1].lower() if found else ""
        return title in self.courtesy or (title in self.offices and not PROPER_AFTER.match(text, mention.end))

    def _is_person(self, text: str, mentions: Sequence[Mention], number: int, sure: set[tuple[int, ...]]) -> bool:
        """Return whether a doubtful name stands beside other names, or as a name that the document is sure of."""
        mention = mentions[number]
        if ARTICLE.search(text, max(0, mention.start - 8), mention.start) or PROPER_AFTER.match(text, mention.end):
            return False
        if text[mention.start - 1 : mention.start] in ("", "\n") and ALONE.match(text, mention.end):
            return True
        beside = (number and 0 < mention.start - mentions[number - 1].end <= NEAR) or (
            number + 1 < len(mentions) and 0 < mentions[number + 1].start - mention.end <= NEAR
        )
        if OF_BODY.match(text, mention.end):
            return True
        if beside and not self._office_of(text, text[mention.start : mention.end]):
            return True
        if mention.bearers not in sure:
            return False
        opens = OPENS.search(text, max(0, mention.start - 4), mention.start) and VERB_AFTER.match(text, mention.end)
        return bool(opens or AS_A_NAME.search(text, max(0, mention.start - 24), mention.start))

    def _office_of(self, text: str, word: str) -> bool:
        """Return whether the document speaks of `word` as an office: `King and Kollias` then names no Mr. King."""
        return word.lower() in self.offices and (f"the {word}" in text or f"The {word}" in text)

"""What is said of the year behind a day or month: `, 1965`, ` of last year`, ` last`, ` [6], 1963`."""

from __future__ import annotations

import re
from typing import NamedTuple

from encoder.annotators.date_words import MONTH, SHIFTS, SPACE, YEAR4, Mention, Moment

# What may stand between day and year, the other calendar's day or what editors put right: `May 7 (April 24), 1918`.
_BETWEEN = rf"(?:{SPACE}[\[(](?:{MONTH}{SPACE})?[\d?]{{1,2}}\??(?:{SPACE}{MONTH})?[\])])?(?:,?\](?=,?{SPACE}))?"
YEAR = re.compile(
    rf"{_BETWEEN}(?:,{SPACE}?|{SPACE}|,?{SPACE}of{SPACE})(?P<year>{YEAR4})(?!{SPACE}?(?:hours|hrs|Z|GMT|E[SD]T)\b|[/-]\d\d?(?![\d:]|{SPACE}?[ap]\.?m\b))"
    rf"|,?{SPACE}['’](?P<short>\d\d)(?!\d)|,?{SPACE}(?:of{SPACE})?(?P<which>this|last|next){SPACE}year\b"
    rf"|{SPACE}(?P<off>last|next)(?=[,.;:)]|$|{SPACE}(?:and|by|when|that|which|I|we|he|you)\b)"
)
_BARE_YEAR = re.compile(rf"{SPACE}(?P<short>[3-9]\d)(?![\w,])")


class Year(NamedTuple):
    """What is said of the year behind a month or day, and where it ends."""

    end: int
    year: int | None = None
    short: bool = False
    which: str = ""
    """`last`, `this` or `next`, of `March of last year`."""
    off: str = ""
    """`last` or `next`, of `March last`: the latest or the next of that name."""

    def mention(self, start: int, month: int, day: int | None = None) -> Mention:
        """Return the date that begins at `start` and ends with this year."""
        found = Mention(start, self.end, Moment(self.year, month, day), short=self.short)
        if self.off:
            return found._replace(lean="latest", shift=SHIFTS[self.off])
        return found._replace(lean="year", shift=SHIFTS[self.which]) if self.which else found


def year_behind(text: str, position: int, high: int, *, bare: bool = False) -> Year:
    """Return what is said of the year at `position`, up to `high`; with `bare`, two digits alone are one."""
    match = YEAR.match(text, position, high)
    if not match and bare and (two := _BARE_YEAR.match(text, position, high)):
        return Year(two.end(), int(two["short"]), short=True)
    if not match:
        return Year(position)
    if match["year"]:
        return Year(match.end(), int(match["year"]))
    if match["short"]:
        return Year(match.end(), int(match["short"]), short=True)
    return Year(match.end(), which=match["which"] or "", off=match["off"] or "")

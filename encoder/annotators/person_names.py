"""A name as a list of persons prints it, taken apart into the forms that may stand in a text.

`Nasser (Nasr, Nassir), Gamal Abdul`, `Couve de Murville, Maurice`, `Chou En-lai (Zhou Enlai)`, `Ngo Dinh Diem`,
`Home, Lord (Alexander Frederick Douglas)`, `Baker, Howard H. Jr.`: the comma, the parentheses and the hyphens decide.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LONGEST = 5
"""Tokens that forenames, titles and suffix have at most; what is longer describes an office."""
NUMERAL = re.compile(r"(?:I{1,3}|IV|VI{0,3})$")
"""That of a king, in the middle of his name: `Hussein I ibn Talal`."""
SUFFIX = re.compile(r"^(?:Jr\.?|Sr\.?|II|III|IV)$")
PARENTHESIS = re.compile(r"\(([^()]*)\)")
QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
INITIAL = re.compile(r"^[A-Z]\.?$")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_PLAIN = {
    "’": "'",
    "‘": "'",
    "ʻ": "'",
    "`": "'",
    "–": "-",
    "‑": "-",
    "‐": "-",
    "\u00a0": " ",
    "ø": "o",
    "ł": "l",
    "ı": "i",
}


@cache
def _plain(character: str) -> str:
    """Return one character for one: what `character` is without its accent."""
    base = unicodedata.normalize("NFD", character)[0]
    return _PLAIN.get(character, base if base.isascii() else character)


def fold(text: str) -> str:
    """Return `text` without accents and typographic apostrophes and hyphens; every offset stays."""
    return text if text.isascii() else _NOT_ASCII.sub(lambda found: _plain(found[0]), text)


@dataclass(frozen=True, slots=True)
class Name:
    """The forms of one person's name, folded."""

    surnames: tuple[str, ...] = ()
    """What may stand alone: `Nasser`, `Nasr`; of `Chou En-lai` it is `Chou`."""
    forenames: tuple[str, ...] = ()
    """The tokens that may stand before (or, in East Asian order, after) a surname: `Robert`, `S.`."""
    nicknames: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    """Names that stand as they are: `Chou En-lai`, `Ngo Dinh Diem`, `Madame Nhu`."""
    aliases: tuple[str, ...] = ()
    """Pseudonyms, which another entry may hold as its own name."""
    order: tuple[str, ...] = ()
    """All tokens of a name that stands in order, family name first: `Chou`, `En-lai`."""
    titles: tuple[str, ...] = ()
    """Ranks and titles of nobility that the list prints: `Lieutenant`, `General`, `Sir`."""
    suffix: str = ""


def parse_name(printed: str, words: Mapping[str, tuple[str, ...]]) -> Name:
    """Return the forms of the name `printed`.

    `words` holds the convention's tables `name_titles`, `name_particles` and `called_by_last_name`.
    """
    text = fold(printed).strip(" ,")
    nicknames = [form.strip(" ,") for form in QUOTED.findall(text)]
    text = re.sub(r"\s+", " ", QUOTED.sub("", text)).strip(" ,")
    comma = PARENTHESIS.sub(lambda found: "_" * len(found[0]), text).find(",")
    if comma < 0:
        return _in_order(text, nicknames, words)
    surname, rest = text[:comma], text[comma + 1 :]
    variants = [form for group in PARENTHESIS.findall(surname) for form in _listed(group)]
    forenames, titles, suffix = _given(PARENTHESIS.sub("", rest), words)
    in_order = " " in PARENTHESIS.sub("", surname).strip() and not forenames
    if (in_order or re.search(r"\w \w+-[a-z]", surname)) and not set(titles) & set(words["women_titles"]):
        return replace(_in_order(surname.strip(), nicknames, words), titles=titles)
    surname = PARENTHESIS.sub("", surname).strip()
    surnames, wholes, aliases = [surname, *variants], list[str](), list[str]()
    for group in PARENTHESIS.findall(rest):
        other = group.strip()
        if re.match(r"^(?:Lord|Earl|Viscount) ", other):
            surnames.append(other.partition(" ")[2])
        elif "," in other:
            aliases += _whole(parse_name(other, words))
        elif " " in other and forenames:
            wholes.append(other)
        elif " " in other:
            forenames = tuple(other.split())
        elif re.match(r"^[A-Z][a-z]", other):
            nicknames.append(other)
    wholes += [nickname for nickname in nicknames if nickname.endswith(f" {surname}")]
    if not forenames and titles and titles[0] in words["women_titles"]:
        return Name(wholes=(*(f"{title} {surname}" for title in words["women_titles"]), *wholes), titles=titles)
    return Name(
        surnames=tuple(_alone(surnames, forenames, words)),
        forenames=forenames,
        nicknames=tuple(nicknames),
        wholes=tuple(wholes),
        aliases=tuple(aliases),
        titles=titles,
        suffix=suffix,
    )


def _listed(group: str) -> list[str]:
    """Return the variants in a parenthesis: `also Karamanlis`, `Nasr, Nassir`."""
    return [form for part in group.split(",") if (form := part.strip().removeprefix("also ").strip())]


def _whole(name: Name) -> list[str]:
    """Return a pseudonym's forms: in full, and its surname."""
    return [" ".join((*name.forenames, surname)) for surname in name.surnames] + list(name.surnames)


def _given(rest: str, words: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Split what stands behind the comma into forenames, titles and a suffix (`Jr.`)."""
    forenames: list[str] = []
    titles: list[str] = []
    suffix = ""
    rest = re.sub(r"\.(?=[A-Z])", ". ", rest.replace(",", " "))
    for token in rest.split() if len(rest.split()) <= LONGEST else ():
        if SUFFIX.match(token) or token == "Ill":  # noqa: S105 - a name's part; an `III` that a scanner read
            suffix = token.replace("Ill", "III")
        elif token in words["name_titles"] and not forenames:
            titles.append(token)
        elif token[0].isupper() or token in words["name_particles"]:
            forenames.append(token)
        else:
            break
    return tuple(forenames), tuple(titles), suffix


def _alone(surnames: Iterable[str], forenames: tuple[str, ...], words: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the surnames with what else of them may stand alone: `Castillo` of `Castillo Armas`, `Quwatli`."""
    forms: dict[str, None] = {}
    particles = words["name_particles"]
    for surname in surnames:
        forms[surname] = None
        first, _, more = surname.partition(" ")
        bare = re.sub(r"^al-", "", surname)
        forms[bare] = None
        if more and first.lower() in particles:
            for particle in (first.lower(), first.capitalize()):
                forms[f"{particle} {more}"] = None
                forms[f"{particle}{more}"] = None
        elif more:
            forms[surname.replace(" ", "-")] = None
            forms[first if len(first) > 3 else surname] = None
            if re.search(r" d[aeou] ", surname):
                forms[more] = None
        elif surname.startswith("Mac") and surname[3:4].isupper():
            forms[surname.capitalize()] = None
        elif "-" in surname:
            forms[surname.replace("-", " ")] = None
        trailing = [token for token in forenames if token in particles]
        if trailing and forenames[-1] == trailing[-1]:
            forms[f"{' '.join(trailing)} {surname}"] = None
            forms[f"{' '.join(trailing).capitalize()} {surname}"] = None
    return list(forms)


def _in_order(text: str, nicknames: list[str], words: Mapping[str, tuple[str, ...]]) -> Name:
    """Take apart a name without a comma: `Chou En-lai (Zhou Enlai)`, `Ngo Dinh Diem`, `Hassan II`, `Thimayya`."""
    wholes: list[str] = []
    surnames: list[str] = []
    found = PARENTHESIS.search(text)
    if found:
        after = text[found.end() :].strip()
        before = text[: found.start()].split()
        for form in _listed(found[1]):
            if after and before and " " not in form:
                wholes.append(" ".join((*before[:-1], form, after)))
                surnames.append(form)
            elif not after and re.fullmatch(r"[A-Z][a-z']+", form):
                surnames.append(form)
            elif " " in form and not form.endswith("."):
                wholes.append(form)
                surnames.append(_family(form.split(), words))
        text = f"{' '.join(before)} {after}".strip()
    tokens = [token for token in text.split() if token not in words["name_titles"] or token in ("U", "Lord")]
    titles = tuple(token for token in text.split() if token not in tokens)
    suffix = tokens.pop() if len(tokens) > 1 and re.fullmatch(r"I{1,3}|IV", tokens[-1]) else ""
    if len(tokens) < 2:
        surnames = [*tokens, *surnames]
        return Name(tuple(surnames), (), tuple(nicknames), tuple(wholes), titles=titles, suffix=suffix)
    family = _family(tokens, words)
    hyphened = any("-" in token for token in tokens)
    wholes = [*wholes, " ".join(tokens), *_regal(tokens)]
    if hyphened:
        wholes += [_given_first(form) for form in wholes]
    wholes = [spelling for form in wholes for spelling in _spellings(form)]
    forenames = () if hyphened or family == tokens[-1] else tuple(tokens[1:])
    return Name(
        tuple(dict.fromkeys((family, *surnames))),
        forenames,
        tuple(nicknames),
        tuple(dict.fromkeys(wholes)),
        order=tuple(tokens) if hyphened or family == tokens[-1] else (),
        titles=titles,
        suffix=suffix,
    )


def _regal(tokens: list[str]) -> list[str]:
    """Return how a king is called besides his full name: `Hussein I`, `Hussein ibn Talal`."""
    numeral = next((index for index, token in enumerate(tokens) if index and NUMERAL.match(token)), 0)
    if not numeral:
        return []
    return [" ".join(tokens[: numeral + 1]), " ".join((*tokens[:numeral], *tokens[numeral + 1 :]))]


def _given_first(form: str) -> str:
    """Return a name whose family name comes first as it is turned for readers: `Chung Hee Park`, `Chung-hui Pak`."""
    family, _, given = form.partition(" ")
    return f"{given} {family}"


def _spellings(form: str) -> Iterator[str]:
    """Yield how a name in order is also printed: `Kim Chong-pil`, `Kim Chong-Pil`, `Kim Chong Pil`, `Kim Chongpil`."""
    if "-" not in form:
        yield from (form, form.replace(" ", "-"))
        return
    for spelling in (form, form.replace("'", "")):
        yield spelling
        first, hyphen, second = spelling.rpartition("-")
        if hyphen:
            yield f"{first}-{second.capitalize()}"
            yield f"{first} {second}"
            yield f"{first} {second.capitalize()}"
            yield f"{first}{second}"


def _family(tokens: list[str], words: Mapping[str, tuple[str, ...]]) -> str:
    """Return what a person whose name stands in order is called: `Chou`, but `Diem` of `Ngo Dinh Diem`."""
    vietnamese = tokens[0] in words["called_by_last_name"] and not any("-" in token for token in tokens)
    return tokens[-1] if vietnamese else tokens[0]

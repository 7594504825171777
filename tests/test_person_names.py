"""Names as lists print them, and the forms that may stand in a text."""

from __future__ import annotations

import pytest

from encoder.annotators.person_names import fold, parse_name
from encoder.conventions import convention

WORDS = convention("frus").words

FORMS: list[tuple[str, str, tuple[str, ...]]] = [
    ("Rusk, Dean", "surnames", ("Rusk",)),
    ("Nasser (Nasr, Nassir), Gamal Abdul", "surnames", ("Nasser", "Nasr", "Nassir")),
    ("Nasser (Nasr, Nassir), Gamal Abd'ul", "forenames", ("Gamal", "Abd'ul")),
    ("Canellopoulos (also Kanellopoulos), Panayiotis", "surnames", ("Canellopoulos", "Kanellopoulos")),
    ("Couve de Murville, Maurice", "surnames", ("Couve de Murville", "Couve")),
    ("Castillo Armas, Colonel Carlos", "surnames", ("Castillo Armas", "Castillo")),
    ("De Gaulle, Charles", "surnames", ("De Gaulle", "de Gaulle", "DeGaulle")),
    ("Brentano, Heinrich von", "surnames", ("Brentano", "von Brentano", "Von Brentano")),
    ("al–Quwatli (Kuwatly), Shukri", "surnames", ("Quwatli", "Kuwatly")),
    ("Hammarskjöld, Dag", "surnames", ("Hammarskjold",)),
    ("Chou En-lai (Zhou Enlai)", "surnames", ("Chou", "Zhou")),
    ("Chou En-lai (Zhou Enlai)", "wholes", ("Chou En-lai", "Zhou Enlai")),
    ("Kim Chong-pil (Kim Chong-p'il)", "wholes", ("Kim Chong-pil", "Kim Chong Pil", "Kim Chong-p'il")),
    ("Wang Ping-nan (Wang Bingnan)", "surnames", ("Wang",)),
    ("Ngo Dinh Diem", "surnames", ("Diem",)),
    ("Duong Van (“Big”) Minh, Major General", "nicknames", ("Big",)),
    ("Duong Van (“Big”) Minh, Major General", "wholes", ("Duong Van Minh",)),
    ("Hussein I ibn Talal", "surnames", ("Hussein",)),
    ("Sato Eisaku", "forenames", ("Eisaku",)),
    ("Johnson, U. Alexis", "forenames", ("U.", "Alexis")),
    ("Burns, Maj. Gen. E.L.M.", "forenames", ("E.", "L.", "M.")),
    ("Burns, Maj. Gen. E.L.M.", "titles", ("Maj.", "Gen.")),
    ("Carter, James Earl, Jr. “Jimmy”", "nicknames", ("Jimmy",)),
    ("Home, Lord (Alexander Frederick Douglas)", "titles", ("Lord",)),
    ("Gore, Sir David Ormsby (Lord Harlech)", "surnames", ("Gore", "Harlech")),
    ("Barnes, Tracy (Playdon, William D.)", "aliases", ("William D. Playdon", "Playdon")),
    ("Nhu, Madame", "wholes", ("Madame Nhu", "Mme. Nhu")),
    ("Constantine II (also Konstantine)", "surnames", ("Constantine", "Konstantine")),
]


@pytest.mark.parametrize(("printed", "part", "forms"), FORMS)
def test_a_name_is_taken_apart(printed: str, part: str, forms: tuple[str, ...]) -> None:
    """Each of the forms is among those that the name may have in a text."""
    assert set(forms) <= set(getattr(parse_name(printed, WORDS), part))


@pytest.mark.parametrize(
    ("printed", "suffix"),
    [
        ("Baker, Howard H. Jr.", "Jr."),
        ("Lodge, Henry Cabot, Jr.", "Jr."),
        ("Timmons, Benson E. L., III", "III"),
        ("Faisal II", "II"),
        ("Hutcheson, Richard G., Ill", "III"),
    ],
)
def test_a_suffix_is_no_forename(printed: str, suffix: str) -> None:
    """`Jr.` and numerals stand apart, also an `Ill` that a scanner read."""
    name = parse_name(printed, WORDS)
    assert (name.suffix, suffix in name.forenames) == (suffix, False)


def test_what_describes_an_office_is_no_forename() -> None:
    """A list that lost its punctuation does not turn `Vice President` into forenames."""
    name = parse_name("Nguyen Ngoc Tho, Vietnamese Vice President until November 4", WORDS)
    assert "President" not in name.forenames


def test_folding_keeps_every_offset() -> None:
    """A folded text is as long as the text."""
    text = "Hammarskjöld’s “note” – Debré, Łódź, ﬁne"
    assert len(fold(text)) == len(text)
    assert fold("Hammarskjöld’s") == "Hammarskjold's"

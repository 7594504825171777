"""Names as lists print them, and the forms that may stand in a text."""

from __future__ import annotations

import pytest
from named import document, marked

from encoder.annotators.person_names import fold, parse_name
from encoder.annotators.persons import annotator
from encoder.conventions import convention
from encoder.model import Edition, Person

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


LISTED: list[tuple[str, str, str, str]] = [
    ("Nasser (Nasr, Nassir), Gamal Abd'ul", "", "told Nasir, Nasr and Gamal Abd’ul Nasser", "Nasr|Gamal Abd’ul Nasser"),
    ("Couve de Murville, Maurice", "", "asked M. Couve de Murville and Couve", "Couve de Murville|Couve"),
    ("Hammarskjöld, Dag", "", "wrote to Hammarskjold and Dag Hammarskjöld", "Hammarskjold|Dag Hammarskjöld"),
    ("Chou En-lai (Zhou Enlai)", "", "Premier Chou, Chou En-lai, Zhou Enlai", "Chou|Chou En-lai|Zhou Enlai"),
    ("Wang Ping-nan", "", "met Wang in Warsaw, Wang Ping-nan said", "Wang|Wang Ping-nan"),
    ("Hussein I ibn Talal", "King of Jordan", "King Hussein and Hussein I ibn Talal", "Hussein|Hussein I ibn Talal"),
    ("Hussein I ibn Talal", "King", "Hussein ibn Talal, King Hussein I", "Hussein ibn Talal|Hussein I"),
    ("Nasser, Gamal Abd'ul", "", "Gamal Abdel Nasser, Abdul Nasser", "Gamal Abdel Nasser|Abdul Nasser"),
    ("Sato, Eisaku", "", "Eisaku Sato, Sato Eisaku, Mr. Sato", "Eisaku Sato|Sato Eisaku|Sato"),
    (
        "Rockefeller, John D., III",
        "",
        "John D. Rockefeller III, J.D. Rockefeller",
        "John D. Rockefeller III|J.D. Rockefeller",
    ),
    ("O'Neill, Thomas P. (“Tip”)", "", "Tip O’Neill and Thomas P. O’Neill", "Tip O’Neill|Thomas P. O’Neill"),
    ("Sato Eisaku", "", "Eisaku Sato, Sato Eisaku, Prime Minister Sato", "Eisaku Sato|Sato Eisaku|Sato"),
    ("Johnson, U. Alexis", "", "U. Alexis Johnson and Alexis Johnson", "U. Alexis Johnson|Alexis Johnson"),
    ("Lodge, Henry Cabot, Jr.", "", "Henry Cabot Lodge, Jr., and H.C. Lodge", "Henry Cabot Lodge, Jr.|H.C. Lodge"),
    ("Timmons, Benson E. L., III", "", "Benson E. L. Timmons III left", "Benson E. L. Timmons III"),
    ("Home, Lord (Alexander Frederick Douglas)", "", "Lord Home agreed", "Lord Home"),
    ("Taylor, General Maxwell D.", "", "General Taylor, General Maxwell D. Taylor", "Taylor|Maxwell D. Taylor"),
    ("Minh, General “Big Minh”", "", "General Minh and Big Minh", "Minh|Big Minh"),
    ("Ch'en Ch'eng", "", "Ch’en Ch’eng and Chen Cheng", "Ch’en Ch’eng|Chen Cheng"),
    ("Pak Chung-hui (Park Chung Hee)", "", "General Chung Hee Park and Pak Chung-hui", "Chung Hee Park|Pak Chung-hui"),
]


@pytest.mark.parametrize(("printed", "note", "text", "names"), LISTED)
def test_a_listed_name_is_found_as_texts_print_it(printed: str, note: str, text: str, names: str) -> None:
    """All its forms lead to its entry."""
    annotate = annotator(Edition(persons=(Person("p_1", printed, note),)))
    found = marked(annotate(document(text)))
    assert found == [(name, "p_1") for name in names.split("|")]


def test_a_sentence_that_ends_in_a_numeral_keeps_its_point() -> None:
    annotate = annotator(Edition(persons=(Person("p_1", "Rockefeller, John D., III"),)))
    assert marked(annotate(document("told John D. Rockefeller III."))) == [("John D. Rockefeller III", "p_1")]


def test_a_place_that_ends_in_a_name_is_no_person() -> None:
    annotate = annotator(Edition(persons=(Person("p_1", "Nguyen Ngoc Tho"), Person("p_2", "David, Dean"))))
    assert marked(annotate(document("At My Tho and at Camp David they met."))) == []


def test_a_name_that_begins_like_a_listed_one_is_another() -> None:
    """`Do Cao Tri` is neither Cao nor Tri."""
    annotate = annotator(Edition(persons=(Person("p_1", "Huynh Van Cao"), Person("p_2", "Tri Quang"))))
    assert marked(annotate(document("General Do Cao Tri left."))) == [("Do Cao Tri", "-")]


def test_initials_that_no_bearer_has_are_those_of_another() -> None:
    annotate = annotator(Edition(persons=(Person("p_1", "Smith, Bromley"), Person("p_2", "Tsiang, Tingfu"))))
    assert marked(annotate(document("W.Y. Smith met T.F. Tsiang."))) == [("W.Y. Smith", "-"), ("T.F. Tsiang", "p_2")]


def test_a_forename_may_be_spelled_another_way() -> None:
    """By a letter; another forename is another person."""
    annotate = annotator(Edition(persons=(Person("p_1", "Hussein, Ahmad"), Person("p_2", "Howe, Jonathan"))))
    found = marked(annotate(document("Ahmed Hussein and Johnathan Howe; George Howe")))
    assert found == [("Ahmed Hussein", "p_1"), ("Johnathan Howe", "p_2"), ("George Howe", "-")]


def test_a_forename_at_the_end_of_a_line_is_no_part_of_the_next_name() -> None:
    annotate = annotator(Edition(persons=(Person("p_1", "Bush, George"),)))
    assert marked(annotate(document("Thank you, George\nBush: Yes.")))[-1] == ("Bush", "p_1")


def test_the_only_bearer_is_less_sure_where_another_is_named() -> None:
    """`Wei` may be Wei Tung, who is in no list."""
    annotate = annotator(Edition(persons=(Person("p_1", "Wei Tao-ming"),)))
    found = annotate(document("Wei met Wei Tung. Wei left."))
    assert [(span.get("ref"), span.cert) for span in found.spans] == [("#p_1", "high"), ("", "low"), ("#p_1", "high")]
    found = annotate(document("Wei Tung came. Wei left."))
    assert [(span.get("ref"), span.cert) for span in found.spans] == [("", "low"), ("#p_1", "medium")]


def test_presidents_are_known_by_their_papers_and_administrations() -> None:
    """Also where an office is said once for two."""
    persons = (
        Person("p_1", "Kennedy, John F.", "President of the United States until November 22, 1963"),
        Person("p_2", "Kennedy, Edward M.", "Senator from Massachusetts"),
        Person("p_3", "Eisenhower, Dwight D.", "President of the United States"),
    )
    text = "Public Papers: Kennedy, 1962, p. 3; the Kennedy administration; Presidents Eisenhower and Kennedy"
    found = marked(annotator(Edition(persons=persons))(document(text)))
    assert [person for _, person in found] == ["p_1", "p_1", "p_3", "p_1"]


def test_tenure_decides_only_where_people_act() -> None:
    """In a heading the only bearer in office is meant; text may speak of any."""
    persons = (
        Person("p_1", "Dulles, Allen W.", "Director of Central Intelligence until November 1961"),
        Person("p_2", "Dulles, John Foster", "Secretary of State until April 1959"),
    )
    annotate = annotator(Edition(persons=persons))
    assert marked(annotate(document("Text.", head="1. Letter From Mr. Dulles to Congress", date="1960-03-01"))) == [
        ("Dulles", "p_1")
    ]
    assert marked(annotate(document("Dulles said so.", date="1960-03-01"))) == [("Dulles", "-")]

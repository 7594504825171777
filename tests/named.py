"""An edition's list of persons, and documents of a heading, a paragraph and a signature: what tests of persons read."""

from __future__ import annotations

from encoder.annotators.persons import annotator
from encoder.model import Block, Document, Edition, Person

PERSONS = (
    Person(
        "p_BMG", "Bundy, McGeorge", "Special Assistant to the President for National Security Affairs from January 1961"
    ),
    Person(
        "p_BWP", "Bundy, William P.", "Assistant Secretary of State for Far Eastern Affairs from March 1964 to May 1969"
    ),
    Person("p_DAW", "Dulles, Allen W.", "Director of Central Intelligence until November 1961"),
    Person("p_DJF", "Dulles, John Foster", "Secretary of State until April 1959"),
    Person("p_GRL", "Gilpatric, Roswell L.", "Deputy Secretary of Defense from January 1961"),
    Person("p_HA", "Home, Sir Alec Douglas", "British Foreign Secretary"),
    Person(
        "p_JLB",
        "Johnson, Lyndon B.",
        "Vice President until November 22, 1963; thereafter President of the United States",
    ),
    Person("p_JUA", "Johnson, U. Alexis", "Deputy Under Secretary of State for Political Affairs from April 1961"),
    Person("p_KGD", "King, Gordon D.", "Officer in Charge of Cyprus Affairs"),
    Person("p_MH", "Macmillan, Maurice Harold", "British Prime Minister"),
    Person("p_MEM", "Martin, Edwin M.", "Assistant Secretary of State"),
    Person("p_MRS", "McNamara, Robert S.", "Secretary of Defense from January 1961 to February 1968"),
    Person("p_PCH", "Pak Chung-hui", "Chairman of the Supreme Council"),
    Person("p_RD", "Rusk, Dean", "Secretary of State from January 21, 1961 to January 20, 1969"),
    Person("p_CC", "Ch'en Ch'eng", "Vice President of the Republic of China"),
    Person("p_CY", "Ch'en Yi (Chen Yi)", "Foreign Minister of the People's Republic of China"),
    Person("p_HSV", "Hood, Viscount Samuel", "British Minister in Washington"),
    Person("p_PF", "Press, Frank", "Director of the Office of Science and Technology Policy"),
    Person("p_TLE", "Thompson, Llewellyn E.", "Ambassador to the Soviet Union"),
    Person("p_DIEM", "Diem", "see Ngo Dinh Diem"),
    Person("p_NDD", "Ngo Dinh Diem", "President of the Republic of Vietnam"),
    Person("p_NM", "Nhu, Madame", "wife of Ngo Dinh Nhu"),
)
ANNOTATE = annotator(Edition(persons=PERSONS))


def document(text: str, *, head: str = "", signed: str = "", date: str = "1965-09-25") -> Document:
    """Return a document of a heading, one paragraph and a signature."""
    parts = [("head", head), ("p", text), ("signed", signed)]
    blocks, whole = [], ""
    for kind, words in parts:
        if words:
            blocks.append(Block(kind, len(whole), len(whole) + len(words)))
            whole += words + "\n"
    return Document("d1", whole, tuple(blocks), source="d1.txt", facts={"date": date} if date else {})


def marked(found: Document) -> list[tuple[str, str]]:
    """Return each name with the id that it leads to, or `-`."""
    names = sorted((span for span in found.spans if span.name == "persName"), key=lambda span: span.start)
    return [(found.text[span.start : span.end], span.get("ref").removeprefix("#") or "-") for span in names]

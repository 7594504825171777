"""Reading a document in a browser: notes, marks, narrow screens, no script, keyboard, paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page, Route

    Read = Callable[..., Page]

LETTER = "frus1964-68v29p2-d62.html"
_WIDTHS = (360, 800, 1400)


def test_notes_stand_beside_their_calls_on_a_wide_screen(read: Read) -> None:
    """Each note at the right, level with its call or right below the note before it, none over another."""
    page = read(LETTER, 1400)
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('.note')].map((note) => {
            const call = document.getElementById('call:' + note.id);
            const box = note.getBoundingClientRect();
            return [box.left, box.top, box.bottom, call ? call.getBoundingClientRect().top : null];
        })"""
    )
    text = page.locator(".text").bounding_box()
    assert text is not None
    bottom = -1.0
    for left, top, end, call in boxes:
        assert left >= text["x"] + 500
        assert top >= bottom
        assert call is None or top >= call - 12
        bottom = end


def test_a_note_opens_at_its_call_on_a_narrow_screen(read: Read) -> None:
    """A tap shows it there; Escape closes it; the page has not moved."""
    page = read(LETTER, 360)
    call = page.locator("#call\\:d62fn2")
    call.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    call.click()
    card = page.locator(".card")
    assert card.inner_text().strip() == "Document 55."
    box, at = card.bounding_box(), call.bounding_box()
    assert box is not None
    assert at is not None
    assert abs(box["y"] - at["y"]) < 200
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert page.evaluate("scrollY") == before
    page.keyboard.press("Escape")
    assert not card.is_visible()


def test_without_script_notes_stand_at_the_foot(read: Read) -> None:
    """After the text, and a call leads to its note and back."""
    page = read(LETTER, 1400, java_script_enabled=False)
    text, notes = page.locator(".text").bounding_box(), page.locator(".notes").bounding_box()
    assert text is not None
    assert notes is not None
    assert notes["y"] >= text["y"] + text["height"]
    page.locator("#call\\:d62fn2").click()
    assert page.url.endswith("#d62fn2")
    page.locator("#d62fn2 .back").click()
    assert page.url.endswith("#call:d62fn2")


@pytest.mark.parametrize("width", _WIDTHS)
@pytest.mark.parametrize("address", [LETTER, "frus1964-68v29p2-d55.html", "hostile.html", "index.html"])
def test_no_page_is_wider_than_the_screen(read: Read, address: str, width: int) -> None:
    """Not even with a word of ten thousand letters."""
    assert read(address, width).evaluate("document.documentElement.scrollWidth") <= width


def test_a_name_shows_who_it_is_on_focus(read: Read) -> None:
    """The keyboard reaches the name; a card says name and office; Enter leads to the person's page."""
    page = read(LETTER)
    name = page.locator("h1 a.persName").first
    page.keyboard.press("Tab")
    for _ in range(40):
        if name.evaluate("(link) => link === document.activeElement"):
            break
        page.keyboard.press("Tab")
    assert page.locator(".card").inner_text() == "Rusk, Dean: Secretary of State"
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/p_RD1.html")


def test_every_mark_of_a_person_shows_who_it_is(read: Read) -> None:
    """The page says it at the first one only."""
    marks = read(LETTER).locator("a.persName[href='people/p_RD1.html']")
    known = marks.evaluate_all("(links) => links.map((link) => link.getAttribute('aria-description'))")
    assert known == ["Rusk, Dean: Secretary of State"] * marks.count()
    assert marks.count() > 1


def test_a_tap_shows_the_card_and_a_second_follows(read: Read) -> None:
    """On a screen that is touched."""
    page = read(LETTER, 360, has_touch=True, is_mobile=True)
    name = page.locator("h1 a.persName").first
    name.tap()
    assert page.locator(".card").inner_text() == "Rusk, Dean: Secretary of State"
    assert page.url.endswith(LETTER)
    name.tap()
    page.wait_for_url("**/people/p_RD1.html")


def test_the_picture_of_a_page_is_shown_at_its_mark(read: Read) -> None:
    """When it is asked for, and not before; without a script the link leads to it."""
    page = read("frus1964-68v29p2-d55.html")
    asked = []
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"/>'

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body=picture, content_type="image/svg+xml")

    page.route("https://example.org/**", answer)
    assert asked == []
    mark, link = page.locator("#pg_104"), page.get_by_role("link", name="Image: Page 104")
    beside, at = mark.locator("span").bounding_box(), link.bounding_box()
    assert beside is not None
    assert at is not None
    assert beside["y"] < at["y"] < beside["y"] + 40
    link.click()
    assert page.locator(".card img").get_attribute("alt") == "Image: Page 104"
    page.locator(".card img").evaluate("(picture) => picture.decode()")
    assert asked == ["https://example.org/page/104.jpg"]
    assert page.url.endswith("frus1964-68v29p2-d55.html")


def test_an_editor_sees_what_is_uncertain(read: Read) -> None:
    """The button marks it, and the next page remembers."""
    page = read("frus1964-68v29p2-d55.html")
    uncertain = page.locator(".text [data-cert=low]").first
    style = "(element) => getComputedStyle(element).textDecorationStyle"
    assert uncertain.evaluate(style) != "wavy"
    page.get_by_role("button", name="Show the encoding").click()
    assert uncertain.evaluate(style) == "wavy"
    page.reload()
    assert page.locator(".text [data-cert=low]").first.evaluate(style) == "wavy"


def test_dark_is_dark(read: Read) -> None:
    """The reader's own colour scheme is followed."""
    lightness = "() => getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number)[0]"
    assert read(LETTER, color_scheme="dark").evaluate(lightness) < 60
    assert read(LETTER, color_scheme="light").evaluate(lightness) > 200


def test_paper_has_the_text_and_its_notes_alone(read: Read) -> None:
    """No menu, no tools; notes below the text."""
    page = read(LETTER, 1400)
    page.emulate_media(media="print")
    for selector in (".banner nav", ".tools", ".neighbours", ".colophon"):
        assert not page.locator(selector).is_visible()
    text, notes = page.locator(".text").bounding_box(), page.locator(".notes").bounding_box()
    assert text is not None
    assert notes is not None
    assert notes["y"] >= text["y"] + text["height"] - 1


def test_the_keyboard_reaches_every_link(read: Read) -> None:
    """Each link, button and control is in the order of tabbing, and the first leads past the menu."""
    page = read(LETTER)
    hidden = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, summary, input, select')]
            .filter((element) => element.tabIndex < 0).length"""
    )
    assert hidden == 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "the:main"


def test_hostile_text_runs_nothing(read: Read) -> None:
    """The title is the document's, and no script of its text has changed it."""
    for address in ("hostile.html", "index.html", "people/p_X.html", "lists/people.html", "lists/sources.html"):
        page = read(address)
        assert page.title() != "run"
        assert page.locator("main img").count() == 0


def test_pages_work_from_a_folder_without_a_server(read: Read, folder: Path) -> None:
    """Opened as files, scripts and all."""
    page = read("index.html")
    page.goto((folder / LETTER).as_uri())
    assert page.locator(".side-notes .note").count() == 5

"""The search: words, filters, an address that can be kept, and what is said where it cannot work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Read = Callable[..., Page]

pytest.importorskip("pagefind", reason="Pagefind is not installed")


def test_a_word_finds_its_document(read: Read) -> None:
    """The result is linked, and says how many there are."""
    page = read("lists/search.html")
    page.get_by_label("Words").fill("listening")
    page.get_by_role("button", name="Search").click()
    page.locator(".results a").wait_for()
    assert page.locator(".status").inner_text() == "1 document"
    assert "listening" in page.locator(".results mark").first.inner_text()
    page.locator(".results a").click()
    page.wait_for_url("**/frus1964-68v29p2-d62.html")


def test_a_filter_alone_finds_documents(read: Read) -> None:
    """What a sender wrote, without a word."""
    page = read("lists/search.html")
    page.get_by_label("From", exact=True).select_option("Reischauer, Edwin O.")
    page.locator(".results a").wait_for()
    assert "Memorandum From the Ambassador" in page.locator(".results a").inner_text()


def test_a_search_is_in_its_address(read: Read) -> None:
    """The address of a search gives the same results again."""
    page = read("lists/search.html?q=treaty&year=1965")
    page.locator(".results a").first.wait_for()
    assert page.get_by_label("Year").input_value() == "1965"
    assert page.locator(".results a").count() == 1


def test_without_script_the_page_says_what_it_needs(read: Read) -> None:
    """And leads to the lists."""
    page = read("lists/search.html", java_script_enabled=False)
    assert "needs JavaScript" in page.locator("noscript").inner_text()

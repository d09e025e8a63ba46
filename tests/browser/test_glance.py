"""What a reader meets first: help with words beside them, how a plan stands, and the way to its pages."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NARROW
from tests.page_samples import SAMPLES, STRESS

pytestmark = pytest.mark.browser

Opener = Callable[..., Page]
OVERVIEWS = [kind for kind in (*SAMPLES, *STRESS) if kind.endswith("overview")]

# Each addition: its words, whether it is seen, and whether it is within the page.
ADDED = """() => [...document.querySelectorAll("main .term")].map((term) => {
  const boxes = [...term.getClientRects()];
  return {
    words: term.textContent,
    isSeen: term.checkVisibility({ visibilityProperty: true }) && boxes.some((box) => box.width > 0),
    isWithin: boxes.every((box) => box.left >= 0 && box.right <= document.documentElement.clientWidth + 1),
  };
})"""


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("kind", ["outcome", "overview", "print"])
def test_what_initials_stand_for_is_seen_on_a_phone_and_on_paper(kind: str, media: str, open_page: Opener):
    page = open_page(kind, viewport=NARROW)
    page.emulate_media(media=media)
    added = page.evaluate(ADDED)
    assert added
    for term in added:
        assert term["words"].startswith(" [")
        assert term["words"].endswith("]")
        assert term["isSeen"], term
        assert term["isWithin"], term


@pytest.mark.parametrize("kind", OVERVIEWS)
def test_way_to_the_pages_of_a_plan_is_near_its_top_on_a_phone(kind: str, open_page: Opener):
    page = open_page(kind, viewport=NARROW)
    screens = page.evaluate("document.querySelector('#find-your-way').getBoundingClientRect().top / innerHeight")
    assert screens < 3


def test_home_shows_how_the_first_plan_stands_on_the_first_screen_of_a_phone(open_page: Opener):
    page = open_page("home", viewport=NARROW)
    bottom = page.evaluate("document.querySelector('h3 ~ p:not(:has(.mark))').getBoundingClientRect().bottom")
    assert bottom <= NARROW["height"]


def test_page_says_its_own_words_on_the_first_screen_of_a_phone(open_page):
    """Help and what a reader must know of the plan stand before the heading, and leave half of the screen."""
    page = open_page("outcome", viewport={"width": 390, "height": 844})
    assert page.locator(".help--top").bounding_box()["y"] == 0
    assert page.locator(".banner").count() == 2
    assert page.locator("h1").bounding_box()["y"] < 500
    first = page.locator("main > .lead, main > h1 ~ p").first.bounding_box()
    assert first["y"] + first["height"] < 844

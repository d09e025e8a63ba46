"""Everything can be reached and used from a keyboard, seen while it is, and no single key does anything."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, WIDE
from tests.page_samples import SAMPLES, STRESS

pytestmark = pytest.mark.browser

Opener = Callable[..., Page]

# How many Tab stops of a page are looked at, from its top and, going backwards, from its end.
STOPS = 10

# What has the focus: how it is outlined, and whether something else lies over its middle or it lies off the screen.
STOP = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const rects = [...element.getClientRects()].filter((rect) => rect.width && rect.height);
  const seen = rects.filter((rect) => {
    const x = rect.left + rect.width / 2, y = rect.top + rect.height / 2;
    const top = document.elementFromPoint(x, y);
    return top && (element.contains(top) || top.contains(element) && getComputedStyle(element).display === "inline");
  });
  return {
    name: `${element.tagName.toLowerCase()} ${element.textContent.trim().slice(0, 50)}`,
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    isFocusVisible: element.matches(":focus-visible"),
    hidden: rects.length === 0 || seen.length < rects.length,
    isCut: rects.some((rect) => {
      const room = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset) - 1;
      return rect.top < room || rect.bottom > innerHeight - room || rect.left < 1 || rect.right > innerWidth - 1;
    }),
  };
}"""


def stops(page: Page, key: str, count: int) -> list[dict[str, Any]]:
    """What the focus looks like at each of the next `count` presses of `key`, as far as there are."""
    found = []
    for _ in range(count):
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        if stop is None:
            break
        found.append(stop)
    return found


def faults(found: list[dict[str, Any]]) -> list[str]:
    poor = [f"no outline: {stop['name']}" for stop in found if stop["outline"] < 2 or not stop["isFocusVisible"]]
    poor += [f"covered: {stop['name']}" for stop in found if stop["hidden"]]
    return poor + [f"off the screen: {stop['name']}" for stop in found if stop["isCut"]]


@pytest.mark.parametrize("kind", [*SAMPLES, *STRESS])
def test_every_stop_is_outlined_and_in_sight(kind: str, open_page: Opener):
    poor = []
    page = open_page(kind)
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        page.goto(page.url)
        found = stops(page, "Tab", STOPS)
        assert len(found) > 4
        page.goto(page.url)
        found += stops(page, "Shift+Tab", STOPS)
        poor += [f"{size['width']} px: {fault}" for fault in faults(found)]
    assert poor == []


@pytest.mark.parametrize(
    "fault",
    [
        "sheet.replaceSync(':focus-visible { outline: 0 !important }')",
        "sheet.replaceSync(':focus-visible { outline: 1px solid !important }')",
        "sheet.replaceSync('.site { opacity: 0.9; position: fixed; inset: 0 0 auto; height: 30rem; z-index: 9 }')",
        "sheet.replaceSync('.help a { position: absolute; left: -100px; width: 50px; overflow: hidden }')",
    ],
)
def test_a_fault_put_on_the_page_is_found(fault: str, open_page: Opener):
    page = open_page("overview")
    page.evaluate(f"{{ const sheet = new CSSStyleSheet(); {fault}; document.adoptedStyleSheets = [sheet]; }}")
    assert faults(stops(page, "Tab", STOPS))


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "320"])
def test_every_link_in_sight_is_a_stop(size: dict[str, int], open_page: Opener):
    page = open_page("content", viewport=size)
    wanted = page.evaluate(
        "[...document.querySelectorAll('a, summary, input, button')].filter((item) => item.checkVisibility()).length"
    )
    assert len(stops(page, "Tab", wanted + 1)) == wanted


@pytest.mark.parametrize("kind", SAMPLES)
def test_first_stop_skips_to_main(kind: str, open_page: Opener):
    page = open_page(kind)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_class("skip")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main, footer') !== null")
    if page.locator("main a, main select, main input").count():
        assert page.evaluate("document.activeElement === document.querySelector('main a, main select, main input')")


MENU = """() => [...document.querySelectorAll(".menu a")].map((link) => link.checkVisibility())"""


@pytest.mark.parametrize("kind", SAMPLES)
def test_menu_opens_and_closes_from_the_keyboard(kind: str, open_page: Opener):
    page = open_page(kind, viewport=NARROW)
    summary = page.locator(".menu summary")
    assert not any(page.evaluate(MENU))
    for key in ("Enter", "Space"):
        summary.focus()
        page.keyboard.press(key)
        assert all(page.evaluate(MENU)), f"{key} does not open the menu"
        page.keyboard.press("Escape")
        assert not any(page.evaluate(MENU)), "Escape does not close the menu"
        expect(summary).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".menu a").first).to_be_focused()
    page.keyboard.press("Escape")
    assert not any(page.evaluate(MENU)), "Escape on a link does not close the menu"
    expect(summary).to_be_focused()


def test_menu_is_always_open_on_a_wide_screen(open_page: Opener):
    page = open_page("overview")
    expect(page.locator(".menu summary")).to_be_hidden()
    assert all(page.evaluate(MENU))


KEYS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!\"£$%^&*()_+/?.>,<;:'@#~[]{}-=`|\\"
STATE = """() => [
  location.href, history.length, scrollY, document.documentElement.outerHTML, document.activeElement.outerHTML,
].join()"""


def press_every_key(page: Page) -> list[str]:
    """The places on the page where a key that is no command of the browser's own did something."""
    found = []
    # On the page itself, on a link, and on the button of the menu.
    for place in ("body", ".site__name", ".menu summary"):
        page.evaluate("(place) => { document.activeElement.blur(); document.querySelector(place).focus() }", place)
        before = page.evaluate(STATE)
        page.keyboard.type(KEYS)
        for key in ("Escape", "Delete", "Backspace", "Insert"):
            page.keyboard.press(key)
        if page.evaluate(STATE) != before:
            found.append(place)
    return found


@pytest.mark.parametrize("kind", SAMPLES)
def test_no_single_key_does_anything(kind: str, open_page: Opener):
    assert press_every_key(open_page(kind, viewport=NARROW)) == []


def test_a_single_key_that_does_something_is_found(open_page: Opener):
    page = open_page("overview", viewport=NARROW)
    page.evaluate("addEventListener('keydown', (event) => { if (event.key === '/') document.title = 'Search' })")
    assert press_every_key(page)

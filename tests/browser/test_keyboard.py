"""Everything can be reached and used from a keyboard, seen while it is, and no single key does anything."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, SHELL_KINDS, WIDE, draw
from tests.page_samples import SAMPLES, STRESS
from tests.tiers import loop

pytestmark = pytest.mark.browser

Opener = Callable[..., Page]

HALF = {"width": 640, "height": 800}
# Each width, and whether the menu is open; on a wide screen it stands there without a button.
STATES = [(WIDE, False), (HALF, False), (HALF, True), (NARROW, False), (NARROW, True)]
KINDS = [*SAMPLES, *STRESS]
STATES_PER_KIND = loop(test=1, prove=len(STATES))
# How many Tab stops are looked at from the top of a page and, going backwards, from its end: in the end all of them.
ALL = 10_000
STOPS = loop(test=6, prove=ALL)

# What has the focus: how it is outlined, and whether something else lies over its middle or it lies off the screen.
STOP = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  // Backwards, the page's end follows its start.
  const stops = (globalThis.stopsOfTheTest ??= new Set());
  if (stops.has(element)) return null;
  stops.add(element);
  const style = getComputedStyle(element);
  const rects = [...element.getClientRects()].filter((rect) => rect.width && rect.height);
  const seen = rects.filter((rect) => {
    const x = rect.left + rect.width / 2, y = rect.top + rect.height / 2;
    const top = document.elementFromPoint(x, y);
    if (element.matches("[role=region]")) return rect.top < innerHeight && rect.bottom > 0;
    return top && (element.contains(top) || top.contains(element) && getComputedStyle(element).display === "inline");
  });
  return {
    name: `${element.tagName.toLowerCase()} ${element.textContent.trim().slice(0, 50)}`,
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    isFocusVisible: element.matches(":focus-visible"),
    hidden: rects.length === 0 || seen.length < rects.length,
    isCut: rects.some((rect) => {
      // A table's region may be larger than the screen; then some of it is in sight.
      if (element.matches("[role=region]")) return rect.top > innerHeight || rect.bottom < 0;
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


# What Tab must reach: links, buttons, fields, lists of choices and regions that scroll, as far as they are in sight.
STOPPED_AT = """[...document.querySelectorAll("a[href], summary, select, input, button, [tabindex='0']")]
  .filter((one) => one.checkVisibility())"""


def walk(page: Page, size: dict[str, int], is_open: bool, count: int = STOPS) -> list[str]:
    """The faults of the page's Tab stops, forwards from its top and backwards from its end."""
    found: list[str] = []
    page.set_viewport_size(size)
    for key in ("Tab", "Shift+Tab"):
        page.goto(page.url)
        page.evaluate("(isOpen) => { document.querySelector('#shell-menu').open = isOpen }", is_open)
        draw(page)
        wanted = page.evaluate(f"{STOPPED_AT}.length")
        reached = stops(page, key, count)
        found += [f"{key}: {fault}" for fault in faults(reached)]
        if len(reached) != min(wanted, count):
            found.append(f"{key}: {len(reached)} of {wanted} stops")
    where = f"{size['width']} px{', menu open' if is_open else ''}"
    return [f"{where}: {fault}" for fault in found]


def states_of(kind: str, count: int = STATES_PER_KIND) -> list[tuple[dict[str, int], bool]]:
    """The states in which a kind of page is walked."""
    first = KINDS.index(kind)
    return [STATES[(first + 2 * place) % len(STATES)] for place in range(count)]


def test_states_are_all_met_and_in_the_end_each_for_every_kind():
    assert {str(state) for kind in KINDS for state in states_of(kind, 1)} == set(map(str, STATES))
    assert all(sorted(map(str, states_of(kind, len(STATES)))) == sorted(map(str, STATES)) for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_stop_is_outlined_and_in_sight(kind: str, open_page: Opener):
    page = open_page(kind)
    assert [fault for size, is_open in states_of(kind) for fault in walk(page, size, is_open)] == []


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
    assert faults(stops(page, "Tab", 10))


def test_a_link_that_tab_leaves_out_is_found(open_page: Opener):
    assert walk(open_page("content"), WIDE, False, ALL) == []
    page = open_page("content")
    page.route("**/*.js", lambda route: route.fulfill(body="document.querySelector('main a').tabIndex = -1"))
    assert walk(page, WIDE, False, ALL)


@pytest.mark.parametrize("kind", SHELL_KINDS)
def test_first_stop_skips_to_main(kind: str, open_page: Opener):
    page = open_page(kind)
    for size in (WIDE, HALF, NARROW):
        page.set_viewport_size(size)
        page.goto(page.url.partition("#")[0])
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        expect(skip).to_have_class("skip")
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main, footer') !== null")
        first = "main a, main select, main input, main [tabindex='0']"
        if page.locator(first).count():
            assert page.evaluate("(first) => document.activeElement === document.querySelector(first)", first)


MENU = """() => [...document.querySelectorAll(".menu a")].map((link) => link.checkVisibility())"""


@pytest.mark.parametrize("kind", SHELL_KINDS)
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


# How each link stands out by shape, not by colour: the bars and lines round it, and the weight of its letters.
SHAPES = """(links) => [...document.querySelectorAll(links)].filter((link) => link.checkVisibility()).map((link) => {
  const style = getComputedStyle(link);
  const lines = ["Top", "Right", "Bottom", "Left"].map((side) => style[`border${side}Width`]);
  const isHere = new URL(link.href).pathname === location.pathname && !link.hash;
  return { isCurrent: link.getAttribute("aria-current") === "page", isHere, lines: lines.join(" "),
    bars: Math.max(...lines.map(parseFloat)), weight: style.fontWeight };
})"""


@pytest.mark.parametrize("kind", KINDS)
def test_current_page_is_named_and_has_a_shape_of_its_own(kind: str, open_page: Opener):
    page = open_page(kind)
    for size, is_open in STATES[:: loop(test=2, prove=1)]:
        page.set_viewport_size(size)
        page.evaluate("(isOpen) => { document.querySelector('#shell-menu').open = isOpen }", is_open)
        for colours in ("none", "active"):
            page.emulate_media(forced_colors=colours)
            menu, foot = page.evaluate(SHAPES, ".menu a"), page.evaluate(SHAPES, ".foot__links a")
            assert_named_and_shaped(menu)
            assert_named_and_shaped(foot)
            is_below = kind.endswith(("action", "taken out", "withdrawn"))
            is_listed = not is_below and kind not in ("not_found", "search", "update")
            is_in_sight = is_open or size is WIDE or kind == "content"
            assert not (is_listed and is_in_sight) or any(link["isCurrent"] for link in menu + foot)


def assert_named_and_shaped(links: list[dict[str, Any]]) -> None:
    assert [link for link in links if link["isCurrent"] is not link["isHere"]] == []
    others = [link for link in links if not link["isCurrent"]]
    for link in links:
        if link["isCurrent"]:
            assert link["bars"] >= 4
            assert all(link["lines"] != other["lines"] and link["weight"] != other["weight"] for other in others)


def test_current_page_without_a_shape_is_found(open_page: Opener):
    page = open_page("overview")
    links = page.evaluate(SHAPES, ".menu a")
    assert_named_and_shaped(links)
    for fault in ({"bars": 0}, {"weight": "400"}, {"isCurrent": False}):
        with pytest.raises(AssertionError):
            assert_named_and_shaped([{**link, **fault} if link["isHere"] else link for link in links])


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


@pytest.mark.parametrize("kind", SHELL_KINDS)
def test_no_single_key_does_anything(kind: str, open_page: Opener):
    assert press_every_key(open_page(kind, viewport=NARROW)) == []


def test_a_single_key_that_does_something_is_found(open_page: Opener):
    page = open_page("overview", viewport=NARROW)
    page.evaluate("addEventListener('keydown', (event) => { if (event.key === '/') document.title = 'Search' })")
    assert press_every_key(page)

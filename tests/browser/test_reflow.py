"""Nothing needs sideways scrolling on a small screen, and nothing is cut when a reader widens the spacing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.page_samples import SAMPLES, STRESS

pytestmark = pytest.mark.browser

# 320 CSS px is a screen of 1280 px at 400%; 320 by 256 is one of 1280 by 1024.
SMALL = [{"width": 320, "height": 800}, {"width": 320, "height": 256}]

# The distances of WCAG 2.2, 1.4.12. A constructed style sheet, because the site's policy forbids inline styles.
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""

# Text that leaves the screen, a box that cuts what leaves it, or a box with a border.
FAULTS = """() => {
  const faults = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} px wide`);
  const isHiddenOnPurpose = (element) => {
    const style = getComputedStyle(element);
    return style.position === "absolute" && style.clipPath === "inset(50%)";
  };
  const cuts = (style) => [style.overflowX, style.overflowY].some((value) => value !== "visible");
  const isBox = (style) => parseFloat(style.borderLeftWidth) > 0 && parseFloat(style.borderTopWidth) > 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const above = [];
    for (let here = node.parentElement; here; here = here.parentElement) above.push(here);
    if (!node.data.trim() || above.some(isHiddenOnPurpose) || node.parentElement.closest(".skip")) continue;
    // A wide table scrolls in its place, by keyboard too (tests/browser/test_tables.py); the page does not.
    if (innerWidth >= 640 && node.parentElement.closest("[role=region][tabindex='0'] table")) continue;
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (!rect.width) continue;
      const said = node.data.trim().slice(0, 60);
      if (rect.left < -1 || rect.right > root.clientWidth + 1) faults.push(`leaves the screen: ${said}`);
      for (const element of above.slice(0, -2)) {
        const style = getComputedStyle(element);
        if (!cuts(style) && !isBox(style)) continue;
        const box = element.getBoundingClientRect();
        const isOut = rect.left < box.left - 1 || rect.right > box.right + 1
          || rect.top < box.top - 2 || rect.bottom > box.bottom + 2;
        if (isOut) faults.push(`leaves ${element.tagName.toLowerCase()}.${element.className}: ${said}`);
      }
    }
  }
  return [...new Set(faults)];
}"""


def faults(page: Page) -> list[str]:
    found = page.evaluate(FAULTS)
    page.evaluate("document.querySelector('#shell-menu').open = true")
    return found + [f"menu open: {fault}" for fault in page.evaluate(FAULTS)]


@pytest.mark.parametrize("kind", [*SAMPLES, *STRESS])
def test_page_fits_a_small_screen_and_wide_spacing(kind: str, open_page: Callable[..., Page]):
    page = open_page(kind)
    found = []
    for size in SMALL:
        page.set_viewport_size(size)
        found += [f"{size['width']} by {size['height']}: {fault}" for fault in faults(page)]
    page.evaluate(SPACING)
    found += [f"wide spacing: {fault}" for fault in faults(page)]
    page.set_viewport_size({"width": 1280, "height": 800})
    found += [f"wide spacing on a wide screen: {fault}" for fault in faults(page)]
    assert found == []


@pytest.mark.parametrize(
    "fault",
    [
        "document.querySelector('h1').style.width = '500px'",
        "document.querySelector('h1').style.whiteSpace = 'nowrap'",
        "Object.assign(document.querySelector('h1').style, { height: '12px', overflow: 'hidden' })",
        "Object.assign(document.querySelector('h1').style, { position: 'relative', left: '-40px' })",
        "Object.assign(document.querySelector('.status-tag').style, { display: 'block', height: '0.5em' })",
        "Object.assign(document.querySelector('.menu__lists').style, { maxHeight: '3em', overflow: 'auto' })",
    ],
)
def test_a_fault_put_on_the_page_is_found(fault: str, open_page: Callable[..., Page]):
    page = open_page("overview", viewport=SMALL[0])
    assert faults(page) == []
    page.evaluate(fault)
    assert faults(page)

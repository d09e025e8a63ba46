"""The faults that must never reach a reader, each put on a page and fed to the check that must find it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.test_axe import run_axe
from tests.browser.test_keyboard import faults, stops
from tests.contrast import contrast
from tests.html_checks import CHECKS, BuiltPage

pytestmark = pytest.mark.browser

Find = Callable[[Page, str], list[str]]


def by_rule(name: str) -> Find:
    """The static rule `name` of every page."""
    return lambda page, _: list(CHECKS[name](BuiltPage("p/index.html", page.content())))


def by_walking(page: Page, _: str) -> list[str]:
    """The walk along the first Tab stops."""
    return faults(stops(page, "Tab", 8))


def by_axe(rule: str) -> Find:
    """What axe says under `rule`."""

    def find(page: Page, axe_source: str) -> list[str]:
        return [node["html"] for node in run_axe(page, axe_source, [])["violations"] if node["rule"] == rule]

    return find


def styled(rules: str) -> str:
    return f"{{ const s = new CSSStyleSheet(); s.replaceSync('{rules}'); document.adoptedStyleSheets = [s] }}"


# A grey that stands off from white by 4.4 to 1.
GREY = "#787878"

# The fault, how it is put on the page, and what must find it.
FAULTS: dict[str, tuple[str, Find]] = {
    "missing caption": ("document.querySelector('caption').remove()", by_rule("tables")),
    "colour-only tag": (
        "{ const tag = document.querySelector('.status-tag'); tag.lastChild.data = '' }",
        by_rule("status_tags"),
    ),
    "outline: none": (styled(":focus-visible { outline: none !important }"), by_walking),
    "inline handler": ("document.querySelector('h1').setAttribute('onclick', 'x()')", by_rule("no_inline_code")),
    "covered focus": (styled(".site { position: fixed; inset: 0 0 auto; height: 30rem; z-index: 9 }"), by_walking),
    "a 4.4:1 tag": (
        styled(f".status-tag {{ color: {GREY} !important; background: #fff !important }}"),
        by_axe("color-contrast"),
    ),
}
ASKED_FOR = {"missing caption", "colour-only tag", "outline: none", "inline handler", "covered focus", "a 4.4:1 tag"}


def test_every_fault_that_was_asked_for_is_here():
    assert FAULTS.keys() == ASKED_FOR
    assert 4.35 < contrast(GREY, "#ffffff") < 4.5


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_found_by_its_check_and_only_where_it_is(name: str, open_page: Callable[..., Page], axe_source: str):
    put, find = FAULTS[name]
    page = open_page("every rating: legend")
    assert find(page, axe_source) == []
    page.reload()
    page.evaluate(put)
    assert find(page, axe_source)

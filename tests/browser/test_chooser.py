"""The form over all actions chooses rows, says how many, and keeps its choices in the address. It needs a script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Opener = Callable[..., Page]
KIND = "in trouble: actions"
ALL = 8

SHOWN = """() => [...document.querySelectorAll("tbody tr")].filter((row) => row.checkVisibility())
  .map((row) => row.querySelector("a").textContent.split(" ")[0])"""


def shown(page: Page) -> list[str]:
    """The numbers of the actions in sight."""
    return page.evaluate(SHOWN)


def query(page: Page) -> str:
    return page.evaluate("location.search")


@pytest.mark.parametrize(
    ("kind", "label", "choice"),
    [
        (KIND, "Outcome", {"label": "Outcome 2: Children are safe at home"}),
        (KIND, "Rating", "green"),
        (KIND, "By when", "not-known"),
        ("actions", "Strategic lead", "nhs"),
        ("actions", "Strategic lead", "-cp-co-ordinator"),
    ],
)
def test_each_list_leaves_the_rows_that_have_what_is_chosen(kind: str, label: str, choice: object, open_page: Opener):
    page = open_page(kind)
    before = shown(page)
    value = page.get_by_role("combobox", name=label, exact=True).select_option(
        **(choice if isinstance(choice, dict) else {"value": choice})
    )[0]
    name = page.get_by_role("combobox", name=label, exact=True).get_attribute("name")
    wanted = page.locator(f'tr[data-keys~="{name}-{value}"]').count()
    assert 0 < len(shown(page)) == wanted < len(before)
    assert page.locator("[role=status]").inner_text() == f"{wanted} of {len(before)} shown"


def test_choices_of_several_lists_must_all_fit_and_an_empty_table_says_so(open_page: Opener):
    page = open_page(KIND)
    page.get_by_role("combobox", name="Outcome", exact=True).select_option("o-1")
    page.get_by_role("combobox", name="Rating", exact=True).select_option("amber")
    assert shown(page) == ["1.1"]
    page.get_by_role("combobox", name="By when", exact=True).select_option("done")
    assert shown(page) == []
    expect(page.locator("[role=status]")).to_have_text("None of the 8 matches. Change a choice, or show all.")
    page.get_by_role("button", name="Show all").click()
    assert len(shown(page)) == ALL
    expect(page.locator("[role=status]")).to_have_text("8 of 8 shown")
    assert query(page) == ""


def test_address_keeps_the_choices_and_gives_them_back(open_page: Opener):
    page = open_page(KIND)
    before = page.evaluate("history.length")
    page.get_by_role("combobox", name="Outcome", exact=True).select_option("o-2")
    page.get_by_role("combobox", name="By when", exact=True).select_option("not-known")
    assert query(page) == "?outcome=o-2&due=not-known"
    assert page.evaluate("history.length") == before
    assert shown(page) == ["2.3", "2.4"]
    page.reload()
    assert shown(page) == ["2.3", "2.4"]
    page.locator("tbody a:visible").first.click()
    page.go_back()
    assert shown(page) == ["2.3", "2.4"]
    expect(page.get_by_role("combobox", name="Outcome", exact=True)).to_have_value("o-2")


def test_choice_that_there_is_no_more_is_none(open_page: Opener):
    page = open_page(KIND)
    page.goto(f"{page.url}?outcome=o-99&rating=amber&x=y")
    assert shown(page) == ["1.1"]
    expect(page.get_by_role("combobox", name="Outcome", exact=True)).to_have_value("")
    assert query(page) == "?rating=amber"


@pytest.mark.parametrize("width", [320, 1280])
def test_without_a_script_every_row_stands_there_and_no_form(width: int, open_page: Opener):
    page = open_page(KIND, java_script_enabled=False, viewport={"width": width, "height": 800})
    expect(page.locator(".chooser")).to_be_hidden()
    assert page.locator("tbody tr:visible").count() == ALL


def test_paper_shows_what_is_chosen_by_what_and_how_many(open_page: Opener):
    page = open_page(KIND)
    page.get_by_role("combobox", name="Rating", exact=True).select_option("amber")
    page.emulate_media(media="print")
    assert shown(page) == ["1.1"]
    expect(page.get_by_role("combobox", name="Rating", exact=True)).to_be_visible()
    expect(page.get_by_role("combobox", name="Outcome", exact=True)).to_be_hidden()
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()
    expect(page.locator("[role=status]")).to_be_visible()


def test_rows_stay_hidden_on_a_small_screen(open_page: Opener):
    page = open_page(KIND, viewport={"width": 320, "height": 800})
    page.get_by_role("combobox", name="Rating", exact=True).select_option("amber")
    assert shown(page) == ["1.1"]

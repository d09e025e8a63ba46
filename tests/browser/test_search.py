"""The site's own search: words and lists in, pages out, by keyboard too; and what is said where it cannot work."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from http.server import ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.authoring.folder import read_source
from generator.site.build import build_site
from tests.browser.conftest import NARROW, Handler, Served, Traffic
from tests.browser.test_keyboard import STOP, faults
from tests.council_folder import write_council
from tests.page_samples import WORKED

pytestmark = pytest.mark.browser

Opener = Callable[..., Page]
FOUND = ".found > li"
WAITING = re.compile("Type a word|Searching")
ESCAPED = 'Ask <img src=x onerror="document.title=1"> & <mark>children</mark>'


def status(page: Page):
    return page.locator("main [role=status]")


def ask(page: Page, served: Served, query: str) -> Page:
    page.goto(f"{served.at('search')}?{query}")
    expect(status(page)).not_to_have_text(WAITING)
    return page


def test_typing_a_word_lists_pages_with_plan_outcome_rating_and_the_word_marked(open_page: Opener):
    page = open_page("search")
    page.get_by_label("Words to look for").fill("neglect")
    page.get_by_role("combobox", name="Plan", exact=True).select_option(WORKED)
    page.locator("main").get_by_role("button", name="Search").click()
    expect(status(page)).to_have_text("14 pages found for “neglect, Falkirk 2018-20”")
    assert page.locator(FOUND).count() == 14
    first = page.locator(FOUND).first
    expect(first.locator("h2 a")).to_contain_text("Key action 2.3")
    expect(first).to_contain_text("Falkirk 2018-20, Outcome 2: Services guided by data")
    expect(first.locator(".status-tag--not-rated")).to_have_text("Not yet rated")
    assert "neglect" in first.locator("mark").first.inner_text().lower()
    first.locator("a").click()
    expect(page.locator("h1")).to_contain_text("2.3 Help to protect children")


@pytest.mark.parametrize(
    ("query", "said", "count"),
    [
        ("q=wombat", "Nothing found for “wombat”", 0),
        # Pagefind would take "as" for the one and leave the other out.
        ("q=asdfgh", "Nothing found for “asdfgh”", 0),
        ("q=neglect+wombat", "Nothing found for “neglect wombat”", 0),
        (f"q=wombat&plan={WORKED}", "Nothing found for “wombat, Falkirk 2018-20”", 0),
        ("q=Graded+Care+Profile&plan=falkirk-cpc-2018-20&status=ok", "Nothing found", 0),
        ("q=%22annual+self-evaluation+report%22", "Nothing found", 0),
        ("q=NEGLECTED", "pages found for “NEGLECTED”", 20),
        (f"plan={WORKED}", "pages found for “Falkirk 2018-20”", 20),
        ("q=meetings+asdfgh", "Nothing found for “meetings asdfgh”", 0),
        ("q=%3Cb%3E$%26*%23", "Nothing found for “<b>$&*#”", 0),
    ],
)
def test_count_is_said_and_pages_hold_what_was_asked(query: str, said: str, count: int, open_page: Opener, served):
    page = ask(open_page("search"), served, query)
    expect(status(page)).to_contain_text(said)
    assert page.locator(FOUND).count() == count


# What Pagefind itself finds, without our page.
RAW = """async (words) => {
  const { createInstance } = await import("../pagefind/pagefind.js");
  return (await createInstance({ noWorker: true }).search(words)).results.length;
}"""


@pytest.mark.parametrize(
    "words",
    [
        *("meetings", "findings", "settings", "trainings"),  # -ings
        *("running", "planned", "stopping"),  # a consonant twice
        *("caring", "dating", "using", "living", "abusing"),  # -e that goes
        *("needs", "policies", "working", "involves"),
        *("running meetings", "negl", "safeguardin"),
    ],
)
def test_a_word_with_another_ending_finds_what_pagefind_finds(words: str, open_page: Opener, served: Served):
    page = ask(open_page("search"), served, f"q={words}")
    count = page.evaluate(RAW, words)
    assert count > 1
    expect(status(page)).to_have_text(f"{count} pages found for “{words}”")
    assert page.locator(FOUND).count() == min(count, 20)


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("q=neglect&plan=" + WORKED, "14 pages found for “neglect, Falkirk 2018-20” - Search - "),
        ("q=wombat", "Nothing found for “wombat” - Search - "),
        ("q=%3Cb%3E%26%24%26", "Nothing found for “<b>&$&” - Search - "),
    ],
)
def test_title_says_what_was_asked_and_how_much_was_found(query: str, title: str, open_page: Opener, served: Served):
    page = open_page("search")
    plain = page.title()
    assert plain.startswith("Search - ")
    ask(page, served, query)
    assert page.title() == title + plain.removeprefix("Search - ")


def test_a_choice_that_is_gone_is_left_out_and_said(open_page: Opener, served: Served):
    page = open_page("search")
    gone = page.get_by_text("names a choice that is no longer in the lists")
    for query, said in (
        ("q=neglect&plan=nowhere&status=none", "pages found for “neglect”"),
        ("plan=nowhere", "Type a word, or choose from a list."),
    ):
        page.goto(f"{served.at('search')}?{query}")
        expect(status(page)).to_contain_text(said)
        expect(gone).to_be_visible()
        expect(page.get_by_role("combobox", name="Plan", exact=True)).to_have_value("")
    for query in ("", f"?q=neglect&plan={WORKED}&status="):
        page.goto(served.at("search") + query)
        expect(page.locator("main form")).to_be_visible()
        expect(gone).to_have_count(0)


def test_one_page_is_said_in_the_singular(open_page: Opener, served: Served):
    page = ask(
        open_page("search"), served, "q=Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch&status=paused"
    )
    expect(status(page)).to_contain_text("1 page found for")
    assert page.locator(FOUND).count() == 1


def test_lists_leave_only_pages_of_that_plan_and_rating(open_page: Opener, served: Served):
    page = ask(open_page("search"), served, "plan=joint-inspection-2014&status=warning")
    places = page.eval_on_selector_all(f"{FOUND} a", "links => links.map((link) => link.pathname)")
    assert places
    assert all(place.startswith("/joint-inspection-2014/") for place in places)
    assert set(page.locator(f"{FOUND} .status-tag").all_inner_texts()) == {"Warning"}
    assert page.locator(f"{FOUND} .status-tag").count() == page.locator(FOUND).count()


def test_long_list_goes_on_at_the_next_page_where_the_focus_lies(open_page: Opener, served: Served):
    page = ask(open_page("search"), served, "q=neglect")
    total = int(status(page).inner_text().split()[0])
    assert total > 40
    button = page.get_by_role("button", name="Show 20 more")
    assert button.bounding_box()["height"] >= 44
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(FOUND)).to_have_count(40)
    expect(page.locator(FOUND).nth(20).locator("a")).to_be_focused()
    for shown in range(40, total, 20):
        page.get_by_role("button", name=f"Show {min(20, total - shown)} more").click()
        expect(page.locator(FOUND)).to_have_count(min(shown + 20, total))
    expect(page.get_by_role("button", name="more")).to_have_count(0)
    links = page.eval_on_selector_all(f"{FOUND} a", "links => links.map((link) => link.href)")
    assert len(set(links)) == total


@pytest.mark.parametrize("width", [1280, 320])
def test_keyboard_alone_searches_from_any_page_and_reaches_a_result(width: int, open_page: Opener):
    page = open_page("legend", viewport={"width": width, "height": 800})
    found = []
    for _ in range(20):
        page.keyboard.press("Tab")
        found.append(page.evaluate(STOP))
        if page.evaluate("document.activeElement.matches('.find input')"):
            break
    page.keyboard.type("neglect")
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("pages found for “neglect”")
    assert page.locator(".find").count() == 0
    for _ in range(40):
        page.keyboard.press("Tab")
        found.append(page.evaluate(STOP))
        if page.evaluate("document.activeElement.matches('.found a')"):
            break
    assert faults(found) == []
    wanted = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(wanted)


def test_address_holds_what_was_asked_and_going_back_shows_it_again(open_page: Opener, served: Served):
    page = ask(open_page("search"), served, f"q=neglect&plan={WORKED}")
    expect(page.get_by_label("Words to look for")).to_have_value("neglect")
    expect(page.get_by_role("combobox", name="Plan", exact=True)).to_have_value(WORKED)
    page.get_by_label("Words to look for").fill("housing")
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("found for “housing, Falkirk 2018-20”")
    assert f"q=housing&plan={WORKED}" in page.url
    page.go_back()
    expect(status(page)).to_have_text("14 pages found for “neglect, Falkirk 2018-20”")
    expect(page.get_by_label("Words to look for")).to_have_value("neglect")
    page.go_forward()
    expect(status(page)).to_contain_text("found for “housing, Falkirk 2018-20”")


def test_nothing_of_the_index_is_fetched_until_somebody_searches(browser: Browser, served: Served):
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for kind in ("home", "outcome", "search"):
        page.goto(served.at(kind))
        page.locator("input[name=q]").fill("neglect")
        page.wait_for_timeout(200)
    assert asked
    assert not any("pagefind" in url for url in asked)
    assert sum("search." in url for url in asked) == 1  # the script, on its own page only
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("found for")
    assert any("pagefind" in url for url in asked)
    page.close()


def test_a_search_keeps_to_the_headers_asks_no_one_else_and_keeps_nothing(browser: Browser, served: Served):
    context = browser.new_context(viewport=NARROW)
    page = context.new_page()
    traffic = Traffic()
    traffic.listen(page)
    ask(page, served, "q=neglect")
    page.wait_for_load_state("networkidle")
    assert (traffic.said, traffic.failed) == ([], [])
    assert traffic.hosts == {served.url.split("/")[2]}
    assert context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_without_a_script_links_lead_to_all_actions(open_page: Opener):
    page = open_page("home", java_script_enabled=False)
    page.get_by_role("searchbox").fill("neglect")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Search")
    expect(page.locator("main")).to_contain_text("Search needs JavaScript")
    expect(page.locator("main form")).to_be_hidden()
    page.get_by_role("link", name="All key actions and sub-actions: Falkirk 2018-20").click()
    expect(page.locator("h1")).to_have_text("All key actions and sub-actions")


def hold_back(page: Page, address: str) -> list[Route]:
    """What is asked for at an address, and waits there."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(address, hold)
    return held


def wait_for(page: Page, held: list[Route]) -> None:
    """Until something was asked for that is held back."""
    for _ in range(50):
        if held:
            break
        page.wait_for_timeout(100)


def test_until_the_script_has_come_the_page_says_nothing_false(open_page: Opener, served: Served):
    page = open_page("legend")
    held = hold_back(page, "**/assets/search.*.js")
    page.goto(served.at("search"), wait_until="commit")
    text = page.locator("main > .on-screen")
    expect(text).to_have_text(
        "Search needs JavaScript. Until that runs, the lists below lead to every part of every plan."
    )
    expect(page.locator("main form")).to_be_hidden()
    wait_for(page, held)
    held[0].continue_()
    expect(page.locator("main form")).to_be_visible()
    expect(text).to_have_count(0)


def test_while_the_index_comes_the_page_says_that_it_searches(open_page: Opener, served: Served):
    page = open_page("search")
    held = hold_back(page, "**/pagefind/pagefind.js")
    page.goto(f"{served.at('search')}?q=neglect")
    expect(status(page)).to_have_text("Searching…")
    wait_for(page, held)
    held[0].continue_()
    expect(status(page)).to_contain_text("pages found for “neglect”")


@pytest.mark.parametrize("missing", ["pagefind.js", "pagefind-entry.json", "*.pf_meta", "*.pagefind", "*.pf_fragment"])
def test_an_index_that_is_missing_is_said_and_links_stay(missing: str, open_page: Opener, served: Served):
    page = open_page("search")
    page.route(f"**/pagefind/**/{missing}*" if "fragment" in missing else f"**/pagefind/{missing}*", gone)
    page.goto(f"{served.at('search')}?q=neglect")
    expect(status(page)).to_have_text(
        "The search could not be loaded: load this page again, or see the lists below.", timeout=15_000
    )
    expect(page.get_by_role("link", name="All key actions and sub-actions: Falkirk 2018-20")).to_be_visible()


def gone(route: Route) -> None:
    route.fulfill(status=404, body="Not found")


def test_results_that_went_away_under_an_open_page_are_said(open_page: Opener, served: Served):
    page = ask(open_page("search"), served, "q=neglect")
    page.route("**/*.pf_fragment", gone)
    page.get_by_role("button", name="Show 20 more").click()
    expect(status(page)).to_contain_text("load this page again")
    assert page.locator(FOUND).count() == 20


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that stands at /a/b/, with markup in the words of its plan."""
    folder = tmp_path_factory.mktemp("elsewhere")
    council = write_council(folder / "council", {"summary": ESCAPED, "title": ESCAPED})
    build_site(read_source(council), date(2026, 11, 21), folder / "top" / "a" / "b", jobs=1)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder / "top")))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/a/b/"
    server.shutdown()
    server.server_close()


def test_search_works_in_any_folder_and_shows_markup_as_text(elsewhere: str, browser: Browser):
    page = browser.new_page()
    page.goto(f"{elsewhere}anytown/legend/")
    page.get_by_role("searchbox").fill("children")
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("found for “children”")
    expect(page.locator(FOUND).filter(has_text="<img src=x").first).to_be_visible()
    assert page.locator(f"{FOUND} img").count() == 0
    page.locator(f"{FOUND} a").first.click()
    page.wait_for_url(f"{elsewhere}anytown/**")
    expect(page.locator("h1")).to_be_visible()
    page.close()


def test_targets_of_the_form_in_the_header_are_large_on_a_phone(open_page: Opener):
    page = open_page("home", viewport=NARROW)
    for item in page.locator(".find input, .find button").all():
        box = item.bounding_box()
        assert box is not None
        assert min(box["height"], box["width"]) >= 44
    assert page.locator(".find").bounding_box()["height"] <= 60

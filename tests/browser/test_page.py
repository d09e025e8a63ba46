"""A page asks nobody, keeps nothing, and stays whole without a script, on paper and in the reader's own colours."""

from collections.abc import Callable, Iterator
from typing import get_args

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.council.contrast import TEXT
from generator.plan.vocabulary import Look
from tests.browser.conftest import HEADERS, NARROW, SHELL_KINDS, WIDE, Served, Traffic
from tests.contrast import PAIRS, SHEET, colours
from tests.page_samples import SAMPLES, STRESS, TONES
from tests.test_weights import FIRST_LOAD

pytestmark = pytest.mark.browser

Opener = Callable[..., Page]
KINDS = [*SAMPLES, *STRESS]
MOST_REQUESTS = 8

KEPT = """async () => [
  document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,
  (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length,
].join()"""

# Each piece of text of `main` and the help boxes, and whether it can be seen.
TEXTS = """() => {
  const found = [];
  const range = document.createRange();
  for (const part of document.querySelectorAll("main, .help")) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      // What a form asks for is not on paper, nor how to print; the lines of a list that is closed are nowhere.
      // The name and the words of a drawing are for those who do not see it.
      if (!node.data.trim() || node.parentElement.closest("form, .on-screen, svg > title, svg > desc")) continue;
      range.selectNodeContents(node);
      const isSeen = [...range.getClientRects()].some((rect) => rect.width > 0 && rect.height > 0);
      found.push([node.data.trim(), isSeen && node.parentElement.checkVisibility({ visibilityProperty: true })]);
    }
  }
  return found;
}"""

TAGS = """() => [...document.querySelectorAll(".status-tag")].map((tag) => {
  const style = getComputedStyle(tag);
  const sides = ["Top", "Right", "Bottom", "Left"];
  return {
    words: tag.innerText.trim(),
    look: tag.className.split("--")[1],
    isSeen: tag.checkVisibility() && style.color !== style.backgroundColor,
    hasBorder: sides.some((side) => style[`border${side}Style`] !== "none"
      && parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Color`] !== style.backgroundColor),
    border: [
      style.borderTopLeftRadius, ...sides.map((side) => style[`border${side}Style`] + style[`border${side}Width`]),
    ].join(),
  };
})"""


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[tuple[Page, Traffic]]:
    """A page in a profile of its own, and what it asks for and says."""
    context = browser.new_context(viewport=NARROW)
    page, traffic = context.new_page(), Traffic()
    traffic.listen(page)
    yield page, traffic
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_page_asks_no_one_says_nothing_and_keeps_nothing(kind: str, watched: tuple[Page, Traffic], served: Served):
    page, traffic = watched
    traffic.forget()
    answer = page.goto(served.at(kind))
    assert answer is not None
    assert answer.status == (404 if kind == "not_found" else 200)
    assert answer.header_value("content-security-policy") == HEADERS["Content-Security-Policy"]
    page.wait_for_load_state("networkidle")
    assert 3 <= len(traffic.requests) <= MOST_REQUESTS
    assert 0 < sum(traffic.code.values()) <= FIRST_LOAD
    page.locator(".menu summary").click()
    page.keyboard.press("Escape")
    page.wait_for_timeout(100)  # what a script might do when it is let alone
    if kind == "not_found":
        # The browser reports the answer "404" itself, which is what this page is for.
        traffic.failed.remove(page.url)
        traffic.said = [said for said in traffic.said if "status of 404" not in said]
    assert traffic.said == []
    assert traffic.failed == []
    assert traffic.hosts == {served.url.split("/")[2]}
    assert page.context.cookies() == []
    assert page.evaluate(KEPT) == ",0,0,0,0,0"


def test_what_a_page_asks_for_and_keeps_is_seen(browser: Browser, served: Served):
    context = browser.new_context()
    page = context.new_page()
    traffic = Traffic()
    traffic.listen(page)
    page.goto(served.at("home"))
    page.wait_for_load_state("networkidle")
    requests, code = len(traffic.requests), sum(traffic.code.values())
    page.evaluate(
        f"""async () => {{
          const asset = document.querySelector("script[src]").src;
          for (let more = 0; more < {MOST_REQUESTS}; more++) await fetch(`${{asset}}?${{more}}`);
          document.head.append(Object.assign(document.createElement("script"), {{ src: `${{asset}}?again` }}));
          document.cookie = "a=b";
          localStorage.setItem("a", "b");
        }}"""
    )
    page.wait_for_load_state("networkidle")
    for _ in range(50):  # what was asked for is weighed once it has come
        if sum(traffic.code.values()) > code:
            break
        page.wait_for_timeout(100)
    assert len(traffic.requests) == requests + MOST_REQUESTS + 1
    assert sum(traffic.code.values()) > code
    assert len(context.cookies()) == 1
    assert page.evaluate(KEPT) == "a=b,1,0,0,0,0"
    context.close()


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("document.body.append(Object.assign(document.createElement('script'), { text: '1' }))", "script-src"),
        ("document.querySelector('h1').setAttribute('style', 'color: red')", "style-src"),
        ("document.body.append(Object.assign(new Image(), { src: 'https://other.example/a.png' }))", "img-src"),
    ],
)
def test_headers_stop_what_the_pages_must_not_do(fault: str, said: str, open_page: Opener):
    page = open_page("content")
    traffic = Traffic()
    traffic.listen(page)
    page.evaluate(fault)
    for _ in range(100):
        if traffic.said:
            break
        page.wait_for_timeout(50)
    assert said in " ".join(traffic.said)


@pytest.mark.parametrize("kind", SHELL_KINDS)
def test_page_works_without_a_script(kind: str, open_page: Opener):
    links = open_page(kind, viewport=NARROW).locator("a").all_text_contents()
    page = open_page(kind, viewport=NARROW, java_script_enabled=False)
    assert page.locator("a").all_text_contents() == links
    expect(page.locator(".menu a").first).to_be_hidden()
    page.locator(".menu summary").press("Enter")
    assert page.locator(".menu a").count() == page.locator(".menu a[href]:visible").count() > 0


# The colour of every text in sight, and that of the nearest ground under it.
COLOURS = """() => {
  const two = (part) => (+part).toString(16).padStart(2, "0");
  const hex = (value) => `#${value.match(/\\d+/g).slice(0, 3).map(two).join("")}`;
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    let ground = element;
    while (getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)") ground = ground.parentElement;
    found.add(`${hex(getComputedStyle(element).color)} on ${hex(getComputedStyle(ground).backgroundColor)}`);
  }
  return [...found];
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_every_colour_of_a_text_is_in_the_table_of_contrast(kind: str, open_page: Opener):
    page = open_page(kind, viewport=NARROW)
    page.evaluate("document.querySelector('#shell-menu').open = true")
    for scheme, uses in (("light", ()), ("dark", ("dark",))):
        named = colours(SHEET.read_text("utf-8"), uses)
        table = {f"{named[pair.colour]} on {named[pair.ground]}" for pair in PAIRS if pair.least == TEXT}
        page.emulate_media(color_scheme=scheme)
        assert set(page.evaluate(COLOURS)) <= table


@pytest.mark.parametrize("kind", KINDS)
def test_paper_keeps_help_every_rating_and_every_fact(kind: str, open_page: Opener):
    page = open_page(kind)
    # An A4 page between the margins of the style sheet.
    page.set_viewport_size({"width": 672, "height": 980})
    page.emulate_media(media="print")
    texts = page.evaluate(TEXTS)
    assert [text for text, is_seen in texts if not is_seen] == []
    for part in (".help", "h1", ".status-tag", "dt", "dd", "th", "td", "caption"):
        assert page.locator(f"{part}:visible").count() == page.locator(part).count(), f"a {part} is not on paper"
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.locator(".menu").is_hidden()


# The links to other places, and whether paper shows where each leads.
PRINTED = """() => [...document.querySelectorAll("a[href^='http'], a[href^='mailto:']")]
  .filter((link) => link.checkVisibility()).map((link) => {
    const after = getComputedStyle(link, "::after");
    const isDrawn = after.display !== "none" && after.visibility === "visible" && parseFloat(after.fontSize) > 5;
    // In the style as it is worked out, attr() is its value: " (" "https://example.org/" ")".
    return [link.getAttribute("href"), isDrawn ? after.content.replaceAll('" "', "") : ""];
  })"""


def lost_on_paper(page: Page) -> list[str]:
    """The addresses of outside links that paper does not show."""
    found = page.evaluate(PRINTED)
    return [address for address, shown in found if shown.strip('"').strip() != f"({address})"]


@pytest.mark.parametrize("kind", KINDS)
def test_paper_shows_where_every_outside_link_leads(kind: str, open_page: Opener):
    page = open_page(kind)
    page.emulate_media(media="print")
    hidden = page.evaluate(
        "[...document.querySelectorAll('main a, .help a')].filter((a) => !a.checkVisibility()).length"
    )
    assert hidden == 0
    if kind != "not_found":  # its links to our own pages hold the site's whole address, which paper shows too
        assert (
            len(page.evaluate(PRINTED)) == page.locator("a[href^='http']:visible, a[href^='mailto:']:visible").count()
        )
    assert lost_on_paper(page) == []


def test_an_address_that_is_lost_on_paper_is_found(open_page: Opener):
    page = open_page("every rating: governance")
    page.emulate_media(media="print")
    assert len(page.evaluate(PRINTED)) > 3
    page.evaluate(
        "{ const sheet = new CSSStyleSheet(); sheet.replaceSync('a[href]::after { content: none !important }');"
        "document.adoptedStyleSheets = [sheet]; }"
    )
    assert len(lost_on_paper(page)) > 3


# Links told from the words round them by colour alone; the site's name and the current page stand by themselves.
NOT_UNDERLINED = """() => [...document.querySelectorAll("a[href]")].filter((link) => link.checkVisibility()
  && !link.matches(".site__name, [aria-current]")
  && !getComputedStyle(link).textDecorationLine.includes("underline")).map((link) => link.outerHTML)"""

# What can be pressed and is smaller than 24 px, with the height of the line for links within text (WCAG 2.2, 2.5.8).
TOO_SMALL = """() => [...document.querySelectorAll("a[href], summary, select, input, button")].filter((one) => {
  if (!one.checkVisibility() || one.matches(".skip")) return false;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const height = style.display === "inline" ? parseFloat(style.lineHeight) : box.height;
  return height < 24 || (box.width < 24 && style.display !== "inline");
}).map((one) => one.outerHTML)"""


@pytest.mark.parametrize("kind", KINDS)
def test_links_are_underlined_and_targets_are_large_enough(kind: str, open_page: Opener):
    page = open_page(kind)
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        page.evaluate("document.querySelector('#shell-menu').open = true")
        assert page.evaluate(NOT_UNDERLINED) == []
        assert page.evaluate(TOO_SMALL) == []


def test_a_link_without_a_line_and_a_small_target_are_found(open_page: Opener):
    page = open_page("overview")
    page.evaluate(
        "{ const sheet = new CSSStyleSheet();"
        "sheet.replaceSync('main a { text-decoration: none; line-height: 1 }"
        " .find input { height: 20px; min-height: 0 }');"
        "document.adoptedStyleSheets = [sheet]; }"
    )
    assert page.evaluate(NOT_UNDERLINED)
    small = page.evaluate(TOO_SMALL)
    assert {html[:3] for html in small} == {"<a ", "<in"}


# A label and its value whose first lines do not stand side by side.
UNEVEN = """() => [...document.querySelectorAll("dt + dd")].filter((value) => {
  const top = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getClientRects()[0].top;
  };
  return Math.abs(top(value) - top(value.previousElementSibling)) > 3;
}).map((value) => value.previousElementSibling.textContent)"""


@pytest.mark.parametrize("kind", ["outcome", "legend", "glossary"])
def test_label_and_value_stand_side_by_side(kind: str, open_page: Opener):
    page = open_page(kind)
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        assert page.evaluate(UNEVEN) == [], media
    page.evaluate("document.querySelector('dt').style.paddingTop = '2rem'")
    assert page.evaluate(UNEVEN)


def test_text_that_is_left_out_on_paper_is_found(open_page: Opener):
    page = open_page("overview")
    page.emulate_media(media="print")
    page.evaluate(
        "{ const sheet = new CSSStyleSheet(); sheet.replaceSync('@media print { .status-tag { display: none } }');"
        "document.adoptedStyleSheets = [sheet]; }"
    )
    assert [text for text, is_seen in page.evaluate(TEXTS) if not is_seen]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_readers_own_colours_keep_every_ratings_words_and_border(scheme: str, open_page: Opener):
    page = open_page("every rating: outcome")
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    tags = page.evaluate(TAGS)
    assert [tag for tag in tags if not (tag["words"] and tag["isSeen"] and tag["hasBorder"])] == []
    assert {tag["look"] for tag in tags} >= TONES.keys()


@pytest.mark.parametrize("media", ["screen", "print"])
def test_every_look_has_a_border_of_its_own(media: str, open_page: Opener):
    borders = {}
    # The one has every tone, the other all that time does.
    for kind in ("every rating: legend", "in trouble: legend"):
        page = open_page(kind)
        page.emulate_media(media=media, forced_colors="active")
        borders |= {tag["look"]: tag["border"] for tag in page.evaluate(TAGS)}
    assert borders.keys() == set(get_args(Look))
    assert len(set(borders.values())) == len(borders)


@pytest.mark.parametrize("kind", SHELL_KINDS)
def test_page_is_whole_without_its_style_sheet(kind: str, open_page: Opener):
    page = open_page(kind, viewport=WIDE)
    page.evaluate("document.querySelectorAll('link[rel=stylesheet]').forEach((link) => link.remove())")
    assert [text for text, is_seen in page.evaluate(TEXTS) if not is_seen] == []

"""What must be true of every built page, one function a rule: each yields a sentence for every fault that it finds.

`CHECKS` lists the rules for one page, `SITE_CHECKS` those for all pages together. tests/test_html.py runs them on every
page of the site, and proves that each can fail.
"""

import json
import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import get_args

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.plan.vocabulary import Look

HEADINGS = "h1, h2, h3, h4, h5, h6"
FETCHED = {
    "audio": "src",
    "embed": "src",
    "iframe": "src",
    "img": "src",
    "input": "src",
    "link": "href",
    "object": "data",
    "script": "src",
    "source": "src",
    "track": "src",
    "use": "href",
    "video": "src",
}
LONGEST_DESCRIPTION = 160
THEME_COLOUR = 'meta[name="theme-color"]'
# A word in the name of a page that the foot leads to, and what that page is.
FOOT = {"accessib": "the accessibility statement", "format": "other formats"}
VAGUE = {"click", "click here", "here", "link", "more", "read more", "this", "this link", "this page"}
# Words between these marks, and words that say how they were read, are the officer's own.
QUOTED = re.compile(r"“[^”]*”|‘[^’]*’")
NUMERIC_DATE = re.compile(
    r"\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}\b|\b(?:19|20)\d{2}-\d\d-\d\d\b"
)
# The officer's own words may be short where the day follows in brackets: "Sept 2020 (by 30 September 2020)".
SHORT_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.? (?:19|20)?\d\d\b(?! \()")
OWN_WORDS = ".fact-note, .as-printed, .foot__address, dd"


@dataclass(frozen=True)
class BuiltPage:
    """A page of the built site. `address` is the file's path in it; `example` the word that each of its pages says."""

    address: str
    html: str
    site_url: str = ""
    example: str = ""
    is_listed: bool = True

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    def all(self, selector: str) -> list[LexborNode]:
        return self.tree.css(selector)


def read_pages(site: Path, *, site_url: str = "") -> list[BuiltPage]:
    """Every page of the built site, in order of path."""
    files = sorted(site.rglob("*.html"))
    return [BuiltPage(file.relative_to(site).as_posix(), file.read_text("utf-8"), site_url) for file in files]


def words(node: LexborNode) -> str:
    """The node's text as it is read, on one line."""
    return " ".join(node.text(deep=True).split())


def shown(node: LexborNode) -> str:
    """A piece of the node's HTML, to find it by."""
    return " ".join((node.html or "").split())[:120]


def language(page: BuiltPage) -> Iterator[str]:
    html = page.tree.css_first("html")
    if html is None or html.attributes.get("lang") != "en-GB":
        yield "the page is not marked as British English"


def viewport(page: BuiltPage) -> Iterator[str]:
    found = page.tree.css_first('meta[name="viewport"]')
    content = (found.attributes.get("content") or "") if found else ""
    if "width=device-width" not in content:
        yield "no viewport is set"
    if "user-scalable" in content or "maximum-scale" in content:
        yield "the viewport keeps readers from zooming"


def title(page: BuiltPage) -> Iterator[str]:
    found = page.tree.css_first("head > title")
    if found is None or not words(found):
        yield "the page has no title"


def _contents(page: BuiltPage, selector: str) -> list[str]:
    return [node.attributes.get("content") or "" for node in page.all(f"head > {selector}")]


def description(page: BuiltPage) -> Iterator[str]:
    """What search engines and shared links show."""
    found = _contents(page, 'meta[name="description"]')
    if len(found) != 1 or not 0 < len(found[0]) <= LONGEST_DESCRIPTION:
        yield f"not one description of at most {LONGEST_DESCRIPTION} characters: {found}"
    card = {name: _contents(page, f'meta[property="og:{name}"]') for name in ("title", "site_name")}
    for name, values in card.items():
        if len(values) != 1 or not values[0]:
            yield f"og:{name} is not there once: {values}"
    if _contents(page, 'meta[property="og:description"]') != found:
        yield "shared links do not show the description"


def browser_frame(page: BuiltPage) -> Iterator[str]:
    """What the browser shows round the page: its icon, and the colour of the top in light and in dark."""
    colours = {node.attributes.get("media"): node.attributes.get("content") or "" for node in page.all(THEME_COLOUR)}
    if set(colours) != {"(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"}:
        yield f"the colour of the top is not said for light and for dark: {sorted(map(str, colours))}"
    yield from (f"{colour!r} is no colour" for colour in colours.values() if not re.fullmatch("#[0-9a-f]{6}", colour))
    icons = [node.attributes.get("href") or "" for node in page.all('link[rel="icon"]')]
    if len(icons) != 1 or not re.search(r"assets/[\w.-]+\.svg$", icons[0]):
        yield f"not one icon among the assets: {icons}"


def one_h1(page: BuiltPage) -> Iterator[str]:
    found = page.all("h1")
    if len(found) != 1:
        yield f"the page has {len(found)} h1"
    if len(page.all("main h1")) != len(found):
        yield "an h1 stands outside main"


def headings(page: BuiltPage) -> Iterator[str]:
    above = 0
    for heading in page.all(HEADINGS):
        level = int((heading.tag or "h0")[1])
        if level > above + 1:
            yield f"h{level} comes after {f'h{above}' if above else 'nothing'}: {shown(heading)}"
        if not words(heading):
            yield f"an empty heading: {shown(heading)}"
        above = level


def help_first_and_last(page: BuiltPage) -> Iterator[str]:
    order = ["main" if node.tag == "main" else "help" for node in page.all("main, .help")]
    if order != ["help", "main", "help"]:
        yield f"help stands before main and again after it, not: {', '.join(order)}"
    for box in page.all(".help"):
        if not box.css("a[href]"):
            yield f"a help box without a number: {shown(box)}"


def landmarks(page: BuiltPage) -> Iterator[str]:
    if len(page.all("main")) != 1:
        yield f"the page has {len(page.all('main'))} main"
    first = page.tree.css_first("body a")
    target = (first.attributes.get("href") or "") if first else ""
    if not target.startswith("#") or page.tree.css_first("main" + target) is None:
        yield "the first link does not lead to main"


def landmark_names(page: BuiltPage) -> Iterator[str]:
    names = [nav.attributes.get("aria-label") or "" for nav in page.all("nav")]
    for name, count in Counter(names).items():
        if not name or count > 1:
            yield f"{count} navigation landmarks are called {name!r}"
    # There is one main, and its heading comes next: a name would be heard on the way to it each time.
    for main in page.all("main[aria-label], main[aria-labelledby]"):
        yield f"the one main has a name: {shown(main)}"


def footer(page: BuiltPage) -> Iterator[str]:
    links = [words(link).lower() for link in page.all("footer .foot__links a")]
    for word, what in FOOT.items():
        if not any(word in link for link in links):
            yield f"the foot does not lead to {what}"
    if not page.all('.foot__about a[href^="mailto:"], .foot__about a[href^="tel:"]'):
        yield "the foot does not say how to reach anybody"


def tables(page: BuiltPage) -> Iterator[str]:
    for table in page.all("table"):
        caption = table.css_first("caption")
        if caption is None or not words(caption):
            yield f"a table without a caption: {shown(table)}"
        columns = table.css('thead th[scope="col"]')
        if not columns or len(columns) != len(table.css("thead th, thead td")):
            yield f"a table without a heading for each column: {shown(table)}"
        for row in table.css("tbody tr"):
            if not row.css('th[scope="row"]'):
                yield f"a row without its heading: {shown(row)}"
            if len(row.css("th, td")) != len(columns):
                yield f"a row without a cell for each column: {shown(row)}"
    for cell in page.all("th"):
        if cell.attributes.get("scope") not in ("col", "row", "colgroup", "rowgroup"):
            yield f"a heading cell without scope: {shown(cell)}"


def nothing_empty(page: BuiltPage) -> Iterator[str]:
    for cell in page.all("th, td, dt, dd, li, p, caption, figcaption, summary, button"):
        if not re.search(r"\w", words(cell)) and not cell.css("img[alt]"):
            yield f"nothing stands in {shown(cell)}"


def no_inline_code(page: BuiltPage) -> Iterator[str]:
    for node in page.all("script:not([src]), style, [style], base, template"):
        if node.tag != "script" or node.attributes.get("type") != "application/ld+json":
            yield f"an inline script or style: {shown(node)}"
        elif not _holds_facts(node.text()):
            yield f"facts for search engines that cannot be read: {shown(node)}"
    for node in page.all("*"):
        for name, value in node.attributes.items():
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                yield f"a script in {name}: {shown(node)}"


def _holds_facts(text: str) -> bool:
    """Whether `text` is JSON-LD: an object, or a list of objects, that says by which vocabulary it is read."""
    try:
        found = json.loads(text)
    except ValueError:
        return False
    things = found if isinstance(found, list) else [found]
    return bool(things) and all(isinstance(thing, dict) and "@context" in thing for thing in things)


def own_files_only(page: BuiltPage) -> Iterator[str]:
    for tag, attribute in FETCHED.items():
        for node in page.all(f"{tag}[{attribute}]"):
            target = node.attributes.get(attribute) or ""
            is_own = bool(page.site_url) and target.startswith(page.site_url)
            if re.match(r"([a-z][a-z0-9+.-]*:|//)", target, re.IGNORECASE) and not is_own:
                yield f"asks another place for something: {shown(node)}"
    for node in page.all("[srcset], [ping], [background]"):
        yield f"may ask another place for something: {shown(node)}"


def robots(page: BuiltPage) -> Iterator[str]:
    found = page.tree.css_first('meta[name="robots"]')
    is_hidden = found is not None and "noindex" in (found.attributes.get("content") or "")
    if is_hidden is page.is_listed:
        yield "search engines are told to list this page" if is_hidden is False else "this page is hidden for no reason"


def example_banner(page: BuiltPage) -> Iterator[str]:
    banners = [words(banner) for banner in page.all("main .banner")]
    if page.example and not any(banner.startswith(f"{page.example}:") for banner in banners):
        yield f"no banner says “{page.example}”"


def links_have_words(page: BuiltPage) -> Iterator[str]:
    for link in page.all("a"):
        text = link.attributes.get("aria-label") or words(link)
        if not text and not [image for image in link.css("img[alt]") if image.attributes["alt"]]:
            yield f"a link without words: {shown(link)}"
        if text.lower().strip(" .:>»…") in VAGUE:
            yield f"a link that does not say where it leads: {shown(link)}"
        if not link.attributes.get("href"):
            yield f"a link that leads nowhere: {shown(link)}"


def images_have_words(page: BuiltPage) -> Iterator[str]:
    for image in page.all("img:not([alt])"):
        yield f"an image without a text: {shown(image)}"
    for drawing in page.all("svg"):
        hidden = any(node.attributes.get("aria-hidden") == "true" for node in _self_and_above(drawing))
        if not hidden and drawing.css_first("title") is None:
            yield f"a drawing without a title: {shown(drawing)}"


def _self_and_above(node: LexborNode) -> Iterator[LexborNode]:
    here: LexborNode | None = node
    while here is not None:
        yield here
        here = here.parent


def dates_in_full(page: BuiltPage) -> Iterator[str]:
    """A date in figures means two days to two readers. The source's own words stand in quotation marks and facts."""
    tree = LexborHTMLParser(page.html)
    for own in tree.css(OWN_WORDS):
        own.decompose()
    body = tree.body
    text = QUOTED.sub("", " ".join(body.text(separator=" ").split()) if body else "")
    for found in NUMERIC_DATE.finditer(text):
        yield f"a date in figures: …{text[max(0, found.start() - 30) : found.end()]}"
    # A cell may hold a time in the source's own words; how it was read stands beside it, in full.
    for cell in tree.css("td"):
        cell.decompose()
    text = QUOTED.sub("", " ".join(body.text(separator=" ").split()) if body else "")
    for found in SHORT_MONTH.finditer(text):
        yield f"a month cut short: …{text[max(0, found.start() - 30) : found.end()]}"
    for time in page.all("time"):
        if not re.search(r"[A-Za-z]{3}", words(time)):
            yield f"a time without its month's name: {shown(time)}"


def status_tags(page: BuiltPage) -> Iterator[str]:
    for tag in page.all(".status-tag"):
        looks = {name.removeprefix("status-tag--") for name in _classes(tag) if name.startswith("status-tag--")}
        if len(looks) != 1 or not looks <= set(get_args(Look)):
            yield f"a tag of no known look: {shown(tag)}"
        if not re.search(r"\w", words(tag)):
            yield f"a rating without its word: {shown(tag)}"
        if any(node.attributes.get("aria-hidden") == "true" for node in _self_and_above(tag)):
            yield f"a rating that is hidden from some readers: {shown(tag)}"
        shapes = tag.css(".status-tag__shape")
        if len(shapes) != 1:
            yield f"{len(shapes)} shapes beside the word, not one: {shown(tag)}"
        for shape in shapes:
            if shape.attributes.get("aria-hidden") != "true":
                yield f"a shape that is read out: {shown(tag)}"


def _classes(node: LexborNode) -> list[str]:
    return (node.attributes.get("class") or "").split()


def breadcrumb(page: BuiltPage) -> Iterator[str]:
    trails = page.all(".breadcrumb")
    if len(trails) != (0 if page.address == "index.html" else 1):
        yield f"the page has {len(trails)} breadcrumbs"
    for trail in trails:
        current = trail.css('[aria-current="page"]')
        last = trail.css("li")[-1:]
        if len(current) != 1 or not last or not last[0].css('[aria-current="page"]'):
            yield f"the last step is not the only one marked as this page: {shown(trail)}"
        elif words(current[0]) != words(page.tree.css_first("h1") or current[0]):
            yield f"the last step is not this page's heading: {words(current[0])}"


def ids(page: BuiltPage) -> Iterator[str]:
    found = [node.attributes.get("id") or "" for node in page.all("[id]")]
    for name, count in Counter(found).items():
        if count > 1 or not name:
            yield f"the id {name!r} stands {count} times"
    for node in page.all("[aria-labelledby], [aria-describedby], label[for]"):
        for attribute in ("aria-labelledby", "aria-describedby", "for"):
            for name in (node.attributes.get(attribute) or "").split():
                if name not in found:
                    yield f"{attribute} names {name!r}, which is not on the page"
    for node in page.all("use"):
        if (node.attributes.get("href") or "").removeprefix("#") not in found:
            yield f"a drawing shows what is not on the page: {shown(node)}"


Check = Callable[[BuiltPage], Iterator[str]]

CHECKS: dict[str, Check] = {
    check.__name__: check
    for check in (
        language,
        viewport,
        title,
        description,
        browser_frame,
        one_h1,
        headings,
        help_first_and_last,
        landmarks,
        landmark_names,
        footer,
        tables,
        nothing_empty,
        no_inline_code,
        own_files_only,
        robots,
        example_banner,
        links_have_words,
        images_have_words,
        dates_in_full,
        status_tags,
        breadcrumb,
        ids,
    )
}


def titles_differ(pages: Sequence[BuiltPage]) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for page in pages:
        node = page.tree.css_first("title")
        found.setdefault(words(node) if node else "", []).append(page.address)
    for text, addresses in found.items():
        if len(addresses) > 1:
            yield f"{text!r} is the title of {', '.join(addresses)}"


def feet_agree(pages: Sequence[BuiltPage]) -> Iterator[str]:
    """The same links and lines in the same order at the foot of every page; its address is each page's own."""
    found: dict[str, list[str]] = {}
    for page in pages:
        foot = [words(node) for node in page.all("footer li, footer p:not(.foot__address)")]
        found.setdefault(" | ".join(foot), []).append(page.address)
    if len(found) > 1:
        yield f"the foot differs: {[addresses[0] for addresses in found.values()]}"


Said = tuple[str, str]  # a tag's look and words


def statuses_have_meanings(pages: Sequence[BuiltPage]) -> Iterator[str]:
    """Each status tag's word stands with its meaning in a table of its page, or of a legend that the page links to."""
    by_address = {page.address: page for page in pages}
    defined = {page.address: _defined(page) for page in pages}
    for page in pages:
        known = set(defined[page.address])
        for address in _legends(page):
            known |= defined[address] if address in by_address else set()
        for tag in page.all(".status-tag"):
            if not _is_defined(_said(tag), known):
                yield f"{page.address}: nothing says what {words(tag)!r} means, nor leads to it"


def _legends(page: BuiltPage) -> Iterator[str]:
    """The legends of ratings that the page links to, by their files in the site."""
    for link in page.all('a[href*="legend/"]'):
        way = (link.attributes.get("href") or "").split("#")[0].removeprefix(page.site_url or "\0")
        found = posixpath.normpath(posixpath.join(posixpath.dirname(page.address), way, "index.html"))
        if found.endswith("/legend/index.html"):
            yield found


def _defined(page: BuiltPage) -> set[Said]:
    """What the page's tables give a meaning to: rows of two cells, a tag and no more in the first."""
    rows = [(row.css_first("th"), row.css_first("td"), row.css("th, td")) for row in page.all("tbody tr")]
    found = [(head, head.css(".status-tag")) for head, cell, cells in rows if head and cell and len(cells) == 2]
    return {_said(tags[0]) for head, tags in found if len(tags) == 1 and words(tags[0]) == words(head)}


def _said(tag: LexborNode) -> Said:
    look = next((name for name in _classes(tag) if name.startswith("status-tag--")), "")
    return look.removeprefix("status-tag--"), words(tag)


def _is_defined(said: Said, known: set[Said]) -> bool:
    """What stands after a colon says more of one thing. A rating that has lapsed is a rating, and has lapsed."""
    look, text = said
    if look == "lapsed" and ": " in text:
        rating = text.rpartition(": ")[0]
        return any(words == rating for _, words in known) and any(kind == "lapsed" for kind, _ in known)
    return any(kind == look and (text == words or text.startswith(f"{words}: ")) for kind, words in known)


SITE_CHECKS: dict[str, Callable[[Sequence[BuiltPage]], Iterator[str]]] = {
    check.__name__: check for check in (titles_differ, feet_agree, statuses_have_meanings)
}

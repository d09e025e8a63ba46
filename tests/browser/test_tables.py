"""Tables stay tables for those who cannot see them, stacked or not, and a wide one scrolls in a place with a name."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import NARROW, Served
from tests.browser.test_reflow import SPACING
from tests.page_samples import SAMPLES, STRESS
from tests.tiers import loop

pytestmark = pytest.mark.browser

Opener = Callable[..., Page]
KINDS = [*SAMPLES, *STRESS]
WITH_TABLES = [
    kind for kind in KINDS
    if not kind.endswith(("home", "overview", "outcome", "action", "glossary", "content", "not_found"))
]  # fmt: skip


def nodes_below(node: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for name in node.get("childIds", ()):
        if child := by_id.get(name):
            yield child
            yield from nodes_below(child, by_id)


def role(node: dict[str, Any]) -> str:
    return str(node.get("role", {}).get("value", ""))


def said(node: dict[str, Any]) -> str:
    return str(node.get("name", {}).get("value", "")).strip()


def spoken(page: Page) -> list[dict[str, Any]]:
    """The nodes of what a screen reader is told of a page."""
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return nodes


def tables(page: Page) -> list[dict[str, Any]]:
    """Each table as a screen reader is told of it: its name, its headings, and each row's roles."""
    tree = spoken(page)
    by_id = {node["nodeId"]: node for node in tree}
    found = []
    for table in (node for node in tree if role(node) == "table" and not node.get("ignored")):
        below = list(nodes_below(table, by_id))
        rows = [
            [cell for cell in nodes_below(row, by_id) if role(cell) in CELLS] for row in below if role(row) == "row"
        ]
        found.append({
            "name": said(table),
            "columns": [said(cell) for row in rows for cell in row if role(cell) == "columnheader"],
            "rows": [[role(cell) for cell in row] for row in rows],
            "unnamed": [role(c) for row in rows for c in row if role(c) != "cell" and not said(c)],
        })  # fmt: skip
    return found


CELLS = {"cell", "gridcell", "columnheader", "rowheader"}
# What stands in the HTML, to hold the tree against.
WANTED = """() => [...document.querySelectorAll("table.data")].map((table) => ({
  name: table.caption.innerText.trim(),
  columns: table.tHead.rows[0].cells.length,
  rows: [...table.rows].filter((row) => row.checkVisibility()).length,
}))"""


def faults(page: Page) -> list[str]:
    """What is lost of the page's tables on the way to a screen reader."""
    wanted, found = page.evaluate(WANTED), tables(page)
    if len(found) != len(wanted):
        return [f"{len(found)} of {len(wanted)} tables"]
    poor = []
    # The tree is not in the order of the page.
    by_name = [sorted(tables, key=lambda table: table["name"]) for tables in (found, wanted)]
    for table, model in zip(*by_name, strict=True):
        head, body = ["columnheader"] * model["columns"], ["rowheader"] + ["cell"] * (model["columns"] - 1)
        if table["name"] != model["name"]:
            poor.append(f"named {table['name']!r}, not {model['name']!r}")
        if table["rows"] != [head] + [body] * (model["rows"] - 1):
            poor.append(f"{model['name']}: other roles: {table['rows'][:2]}, {len(table['rows'])} rows")
        if table["unnamed"] or len(table["columns"]) != model["columns"]:
            poor.append(f"{model['name']}: headings without words: {table['unnamed']}")
    return poor


@pytest.mark.parametrize("kind", WITH_TABLES)
def test_tables_keep_their_roles_when_stacked(kind: str, open_page: Opener):
    for script in (True, False) if kind == "actions" else loop(test=(True,), prove=(True, False)):
        page = open_page(kind, viewport=NARROW, java_script_enabled=script)
        if script:
            assert faults(page) == []
        else:
            assert [len(table["rows"]) > 1 for table in tables(page)].count(False) == 0


def test_lost_roles_are_found(open_page: Opener):
    page = open_page("legend", viewport=NARROW)
    for fault in (
        "document.querySelector('tbody tr').role = 'presentation'",
        "document.querySelectorAll('td').forEach((cell) => { cell.role = 'none' })",
        "document.querySelector('table').role = 'none'",
    ):
        page.reload()
        assert faults(page) == []
        page.evaluate(fault)
        assert faults(page), fault


ROLES = """() => Object.fromEntries(["table", "tr", "td", "tbody th", "thead th"].map((name) => [
  name, [...new Set([...document.querySelectorAll(name)].map((part) => part.getAttribute("role")))].join()]))"""
GIVEN = {"table": "table", "tr": "row", "td": "cell", "tbody th": "rowheader", "thead th": "columnheader"}


def test_script_says_the_roles_where_tables_are_laid_out_as_blocks_and_only_there(open_page: Opener):
    """Some browsers no longer take a table for one once it is laid out as blocks."""
    page = open_page("actions")
    assert set(page.evaluate(ROLES).values()) == {""}
    page.set_viewport_size(NARROW)
    page.wait_for_function("document.querySelector('table').role")
    assert page.evaluate(ROLES) == GIVEN
    page.reload()
    assert page.evaluate(ROLES) == GIVEN


HEADS_IN_CELLS = """() => [...document.querySelectorAll("[data-label]")].map((cell) => cell.dataset.label)"""


def spoken_heads(page: Page) -> list[str]:
    """The headings of columns that are said again in the cells of rows."""
    tree = spoken(page)
    by_id = {node["nodeId"]: node for node in tree}
    cells = [node for node in tree if role(node) in ("cell", "gridcell", "rowheader")]
    heads = set(page.evaluate(HEADS_IN_CELLS))
    parts = {said(part) for cell in cells for part in nodes_below(cell, by_id) if role(part) == "StaticText"}
    return sorted(heads & parts)


def test_heading_of_a_stacked_cell_is_seen_and_is_spoken_by_its_column_alone(open_page: Opener):
    page = open_page("actions", viewport=NARROW)
    before = "getComputedStyle(document.querySelector('td'), '::before').content"
    assert page.evaluate(before).endswith(' / ""')
    assert spoken_heads(page) == []
    # Where no script gives the roles, a browser may have no columns, and the cell says its heading.
    page = open_page("actions", viewport=NARROW, java_script_enabled=False)
    assert spoken_heads(page)


# The tables that are wider than their place, and whether that is a region that can be named, reached and scrolled.
WIDE_TABLES = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return [...document.querySelectorAll("table")].map((table) => {
  const place = table.parentElement;
  const isRegion = place.matches("[role=region][tabindex='0']") && getComputedStyle(place).overflowX === "auto"
    && table.caption.id && place.getAttribute("aria-labelledby") === table.caption.id;
  const right = place.getBoundingClientRect().right - parseFloat(getComputedStyle(place).paddingRight);
  const isWide = table.getBoundingClientRect().right > right + 1;
  const isStop = place.matches(".wide") && place.tabIndex === 0;
  return { name: table.caption.innerText, isWide, isRegion, isStop };
});}"""


@pytest.fixture(scope="module")
def looked_at(browser: Browser, served: Served) -> Iterator[Callable[[str], dict[str, list[dict[str, Any]]]]]:
    """Every table of a page, in every width and with every change of text that a reader may make."""
    context = browser.new_context()

    def look(address: str) -> dict[str, list[dict[str, Any]]]:
        page = context.new_page()
        session = context.new_cdp_session(page)
        found = {}
        for size in (16, 32):
            # The browser's own size of text, which widths in em follow.
            session.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})
            page.goto(served.url + address)
            for spacing in ("close", "wide"):
                if spacing == "wide":
                    page.evaluate(SPACING)
                for width in (640, 1024, 1280):
                    page.set_viewport_size({"width": width, "height": 900})
                    found[f"{width} px, text of {size} px, {spacing}"] = page.evaluate(WIDE_TABLES)
                    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                    assert over <= 0, f"{address} at {width} px, text of {size} px, {spacing}: {over} px too wide"
        page.close()
        return found

    yield look
    context.close()


# How many pages are looked at: in the end all.
PAGES = loop(test=4, prove=10_000)


@pytest.fixture(scope="module")
def addresses_with_tables(served: Served, site_of_samples: Path) -> list[str]:
    """The pages of the worked and the invented plans that hold a table, those with the most columns first."""
    found = []
    for path in sorted(site_of_samples.rglob("index.html")):
        columns = [row.count("<th") for row in re.findall("<thead>.*", path.read_text("utf-8"))]
        found += [(-max(columns), f"{path.parent.relative_to(site_of_samples).as_posix()}/")] if columns else []
    return [address for _, address in sorted(found)[:PAGES]]


def test_a_table_that_is_too_wide_scrolls_in_a_named_region(looked_at, addresses_with_tables):
    wide, poor = set(), []
    for address in addresses_with_tables:
        for view, found in looked_at(address).items():
            poor += [f"{address} at {view}: {t['name']}: a stop" for t in found if t["isStop"] and not t["isWide"]]
            wide |= {table["name"] for table in found if table["isWide"]}
            poor += [f"{address} at {view}: {t['name']}" for t in found if t["isWide"] and not t["isRegion"]]
    assert poor == []
    assert len(wide) > 3


def test_a_wide_table_is_scrolled_from_the_keyboard_and_whole_on_paper(open_page: Opener):
    page = open_page("findings")
    page.set_viewport_size({"width": 640, "height": 900})
    wide = page.locator(".wide").first
    wide.focus()
    caption = wide.locator("caption")
    box = caption.bounding_box()
    assert page.evaluate("document.activeElement.scrollWidth > document.activeElement.clientWidth")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")
    assert box is not None
    assert caption.bounding_box() == box, "what the table shows scrolls away from it"
    assert box["x"] + box["width"] <= 640
    page.emulate_media(media="print")
    assert wide.evaluate("(place) => getComputedStyle(place).overflowX") == "visible"

"""axe-core finds no violation of any rule, AAA and best practice among them, in every view of every kind of page.

`make prove` looks at each kind in every view; `make test` at each in a few, chosen so that every view is looked at.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Explained, draw
from tests.page_samples import SAMPLES, STRESS
from tests.tiers import loop

pytestmark = pytest.mark.browser

KINDS = [*SAMPLES, *STRESS]
MODES = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced colours": {"color_scheme": "dark", "forced_colors": "active"},
}


@dataclass(frozen=True)
class View:
    """A way to look at a page. The menu can be open or closed where a button opens it; elsewhere it stands there."""

    width: int
    mode: str
    is_open: bool = False

    def __str__(self) -> str:
        return f"{self.width} px, {self.mode}{', menu open' if self.is_open else ''}"

    def show(self, page: Page) -> None:
        page.set_viewport_size({"width": self.width, "height": 900})
        page.emulate_media(**MODES[self.mode])
        page.evaluate("(isOpen) => { document.querySelector('#shell-menu').open = isOpen }", self.is_open)
        draw(page)


VIEWS = [
    View(width, mode, is_open)
    for width, states in ((1280, [False]), (1024, [False]), (640, [False, True]), (320, [False, True]))
    for is_open in states
    for mode in MODES
]
# Where a button opens the menu: all but the first, wide ones.
BEHIND_A_BUTTON = [view for view in VIEWS if view.width < 1024]
VIEWS_PER_KIND = loop(test=2, prove=len(VIEWS))
STEP = 5
# Where a table is wider than its place, so that what is said of that is needed in both runs.
ALSO = {"findings": View(640, "dark", is_open=True)}


def views_of(kind: str, count: int = VIEWS_PER_KIND) -> list[View]:
    """The views in which a kind of page is looked at."""
    first = KINDS.index(kind)
    wide, narrow = VIEWS[: -len(BEHIND_A_BUTTON)], BEHIND_A_BUTTON
    # In other colours the one than the other.
    pair = [wide[first % len(wide)], narrow[(first + 1) % len(narrow)]]
    views = [*pair, *(view for view in VIEWS if view not in pair)][:count]
    return [*views, *(view for view in (ALSO.get(kind),) if view and view not in views)]


# Every rule, those that axe leaves out by default too, but not the ones that its makers have withdrawn.
RUN = """async (explained) => {
  const withdrawn = new Set(axe.getRules(["deprecated"]).map((rule) => rule.ruleId));
  const rules = {};
  for (const rule of axe.getRules()) rules[rule.ruleId] = { enabled: !withdrawn.has(rule.ruleId) };
  const result = await axe.run(document, { rules, resultTypes: ["violations", "incomplete"] });
  const flat = (found) => found.flatMap((rule) => rule.nodes.map((node) => {
    const element = document.querySelector(node.target[0]);
    const why = (check) => (check.data && check.data.messageKey) || check.message;
    return {
      rule: rule.id,
      target: node.target.join(" "),
      html: node.html.slice(0, 160),
      why: [...node.any, ...node.all, ...node.none].map(why).join("; "),
      explained: explained.findIndex((entry) => entry.rule === rule.id && element && element.matches(entry.selector)),
    };
  }));
  return {
    violations: flat(result.violations),
    incomplete: flat(result.incomplete),
    rules: Object.values(rules).filter((rule) => rule.enabled).length,
  };
}"""


def run_axe(page: Page, axe_source: str, explained: list[Explained]) -> dict[str, Any]:
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(axe_source)
    return page.evaluate(RUN, [asdict(entry) for entry in explained])


@dataclass
class Report:
    """What axe said of one page in every view; `used` are the explanations that were needed."""

    faults: list[str] = field(default_factory=list)
    used: set[int] = field(default_factory=set)

    def add(self, view: str, result: dict[str, Any]) -> None:
        for node in (*result["violations"], *result["incomplete"]):
            self.used.add(node["explained"])
        unexplained = [node for node in result["incomplete"] if node["explained"] < 0]
        for kind, nodes in (("violation", result["violations"]), ("not decided", unexplained)):
            self.faults += [f"{view}: {kind}: {node['rule']}: {node['html']}: {node['why']}" for node in nodes]


@pytest.fixture(scope="module")
def report_of(tabs, served, axe_source, explained) -> Callable[[str], Report]:
    """What axe says of the sample of a kind; asked of axe once."""
    reports: dict[str, Report] = {}

    def made(kind: str) -> Report:
        report = Report()
        page = tabs.take()
        page.goto(served.at(kind))
        for view in views_of(kind):
            view.show(page)
            report.add(f"{kind} at {view}", run_axe(page, axe_source, explained))
        tabs.give_back(page)
        return report

    def of(kind: str) -> Report:
        if kind not in reports:
            reports[kind] = made(kind)
        return reports[kind]

    return of


@pytest.mark.parametrize("kind", KINDS)
def test_page_has_no_violation_and_nothing_undecided(kind, report_of):
    assert report_of(kind).faults == []


def test_caption_of_a_table_that_scrolls_is_decided_in_forced_colours(open_page, axe_source, explained):
    page, report = open_page("findings"), Report()
    View(640, "forced colours").show(page)
    assert page.evaluate(
        "[...document.querySelectorAll('.wide')].some((place) => place.scrollWidth > place.clientWidth)"
    )
    report.add("findings", run_axe(page, axe_source, explained))
    assert report.faults == []


def test_every_view_is_looked_at_and_each_kind_in_several():
    for count in (2, len(VIEWS)):
        by_kind = {kind: views_of(kind, count) for kind in KINDS}
        assert {view for views in by_kind.values() for view in views} == set(VIEWS)
        assert all(len(set(views)) == len(views) >= count for views in by_kind.values())
        # Every kind with its menu in sight and behind its button.
        assert all({view.width >= 1024 for view in views} == {True, False} for views in by_kind.values())
    assert {(view.width, view.mode) for view in VIEWS} == {(w, m) for w in (1280, 1024, 640, 320) for m in MODES}


def test_menu_has_a_button_where_it_is_looked_at_open(open_page):
    page = open_page("overview")
    for view in VIEWS:
        view.show(page)
        can_open = View(view.width, view.mode, True) in VIEWS
        assert page.locator(".menu summary").is_visible() is can_open
        assert page.locator(".menu a").first.is_visible() is (view.is_open or not can_open)
        assert page.evaluate("matchMedia('(forced-colors: active)').matches") is (view.mode == "forced colours")


def test_every_explanation_is_needed(report_of, explained):
    used = set().union(*(report_of(kind).used for kind in KINDS))
    assert [entry for place, entry in enumerate(explained) if place not in used] == []


@pytest.mark.parametrize("view", VIEWS[:: loop(test=STEP, prove=1)], ids=str)
def test_results_of_a_search_have_no_violation_and_nothing_undecided(view, open_page, served, axe_source, explained):
    page = open_page("search")
    page.goto(f"{served.at('search')}?q=neglect")
    page.locator(".found a").first.wait_for()
    view.show(page)
    report = Report()
    report.add(f"results at {view}", run_axe(page, axe_source, explained))
    assert report.faults == []


FAULTS = {
    "html-has-lang": "document.documentElement.removeAttribute('lang')",
    "color-contrast-enhanced": "document.querySelector('main p').style.color = '#6a6a6a'",
    "landmark-unique": "document.querySelector('.breadcrumb').setAttribute('aria-label', 'Menu')",
    "heading-order": "document.querySelector('h2').outerHTML = '<h5>Deep</h5>'",
    "link-name": "document.querySelector('main a').textContent = ''",
    "target-size": "document.querySelector('.menu__site').style.display = 'block'; "
    "document.querySelectorAll('.menu__site a').forEach((a) => { a.style.font = '4px/1 serif'; a.style.padding = 0; })",
}


@pytest.mark.parametrize("rule", FAULTS)
def test_axe_finds_a_fault_put_on_the_page(rule, open_page, axe_source, explained):
    page = open_page("overview")
    page.evaluate(FAULTS[rule])
    found = run_axe(page, axe_source, explained)
    assert rule in {node["rule"] for node in found["violations"]}


def test_what_axe_cannot_decide_is_a_fault_until_it_is_explained(open_page, axe_source):
    page = open_page("overview")
    page.evaluate("document.querySelector('main p').style.backgroundImage = 'linear-gradient(red, blue)'")
    report = Report()
    report.add("here", run_axe(page, axe_source, []))
    assert "not decided: color-contrast" in " ".join(report.faults)
    entry = Explained("color-contrast", "main p, main p *", "for this test")
    report = Report()
    report.add("here", run_axe(page, axe_source, [entry]))
    assert "not decided: color-contrast" not in " ".join(report.faults)
    assert 0 in report.used


def test_rules_for_triple_a_and_best_practice_are_on(open_page, axe_source):
    page = open_page("content")
    assert run_axe(page, axe_source, [])["rules"] > 90

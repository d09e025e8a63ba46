"""axe-core finds no violation of any rule, AAA and best practice among them, wide and narrow, light and dark."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NARROW, WIDE, Explained
from tests.page_samples import SAMPLES, STRESS

pytestmark = pytest.mark.browser

VIEWS = [(name, size, scheme) for name, size in (("1280", WIDE), ("320", NARROW)) for scheme in ("light", "dark")]

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
def report_of(browser, served, axe_source, explained) -> Callable[[str], Report]:
    """What axe says of the sample of a kind; asked of axe once."""
    reports: dict[str, Report] = {}

    def made(kind: str) -> Report:
        report = Report()
        context = browser.new_context(viewport=WIDE)
        page = context.new_page()
        page.goto(served.at(kind))
        for name, size, scheme in VIEWS:
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme)
            report.add(f"{kind} at {name}, {scheme}", run_axe(page, axe_source, explained))
            if size is NARROW:
                page.evaluate("document.querySelector('#shell-menu').open = true")
                report.add(f"{kind} at {name}, {scheme}, menu open", run_axe(page, axe_source, explained))
                page.evaluate("document.querySelector('#shell-menu').open = false")
        context.close()
        return report

    def of(kind: str) -> Report:
        if kind not in reports:
            reports[kind] = made(kind)
        return reports[kind]

    return of


@pytest.mark.parametrize("kind", [*SAMPLES, *STRESS])
def test_page_has_no_violation_and_nothing_undecided(kind, report_of):
    assert report_of(kind).faults == []


def test_every_explanation_is_needed(report_of, explained):
    used = set().union(*(report_of(kind).used for kind in (*SAMPLES, *STRESS)))
    assert [entry for place, entry in enumerate(explained) if place not in used] == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view[0]}, {view[2]}")
def test_results_of_a_search_have_no_violation_and_nothing_undecided(view, open_page, served, axe_source, explained):
    page = open_page("search", viewport=view[1], color_scheme=view[2])
    page.goto(f"{served.at('search')}?q=neglect")
    page.locator(".found a").first.wait_for()
    report = Report()
    report.add(f"results at {view[0]}, {view[2]}", run_axe(page, axe_source, explained))
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

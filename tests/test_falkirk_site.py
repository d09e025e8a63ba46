"""The built site says all that the printed plan of Falkirk says, each on the page where a reader looks for it.

The facts were typed by hand from the printed document (tests/plans/falkirk_facts.py).
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.engine.test_terms import without_help
from tests.plans import falkirk_facts as facts

PLAN = "falkirk-cpc-2018-20"
SECOND = " (second)"
# The printed names of the bodies that lead.
BODIES = {
    "alcohol-drug-partnership": "Alcohol & Drug Partnership",
    "ccld-group": "CCL&D group",
    "communication-group": "Communication group",
    "cpc": "Falkirk Child Protection Committee",
    "education": "Education",
    "fv-cse-project-board": "Forth Valley CSE Project Board",
    "housing": "Housing",
    "nhs": "NHS",
    "police-scotland": "Police Scotland",
    "policy-procedures-protocol-group": "Policy Procedures Protocol group",
    "public-protection-lead-officers": "Public Protection Lead Officers",
    "scra": "Scottish Children’s Reporter Administration",
    "social-work": "Social Work",
    "third-sector": "Third sector",
}
MEANINGS = {
    "Red": "Serious problems or risks hold the work up now. It is not being delivered on time or in scope.",
    "Amber": (
        "There are some problems or risks. Unless they are put right, the work may not be delivered "
        "on time or in scope."
    ),
    "Green": "No problems or risks hold the work up. It goes to plan, on time and in scope.",
}
# What pages call a lead, a measure, and times by what they are for.
LEAD, MEASURES = "Strategic lead", "Suggested success measures"
TARGET, DUE, REPORTED = "Target date", "By when", "Reporting"
LABELS = {"target": TARGET, "due": DUE, "reported": REPORTED}
ALL_SUB_ACTIONS = tuple(number for numbers in facts.SUB_ACTIONS.values() for number in numbers)
ALL_ACTIONS = (*facts.KEY_ACTIONS, *ALL_SUB_ACTIONS)


@dataclass
class Part:
    """What stands under one heading of a page, up to the next."""

    title: str
    text: str
    tags: tuple[str, ...]
    points: tuple[str, ...]
    facts: dict[str, tuple[str, ...]]


@dataclass
class Page:
    """A page by its headings, less help with terms. `parts` are by the heading's anchor, the page's own under ""."""

    robots: str
    banners: tuple[str, ...]
    text: str
    parts: dict[str, Part]
    links: tuple[str, ...]

    @property
    def own(self) -> Part:
        return self.parts[""]


def plain(node: LexborNode, between: str = "") -> str:
    return " ".join(node.text(separator=between).split())


@cache
def read(path: Path) -> Page:
    tree = LexborHTMLParser(without_help(path.read_text("utf-8")))
    main = tree.css_first("main")
    robots = tree.css_first("meta[name=robots]")
    groups: dict[str, list[LexborNode]] = {}
    anchor = None
    for node in main.iter():
        if re.fullmatch("h[1-6]", node.tag or ""):
            anchor = "" if node.tag == "h1" else str(node.attributes["id"])
            groups[anchor] = []
        if anchor is not None:
            groups[anchor].append(node)
    return Page(
        robots=str(robots.attributes["content"]) if robots else "",
        banners=tuple(plain(node) for node in main.css("p.banner")),
        text=plain(main, " "),
        parts={anchor: read_part(nodes) for anchor, nodes in groups.items()},
        links=tuple(str(node.attributes["href"]) for node in main.css("a")),
    )


def read_part(nodes: list[LexborNode]) -> Part:
    label, found = "", {}
    for node in (inner for outer in nodes for inner in outer.css("dt, dd")):
        if node.tag == "dt":
            label = plain(node)
            found[label] = ()
        else:
            found[label] += (plain(node),)
    return Part(
        title=plain(nodes[0]),
        text=" ".join(plain(node, " ") for node in nodes),
        tags=tuple(plain(tag) for node in nodes for tag in node.css(".status-tag")),
        points=tuple(plain(item) for node in nodes for item in node.css("li") if not item.css("a")),
        facts=found,
    )


def action_id(number: str) -> str:
    """The id of the action that is printed as `number`: 1.11 is a-1-11."""
    letter = "" if number[:4] != "1.32" else "-b" if number.endswith(SECOND) else "-a"
    return f"a-{number.removesuffix(SECOND).replace('.', '-')}{letter}"


def key_action_of(number: str) -> str:
    """The number of the key action that holds the sub-action `number`."""
    return next(key for key, numbers in facts.SUB_ACTIONS.items() if number in numbers)


@pytest.fixture
def overview(site: Path) -> Page:
    return read(site / PLAN / "index.html")


@pytest.fixture
def action(site: Path):
    def page(number: str) -> Page:
        return read(site / PLAN / "actions" / action_id(number) / "index.html")

    return page


@pytest.fixture
def outcome(site: Path):
    def page(number: str) -> Page:
        """The page of the outcome with this number, or of the outcome of the action with it."""
        return read(site / PLAN / "outcomes" / f"o-{number[0]}" / "index.html")

    return page


@pytest.fixture
def places(action, outcome):
    """The two places where an action is told of: its own page, and its section of its outcome's page."""

    def both(number: str) -> tuple[Part, Part]:
        return action(number).own, outcome(number).parts[f"a-{action_id(number)}"]

    return both


# Every part has its page


def test_plan_has_3_outcomes_9_key_actions_and_31_sub_actions(site, overview):
    actions, outcomes = site / PLAN / "actions", site / PLAN / "outcomes"
    assert (len(facts.OUTCOMES), len(facts.KEY_ACTIONS), len(ALL_SUB_ACTIONS)) == (3, 9, 31)
    assert sorted(path.name for path in outcomes.iterdir()) == ["o-1", "o-2", "o-3"]
    own = {path.parent.name for path in actions.glob("*/index.html")}
    assert own == {action_id(number) for number in ALL_ACTIONS}
    assert len(own) == 9 + 31
    assert "3 outcomes, 9 key actions and 31 sub-actions" in overview.text


@pytest.mark.parametrize("number", facts.OUTCOMES)
def test_outcome_page_names_the_outcome_and_leads_to_its_actions(number, outcome, overview):
    page = outcome(number)
    assert page.own.title.startswith(f"Outcome {number}: ")
    assert f"./outcomes/o-{number}/" in overview.links
    for action in ALL_ACTIONS:
        assert (f"../../actions/{action_id(action)}/" in page.links) == (action[0] == number)


@pytest.mark.parametrize("number", ALL_ACTIONS)
def test_action_page_names_the_action_and_leads_up(number, action, places):
    page = action(number)
    label = "Key action" if number in facts.KEY_ACTIONS else "Sub-action"
    printed = number.removesuffix(SECOND)
    assert page.own.title.startswith(f"{label} {printed} ")
    assert places(number)[1].title == page.own.title.removeprefix(f"{label} ")
    assert f"../../outcomes/o-{number[0]}/#a-{action_id(number)}" in page.links
    if number in ALL_SUB_ACTIONS:
        assert f"../{action_id(key_action_of(number))}/" in page.links


def test_number_that_is_printed_twice_has_two_pages(action):
    first, second = action("1.32"), action("1.32" + SECOND)
    assert first.own.title.startswith("Sub-action 1.32 Review the form of assessments")
    assert second.own.title.startswith("Sub-action 1.32 Review and refresh")
    for page, place in ((first, "first"), (second, "second")):
        assert "prints this number twice" in page.own.text
        assert f"This is the {place} of the two sub-actions." in page.own.text


# Ratings


def test_nine_key_actions_and_nothing_else_are_not_yet_rated(overview, outcome, action):
    assert "9 key actions: 9 not yet rated." in overview.text
    for number in facts.OUTCOMES:
        assert "3 key actions: 3 not yet rated." in outcome(number).text
    assert {number: action(number).own.tags for number in ALL_ACTIONS if action(number).own.tags} == dict.fromkeys(
        facts.KEY_ACTIONS, ("Not yet rated",)
    )
    tags = [tag for number in facts.OUTCOMES for part in outcome(number).parts.values() for tag in part.tags]
    assert tags == ["Not yet rated"] * 9


def test_no_page_shows_a_colour_that_the_plan_does_not_give(site):
    for path in (site / PLAN).rglob("*.html"):
        if path.parent.name != "legend":
            text = path.read_text("utf-8")
            if path.parent.name == "print":  # which holds the legend's tables
                text = re.sub("<table.*?</table>", "", text, flags=re.DOTALL)
            assert not re.search(r"status-tag--(?!not-rated)|tone-fill--(?!not-rated)", text), path


def test_legend_gives_each_rating_its_meaning(site):
    page = LexborHTMLParser((site / PLAN / "legend" / "index.html").read_text("utf-8"))
    rows = [[plain(cell) for cell in row.css("th, td")] for row in page.css_first("table").css("tbody tr")]
    assert rows == [[label, meaning] for label, meaning in MEANINGS.items()]
    assert "This plan rates its key actions. It does not rate its outcomes and sub-actions" in plain(page.body)
    assert "It does not say whether children are safer." in plain(page.body)


# Bullets


@pytest.mark.parametrize("number", ALL_ACTIONS)
def test_bullets_are_list_items_on_both_pages(number, places):
    for part in places(number):
        assert len(part.points) == facts.POINTS.get(number, 0)


def test_bullets_are_seven_eleven_and_four():
    assert facts.POINTS == {"1.11": 7, "2.21": 11, "3.11": 4}


# Timescales


def test_eight_key_actions_have_a_target_and_one_says_that_none_is_stated(places):
    for number in facts.KEY_ACTIONS:
        for part in places(number):
            if number in facts.TARGETS:
                assert len(part.facts[TARGET]) == 1
            else:
                assert (number, part.facts[DUE]) == ("2.3", ("Not stated",))
                assert TARGET not in part.facts
    assert len(facts.TARGETS) == 8


@pytest.mark.parametrize("number", facts.TIMESCALES)
def test_timescale_stands_in_the_officers_words_on_both_pages(number, places):
    when = facts.TIMESCALES[number]
    for part in places(number):
        (line,) = part.facts[LABELS[when.role]]
        assert line.startswith(f"{when.words} ")
        assert "Read as: " in line


@pytest.mark.parametrize("number", facts.TIMESCALES)
def test_action_page_shows_the_printed_line(number, action):
    when = facts.TIMESCALES[number]
    if when.printed != when.words:
        assert f"Printed as “{' '.join(when.printed.split())}”." in action(number).own.text


def test_six_monthly_is_no_month_of_june(places):
    recurring = {number: when.words for number, when in facts.TIMESCALES.items() if "6 monthly" in when.words}
    assert len(recurring) == 5
    for number in recurring:
        for part in places(number):
            assert "Read as: every 6 months." in part.facts[REPORTED][0]


def test_misprinted_target_is_shown_and_corrected(places, overview):
    for part in places("3.1"):
        (line,) = part.facts[TARGET]
        assert line.startswith("Sept 2010 ")
        for words in ("Taken to mean “Sept 2020”.", "Read as: by 30 September 2020.", "The source prints 2010, eight"):
            assert words in line
    assert re.search(r"Sept 2020 \(by 30 September 2020; .*?“Sept 2010”\)", overview.text)


def test_nothing_is_late_in_a_plan_that_is_closed(site):
    for path in (site / PLAN).rglob("*.html"):
        assert not re.search("has passed|overdue|30 September 2010", read(path).text), path


# Leads


@pytest.mark.parametrize("number", facts.KEY_ACTIONS)
def test_key_action_names_every_lead_on_both_pages(number, places):
    for part in places(number):
        lines = part.facts[LEAD]
        for printed in facts.LEADS[number]:
            assert any(is_of(line, printed) for line in lines), printed


@pytest.mark.parametrize("number", ALL_SUB_ACTIONS)
def test_sub_action_names_the_leads_that_stand_beside_it_and_no_others(number, places):
    key = key_action_of(number)
    wanted = [line for line in facts.LEADS[key] if not line.beside or number in line.beside]
    for part in places(number):
        lines = part.facts[LEAD]
        for printed in wanted:
            assert any(is_of(line, printed) for line in lines), printed
        assert len(lines) == len(wanted)


def is_of(line: str, printed: facts.LeadLine) -> bool:
    """Whether a line of a page says all that a printed line of leads says."""
    names = [BODIES[body] for body in printed.bodies if body]
    return all(text in line for text in (*names, printed.role or "", printed.qualifier or ""))


def test_every_body_that_leads_stands_on_some_page(site):
    text = " ".join(read(path).text for path in (site / PLAN / "actions").rglob("*.html"))
    assert {body for lines in facts.LEADS.values() for line in lines for body in line.bodies if body} == set(BODIES)
    assert [name for name in BODIES.values() if name not in text] == []


# Measures


@pytest.mark.parametrize("number", facts.KEY_ACTIONS)
def test_every_measure_stands_on_both_pages(number, places, source):
    measures = next(
        action.measures
        for outcome in next(file.plan for file in source.plans if file.plan.id == PLAN).outcomes
        for action in outcome.actions
        if action.number == number
    )
    for part in places(number):
        lines = part.facts[MEASURES]
        assert len(lines) == facts.MEASURES[number]
        for line, measure in zip(lines, measures, strict=True):
            assert line.startswith(measure.text)


# What a reader must know of the whole plan


def test_every_page_says_that_it_is_a_worked_example_of_a_closed_plan(site):
    paths = sorted((site / PLAN).rglob("*.html"))
    assert len(paths) >= 3 + 9 + 31 + 3
    for path in paths:
        page = read(path)
        assert page.robots == "noindex", path
        first, second = page.banners
        if "editions" in path.relative_to(site / PLAN).parts[:-2]:
            assert first.startswith("Edition: This is the plan as it was published on 21 November 2026."), path
            example = second
        else:
            example = first
            assert second.startswith("Closed plan: "), path
            assert "30 September 2018" in second, path
        assert example.startswith("Worked example: "), path
        assert "a public document" in example, path


def test_pages_of_the_site_itself_carry_no_banner(site):
    for name in ("index.html", "about/index.html"):
        assert (read(site / name).banners, read(site / name).robots) == ((), "")


def test_home_page_says_what_the_plan_is(site):
    text = read(site / "index.html").text
    assert "Worked example Closed" in text
    assert "9 key actions: 9 not yet rated." in text


@pytest.mark.parametrize("number", [*facts.OUTCOMES, *facts.KEY_ACTIONS])
def test_page_says_as_at_which_day(number, action, outcome):
    page = outcome(number) if number in facts.OUTCOMES else action(number)
    assert "facts are of 30 September 2018, published on" in page.text
    assert "Dates compared on 30 September 2018." in page.text

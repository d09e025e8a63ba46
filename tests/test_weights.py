"""A page is light: what it loads first, an empty one, what each action adds, and the largest of the six plans.

Bytes are those of the files as they are stored. A council's server sends them packed, in about a third.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.authoring.publish import publish
from generator.council.theme import read_theme
from generator.document.addresses import (
    HOME,
    NOT_FOUND,
    SEARCH,
    action_address,
    changes_address,
    content_address,
    outcome_address,
    overview_address,
    plan_page_address,
)
from generator.document.frame import StagedPage
from generator.editions import Announcement, Shelf
from generator.engine.plain_engine import PlainEngine
from generator.pages import PAGE_KINDS
from generator.pages.content import ContentPage
from generator.plan.model import PublicPlan
from generator.plan.validators import read_as
from generator.site.build import Source, site_units
from generator.site.units import HubUnit, PlanUnit, Site
from generator.status import as_at, each_action
from tests.conftest import SMALL_PLAN, as_tuples
from tests.page_samples import TODAY

FIRST_LOAD = 20_000
EMPTY = 12_000
# The page to print says findings as their own page does, which is more than it once said of them.
EMPTY_IN_PRINT = 12_200
IN_A_TABLE, IN_FULL = 1_200, 6_000
WHOLE_PAGE = 130_000

THEME = read_theme()
FIRST, SECOND = date(2018, 9, 28), date(2019, 3, 29)
SITE_URL = "https://plans.example.org/"
# What asks for a style sheet or a script while a page opens.
ASKS = {"link[rel~=stylesheet]": "href", "link[rel~=preload], link[rel~=modulepreload]": "href", "script[src]": "src"}
# Pages that hold all of an action; others name it in a row, or not at all.
SHOW_ALL = {"outcome", "print"}


def heavier(weights: Mapping[str, int], most: int) -> list[str]:
    """What weighs more than `most`, and how much."""
    return [f"{what}: {weight:,} bytes" for what, weight in weights.items() if weight > most]


def heaviest(weights: Mapping[str, int]) -> str:
    what = max(weights, key=lambda name: weights[name])
    return f"{weights[what]:,} bytes: {what}"


@pytest.fixture(scope="session")
def html_of(site: Path) -> dict[str, bytes]:
    """Every page of this project's site, by its file."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*.html"))}


# What a first load fetches beside the page


def asked_for(html: bytes) -> set[str]:
    """The style sheets and scripts that a page asks for as it opens, each by its name in the theme's folder."""
    tree = LexborHTMLParser(html)
    found = {str(node.attributes[name]) for selector, name in ASKS.items() for node in tree.css(selector)}
    return {f"assets/{address.rpartition('assets/')[2]}" for address in found}


def first_load(html: bytes, files: Mapping[str, bytes]) -> int:
    return sum(len(files[name]) for name in asked_for(html))


def test_style_sheet_and_scripts_of_every_page_are_small(html_of, empty_pages, record_property):
    loads = {name: first_load(html, THEME.files) for name, html in (html_of | empty_pages).items()}
    assert min(loads.values()) > 0
    assert heavier(loads, FIRST_LOAD) == []
    record_property("Heaviest style sheet and scripts of a page", heaviest(loads))


def test_a_script_that_one_page_loads_counts_there(empty_pages):
    assets = {**THEME.files, "assets/more.js": b"x" * FIRST_LOAD}
    page = empty_pages["home"]
    fault = page.replace(b"</head>", b'<script src="assets/more.js" type="module"></script></head>')
    loads = {"home": first_load(page, assets), "fault": first_load(fault, assets)}
    assert heavier(loads, FIRST_LOAD) == [f"fault: {loads['home'] + FIRST_LOAD:,} bytes"]


# An empty page


def least_plan(**plan: Any) -> dict[str, Any]:
    """One outcome, one action, and of everything else just enough for every kind of page to be there.

    So the menu has all its lines, and each page the words that stand on it whatever a plan says.
    """
    outcome = SMALL_PLAN["outcomes"][0]
    return {
        **SMALL_PLAN,
        "outcomes": [{**outcome, "measures": [{"id": "m", "text": "Children are heard"}]}],
        "findings": [{"id": "f", "kind": "recommendation", "title": "Hear children"}],
        "evidence": [{"id": "e", "title": "Audit"}],
        "glossary": [{"term": "RAG", "meaning": "Red, amber or green"}],
        "governance": {"text": "The board looks at it."},
        "readings": [{"field": "title", "reading": "corrected", "verbatim": "Anytown", "note": "A word is missing"}],
        "printed_summary": {"rows": [{"outcome": "o-1", "cells": [{"status": "amber", "count": "1"}]}]},
        **plan,
    }


@pytest.fixture(scope="session")
def rendered(source: Source) -> Callable[[dict[str, Any]], dict[str, bytes]]:
    """Gives one page of each kind, by its kind, of a plan in this project's own shell."""
    own = next(unit for unit in site_units(source, TODAY) if isinstance(unit, HubUnit)).site
    site = replace(own, settings=replace(own.settings, site_url=SITE_URL))
    return lambda data: _rendered(data, site)


def _published(data: dict[str, Any]) -> Shelf:
    """The plan with two editions: in the second, the date of its first action is a month later than in the first."""
    with TemporaryDirectory() as name:
        shelf = Shelf()
        for day, words in ((FIRST, "February 2019"), (SECOND, "March 2019")):
            plan = deepcopy(data)
            plan["outcomes"][0]["actions"][0]["timescales"] = [words]
            said = Announcement(date=day, kind="significant", note="New.")
            shelf = publish(Path(name), read_as(PublicPlan, as_tuples(plan)), said, SECOND)
    return shelf


def _rendered(data: dict[str, Any], site: Site) -> dict[str, bytes]:
    shelf = _published(data)
    edition = shelf.editions[-1]
    plan = edition.plan
    unit = PlanUnit(site, plan, as_at(plan, TODAY, edition.date), edition=edition, history=shelf)
    empty = ContentPage(content_address("empty"), "Empty", "# Empty\n")
    staged: Sequence[StagedPage] = (*unit.stage(), *HubUnit(site, (unit,), (empty,)).stage())
    made = PlainEngine().render_unit(staged, THEME)
    addresses = {kind: plan_page_address(plan.id, kind) for kind in PAGE_KINDS}
    addresses |= {
        "home": HOME,
        "overview": overview_address(plan.id),
        "outcome": outcome_address(plan.id, "o-1"),
        "action": action_address(plan.id, "a-1-1"),
        "content": empty.address,
        "not_found": NOT_FOUND,
        "search": SEARCH,
        "update": changes_address(plan.id, str(SECOND)),
    }
    return {kind: made[address] for kind, address in addresses.items()}


@pytest.fixture(scope="session")
def empty_pages(rendered) -> dict[str, bytes]:
    return rendered(least_plan())


def test_an_empty_page_of_each_kind_is_small(empty_pages, record_property):
    weights = {kind: len(html) for kind, html in empty_pages.items()}
    assert weights.keys() == set(PAGE_KINDS)
    assert heavier({"print": weights["print"]}, EMPTY_IN_PRINT) == []
    assert heavier({kind: weight for kind, weight in weights.items() if kind != "print"}, EMPTY) == []
    record_property("Heaviest empty page", heaviest(weights))


def test_a_menu_that_is_too_heavy_is_found(rendered):
    outcomes = [{"id": f"o-{number}", "title": "Children are heard " * 5} for number in range(2, 80)]
    plan = least_plan(outcomes=[*least_plan()["outcomes"], *outcomes])
    weights = {kind: len(html) for kind, html in rendered(plan).items()}
    found = {fault.partition(":")[0] for fault in heavier(weights, EMPTY)}
    assert found == set(PAGE_KINDS) - {"home", "content", "not_found"}


# What each action adds

MORE = 10


@dataclass(frozen=True)
class Usual:
    """An action with more to say than three in four of the six plans: how long its title is, and so on."""

    title: int = 80
    leads: int = 2
    timescales: int = 1
    note: int = 700


def usual_action(number: int, usual: Usual) -> dict[str, Any]:
    words = "Children are heard before a meeting decides about them. " * 150
    return {
        "id": f"a-2-{number}",
        "number": f"2.{number}",
        "title": words[: usual.title].strip(),
        "status": "green",
        "leads": ["council", "nhs"][: usual.leads],
        "timescales": ["March 2019"][: usual.timescales],
        "notes": [{"date": "2019-01-02", "text": words[: usual.note].strip()}],
        "evidence": ["e"] if number % 2 else [],
        "answers": ["f"],
    }


def with_actions(count: int, usual: Usual) -> dict[str, Any]:
    plan = least_plan()
    outcome = plan["outcomes"][0]
    more = [usual_action(number, usual) for number in range(1, count + 1)]
    return {**plan, "outcomes": [{**outcome, "actions": [*outcome["actions"], *more]}]}


def growth(rendered: Callable[[dict[str, Any]], dict[str, bytes]], usual: Usual) -> dict[str, int]:
    """How many bytes each kind of page grows by with each further action: a second ten against a first."""
    few, many = rendered(with_actions(MORE, usual)), rendered(with_actions(2 * MORE, usual))
    return {kind: round((len(many[kind]) - len(few[kind])) / MORE) for kind in few}


def too_heavy(by_kind: Mapping[str, int]) -> list[str]:
    tables = {kind: weight for kind, weight in by_kind.items() if kind not in SHOW_ALL}
    return heavier(tables, IN_A_TABLE) + heavier({kind: by_kind[kind] for kind in SHOW_ALL}, IN_FULL)


def test_each_action_adds_little_to_a_page(rendered, record_property):
    by_kind = growth(rendered, Usual())
    assert too_heavy(by_kind) == []
    assert {kind for kind, weight in by_kind.items() if weight > 100} >= SHOW_ALL | {
        "actions",
        "evidence",
        "when",
        "who",
    }
    for name, kinds in (("in a table", by_kind.keys() - SHOW_ALL), ("in full", SHOW_ALL)):
        record_property(
            f"Most that an action adds to a page, {name}", heaviest({kind: by_kind[kind] for kind in kinds})
        )


def test_an_action_that_adds_too_much_is_found(rendered):
    found = too_heavy(growth(rendered, Usual(title=480, note=IN_FULL)))
    assert {fault.partition(":")[0] for fault in found} >= SHOW_ALL | {"who"}


def test_the_usual_action_says_more_than_most(source):
    actions = [
        action for file in source.plans for outcome in file.plan.outcomes for action in each_action(outcome.actions)
    ]
    lengths = {
        "title": [len(action.title) for action in actions],
        "leads": [_length(action.leads) for action in actions],
        "timescales": [_length(action.timescales) for action in actions],
        "note": [sum(_length(note.text) for note in action.notes) for action in actions],
    }
    assert len(actions) > 100
    for name, found in lengths.items():
        assert getattr(Usual(), name) >= quantiles(found, n=4)[2], name


def _length(value: Any) -> int:
    return len(value) if isinstance(value, str | tuple) else 0


# The six plans


def rows(html: bytes) -> Iterator[bytes]:
    return iter(re.findall(rb"<tr\b.*?</tr>", html, re.DOTALL))


def in_full(html: bytes) -> Iterator[bytes]:
    """What an outcome's page says of each action: from its heading to the next."""
    parts = re.split(rb'(?=<h[2-6] id=")', html.partition(b"</main>")[0])
    return (part for part in parts if re.match(rb'<h[2-6] id="a-', part))


def by_place(html_of: Mapping[str, bytes], parts: Callable[[bytes], Iterator[bytes]]) -> dict[str, int]:
    return {
        f"{name}, {place}": len(part) for name, html in html_of.items() for place, part in enumerate(parts(html), 1)
    }


def test_rows_of_the_six_plans_are_light(html_of, record_property):
    weights = by_place(html_of, rows)
    assert len(weights) > 1_000
    assert heavier(weights, IN_A_TABLE) == []
    record_property("Heaviest row of a table", heaviest(weights))


def test_actions_on_outcome_pages_of_the_six_plans_are_light(html_of, record_property):
    weights = by_place({name: html for name, html in html_of.items() if "/outcomes/" in name}, in_full)
    assert len(weights) > 200
    assert heavier(weights, IN_FULL) == []
    record_property("Heaviest action on an outcome's page", heaviest(weights))


def test_pages_of_the_six_plans_are_light(html_of, record_property):
    weights = {name: len(html) for name, html in html_of.items() if not name.endswith("/print/index.html")}
    assert len(weights) > 300
    assert heavier(weights, WHOLE_PAGE) == []
    record_property("Heaviest page but whole plans", heaviest(weights))


def test_a_row_an_action_and_a_page_that_are_too_heavy_are_found():
    row = b"<table><tr><td>1</td></tr><tr>\n<td>%s</td></tr></table>" % (b"x" * IN_A_TABLE)
    action = b'<main><h2 id="a-1">1</h2>x<h3 id="a-1-1">2</h3>%s</main>' % (b"x" * IN_FULL)
    assert heavier(by_place({"p": row}, rows), IN_A_TABLE) == ["p, 2: 1,219 bytes"]
    assert heavier(by_place({"p": action}, in_full), IN_FULL) == ["p, 2: 6,021 bytes"]
    assert heavier({"p": WHOLE_PAGE, "q": WHOLE_PAGE + 1}, WHOLE_PAGE) == ["q: 130,001 bytes"]

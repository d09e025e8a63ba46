"""The home page and the overview of a plan: how it stands comes first, then the way to each page that there is."""

import html
import re
from datetime import date

from generator.document.addresses import plan_page_address
from generator.document.blocks import Day, Points
from generator.document.refs import here
from generator.pages import PlanView, home_page, plan_pages
from generator.pages.overview import overview_page
from generator.plan.model import PublicPlan
from generator.plan.validators import read_as
from generator.render.markdown import markdown_of
from generator.site.build import Source, published_view
from generator.status import as_at
from generator.wording import Words
from generator.words.answer import answers
from generator.words.directory import HAS_SOMETHING_TO_SAY, kinds
from tests.conftest import as_tuples
from tests.filled_plan import Field, filled
from tests.page_blocks import leads_to, links_of, parts_of, section, text_of, texts
from tests.page_samples import TODAY, UPDATED
from tests.trouble_plan import trouble_plan


def trouble(**changes: object) -> PlanView:
    plan = read_as(PublicPlan, as_tuples({**trouble_plan(), **changes}))
    return PlanView(plan, Words(), as_at(plan, date(2026, 4, 1)))


def filled_view() -> PlanView:
    def text_of(field: Field) -> str:
        return f"x {field.path}"

    return PlanView(filled(text_of), Words(), None)


def in_order(text: str, *parts: str) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def test_answer_comes_first_then_counts_then_the_way_then_lists():
    text = markdown_of(overview_page(trouble()))
    assert in_order(
        text,
        "# A plan in trouble",
        "Last update: 31 January 2026.",
        "Rating of ",
        '<div class="counts"',
        "An invented plan, to see",
        "## Find your way",
        "## What needs attention",
        "### What is late",
        "## What is promised",
    )


def test_sentences_of_the_answer_stand_as_a_list_where_they_are_many():
    first, *others = answers(trouble())
    text = markdown_of(overview_page(trouble()))
    assert len(others) > 1
    assert f"{first}\n{{: .lead }}\n" in text
    assert "\n".join(f"- {sentence}" for sentence in others) in text
    closed = trouble(closed={"as_at": "2026-01-31", "why": "It ended"}, outcomes=[])
    page = overview_page(closed)
    assert texts(page)[0] == " ".join(answers(closed))
    assert not any(isinstance(block, Points) for block in page.blocks)


def test_home_says_how_each_plan_stands_before_what_it_is_about():
    text = markdown_of(home_page(Words(), "Plans", (trouble(),)))
    assert in_order(
        text,
        "### [A plan in trouble]",
        "Last update: 31 January 2026.",
        "passed with",
        "Next update expected by",
        "Rating of ",
        '<div class="counts"',
        "An invented plan, to see",
        "The plan has",
    )


def updated_view(source: Source) -> PlanView:
    """A plan with seven editions."""
    view = published_view(source, UPDATED, TODAY)
    assert view is not None
    return view


def test_way_leads_to_every_page_that_there_is_and_to_no_other(source):
    found = set()
    for view in (trouble(), filled_view(), updated_view(source)):
        first, *links = links_of(section(overview_page(view), "find-your-way").blocks)
        assert first.to == here("outcomes"), "the outcomes stand on the page itself"
        assert {link.to.part for link in links} <= {""}
        ways = [leads_to(link, view).address for link in links]
        assert ways == [plan_page_address(view.plan.id, kind) for kind in kinds(view)]
        made = {page.address for page in plan_pages(view)}
        assert set(ways) - made == ({plan_page_address(view.plan.id, "data")} if view.edition else set())
        found |= set(kinds(view))
    assert found == set(HAS_SOMETHING_TO_SAY)


def test_each_way_says_what_it_answers_in_half_a_line(source):
    for view in (filled_view(), updated_view(source)):
        (ways,) = section(overview_page(view), "find-your-way").blocks
        says = [text_of(way.content[1:]).removeprefix(": ") for way in ways.items]
        assert len(set(says)) == len(says)
        assert all(0 < len(text) <= 60 for text in says)


def test_way_to_the_outcomes_leads_down_the_page():
    view = trouble()
    text = html.unescape(markdown_of(overview_page(view)))
    assert "[What is promised, by whom and by when](#outcomes): 2 outcomes, on this page" in text
    assert "{: #outcomes }" in text


def test_plan_with_nothing_but_its_name_has_no_way(make_view):
    bare = {"status_scheme": None, "rated": [], "outcomes": [], "bodies": []}
    assert "Find your way" not in markdown_of(overview_page(make_view(bare)))


def test_day_of_a_closed_plan_is_named_once():
    closed = trouble(closed={"as_at": "2026-03-31", "why": "It ended."})
    page = overview_page(closed)
    assert "31 March 2026" in texts(page)[0]
    assert text_of(parts_of(page, Day)) == "The plan’s ratings are of 31 January 2026."
    opening = markdown_of(page).partition("## ")[0]
    assert len(re.findall("31 March 2026", opening)) == 1
    assert text_of(parts_of(overview_page(trouble()), Day))

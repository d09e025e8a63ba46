"""All actions in one table, and what its rows can be chosen by."""

from datetime import date

import pytest

from generator.document.blocks import Table
from generator.document.chooser import Chooser
from generator.pages import plan_pages
from generator.pages.actions import actions_page, role_value
from generator.render.markdown import markdown_of
from generator.site.build import site_units
from tests.conftest import TODAY
from tests.page_blocks import blocks_of, tables
from tests.pages.test_when import said

SUB = {"id": "a-2", "number": "1.2", "title": "Below", "timescales": ["6 monthly"]}
MOST_BYTES_OF_A_ROW = 1_200


def form_of(page) -> Chooser:
    (form,) = blocks_of(page, Chooser)
    return form


def table_of(page) -> Table:
    (table,) = tables(page)
    return table


def choices(page) -> dict[str, list[str]]:
    return {select.name: [f"{item.value}: {item.text}" for item in select.choices] for select in form_of(page).selects}


def keys(page) -> list[list[str]]:
    return [list(row.keys) for row in table_of(page).rows]


def test_every_action_at_any_depth_has_a_row(make_view):
    page = actions_page(make_view(sub_actions=[{**SUB, "sub_actions": [{"id": "a-3", "title": "Deep"}]}]))
    assert [said(row.cells[0]) for row in table_of(page).rows] == [
        "1.1 Ask children",
        "1.2 Below; Part of 1.1",
        "Deep; Part of 1.2",
    ]
    assert page.title == "All actions and sub-actions"
    assert actions_page(make_view()).title == "All actions"


def test_row_says_outcome_lead_time_rating_lateness_and_progress(make_view):
    page = actions_page(make_view({"as_at": "2019-06-01"}, date(2019, 7, 1), progress=40))
    assert table_of(page).columns == ("Action", "Outcome", "Lead", "By when", "How it stands")
    assert [said(cell) for cell in table_of(page).rows[0].cells] == [
        "1.1 Ask children",
        "Outcome 1",
        "Anytown Council",
        "31 March 2019; printed as “March 2019”",
        "Amber | Overdue | 40% complete",
    ]


def test_progress_that_is_missing_says_why_and_a_plan_that_rates_nothing_has_no_such_column(make_view):
    withheld = {"missing": "withheld", "ground": "A court case"}
    row = table_of(actions_page(make_view(progress=withheld))).rows[0]
    assert said(row.cells[4]) == "Amber | Progress: Withheld: A court case"
    assert table_of(actions_page(make_view({"rated": []}, status=None))).columns[-1] == "By when"


def test_rows_are_chosen_by_outcome_lead_rating_and_time(make_view):
    second = {"id": "o-2", "title": "Safe", "actions": [{"id": "a-9", "title": "Do", "status": "red"}]}
    plan = {"outcomes": [{**make_data(sub_actions=[{**SUB, "leads": ["nhs", {"role": "The clerk"}]}])}, second]}
    page = actions_page(make_view(plan))
    assert choices(page) == {
        "outcome": ["o-1: Outcome 1: Children are heard", "o-2: Safe"],
        "lead": ["council: Anytown Council", "nhs: NHS", "-the-clerk: The clerk", "-not-stated: Not stated"],
        "rating": ["red: Red", "amber: Amber", "-none: Not rated in this plan"],
        "due": ["later: Due later", "recurring: Comes again, or is reported", "no-date: No date"],
    }
    assert keys(page) == [
        ["outcome-o-1", "lead-council", "rating-amber", "due-later"],
        ["outcome-o-1", "lead-nhs", "lead--the-clerk", "rating--none", "due-recurring"],
        ["outcome-o-2", "lead--not-stated", "rating-red", "due-no-date"],
    ]


def make_data(**more):
    action = {"id": "a-1", "title": "Ask", "status": "amber", "leads": ["council"], "timescales": ["March 2019"]}
    return {"id": "o-1", "number": "1", "title": "Children are heard", "actions": [{**action, **more}]}


@pytest.mark.parametrize(
    ("action", "key"),
    [
        ({"leads": {"missing": "withheld", "ground": "A court case"}}, "lead--withheld"),
        ({"leads": [{"withheld": "A person"}]}, "lead--withheld"),
        ({"status": {"missing": "withheld", "ground": "A court case"}}, "rating--withheld"),
        ({"status": "green", "review": {"every": "6 months", "since": "2018-01-01"}}, "rating-green"),
        ({"status": "green", "review": {"every": "6 months", "since": "2018-01-01"}}, "rating--lapsed"),
        ({"timescales": ["March 2019", "6 monthly"]}, "due-not-known"),
        ({"timescales": ["March 2019", "6 monthly"]}, "due-recurring"),
    ],
)
def test_row_carries_the_key_of_whatever_it_belongs_to(make_view, action, key):
    ((*found,),) = keys(actions_page(make_view(as_at=date(2019, 7, 1), **action)))
    assert key in found


def test_rating_that_the_plans_rule_cannot_give_is_chosen_as_not_known(make_view):
    from tests.conftest import SMALL_PLAN

    rule = {"complete": "green", "past_due": "red", "due_soon": "amber", "in_time": "green", "window_days": "30"}
    plan = {"status_scheme": {**SMALL_PLAN["status_scheme"], "computed": rule}}
    lost = {"missing": "lost-in-conversion"}
    ((*found,),) = keys(actions_page(make_view(plan, date(2019, 7, 1), status=lost, progress=40)))
    assert "rating--unknown" in found


def test_list_with_one_choice_is_left_out_and_the_form_without_a_list(make_view):
    assert blocks_of(actions_page(make_view()), Chooser) == ()
    form = form_of(actions_page(make_view(sub_actions=[{**SUB, "timescales": ["March 2019"]}])))
    assert [select.name for select in form.selects] == ["rating"]
    assert (form.all, form.some) == ("2 of 2 shown", "# of 2 shown")


@pytest.mark.parametrize(("role", "value"), [("The Clerk (acting)", "-the-clerk-acting"), ("…", "-not-stated")])
def test_role_is_chosen_by_its_words(role, value):
    assert role_value(role) == value


def test_plan_without_actions_has_no_such_page(make_view):
    plan = {"outcomes": [{"id": "o-1", "title": "One", "actions": []}]}
    assert "anytown/actions/" not in [page.address for page in plan_pages(make_view(plan))]


def test_row_of_a_worked_plan_is_small(source):
    """Sizes: a page of a hundred actions stays quick on a phone."""
    pages = [page for unit in site_units(source, TODAY) for page in unit.stage()]
    markdown = [page.markdown for page in pages if page.address.endswith("-20/actions/")]
    rows = [line for text in markdown for line in text.splitlines() if line.startswith("<tr data-keys")]
    assert len(rows) == 40
    assert max(len(row.encode()) for row in rows) <= MOST_BYTES_OF_A_ROW


def test_form_is_hidden_until_a_script_shows_it(make_view):
    assert " hidden>" in markdown_of(actions_page(make_view(sub_actions=[SUB])))

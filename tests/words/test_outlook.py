"""Lists of what is late, not known, next and due for review."""

from datetime import date

import pytest

from generator.document.refs import Places, Ref, There
from generator.pages import PlanView
from generator.plan.model import PublicPlan
from generator.plan.validators import read_as
from generator.status import as_at
from generator.wording import Words
from generator.words.outlook import MOST_PASSED, outlooks
from generator.words.whereabouts import whereabouts
from tests.conftest import as_tuples
from tests.page_blocks import links_of, text_of
from tests.trouble_plan import trouble_plan


def lists(view) -> dict[str, list[str]]:
    return {
        outlook.anchor: [link.text.partition(" ")[0] for link in links_of(outlook.blocks)] for outlook in outlooks(view)
    }


@pytest.fixture(scope="module")
def in_trouble():
    plan = read_as(PublicPlan, as_tuples(trouble_plan()))
    return lambda today: PlanView(plan, Words(), as_at(plan, today))


@pytest.mark.parametrize(
    ("today", "late", "not_known", "lapsed"),
    [
        (date(2026, 1, 31), ["1.1"], [], ["2.4", "2.1", "2.2"]),
        (date(2026, 4, 1), ["1.1"], ["1.3"], ["2.4", "2.1", "2.2"]),
        (date(2026, 8, 1), ["1.1"], ["1.3", "2.3", "2.4"], ["2.4", "2.1", "2.2", "1.2"]),
    ],
)
def test_plan_in_trouble_says_what_is_late_and_what_is_not_known(in_trouble, today, late, not_known, lapsed):
    found = lists(in_trouble(today))
    assert (found.get("late", []), found.get("not-known", []), found.get("lapsed", [])) == (late, not_known, lapsed)


def test_next_dates_and_reviews_stand_in_order_of_day(in_trouble):
    found = lists(in_trouble(date(2026, 1, 31)))
    assert found["next"] == ["1.3", "2.3", "2.4", "1.2", "2.1"]
    assert found["lapsing"] == ["1.2"]


def test_item_says_by_when_and_who(in_trouble):
    view = in_trouble(date(2026, 1, 31))
    late = next(outlook for outlook in outlooks(view) if outlook.anchor == "late")
    opening, items = late.blocks
    ((link, when_and_who, tag),) = (item.content for item in items.items)
    assert text_of(opening) == "The date has passed, and the work is shown as still open."
    assert when_and_who.text == ", was due by 31 October 2025; lead: Anytown Social Work"
    assert tag.text == "Overdue"
    assert link.to == Ref("action", "a-1-1", "in-trouble")
    assert Places({"in-trouble": whereabouts(view)}).destination(link.to) == There("in-trouble/actions/a-1-1/")


def test_closed_plan_names_nothing_that_is_to_come(make_view):
    view = make_view({"closed": {"as_at": "2019-01-01", "why": "x"}}, date(2019, 1, 1))
    assert lists(view) == {}
    ended = make_view({"closed": {"as_at": "2020-01-01", "why": "x"}}, date(2020, 1, 1))
    (outlook,) = outlooks(ended)
    assert (outlook.anchor, outlook.title) == ("late", "What was not reported as done")


def test_long_list_is_cut_and_says_how_many_are_left_out(make_view):
    subs = [{"id": f"a-{number}", "title": "x", "timescales": ["May 2018"]} for number in range(MOST_PASSED + 3)]
    view = make_view(as_at=date(2019, 1, 1), sub_actions=subs)
    outlook = next(item for item in outlooks(view) if item.anchor == "not-known")
    _, items, more = outlook.blocks
    assert (len(items.items), text_of(more)) == (MOST_PASSED, "3 more are on the pages of the outcomes.")

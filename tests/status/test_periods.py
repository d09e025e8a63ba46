"""Each outcome and action stands in one group by when it is due; what is due within three months is soon."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.status import due_group, is_timed, recurring, stand, timed_reports, timed_things
from generator.status.periods import SOON, first_day_near
from generator.timescale.interval import shift

CLOSED = {"closed": {"as_at": "2019-06-30", "why": "It ended"}}
PUBLISHED = {"as_at": "2019-06-30"}


@pytest.fixture
def group(make_plan):
    def find(on: str, plan=None, **action):
        whole, day = make_plan(plan, **action), date.fromisoformat(on)
        thing = whole.outcomes[0].actions[0]
        return due_group(whole, thing, stand(whole, day)[thing.id], day)

    return find


@pytest.mark.parametrize(
    ("on", "plan", "action", "wanted"),
    [
        ("2018-12-30", {}, {}, "later"),
        ("2018-12-31", {}, {}, "soon"),
        ("2019-03-31", {}, {}, "soon"),
        ("2019-04-01", {}, {}, "not-known"),
        ("2019-07-01", PUBLISHED, {}, "late"),
        ("2019-07-01", PUBLISHED, {"status": None}, "not-known"),
        ("2019-06-30", CLOSED, {}, "late"),
        # A closed plan speaks of one day for good, so nothing of it is soon.
        ("2019-06-30", CLOSED, {"timescales": ["July 2019"]}, "later"),
        ("2019-07-01", PUBLISHED, {"progress": 100}, "done"),
        ("2019-07-01", {}, {"timescales": ["6 monthly"]}, "recurring"),
        ("2019-04-01", {}, {"timescales": ["March 2019", "6 monthly"]}, "not-known"),
        ("2019-07-01", {}, {"timescales": ["in good time"]}, "no-date"),
        ("2019-07-01", {}, {"timescales": ["ongoing"]}, "no-date"),
        # Not all is known of when it is due: the last day that is known tells.
        ("2019-07-01", {}, {"timescales": ["March 2019", "within 3 months"]}, "one-passed"),
        ("2019-07-01", CLOSED, {"timescales": ["May 2019", "ongoing"]}, "one-passed"),
        ("2019-03-31", {}, {"timescales": ["March 2019", "within 3 months"]}, "soon"),
        ("2019-07-01", {}, {"timescales": ["March 2019", "2020", "in good time"]}, "later"),
        ("2019-07-01", {}, {"timescales": ["March 2019", "ongoing"], "progress": 100}, "done"),
        ("2019-07-01", {}, {"timescales": []}, "no-date"),
        ("2019-07-01", {}, {"timescales": [{"words": "March 2019", "role": "reported"}]}, "no-date"),
    ],
)
def test_thing_stands_in_the_group_where_a_reader_looks_for_it(group, on, plan, action, wanted):
    assert group(on, plan, **action) == wanted


def test_part_of_what_is_done_is_not_counted_as_done(make_plan):
    sub = {"id": "a-2", "title": "Below"}
    parts = [sub, {**sub, "id": "a-3", "progress": 100}, {**sub, "id": "a-4", "timescales": ["May 2019"]}]
    plan, day = make_plan(PUBLISHED, progress=100, sub_actions=parts), date(2019, 7, 1)
    standings = stand(plan, day)
    found = [due_group(plan, thing, standings[thing.id], day) for thing in timed_things(plan)]
    assert found == ["done", "with-above", "done", "with-above"]


@pytest.mark.parametrize(
    ("above", "below", "wanted"),
    [
        (["March 2019"], [], "with-above"),
        (["March 2019"], {"missing": "not-stated"}, "with-above"),
        (["March 2019"], ["in good time"], "no-date"),
        (["March 2019"], ["6 monthly"], "recurring"),
        ([], [], "no-date"),
    ],
)
def test_part_without_a_time_of_its_own_stands_with_the_action_above(make_plan, above, below, wanted):
    plan = make_plan(timescales=above, sub_actions=[{"id": "a-2", "title": "Below", "timescales": below}])
    (sub,), day = plan.outcomes[0].actions[0].sub_actions, date(2019, 1, 1)
    assert due_group(plan, sub, stand(plan, day)["a-2"], day) == wanted


@given(st.dates(date(1, 6, 1)))
def test_three_months_reach_to_a_date_from_the_first_day_near_it_on(due):
    first = first_day_near(due)
    assert shift(first, SOON) >= due
    assert shift(first - timedelta(days=1), SOON) < due


def test_date_at_the_start_of_the_calendar_is_near_from_the_first_day():
    assert first_day_near(date(1, 2, 1)) == date.min


def test_every_action_may_have_a_date_and_an_outcome_where_the_plan_says_so(make_plan):
    outcome = {"id": "o-1", "title": "One", "actions": [{"id": "a-1", "title": "Do"}]}
    plan = make_plan({"outcomes": [outcome, {**outcome, "id": "o-2", "actions": [], "timescales": ["2019"]}]})
    assert [thing.id for thing in timed_things(plan)] == ["a-1", "o-2"]


def test_plan_says_when_by_a_time_a_missing_time_or_a_report(make_plan):
    report = {"id": "r-1", "what": "Progress"}
    kept = [{"held_on": "May 2019"}]
    assert not is_timed(make_plan({"reports": [report]}, timescales=[]))
    assert is_timed(make_plan())
    assert is_timed(make_plan(timescales={"missing": "withheld", "ground": "A court case"}))
    for more in ({"how_often": "monthly"}, {"occurrences": kept}):
        plan = make_plan({"reports": [report, {**report, "id": "r-2", **more}]}, timescales=[])
        assert [item.id for item in timed_reports(plan)] == ["r-2"]
        assert is_timed(plan)


def test_only_what_comes_again_is_recurring(make_plan):
    plan = make_plan(timescales=["March 2019", "Quarterly", "May 2019; annually"])
    found = recurring(plan, plan.outcomes[0].actions[0])
    assert [item.words for item in found] == ["Quarterly", "May 2019; annually"]

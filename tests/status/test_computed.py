"""A status worked out by the plan's rule, and the reason for it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.status import stand
from tests.conftest import small_plan

RULE = {"complete": "blue", "past_due": "red", "due_soon": "amber", "in_time": "green", "window_days": "30"}
STATUSES = [
    {"id": "red", "label": "Red", "meaning": "Late", "tone": "off-track"},
    {"id": "amber", "label": "Amber", "meaning": "Soon", "tone": "at-risk"},
    {"id": "green", "label": "Green", "meaning": "In time", "tone": "on-track"},
    {"id": "blue", "label": "Blue", "meaning": "Done", "tone": "complete"},
]
LOST = {"missing": "lost-in-conversion"}
DUE = date(2015, 3, 31)
NEWS = {"as_at": "2035-01-01"}


@pytest.fixture
def worked_out(make_plan):
    """What the rule gives for an action as at a day: (status, reason)."""

    def work_out(on: date, rule=RULE, published=date(2035, 1, 1), **action):
        plan = make_plan(
            {"status_scheme": {"statuses": STATUSES, "computed": rule}, "as_at": str(published)},
            **{"status": LOST, "timescales": ["31 March 2015"], "progress": 40, **action},
        )
        found = stand(plan, on)["a-1-1"].computed
        return (found.status.id if found.status else None, found.reason)

    return work_out


@pytest.mark.parametrize(
    ("on", "status", "reason"),
    [
        (date(2014, 1, 1), "green", "in-time"),
        (DUE - timedelta(days=31), "green", "in-time"),
        (DUE - timedelta(days=30), "amber", "due-soon"),
        (DUE, "amber", "due-soon"),
        (DUE + timedelta(days=1), "red", "past-due"),
        (date.max, "red", "past-due"),
    ],
)
def test_unfinished_work_is_rated_by_its_date(worked_out, on, status, reason):
    assert worked_out(on) == (status, reason)
    assert worked_out(on, progress=0) == (status, reason)
    assert worked_out(on, progress=99) == (status, reason)
    assert worked_out(on, progress=100) == ("blue", "complete")


def test_once_the_date_has_passed_the_rule_waits_for_news(worked_out):
    before, after = DUE, DUE + timedelta(days=1)
    assert worked_out(after, published=before) == (None, "no-news")
    assert worked_out(after, published=after) == ("red", "past-due")
    assert worked_out(after, published=before, notes=[{"date": str(after), "text": "x"}]) == ("red", "past-due")
    assert worked_out(after, published=before, progress=100) == ("blue", "complete")
    assert worked_out(before, published=before) == ("amber", "due-soon")


@pytest.mark.parametrize("kind", ["withheld", "suppressed"])
def test_what_is_withheld_is_not_worked_out(make_plan, kind):
    status = {"missing": kind, "ground": "A court case"}
    plan = make_plan({"status_scheme": {"statuses": STATUSES, "computed": RULE}}, status=status, progress=100)
    standing = stand(plan, DUE)["a-1-1"]
    assert (standing.computed, standing.status.missing, standing.look) == (None, kind, "withheld")


def test_window_of_no_days_is_the_day_itself(worked_out):
    rule = {**RULE, "window_days": "0"}
    assert worked_out(DUE, rule) == ("amber", "due-soon")
    assert worked_out(DUE - timedelta(days=1), rule) == ("green", "in-time")


@pytest.mark.parametrize("progress", [None, {"missing": "not-stated"}])
def test_nothing_is_worked_out_without_progress(worked_out, progress):
    assert worked_out(DUE, progress=progress) == (None, "no-progress")


@pytest.mark.parametrize(
    "times", [[], {"missing": "not-stated"}, ["in good time"], ["6 monthly"], ["March 2015", "ongoing"]]
)
def test_nothing_is_worked_out_without_a_date_unless_it_is_done(worked_out, times):
    assert worked_out(DUE, timescales=times) == (None, "no-date")
    assert worked_out(DUE, timescales=times, progress=100) == ("blue", "complete")


def test_last_of_several_dates_decides(worked_out):
    times = ["January 2015", "June 2015"]
    assert worked_out(date(2015, 6, 30), timescales=times) == ("amber", "due-soon")
    assert worked_out(date(2015, 7, 1), timescales=times) == ("red", "past-due")


def test_due_date_counts_before_a_target(worked_out):
    times = [{"words": "March 2015"}, {"words": "2020", "role": "target"}, {"words": "May 2030", "role": "reported"}]
    assert worked_out(date(2015, 4, 1), timescales=times) == ("red", "past-due")
    assert worked_out(date(2015, 4, 1), timescales=times[1:]) == ("green", "in-time")
    assert worked_out(date(2015, 4, 1), timescales=times[2:]) == (None, "no-date")


def test_owners_rating_counts_and_the_rule_stands_beside_it(make_plan):
    scheme = {"statuses": STATUSES, "computed": RULE}
    plan = make_plan({"status_scheme": scheme, **NEWS}, status="green", progress=40, timescales=["March 2015"])
    late = stand(plan, date(2015, 4, 1))["a-1-1"]
    assert (late.status.id, late.computed.status.id, late.differs) == ("green", "red", True)
    early = stand(plan, date(2014, 4, 1))["a-1-1"]
    assert (early.status.id, early.differs) == ("green", False)


def test_rule_stands_in_where_the_owners_rating_is_missing(make_plan):
    scheme = {"statuses": STATUSES, "computed": RULE}
    plan = make_plan({"status_scheme": scheme, **NEWS}, status=LOST, progress=40, timescales=["March 2015"])
    standing = stand(plan, date(2015, 4, 1))["a-1-1"]
    assert (standing.status.id, standing.declared.missing, standing.differs) == ("red", "lost-in-conversion", False)


def test_nothing_is_worked_out_for_a_level_that_the_plan_does_not_rate(make_plan):
    sub = {"id": "a-9", "title": "Below", "progress": 100}
    plan = make_plan({"status_scheme": {"statuses": STATUSES, "computed": RULE}}, progress=100, sub_actions=[sub])
    found = stand(plan, DUE)
    assert found["a-9"].computed is None
    assert found["o-1"].computed is None
    assert found["a-1-1"].computed is not None


def test_plan_without_a_rule_works_nothing_out(make_plan):
    assert stand(make_plan(progress=100), DUE)["a-1-1"].computed is None


@given(progress=st.integers(0, 100), ahead=st.integers(-400, 400), window=st.integers(0, 10**7))
def test_rule_gives_one_status_for_every_progress_and_day(progress, ahead, window):
    rule = {**RULE, "window_days": str(window)}
    plan = small_plan(
        {"status_scheme": {"statuses": STATUSES, "computed": rule}, **NEWS},
        status=LOST,
        progress=progress,
        timescales=["31 March 2015"],
    )
    found = stand(plan, DUE - timedelta(days=ahead))["a-1-1"].computed
    wanted = "blue" if progress == 100 else "red" if ahead < 0 else "amber" if ahead <= window else "green"
    assert found.status.id == wanted

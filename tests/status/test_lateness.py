"""What is said of a date that has passed: overdue only where the plan shows the work open."""

from datetime import date

import pytest

from generator.status import due, stand

DONE = {"id": "done", "label": "Done", "meaning": "Done", "tone": "complete"}
GREEN = {"id": "green", "label": "Green", "meaning": "In time", "tone": "on-track"}
NONE = {"id": "none", "label": "White", "meaning": "Not rated", "tone": "not-rated"}
SCHEME = {"status_scheme": {"statuses": [GREEN, DONE, NONE]}}
BEFORE, LATER = "2019-01-31", "2019-09-30"
UNRATED = {"missing": "not-yet-rated"}


@pytest.fixture
def lateness(make_plan):
    def became(on=date(2019, 12, 1), plan=None, **action):
        action = {"status": "green", "timescales": ["March 2019"], **action}
        return stand(make_plan({**SCHEME, "as_at": BEFORE, **(plan or {})}, **action), on)["a-1-1"].lateness

    return became


def test_date_passes_after_the_last_day_of_its_period(lateness):
    assert lateness(date(2019, 3, 31)) == ""
    assert lateness(date(2019, 4, 1)) == "no-news"


@pytest.mark.parametrize(
    ("plan", "action", "said"),
    [
        # Nothing was published since: we do not know
        ({}, {}, "no-news"),
        ({"as_at": "2019-03-31"}, {}, "no-news"),
        ({}, {"notes": [{"date": "2019-03-31", "text": "x"}, {"text": "x"}]}, "no-news"),
        ({}, {"notes": [{"date": "2019-04-01", "text": "x", "kind": "plan"}]}, "no-news"),
        # The plan was published since, and shows it open
        ({"as_at": "2019-04-01"}, {}, "overdue"),
        ({"as_at": LATER}, {"status": UNRATED, "progress": 40}, "overdue"),
        # A note was written since
        ({}, {"notes": [{"date": "2019-04-01", "text": "x"}]}, "overdue"),
        ({}, {"status": UNRATED, "progress": 40, "notes": [{"date": "2019-04-01", "text": "x"}]}, "overdue"),
        # A note may say that it is done: neither a rating nor progress says that it is open
        ({}, {"status": UNRATED, "notes": [{"date": "2019-04-20", "text": "Done: in use."}]}, "not-said"),
        ({}, {"status": None, "notes": [{"date": "2019-04-20", "text": "Done: in use."}]}, "not-said"),
        ({"as_at": LATER}, {"status": "none"}, "not-said"),
        # The plan was published since, and does not say
        ({"as_at": LATER}, {"status": UNRATED}, "not-said"),
        ({"as_at": LATER}, {"status": {"missing": "withheld", "ground": "x"}}, "not-said"),
        # It is done
        ({"as_at": LATER}, {"status": "done"}, ""),
        ({"as_at": LATER}, {"progress": 100}, ""),
        ({"as_at": LATER}, {"closures": [{"date": "2019-02-01"}]}, ""),
        ({"as_at": LATER}, {"closures": [{"date": "2019-02-01"}, {"date": "2019-03-01", "reopened": True}]}, "overdue"),
        ({"as_at": LATER}, {"closures": [{"date": "2019-03-01"}, {"date": "2019-02-01", "reopened": True}]}, ""),
        # Of one day, the last in the file counts
        ({"as_at": LATER}, {"closures": [{"date": "2019-03-01"}, {"date": "2019-03-01", "reopened": True}]}, "overdue"),
        ({"as_at": LATER}, {"closures": [{"date": "2019-03-01", "reopened": True}, {"date": "2019-03-01"}]}, ""),
        # The plan ended
        ({"closed": {"as_at": "2019-12-01", "why": "x"}}, {}, "open-at-end"),
        ({"closed": {"as_at": "2019-12-01", "why": "x"}}, {"status": "done"}, ""),
    ],
)
def test_what_became_of_a_date(lateness, plan, action, said):
    assert lateness(plan=plan, **action) == said


@pytest.mark.parametrize(
    "times", [[], {"missing": "not-stated"}, ["TBC"], ["6 monthly"], ["ongoing"], ["March 2019 and ongoing"]]
)
def test_what_has_no_date_that_can_be_read_is_never_late(lateness, times):
    assert lateness(date.max, timescales=times) == ""


def test_what_has_a_date_that_was_not_read_beside_one_that_was_is_not_late(lateness):
    assert lateness(date.max, timescales=["March 2019", "Spring 2021"]) == ""
    assert lateness(date.max, timescales=["March 2019", "within three months"]) == ""
    # A duty that comes again says nothing of the date
    assert lateness(date.max, timescales=["March 2019", "6 monthly"]) == "no-news"
    assert lateness(date.max, timescales=["By March 2019, reviewed annually"]) == "no-news"
    assert lateness(date(2019, 3, 31), timescales=["March 2019 then 6 monthly"]) == ""
    assert lateness(date(2019, 4, 1), timescales=["March 2019 then 6 monthly"]) == "no-news"


def test_work_below_what_is_done_is_never_late(make_plan):
    sub = {"id": "a-9", "title": "Below", "timescales": ["March 2019"]}
    plan = make_plan({**SCHEME, "as_at": LATER}, status="done", sub_actions=[sub])
    below = stand(plan, date(2020, 1, 1))["a-9"]
    assert (below.lateness, below.is_done, below.is_done_above, below.is_settled) == ("", False, True, True)
    plan = make_plan(
        {**SCHEME, "as_at": LATER}, status="green", sub_actions=[{**sub, "sub_actions": [{**sub, "id": "a-10"}]}]
    )
    found = stand(plan, date(2020, 1, 1))
    assert (found["a-9"].lateness, found["a-10"].lateness) == ("not-said", "not-said")


def test_relative_time_is_counted_from_its_event(make_plan):
    times = [{"words": "Within three months", "event": "e-1"}]
    dated = make_plan({"events": [{"id": "e-1", "name": "It began", "date": "2013-01-16"}]}, timescales=times)
    undated = make_plan({"events": [{"id": "e-1", "name": "It began"}]}, timescales=times)
    assert due(dated, dated.outcomes[0].actions[0]) == date(2013, 4, 16)
    assert due(undated, undated.outcomes[0].actions[0]) is None


def test_time_that_names_no_event_counts_from_none(make_plan):
    events = [{"id": f"e-{number}", "name": "It began", "date": f"201{number}-01-16"} for number in (3, 4)]

    def due_by(**time):
        plan = make_plan({"events": events}, timescales=[{"words": "Within three months", **time}])
        return due(plan, plan.outcomes[0].actions[0])

    assert due_by(event="e-4") == date(2014, 4, 16)
    assert due_by() is None


def test_outcome_that_is_complete_leaves_open_what_is_open_below_it(make_plan):
    action = {"id": "a-1", "title": "Ask", "status": "green", "timescales": ["March 2019"]}
    outcomes = [{"id": "o-1", "title": "One", "status": "done", "actions": [action]}]
    plan = make_plan({**SCHEME, "as_at": LATER, "rated": ["outcomes", "actions"], "outcomes": outcomes})
    assert stand(plan, date(2020, 1, 1))["a-1"].lateness == "overdue"


def test_outcome_is_late_by_its_target(make_plan):
    outcomes = [{"id": "o-1", "title": "One", "timescales": [{"words": "May 2019", "role": "target"}]}]
    plan = make_plan({"outcomes": outcomes, "as_at": BEFORE})
    assert stand(plan, date(2019, 6, 1))["o-1"].lateness == "no-news"
    assert stand(plan, date(2019, 5, 31))["o-1"].lateness == ""

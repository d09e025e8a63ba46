"""Pages change on the days that the plan names and on no other, and a closed plan's never."""

import re
from copy import deepcopy
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.folder import read_source
from generator.plan.model import PublicPlan
from generator.plan.validators import read_as
from generator.site.build import site_units
from generator.site.units import HubUnit, PlanUnit, Site
from generator.status import as_at, boundaries, next_update, reading_of, timescales
from tests.conftest import SMALL_PLAN, as_tuples
from tests.council_folder import PLAN, write_council
from tests.random_plan import plan_data
from tests.trouble_plan import trouble_plan

# Days


def test_slip_is_read_as_what_was_meant(make_plan):
    plan = make_plan(timescales=[{"words": "Sept 2010", "read_as": "Sept 2020", "reading": "corrected"}])
    (timescale,) = timescales(plan.outcomes[0].actions[0])
    assert reading_of(plan, timescale).end == date(2020, 9, 30)
    assert boundaries(plan) == (date(2020, 6, 30), date(2020, 10, 1))


def test_thing_that_says_why_it_has_no_timescale_has_none(make_plan):
    plan = make_plan(timescales={"missing": "withheld", "ground": "Court case"})
    assert timescales(plan.outcomes[0].actions[0]) == ()
    assert boundaries(plan) == ()


def test_boundaries_are_the_days_after_each_stated_period(make_plan):
    sub = {"id": "a-9", "title": "Below", "timescales": ["30 June 2019", "6 monthly", "TBC"]}
    plan = make_plan(timescales=["March 2019", "2020"], sub_actions=[sub, {**sub, "id": "a-10"}])
    # The first, and the last but one, are the first days from which three months reach to a last day that is known.
    days = ["2019-03-30", "2019-04-01", "2019-07-01", "2020-10-01", "2021-01-01"]
    assert [str(day) for day in boundaries(plan)] == days


def test_outcome_has_boundaries_too(make_plan):
    plan = make_plan({"outcomes": [{"id": "o-1", "title": "One", "timescales": ["May 2019"], "actions": []}]})
    assert boundaries(plan) == (date(2019, 2, 28) + timedelta(days=1), date(2019, 6, 1))


RULE = {"complete": "green", "past_due": "red", "due_soon": "amber", "in_time": "green", "window_days": "30"}


@pytest.mark.parametrize(
    ("plan", "action", "days"),
    [
        # Work starts to be due soon, and is past due
        (
            {"status_scheme": {**SMALL_PLAN["status_scheme"], "computed": RULE}},
            {"status": {"missing": "lost-in-conversion"}, "progress": 40, "timescales": ["March 2019"]},
            ["2018-12-31", "2019-03-01", "2019-04-01"],
        ),
        # Work is due in the next three months
        ({}, {"timescales": ["1 May 2019"]}, ["2019-02-01", "2019-05-02"]),
        # A report falls due
        (
            {
                "period": {"start": "2018-09-01", "end": "2019-09-30"},
                "reports": [{"id": "r-1", "what": "Progress", "how_often": "6 monthly", "since": "2018-09-01"}],
            },
            {},
            ["2019-03-01", "2019-09-01"],
        ),
        # A rating lapses
        ({}, {"status": "green", "review": {"every": "6 months", "since": "2018-08-15"}}, ["2019-03-01"]),
        # The next update is overdue
        ({"as_at": "2019-01-31", "update_every": "6 months"}, {}, ["2019-08-01"]),
        # A duty falls due, and again until the plan ends
        (
            {"period": {"start": "2018-09-01", "end": "2019-09-30"}},
            {"timescales": [{"words": "6 monthly", "since": "2018-09-01"}]},
            ["2019-03-01", "2019-09-01"],
        ),
    ],
)
def test_each_thing_that_time_does_has_its_own_boundary(make_plan, plan, action, days):
    plan = make_plan(plan, **{"timescales": [], **action})
    assert [str(day) for day in boundaries(plan)] == days


def test_day_by_which_something_is_reported_changes_nothing(make_plan):
    assert boundaries(make_plan(timescales=[{"words": "March 2019", "role": "reported"}])) == ()


def test_closed_plan_expects_no_update(make_plan):
    plan = {"as_at": "2019-01-31", "update_every": "6 months"}
    assert next_update(make_plan(plan)) == date(2019, 7, 31)
    assert next_update(make_plan({**plan, "closed": {"as_at": "2019-03-31", "why": "It ended"}})) is None


@pytest.mark.parametrize(
    ("stated", "today", "found"),
    [
        (None, "2018-12-30", None),
        (None, "2019-03-31", "2018-12-31"),
        (None, "2019-04-01", "2019-04-01"),
        (None, "2035-01-01", "2019-04-01"),
        ("2019-01-15", "2018-12-30", None),
        ("2019-01-15", "2019-01-14", "2018-12-31"),
        ("2019-01-15", "2019-01-15", "2019-01-15"),
        ("2019-01-15", "2019-03-31", "2019-01-15"),
        ("2019-01-15", "2019-05-01", "2019-04-01"),
        ("2019-06-01", "2019-05-01", "2019-04-01"),
        ("2019-06-01", "2035-01-01", "2019-06-01"),
    ],
)
def test_pages_speak_of_the_last_day_on_which_something_changed(make_plan, stated, today, found):
    plan = make_plan({"as_at": stated} if stated else {})
    assert as_at(plan, date.fromisoformat(today)) == (date.fromisoformat(found) if found else None)


@pytest.mark.parametrize("today", [date.min, date(2019, 1, 1), date(2035, 1, 1), date.max])
def test_closed_plan_speaks_of_its_own_day_for_good(make_plan, today):
    plan = make_plan({"closed": {"as_at": "2018-09-30", "why": "It ended"}, "as_at": "2018-01-01"})
    assert as_at(plan, today) == date(2018, 9, 30)


# The same, seen on pages


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory):
    """The staged pages of a small open plan as at any day, by address."""
    open_plan = deepcopy(PLAN) | {"as_at": "2019-02-01"}
    action = open_plan["outcomes"][0]["actions"][0]
    action["timescales"] = [{"words": "March 2019", "role": "target"}, {"words": "By 15 June 2019"}]
    action["sub_actions"] = [
        {"id": "a-1-2", "title": "Below", "timescales": ["2019", "6 monthly", "in good time"]},
        {"id": "a-1-3", "title": "Beside", "timescales": ["14/2/2019"]},
    ]
    source = read_source(write_council(tmp_path_factory.mktemp("open"), open_plan, day=date(2018, 1, 1)))

    def on(today: date) -> dict[str, object]:
        return {page.address: page for unit in site_units(source, today) for page in unit.stage()}

    return on


CHANGES = [
    *(date(2018, 11, 14), date(2019, 2, 1), date(2019, 2, 15), date(2019, 3, 15)),
    *(date(2019, 4, 1), date(2019, 6, 16), date(2019, 10, 1), date(2020, 1, 1)),
]


@pytest.mark.parametrize(("first", "after"), [*pairwise([date(2018, 1, 1), *CHANGES, date(2036, 1, 1)])])
def test_any_two_days_between_changes_give_the_same_pages(pages, first, after):
    days = (after - first).days
    wanted = pages(first)
    for share in (0.3, 0.7, 1):
        assert pages(first + timedelta(days=int(share * (days - 1)))) == wanted


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_shows_on_some_page_of_the_plan(pages, change):
    before, after = pages(change - timedelta(days=1)), pages(change)
    assert before.keys() == after.keys()
    assert any(before[name] != after[name] for name in before if name.startswith("anytown/"))


def test_page_says_what_became_of_a_date(pages):
    def says(text: str, today: date) -> list[str]:
        explained = (
            "anytown/legend/",
            "anytown/print/",
            "anytown/editions/2018-01-01/legend/",
        )  # where the words stand for themselves
        return [name for name, page in pages(today).items() if text in page.markdown and name not in explained]

    outcome, action, sub = "anytown/outcomes/o-1/", "anytown/actions/a-1-1/", "anytown/actions/a-1-3/"
    lists = ["anytown/actions/", "anytown/when/"]
    passed = "Date passed, nothing published since"
    assert says(passed, date(2019, 2, 14)) == []
    lists.insert(1, "anytown/who/")
    assert says(passed, date(2019, 2, 15)) == ["anytown/", outcome, action, sub, *lists]
    # The date that decides is the last; the others have passed, and no more is said.
    assert says("This date has passed.", date(2019, 4, 1)) == [outcome, action]


def test_no_page_says_which_day_it_was_built(pages):
    for page in pages(date(2033, 7, 19)).values():
        assert "2033" not in repr(page)
        assert "19 July" not in repr(page)


# Any plan


def public(data: dict[str, Any]) -> PublicPlan:
    return read_as(PublicPlan, as_tuples(data))


# What a page says of its own day alone, which moves with the day that it is asked for.
OWN_DAY = re.compile(r"Dates compared on \d+ \w+ \d{4}\.")


def pages_on(site: Site, plan: PublicPlan, on: date) -> dict[str, str]:
    """The plan's pages and the home page as at any day at all, less the sentence that names it."""
    unit = PlanUnit(site, plan, on)
    staged = (*unit.stage(), *HubUnit(site, (unit,), ()).stage())
    return {page.address: OWN_DAY.sub("", page.markdown) for page in staged}


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Site:
    source = read_source(write_council(tmp_path_factory.mktemp("any")))
    return site_units(source, date(2019, 1, 1))[0].site


# A duty without an end changes pages for as long as days can be written. Of more changes, so many are looked at.
MOST_CHANGES = 20


@given(data=st.data(), plan=plan_data().map(public))
def test_pages_of_any_plan_change_on_its_boundaries_and_on_no_other_day(hub, data, plan):
    days = boundaries(plan)
    assert list(days) == sorted(set(days))
    starts = [date(1899, 1, 1), *days]
    spans = list(pairwise([*starts, starts[-1] + timedelta(days=4000)]))
    if len(spans) > MOST_CHANGES:
        spans = data.draw(st.lists(st.sampled_from(spans), min_size=1, max_size=MOST_CHANGES))
    for start, end in spans:
        before = pages_on(hub, plan, start)
        within = start + timedelta(days=data.draw(st.integers(0, (end - start).days - 1)))
        assert pages_on(hub, plan, within) == before
        assert pages_on(hub, plan, end - timedelta(days=1)) == before
        if end in days:
            assert pages_on(hub, plan, end) != before


@given(plan=plan_data(closed=True).map(public), today=st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_closed_plan_never_changes(plan, today):
    assert boundaries(plan) == ()
    assert as_at(plan, today) == plan.closed.as_at
    assert next_update(plan) is None


def test_plan_in_trouble_has_a_boundary_for_each_thing_that_time_does():
    days = {str(day) for day in boundaries(public(trouble_plan()))}
    # Dates pass, a rating lapses, a duty falls due, and the next update is expected.
    assert {"2026-04-01", "2025-10-01", "2026-08-01", "2026-01-01"} <= days

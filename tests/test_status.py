"""Ratings are counted as declared, and pages change on the days that the plan names and on no other."""

from copy import deepcopy
from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import pytest

from generator.build import read_source, site_units
from generator.public import Missing, PublicPlan
from generator.status import (
    as_at,
    boundaries,
    counts,
    declared,
    each_action,
    is_rated,
    rated,
    readings,
    statuses,
    sub_actions,
    timescales,
    tone,
)
from generator.vocabulary import MissingKind, Tone
from tests.council import PLAN, write_council

RATED = {
    "rated": ["actions"],
    "outcomes": [
        {
            "id": "o-1",
            "title": "One",
            "actions": [
                {
                    "id": "a-1",
                    "title": "One",
                    "status": "green",
                    "sub_actions": [
                        {"id": "a-11", "title": "Below", "sub_actions": [{"id": "a-111", "title": "Further below"}]},
                        {"id": "a-12", "title": "Below"},
                    ],
                },
                {"id": "a-2", "title": "Two", "status": {"missing": "not-yet-rated"}},
                {"id": "a-3", "title": "Three", "status": "red"},
                {"id": "a-4", "title": "Four", "status": "green"},
            ],
        },
        {"id": "o-2", "title": "Two", "actions": [{"id": "a-5", "title": "Five"}]},
    ],
}


@pytest.fixture
def plan(make_plan) -> PublicPlan:
    return make_plan(RATED)


def labels(plan: PublicPlan, level, outcomes=None) -> list[tuple[str, int]]:
    found = counts(plan, level, plan.outcomes if outcomes is None else outcomes)
    return [(status.missing if isinstance(status, Missing) else status.id, count) for status, count in found]


# Counts


def test_counts_stand_in_the_legends_order_and_missing_ones_last(plan):
    assert labels(plan, "actions") == [("red", 1), ("green", 2), ("not-yet-rated", 2)]


def test_counts_of_one_outcome_are_its_own(plan):
    assert labels(plan, "actions", plan.outcomes[1:]) == [("not-yet-rated", 1)]
    assert labels(plan, "actions", ()) == []


def test_level_that_the_plan_does_not_rate_is_not_counted(plan):
    assert labels(plan, "sub-actions") == []
    assert labels(plan, "outcomes") == []
    assert [is_rated(plan, level) for level in ("outcomes", "actions", "sub-actions")] == [False, True, False]


@pytest.mark.parametrize(("level", "count"), [("outcomes", 2), ("actions", 5), ("sub-actions", 3)])
def test_every_thing_of_a_rated_level_is_counted_once(make_plan, level, count):
    plan = make_plan({**RATED, "rated": [level]})
    assert sum(found for _, found in counts(plan, level, plan.outcomes)) == count
    assert {entry.level for entry in rated(plan, plan.outcomes)} == {level}


def test_two_grounds_for_withholding_are_counted_apart(make_plan):
    def withheld(number: int, ground: str) -> dict:
        return {"id": f"a-{number}", "title": "x", "status": {"missing": "withheld", "ground": ground}}

    actions = [withheld(1, "Court case"), withheld(2, "Small numbers"), withheld(3, "Court case")]
    plan = make_plan({"outcomes": [{"id": "o-1", "title": "One", "actions": actions}]})
    found = counts(plan, "actions", plan.outcomes)
    assert [(status.ground, count) for status, count in found] == [("Court case", 2), ("Small numbers", 1)]


def test_sub_actions_are_found_at_every_depth_and_in_order(plan):
    actions = plan.outcomes[0].actions
    assert [action.id for action in sub_actions(actions)] == ["a-11", "a-111", "a-12"]
    assert [action.id for action in each_action(actions)][:5] == ["a-1", "a-11", "a-111", "a-12", "a-2"]


# What a rating is


def test_status_is_the_legends_own(plan):
    assert declared(plan, "red") is statuses(plan)[0]
    assert declared(plan, None) == Missing(missing="not-yet-rated")
    lost = Missing(missing="lost-in-conversion")
    assert declared(plan, lost) is lost


def test_plan_without_a_legend_has_no_statuses(make_plan):
    plan = make_plan({"status_scheme": None, "rated": [], "outcomes": []})
    assert statuses(plan) == ()
    assert counts(plan, "actions", plan.outcomes) == ()


@pytest.mark.parametrize("kind", get_args(MissingKind))
def test_missing_rating_is_never_shown_as_good_or_bad(kind):
    assert tone(Missing(missing=kind)) in ("not-rated", "withheld")
    assert (tone(Missing(missing=kind)) == "withheld") == (kind in ("withheld", "suppressed"))


@pytest.mark.parametrize("kind", get_args(Tone))
def test_tone_of_a_rating_is_the_legends(make_plan, kind):
    scheme = {"statuses": [{"id": "s", "label": "S", "meaning": "S", "tone": kind}]}
    plan = make_plan({"status_scheme": scheme, "outcomes": []})
    assert tone(declared(plan, "s")) == kind


# Days


def test_slip_is_read_as_what_was_meant(make_plan):
    plan = make_plan(timescales=[{"words": "Sept 2010", "read_as": "Sept 2020", "reading": "corrected"}])
    (timescale,) = timescales(plan.outcomes[0].actions[0])
    assert readings(timescale).end == date(2020, 9, 30)
    assert boundaries(plan) == (date(2020, 10, 1),)


def test_thing_that_says_why_it_has_no_timescale_has_none(make_plan):
    plan = make_plan(timescales={"missing": "withheld", "ground": "Court case"})
    assert timescales(plan.outcomes[0].actions[0]) == ()
    assert boundaries(plan) == ()


def test_boundaries_are_the_days_after_each_stated_period(make_plan):
    sub = {"id": "a-9", "title": "Below", "timescales": ["30 June 2019", "6 monthly", "TBC"]}
    plan = make_plan(timescales=["March 2019", "2020"], sub_actions=[sub, {**sub, "id": "a-10"}])
    assert boundaries(plan) == (date(2019, 4, 1), date(2019, 7, 1), date(2021, 1, 1))


def test_outcome_has_boundaries_too(make_plan):
    plan = make_plan({"outcomes": [{"id": "o-1", "title": "One", "timescales": ["May 2019"], "actions": []}]})
    assert boundaries(plan) == (date(2019, 6, 1),)


@pytest.mark.parametrize(
    ("stated", "today", "found"),
    [
        (None, "2019-03-31", None),
        (None, "2019-04-01", "2019-04-01"),
        (None, "2035-01-01", "2019-04-01"),
        ("2019-01-15", "2019-01-14", None),
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
    source = read_source(write_council(tmp_path_factory.mktemp("open"), open_plan))

    def on(today: date) -> dict[str, object]:
        return {page.address: page for unit in site_units(source, today) for page in unit.stage()}

    return on


CHANGES = [date(2019, 2, 1), date(2019, 2, 15), date(2019, 4, 1), date(2019, 6, 16), date(2020, 1, 1)]


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


def test_page_says_which_dates_have_passed(pages):
    def passed(today: date) -> list[str]:
        return [name for name, page in pages(today).items() if "This date has passed." in page.markdown]

    outcome, action = "anytown/outcomes/o-1/", "anytown/actions/a-1-1/"
    assert passed(date(2019, 2, 14)) == []
    assert passed(date(2019, 2, 15)) == [outcome, action, "anytown/actions/a-1-3/"]
    assert passed(date(2020, 1, 1)) == [outcome, action, "anytown/actions/a-1-2/", "anytown/actions/a-1-3/"]


def test_no_page_says_which_day_it_was_built(pages):
    for page in pages(date(2033, 7, 19)).values():
        assert "2033" not in repr(page)
        assert "19 July" not in repr(page)

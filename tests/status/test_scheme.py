"""Ratings are of the plan's own legend, and counted as declared where time has done nothing to them."""

from datetime import date
from typing import get_args

import pytest

from generator.plan.field_types import Missing
from generator.plan.model import PublicPlan
from generator.plan.vocabulary import MissingKind, Tone
from generator.status import (
    counts,
    declared,
    each_action,
    each_level,
    is_rated,
    rated,
    stand,
    statuses,
    sub_actions,
    tone,
)

TODAY = date(2019, 1, 1)

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
    return [
        (tally.status.missing if isinstance(tally.status, Missing) else tally.status.id, tally.count)
        for tally in counts(plan, level, plan.outcomes if outcomes is None else outcomes, stand(plan, TODAY))
    ]


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
    assert sum(found for _, found in labels(plan, level)) == count
    levels = {thing.id: found for thing, found, _ in each_level(plan)}
    assert {levels[thing.id] for thing in rated(plan)} == {level}


def test_two_grounds_for_withholding_are_counted_apart(make_plan):
    def withheld(number: int, ground: str) -> dict:
        return {"id": f"a-{number}", "title": "x", "status": {"missing": "withheld", "ground": ground}}

    actions = [withheld(1, "Court case"), withheld(2, "Small numbers"), withheld(3, "Court case")]
    plan = make_plan({"outcomes": [{"id": "o-1", "title": "One", "actions": actions}]})
    found = counts(plan, "actions", plan.outcomes, stand(plan, TODAY))
    assert [(tally.status.ground, tally.count) for tally in found] == [("Court case", 2), ("Small numbers", 1)]


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
    assert labels(plan, "actions") == []


@pytest.mark.parametrize("kind", get_args(MissingKind))
def test_missing_rating_is_never_shown_as_good_or_bad(kind):
    assert tone(Missing(missing=kind)) in ("not-rated", "withheld")
    assert (tone(Missing(missing=kind)) == "withheld") == (kind in ("withheld", "suppressed"))


@pytest.mark.parametrize("kind", get_args(Tone))
def test_tone_of_a_rating_is_the_legends(make_plan, kind):
    scheme = {"statuses": [{"id": "s", "label": "S", "meaning": "S", "tone": kind}]}
    plan = make_plan({"status_scheme": scheme, "outcomes": []})
    assert tone(declared(plan, "s")) == kind

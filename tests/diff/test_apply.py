"""Changes hold all that is new: made in the old plan, they give the new one, whatever was edited."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diff import BY_KIND, diff_facts, diff_plans
from generator.plan.field_types import Missing
from generator.plan.model import Action, Outcome, PublicPlan
from generator.plan.validators import read_as
from generator.status import facts_of
from tests.change_samples import DAY, SAMPLES, made
from tests.conftest import as_tuples
from tests.diff.apply import apply_changes
from tests.random_plan import plan_data


def random_plan(data: dict[str, Any]) -> PublicPlan:
    return read_as(PublicPlan, as_tuples(data))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.kind}: {sample.sentence}")
def test_changes_give_the_new_plan(sample):
    old, new = sample.old, sample.new
    assert apply_changes(old, sample.changes) == new
    assert apply_changes(new, diff_plans(new, old)) == old


@given(plan_data(), plan_data())
def test_changes_between_any_two_plans_give_the_new_one(first, second):
    old, new = random_plan(first), random_plan(second)
    found = diff_plans(old, new)
    assert apply_changes(old, found) == new
    assert bool(found) == (old != new)
    assert {change.kind for change in found} <= set(BY_KIND)
    assert diff_plans(old, new) == found


IDS = [f"a-{number}" for number in range(7)]


@st.composite
def trees(draw: st.DrawFn) -> PublicPlan:
    """A plan whose actions stand anywhere, each below any other; some are left out."""
    held: dict[str, list[str]] = {"o-1": [], "o-2": []}
    for name in draw(st.permutations(IDS)):
        if draw(st.integers(0, 4)):
            held[draw(st.sampled_from(sorted(held)))].append(name)
            held[name] = []

    def action(name: str) -> Action:
        measures: Any = draw(st.sampled_from([(), Missing(missing="not-stated")]))
        title = draw(st.sampled_from(["One", "Two"]))
        return Action(id=name, title=title, measures=measures, sub_actions=tuple(map(action, held[name])))

    outcomes = [
        Outcome(id=name, title=name, actions=tuple(map(action, held[name])))
        for name in draw(st.permutations(["o-1", "o-2"]))
    ]
    return PublicPlan(schema_version=1, id="p", title="P", publisher="C", outcomes=tuple(outcomes))


@given(trees(), trees())
def test_actions_that_move_anywhere_are_found_again(old, new):
    found = diff_plans(old, new)
    assert apply_changes(old, found) == new
    gone = {thing.id for change in found if change.kind == "removed" for thing in (change.thing, *change.others)}
    come = {thing.id for change in found if change.kind == "added" for thing in (change.thing, *change.others)}
    assert gone == ids(old) - ids(new)
    assert come == ids(new) - ids(old)
    told = [change.thing.key for change in found if change.kind in ("added", "removed", "moved")]
    assert len(told) == len(set(told))


def ids(plan: PublicPlan) -> set[str]:
    def below(actions: tuple[Action, ...]) -> set[str]:
        return {action.id for action in actions}.union(*(below(action.sub_actions) for action in actions))

    return set().union(*(below(outcome.actions) for outcome in plan.outcomes))


@given(st.permutations(range(6)), st.permutations(range(5)))
def test_another_order_is_moves_and_nothing_else(actions, bodies):
    named = tuple(Action(id=f"a-{number}", title=f"Work {number}") for number in range(6))
    plan = made({})
    outcome = replace(plan.outcomes[0], key_issues=(), actions=named, evidence=tuple(f"e-{n}" for n in range(5)))
    old = replace(plan, outcomes=(outcome,))
    turned = replace(
        outcome, actions=tuple(named[place] for place in actions), evidence=tuple(f"e-{place}" for place in bodies)
    )
    found = diff_plans(old, replace(plan, outcomes=(turned,)))
    assert {change.kind for change in found} <= {"moved"}
    assert len(found) == (6 - longest(actions)) + (5 - longest(bodies))


def longest(places: list[int]) -> int:
    """The length of the longest rising part, by trying all."""
    best = [1] * len(places)
    for place in range(len(places)):
        best[place] = 1 + max((best[before] for before in range(place) if places[before] < places[place]), default=0)
    return max(best)


def test_what_time_did_changes_no_plan():
    (sample,) = (sample for sample in SAMPLES if sample.kind == "lapsed")
    assert apply_changes(sample.old, sample.changes) == sample.old
    facts = facts_of(sample.old, DAY)
    assert diff_facts(facts, facts, sample.old, sample.old) == ()

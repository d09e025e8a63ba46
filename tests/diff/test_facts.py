"""What time did between two editions: ratings that lapsed, and ratings that the plan's rule gives otherwise."""

from dataclasses import replace
from datetime import date

from generator.diff import diff_facts
from generator.pages.view import PlanView, update_between
from generator.public import PublicPlan
from generator.status import facts_of
from generator.wording import Words
from tests.change_samples import ACTION, made

BEFORE, AFTER = date(2018, 10, 1), date(2019, 4, 1)
RULE = {"complete": "blue", "past_due": "red", "due_soon": "amber", "in_time": "green", "window_days": "10"}


def found(old: PublicPlan, new: PublicPlan) -> list[tuple[str, str]]:
    changes = diff_facts(facts_of(old, BEFORE), facts_of(new, AFTER), new)
    return [(change.kind, change.thing.id) for change in changes]


def test_rating_that_held_has_lapsed():
    green = made({f"{ACTION}.status": "green"})
    assert found(green, green) == [("lapsed", "a-1")]
    (change,) = diff_facts(facts_of(green, BEFORE), facts_of(green, AFTER), green)
    assert (change.operation, change.old.label, str(change.new_day)) == ("fact", "Green", "2019-03-01")


def test_rating_of_an_action_with_another_id_has_lapsed():
    green, other = ({f"{ACTION}.id": name, f"{ACTION}.status": "green"} for name in ("a-1", "a-9"))
    before, after = PlanView(made(green), Words(), BEFORE), PlanView(made(other), Words(), AFTER)
    assert ("lapsed", "a-9") in [(change.kind, change.thing.id) for change in update_between(before, after).changes]


def test_rating_that_had_lapsed_before_is_not_told_again():
    green = made({f"{ACTION}.status": "green"})
    facts = facts_of(green, AFTER)
    assert diff_facts(facts, facts_of(green, date(2019, 9, 1)), green) == ()


def test_rating_that_was_reviewed_has_not_lapsed():
    review = {"date": "2019-03-30", "by": "nhs", "result": "confirmed"}
    old = made({f"{ACTION}.status": "green"})
    assert found(old, made({f"{ACTION}.status": "green", f"{ACTION}.review.reviews.1": review})) == []


def test_rating_that_another_took_the_place_of_has_not_lapsed():
    assert found(made({f"{ACTION}.status": "green"}), made({f"{ACTION}.status": "red"})) == []


def test_rating_by_the_rule_is_told_where_the_owner_declares_none():
    edits = {"status_scheme.computed": RULE, f"{ACTION}.status": None, "as_at": "2019-05-02"}
    plan = made(edits)
    changes = diff_facts(facts_of(plan, date(2019, 4, 1)), facts_of(plan, date(2019, 5, 2)), plan)
    assert [(change.kind, change.field, change.thing.id) for change in changes] == [("rating-worse", "computed", "a-1")]


def test_order_is_that_of_the_plan_whatever_the_order_of_facts():
    plan = made({f"{ACTION}.status": "green", "outcomes.0.actions.2.status": "green"})
    old, new = facts_of(plan, BEFORE), facts_of(plan, AFTER)
    turned = replace(new, standings=dict(reversed(new.standings.items())))
    expected = diff_facts(old, new, plan)
    assert [change.thing.id for change in expected] == ["a-1", "a-3"]
    assert diff_facts(old, turned, plan) == expected

"""What time did between two editions: ratings that lapsed, and ratings that the plan's rule gives otherwise."""

from dataclasses import replace
from datetime import date

import pytest

from generator.diff import diff_facts
from generator.plan.model import PublicPlan
from generator.status import facts_of
from generator.wording import Words
from generator.words.changes import change_sentence
from generator.words.view import PlanView, Update
from tests.change_samples import ACTION, GONE, made

BEFORE, AFTER = date(2018, 10, 1), date(2019, 4, 1)
RULE = {"complete": "blue", "past_due": "red", "due_soon": "amber", "in_time": "green", "window_days": "10"}


def found(old: PublicPlan, new: PublicPlan) -> list[tuple[str, str]]:
    changes = diff_facts(facts_of(old, BEFORE), facts_of(new, AFTER), old, new)
    return [(change.kind, change.thing.id) for change in changes]


def test_rating_that_held_has_lapsed():
    green = made({f"{ACTION}.status": "green"})
    assert found(green, green) == [("lapsed", "a-1")]
    (change,) = diff_facts(facts_of(green, BEFORE), facts_of(green, AFTER), green, green)
    assert (change.operation, change.old.label, str(change.new_day)) == ("fact", "Green", "2019-03-01")


def test_rating_of_an_action_with_another_id_has_lapsed():
    green, other = ({f"{ACTION}.id": name, f"{ACTION}.status": "green"} for name in ("a-1", "a-9"))
    before, after = PlanView(made(green), Words(), BEFORE), PlanView(made(other), Words(), AFTER)
    assert ("lapsed", "a-9") in [(change.kind, change.thing.id) for change in Update(before, after).changes]


def test_it_is_the_new_rating_that_no_longer_holds():
    red, green = (made({f"{ACTION}.status": name}) for name in ("red", "green"))
    changes = diff_facts(facts_of(red, BEFORE), facts_of(green, AFTER), red, green)
    assert [change.old.label for change in changes if change.kind == "lapsed"] == ["Green"]


def test_rating_that_had_lapsed_before_is_not_told_again():
    green = made({f"{ACTION}.status": "green"})
    facts = facts_of(green, AFTER)
    assert diff_facts(facts, facts_of(green, date(2019, 9, 1)), green, green) == ()


def test_rating_that_was_reviewed_has_not_lapsed():
    review = {"date": "2019-03-30", "by": "nhs", "result": "confirmed"}
    old = made({f"{ACTION}.status": "green"})
    assert found(old, made({f"{ACTION}.status": "green", f"{ACTION}.review.reviews.1": review})) == []


def test_rating_that_another_took_the_place_of_has_not_lapsed():
    assert found(made({f"{ACTION}.status": "green"}), made({f"{ACTION}.status": "red"})) == []


def test_rating_by_the_rule_is_told_where_the_owner_declares_none():
    edits = {"status_scheme.computed": RULE, f"{ACTION}.status": GONE, "as_at": "2019-05-02"}
    plan = made(edits)
    changes = diff_facts(facts_of(plan, date(2019, 4, 1)), facts_of(plan, date(2019, 5, 2)), plan, plan)
    assert [(change.kind, change.field, change.thing.id) for change in changes] == [("rating-worse", "computed", "a-1")]


def test_order_is_that_of_the_plan_whatever_the_order_of_facts():
    plan = made({f"{ACTION}.status": "green", "outcomes.0.actions.2.status": "green"})
    old, new = facts_of(plan, BEFORE), facts_of(plan, AFTER)
    turned = replace(new, standings=dict(reversed(new.standings.items())))
    expected = diff_facts(old, new, plan, plan)
    assert [change.thing.id for change in expected] == ["a-1", "a-3"]
    assert diff_facts(old, turned, plan, plan) == expected


WITHIN = "Within 3 months of the inspection"
SOON = f"{WITHIN} (by 1 August 2018)"
COUNTED = {"timescales": [{"words": WITHIN, "event": "e-1"}]}


@pytest.mark.parametrize(
    ("day", "kind", "new_day", "said"),
    [
        ({"date": "2018-11-01"}, "date-later", "2019-02-01", f"1.1: was {SOON}, now {WITHIN} (by 1 February 2019)"),
        ({"date": "2018-03-01"}, "date-earlier", "2018-06-01", f"1.1: was {SOON}, now {WITHIN} (by 1 June 2018)"),
        ({}, "date-removed", "None", f"1.1: was {SOON}, now without a date ({WITHIN} (within 3 months))"),
    ],
)
def test_date_that_is_counted_from_a_day_moves_with_it(day, kind, new_day, said):
    event = {"id": "e-1", "name": "The inspection"}
    edits = {f"{ACTION}.{name}": value for name, value in COUNTED.items()}
    old, new = (made({**edits, "events": [{**event, **when}]}) for when in ({"date": "2018-05-01"}, day))
    changes = diff_facts(facts_of(old, BEFORE), facts_of(new, BEFORE), old, new)
    (change,) = (one for one in changes if one.field == "timescales")
    assert (change.kind, change.operation, change.thing.id) == (kind, "fact", "a-1")
    assert (str(change.old_day), str(change.new_day)) == ("2018-08-01", new_day)
    compared = Update(PlanView(old, Words(), BEFORE), PlanView(new, Words(), BEFORE))
    assert change_sentence(compared, change) == said


def test_date_that_is_read_otherwise_without_a_move_of_its_day_is_no_news():
    event = {"id": "e-1", "name": "The inspection", "date": "2018-05-01"}
    plan = made({f"{ACTION}.timescales": COUNTED["timescales"], "events": [event]})
    facts = facts_of(plan, BEFORE)
    unread = replace(facts, times=tuple(replace(item, reading=replace(item.reading, parts=())) for item in facts.times))
    assert diff_facts(unread, facts, plan, plan) == ()

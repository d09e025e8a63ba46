"""What a reader is told of: not what the officer accepted of the checks, and not that ids are others."""

import pytest

from generator.diff import diff_plans, other_ids, visible_changes
from generator.diff.identity import REFERENCES
from generator.plan.field_types import Ref, described_fields, holds, types_within
from generator.plan.model import ComputedRule, MatrixCell, PublicPlan
from tests.change_samples import ACTION, BASE, GONE, made
from tests.diff.apply import apply_changes

ACTIONS = BASE["outcomes"][0]["actions"]
ACCEPTED = BASE["accepted"][0]
PAIR = (("a-3", "1.3"), ("a-5", "1.5"))


def told_between(old: PublicPlan, new: PublicPlan) -> list[tuple[str, str]]:
    found = diff_plans(old, new)
    assert apply_changes(old, found) == new
    return [(change.kind, change.thing.id) for change in visible_changes(found, old, new, other_ids(old, new))]


@pytest.mark.parametrize(
    "accepted",
    [
        [],
        [{**ACCEPTED, "reason": "Known and left"}],
        [{**ACCEPTED, "id": "a-1"}],
        [{**ACCEPTED, "code": "bodies-unused"}, ACCEPTED],
        [ACCEPTED, {**ACCEPTED, "id": "a-1"}],
    ],
)
def test_what_was_accepted_is_a_change_and_no_news(accepted):
    old, new = made({}), made({"accepted": accepted})
    assert diff_plans(old, new)
    assert told_between(old, new) == told_between(new, old) == []


def test_another_order_of_what_was_accepted_is_no_news():
    others = [ACCEPTED, {**ACCEPTED, "id": "a-1"}]
    old, new = made({"accepted": others}), made({"accepted": others[::-1]})
    assert [change.kind for change in diff_plans(old, new)] == ["moved"]
    assert told_between(old, new) == []


def test_day_of_the_plan_is_no_news_and_that_of_other_things_is():
    new = made({"as_at": "2019-03-29", "events.0.date": "2018-06-01"})
    assert told_between(made({}), new) == [("event", "start")]


def test_what_stands_below_an_action_with_another_id_has_not_moved():
    old, new = made({}), made({"outcomes.0.actions.2.id": "a-9"})
    assert other_ids(old, new) == {"a-3": "a-9"}
    assert told_between(old, new) == [("removed", "a-3"), ("added", "a-9")]


def test_what_names_an_action_with_another_id_says_the_same():
    new = made({f"{ACTION}.id": "a-9", "outcomes.0.key_issues.0.actions": ["a-9"]})
    assert told_between(made({}), new) == [("removed", "a-1"), ("added", "a-9")]
    leads = made({"bodies.0.id": "anytown-council", f"{ACTION}.leads": ["anytown-council"]})
    assert told_between(made({}), leads) == [("removed", "council"), ("added", "anytown-council")]


def test_what_changed_below_an_action_with_another_id_is_told():
    subs = [{"id": "a-32", "title": "Begin"}, {**ACTIONS[2]["sub_actions"][0], "progress": "10"}]
    new = made({"outcomes.0.actions.2.id": "a-9", "outcomes.0.actions.2.sub_actions": subs})
    assert told_between(made({}), new) == [("removed", "a-3"), ("added", "a-9"), ("progress-changed", "a-31")]


def test_action_with_another_id_hides_neither_its_outcome_nor_its_changes():
    action = {**ACTIONS[2], "id": "a-9", "status": "amber", "timescales": ["March 2021"], "leads": ["nhs"]}
    new = made({"outcomes.1.actions.1": action, "outcomes.0.actions.2": GONE})
    assert told_between(made({}), new) == [
        ("removed", "a-3"),
        ("added", "a-9"),
        ("moved", "a-9"),
        ("lead-added", "a-9"),
        ("date-later", "a-9"),
        ("rating-better", "a-9"),
    ]


def test_action_that_moves_with_its_outcome_to_other_ids_has_not_moved():
    new = made({"outcomes.0.id": "o-9", "outcomes.0.actions.2.id": "a-9", "printed_summary.rows.0.outcome": "o-9"})
    assert {kind for kind, _ in told_between(made({}), new)} == {"removed", "added"}


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ({f"{ACTION}.title": "council"}, {f"{ACTION}.title": "anytown"}, "wording"),
        ({f"{ACTION}.leads": [{"role": "council"}]}, {f"{ACTION}.leads": [{"role": "anytown"}]}, "lead-changed"),
        (
            {f"{ACTION}.related": [{"plan": "other", "action": "council"}]},
            {f"{ACTION}.related": [{"plan": "other", "action": "anytown"}]},
            "relation",
        ),
    ],
)
def test_text_that_is_an_id_by_chance_is_told(before, after, kind):
    old = made({f"{ACTION}.leads": [], **before})
    found = told_between(old, made({f"{ACTION}.leads": [], **after, "bodies.0.id": "anytown"}))
    assert (kind, "a-1") in found


def test_id_that_a_thing_of_another_kind_has_too_is_not_taken_for_it():
    old = made({"bodies.0.id": "start"})
    assert other_ids(old, made({"bodies.0.id": "anytown"})) == {}
    assert other_ids(made({"bodies.0.id": "anytown"}), old) == {}


def test_every_field_that_holds_the_id_of_a_thing_is_known():
    for kind in types_within(PublicPlan):
        for field in described_fields(kind):
            is_rating = kind in (ComputedRule, MatrixCell) or field.name == "status"
            if holds(field.hint, Ref) and not is_rating:
                assert field.name in REFERENCES[kind], (kind, field.name)


def test_action_with_another_id_and_another_title_is_another():
    old, new = made({}), made({"outcomes.0.actions.2": {**ACTIONS[2], "id": "a-9", "title": "Train everybody"}})
    assert other_ids(old, new) == {}
    assert ("moved", "a-31") in told_between(old, new)


def test_action_that_moved_to_another_id_and_number_hides_no_change():
    action = {**ACTIONS[2], "id": "a-9", "number": "2.2", "timescales": ["March 2021"]}
    old, new = made({}), made({"outcomes.1.actions.1": action, "outcomes.0.actions.2": GONE})
    assert other_ids(old, new) == {"a-3": "a-9"}
    assert told_between(old, new) == [
        ("removed", "a-3"),
        ("added", "a-9"),
        ("moved", "a-9"),
        ("renumbered", "a-9"),
        ("date-later", "a-9"),
    ]


def test_number_decides_first_and_a_title_that_two_have_does_not():
    one, two = ({**ACTIONS[2], "id": name, "number": number, "sub_actions": []} for name, number in PAIR)
    old = made({"outcomes.0.actions.2": one, "outcomes.0.actions.3": two})
    places = "outcomes.0.actions.2", "outcomes.0.actions.3"
    new = ({**one, "id": "a-8"}, {**two, "id": "a-9", "number": "1.9"})
    assert other_ids(old, made(dict(zip(places, new, strict=True)))) == {"a-3": "a-8", "a-5": "a-9"}
    new = ({**one, "id": "a-8", "number": "1.8"}, {**two, "id": "a-9", "number": "1.9"})
    assert other_ids(old, made(dict(zip(places, new, strict=True)))) == {}


def test_two_of_one_name_are_not_taken_for_each_other():
    double = {"outcomes.0.actions.1": {**ACTIONS[2], "id": "a-8", "sub_actions": []}}
    assert other_ids(made(double), made({"outcomes.0.actions.2.id": "a-9", "outcomes.0.actions.1": GONE})) == {}

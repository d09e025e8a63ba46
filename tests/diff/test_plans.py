"""What differs between two editions: each kind by example, in one order, and nothing for the same plan."""

from dataclasses import replace

import pytest

from generator.diff import BY_KIND, diff_plans
from generator.plan.model import PublicPlan
from tests.change_samples import ACTION, BASE, GONE, SAMPLES, made


def kinds(old: PublicPlan, new: PublicPlan) -> list[str]:
    return [change.kind for change in diff_plans(old, new)]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.kind}: {sample.sentence}")
def test_edit_is_one_change_of_its_kind(sample):
    assert [change.kind for change in sample.changes] == [sample.kind]


def test_every_kind_has_a_sample():
    assert {sample.kind for sample in SAMPLES} == set(BY_KIND)


def test_same_plan_has_no_changes():
    assert diff_plans(made({}), made({})) == ()


def test_other_number_and_the_same_id_is_the_same_action():
    assert kinds(made({}), made({f"{ACTION}.number": "9.9"})) == ["renumbered"]


def test_other_id_is_another_action():
    old, new = made({}), made({"outcomes.1.actions.0.id": "a-9"})
    found = diff_plans(old, new)
    assert [(change.kind, change.thing.id) for change in found] == [("removed", "a-4"), ("added", "a-9")]


def test_removed_action_takes_all_below_it_that_stays_nowhere():
    sub = BASE["outcomes"][0]["actions"][2]["sub_actions"][0]
    old = made({})
    (gone,) = diff_plans(old, made({"outcomes.0.actions.2": GONE}))
    assert [other.id for other in gone.others] == ["a-31"]
    found = diff_plans(old, made({"outcomes.0.actions.2": sub}))
    assert [(change.kind, change.thing.id, len(change.others)) for change in found] == [
        ("removed", "a-3", 0),
        ("moved", "a-31", 0),
    ]


def test_action_moved_to_another_parent_says_from_where_and_to_where():
    sub = BASE["outcomes"][0]["actions"][2]["sub_actions"][0]
    new = made({"outcomes.0.actions.2.sub_actions": [], f"{ACTION}.sub_actions": [{**sub, "number": "1.11"}]})
    found = diff_plans(made({}), new)
    assert [change.kind for change in found] == ["moved", "renumbered"]
    assert (found[0].source.id, found[0].target.id) == ("a-3", "a-1")


def test_action_moved_into_one_that_is_new_is_not_told_as_new():
    actions = BASE["outcomes"][0]["actions"]
    new = made({"outcomes.0.actions.2": {"id": "a-9", "title": "Over it", "sub_actions": [actions[2]]}})
    found = diff_plans(made({}), new)
    assert [(change.kind, change.thing.id) for change in found] == [("added", "a-9"), ("moved", "a-3")]
    assert found[0].new.sub_actions == ()


def test_parent_and_child_that_change_places_have_moved():
    child = {"id": "a-31", "number": "1.31", "title": "Train nurses"}
    parent = BASE["outcomes"][0]["actions"][2]
    above = {**child, "sub_actions": [{key: parent[key] for key in parent if key != "sub_actions"}]}
    found = diff_plans(made({}), made({"outcomes.0.actions.2": above}))
    assert sorted((change.kind, change.thing.id) for change in found) == [("moved", "a-3"), ("moved", "a-31")]


def test_fewest_actions_have_moved():
    first, second, third = BASE["outcomes"][0]["actions"]
    found = diff_plans(made({}), made({"outcomes.0.actions": [third, first, second]}))
    assert [(change.kind, change.thing.id, change.old_index, change.new_index) for change in found] == [
        ("moved", "a-3", 2, 0)
    ]


def test_changes_stand_in_the_order_of_the_plan_and_what_is_gone_before_what_came():
    new = made(
        {
            "title": "Other plan",
            "risks": [],
            f"{ACTION}.title": "Ask all",
            "outcomes.0.actions.1": {"id": "a-9", "title": "New"},
            "outcomes.1.title": "Safe",
        }
    )
    assert [(change.kind, change.thing.id) for change in diff_plans(made({}), new)] == [
        ("wording", ""),
        ("removed", "a-2"),
        ("wording", "a-1"),
        ("added", "a-9"),
        ("wording", "o-2"),
        ("removed", "r-1"),
    ]


def test_note_is_known_by_its_day_and_its_place_in_it():
    notes = [{"date": "2018-09-01", "text": text} for text in ("The group met.", "A letter went out.")]
    old = made({f"{ACTION}.notes": notes})
    assert kinds(old, made({f"{ACTION}.notes": notes[1:]})) == ["note-removed"]
    other_day = {"date": "2018-10-01", "text": "All is said."}
    assert kinds(old, made({f"{ACTION}.notes": [notes[0], other_day]})) == ["note-removed", "note-added"]
    reworded = {"date": "2018-09-01", "text": "A letter was sent."}
    (change,) = diff_plans(old, made({f"{ACTION}.notes": [notes[0], reworded]}))
    assert (change.kind, change.old.text, change.new.text) == ("note-reworded", notes[1]["text"], reworded["text"])


def test_date_keeps_both_wordings_and_both_days():
    (change,) = diff_plans(made({}), made({f"{ACTION}.timescales.0.words": "September 2019"}))
    assert (change.old.words, change.new.words) == ("April 2019", "September 2019")
    assert (str(change.old_day), str(change.new_day)) == ("2019-04-30", "2019-09-30")


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ({"words": "April 2019"}, {"words": "April 2019", "role": "reported"}, "date-removed"),
        ({"words": "April 2019", "role": "reported"}, {"words": "April 2019"}, "date-given"),
        ({"words": "Sept 2010"}, {"words": "Sept 2010", "read_as": "Sept 2020"}, "date-later"),
        ({"words": "April 2019"}, {"words": "April 2019", "role": "target"}, "timescale-changed"),
        (
            {"words": "within three months"},
            {"words": "within three months", "event": "start"},
            "date-given",
        ),
    ],
)
def test_date_is_what_the_words_are_read_as(old, new, kind):
    assert kinds(made({f"{ACTION}.timescales": [old]}), made({f"{ACTION}.timescales": [new]})) == [kind]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ({"direction": "down"}, {"targets": [{"value": "95"}]}, "target-lowered"),
        ({"direction": "down"}, {"targets": [{"value": "80"}]}, "target-raised"),
        ({"direction": "keep"}, {"targets": [{"value": "80"}]}, "target-changed"),
        ({}, {"targets": [{"value": "90", "kind": "aspirational"}]}, "target-lowered"),
        ({}, {"targets": [{"value": {"missing": "suppressed"}}]}, "target-removed"),
        ({}, {"targets": [{"value": "90", "by": "June 2019"}]}, "date-given"),
    ],
)
def test_target_is_lowered_where_it_asks_for_less(old, new, kind):
    measure = {**BASE["outcomes"][0]["actions"][0]["measures"][0], **old}
    before, after = (made({f"{ACTION}.measures": [{**measure, **more}]}) for more in ({}, new))
    assert kinds(before, after) == [kind]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ({"every": "6 months"}, {}, "review-interval-reworded"),  # the legend asks for the same
        ({"every": "a month"}, {}, "review-interval-longer"),
        ({}, {"every": "a month"}, "review-interval-shorter"),
        ({"every": "12 months"}, {"every": "a year"}, "review-interval-reworded"),
        ({"every": "6 months"}, {"every": "now and then"}, "review-interval-longer"),
    ],
)
def test_interval_is_the_one_that_counts(old, new, kind):
    reviews = {"since": "2018-01-01"}
    before, after = (made({f"{ACTION}.review": {**reviews, **more}}) for more in (old, new))
    assert kinds(before, after) == [kind]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (None, {"since": "2018-01-01"}, "review-changed"),
        (None, {"reviews": [{"date": "2018-01-01", "by": "nhs", "result": "changed"}]}, "review-added"),
        (None, {"every": "a month"}, "review-interval-shorter"),
        ({"every": "a month", "reviews": [{"date": "2018-01-01", "by": "nhs", "result": "changed"}]}, None,
         "review-interval-longer"),
        ({"reviews": [{"date": "2018-01-01", "by": "nhs", "result": "changed"}]}, None, "review-removed"),
    ],
)  # fmt: skip
def test_rule_for_reviews_that_comes_or_goes_whole_is_one_change(old, new, found):
    before, after = (made({f"{ACTION}.review": value if value else GONE}) for value in (old, new))
    assert kinds(before, after) == [found]


def test_id_that_stands_twice_loses_nothing():
    plan = made({})
    first, *others = plan.outcomes
    twice = replace(first, actions=(*first.actions, replace(first.actions[1], title="Its double")))
    old, new = replace(plan, outcomes=(twice, *others)), plan
    assert [(change.kind, change.thing.title) for change in diff_plans(old, new)] == [("removed", "Its double")]

"""An update is not minor that changes a rating, a date or a lead, takes out what is kept, or asks for less."""

import pytest

from generator.diff import diff_plans, weighty
from tests.change_samples import ACTION, BASE, GONE, MEASURE, REVIEW, SAMPLES, made

# Of each kind whether its samples weigh.
HEAVY = {
    *("removed", "rating-better", "rating-worse", "rating-changed", "lapsed"),
    *("date-later", "date-earlier", "date-removed", "date-given", "timescale-added", "timescale-removed"),
    *("lead-added", "lead-changed", "lead-removed", "target-lowered", "target-removed", "target-changed"),
    *("note-removed", "review-interval-longer", "evidence", "event", "legend", "revision-removed"),
}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.kind}: {sample.sentence}")
def test_heavy_kinds_weigh_and_others_do_not(sample):
    assert bool(weighty(sample.changes)) == (sample.kind in HEAVY)


@pytest.mark.parametrize(
    ("edits", "is_weighty"),
    [
        ({"outcomes.1": GONE}, True),
        ({f"{ACTION}.measures": []}, True),
        ({"evidence": []}, True),
        ({"findings": []}, True),
        ({"risks": []}, False),
        ({"outcomes.0.key_issues": []}, False),
        ({f"{ACTION}.evidence": []}, True),
        ({f"{ACTION}.answers": ["f-1"]}, False),
        ({f"{ACTION}.notes.0.text": {"missing": "withheld", "ground": "It names a child"}}, True),
        ({f"{REVIEW}": GONE}, False),  # the legend asks for the same
        ({f"{REVIEW}": GONE, "status_scheme.review_every": GONE}, True),
        ({f"{MEASURE}.targets.0": {"value": "90", "reviewed_on": "June 2019"}}, False),
        ({"events.0.name": "The visit"}, False),
        ({"outcomes.1.timescales": ["May 2019"]}, True),
        ({"outcomes.1.title": "Safe"}, False),
    ],
)
def test_what_weighs(edits, is_weighty):
    assert bool(weighty(diff_plans(made({}), made(edits)))) == is_weighty


def test_action_that_goes_with_a_key_issue_weighs():
    assert not weighty(diff_plans(made({}), made({"outcomes.0.key_issues": []})))
    found = weighty(diff_plans(made({}), made({"outcomes.0.actions": BASE["outcomes"][0]["actions"][:2]})))
    assert [(change.kind, change.thing.id) for change in found] == [("removed", "a-3")]


def test_moved_and_reworded_plan_is_minor():
    actions = BASE["outcomes"][0]["actions"]
    new = made({"outcomes.0.actions": [actions[1], actions[0], actions[2]], "title": "Other"})
    found = diff_plans(made({}), new)
    assert len(found) == 2
    assert weighty(found) == ()

"""An update is not minor that changes a rating, a date or a lead, takes out what is kept, or asks for less."""

import pytest

from generator.diff import Change, diff_plans, significant_changes
from generator.plan.model import PublicPlan
from tests.change_samples import ACTION, BASE, GONE, MEASURE, OCCURRENCE, REVIEW, SAMPLES, made

# Of each kind whether its samples weigh.
HEAVY = {
    *("removed", "rating-better", "rating-worse", "rating-changed", "lapsed"),
    *("date-later", "date-earlier", "date-removed", "date-given", "timescale-added", "timescale-removed"),
    *("lead-added", "lead-changed", "lead-removed", "target-lowered", "target-removed", "target-changed"),
    *("note-removed", "review-interval-longer", "evidence", "event", "legend", "revision-removed"),
    *("figure-removed", "occurrence-removed", "review-removed"),
}


# Rhythms that become slower, and samples of kinds of which others do not weigh.
HEAVY_SENTENCES = {"1.2: was “6 monthly”, now “annually”"}


def weighty_between(old: PublicPlan, new: PublicPlan) -> tuple[Change, ...]:
    return significant_changes(diff_plans(old, new), old, new)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.kind}: {sample.sentence}")
def test_heavy_kinds_weigh_and_others_do_not(sample):
    is_heavy = sample.kind in HEAVY or sample.sentence in HEAVY_SENTENCES
    assert bool(significant_changes(sample.changes, sample.old, sample.new)) == is_heavy


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
        ({f"{ACTION}.notes.0.text": "Nothing"}, True),
        ({f"{ACTION}.notes.0.text": "The group met and agreed what to ask next."}, False),
        ({f"{ACTION}.notes.0.kind": "evidence"}, False),
        ({"evidence.0.title": "-"}, True),
        ({"evidence.0.title": "Audit of case files"}, False),
        ({"evidence.0.shows": "What was done"}, False),
        ({f"{REVIEW}": GONE}, True),
        ({f"{REVIEW}.reviews": []}, True),
        ({f"{REVIEW}": GONE, "status_scheme.review_every": GONE}, True),
        ({f"{MEASURE}.targets.0": {"value": "90", "reviewed_on": "June 2019"}}, False),
        ({"events.0.name": "The visit"}, False),
        ({"outcomes.1.timescales": ["May 2019"]}, True),
        ({"outcomes.1.title": "Safe"}, False),
        ({"reports": []}, True),
        ({f"{MEASURE}.observations.0.value": {"missing": "suppressed"}}, True),
        ({f"{MEASURE}.observations.0.value": "71"}, False),
        ({"printed_summary.rows.0.cells.1": GONE}, True),
        ({"printed_summary.rows.0.cells.1.count": {"missing": "suppressed"}}, True),
        ({"printed_summary": GONE}, True),
        ({"bodies.0.name": "The council"}, True),
        ({"bodies.1.name": "The NHS"}, False),  # it leads nothing
        ({"bodies.0.id": "anytown-council", f"{ACTION}.leads": ["anytown-council"]}, True),
    ],
)
def test_what_weighs(edits, is_weighty):
    assert bool(weighty_between(made({}), made(edits))) == is_weighty


@pytest.mark.parametrize(
    ("old", "new", "is_weighty"),
    [
        ("missed", "kept", True),
        ("kept", "missed", True),
        ("missed", "not-yet", True),
        ("late", "kept", True),
        ("not-yet", "kept", False),
        ("not-stated", "missed", False),
    ],
)
def test_what_was_stated_of_a_report_is_not_changed_in_a_minor_edition(old, new, is_weighty):
    before, after = (made({f"{OCCURRENCE}.state": state}) for state in (old, new))
    assert bool(weighty_between(before, after)) == is_weighty


def test_note_that_goes_while_another_of_its_day_comes_weighs():
    first, second, third = ({"date": "2018-09-01", "text": text} for text in ("Who asks is agreed.", "We met.", "Nil"))
    before, after = (made({f"{ACTION}.notes": notes}) for notes in ([first, second], [second, third]))
    assert [change.kind for change in weighty_between(before, after)] == ["note-reworded"]


def test_what_evidence_shows_is_not_taken_out_in_a_minor_edition():
    before = made({"evidence.0.shows": "What was done"})
    assert weighty_between(before, made({}))
    assert weighty_between(before, made({"evidence.0.shows": "-"}))


FILE = {"kind": "counts", "id": "f-2", "title": "Files read", "n": "30"}
COUNTS = [{"indicator": "1.1", "title": "Plans", "counts": [{"grade": "good", "count": "20"}]}]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"counts": COUNTS}, {}),
        ({"counts": COUNTS}, {"counts": [{**COUNTS[0], "counts": []}]}),
        ({"grades": [{"indicator": "1.1", "grade": "good"}]}, {}),
    ],
)
def test_figures_of_a_finding_that_are_gone_weigh(old, new):
    before, after = (made({"findings.1": {**FILE, **more}}) for more in (old, new))
    assert weighty_between(before, after)
    assert not weighty_between(after, before)


RHYTHMS = [
    ("3 months", "6 months", True),
    ("6 months", "3 months", False),
    ("6 months", "half-yearly", False),
    ("6 months", None, True),
    (None, "6 months", False),
    ("at each meeting", "at some meetings", True),  # nobody can tell
    ("6 months", "now and then", True),
]


@pytest.mark.parametrize(("old", "new", "is_weighty"), RHYTHMS)
@pytest.mark.parametrize("field", ["update_every", "reports.0.how_often", "governance.how_often"])
def test_duty_that_comes_less_often_weighs(field, old, new, is_weighty):
    before, after = (
        made({"governance": {"text": "We look"}, field: GONE if value is None else value}) for value in (old, new)
    )
    assert bool(weighty_between(before, after)) == is_weighty


@pytest.mark.parametrize(
    ("old", "new", "is_weighty"),
    [
        ("6 monthly", "annually", True),
        ("6 monthly", "twice a year", False),
        ("annually", "6 monthly", False),
        ("quarterly and annually", "quarterly", True),
        ("June 2019, then annually", "June 2019", True),
    ],
)
def test_time_that_comes_less_often_weighs(old, new, is_weighty):
    before, after = (made({"outcomes.0.actions.1.timescales": [words]}) for words in (old, new))
    assert bool(weighty_between(before, after)) == is_weighty


@pytest.mark.parametrize(
    ("old", "new", "is_weighty"),
    [
        ("2018-06-01", "2020-06-01", True),
        ("2018-06-01", "2018-05-01", False),
        ("2018-06-01", None, True),
        (None, "2018-06-01", False),
    ],
)
@pytest.mark.parametrize("field", ["outcomes.0.actions.1.timescales.0.since", "reports.0.since", f"{REVIEW}.since"])
def test_duty_that_counts_from_a_later_day_weighs(field, old, new, is_weighty):
    time = {"outcomes.0.actions.1.timescales.0": {"words": "6 monthly"}}
    before, after = (made({**time, field: GONE if day is None else day}) for day in (old, new))
    assert bool(weighty_between(before, after)) == is_weighty


def test_rule_of_governance_that_goes_takes_its_rhythm_with_it():
    before = made({"governance": {"how_often": "Every month"}})
    assert weighty_between(before, made({}))
    assert not weighty_between(made({"governance": {"text": "We look"}}), made({}))


LOOKED = {"date": "2018-08-01", "by": "nhs", "result": "changed"}
AGAIN = {"date": "2019-02-01", "by": "nhs", "result": "confirmed"}


@pytest.mark.parametrize(
    ("old", "new", "is_weighty"),
    [
        ([LOOKED], [{**LOOKED, "next_due": "2020-01-01"}], True),
        ([LOOKED], [{**LOOKED, "next_due": "2018-12-01"}], False),
        ([{**LOOKED, "next_due": "2018-12-01"}], [LOOKED], True),
        ([{**LOOKED, "next_due": "2018-12-01"}], [{**LOOKED, "next_due": "2018-12-02"}], True),
        ([LOOKED], [{**LOOKED, "date": "2019-03-01"}], True),
        ([LOOKED], [{**LOOKED, "date": "2018-07-01"}], False),
        ([{**LOOKED, "next_due": "2019-01-01"}], [{**LOOKED, "date": "2018-12-01", "next_due": "2019-01-01"}], False),
        ([LOOKED], [LOOKED, AGAIN], False),
        ([LOOKED], [LOOKED, {**AGAIN, "next_due": "2019-08-31"}], False),
        ([LOOKED], [LOOKED, {**AGAIN, "next_due": "2019-09-01"}], True),
    ],
)
def test_review_that_puts_the_next_one_off_weighs(old, new, is_weighty):
    before, after = (made({f"{REVIEW}.reviews": reviews}) for reviews in (old, new))
    assert bool(weighty_between(before, after)) == is_weighty


def test_rule_that_comes_with_a_review_weighs_where_that_puts_the_next_one_off():
    before = made({REVIEW: GONE})
    for day, is_weighty in (("2019-09-01", True), ("2019-08-31", False)):
        after = made({REVIEW: {"reviews": [{**AGAIN, "next_due": day}]}})
        assert bool(weighty_between(before, after)) == is_weighty


@pytest.mark.parametrize(
    "edits",
    [
        {f"{REVIEW}.every": "a year"},
        {f"{REVIEW}.every": "now and then"},
        {"outcomes.1.review": {"every": "a year"}},
        {"outcomes.0.actions.2.sub_actions.0.review": {"every": "a year"}},
        {"status_scheme.review_every": "a year"},
        {"status_scheme.review_every": GONE},
    ],
)
def test_interval_of_reviews_that_is_longer_weighs_wherever_it_stands(edits):
    assert weighty_between(made({}), made(edits))


def test_action_that_goes_with_a_key_issue_weighs():
    assert not weighty_between(made({}), made({"outcomes.0.key_issues": []}))
    found = weighty_between(made({}), made({"outcomes.0.actions": BASE["outcomes"][0]["actions"][:2]}))
    assert [(change.kind, change.thing.id) for change in found] == [("removed", "a-3")]


def test_moved_and_reworded_plan_is_minor():
    actions = BASE["outcomes"][0]["actions"]
    new = made({"outcomes.0.actions": [actions[1], actions[0], actions[2]], "title": "Other"})
    assert len(diff_plans(made({}), new)) == 2
    assert weighty_between(made({}), new) == ()

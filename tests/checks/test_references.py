"""Whatever one entry says of another is there; what is not there is told with the id that was meant."""

import pytest

from generator.plan.field_types import Ref, described_fields, holds, types_within
from generator.plan.model import PublicPlan
from tests.checks.checking import PLAN, checked, with_line, with_part

PATH = "outcomes[1].actions[1]"


@pytest.mark.parametrize(
    ("written", "do"),
    [
        ("NHS", "did you mean 'nhs'?"),
        ("NHS Anytown", "did you mean 'nhs'?"),
        ("the board", "did you mean 'nhs'?"),
        ("Anytown Council", "did you mean 'council'?"),
        ("counsil", "did you mean 'council'?"),
        (
            "police",
            "add it to 'bodies', with its 'id' and its 'name'; for a person, write the role alone: {role: Chair}",
        ),
    ],
)
def test_unknown_lead_is_told_which_body_was_meant(written, do):
    assert checked(with_line(f"leads: [{written}]")) == [
        f"{PATH}.leads[1].body: {written!r} is not one of this plan's bodies; {do} (body-unknown)"
    ]


@pytest.mark.parametrize(
    ("line", "path", "message"),
    [
        (
            "leads: [{body: nsh}]",
            "leads[1].body",
            "'nsh' is not one of this plan's bodies; add it to 'bodies', with its 'id' and its 'name'; "
            "for a person, write the role alone: {role: Chair}",
        ),
        ("leads: [{body: nhs, covers: [a-9]}]", "leads[1].covers[1]", "there is no action with the id 'a-9'; "),
        ("evidence: [e-1, e-2]", "evidence[2]", "there is no evidence with the id 'e-2'; "),
        ("evidence: [f-1]", "evidence[1]", "there is no evidence with the id 'f-1'; "),
        ("answers: [f-9]", "answers[1]", "there is no finding with the id 'f-9'; "),
        ("answers: [a-2]", "answers[1]", "there is no finding with the id 'a-2'; "),
        ("related: [{action: o-1}]", "related[1].action", "there is no action with the id 'o-1'; "),
        (
            "measures: [{id: m, text: x, covers: [o-1]}]",
            "measures[1].covers[1]",
            "there is no action with the id 'o-1'",
        ),
        (
            "review: {every: a year, reviews: [{date: 2019-01-01, by: Council, result: changed, evidence: [e-9]}]}",
            "review.reviews[1].evidence[1]",
            "there is no evidence with the id 'e-9'; ",
        ),
        (
            "timescales: [{words: March 2019, event: reprot}]",
            "timescales[1].event",
            "'reprot' is not one of this plan's events; did you mean 'report'?",
        ),
        (
            "timescales: [{words: quarterly, report: r-9}]",
            "timescales[1].report",
            "there is no report with the id 'r-9'; use an id of this plan",
        ),
        (
            "timescales: [{words: March 2019, event: meeting}]",
            "timescales[1].event",
            "'meeting' is not one of this plan's events; add it to 'events'",
        ),
    ],
)
def test_reference_of_an_action_that_leads_nowhere_is_told(line, path, message):
    (text,) = checked(with_line(line))
    assert text.startswith(f"{PATH}.{path}: {message}")


@pytest.mark.parametrize(
    ("part", "path"),
    [
        ("partners: [council, police]\n", "partners[2]"),
        ("decisions: [{id: d-1, text: x, kind: agreed, affects: [a-1, a-9]}]\n", "decisions[1].affects[2]"),
        ("printed_summary: {rows: [{outcome: o-9, cells: []}]}\n", "printed_summary.rows[1].outcome"),
    ],
)
def test_reference_of_the_plan_that_leads_nowhere_is_told(part, path):
    (text,) = checked(with_part(part))
    assert text.startswith(f"{path}: ")


@pytest.mark.parametrize("key", ["parent", "succeeded_by"])
def test_body_refers_to_bodies(key):
    (text,) = checked(PLAN.replace("name: Anytown Council}", f"name: Anytown Council, {key}: police}}"))
    assert text.startswith(f"bodies[1].{key}: 'police' is not one of this plan's bodies; ")


def test_key_issue_groups_actions():
    (text,) = checked(
        PLAN.replace("    actions:\n", "    key_issues: [{id: k-1, title: x, actions: [o-1]}]\n    actions:\n")
    )
    assert text.startswith("outcomes[1].key_issues[1].actions[1]: there is no action with the id 'o-1'; ")


def test_sub_actions_at_any_depth_can_be_referred_to():
    assert checked(with_line("related: [{action: a-2-1}]")) == []


REFERENCES = sorted(
    f"{kind.__name__}.{field.name}"
    for kind in types_within(PublicPlan)
    for field in described_fields(kind)
    if holds(field.hint, Ref)
)


def test_references_of_the_model_are_those_tried_here():
    assert REFERENCES == [
        "Action.answers",
        "Action.evidence",
        "Action.status",
        "Body.parent",
        "Body.succeeded_by",
        "ComputedRule.complete",
        "ComputedRule.due_soon",
        "ComputedRule.in_time",
        "ComputedRule.past_due",
        "Decision.affects",
        "KeyIssue.actions",
        "Lead.body",
        "Lead.covers",
        "MatrixCell.status",
        "MatrixRow.outcome",
        "Measure.covers",
        "Outcome.answers",
        "Outcome.evidence",
        "Outcome.status",
        "PublicPlan.partners",
        "Review.evidence",
        "Timescale.event",
        "Timescale.report",
    ]


@pytest.mark.parametrize("key", ["evidence", "answers"])
def test_outcome_refers_too(key):
    (text,) = checked(PLAN.replace("    actions:\n", f"    {key}: [x-1]\n    actions:\n"))
    assert text.startswith(f"outcomes[1].{key}[1]: ")


def test_rating_of_an_outcome_is_looked_up_too():
    said = checked(
        PLAN.replace("    actions:\n", "    status: teal\n    actions:\n").replace("[actions]", "[outcomes, actions]")
    )
    assert [text.split(":")[0] for text in said] == ["outcomes[1].status"]


# Other plans


def test_plan_of_this_site_can_be_related():
    part = "related_plans: [{plan: othertown, title: Othertown plan, how: sibling}]\n"
    assert checked(with_part(part), ("anytown", "othertown")) == []
    assert checked(with_part(part)) == [
        "related_plans[1].plan: there is no plan 'othertown' on this site; "
        "take the id out, or add the plan (related-plan-unknown)"
    ]
    (text,) = checked(with_part(part), ("anytown", "othertowm"))
    assert "did you mean 'othertowm'?" in text


def test_plan_that_follows_is_looked_up():
    part = "state: ended\nclosed: {as_at: 2020-09-30, why: It ended, succeeded_by: othertown}\n"
    (text,) = checked(with_part(part))
    assert text.startswith("closed.succeeded_by: there is no plan 'othertown' on this site; ")


def test_action_of_a_plan_that_cannot_be_read_is_not_looked_up():
    assert checked(with_line("related: [{action: x-1, plan: othertown}]"), ("anytown", "othertown")) == []
    (text,) = checked(with_line("related: [{action: x-1, plan: othertown}]"))
    assert text.startswith(f"{PATH}.related[1].plan: ")


# Readings and periods


@pytest.mark.parametrize(
    ("field", "do"),
    [
        ("timescale", "did you mean 'timescales'?"),
        ("budget", "name one of its keys"),
        ("question", "name one of its keys"),
    ],
)
def test_reading_is_of_a_field_of_its_own_entry(field, do):
    assert checked(with_line(f"readings: [{{field: {field}, reading: inferred}}]")) == [
        f"{PATH}.readings[1].field: {field!r} is not a field of this action; {do} (field-unknown)"
    ]


def test_reading_of_a_field_that_is_there_is_no_problem():
    assert checked(with_line("readings: [{field: leads, reading: inferred}]")) == []
    assert (
        checked(with_part("readings: [{field: schema, reading: inferred}, {field: period, reading: stated}]\n")) == []
    )


@pytest.mark.parametrize(("end", "is_told"), [("2018-03-31", True), ("2018-04-01", False), ("2019-03-31", False)])
def test_period_ends_when_it_starts_or_later(end, is_told):
    said = checked(with_part(f"period: {{start: 2018-04-01, end: {end}}}\n"))
    assert said == (
        [
            "period.end: the period ends on 2018-03-31, before it starts on 2018-04-01; "
            "mend one of the two (period-backwards)"
        ]
        if is_told
        else []
    )

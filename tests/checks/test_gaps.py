"""Each action says who, by when and how we will know; or it is said why not."""

import pytest

from tests.checks.checking import checked_for, subjects

HEAD = "schema: 1\nid: anytown\ntitle: Anytown plan\npublisher: Anytown Council\n"
CODES = ("lead-missing", "timescale-missing", "measure-missing")


def plan_of(action: str, outcome: str = "", head: str = "") -> str:
    return f"{HEAD}{head}outcomes:\n  - {{id: o-1, title: One, {outcome}actions: [{{id: a-1, title: Ask{action}}}]}}\n"


def gaps(action: str, outcome: str = "", head: str = "") -> list[str]:
    return [code for code in CODES if checked_for(code, plan_of(action, outcome, head))]


def test_bare_action_has_three_gaps():
    assert gaps("") == list(CODES)
    assert [subjects(code, plan_of("")) for code in CODES] == [["a-1"]] * 3
    assert checked_for("lead-missing", plan_of("")) == [
        "outcomes[1].actions[1]: it is not said who leads this; "
        "add 'leads', or write 'leads: {missing: not-stated}' (lead-missing)"
    ]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (", leads: [{role: Lead officer}]", "lead-missing"),
        (", leads: {missing: not-stated}", "lead-missing"),
        (", timescales: [March 2019]", "timescale-missing"),
        (", timescales: {missing: not-stated}", "timescale-missing"),
        (", measures: [{id: m-1, text: Asked}]", "measure-missing"),
        (", measures: {missing: not-stated}", "measure-missing"),
    ],
)
def test_what_is_written_leaves_no_gap(written, code):
    assert gaps(written) == [other for other in CODES if other != code]


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        ("timescales: [March 2019], ", "timescale-missing"),
        ("timescales: {missing: not-stated}, ", "timescale-missing"),
        ("measures: [{id: m-1, text: Asked}], ", "measure-missing"),
        ("measures: {missing: not-stated}, ", "measure-missing"),
    ],
)
def test_outcome_answers_for_its_actions(outcome, code):
    assert gaps("", outcome) == [other for other in CODES if other != code]


@pytest.mark.parametrize(
    ("subs", "has_gap"),
    [
        ("{id: a-11, title: x, timescales: [March 2019]}", False),
        ("{id: a-11, title: x, timescales: [March 2019]}, {id: a-12, title: y, timescales: [May 2019]}", False),
        ("{id: a-11, title: x, timescales: [March 2019]}, {id: a-12, title: y}", True),
        ("{id: a-11, title: x}", True),
    ],
)
def test_sub_actions_may_each_say_by_when(subs, has_gap):
    assert ("timescale-missing" in gaps(f", sub_actions: [{subs}]")) is has_gap


def test_sub_action_may_leave_all_to_its_action():
    text = plan_of(", leads: [{role: x}], timescales: [2019], measures: {missing: not-stated}, sub_actions: [%s]")
    assert [checked_for(code, text % "{id: a-11, title: x}") for code in CODES] == [[], [], []]


def test_report_of_findings_is_no_plan_of_work():
    assert gaps("", head="kind: findings-report\n") == []


MANY = f"{HEAD}outcomes:\n  - id: o-1\n    title: One\n    actions:\n" + "".join(
    f"      - {{id: a-{n}, title: Ask again}}\n" for n in range(200)
)


def test_plan_without_any_measure_is_told_so_once():
    assert subjects("measure-missing", MANY) == []
    assert subjects("measures-missing", MANY) == [""]


def test_action_without_measures_is_told_where_others_have_some():
    plan = MANY.replace("title: Ask again}", "title: Ask again, measures: {missing: not-stated}}", 1)
    assert subjects("measures-missing", plan) == []
    assert len(subjects("measure-missing", plan)) == 199

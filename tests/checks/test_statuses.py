"""Ratings are of the plan's own legend, and stand where the plan rates."""

import pytest

from tests.checks.checking import PLAN, checked, checked_for, with_line, with_part

PATH = "outcomes[1].actions[1]"


def test_plan_without_mistakes_has_no_problems():
    assert checked(PLAN) == []


@pytest.mark.parametrize(
    ("written", "use"),
    [
        ("teal", "red, amber or green"),
        ("Amber", "amber"),
        ("AMBER", "amber"),
        ("ambre", "amber"),
        ("Some delay", "amber"),
        ("some delay", "amber"),
        ("At risk", "amber"),
        ("on track", "green"),
        ("complete", "red, amber or green"),
        ("not-yet-rated", "{missing: not-yet-rated}"),
        ("Not applicable", "{missing: not-applicable}"),
        ("n/a", "red, amber or green; or {missing: not-yet-rated}"),
        ("TBC", "red, amber or green; or {missing: not-yet-rated}"),
        ("Red/Amber", "red, amber or green"),
        ("yes", "red, amber or green"),
    ],
)
def test_unknown_rating_is_told_which_was_meant(written, use):
    assert checked(with_line(f"status: {written}")) == [
        f"{PATH}.status: status {written!r} is not in this plan's legend; use {use} (status-unknown)"
    ]


def test_plan_without_a_legend_is_told_to_write_one():
    text = PLAN.split("status_scheme:")[0] + "bodies:" + PLAN.split("bodies:")[1]
    assert set(checked(text)) == {
        f"outcomes[1].actions[{place}].status: status {value!r} is not in this plan's legend; "
        "use a legend first: 'status_scheme' (status-unknown)"
        for place, value in ((1, "red"), (2, "green"))
    }


def test_rating_in_a_printed_summary_is_of_the_legend_too():
    part = "printed_summary:\n  rows:\n    - outcome: o-1\n      cells:\n        - {status: teal, count: 2}\n"
    assert checked(with_part(part)) == [
        "printed_summary.rows[1].cells[1].status: status 'teal' is not in this plan's legend; "
        "use red, amber or green (status-unknown)"
    ]


@pytest.mark.parametrize(
    ("rated", "found"),
    [
        ("[actions]", []),
        ("[]", ["actions[1].status: status-not-rated", "actions[2].status: status-not-rated"]),
        ("[actions, sub-actions]", ["actions[2].sub_actions[1]: status-missing"]),
        ("[outcomes, actions]", ["status-missing"]),
    ],
)
def test_rating_stands_where_the_plan_rates_and_only_there(rated, found):
    said = checked(PLAN.replace("[actions]", rated))
    assert sorted(
        f"{text.split(': ')[0].removeprefix('outcomes[1]').removeprefix('.')}: {text.split('(')[-1][:-1]}".removeprefix(
            ": "
        )
        for text in said
    ) == sorted(found)


def test_reason_for_no_rating_is_no_missing_rating():
    assert checked(with_line("status: {missing: withheld, ground: A person could be known}")) == []


def test_warning_that_is_accepted_is_not_told():
    text = PLAN.replace("        status: red\n", "")
    accepted = (
        "accepted:\n  - {code: status-missing, id: a-1, reason: Not printed, role: Lead officer, date: 2019-03-31}\n"
    )
    assert len(checked(text)) == 1
    assert checked(text + accepted) == []


def test_warning_is_accepted_of_the_action_that_is_named_alone():
    text = PLAN.replace("        status: red\n", "").replace("        status: green\n", "")
    entry = "{code: status-missing, id: a-1, reason: Not printed, role: Lead officer, date: 2019-03-31}"
    (told,) = checked(f"{text}accepted:\n  - {entry}\n")
    assert told.startswith("outcomes[1].actions[2]: ")


def test_accepted_warning_that_is_not_raised_is_told():
    entry = "{code: status-missing, %sreason: Not printed, role: Lead officer, date: 2019-03-31}"
    (one,) = checked(with_part(f"accepted:\n  - {entry % 'id: a-1, '}\n"))
    (other,) = checked(with_part(f"accepted:\n  - {entry % ''}\n"))
    assert one.startswith("accepted[1]: nothing here raises 'status-missing' for 'a-1'; take this entry out")
    assert other.startswith("accepted[1]: nothing here raises 'status-missing' for the plan as a whole; ")


@pytest.mark.parametrize(
    ("code", "do"),
    [
        ("status-mising", "did you mean 'status-missing'?"),
        ("status-unknown", "use the code at the end of a warning; an error cannot be accepted"),
        ("whatever", "use the code at the end of a warning; an error cannot be accepted"),
    ],
)
def test_only_a_warning_can_be_accepted(code, do):
    entry = f"{{code: {code}, id: a-1, reason: Not printed, role: Lead officer, date: 2019-03-31}}"
    (text,) = checked(with_part(f"accepted:\n  - {entry}\n"))
    assert text == f"accepted[1].code: {code!r} is not a kind of warning; {do} (accepted-code)"


def test_error_cannot_be_accepted():
    entry = "{code: status-unknown, id: a-1, reason: Because, role: Lead officer, date: 2019-03-31}"
    text = with_line("status: teal") + f"accepted:\n  - {entry}\n"
    assert [said.split("(")[-1] for said in checked(text)] == ["status-unknown)", "accepted-code)"]


@pytest.mark.parametrize("key", ["complete", "past_due", "due_soon", "in_time"])
def test_computed_rule_names_ratings_of_the_legend(key):
    names = {"complete": "green", "past_due": "red", "due_soon": "amber", "in_time": "green"}
    rule = "computed: {%s, window_days: 30}"

    def plan(ratings: dict[str, str]) -> str:
        held = ", ".join(f"{name}: {rating}" for name, rating in ratings.items())
        return PLAN.replace("status_scheme:\n", f"status_scheme:\n  {rule % held}\n")

    assert checked(plan(names)) == []
    assert checked(plan({**names, key: "teal"})) == [
        f"status_scheme.computed.{key}: status 'teal' is not in this plan's legend; "
        "use red, amber or green (status-unknown)"
    ]


COMPUTED = PLAN.replace(
    "status_scheme:\n",
    "status_scheme:\n  computed: {complete: green, past_due: red, due_soon: amber, in_time: green, window_days: 30}\n",
).replace("        status: red\n", "        progress: 40\n")


def test_rating_that_the_plans_rule_works_out_is_not_asked_for():
    assert checked_for("status-missing", COMPUTED) == []
    assert len(checked_for("status-missing", PLAN.replace("        status: red\n", ""))) == 1


def test_rule_for_actions_says_nothing_of_outcomes():
    outcomes_too = COMPUTED.replace("rated: [actions]", "rated: [outcomes, actions]")
    assert len(checked_for("status-missing", outcomes_too)) == 1
    assert (
        checked_for("status-missing", outcomes_too.replace("status_scheme:\n", "status_scheme:\n  roll_up: worst\n"))
        == []
    )

"""What a body that has ceased still leads, and what still goes to it."""

from datetime import date

import pytest

from tests.checks.checking import PLAN, checked_for, subjects, with_line

AS_AT = "as_at: 2019-03-31\n"
CEASED = "ceased_on: 2018-06-30"
PATH = "outcomes[1].actions[1].leads[1].body"


def plan_of(lines: str, body: str = CEASED, more: str = AS_AT) -> str:
    text = with_line("leads: [nhs]").replace("short_name: The Board}", f"short_name: The Board, {body}}}")
    inner = "".join(f"        {line}\n" for line in lines.split("\n") if line)
    return text.replace("        leads: [nhs]\n", f"        leads: [nhs]\n{inner}", 1) + more


def test_body_that_has_ceased_leads_nothing():
    assert checked_for("lead-ceased", plan_of("")) == [
        f"{PATH}: 'NHS Anytown' leads this, and it ceased on 30 June 2018; "
        "name who leads it now, or accept it with a reason (lead-ceased)"
    ]
    assert subjects("lead-ceased", plan_of("")) == ["a-1"]


def test_body_that_took_over_is_offered():
    (text,) = checked_for("lead-ceased", plan_of("", f"{CEASED}, succeeded_by: council"))
    assert "; name 'council', which took over, or accept it with a reason (" in text


@pytest.mark.parametrize(
    ("body", "is_told"),
    [
        (CEASED, True),
        ("ceased: disbanded", True),
        ("ceased_on: 2019-03-30, ceased: disbanded", True),
        ("ceased_on: 2019-03-31", False),
        ("ceased_on: 2019-04-01, ceased: disbanded", False),
        ("note: It goes on", False),
    ],
)
def test_day_on_which_a_body_ceased_is_held_against_the_day_of_the_plan(body, is_told):
    assert bool(checked_for("lead-ceased", plan_of("", body))) is is_told


@pytest.mark.parametrize(
    ("lines", "is_told"),
    [
        ("timescales: [May 2018]", False),
        ("timescales: [30 June 2018]", False),
        ("timescales: [July 2018]", True),
        ("timescales: [May 2018, July 2018]", True),
        ("timescales: [{words: July 2018, role: reported}, May 2018]", False),
        ("timescales: {missing: not-stated}", True),
        ("progress: 100", False),
        ("progress: 99", True),
        ("closures: [{date: 2018-07-01}]", False),
        ("closures: [{date: 2018-07-01}, {date: 2018-08-01, reopened: yes}]", True),
        ("closures: [{date: 2018-08-01, reopened: yes}, {date: 2018-07-01}]", True),
        ("closures: [{date: 2018-07-01}, {date: 2018-07-01, reopened: yes}]", True),
    ],
)
def test_what_was_due_or_done_in_time_is_left_in_peace(lines, is_told):
    text = plan_of(lines)
    assert bool(checked_for("lead-ceased", text)) is is_told


def test_complete_action_is_done():
    assert checked_for("lead-ceased", plan_of("").replace("tone: off-track", "tone: complete")) == []


def test_nothing_is_said_where_no_day_is_known():
    assert checked_for("lead-ceased", plan_of("", more="")) == []
    assert len(checked_for("lead-ceased", plan_of("", more=""), today=date(2019, 1, 1))) == 1


@pytest.mark.parametrize(
    ("part", "path", "subject"),
    [
        ("reports: [{id: r-1, what: x, to: NHS Anytown}]\n", "reports[1].to", "r-1"),
        ("reports: [{id: r-1, what: x, to: The Chair of The Board}]\n", "reports[1].to", "r-1"),
        ("reports: [{id: r-1, what: x, sender: nhs}]\n", "reports[1].sender", "r-1"),
    ],
)
def test_report_does_not_go_to_a_body_that_has_ceased(part, path, subject):
    text = plan_of("", more=AS_AT + part)
    (told,) = checked_for("report-ceased", text)
    assert told.startswith(f"{path}: ")
    assert " names 'NHS Anytown', which ceased on 30 June 2018; " in told
    assert subjects("report-ceased", text) == [subject]


@pytest.mark.parametrize("to", ["Anytown Council", "The Boards", "NHS Anytownshire"])
def test_report_to_another_body_is_left_in_peace(to):
    assert checked_for("report-ceased", plan_of("", more=f"{AS_AT}reports: [{{id: r-1, what: x, to: {to}}}]\n")) == []


@pytest.mark.parametrize(
    ("report", "is_told"),
    [
        ("occurrences: [{held_on: 1 June 2018}]", False),
        ("occurrences: [{held_on: June 2018}]", False),
        ("occurrences: [{held_on: May 2018}, {held_on: 1 July 2018}]", True),
        ("occurrences: [{held_on: May 2018}, {due: June 2018, state: missed}]", True),
        # More is to come
        ("how_often: quarterly, occurrences: [{held_on: 1 June 2018}]", True),
        ("occurrences: []", True),
    ],
)
def test_report_that_was_made_while_the_body_was_there_is_left_in_peace(report, is_told):
    text = plan_of("", more=f"{AS_AT}reports: [{{id: r-1, what: x, to: The Board, {report}}}]\n")
    assert bool(checked_for("report-ceased", text)) is is_told
    assert checked_for("report-ceased", text.replace(CEASED, "ceased: disbanded"))


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("Reported to The Board May 2018", False),
        ("Reported to The Board quarterly until June 2018", False),
        ("Reported to The Board July 2018", True),
        ("Reported to The Board May 2018 and quarterly", True),
        ("Reported to The Board soon", True),
    ],
)
def test_report_that_was_due_while_the_body_was_there_is_left_in_peace(words, is_told):
    text = plan_of(f"timescales: [{{words: {words}, role: reported}}]")
    assert bool(checked_for("report-ceased", text)) is is_told


@pytest.mark.parametrize(("role", "count"), [("reported", 1), ("due", 0)])
def test_reported_timescale_names_a_body(role, count):
    text = plan_of(f"timescales: [{{words: Reported to The Board quarterly, role: {role}}}]")
    assert len(checked_for("report-ceased", text)) == count


def test_body_that_took_over_is_named_while_things_are_led():
    text = plan_of("timescales: [May 2018]")
    (told,) = checked_for("successor-unnamed", text)
    assert told.startswith("bodies[2]: 'NHS Anytown' has ceased and still leads something, ")
    assert subjects("successor-unnamed", text) == ["nhs"]
    assert checked_for("successor-unnamed", plan_of("", f"{CEASED}, succeeded_by: council")) == []


def test_body_that_leads_nothing_needs_no_successor():
    text = PLAN.replace("short_name: The Board}", f"short_name: The Board, {CEASED}}}") + AS_AT
    assert checked_for("successor-unnamed", text) == []

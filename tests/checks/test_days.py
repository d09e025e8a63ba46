"""Nothing is later than the day of which the plan speaks; a plan that has ended has such a day for good."""

from datetime import date

import pytest

from tests.checks.checking import PLAN, checked_for, found, said, subjects, with_line, with_part

AS_AT = "as_at: 2019-03-31\n"
CLOSED = "state: ended\nclosed: {as_at: 2019-03-31, why: It has run its time}\n"
NOTE = "notes: [{date: %s, text: Asked}]"
PATH = "outcomes[1].actions[1]"


def note_on(day: str, head: str, today: date | None = None) -> list[str]:
    return checked_for("note-after-plan", with_line(NOTE % day) + head, today=today)


@pytest.mark.parametrize(
    ("head", "own", "do"),
    [
        (AS_AT, "the plan's own day, 31 March 2019", "mend it, or set 'as_at' to a later day"),
        (CLOSED, "the day as at which the plan was closed, 31 March 2019", "mend one of the two"),
        ("", "today, 31 March 2019", "mend it"),
    ],
)
def test_note_is_not_later_than_the_day_of_the_plan(head, own, do):
    today = date(2019, 3, 31)
    assert note_on("2019-03-31", head, today) == []
    assert note_on("2019-05-03", head, today) == [
        f"{PATH}.notes[1].date: the note of 3 May 2019 is later than {own}; {do} (note-after-plan)"
    ]


def test_nothing_is_late_where_no_day_is_known():
    assert note_on("2099-01-01", "") == []


@pytest.mark.parametrize(
    ("plan", "thing", "subject"),
    [
        (
            with_line("review: {reviews: [{date: %s, by: CPC, result: confirmed}]}") + AS_AT,
            "review",
            "a-1",
        ),
        (with_line("closures: [{date: %s}]") + AS_AT, "closing or opening", "a-1"),
        (
            with_line(
                "timescales: [{words: May 2019, revises: [{words: April 2019, moved_on: %s, decided_by: council}]}]"
            )
            + AS_AT,
            "move",
            "a-1",
        ),
        (with_part("decisions: [{id: d-1, text: x, kind: agreed, date: %s}]\n") + AS_AT, "decision", "d-1"),
        (PLAN.replace("title: Audit}", "title: Audit, date: %s}") + AS_AT, "evidence", "e-1"),
    ],
)
def test_whatever_has_a_day_is_not_later_either(plan, thing, subject):
    assert checked_for("day-after-plan", plan % "2019-03-31") == []
    (text,) = checked_for("day-after-plan", plan % "2019-04-01")
    assert f": the day of this {thing}, 1 April 2019, is later than the plan's own day, 31 March 2019; " in text
    assert subjects("day-after-plan", plan % "2019-04-01") == [subject]


@pytest.mark.parametrize("state", ["", "state: draft\n", "state: current\n"])
def test_closed_plan_has_ended(state):
    (text,) = checked_for("closed-state", with_part(CLOSED.replace("state: ended\n", state)))
    word = state.removeprefix("state: ").strip() or "current"
    assert text.startswith(f"closed: the plan is closed, and its state is {word!r}; ")
    assert checked_for("closed-state", with_part(CLOSED)) == []
    assert checked_for("closed-state", with_part(state)) == []


@pytest.mark.parametrize("state", ["ended", "replaced"])
def test_plan_that_has_ended_is_closed(state):
    (text,) = checked_for("ended-open", with_part(f"state: {state}\n"))
    assert text.startswith(f"state: the plan's state is {state!r}, and it is not closed, ")
    assert checked_for("ended-open", with_part(CLOSED.replace("ended", state))) == []


@pytest.mark.parametrize("state", ["draft", "current"])
def test_plan_that_goes_on_is_open(state):
    assert checked_for("ended-open", with_part(f"state: {state}\n")) == []


FULL = (
    PLAN.replace(
        "        title: Ask children\n",
        "        title: Ask children\n"
        "        leads: [council]\n"
        "        notes: [{date: 2019-05-03, text: Asked}]\n"
        "        review: {every: 6 months, reviews: [{date: 2018-05-03, by: CPC, result: confirmed}]}\n",
    )
    .replace("title: Audit}", "title: Audit, date: 2018-12-31}")
    .replace("name: Anytown Council}", "name: Anytown Council, ceased_on: 2018-01-01}")
    + CLOSED
    + "period: {start: 2018-04-01, end: 2019-03-31}\n"
    + "update_every: 6 months\n"
    + "reports: [{id: r-1, what: Report, how_often: 6 monthly, occurrences: [{due: June 2018, state: not-yet}]}]\n"
)


def test_closed_plan_gives_the_same_problems_on_any_day():
    days = (date(2010, 1, 1), date(2018, 6, 30), date(2035, 1, 1), None)
    first, *others = [said(found(FULL, today=day)) for day in days]
    assert {"note-after-plan", "lead-ceased", "successor-unnamed"} <= {text.split("(")[-1].strip(")") for text in first}
    assert all(other == first for other in others)

"""Claims that a plan's own facts do not bear out are told; those that they do bear out are not."""

from datetime import date

import pytest

from tests.checks.checking import checked_for

HEAD = """\
schema: 1
id: anytown
title: Anytown plan
publisher: Anytown Council
as_at: 2019-06-30
rated: [outcomes, actions]
status_scheme:
{scheme}  statuses:
    - {{id: red, label: Red, meaning: Late, tone: off-track}}
    - {{id: amber, label: Amber, meaning: At risk, tone: at-risk}}
    - {{id: green, label: Green, meaning: On time, tone: on-track}}
    - {{id: done, label: Done, meaning: It is done, tone: complete}}
evidence:
  - {{id: e-1, title: Minutes}}
{more}outcomes:
  - id: o-1
    title: Heard
    status: {outcome}
    actions:
      - id: a-1
        title: Ask
"""
RULE = "  computed: {complete: done, past_due: red, due_soon: amber, in_time: green, window_days: 30}\n"
WORST = "  roll_up: worst\n"
PAST, AHEAD = "timescales: [May 2019]", "timescales: [December 2019]"


def plan_of(*lines: str, scheme: str = "", outcome: str = "red", more: str = "") -> str:
    return HEAD.format(scheme=scheme, outcome=outcome, more=more) + "".join(f"        {line}\n" for line in lines)


def is_told(code: str, *lines: str, **plan: str) -> bool:
    return bool(checked_for(code, plan_of(*lines, **plan)))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([PAST, "status: green"], True),
        (["timescales: [30 June 2019]", "status: green"], False),
        (["timescales: [29 June 2019]", "status: green"], True),
        ([AHEAD, "status: green"], False),
        ([PAST, "status: red"], False),
        ([PAST, "status: amber"], False),
        ([PAST, "status: {missing: not-yet-rated}"], False),
        ([PAST, "status: green", "progress: 100"], False),
        ([PAST, "status: green", "closures: [{date: 2019-05-02}]"], False),
        (["timescales: [ongoing]", "status: green"], False),
        (["timescales: [6 monthly]", "status: green"], False),
    ],
)
def test_green_after_its_date_is_told(lines, told):
    assert is_told("overdue-on-track", *lines) == told


def test_plan_that_speaks_of_no_day_is_checked_as_at_today():
    text = plan_of(PAST, "status: green").replace("as_at: 2019-06-30\n", "")
    assert not checked_for("overdue-on-track", text)
    assert not checked_for("overdue-on-track", text, today=date(2019, 5, 31))
    assert checked_for("overdue-on-track", text, today=date(2019, 6, 1))


@pytest.mark.parametrize(
    ("sub", "told"),
    [
        ("progress: 40", True),
        ("progress: 0", True),
        ("progress: 100", False),
        ("status: amber", True),
        ("status: done", False),
        # Nothing is known of it
        ("number: 1.1", False),
        ("progress: {missing: not-stated}", False),
        # Further below
        ("sub_actions: [{id: a-12, title: Send, progress: 40}]", True),
    ],
)
def test_done_with_an_open_part_is_told(sub, told):
    lines = ["status: done", "evidence: [e-1]", "sub_actions:", "  - id: a-11", "    title: Write", f"    {sub}"]
    assert is_told("complete-open", *lines) == told


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["status: done"], True),
        (["status: done", "notes: [{text: It was sent.}]"], True),
        (["status: done", "evidence: [e-1]"], False),
        (["status: done", "notes: [{text: It was sent., kind: evidence}]"], False),
        (["status: done", "review: {reviews: [{date: 2019-05-01, by: x, result: confirmed, evidence: [e-1]}]}"], False),
        (["status: done", "review: {reviews: [{date: 2019-05-01, by: x, result: confirmed}]}"], True),
        (
            [
                "status: done",
                "review: {reviews: [{date: 2019-05-01, by: x, result: not-enough-evidence, evidence: [e-1]}]}",
            ],
            True,
        ),
        (["status: green"], False),
    ],
)
def test_done_without_evidence_is_told(lines, told):
    assert is_told("complete-unevidenced", *lines) == told


def test_evidence_of_the_whole_stands_behind_what_is_done_below():
    below = ["sub_actions: [{id: a-2, title: Two, status: done}]"]
    assert is_told("complete-unevidenced", *below)
    assert not is_told("complete-unevidenced", "evidence: [e-1]", *below)


@pytest.mark.parametrize(
    "words",
    [
        "It will be sent.",
        "Work has commenced.",
        "Training COMMENCED in May.",
        "A report is to be written.",
        "This is under way.",
        "Work is underway.",
        "The form is in draft.",
        "Staff have started to use it.",
        "A visit is planned.",
        "Not yet started.",
        "Work has not begun.",
        "To be launched in June.",
        "Written. To be launched in June.",
        "Training planned for autumn.",
        "Work has started but is not complete.",
        "Work is ongoing.",
        "On-going",
        "The framework is established. (Ongoing)",
    ],
)
def test_done_while_the_newest_note_speaks_of_what_is_to_come_is_told(words):
    assert is_told("complete-future", "status: done", f"notes: [{{text: {words}}}]")


@pytest.mark.parametrize(
    "words",
    [
        "Work commenced in May and finished in June.",
        "Staff will find the form on the intranet.",
        "The ongoing review cycle found the work complete.",
        "The training planned for May was held.",
        "The form is in use and will be reviewed every year.",
        "Staff will be able to find it.",
        "The tool proved to be useful.",
        "Evidence of ongoing supervision was found.",
    ],
)
def test_done_while_the_newest_note_tells_of_what_was_done_is_not_told(words):
    assert not is_told("complete-future", "status: done", f"notes: [{{text: {words}}}]")


@pytest.mark.parametrize(
    "notes",
    [
        "[{text: It was sent.}]",
        "[{date: 2019-01-02, text: It will be sent.}, {date: 2019-02-02, text: It was sent.}]",
        "[{date: 2019-02-02, text: It was sent.}, {date: 2019-01-02, text: It will be sent.}]",
        "[{text: It will be sent.}, {date: 2019-01-02, text: It was sent.}]",
        "[{text: The willow group met. Goodwill was shown., date: 2019-01-02}]",
        "[{text: {missing: not-stated}}]",
        "[]",
    ],
)
def test_newest_note_decides(notes):
    assert not is_told("complete-future", "status: done", f"notes: {notes}")


@pytest.mark.parametrize(
    ("status", "progress", "told"),
    [
        ("green", "100", True),
        ("done", "99", True),
        ("done", "100", False),
        ("green", "99", False),
        ("{missing: lost-in-conversion}", "100", False),
        ("green", "{missing: not-stated}", False),
    ],
)
def test_rating_and_progress_agree(status, progress, told):
    assert is_told("progress-differs", f"status: {status}", f"progress: {progress}") == told


@pytest.mark.parametrize(
    ("lines", "differs", "unworkable"),
    [
        ([AHEAD, "status: amber", "progress: 40"], True, False),
        ([AHEAD, "status: green", "progress: 40"], False, False),
        ([PAST, "status: green", "progress: 40"], True, False),
        ([PAST, "status: red", "progress: 40"], False, False),
        ([AHEAD, "status: {missing: lost-in-conversion}", "progress: 40"], False, False),
        ([AHEAD, "status: {missing: lost-in-conversion}"], False, True),
        (["timescales: [in good time]", "status: {missing: lost-in-conversion}", "progress: 40"], False, True),
        (["timescales: [in good time]", "status: {missing: lost-in-conversion}", "progress: 100"], False, False),
        # The owner's own rating stands without the rule
        ([AHEAD, "status: amber"], False, False),
    ],
)
def test_rating_and_rule_agree(lines, differs, unworkable):
    assert is_told("rating-differs", *lines, scheme=RULE) == differs
    assert is_told("rule-unworkable", *lines, scheme=RULE) == unworkable
    assert not is_told("rating-differs", *lines)


@pytest.mark.parametrize(
    ("status", "closures", "told"),
    [
        ("green", "[{date: 2019-05-01}]", True),
        ("done", "[{date: 2019-05-01}]", False),
        ("done", "[{date: 2019-05-01}, {date: 2019-06-01, reopened: yes}]", True),
        ("green", "[{date: 2019-05-01}, {date: 2019-06-01, reopened: yes}]", False),
        ("green", "[{date: 2019-06-01, reopened: yes}, {date: 2019-05-01}]", False),
        # Of one day, the last in the file counts
        ("green", "[{date: 2019-05-01}, {date: 2019-05-01, reopened: yes}]", False),
        ("done", "[{date: 2019-05-01}, {date: 2019-05-01, reopened: yes}]", True),
        ("{missing: not-yet-rated}", "[{date: 2019-05-01}]", False),
        ("green", "[]", False),
    ],
)
def test_rating_and_closing_agree(status, closures, told):
    assert is_told("closure-differs", f"status: {status}", f"closures: {closures}") == told


@pytest.mark.parametrize(
    ("outcome", "action", "told"),
    [
        ("green", "amber", True),
        ("done", "green", True),
        ("amber", "red", True),
        ("amber", "amber", False),
        ("red", "amber", False),
        ("green", "{missing: not-yet-rated}", False),
        ("{missing: not-yet-rated}", "red", False),
    ],
)
def test_whole_is_no_better_than_its_worst_part(outcome, action, told):
    assert is_told("outcome-better", f"status: {action}", scheme=WORST, outcome=outcome) == told
    assert not is_told("outcome-better", f"status: {action}", outcome=outcome)


# Reviews

HELD = "review: {{every: 6 months, reviews: [{{date: {}, by: Board, result: confirmed}}]}}"


@pytest.mark.parametrize(
    ("lines", "never", "overdue"),
    [
        (["status: green", "review: {every: 6 months}"], True, False),
        (["status: done", "review: {every: 6 months}"], True, False),
        (["status: amber", "review: {every: 6 months}"], False, False),
        (["status: green", "review: {every: now and then}"], False, False),
        (["status: green"], False, False),
        (["status: green", HELD.format("2018-12-01")], False, False),
        (["status: green", HELD.format("2018-11-30")], False, True),
        (["status: red", HELD.format("2018-01-01")], False, False),
        # A review that found too little evidence was held in time
        (["status: green", HELD.format("2019-05-01").replace("confirmed", "not-enough-evidence")], False, False),
    ],
)
def test_rating_is_looked_at_in_time(lines, never, overdue):
    assert is_told("review-never", *lines) == never
    assert is_told("review-overdue", *lines) == overdue


def test_plans_own_interval_holds_for_every_rating():
    assert is_told("review-never", "status: green", scheme="  review_every: 6 months\n")


# Errors come first


def test_nothing_is_said_of_claims_while_something_that_is_named_is_not_there():
    assert not is_told("overdue-on-track", PAST, "status: green", "evidence: [e-9]")
    assert not is_told("overdue-on-track", PAST, "status: green", "answers: [f-9]")


def test_claims_of_a_closed_plan_do_not_depend_on_today():
    def closed_on(day: str) -> str:
        closed = f"closed: {{as_at: {day}, why: It ended}}\n"
        return plan_of(PAST, "status: green", more=closed).replace("as_at: 2019-06-30", "as_at: 2019-05-31")

    for today in (date(2010, 1, 1), date(2035, 1, 1), None):
        assert not checked_for("overdue-on-track", closed_on("2019-05-31"), today=today)
        assert checked_for("overdue-on-track", closed_on("2019-06-01"), today=today)

"""What is said of a recurring duty agrees with its days."""

import pytest

from tests.checks.checking import PLAN, checked_for, subjects, with_line, with_part


def plan_of(occurrence: str) -> str:
    return with_part(f"reports: [{{id: r-1, what: Report, occurrences: [{{{occurrence}}}]}}]\n")


@pytest.mark.parametrize(
    ("occurrence", "why"),
    [
        ("due: March 2019, held_on: 31 March 2019, state: kept", ""),
        ("due: March 2019, held_on: March 2019, state: kept", ""),
        ("due: March 2019, held_on: 4 April 2019, state: late", ""),
        ("due: March 2019, state: missed", ""),
        ("due: March 2019, state: not-yet", ""),
        ("due: March 2019, held_on: 4 April 2019", ""),
        ("due: soon, held_on: 4 April 2019, state: kept", ""),
        ("held_on: 4 April 2019, state: kept", ""),
        ("due: March 2019, state: kept", "'kept', and it is not said when it was held"),
        ("due: March 2019, state: late", "'late', and it is not said when it was held"),
        ("due: March 2019, held_on: 4 April 2019, state: missed", "'missed', and it was held: '4 April 2019'"),
        ("due: March 2019, held_on: 4 April 2019, state: not-yet", "'not-yet', and it was held: '4 April 2019'"),
        (
            "due: March 2019, held_on: 4 April 2019, state: kept",
            "'kept', and it was held after it was due: '4 April 2019' is later than 'March 2019'",
        ),
    ],
)
def test_state_of_an_occurrence_agrees_with_its_days(occurrence, why):
    wanted = f"reports[1].occurrences[1]: the state is {why}; mend one of the two (occurrence-contradicts)"
    assert checked_for("occurrence-contradicts", plan_of(occurrence)) == ([wanted] if why else [])
    assert subjects("occurrence-contradicts", plan_of(occurrence)) == (["r-1"] if why else [])


@pytest.mark.parametrize(
    ("occurrence", "key"),
    [("due: March 2019", ""), ("due: soon", "due"), ("due: 6 monthly", "due"), ("held_on: after Easter", "held_on")],
)
def test_day_of_an_occurrence_is_read(occurrence, key):
    words = occurrence.split(": ")[1]
    wanted = (
        f"reports[1].occurrences[1].{key}: {words!r} was not read as a date; "
        "write a day, or a month and a year (held-unread)"
    )
    assert checked_for("held-unread", plan_of(occurrence)) == ([wanted] if key else [])


# How often a thing is done


def plans(words: str) -> tuple[tuple[str, str, str], ...]:
    return (
        ("update_every", with_part(f"update_every: {words}\n"), ""),
        (
            "status_scheme.review_every",
            PLAN.replace("status_scheme:\n", f"status_scheme:\n  review_every: {words}\n"),
            "",
        ),
        ("outcomes[1].actions[1].review.every", with_line(f"review: {{every: {words}}}"), "a-1"),
    )


@pytest.mark.parametrize("words", ["6 months", "6 monthly", "quarterly", "a year", "every two years"])
def test_interval_that_is_read_is_no_problem(words):
    assert [checked_for("update-unread", plan) for _, plan, _ in plans(words)] == [[], [], []]


@pytest.mark.parametrize("words", ["now and then", "March 2019", "0 months", "when asked"])
def test_interval_that_is_not_read_is_told(words):
    for path, plan, subject in plans(words):
        assert checked_for("update-unread", plan) == [
            f"{path}: {words!r} was not read as a length of time; "
            "write one such as 6 months, quarterly or every two years (update-unread)"
        ]
        assert subjects("update-unread", plan) == [subject]

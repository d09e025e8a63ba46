"""How often a thing is done can be read, where dates are worked out from it."""

import pytest

from tests.checks.checking import PLAN, checked_for, subjects, with_line, with_part


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

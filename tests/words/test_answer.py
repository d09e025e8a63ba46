"""The answer first: what the program says of a plan before anything else."""

from datetime import date

import pytest

from generator.words.answer import answer

CLOSED = {"closed": {"as_at": "2019-06-01", "why": "It ended"}}
REVIEWED = {"every": "6 months", "reviews": [{"date": "2018-08-15", "by": "Board", "result": "confirmed"}]}


@pytest.mark.parametrize(
    ("plan", "as_at", "found"),
    [
        ({}, None, "No date has passed with its work still open."),
        (
            {"as_at": "2019-01-31"},
            date(2019, 1, 31),
            "Last update: 31 January 2019. No date has passed with its work still open.",
        ),
        (
            {"as_at": "2019-01-31", "update_every": "6 months"},
            date(2019, 4, 1),
            "Last update: 31 January 2019. 1 date has passed with nothing published since. "
            "Next update expected by 31 July 2019.",
        ),
        (
            {"as_at": "2019-01-31", "update_every": "6 months"},
            date(2019, 8, 1),
            "The last update was published on 31 January 2019. 1 date has passed with nothing published since. "
            "The next update was expected by 31 July 2019.",
        ),
        (
            {"as_at": "2019-05-31", "update_every": "now and then"},
            date(2019, 5, 31),
            "Last update: 31 May 2019. 1 date has passed with the work still open.",
        ),
        (
            CLOSED,
            date(2019, 6, 1),
            "This plan is closed, and is shown as at 1 June 2019. "
            "By then, 1 date had passed without the work being reported as done.",
        ),
        (
            {"closed": {"as_at": "2018-06-01", "why": "It ended"}},
            date(2018, 6, 1),
            "This plan is closed, and is shown as at 1 June 2018. "
            "By then, no date had passed with its work still open.",
        ),
    ],
)
def test_answer_says_when_the_plan_was_updated_and_what_has_passed(make_view, plan, as_at, found):
    assert answer(make_view(plan, as_at)) == found


def test_date_of_which_the_plan_says_nothing_is_counted_apart(make_view):
    view = make_view({"as_at": "2019-05-31"}, date(2019, 5, 31), status={"missing": "not-yet-rated"})
    assert "1 date has passed, and no rating says whether the work is done." in answer(view)


@pytest.mark.parametrize(
    ("times", "found"),
    [
        (["March 2019", "Ongoing"], "1 date has passed of work whose last date is still to come or not known."),
        (["March 2019", "June 2020"], "1 date has passed of work whose last date is still to come or not known."),
        (
            ["March 2019", "May 2019", "June 2020"],
            "2 dates have passed of work whose last date is still to come or not ",
        ),
        (["March 2019", "in good time"], "1 date has passed of work whose last date is still to come or not known."),
        (["June 2020", "March 2020"], "No date has passed with its work still open."),
        (["June 2020", "in good time"], "No date that could be read has passed with its work still open."),
        (["June 2020", "within three months"], "No date that could be read has passed with its work still open."),
        (["June 2020", {"words": "in good time", "role": "reported"}], "No date has passed with its work still open."),
    ],
)
def test_no_date_has_passed_only_where_none_has_and_all_were_read(make_view, times, found):
    assert answer(make_view(as_at=date(2019, 7, 1), timescales=times)).startswith(found)


def test_closed_plan_says_the_same_of_its_last_day(make_view):
    ended = {"closed": {"as_at": "2019-07-01", "why": "It ended"}}
    passed = answer(make_view(ended, date(2019, 7, 1), timescales=["March 2019", "June 2020"]))
    assert passed.endswith("By then, 1 date had passed of work whose last date was still to come or not known.")
    unread = answer(make_view(ended, date(2019, 7, 1), timescales=["June 2020", "in good time"]))
    assert unread.endswith("By then, no date that could be read had passed with its work still open.")


def test_dates_of_work_that_is_done_have_not_passed_with_it_open(make_view):
    done = answer(make_view(as_at=date(2019, 7, 1), timescales=["March 2019", "in good time"], progress=100))
    assert done == "No date has passed with its work still open."


def test_ratings_that_no_longer_hold_are_counted(make_view):
    view = make_view(as_at=date(2019, 3, 1), status="green", review=REVIEWED)
    assert "1 rating no longer holds, because no review has confirmed it in time." in answer(view)


def test_rating_of_a_level_that_the_plan_does_not_rate_is_not_counted(make_view):
    view = make_view({"rated": ["outcomes"]}, date(2019, 3, 1), status="green", review=REVIEWED)
    assert "no longer" not in answer(view)


def test_plan_without_dates_says_nothing_of_them(make_view):
    assert answer(make_view(timescales=[])) == ""

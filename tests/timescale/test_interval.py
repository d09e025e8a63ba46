"""Lengths of time and rhythms are read from words, and days are added as a calendar does."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plan.field_types import FIRST_DAY, LAST_DAY
from generator.timescale.interval import due_after, read_interval, read_length, read_rhythm, shift

RHYTHMS = {
    "daily": (1, "day"),
    "weekly": (1, "week"),
    "Fortnightly": (2, "week"),
    "monthly": (1, "month"),
    "quarterly": (3, "month"),
    "half-yearly": (6, "month"),
    "semi-annually": (6, "month"),
    "twice a year": (6, "month"),
    "three times a year": (4, "month"),
    "four times a year": (3, "month"),
    "annually": (1, "year"),
    "annual": (1, "year"),
    "yearly": (1, "year"),
    "once a year": (1, "year"),
    "biennial": (2, "year"),
    "triennially": (3, "year"),
    "6 monthly": (6, "month"),
    "6-monthly": (6, "month"),
    "6monthly": (6, "month"),
    "six\u2011monthly": (6, "month"),
    "SIX MONTHLY.": (6, "month"),
    "6 weekly": (6, "week"),
    "two-yearly": (2, "year"),
    "every month": (1, "month"),
    "each quarter": (3, "month"),
    "every 6 months": (6, "month"),
    "every  six\u00a0months": (6, "month"),
    "once every three years": (3, "year"),
    "every two quarters": (6, "month"),
    "every fortnight": (2, "week"),
    "every other week": (2, "week"),
    "every other month": (2, "month"),
}
LENGTHS = {
    "6 months": (6, "month"),
    "six months": (6, "month"),
    "a year": (1, "year"),
    "1 month": (1, "month"),
    "12 weeks": (12, "week"),
    "28 days": (28, "day"),
    "a fortnight": (2, "week"),
    "two quarters": (6, "month"),
    "twenty-four months": (24, "month"),
    "eighteen months": (18, "month"),
}
NEITHER = [
    *(
        "",
        "6",
        "months",
        "0 months",
        "0 monthly",
        "00 weekly",
        "-6 months",
        "1.5 months",
        "100 months",
        "every",
        "soon",
    ),
    *("bi-monthly", "biannual", "sixmonthly", "every March", "6 monthly and annually", "٦ months", "other month"),
]


@pytest.mark.parametrize("words", RHYTHMS)
def test_rhythm_is_read(words):
    assert read_rhythm(words) == RHYTHMS[words]
    assert read_interval(words) == RHYTHMS[words]
    assert read_length(words) is None


@pytest.mark.parametrize("words", LENGTHS)
def test_length_is_read_and_is_no_rhythm(words):
    assert read_length(words) == LENGTHS[words]
    assert read_interval(words) == LENGTHS[words]
    assert read_rhythm(words) is None


@pytest.mark.parametrize("words", NEITHER)
def test_other_words_are_neither(words):
    assert read_interval(words) is None


@given(st.text() | st.sampled_from(["1 " * 10_000, "every " * 4_000, "a" * 20_000, " " * 20_000, "6" * 20_000]))
def test_reading_never_raises(words):
    read_interval(words)


@given(st.integers(1, 99), st.sampled_from(["week", "month", "year"]))
def test_counted_rhythm_length_and_every_agree(count, unit):
    assert read_rhythm(f"{count} {unit}ly") == (count, unit)
    assert read_rhythm(f"every {count} {unit}s") == (count, unit)
    assert read_length(f"{count} {unit}s") == (count, unit)


@pytest.mark.parametrize(
    ("day", "interval", "times", "later"),
    [
        (date(2019, 3, 29), (6, "month"), 1, date(2019, 9, 29)),
        (date(2018, 9, 28), (6, "month"), 2, date(2019, 9, 28)),
        (date(2019, 8, 31), (6, "month"), 1, date(2020, 2, 29)),
        (date(2019, 1, 31), (1, "month"), 1, date(2019, 2, 28)),
        (date(2020, 2, 29), (1, "year"), 1, date(2021, 2, 28)),
        (date(2019, 12, 31), (1, "month"), 1, date(2020, 1, 31)),
        (date(2019, 12, 25), (2, "week"), 1, date(2020, 1, 8)),
        (date(2019, 2, 27), (3, "day"), 1, date(2019, 3, 2)),
        (date(2019, 3, 31), (3, "month"), 0, date(2019, 3, 31)),
        (date(2019, 3, 31), (1, "month"), -1, date(2019, 2, 28)),
    ],
)
def test_day_is_moved_as_a_calendar_does(day, interval, times, later):
    assert shift(day, interval, times) == later


DAYS = st.dates(FIRST_DAY, LAST_DAY)
INTERVALS = st.tuples(st.integers(1, 99), st.sampled_from(["day", "week", "month", "year"]))


@given(DAYS, INTERVALS)
def test_what_is_due_again_is_due_later_and_at_the_end_of_a_month_for_months_and_years(day, interval):
    due = due_after(day, interval)
    assert due >= shift(day, interval) > day
    if interval[1] in ("month", "year"):
        assert (due + timedelta(days=1)).day == 1


def test_no_day_that_a_plan_can_hold_leads_out_of_the_calendar():
    for unit in ("day", "week", "month", "year"):
        assert due_after(LAST_DAY, (99, unit)) > shift(FIRST_DAY, (99, unit))


@pytest.mark.parametrize(
    ("day", "interval", "due"),
    [
        (date(2018, 9, 28), (6, "month"), date(2019, 3, 31)),
        (date(2019, 1, 31), (1, "month"), date(2019, 2, 28)),
        (date(2019, 3, 1), (1, "year"), date(2020, 3, 31)),
        (date(2019, 3, 1), (2, "week"), date(2019, 3, 15)),
    ],
)
def test_next_time_is_due_by_the_end_of_its_month(day, interval, due):
    assert due_after(day, interval) == due

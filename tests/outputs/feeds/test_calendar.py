"""The calendar says what falls due, on the days that the pages say, under names that stay."""

from dataclasses import replace
from datetime import date
from itertools import islice

import icalendar
import pytest
from dateutil.rrule import rrulestr
from hypothesis import example, given
from hypothesis import strategies as st

from generator.outputs.feeds import calendar_files
from generator.outputs.feeds.calendar import MOST_BYTES, folded
from generator.outputs.feeds.events import recurrence
from generator.plan.model import Timescale
from generator.status import Rhythm, due_days
from generator.timescale import Part
from generator.timescale.interval import Interval
from tests.conftest import small_plan
from tests.council_folder import ADDRESS, settings_of
from tests.shelves import published, view_of, with_action

CALENDAR = "anytown/data/calendar.ics"
LAST = date(2100, 12, 31)


@pytest.fixture
def settings(tmp_path):
    return settings_of(tmp_path / "council")


def with_times(*words, **values):
    return with_action(small_plan(), "a-1-1", timescales=tuple(Timescale(words=word, **values) for word in words))


def calendar(folder, plan, settings, day="2018-09-30"):
    shelf = published(folder, [(day, "significant", "First.", plan)])
    files = calendar_files(view_of(shelf), settings)
    return files[CALENDAR] if files else b""


def events(data):
    found = icalendar.Calendar.from_ical(data)
    assert not found.errors
    for event in found.walk("VEVENT"):
        assert not event.errors
    return found.walk("VEVENT")


def test_deadline_is_the_last_day_of_what_was_said(place, settings):
    data = calendar(place, with_times("March 2019", "2019-04-05", "by end of June 2019"), settings)
    assert [event["DTSTART"].dt for event in events(data)] == [
        date(2019, 3, 31),
        date(2019, 4, 5),
        date(2019, 6, 30),
    ]
    assert b"DTSTART;VALUE=DATE:20190331\r\n" in data
    first = events(data)[0]
    assert first["SUMMARY"] == "Anytown plan: 1.1 Ask children is due by today"
    assert first["DESCRIPTION"] == "The plan says: March 2019"
    assert first["URL"] == f"{ADDRESS}anytown/actions/a-1-1/"
    assert str(first["DTSTAMP"].dt) == "2018-09-30 00:00:00+00:00"


def test_time_without_a_day_is_in_no_calendar(place, settings):
    assert calendar(place, with_times("Ongoing"), settings) == b""
    assert calendar(place.with_name("two"), with_times("March 2019", role="reported"), settings) == b""


def test_name_of_an_event_stays_when_its_day_moves(place, settings):
    plan = with_times("March 2019", "June 2019")
    later = with_times("May 2019", "June 2019")
    shelf = published(
        place, [("2018-09-30", "significant", "First.", plan), ("2019-03-29", "significant", "Put back.", later)]
    )
    data = calendar_files(view_of(shelf), settings)[CALENDAR]
    first = published(place.with_name("copy"), [("2018-09-30", "significant", "First.", plan)])
    moved = {event["UID"]: event["DTSTART"].dt for event in events(data)}
    assert list(moved.values()) == [date(2019, 5, 31), date(2019, 6, 30)]
    before = replace(view_of(shelf), plan=plan, edition=shelf.editions[0])
    old = {event["UID"] for event in events(calendar_files(before, settings)[CALENDAR])}
    assert old == set(moved)
    # The same plan of another council has other names.
    assert not old & {event["UID"] for event in events(calendar_files(view_of(first), settings)[CALENDAR])}


def test_duty_that_comes_again_is_one_event_with_a_rule(place, settings):
    plan = with_times("6 monthly", since=date(2018, 10, 1))
    (event,) = events(calendar(place, plan, settings))
    assert event["DTSTART"].dt == date(2019, 3, 31)
    assert event["RRULE"].to_ical() == b"FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1"


def test_duty_ends_with_the_plan(place, settings):
    plan = small_plan(
        {"period": {"start": "2018-10-01", "end": "2019-12-31"}},
        timescales=({"words": "quarterly", "since": "2018-10-01"},),
    )
    (event,) = events(calendar(place, plan, settings))
    assert event["RRULE"].to_ical() == b"FREQ=MONTHLY;UNTIL=20191231;INTERVAL=3;BYMONTHDAY=-1"


def test_duty_that_no_rule_can_say_is_told_day_by_day(place, settings):
    plan = small_plan(
        {"period": {"start": "2018-10-01", "end": "2019-12-31"}},
        timescales=({"words": "quarterly", "since": "2018-10-31"},),
    )
    found = events(calendar(place, plan, settings))
    assert [event["DTSTART"].dt for event in found] == [
        date(2019, 1, 30),
        date(2019, 4, 29),
        date(2019, 7, 30),
        date(2019, 10, 30),
    ]
    assert len({event["UID"] for event in found}) == 4
    assert not any("RRULE" in event for event in found)


def test_report_and_the_next_update_stand_in_it(place, settings):
    report = {"id": "r-1", "what": "Progress", "how_often": "every year", "since": "2018-04-01"}
    plan = small_plan({"reports": [report], "update_every": "6 months"}, timescales=("Ongoing",))
    found = {event["SUMMARY"]: event["DTSTART"].dt for event in events(calendar(place, plan, settings))}
    assert found == {
        "Anytown plan: report due by today: Progress": date(2019, 3, 31),
        "Anytown plan: the next update is expected by today": date(2019, 3, 31),
    }


def test_closed_plan_asks_for_nothing_after_its_day(place, settings):
    closed = {"as_at": "2019-09-30", "why": "It ended."}
    plan = small_plan(
        {"closed": closed, "state": "ended", "update_every": "6 months"},
        timescales=({"words": "6 monthly", "since": "2018-10-01"},),
    )
    (event,) = events(calendar(place, plan, settings))
    assert b"UNTIL=20190930" in event["RRULE"].to_ical()


def test_what_is_done_says_so(place, settings):
    plan = replace(with_times("March 2019"))
    plan = with_action(plan, "a-1-1", progress=100)
    (event,) = events(calendar(place, plan, settings))
    assert event["SUMMARY"] == "Anytown plan: 1.1 Ask children (reported as done)"


def test_without_an_address_events_have_none(place, tmp_path):
    data = calendar(place, with_times("March 2019"), settings_of(tmp_path / "council", site_url=""))
    assert b"URL" not in data
    assert len(events(data)) == 1


INTERVALS = st.sampled_from(
    [(1, "day"), (2, "week"), (1, "month"), (3, "month"), (6, "month"), (1, "year"), (2, "year")]
)


@given(INTERVALS, st.dates(date(2016, 1, 1), date(2024, 12, 31)), st.integers(0, 12))
@example((1, "month"), date(2019, 1, 28), 0)
@example((1, "month"), date(2019, 1, 29), 0)
@example((1, "month"), date(2019, 1, 1), 0)
def test_rule_falls_on_the_due_days_and_on_no_other(every: Interval, since: date, month: int):
    part = Part("recurring", every=(1, "year") if month else every, month=month)
    rhythm = Rhythm(part, since, date(2040, 6, 15))
    rule = recurrence(rhythm)
    days = [*due_days(rhythm)]
    if not rule:
        assert since.day > 28
        return
    assert rule.endswith(";UNTIL=20400615")
    assert [day.date() for day in islice(rrulestr(rule, dtstart=_midnight(days[0])), 400)] == days[:400]
    assert "UNTIL" not in recurrence(replace(rhythm, until=LAST))


def _midnight(day):
    return icalendar.vDatetime.from_ical(f"{day:%Y%m%d}T000000")


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")), max_size=300))
def test_line_is_folded_within_75_bytes_and_reads_back(value):
    lines = folded(value).split("\r\n")
    assert all(len(line.encode()) <= MOST_BYTES for line in lines)
    assert lines[0] + "".join(line[1:] for line in lines[1:]) == value
    assert all(line.startswith(" ") for line in lines[1:])


@pytest.mark.parametrize("title", ["a,b;c\\d", "END:VEVENT", "one\\ntwo", "ü" * 200, "a:b", 'x"y'])
def test_text_comes_back_as_it_was(title, place, settings):
    plan = with_action(with_times("March 2019"), "a-1-1", title=title)
    (event,) = events(calendar(place, plan, settings))
    assert event["SUMMARY"] == f"Anytown plan: 1.1 {title} is due by today"


def test_every_line_ends_with_crlf(place, settings):
    data = calendar(place, with_times("March 2019"), settings)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")

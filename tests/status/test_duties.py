"""A duty that comes again falls due on days that can be told, and each was kept, or not, or nothing tells."""

from datetime import date

import pytest

from generator.status import boundaries, duties, occurrence_state, report_duties

REPORT = {"id": "r-1", "what": "Progress", "how_often": "quarterly", "since": "2019-01-01"}
TIME = {"words": "Reported to CPC 6 monthly", "role": "reported", "report": "r-1", "since": "2018-09-01"}


@pytest.fixture
def found(make_plan):
    def find(on=date(2020, 1, 1), held=(), as_at="2019-12-31", timescale=TIME, **plan):
        report = {**REPORT, "occurrences": [{"held_on": day} for day in held]}
        whole = make_plan({"reports": [report], "as_at": as_at, **plan}, timescales=[timescale])
        (time,) = whole.outcomes[0].actions[0].timescales
        return [(str(duty.due), duty.state, str(duty.held) if duty.held else "") for duty in duties(whole, time, on)]

    return find


def test_each_interval_ends_on_a_due_day_and_the_next_stands_last(found):
    assert found(date(2019, 2, 28)) == [("2019-02-28", "to-come", "")]
    days = [day for day, *_ in found(date(2020, 1, 1))]
    assert days == ["2019-02-28", "2019-08-31", "2020-02-29"]


@pytest.mark.parametrize(
    ("held", "states"),
    [
        ([], ["not-said", "not-said", "to-come"]),
        (["21 February 2019", "30 August 2019"], ["kept", "kept", "to-come"]),
        # A month counts at its last day
        (["February 2019"], ["kept", "not-said", "to-come"]),
        # After it was due, and before the next was
        (["5 March 2019", "30 August 2019"], ["kept-after", "kept", "to-come"]),
        # One report counts once, for the interval in which it was made
        (["5 March 2019"], ["not-said", "kept", "to-come"]),
        (["before long"], ["not-said", "not-said", "to-come"]),
        (["1 August 2018"], ["not-said", "not-said", "to-come"]),
    ],
)
def test_reports_are_matched_to_the_days_on_which_they_were_due(found, held, states):
    assert [state for _, state, _ in found(held=held)] == states


def test_day_on_which_it_was_kept_is_told(found):
    assert found(held=["5 March 2019", "30 August 2019"])[:2] == [
        ("2019-02-28", "kept-after", "2019-03-05"),
        ("2019-08-31", "kept", "2019-08-30"),
    ]


def test_nothing_is_recorded_only_where_something_was_published_since(found):
    assert [state for _, state, _ in found(as_at="2019-06-30")] == ["not-said", "not-known", "to-come"]
    assert [state for _, state, _ in found(as_at="2019-02-28")] == ["not-known", "not-known", "to-come"]
    # The same holds where no report is named.
    alone = {key: value for key, value in TIME.items() if key != "report"}
    assert [state for _, state, _ in found(timescale=alone)] == ["not-said", "not-said", "to-come"]
    assert [state for _, state, _ in found(timescale=alone, as_at="2019-06-30")] == ["not-said", "not-known", "to-come"]


def test_duty_ends_with_the_plan(found):
    period = {"start": "2018-09-01", "end": "2019-09-30"}
    assert [day for day, *_ in found(period=period)] == ["2019-02-28", "2019-08-31"]


def test_duty_without_a_first_day_names_none(found):
    assert found(timescale={**TIME, "since": None, "report": None}) == []
    assert found(timescale={"words": "March 2019", "since": "2018-09-01"}) == []
    # The words may say from when, and until when; or a report may.
    alone = {"words": "6 monthly from April 2019 to March 2020"}
    assert [day for day, *_ in found(date(2030, 1, 1), timescale=alone)] == ["2019-09-30", "2020-03-31"]
    assert found(date(2019, 5, 1), timescale={**TIME, "since": None})[0][0] == "2019-06-30"


def test_duty_without_an_end_is_worked_out_to_the_last_day_that_can_be_written(found):
    days = found(date.max, timescale={**TIME, "words": "weekly"})
    assert (days[0][0], days[-1][0]) == ("2018-09-07", "2100-12-31")


def test_late_report_of_a_long_duty_counts_for_its_own_week(found):
    weekly = {"words": "weekly", "report": "r-1", "since": "2019-01-01"}
    kept = [day for day in found(date(2022, 7, 20), ["27 June 2022"], "2022-06-30", weekly) if day[1] == "kept"]
    assert kept == [("2022-06-27", "kept", "2022-06-27")]


def test_report_that_was_made_when_the_duty_had_come_again_is_not_the_last_ones(found):
    period = {"start": "2018-09-01", "end": "2019-09-30"}
    assert [state for _, state, _ in found(held=["29 February 2020"], period=period)] == ["not-said", "kept-after"]
    assert [state for _, state, _ in found(held=["1 March 2020"], period=period)] == ["not-said", "not-said"]


def test_report_falls_due_as_often_as_it_says(make_plan):
    report = {**REPORT, "occurrences": [{"held_on": "29 March 2019"}]}
    plan = make_plan({"reports": [report], "as_at": "2019-12-31"})
    states = [(str(duty.due), duty.state) for duty in report_duties(plan, plan.reports[0], date(2019, 8, 1))]
    assert states == [("2019-03-31", "kept"), ("2019-06-30", "not-said"), ("2019-09-30", "to-come")]
    unread = make_plan({"reports": [{**REPORT, "how_often": "now and then"}]})
    assert report_duties(unread, unread.reports[0], date(2019, 8, 1)) == ()


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("annually in June", ["2019-06-30", "2020-06-30"]),
        ("every August", ["2018-08-31", "2019-08-31", "2020-08-31"]),
        ("6 monthly and annually", ["2019-02-14", "2019-08-14", "2020-02-14"]),
        ("annually and in March 2019", ["2019-08-14", "2020-08-14"]),
    ],
)
def test_rhythm_falls_due_as_its_words_say(found, words, days):
    time = {"words": words, "since": "2018-08-15"}
    assert [day for day, *_ in found(date(2020, 1, 20), timescale=time)] == days


@pytest.mark.parametrize(
    ("occurrence", "found_state", "held"),
    [
        ({"due": "February 2019", "held_on": "5 March 2019"}, "kept-after", "2019-03-05"),
        ({"due": "28 February 2019", "held_on": "2 January 2019"}, "kept", "2019-01-02"),
        ({"due": "28 February 2019", "state": "missed"}, "missed", ""),
        ({"due": "28 February 2019", "state": "kept"}, "kept", ""),
        ({"due": "28 February 2019", "state": "late"}, "kept-after", ""),
        # Nothing is said of what became of it
        ({"due": "28 February 2019"}, "not-said", ""),
        ({"due": "28 February 2019", "state": "not-stated"}, "not-said", ""),
    ],
)
def test_report_that_names_its_due_day_is_taken_at_its_word(make_plan, occurrence, found_state, held):
    plan = make_plan({"reports": [{**REPORT, "occurrences": [occurrence]}], "as_at": "2019-12-31"}, timescales=[TIME])
    (time,) = plan.outcomes[0].actions[0].timescales
    first, second, *_ = duties(plan, time, date(2020, 1, 1))
    assert (str(first.due), first.state, str(first.held or "")) == ("2019-02-28", found_state, held)
    assert second.state == "not-said"


def test_report_that_is_always_a_few_days_late_was_never_missed(found):
    monthly = {"words": "monthly", "report": "r-1", "since": "2019-01-01"}
    made = ["5 February 2019", "5 March 2019", "5 April 2019"]
    states = [state for _, state, _ in found(date(2019, 4, 6), made, "2019-04-06", monthly)]
    assert states == ["not-said", "kept", "kept", "kept", "to-come"]


def test_report_that_was_made_early_is_kept_and_the_next_is_told(found):
    states = found(date(2019, 1, 10), held=["2 January 2019"], as_at="2019-01-05")
    assert states == [("2019-02-28", "kept", "2019-01-02"), ("2019-08-31", "to-come", "")]


@pytest.mark.parametrize(
    ("on", "published", "state"),
    [("2026-09-30", "2026-03-01", "to-come"), ("2026-10-01", "2026-03-01", "not-known"),
     ("2026-10-01", "2026-10-01", "not-said")],
)  # fmt: skip
def test_time_of_a_report_is_to_come_until_it_is_due_whatever_its_plan_said_before(make_plan, on, published, state):
    occurrences = [{"due": "30 September 2026", "state": "not-yet"}]
    plan = make_plan({"as_at": published, "reports": [{"id": "r-1", "what": "Progress", "occurrences": occurrences}]})
    (occurrence,) = plan.reports[0].occurrences
    assert occurrence_state(plan, occurrence, date.fromisoformat(on)) == state
    assert date(2026, 10, 1) in boundaries(plan)


@pytest.mark.parametrize(
    ("how_often", "held", "wanted"),
    [
        ("30 June 2019", [], [("2019-06-30", "not-said")]),
        ("30 June 2019", ["2 May 2018"], [("2019-06-30", "kept")]),
        ("30 June 2019", ["1 July 2019"], [("2019-06-30", "kept-after")]),
        ("30 June 2019 and 31 December 2020", ["May 2019"], [("2019-06-30", "kept"), ("2020-12-31", "to-come")]),
        ("now and then", [], []),
    ],
)
def test_report_that_names_its_days_falls_due_on_them(make_plan, how_often, held, wanted):
    report = {"id": "r-1", "what": "x", "how_often": how_often, "occurrences": [{"held_on": day} for day in held]}
    plan = make_plan({"reports": [report], "as_at": "2019-12-31"})
    assert [(str(duty.due), duty.state) for duty in report_duties(plan, plan.reports[0], date(2020, 1, 1))] == wanted

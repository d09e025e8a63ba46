"""Timescales are read, or it is said that they are not; a date was moved by somebody, and to another date."""

from datetime import date

import pytest

from tests.checks.checking import checked, checked_for, subjects, with_line

PATH = "outcomes[1].actions[1].timescales[1]"


@pytest.mark.parametrize(
    "words", ["March 2019", "31 March 2019", "2019", "6 monthly", "ongoing", "quarterly and annually"]
)
def test_words_that_are_read_are_no_problem(words):
    assert checked(with_line(f"timescales: [{words}]")) == []


@pytest.mark.parametrize("words", ["TBC", "Spring 2019", "“April 2019”", "soon", "31 June 2019", "March"])
def test_words_that_are_not_read_are_told(words):
    (text,) = checked(with_line(f"timescales: [{words}]"))
    assert text.startswith(f"{PATH}.words: {words!r} was not read as a date: ")
    assert text.endswith(", or accept it with a reason (timescale-unread)")


@pytest.mark.parametrize(
    ("words", "do"),
    [
        ("spring term", "write a month and a year"),
        ("March", "add the year"),
        ("31 June 2019", "mend the day"),
        ("Tuesday 25 March 2019", "mend the day or its date"),
        ("March or April 2019", "write the one that is meant"),
        ("0 monthly", "mend the number"),
    ],
)
def test_what_to_do_about_words_that_are_not_read_fits_them(words, do):
    (text,) = checked(with_line(f"timescales: [{words}]"))
    assert text.endswith(f"; {do}, or accept it with a reason (timescale-unread)")


def test_words_with_two_meanings_are_refused_with_both():
    assert checked(with_line("timescales: [bi-monthly]")) == [
        f"{PATH}.words: 'bi-monthly' can be read in two ways: twice a month, or every two months; "
        "write which one is meant (timescale-ambiguous)"
    ]


def test_words_that_were_meant_are_read_in_their_place():
    assert checked(with_line("timescales: [{words: Sept 20010, read_as: Sept 2010}]")) == []
    (text,) = checked(with_line("timescales: [{words: Sept 2010, read_as: soon}]"))
    assert text.startswith(f"{PATH}.read_as: 'soon' was not read as a date: ")


def test_warning_can_be_accepted_for_the_action():
    line = "timescales: [TBC]"
    accepted = "accepted: [{code: timescale-unread, id: a-1, reason: As printed, role: Officer, date: 2019-03-31}]\n"
    assert checked(with_line(line) + accepted) == []


def test_target_of_a_measure_is_read_too():
    (text,) = checked(with_line("measures: [{id: m-1, text: x, targets: [{value: All, by: TBC}]}]"))
    assert text.startswith("outcomes[1].actions[1].measures[1].targets[1].by.words: 'TBC' was not read")


PERIOD = "period: {start: 2018-04-01, end: 2020-03-31}\n"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("March 2018", "due-before-start"),
        ("31 March 2018", "due-before-start"),
        ("April 2018", ""),
        ("2018", ""),
        ("2020", ""),
        ("March 2020", ""),
        ("April 2020", "due-after-end"),
        ("2021", "due-after-end"),
        ("6 monthly", ""),
        ("ongoing", ""),
    ],
)
def test_what_is_due_lies_in_the_period_of_the_plan(words, code):
    plan = with_line(f"timescales: [{words}]") + PERIOD
    for kind in ("due-before-start", "due-after-end"):
        assert subjects(kind, plan) == (["a-1"] if kind == code else [])
    assert checked(plan.replace(PERIOD, "")) == []


@pytest.mark.parametrize(
    ("words", "plan", "told"),
    [
        ("by June 30", PERIOD, "30 June, or June 2030"),
        ("March 31", PERIOD, "31 March, or March 2031"),
        ("March 2019 and June 30", PERIOD, "30 June, or June 2030"),
        ("monthly until June 30", PERIOD, "30 June, or June 2030"),
        ("June 30", "as_at: 2019-03-31\n", "30 June, or June 2030"),
        ("June 30", "closed: {as_at: 2019-03-31, why: It ended}\nstate: ended\n", "30 June, or June 2030"),
        ("March 14", "as_at: 2019-03-31\n", "14 March, or March 2014"),
        # The year is near enough
        ("October 14", "period: {start: 2014-08-01, end: 2015-12-31}\n", ""),
        ("March 19", PERIOD, ""),
        ("March 22", "as_at: 2019-03-31\n", ""),
        ("March 16", "as_at: 2019-03-31\n", ""),
        # No day of June
        ("June 2030", "as_at: 2019-03-31\n", ""),
        ("June '30", "as_at: 2019-03-31\n", ""),
        ("30 June 30", "as_at: 2019-03-31\n", ""),
        # Nothing is known of the plan
        ("June 30", "", ""),
    ],
)
def test_two_digits_that_may_be_a_day_are_no_year_far_from_the_plan(words, plan, told):
    text = with_line(f'timescales: ["{words}"]') + plan
    wanted = f"{PATH}.words: {words!r} can be read in two ways: {told}; write which one is meant (timescale-ambiguous)"
    assert checked(text) == ([wanted] if told else [])


def test_day_of_a_month_is_no_year_far_after_today():
    plan = with_line("timescales: [June 30]")
    assert checked_for("timescale-ambiguous", plan, today=date(2026, 1, 1))
    # and a plan that was right stays so
    for today in (date(2027, 1, 1), date(2099, 1, 1)):
        assert not checked_for("timescale-ambiguous", plan, today=today)


def test_message_says_where_the_period_begins_and_ends():
    do = "; mend one of the two, or accept it with a reason ("
    (before,) = checked(with_line("timescales: [March 2017]") + PERIOD)
    assert before.startswith(f"{PATH}.words: 'March 2017' is over before the plan's period starts, on 1 April 2018{do}")
    (after,) = checked(with_line("timescales: [{words: x, read_as: May 2020}]") + PERIOD)
    assert after.startswith(f"{PATH}.read_as: 'May 2020' begins after the plan's period ends, on 31 March 2020{do}")


def test_what_is_reported_may_lie_outside():
    assert checked(with_line("timescales: [{words: May 2020, role: reported}]") + PERIOD) == []
    assert len(checked(with_line("timescales: [{words: May 2020, role: target}]") + PERIOD)) == 1


def test_period_that_is_wrong_is_told_alone():
    (text,) = checked(with_line("timescales: [March 2019]") + "period: {start: 2020-04-01, end: 2018-03-31}\n")
    assert text.endswith("(period-backwards)")


def test_time_that_counts_from_an_event_names_it():
    words = "Within three months of the report"
    (text,) = checked(with_line(f"timescales: [{words}]"))
    assert text == (
        f"{PATH}.words: {words!r} counts from an event, and it is not said which; "
        "list the event under 'events', and name it here as 'event' (timescale-unanchored)"
    )
    assert checked(with_line(f"timescales: [{{words: {words}, event: report}}]")) == []


@pytest.mark.parametrize(("day", "codes"), [("2019-01-15", []), ("2020-04-15", ["due-after-end"]), ("", [])])
def test_time_that_counts_from_an_event_lies_in_the_period_too(day, codes):
    dated = f"name: The report is published, date: {day}" if day else "name: The report is published"
    plan = with_line("timescales: [{words: Within three months of the report, event: report}]")
    found = checked(plan.replace("name: The report is published", dated) + PERIOD)
    assert [text.split("(")[-1].strip(")") for text in found] == codes


# Dates that were moved

REVISES = "outcomes[1].actions[1].timescales[1].revises"


def moved(words: str, *before: str, read_as: str = "") -> str:
    meant = f", read_as: {read_as}" if read_as else ""
    earlier = ", ".join(f"{{words: {old}, decided_by: council}}" for old in before)
    return with_line(f"timescales: [{{words: {words}{meant}, revises: [{earlier}]}}]")


def test_move_says_who_decided():
    text = moved("June 2019", "May 2019")
    assert checked_for("revision-undecided", text) == []
    assert checked_for("revision-undecided", text.replace(", decided_by: council", "")) == [
        f"{REVISES}[1]: 'May 2019' was moved, and it is not said who decided that; "
        "add 'decided_by' with the body that did (revision-undecided)"
    ]
    assert subjects("revision-undecided", text.replace(", decided_by: council", "")) == ["a-1"]


@pytest.mark.parametrize("before", ["June 2019", "By the end of June 2019", "june 2019"])
def test_date_moved_to_itself_is_told(before):
    assert checked_for("revision-same", moved("June 2019", before)) == [
        f"{REVISES}[1].words: {before!r} was moved to 'June 2019', which is the same time; "
        "mend one of the two, or take the move out (revision-same)"
    ]


@pytest.mark.parametrize("before", ["May 2019", "30 June 2019", "June 2019 and 6 monthly", "soon", "ongoing"])
def test_date_moved_to_another_is_left_in_peace(before):
    assert checked_for("revision-same", moved("June 2019", before)) == []


def test_words_that_are_not_read_are_the_same_as_no_others():
    assert checked_for("revision-same", moved("soon", "soon")) == []


def test_date_may_be_moved_away_and_back():
    assert checked_for("revision-same", moved("June 2019", "June 2019", "May 2019")) == []
    (text,) = checked_for("revision-same", moved("June 2019", "June 2019", "June 2019", "May 2019"))
    assert text.startswith(f"{REVISES}[1].words: ")


def test_words_that_were_meant_are_compared():
    assert checked_for("revision-same", moved("June 2091", "June 2019")) == []
    assert len(checked_for("revision-same", moved("June 2091", "June 2019", read_as="June 2019"))) == 1

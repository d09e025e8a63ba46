"""A plan's times in words, and what became of them."""

from datetime import date

import pytest

from generator.status import Duty
from generator.timescale import read
from generator.wording import Words
from generator.words.times import (
    duty_phrases,
    lateness_tag,
    note_phrases,
    period_phrase,
    revision_phrase,
    timescale_facts,
)

WORDS = Words()
TARGET, DUE, REPORTED = "Target date", "By when", "Reporting"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("March 2019", "by 31 March 2019"),
        ("14/2/2019", "by 14 February 2019"),
        ("2019", "by 31 December 2019"),
        ("6 monthly", "every 6 months"),
        ("monthly", "every month"),
        ("weekly", "every week"),
        ("every 2 weeks", "every 2 weeks"),
        ("annually", "every year"),
        ("daily", "every day"),
        ("Immediately", "at once"),
        ("ongoing", "without an end date"),
    ],
)
def test_time_is_said_in_full(words, found):
    (part,) = read(words).parts
    assert period_phrase(WORDS, part) == found


def timescale_lines(view, lines, **options):
    return lines(timescale_facts(view, view.plan.outcomes[0].actions[0], is_full=True, **options))


@pytest.mark.parametrize(
    ("timescale", "found"),
    [
        ("March 2019", "March 2019; Read as: by 31 March 2019."),
        (
            "quarterly and annually",
            "quarterly and annually; Read as: every 3 months and every year.",
        ),
        ("in good time", "in good time; No date could be read from these words."),
        ("October 14", "October 14; Read as: by 31 October 2014.; The last two digits are read as the year."),
        (
            {"words": "March 2019", "verbatim": "1.1 March 2019"},
            "March 2019; Read as: by 31 March 2019.; Printed as “1.1 March 2019”.",
        ),
        ({"words": "March 2019", "verbatim": "March 2019"}, "March 2019; Read as: by 31 March 2019."),
        (
            {"words": "March 2019", "revises": [{"words": "May 2018", "moved_on": "2018-05-02", "decided_by": "CPC"}]},
            "March 2019; Read as: by 31 March 2019.; Was May 2018 until 2 May 2018; moved by CPC.",
        ),
    ],
)
def test_timescale_is_the_officers_words_and_how_they_are_read(make_view, lines, timescale, found):
    assert timescale_lines(make_view(timescales=[timescale]), lines) == {DUE: [found]}


def test_corrected_timescale_shows_what_was_meant_and_why(make_view, lines):
    slip = {"words": "Sept 2010", "read_as": "Sept 2020", "reading": "corrected", "note": "A slip."}
    (line,) = timescale_lines(make_view(timescales=[slip]), lines)[DUE]
    assert line.startswith("Sept 2010; ")
    for words in ("Taken to mean “Sept 2020”.", "Read as: by 30 September 2020.", "A slip."):
        assert words in line


def test_timescales_stand_by_what_they_are_for(make_view, lines):
    timescales = [
        {"words": "6 monthly", "role": "reported"},
        {"words": "May 2019"},
        {"words": "2020", "role": "target"},
        {"words": "June 2019"},
    ]
    found = timescale_lines(make_view(timescales=timescales), lines)
    assert [(label, len(texts)) for label, texts in found.items()] == [(TARGET, 1), (DUE, 2), (REPORTED, 1)]


@pytest.mark.parametrize(
    ("timescales", "found"),
    [
        ([], "Not stated"),
        ({"missing": "not-stated"}, "Not stated"),
        ({"missing": "not-applicable"}, "Does not apply"),
        ({"missing": "withheld", "ground": "Court case"}, "Withheld: Court case"),
    ],
)
def test_no_timescale_is_said_in_words(make_view, lines, timescales, found):
    assert timescale_lines(make_view(timescales=timescales), lines) == {DUE: [found]}


def tags(view) -> list[str]:
    facts = timescale_facts(view, view.plan.outcomes[0].actions[0], is_full=True)
    return [line.tag.text if line.tag else "" for fact in facts for line in fact.lines]


@pytest.mark.parametrize(
    ("as_at", "found"),
    [
        (None, ""),
        (date(2019, 3, 31), ""),
        (date(2019, 4, 1), "Date passed, nothing published since"),
        (date(2020, 1, 1), "Date passed, nothing published since"),
    ],
)
def test_date_has_passed_only_after_its_last_day(make_view, as_at, found):
    assert tags(make_view(as_at=as_at)) == [found]


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        ({"as_at": "2019-06-01"}, ("Overdue", "overdue")),
        ({"as_at": "2019-01-01"}, ("Date passed, nothing published since", "unknown")),
        ({"closed": {"as_at": "2019-06-01", "why": "x"}}, ("Not reported as done by 1 June 2019", "overdue")),
    ],
)
def test_late_date_has_a_tag_that_says_what_is_known(make_view, plan, found):
    view = make_view(plan, as_at=date(2019, 6, 1))
    tag = lateness_tag(view, view.plan.outcomes[0].actions[0])
    assert (tag.text, tag.look) == found


def test_tag_stands_beside_the_date_that_decides(make_view, lines):
    times = [{"words": "May 2019"}, {"words": "January 2019"}, {"words": "2018", "role": "target"}]
    view = make_view(as_at=date(2019, 12, 1), timescales=times)
    assert tags(view) == ["", "Date passed, nothing published since", ""]
    found = lines(timescale_facts(view, view.plan.outcomes[0].actions[0], is_full=True))
    assert [("This date has passed." in line) for line in (*found[TARGET], *found[DUE])] == [True, False, True]


def test_date_of_what_is_done_says_nothing(make_view, lines):
    view = make_view(as_at=date(2019, 12, 1), progress=100)
    assert tags(view) == [""]
    assert "passed" not in str(timescale_lines(view, lines))


@pytest.mark.parametrize("words", ["6 monthly", "ongoing", "March 2019 and 6 monthly", "in good time"])
def test_duty_that_goes_on_has_never_passed(make_view, lines, words):
    (line,) = timescale_lines(make_view(as_at=date(2035, 1, 1), timescales=[words]), lines)[DUE]
    assert "passed" not in line


@pytest.mark.parametrize(
    ("revision", "found"),
    [
        ({}, "Was May 2018."),
        ({"moved_on": "2018-05-02"}, "Was May 2018 until 2 May 2018."),
        ({"decided_by": "nhs"}, "Was May 2018; moved by NHS."),
        ({"decided_by": "The board", "why": "Staff left"}, "Was May 2018; moved by The board: Staff left"),
    ],
)
def test_earlier_timescale_says_who_moved_it_and_why(make_view, revision, found):
    view = make_view(timescales=[{"words": "March 2019", "revises": [{"words": "May 2018", **revision}]}])
    (timescale,) = view.plan.outcomes[0].actions[0].timescales
    assert revision_phrase(view, timescale.revises[0]) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("within three months", "within 3 months"),
        ("17-19 March 2015", "17 March 2015 to 19 March 2015"),
        ("annually in June", "every year in June"),
        ("monthly from April 2019", "every month from 1 April 2019"),
        ("quarterly until March 2020", "every 3 months until 31 March 2020"),
        ("from April 2019 onwards", "from 1 April 2019 on"),
    ],
)
def test_time_of_more_than_one_word_is_said_in_full(words, found):
    (part,) = read(words).parts
    assert period_phrase(WORDS, part) == found


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("2019/20", "Read as a financial year, which runs from 1 April to 31 March."),
        ("2018-20", "Read as whole years, from the first to the last."),
        ("June and September 2019", "The year stands once and is read for each of them."),
    ],
)
def test_reading_that_needs_saying_is_said(words, note):
    assert note_phrases(WORDS, read(words)) == [note]


def test_duty_says_what_became_of_it_and_when_it_is_next_due(make_view, lines):
    report = {"id": "r-1", "what": "x", "since": "2018-09-01", "occurrences": [{"held_on": "21 February 2019"}]}
    time = {"words": "6 monthly", "role": "reported", "report": "r-1"}
    plan = {"reports": [report], "as_at": "2019-10-01"}
    (line,) = timescale_lines(make_view(plan, as_at=date(2019, 10, 1), timescales=[time]), lines)[REPORTED]
    for sentence in (
        "Kept once, on 21 February 2019.",
        "Due by 31 August 2019: nothing is recorded.",
        "Next due by 29 February 2020.",
    ):
        assert sentence in line


JUNE = [date(year, 6, 30) for year in range(2014, 2020)]


@pytest.mark.parametrize(
    ("state", "one", "few", "many"),
    [
        (
            "missed",
            "Not kept: due by 30 June 2014.",
            "Not kept: due by 30 June 2014 and 30 June 2015.",
            "Not kept 6 times, last due by 30 June 2019.",
        ),
        (
            "not-said",
            "Due by 30 June 2014: nothing is recorded.",
            "Due by 30 June 2014 and 30 June 2015: nothing is recorded.",
            "Due 6 times with nothing recorded, last by 30 June 2019.",
        ),
        (
            "not-known",
            "Due by 30 June 2014: nothing published since.",
            "Due by 30 June 2014 and 30 June 2015: nothing published since.",
            "Due 6 times with nothing published since, last by 30 June 2019.",
        ),
    ],
)
def test_few_days_of_a_duty_are_named_and_many_are_counted(state, one, few, many):
    found = [duty_phrases(WORDS, tuple(Duty(day, state) for day in JUNE[:count])) for count in (1, 2, 6)]
    assert found == [[one], [few], [many]]


def test_duty_that_was_kept_says_how_often_and_when_last():
    kept = tuple(Duty(day, "kept", day) for day in JUNE)
    assert duty_phrases(WORDS, kept) == ["Kept 6 times, last on 30 June 2019."]
    # The report says that it was kept, and not when
    kept = tuple(Duty(day, "kept") for day in JUNE)
    assert duty_phrases(WORDS, kept[:1]) == ["Kept once: due by 30 June 2014."]
    assert duty_phrases(WORDS, kept) == ["Kept 6 times, last due by 30 June 2019."]
    after = tuple(Duty(day, "kept-after", day) for day in JUNE)
    assert duty_phrases(WORDS, after)[1] == "Kept after it was due 6 times, last due by 30 June 2019."

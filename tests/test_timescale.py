"""Officers' words for time are read as a person would read them, or not at all."""

import calendar
import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.timescale import Part, Reading, read
from tests.plans import falkirk_facts as facts


def day(year: int, month: int, number: int) -> Part:
    return Part("day", date(year, month, number), date(year, month, number))


def month(year: int, number: int, last: int) -> Part:
    return Part("month", date(year, number, 1), date(year, number, last))


def year(number: int) -> Part:
    return Part("year", date(number, 1, 1), date(number, 12, 31))


def every(count: int, unit) -> Part:
    return Part("recurring", every=(count, unit))


SIX_MONTHLY, YEARLY, QUARTERLY, MONTHLY = every(6, "month"), every(1, "year"), every(3, "month"), every(1, "month")
ONGOING, AT_ONCE = Part("ongoing"), Part("immediate")
SEPTEMBER_2020 = month(2020, 9, 30)

# Typed by hand from the printed plan, with how a person reads them.
FALKIRK = {
    "Sept 2020": [SEPTEMBER_2020],
    "June 2020": [month(2020, 6, 30)],
    "Sept 2010": [month(2010, 9, 30)],
    "Progress reported to CPC 6 monthly": [SIX_MONTHLY],
    "April 2019": [month(2019, 4, 30)],
    "March 2019": [month(2019, 3, 31)],
    "Reported to CPC 6 monthly": [SIX_MONTHLY],
    "Dec 2019": [month(2019, 12, 31)],
    "Sept 2019": [month(2019, 9, 30)],
    "Reported to CPC quarterly and annually": [QUARTERLY, YEARLY],
    "October 2018": [month(2018, 10, 31)],
    "By December 2019": [month(2019, 12, 31)],
    "December 2019": [month(2019, 12, 31)],
    "June 2019": [month(2019, 6, 30)],
    "Sep 2019": [month(2019, 9, 30)],
    "January 2019": [month(2019, 1, 31)],
    "Sep 2020": [SEPTEMBER_2020],
    "October 2019": [month(2019, 10, 31)],
    "Report to CPC 6 monthly": [SIX_MONTHLY],
    "Report to CPC annually": [YEARLY],
}
OTHERS = {
    # Days, in the order that people in the United Kingdom write them
    "31 March 2019": [day(2019, 3, 31)],
    "1st April 2019": [day(2019, 4, 1)],
    "2nd Sept 2019": [day(2019, 9, 2)],
    "29 February 2020": [day(2020, 2, 29)],
    "31/03/2019": [day(2019, 3, 31)],
    "4/5/2019": [day(2019, 5, 4)],
    "12.12.14": [day(2014, 12, 12)],
    "2019-03-31": [day(2019, 3, 31)],
    "by 31 March 2019": [day(2019, 3, 31)],
    "3-Dec-19": [day(2019, 12, 3)],
    # Months and years
    "February 2020": [month(2020, 2, 29)],
    "Feb 2019": [month(2019, 2, 28)],
    "Feb15": [month(2015, 2, 28)],
    "October 14": [month(2014, 10, 31)],
    "Oct-14": [month(2014, 10, 31)],
    "Sept. 2019": [month(2019, 9, 30)],
    "December, 2015": [month(2015, 12, 31)],
    "by the end of March 2019": [month(2019, 3, 31)],
    "By end of June 2019": [month(2019, 6, 30)],
    "Outcome- Sept 2020": [SEPTEMBER_2020],
    "Outcome-Sept  2020": [SEPTEMBER_2020],
    "2020": [year(2020)],
    "by 2020": [year(2020)],
    "March 2019 and September 2019": [month(2019, 3, 31), month(2019, 9, 30)],
    "March 2019; June 2019": [month(2019, 3, 31), month(2019, 6, 30)],
    # What recurs
    "6 monthly": [SIX_MONTHLY],
    "Six-monthly": [SIX_MONTHLY],
    "every 6 months": [SIX_MONTHLY],
    "Every six months": [SIX_MONTHLY],
    "monthly": [MONTHLY],
    "Quarterly": [QUARTERLY],
    "every quarter": [QUARTERLY],
    "annually": [YEARLY],
    "every two years": [every(2, "year")],
    "every 2 weeks": [every(2, "week")],
    "Report to board monthly": [MONTHLY],
    "March 2019 and 6 monthly": [month(2019, 3, 31), SIX_MONTHLY],
    # Neither a day nor a rhythm
    "Immediately": [AT_ONCE],
    "ongoing": [ONGOING],
    "On-going": [ONGOING],
    "June 2019 & ongoing": [month(2019, 6, 30), ONGOING],
}
UNREAD = [
    *("", " ", "-", "TBC", "To be confirmed", "N/A", "?", "Spring 2019", "Winter", "Autumn term"),
    *("30 Feb 2019", "31 June 2019", "31/02/2019", "2019-02-30", "29 February 2019", "0 March 2019", "32 March 2019"),
    *("13/13/2019", "03/31/2019", "2019-13-01", "00/00/00", "March", "June", "14 October", "Friday", "1/4", "12.14"),
    *("Within six months", "six months", "6 months", "by 6 months", "a year", "12 months", "two years", "one week"),
    *("Within three months of the inspection report", "3 months from start", "at the next meeting", "when agreed"),
    *("March (17, 18 & 19)", "30/31.10.14", "10/11.12", "1.32", "1.32 March 2019", "2019/20", "1,000", "99999", "0000"),
    *("0 monthly", "00 monthly", "-6 monthly", "1.5 monthly", "6", "Sept 20200", "March 1", "March 201", "year 2019"),
    *(
        "March 2019?",
        "March or April 2019",
        "not March 2019",
        "before March 2019",
        "March 1066",
        "March 2999",
        "9 9 19",
    ),
    *("March 2019 and TBC", "quarterly & soon", "Марта 2019", "٣١/٣/٢٠١٩", "٢٠١٩", "²019", "mars 2019"),
]
AMBIGUOUS = {
    "bi-monthly": "twice a month, or every two months",
    "Bimonthly": "twice a month, or every two months",
    "Report to CPC bi-monthly": "twice a month, or every two months",
    "bi-annually": "twice a year, or every two years",
    "biweekly": "twice a week, or every two weeks",
    "March 2019 and bi-monthly": "twice a month, or every two months",
}
READ = FALKIRK | OTHERS


def test_table_holds_every_wording_of_the_printed_plan():
    printed = {when.words for when in facts.TIMESCALES.values()}
    assert printed == set(FALKIRK)
    assert len(OTHERS) >= 40


@pytest.mark.parametrize("words", READ)
def test_words_are_read(words):
    reading = read(words)
    assert (list(reading.parts), reading.doubt) == (READ[words], "")


@pytest.mark.parametrize("words", UNREAD)
def test_words_that_are_not_understood_get_no_date(words):
    assert read(words) == Reading(words, doubt="unread", why=read(words).why)
    assert read(words).why
    assert read(words).end is None


@pytest.mark.parametrize("words", AMBIGUOUS)
def test_words_with_two_readings_get_none(words):
    assert read(words) == Reading(words, doubt="ambiguous", why=AMBIGUOUS[words])


@pytest.mark.parametrize("words", ["October 14", "Feb15", "Oct-14"])
def test_year_of_two_digits_is_told(words):
    assert read(words).notes == ("short-year",)
    assert read("October 2014").notes == ()


def test_months_are_read_in_english_whatever_the_machine_speaks():
    names = [date(2019, number, 1).strftime("%B") for number in range(1, 13)]
    assert [read(f"{name} 2019").parts for name in names] == [
        (month(2019, number, calendar.monthrange(2019, number)[1]),) for number in range(1, 13)
    ]


# When a time is past


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("March 2019", date(2019, 3, 31)),
        ("31 March 2019", date(2019, 3, 31)),
        ("2019", date(2019, 12, 31)),
        ("March 2019 and June 2019", date(2019, 6, 30)),
        ("Immediately and by March 2019", date(2019, 3, 31)),
    ],
)
def test_time_is_past_only_after_the_end_of_the_last_period(words, last):
    reading = read(words)
    assert reading.end == last
    assert not reading.is_past(last)
    assert reading.is_past(last + timedelta(days=1))


@pytest.mark.parametrize(
    "words",
    ["6 monthly", "ongoing", "Immediately", "TBC", "bi-monthly", "March 2019 and 6 monthly", "May 2019 & ongoing"],
)
def test_what_recurs_or_goes_on_or_names_no_day_is_never_past(words):
    assert read(words).end is None
    assert not read(words).is_past(date.max)


# Any words

OFFICERS = st.lists(
    st.sampled_from(
        [
            *READ,
            *UNREAD,
            *AMBIGUOUS,
            "and",
            "by",
            "every",
            "to",
            "report",
            "of",
            "&",
            "-",
            "/",
            ".",
            ",",
            "(",
            "1st",
            "19",
        ]
    ),
    max_size=5,
).map(" ".join)
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
SPACES = [" ", "  ", "\t", "\u00a0", "\n", " \u2009"]


@given(st.text() | OFFICERS)
def test_reading_never_raises_and_keeps_the_words(words):
    reading = read(words)
    assert reading.words == words
    assert bool(reading.parts) == (reading.doubt == "")


@given(st.text() | OFFICERS)
def test_no_year_is_read_that_does_not_stand_in_the_words(words):
    for part in read(words).parts:
        for found in (part.start, part.end):
            if found:
                assert re.search(rf"(?<![0-9]){found.year}(?![0-9])|(?<![0-9]){found.year % 100:02}(?![0-9])", words)


@given(st.text() | OFFICERS)
def test_period_ends_no_earlier_than_it_starts(words):
    for part in read(words).parts:
        assert (part.start is None) == (part.end is None)
        assert part.start is None or part.start <= (part.end or part.start)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(0, 3))
def test_every_day_is_read_as_itself(found, style):
    written = [
        f"{found.day} {found:%B} {found.year}",
        f"{found.day}/{found.month}/{found.year}",
        f"{found.day:02}.{found.month:02}.{found.year}",
        found.isoformat(),
    ][style]
    assert read(written).parts == (Part("day", found, found),)


@given(st.sampled_from([*READ, *AMBIGUOUS, *UNREAD]), st.data())
def test_case_spaces_and_dashes_change_nothing(words, data):
    changed = data.draw(st.sampled_from([words, words.upper(), words.lower(), words.title().replace("St ", "st ")]))
    changed = "".join(data.draw(st.sampled_from(SPACES)) if letter == " " else letter for letter in changed)
    changed = "".join(data.draw(st.sampled_from(DASHES)) if letter == "-" else letter for letter in changed)
    changed = data.draw(st.sampled_from(["", *SPACES])) + changed + data.draw(st.sampled_from(["", ".", *SPACES]))
    before, after = read(words), read(changed)
    assert (after.parts, after.doubt, after.why, after.notes) == (before.parts, before.doubt, before.why, before.notes)


@given(
    st.sampled_from([words for words in READ if words != "2020"]), st.sampled_from(["by ", "Outcome - ", "By end of "])
)
def test_label_before_a_time_says_nothing_of_it(words, label):
    assert read(label + words).parts == read(words).parts

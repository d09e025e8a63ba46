"""Timescales are read, or it is said that they are not."""

import pytest

from tests.checks.checking import checked, with_line

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
    assert text.endswith("; write a month and a year, or accept it with a reason (timescale-unread)")


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

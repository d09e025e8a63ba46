"""A date that was moved was moved by somebody, and to another date."""

import pytest

from tests.checks.checking import checked_for, subjects, with_line

PATH = "outcomes[1].actions[1].timescales[1].revises"


def moved(words: str, *before: str, read_as: str = "") -> str:
    meant = f", read_as: {read_as}" if read_as else ""
    earlier = ", ".join(f"{{words: {old}, decided_by: council}}" for old in before)
    return with_line(f"timescales: [{{words: {words}{meant}, revises: [{earlier}]}}]")


def test_move_says_who_decided():
    text = moved("June 2019", "May 2019")
    assert checked_for("revision-undecided", text) == []
    assert checked_for("revision-undecided", text.replace(", decided_by: council", "")) == [
        f"{PATH}[1]: 'May 2019' was moved, and it is not said who decided that; "
        "add 'decided_by' with the body that did (revision-undecided)"
    ]
    assert subjects("revision-undecided", text.replace(", decided_by: council", "")) == ["a-1"]


@pytest.mark.parametrize("before", ["June 2019", "By the end of June 2019", "june 2019"])
def test_date_moved_to_itself_is_told(before):
    assert checked_for("revision-same", moved("June 2019", before)) == [
        f"{PATH}[1].words: {before!r} was moved to 'June 2019', which is the same time; "
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
    assert text.startswith(f"{PATH}[1].words: ")


def test_words_that_were_meant_are_compared():
    assert checked_for("revision-same", moved("June 2091", "June 2019")) == []
    assert len(checked_for("revision-same", moved("June 2091", "June 2019", read_as="June 2019"))) == 1

"""What has days stands with the oldest first."""

import pytest

from tests.checks.checking import checked_for, subjects, with_line, with_part

PATH = "outcomes[1].actions[1]"
NOTES = "notes: [{%s, text: One}, {%s, text: Two}]"


@pytest.mark.parametrize(
    ("first", "second", "is_told"),
    [
        ("date: 2019-03-03", "date: 2019-02-03", True),
        ("date: 2019-02-03", "date: 2019-03-03", False),
        ("date: 2019-02-03", "date: 2019-02-03", False),
        ("date_words: March 2019", "date_words: February 2019", True),
        ("date_words: March 2019", "date: 2019-02-28", True),
        # A note of the year may be of any day in it.
        ("date_words: '2019'", "date: 2019-02-28", False),
        ("date_words: '2019'", "date: 2018-12-31", True),
        ("date_words: March 2019", "date_words: soon", False),
    ],
)
def test_notes_stand_with_the_oldest_first(first, second, is_told):
    text = with_line(NOTES % (first, second))
    assert bool(checked_for("days-backwards", text)) is is_told


def test_message_says_both_days():
    text = with_line(NOTES % ("date: 2019-03-03", "date: 2019-02-03"))
    assert checked_for("days-backwards", text) == [
        f"{PATH}.notes[2]: the note of 3 February 2019 stands after that of 3 March 2019; "
        "put the oldest first (days-backwards)"
    ]
    assert subjects("days-backwards", text) == ["a-1"]


def test_note_without_a_day_is_passed_over():
    text = with_line("notes: [{date: 2019-03-03, text: One}, {text: Two}, {date: 2019-02-03, text: Three}]")
    (told,) = checked_for("days-backwards", text)
    assert told.startswith(f"{PATH}.notes[3]: ")


def test_list_is_told_of_once():
    days = ", ".join(f"{{date: 2019-0{month}-03, text: x}}" for month in (5, 4, 3))
    assert len(checked_for("days-backwards", with_line(f"notes: [{days}]"))) == 1


@pytest.mark.parametrize(
    ("plan", "path"),
    [
        (
            with_line(
                "review: {reviews: [{date: 2019-03-03, by: x, result: confirmed}, "
                "{date: 2019-02-03, by: x, result: confirmed}]}"
            ),
            f"{PATH}.review.reviews[2]: the review of 3 February 2019 ",
        ),
        (
            with_line(
                "timescales: [{words: May 2020, revises: [{words: May 2019, moved_on: 2019-03-03, decided_by: council},"
                " {words: June 2019, moved_on: 2019-02-03, decided_by: council}]}]"
            ),
            f"{PATH}.timescales[1].revises[2]: the move of 3 February 2019 ",
        ),
        (
            with_line(
                "measures: [{id: m-1, text: x, observations: [{period: '2019', value: '1'}, "
                "{period: '2018', value: '1'}]}]"
            ),
            f"{PATH}.measures[1].observations[2]: the figure of 2018 stands after that of 2019; ",
        ),
        (
            with_part("reports: [{id: r-1, what: x, occurrences: [{due: May 2019}, {held_on: 3 April 2019}]}]\n"),
            "reports[1].occurrences[2]: the one of 3 April 2019 ",
        ),
    ],
)
def test_other_lists_have_the_same_order(plan, path):
    (text,) = checked_for("days-backwards", plan)
    assert text.startswith(path)


def test_figures_with_labels_each_have_their_own_order():
    figures = [("asked", 2018), ("asked", 2019), ("answered", 2018), ("answered", 2019)]
    held = ", ".join(f"{{label: {label}, period: '{year}', value: '1'}}" for label, year in figures)
    assert checked_for("days-backwards", with_line(f"measures: [{{id: m-1, text: x, observations: [{held}]}}]")) == []

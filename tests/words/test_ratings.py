"""Ratings in words: what is declared, what is worked out, what time has done to them, and how many there are."""

from datetime import date

import pytest

from generator.document.blocks import Bar, Count, Tag
from generator.plan.field_types import Missing
from generator.plan.model import Status
from generator.status import Tally
from generator.wording import Words
from generator.words.ratings import (
    computed_facts,
    counts_bar,
    roll_blocks,
    rolled_line,
    status_tag,
    tally_count,
    thing_tag,
)
from tests.page_blocks import parts_of, text_of

WORDS = Words()
GREEN = Status(id="green", label="Green", meaning="On time", tone="on-track")
STATUSES = [
    {"id": "red", "label": "Alert", "meaning": "Late", "tone": "off-track"},
    {"id": "amber", "label": "Warning", "meaning": "Soon", "tone": "at-risk"},
    {"id": "green", "label": "OK", "meaning": "In time", "tone": "on-track"},
    {"id": "blue", "label": "Complete", "meaning": "Done", "tone": "complete"},
]
RULE = {"complete": "blue", "past_due": "red", "due_soon": "amber", "in_time": "green", "window_days": "30"}
REVIEWED = {"every": "6 months", "reviews": [{"date": "2018-08-15", "by": "Board", "result": "confirmed"}]}


def test_missing_rating_is_a_tag_that_says_so():
    assert status_tag(WORDS, Missing(missing="not-yet-rated")) == Tag("Not yet rated", "not-rated")
    assert status_tag(WORDS, GREEN) == Tag("Green", "on-track")


def action_of(view):
    return view.plan.outcomes[0].actions[0]


@pytest.mark.parametrize(
    ("as_at", "text", "look"),
    [
        (date(2019, 2, 28), "Green", "on-track"),
        (date(2019, 3, 1), "Green: review overdue since 1 March 2019", "lapsed"),
    ],
)
def test_rating_says_since_when_its_review_is_overdue(make_view, as_at, text, look):
    view = make_view(as_at=as_at, status="green", review=REVIEWED)
    assert thing_tag(view, action_of(view)) == Tag(text, look)


def test_rating_says_that_a_review_did_not_bear_it_out(make_view):
    review = {"reviews": [{"date": "2018-08-15", "by": "Board", "result": "not-enough-evidence"}]}
    view = make_view(as_at=date(2019, 1, 1), status="green", review=review)
    assert thing_tag(view, action_of(view)).text == "Green: the review of 15 August 2018 found not enough evidence"


@pytest.mark.parametrize(
    ("action", "found"),
    [
        ({"progress": 100}, "Complete: 100% complete"),
        ({"progress": 76}, "Alert: 76% complete, and it was due by 28 February 2015"),
        ({"progress": 12, "timescales": ["April 2015"]}, "Warning: 12% complete, and due soon: by 30 April 2015"),
        ({"progress": 0, "timescales": ["May 2015"]}, "OK: 0% complete, and due by 31 May 2015"),
        ({"progress": None}, "No rating: it cannot be told, since no progress is stated"),
        ({"progress": 5, "timescales": ["soon"]}, "No rating: it cannot be told, since no date could be read"),
    ],
)
def test_what_the_rule_gives_is_said_with_its_reason(make_view, lines, action, found):
    plan = {"status_scheme": {"statuses": STATUSES, "computed": RULE}, "as_at": "2015-04-01"}
    lost = {"missing": "lost-in-conversion"}
    view = make_view(plan, date(2015, 4, 1), **{"status": lost, "timescales": ["February 2015"], **action})
    told = lines(computed_facts(view, action_of(view)))["Worked out by the plan’s rule"]
    assert told == [f"{found}; The owner’s own rating: Lost when the source document was converted."]


def test_rating_that_the_rule_cannot_know_is_said_to_be_unknown(make_view):
    plan = {"status_scheme": {"statuses": STATUSES, "computed": RULE}, "as_at": "2015-02-01"}
    lost = {"missing": "lost-in-conversion"}
    view = make_view(plan, date(2015, 4, 1), status=lost, timescales=["February 2015"], progress=76)
    assert thing_tag(view, action_of(view)) == Tag("Not known: date passed, nothing published since", "unknown")
    assert text_of(roll_blocks(view)) == "Rating of 1 action: 1 not known since the date passed."


def test_owners_rating_and_the_rules_are_both_shown_where_they_differ(make_view, lines):
    plan = {"status_scheme": {"statuses": STATUSES, "computed": RULE}, "as_at": "2015-04-01"}
    view = make_view(plan, date(2015, 4, 1), status="green", progress=5, timescales=["February 2015"])
    (told,) = lines(computed_facts(view, action_of(view)))["Worked out by the plan’s rule"]
    assert told.endswith("The owner’s rating is another: OK.")
    assert thing_tag(view, action_of(view)).text == "OK"
    alike = make_view(plan, date(2015, 4, 1), status="red", progress=5, timescales=["February 2015"])
    assert "owner" not in str(lines(computed_facts(alike, action_of(alike))))


def test_plan_without_a_rule_says_nothing_of_one(make_view):
    view = make_view(as_at=date(2015, 4, 1), progress=5)
    assert computed_facts(view, action_of(view)) == ()


@pytest.mark.parametrize(
    ("statuses", "text", "look"),
    [
        (["red", "green"], "Alert", "off-track"),
        (["green", {"missing": "not-yet-rated"}], "Not known: 1 of 2", "unknown"),
    ],
)
def test_whole_says_its_worst_part_or_that_it_is_not_known(make_view, statuses, text, look):
    actions = [{"id": f"a-{place}", "title": "x", "status": status} for place, status in enumerate(statuses)]
    outcomes = [{"id": "o-1", "title": "One", "actions": actions}]
    view = make_view({"status_scheme": {"statuses": STATUSES, "roll_up": "worst"}, "outcomes": outcomes})
    assert parts_of(rolled_line(view, view.plan.outcomes[0]), Tag) == (Tag(text, look),)
    plain = make_view({"status_scheme": {"statuses": STATUSES}, "outcomes": outcomes})
    assert rolled_line(plain, plain.plan.outcomes[0]) == ()


# Counts


def counted(*numbers: int) -> tuple[Count, ...]:
    return tuple(tally_count(WORDS, Tally(GREEN, "holds", number)) for number in numbers)


def test_count_is_said_in_words():
    missing = Missing(missing="not-yet-rated")
    tallies = [
        Tally(GREEN, "holds", 1200),
        Tally(GREEN, "lapsed", 2),
        Tally(missing, "holds", 1),
        Tally(missing, "unknown", 3),
    ]
    assert [tally_count(WORDS, tally).words for tally in tallies] == [
        "1,200 green",
        "2 green no longer backed by a review",
        "1 not yet rated",
        "3 not known since the date passed",
    ]


def test_lapsed_rating_is_another_piece_of_the_bar(make_view):
    view = make_view(as_at=date(2019, 3, 1), status="green", review=REVIEWED)
    said, bar = roll_blocks(view)
    assert text_of(said) == "Rating of 1 action: 1 green no longer backed by a review."
    assert bar == Bar((("lapsed", 0.0, 100.0),))


@pytest.mark.parametrize("numbers", [(1,), (1, 1, 1), (1, 2, 4), (1, 999), (7,) * 7, (100_000, 1)])
def test_pieces_of_a_bar_fill_it_and_do_not_overlap(numbers):
    pieces = counts_bar(counted(*numbers)).pieces
    ends = [start + width for _, start, width in pieces]
    assert pieces[0][1] == 0
    assert ends[-1] == pytest.approx(100, abs=0.01)
    for (_, start, width), before in zip(pieces[1:], ends, strict=False):
        assert start == pytest.approx(before, abs=0.002)
        assert width > 0

"""A plan's values in words."""

from datetime import date
from typing import get_args

import pytest

from generator.pages.parts import Count, Tag
from generator.pages.phrases import (
    counts_bar,
    lead_lines,
    level_words,
    lower_first,
    missing_phrase,
    numbered,
    period_phrase,
    revision_phrase,
    status_count,
    status_tag,
    timescale_facts,
)
from generator.public import Missing, Status
from generator.timescale import read
from generator.vocabulary import MissingKind
from generator.wording import Words

WORDS = Words()
TARGET, DUE, REPORTED = "Target date", "By when", "Reporting"
GREEN = Status(id="green", label="Green", meaning="On time", tone="on-track")


# Missing values


def test_every_missing_value_has_words_of_its_own():
    phrases = [missing_phrase(WORDS, Missing(missing=kind)) for kind in get_args(MissingKind)]
    assert len(set(phrases)) == len(phrases)
    assert all(phrases)


def test_ground_for_withholding_is_given():
    assert missing_phrase(WORDS, Missing(missing="withheld", ground="Court case")) == "Withheld: Court case"


def test_missing_rating_is_a_tag_that_says_so():
    assert status_tag(WORDS, Missing(missing="not-yet-rated")) == Tag("Not yet rated", "not-rated")
    assert status_tag(WORDS, GREEN) == Tag("Green", "on-track")


# Names


@pytest.mark.parametrize(
    ("label", "found"),
    [("Key action", "key action"), ("RAG rating", "RAG rating"), ("A step", "a step"), ("NHS", "NHS"), ("", "")],
)
def test_label_inside_a_sentence_starts_small_but_for_initials(label, found):
    assert lower_first(label) == found


@pytest.mark.parametrize(
    ("action", "found"),
    [
        ({}, "1.1 Ask children"),
        ({"number": None, "code": "SOS 001"}, "SOS 001 Ask children"),
        ({"number": None}, "Ask children"),
        ({"code": "SOS 001"}, "1.1 Ask children"),
    ],
)
def test_action_is_named_by_its_number_or_its_code(make_view, action, found):
    assert numbered(make_view(**action).plan.outcomes[0].actions[0]) == found


@pytest.mark.parametrize(("count", "found"), [(0, "0 areas"), (1, "1 area"), (2, "2 areas"), (1200, "1,200 areas")])
def test_levels_are_counted_in_the_plans_own_words(make_view, count, found):
    view = make_view({"words": {"outcome": "Area", "outcomes": "Areas"}})
    assert level_words(view, "outcomes", count) == found


# Times


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
    return lines(timescale_facts(view, view.plan.outcomes[0].actions[0].timescales, is_full=True, **options))


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


@pytest.mark.parametrize(
    ("as_at", "is_past"),
    [(None, False), (date(2019, 3, 31), False), (date(2019, 4, 1), True), (date(2020, 1, 1), True)],
)
def test_date_has_passed_only_after_its_last_day(make_view, lines, as_at, is_past):
    (line,) = timescale_lines(make_view(as_at=as_at), lines)[DUE]
    assert ("This date has passed." in line) == is_past


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


# Leads

BODIES = [
    {"id": "council", "name": "Anytown Council"},
    {"id": "nhs", "name": "NHS"},
    {"id": "police", "name": "Police"},
    {"id": "old", "name": "Old group", "ceased_on": "2018-06-30", "succeeded_by": "nhs"},
]
SUBS = [{"id": "a-2", "number": "2", "title": "Two"}, {"id": "a-3", "number": "3", "title": "Three"}]


@pytest.mark.parametrize(
    ("leads", "found"),
    [
        (["nhs"], ["NHS"]),
        ([{"role": "Chair"}], ["Chair"]),
        ([{"role": "Chair", "body": "nhs"}], ["Chair, NHS"]),
        ([{"role": "Lead", "body": "nhs"}, {"role": "Lead", "body": "police"}], ["Lead: NHS and Police"]),
        (
            [{"role": "Lead", "body": body} for body in ("council", "nhs", "police")],
            ["Lead: Anytown Council, NHS and Police"],
        ),
        (["nhs", "police"], ["NHS", "Police"]),
        (
            [{"role": "Lead", "body": "nhs"}, {"role": "Chair", "body": "police"}, {"role": "Lead", "body": "council"}],
            ["Lead: NHS and Anytown Council", "Chair, Police"],
        ),
        (
            [{"role": "Lead", "body": "nhs"}, {"role": "Lead", "body": "police", "qualifier": "for now"}],
            ["Lead, NHS", "Lead, Police; for now"],
        ),
        (
            [{"role": "Lead", "body": body, "qualifier": "through CCIG"} for body in ("nhs", "police")],
            ["Lead: NHS and Police; through CCIG"],
        ),
        ([{"withheld": "Court case"}], ["Name withheld: Court case"]),
        ([{"body": "nhs", "as_above": "yes"}], ["NHS; printed as “As above”"]),
        (["old"], ["Old group; ceased on 30 June 2018; followed by NHS"]),
        ([{"role": "Lead", "body": "nhs"}, {"role": "Lead", "body": "nhs"}], ["Lead, NHS"]),
    ],
)
def test_leads_of_one_role_stand_in_one_line(make_view, leads, found):
    view = make_view({"bodies": BODIES}, leads=leads, sub_actions=SUBS)
    made = lead_lines(view, view.plan.outcomes[0].actions[0].leads, says_what_they_cover=True)
    assert ["; ".join((line.text, *line.notes)) for line in made] == found


def test_leads_say_what_they_cover_where_that_matters(make_view):
    leads = [
        {"role": "Lead", "body": "nhs", "covers": ["a-2"]},
        {"role": "Lead", "body": "police", "covers": ["a-2", "a-3"]},
        {"role": "Lead", "body": "council", "covers": ["a-2"]},
    ]
    view = make_view({"bodies": BODIES}, leads=leads, sub_actions=SUBS)
    found = view.plan.outcomes[0].actions[0].leads
    with_cover = lead_lines(view, found, says_what_they_cover=True)
    assert [(line.text, line.notes) for line in with_cover] == [
        ("Lead: NHS and Anytown Council", ("for 2",)),
        ("Lead, Police", ("for 2 and 3",)),
    ]
    without = lead_lines(view, found, says_what_they_cover=False)
    assert [(line.text, line.notes) for line in without] == [("Lead: NHS, Police and Anytown Council", ())]


def test_leads_of_two_sub_actions_with_one_number_are_told_apart(make_view):
    subs = [{"id": "a-2", "number": "2", "title": "Two"}, {"id": "a-3", "number": "2", "title": "Two again"}]
    leads = [{"body": "nhs", "covers": ["a-2"]}, {"body": "police", "covers": ["a-3"]}]
    view = make_view({"bodies": BODIES}, leads=leads, sub_actions=subs)
    first, second = lead_lines(view, view.plan.outcomes[0].actions[0].leads, says_what_they_cover=True)
    assert first.notes != second.notes


# Counts


def counted(*numbers: int) -> tuple[Count, ...]:
    return tuple(status_count(WORDS, GREEN, number) for number in numbers)


def test_count_is_said_in_words():
    missing = Missing(missing="not-yet-rated")
    assert [status_count(WORDS, GREEN, 1200).words, status_count(WORDS, missing, 1).words] == [
        "1,200 green",
        "1 not yet rated",
    ]


@pytest.mark.parametrize("numbers", [(1,), (1, 1, 1), (1, 2, 4), (1, 999), (7,) * 7, (100_000, 1)])
def test_pieces_of_a_bar_fill_it_and_do_not_overlap(numbers):
    pieces = counts_bar(counted(*numbers)).pieces
    ends = [start + width for _, start, width in pieces]
    assert pieces[0][1] == 0
    assert ends[-1] == pytest.approx(100, abs=0.01)
    for (_, start, width), before in zip(pieces[1:], ends, strict=False):
        assert start == pytest.approx(before, abs=0.002)
        assert width > 0

"""A plan's values in words."""

from typing import get_args

import pytest

from generator.plan.field_types import Missing
from generator.plan.vocabulary import MissingKind
from generator.wording import Words
from generator.words.phrases import level_words, lower_first, missing_phrase, numbered

WORDS = Words()


# Missing values


def test_every_missing_value_has_words_of_its_own():
    phrases = [missing_phrase(WORDS, Missing(missing=kind)) for kind in get_args(MissingKind)]
    assert len(set(phrases)) == len(phrases)
    assert all(phrases)


def test_ground_for_withholding_is_given():
    assert missing_phrase(WORDS, Missing(missing="withheld", ground="Court case")) == "Withheld: Court case"


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
        ({"number": None, "code": "SOS 001"}, "Ask children (SOS 001)"),
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


def test_labels_of_the_plan_are_not_half_lowered(make_view):
    own = {"action": "Key Action", "actions": "Key Actions", "outcome": "Priority", "outcomes": "Priorities"}
    view = make_view({"words": own})
    assert level_words(view, "actions", 9) == "9 Key Actions"
    assert level_words(view, "outcomes", 1) == "1 priority"
    labels = {"Key actions": "key actions", "RAG rating": "RAG rating", "Actions of the CPC": "actions of the CPC"}
    assert {label: lower_first(label) for label in labels} == labels

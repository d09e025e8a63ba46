"""A change names an action by its number and title, never by the code that it has in another system."""

import pytest

from generator.outputs.difference import difference
from generator.words.change_groups import change_groups
from generator.words.changes import change_sentence
from generator.words.phrases import short_name
from generator.words.view import Update
from tests.change_samples import ACTION, GONE, made, view_of

CODED = {f"{ACTION}.number": GONE, f"{ACTION}.code": "DFT_0001"}


def update_of(before, after) -> Update:
    return Update(view_of(made(before)), view_of(made(after)))


@pytest.mark.parametrize(
    ("edits", "sentence"),
    [
        ({f"{ACTION}.status": "red"}, "“Ask children” (DFT_0001) rating: worse, from Amber to Red"),
        (
            {f"{ACTION}.measures.0.targets.0.value": "95"},
            "“Ask children” (DFT_0001), “Share of children asked” target raised: was 90%, now 95%",
        ),
    ],
)
def test_action_with_a_code_and_no_number_is_named_by_its_title(edits, sentence):
    update = update_of(CODED, {**CODED, **edits})
    (change,) = update.changes
    assert change_sentence(update, change) == sentence


def test_title_is_not_said_twice_of_what_was_taken_out():
    gone = {"outcomes.0.actions.0": GONE, "outcomes.0.key_issues": []}
    old, new = {**CODED, "outcomes.0.key_issues": [], f"{ACTION}.measures": []}, gone
    (change,) = (one for one in update_of(old, new).changes if one.kind == "removed")
    said = change_sentence(update_of(old, new), change)
    assert said.startswith("“Ask children” (DFT_0001) was taken out of the plan. Rating")


def test_no_short_name_is_a_code_alone():
    view = view_of(made(CODED))
    assert short_name(view, view.actions["a-1"]) == "Ask children (DFT_0001)"


def test_sentence_without_a_link_beside_it_says_number_and_title():
    update = update_of({}, {f"{ACTION}.status": "red", f"{ACTION}.measures.0.targets.0.value": "95", "title": "Other"})
    lines = [line for group in change_groups(update) for line in group.lines]
    assert {line.full for line in lines} >= {
        "1.1 Ask children rating: worse, from Amber to Red",
        "1.1 Ask children, “Share of children asked” target raised: was 90%, now 95%",
    }
    assert "- 1.1 Ask children rating: worse, from Amber to Red" in difference(update.old, update.new).lines

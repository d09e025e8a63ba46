"""Which items of two lists are the same."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from generator.diff.matching import longest_rising, match
from generator.plan.model import Lead, Note, Occurrence, Timescale


@given(st.lists(st.integers(0, 30), unique=True, max_size=8))
def test_longest_rising_part_is_the_longest(places):
    found = longest_rising(places)
    assert list(found) == sorted(found)
    assert [place for place in places if place in found] == list(found)
    longer = combinations(places, len(found) + 1)
    assert not any(list(part) == sorted(part) for part in longer)


@given(st.lists(st.sampled_from("abcd"), max_size=7), st.lists(st.sampled_from("abcd"), max_size=7))
def test_every_item_has_a_partner_or_came_or_went(old, new):
    found = match(old, new)
    assert sorted([*found.removed, *(before for before, _ in found.pairs)]) == list(range(len(old)))
    assert sorted([*found.added, *(after for _, after in found.pairs)]) == list(range(len(new)))
    assert not (found.removed and found.added)
    assert set(found.moved) <= set(found.pairs)


def test_equal_items_come_before_those_of_one_identity():
    first, second = Timescale(words="May 2019"), Timescale(words="June 2019")
    assert match((first, second), (second,)).pairs == ((1, 0),)
    assert match((first, second), (Timescale(words="July 2019"),)).pairs == ((0, 0),)


def test_lead_of_which_one_field_differs_is_another_lead_for_the_first():
    old, new = Lead(body="nhs", role="Lead officer"), Lead(body="police", role="Lead officer")
    assert match((old,), (new,)).pairs == ((0, 0),)
    assert match((old,), (Lead(body="police", role="Clerk"),)).pairs == ()


def test_note_of_another_day_with_another_text_is_another_note():
    assert match((Note(text="One", date_words="May"),), (Note(text="Two", date_words="June"),)).pairs == ()
    assert match((Note(text="One", date_words="May"),), (Note(text="One", date_words="June"),)).pairs == ((0, 0),)


def test_report_that_is_held_is_the_one_that_was_due():
    due = Occurrence(due="May 2019", state="not-yet")
    held = Occurrence(due="May 2019", held_on="9 May 2019", state="kept")
    assert match((due,), (held,)).pairs == ((0, 0),)

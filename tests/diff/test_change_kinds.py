"""Each kind of change has one row in the table of all of them."""

from collections import Counter

import pytest

from generator.diff.change_kinds import BY_KIND, KINDS, SUMMED_UP
from generator.plan.vocabulary import CHANGE_KINDS


@pytest.mark.parametrize("kind", CHANGE_KINDS)
def test_kind_of_change_has_one_row(kind):
    assert Counter(row.kind for row in KINDS)[kind] == 1, f"KINDS of generator/diff/change_kinds.py needs one {kind!r}"


def test_table_has_no_other_row():
    assert {row.kind for row in KINDS} == set(CHANGE_KINDS)


def test_what_is_counted_in_the_sum_of_an_update_has_words_for_it():
    assert {kind for kind in SUMMED_UP if not BY_KIND[kind].counted} == set()
    assert {row.kind for row in KINDS if row.counted} == set(SUMMED_UP)

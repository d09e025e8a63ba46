"""Two wordings side by side: every word of both is there once, and texts that are hardly alike stand apart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diff import word_changes
from generator.diff.passages import LEAST_ALIKE, MOST_PAIRS

texts = st.text(st.sampled_from("ab =-.\n"), max_size=30) | st.lists(
    st.sampled_from(["staff", "ask", "=", "every", "child", "<b>", "it’s"]), max_size=12
).map(" ".join)


def shown(old: str, new: str) -> str:
    marks = {"same": "{}", "removed": "[-{}-]", "added": "[+{}+]"}
    return "".join(marks[segment.kind].format(segment.text) for segment in word_changes(old, new))


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Ask every child", "Ask each child", "Ask[- every-][+ each+] child"),
        ("Ask every child", "Ask every child, now", "Ask every child[+, now+]"),
        ("Ask every child now", "Ask child now", "Ask[- every-] child now"),
        ("We ask one or two children here", "We ask six to nine children here",
         "We ask[- one or two-][+ six to nine+] children here"),
        ("same words", "same words", "same words"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_words_are_taken_out_and_put_in(old, new, found):
    assert shown(old, new) == found


def test_texts_below_two_fifths_alike_stand_apart():
    assert LEAST_ALIKE == 0.4
    assert word_changes("one two three four five", "one two six seven eight") != ()  # 4 of 10
    assert word_changes("one two three four five", "one six seven eight nine") == ()  # 2 of 10
    assert word_changes("a b", "") == ()


def test_words_that_stand_often_count_too():
    old = "Begin. " + "the child " * 100
    new = "Start. " + "the child " * 100 + "again"
    assert [segment.kind for segment in word_changes(old, new)] == ["removed", "added", "same", "removed", "added"]


def test_texts_of_few_words_that_stand_too_often_stand_apart():
    count = int(MOST_PAIRS**0.5) + 5
    assert word_changes("word " * count, "word, " * count) == ()
    assert word_changes("word " * count, "word " * count + "more") != ()


@given(texts, texts)
def test_each_text_can_be_read_from_the_segments(old, new):
    segments = word_changes(old, new)
    if segments:
        assert "".join(segment.text for segment in segments if segment.kind != "added") == old
        assert "".join(segment.text for segment in segments if segment.kind != "removed") == new
        kinds = [segment.kind for segment in segments]
        assert all(first != second for first, second in pairwise(kinds))
        assert all(segment.text for segment in segments)

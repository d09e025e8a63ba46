"""Small facts about text."""

import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import (
    BIDI_CONTROLS,
    ID_PATTERN,
    character_name,
    either,
    is_control,
    is_visible,
    nearest,
    sha256_hex,
    shortened,
    without_unsafe_characters,
)


@pytest.mark.parametrize("text", ["a", "a-1", "a" + "1" * 39, "abc-def", "a--", "z9"])
def test_id(text):
    assert ID_PATTERN.fullmatch(text)


@pytest.mark.parametrize("text", ["", "1", "-a", "A", "a b", "a_b", "a.b", "a" * 41, "é", "a\n", "аb", "a/b", "a１"])
def test_no_id(text):
    assert not ID_PATTERN.fullmatch(text)


@pytest.mark.parametrize("character", "\0\t\r\x1b\x7f\x85\x9f\ud800\ufdd0\ufffe\uffff\U0001fffe\U0010ffff")
def test_control_characters_may_stand_in_no_text(character):
    assert is_control(character)


@pytest.mark.parametrize("character", "\n aé’–\u00a0\u00ad\u200b\u200d\ufffd\U0001f600")
def test_other_characters_may(character):
    assert not is_control(character)


def test_bidirectional_controls_are_all_that_unicode_has():
    controls = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    marks = {"\u061c", "\u200e", "\u200f"}
    found = {chr(point) for point in range(0x110000) if unicodedata.bidirectional(chr(point)) in controls}
    assert found | marks == BIDI_CONTROLS


def test_character_is_named_as_a_person_can_look_it_up():
    assert character_name("\u202e") == "U+202E RIGHT-TO-LEFT OVERRIDE"
    assert character_name("\x07") == "U+0007 control character"


@given(st.text())
def test_unsafe_characters_are_taken_out_and_no_others(text):
    kept = without_unsafe_characters(text)
    assert not any(is_control(c) or c in BIDI_CONTROLS for c in kept)
    assert kept == "".join(c for c in text if c in kept)
    assert without_unsafe_characters(kept) == kept


@pytest.mark.parametrize(
    ("word", "meant"), [("statsu", "status"), ("tittle", "title"), ("leads", "leads"), ("o-2", None), ("", None)]
)
def test_nearest_is_named_only_when_it_is_near(word, meant):
    assert nearest(word, ["status", "title", "leads", "o-1"]) == meant


@given(st.text(), st.lists(st.text()))
def test_nearest_is_one_of_the_choices(word, choices):
    assert nearest(word, choices) in [None, *choices]


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["red"], "red"), (["red", "green"], "red or green"), (["a", "b", "c"], "a, b or c")],
)
def test_choice_is_said_as_in_speech(words, said):
    assert either(iter(words)) == said


@given(st.binary())
def test_sha256_is_written_in_hexadecimal(data):
    assert bytes.fromhex(sha256_hex(data)) == hashlib.sha256(data).digest()


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\ufeff\u2060", "\u00ad\n\t", "\u2800\u3164", "\u2028"])
def test_text_that_shows_nothing_is_not_visible(text):
    assert not is_visible(text)
    assert is_visible(f"{text}.")
    assert is_visible(f"{text}\u0301")


@pytest.mark.parametrize(
    ("text", "most", "made"),
    [
        ("", 10, ""),
        ("one two", 7, "one two"),
        ("one\n  two", 7, "one two"),
        ("one two three", 12, "one two…"),
        ("one, two", 7, "one…"),
        ("onetwothree", 5, "onet…"),
    ],
)
def test_text_is_cut_after_a_word(text, most, made):
    assert shortened(text, most) == made


@given(st.text(max_size=60), st.integers(2, 40))
def test_cut_text_is_never_too_long(text, most):
    made = shortened(text, most)
    assert len(made) <= most
    assert "\n" not in made

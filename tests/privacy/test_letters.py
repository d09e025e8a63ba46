"""A name in other signs than its own is read as the name; genuine letters of any language are left in peace."""

import pytest

from generator.privacy import Kind, findings_of
from generator.privacy.letters import disguises, plain_letters
from tests.conftest import small_plan

DISGUISED = [
    "J\u043ehn Smith",  # a Cyrillic o
    "\u0405am Smith",
    "Jo\u200bhn Smith",  # a space without width
    "John\u2060 Smith",
    "Jo\U000e0061hn Smith",  # a tag
    "Jo\u0336\u0336\u0336hn Smith",  # stacked accents
    "J\u03bfhn Smith",  # a Greek o
    "\U0001d409\U0001d428hn Smith",  # letters of mathematics
]
GENUINE = [
    "Seònaid Ní Mhurchú and Siôn ap Gwilym met Łukasz Żółć, Dvořák and Şirin Işık.",
    "Нина Петрова wrote in Russian: «спасибо». Ευχαριστώ.",
    "TNFα is given in μg; a co\u00adoperative; 👨\u200d👩\u200d👧.",
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f is a flag.",
    "می\u200cخواهم and Tiếng Việt, Yorùbá ọ̀rẹ́.",
    "e\u0301cole",
]


@pytest.mark.parametrize("text", DISGUISED)
def test_a_disguised_word_is_told_and_its_name_is_found(text):
    assert list(disguises(text))
    kinds = {finding.kind for finding in findings_of(small_plan(notes=[{"text": f"It is by {text}, as agreed."}]))}
    assert kinds & {Kind.PERSON_NAME, Kind.ROLE_WITH_NAME}


@pytest.mark.parametrize("text", GENUINE)
def test_genuine_letters_are_told_of_nothing(text):
    assert list(disguises(text)) == []


def test_a_soft_hyphen_and_an_accent_of_its_own_hide_no_name():
    for text in ("Smi\u00adth", "Smith\u0332"):
        assert plain_letters(text).text == "Smith"
    assert plain_letters("Se\u0301amus").text == "Séamus"


def test_places_lead_back_to_the_text_as_it_was():
    text = "By Jo\u200b\u200bhn\u0336 Smith."
    plain = plain_letters(text)
    assert plain.text == "By John Smith."
    start, end = plain.text.index("John"), plain.text.index("Smith") + len("Smith")
    assert text[plain.place(start) : plain.place(end)] == "Jo\u200b\u200bhn\u0336 Smith"

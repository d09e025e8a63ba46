"""The interface's words: sentences, plurals, dates and lists in one language."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.wording import SOURCE_LANGUAGE, Words, languages

ROOT = Path(__file__).parent.parent
WORDS = Words(SOURCE_LANGUAGE)


def test_source_language_is_the_first():
    assert languages()[0] == SOURCE_LANGUAGE == "en-GB"


def test_every_language_says_a_date_a_number_and_a_list():
    for language in languages():
        words = Words(language)
        assert words.day(date(2019, 3, 31))
        assert words.number(1000)
        assert "b" in words.listing(["a", "b"])


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2019, 3, 31), "31 March 2019"),
        (date(2019, 9, 1), "1 September 2019"),
        (date(2020, 2, 29), "29 February 2020"),
        (date(1999, 12, 31), "31 December 1999"),
    ],
)
def test_day_is_in_full_with_its_year(day, found):
    assert WORDS.day(day) == found
    assert WORDS.month(day) == found.split(maxsplit=1)[1]


def test_last_days_of_a_year_belong_to_that_year():
    # In a week-based year ("YYYY"), 30 December 2019 would be in 2020.
    assert [WORDS.day(date(year, 12, 30)) for year in (2018, 2019, 2024)] == [
        "30 December 2018",
        "30 December 2019",
        "30 December 2024",
    ]


@pytest.mark.parametrize(
    ("items", "found"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (iter(["a", "b", "c", "d"]), "a, b, c and d"),
    ],
)
def test_list_is_part_of_a_sentence_without_a_comma_before_and(items, found):
    assert WORDS.listing(items) == found


@pytest.mark.parametrize(("number", "found"), [(0, "0"), (9, "9"), (1000, "1,000"), (1234567, "1,234,567")])
def test_thousands_are_marked(number, found):
    assert WORDS.number(number) == found


@pytest.mark.parametrize(
    ("count", "found"),
    [(0, "0 actions of b"), (1, "one action of b"), (2, "2 actions of b"), (1500, "1,500 actions of b")],
)
def test_plural_follows_the_count(count, found):
    assert WORDS.plural("one action of {a}", "{count} actions of {a}", count, a="b") == found


def test_values_are_placed_as_they_are():
    assert WORDS.say("{a} and {b}", a="{b}", b="%s {a} {0} %(a)s") == "{b} and %s {a} {0} %(a)s"


def test_missing_value_is_a_bug_of_ours():
    with pytest.raises(KeyError):
        WORDS.say("{a}")


def test_unknown_language_is_a_bug_of_ours():
    # Settings check the language first.
    with pytest.raises(Exception, match="xx"):
        Words("xx-YY").day(date(2019, 3, 31))


def test_two_values_of_one_language_are_equal():
    # They stand in the keys of units.
    assert Words("en-GB") == Words("en-GB")
    assert repr(Words("en-GB")) == "Words(language='en-GB')"


@pytest.mark.slow
@pytest.mark.parametrize("machine", ["C", "de_DE.UTF-8", "tr_TR.UTF-8"])
def test_language_of_the_machine_means_nothing(machine):
    code = "from datetime import date; from generator.wording import Words; print(Words().day(date(2019, 3, 31)))"
    environment = {"LC_ALL": machine, "LANG": machine, "LANGUAGE": "de", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environment)
    assert done.stdout == "31 March 2019\n"

"""An edition that corrects another of its day is told together with it: no correction hides what is new."""

from datetime import date

import pytest

from generator.authoring.publish import withdraw
from generator.document.blocks import Changes
from generator.outputs.announce import announcements
from generator.outputs.data.changes import change_rows
from generator.outputs.feeds import feed_files
from generator.pages.changes import changes_page, update_pages
from generator.pages.news import plan_news
from generator.words.answer import answer
from generator.words.change_blocks import newest_changes
from tests.conftest import small_plan
from tests.council_folder import settings_of
from tests.page_blocks import blocks_of, texts
from tests.shelves import publish_on, sound, view_of

FIRST, DAY = date(2019, 3, 29), date(2019, 6, 28)
NEWS = "Since the update before: 1 rating worse, 1 other change."
BOTH = "The review was hard. Corrected on the same day: A word was wrong."
CORRECTED = "This edition was corrected on the same day; that one tells of both."


@pytest.fixture
def folder(tmp_path):
    """An edition, then on another day news, and a correction of that by which a word is another."""
    place = tmp_path / "anytown"
    publish_on(place, FIRST, small_plan(), note="The first plan.")
    publish_on(place, DAY, small_plan(status="red"), note="The review was hard")
    worded = small_plan(status="red", title="Ask all children")
    publish_on(place, DAY, worded, note="A word was wrong.", kind="minor", is_correction=True)
    return place


def told(section):
    """The sentences of a section's changes."""
    return [item.sentence[0].text for group in blocks_of(section, Changes) for item in group.items]


@pytest.fixture
def view(folder):
    return view_of(sound(folder))


def test_overview_and_home_tell_the_news(view):
    assert NEWS in answer(view)
    (shown,) = newest_changes(view)
    assert told(shown) == ["1.1 rating: worse, from Amber to Red", "1.1, title: reworded"]
    assert texts(shown)[0] == BOTH


def test_page_of_changes_says_of_both_that_they_belong_together(view):
    correction, corrected, first = changes_page(view).entries
    assert (correction.sentence, correction.note) == (NEWS, BOTH)
    assert corrected.sentence == "Since the update before: 1 rating worse."
    assert corrected.note == f"The review was hard. {CORRECTED}"
    assert first.note == "The first plan."
    pages = {page.address: page for page in update_pages(view)}
    assert pages[f"anytown/changes/{DAY}-2/"].sentence == NEWS
    assert pages[f"anytown/changes/{DAY}-2/"].note == BOTH


def test_announcement_and_feeds_tell_the_news(view, tmp_path):
    settings = settings_of(tmp_path / "council")
    assert "1 rating worse" in announcements(view, settings).message
    newest = plan_news(view)[0]
    assert (newest.sentence, newest.note, newest.is_significant) == (NEWS, BOTH, True)
    feed = feed_files(view, settings)["anytown/data/feed.xml"].decode()
    assert NEWS in feed
    assert BOTH in feed


def test_what_was_put_wrong_and_mended_on_one_day_is_no_news(folder):
    publish_on(folder, DAY, small_plan(), note="Nothing was worse.", is_correction=True)
    assert "Nothing changed in this update." in answer(view_of(sound(folder)))


def test_data_and_stories_hold_each_change_once(view):
    assert [row.sentence for row in change_rows(view)] == [
        "1.1 rating: worse, from Amber to Red",
        "1.1, title: reworded",
    ]


def test_correction_of_a_withdrawn_edition_is_told_alone(folder):
    withdraw(folder, str(DAY), date(2019, 9, 1), "It was wrong.")
    newest = plan_news(view_of(sound(folder)))[0]
    assert (newest.sentence, newest.note) == (NEWS, "A word was wrong.")


def test_correction_of_the_first_edition_is_told_as_that(tmp_path):
    place = tmp_path / "anytown"
    publish_on(place, FIRST, small_plan(), note="The first plan.")
    publish_on(place, FIRST, small_plan(title="Ask all"), note="A slip.", is_correction=True)
    view = view_of(sound(place))
    said = "This is the first edition that is published here. It was corrected on the same day."
    assert said in answer(view)
    correction, first = changes_page(view).entries
    assert correction.sentence == said
    assert correction.note == "The first plan. Corrected on the same day: A slip."
    assert [line.text for group in correction.groups for line in group.lines] == ["1.1, title: reworded"]
    assert first.note == f"The first plan. {CORRECTED}"

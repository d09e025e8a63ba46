"""What can be sent about a new edition fits where it is sent, and says where to read on."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as settings_of_hypothesis
from hypothesis import strategies as st

from generator.authoring.publish import withdraw
from generator.outputs.announce import (
    GSM,
    GSM_EXTENDED,
    LINE_WIDTH,
    MOST_IN_POST,
    MOST_SEPTETS,
    announcements,
    gsm_text,
    post,
    septets,
    text_message,
)
from generator.pages.news import plan_news
from tests.command import plans
from tests.conftest import small_plan
from tests.council_folder import ADDRESS, settings_of, write_council
from tests.shelves import four_editions, published, view_of, with_action


@pytest.fixture
def settings(tmp_path):
    return settings_of(tmp_path / "council")


@pytest.fixture
def view(tmp_path):
    return view_of(published(tmp_path / "anytown", four_editions()[:2]))


def test_each_text_says_the_plan_the_day_what_changed_and_where(view, settings):
    made = announcements(view, settings)
    assert made.message == (
        "Anytown plan: 29 March 2019. Since the update before: 1 date put back, 1 rating worse. "
        f"{ADDRESS}anytown/changes/"
    )
    assert made.subject == "Anytown plan: 29 March 2019"
    assert made.post == (
        "Anytown plan: 29 March 2019\nSince the update before: 1 date put back, 1 rating worse.\n"
        f"{ADDRESS}anytown/changes/"
    )
    assert made.letter == (
        "Anytown plan\n\nA date was <i>put back</i> & a rating is worse.\n\n"
        "Since the update before: 1 date put back, 1 rating worse.\n\n"
        "Worse than before\n- 1.1 Ask children rating: worse, from Amber to Red\n\n"
        "Put back, or no longer dated\n- 1.1 Ask children: was March 2019, now September 2019\n\n"
        f"Read it all:\n{ADDRESS}anytown/changes/\n\nAnytown Council\n"
    )


def test_first_edition_is_told_in_its_officers_words(tmp_path, settings):
    made = announcements(view_of(published(tmp_path / "anytown", four_editions()[:1])), settings)
    assert made.message == f"Anytown plan: 30 September 2018. The plan is agreed. {ADDRESS}anytown/"


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=400)
LONG_ADDRESS = f"https://{'a' * 60}.{'b' * 60}.example.org/"


@settings_of_hypothesis(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, TEXTS, st.sampled_from(["", ADDRESS, LONG_ADDRESS]))
def test_message_and_post_are_never_too_long(view, settings, note, title, url):
    settings = replace(settings, site_url=url)
    view = replace(view, plan=replace(view.plan, title=title, short_title=note))
    news = replace(plan_news(view)[0], note=note, sentence=title)
    message, said = text_message(view, news, settings), post(view, news, settings)
    assert septets(message) <= MOST_SEPTETS
    assert set(message) <= GSM | GSM_EXTENDED
    assert "\n" not in message
    assert len(said) <= MOST_IN_POST


def test_message_that_is_too_long_ends_after_a_whole_count(view, settings):
    news = plan_news(view)[0]
    sentence = (
        "Since the update before: 4 actions finished, 6 ratings worse, 6 ratings better, 8 ratings neither better."
    )
    title = "Plan of the joint committee of the two councils"
    view = replace(view, plan=replace(view.plan, title=title, short_title=None))
    said = text_message(view, replace(news, sentence=sentence), replace(settings, site_url=None))
    assert said.endswith("6 ratings worse, 6 ratings better..."), said


def test_characters_that_a_text_message_lacks_are_replaced():
    assert gsm_text("“Mother’s” – café… Gàidhlig ŵ 漢 €") == '"Mother\'s" - café... Gàidhlig w ? €'
    assert septets("€[]") == 6


def test_lines_of_the_letter_are_short_but_for_addresses(tmp_path, settings):
    plan = small_plan()
    later = with_action(plan, "a-1-1", leads=(), title="long " * 80)
    told = [("2018-09-30", "significant", "First.", plan), ("2019-03-29", "significant", "note " * 60, later)]
    letter = announcements(view_of(published(tmp_path / "anytown", told)), settings).letter
    assert max(len(line) for line in letter.splitlines() if ADDRESS not in line) <= LINE_WIDTH
    assert letter.endswith("\n")


def run(folder, *arguments):
    return plans("-C", folder, "announce", *arguments, "--today", "2026-11-21")


def test_command_prints_all_three_and_sends_nothing(tmp_path):
    folder = write_council(tmp_path, site_url=ADDRESS, day=None)
    published(folder / "plans" / "anytown", four_editions())
    result = run(folder, "anytown")
    assert result.exit_code == 0, result.output
    assert [line for line in result.output.splitlines() if line in ("Text message", "E-mail", "Post")] == [
        "Text message",
        "E-mail",
        "Post",
    ]
    assert "Subject: Anytown plan: 30 September 2019" in result.output


def test_command_says_what_is_missing(tmp_path):
    folder = write_council(tmp_path, day=None)
    result = run(folder, "anytown")
    assert result.exit_code == 1
    assert "anytown has no edition yet" in result.output
    published(folder / "plans" / "anytown", four_editions())
    assert "mkdocs.yml has no site_url" in run(folder, "anytown").output
    assert run(folder, "anytwon").exit_code == 2


def test_command_says_that_every_edition_was_withdrawn(tmp_path):
    folder = write_council(tmp_path)
    withdraw(folder / "plans" / "anytown", "2018-09-28", date(2018, 10, 1), "It was published too early.")
    result = run(folder, "anytown")
    assert result.exit_code == 1
    assert "anytown: every edition was withdrawn" in result.output

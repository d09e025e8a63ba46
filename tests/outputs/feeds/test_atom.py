"""Feeds say what changed, under names that never change, on days of the editions."""

from dataclasses import replace
from datetime import UTC, date, datetime

import feedparser
import pytest

from generator.authoring.publish import redact, withdraw
from generator.outputs.feeds import feed_files, site_feeds
from generator.wording import Words
from tests.council_folder import ADDRESS, settings_of
from tests.shelves import SECRET, four_editions, published, view_of

FEED, ALL = "anytown/data/feed.xml", "anytown/data/feed-all.xml"


@pytest.fixture
def settings(tmp_path):
    return settings_of(tmp_path / "council")


def parsed(data):
    found = feedparser.parse(data)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def feeds(shelf, settings):
    return {name: parsed(data) for name, data in feed_files(view_of(shelf), settings).items()}


def test_feed_tells_significant_editions_and_the_other_all(shelf, settings):
    found = feeds(shelf, settings)
    assert [entry.title for entry in found[FEED].entries] == [
        "Anytown plan: 30 September 2019",
        "Anytown plan: 29 March 2019",
        "Anytown plan: 30 September 2018",
    ]
    assert [entry.title for entry in found[ALL].entries][1] == "Anytown plan: 30 April 2019"
    assert len(found[ALL].entries) == 4
    assert found[FEED].feed.title == "Anytown plan: significant changes"
    assert found[FEED].feed.author == "Anytown Council"


def test_entry_says_the_note_how_much_changed_and_the_worst_first(shelf, settings):
    entry = feeds(shelf, settings)[FEED].entries[1]
    assert entry.summary == "Since the update before: 1 date put back, 1 rating worse."
    data = feed_files(view_of(shelf), settings)[FEED].decode()
    code = shelf.editions[1].line.this
    body = data.split('type="html">')[2].split("</content>")[0]
    assert body == (
        "&lt;div&gt;&lt;p&gt;A date was &amp;lt;i&amp;gt;put back&amp;lt;/i&amp;gt; &amp;amp; a rating is worse."
        "&lt;/p&gt;&lt;p&gt;Since the update before: 1 date put back, 1 rating worse.&lt;/p&gt;"
        "&lt;ul&gt;&lt;li&gt;1.1 Ask children rating: worse, from Amber to Red&lt;/li&gt;"
        "&lt;li&gt;1.1 Ask children: was March 2019, now September 2019&lt;/li&gt;&lt;/ul&gt;"
        f"&lt;p&gt;Edition code: {code[:4]} {code[4:8]} {code[8:12]}, in full {code}&lt;/p&gt;&lt;/div&gt;"
    )


def test_days_begin_at_midnight_where_the_site_is(shelf, settings):
    data = feed_files(view_of(shelf), settings)[ALL].decode()
    assert "<published>2019-03-29T00:00:00+00:00</published>" in data  # before the clocks change
    assert "<published>2019-04-30T00:00:00+01:00</published>" in data
    found = parsed(data.encode())
    assert found.feed.updated == found.entries[0].updated == "2019-09-30T00:00:00+01:00"
    moment = datetime(*found.entries[0].updated_parsed[:6], tzinfo=UTC)
    assert moment == datetime(2019, 9, 29, 23, tzinfo=UTC)


def test_links_are_whole_addresses(shelf, settings):
    found = feeds(shelf, settings)[FEED]
    links = [link.href for link in (*found.feed.links, *(link for entry in found.entries for link in entry.links))]
    assert links == [
        f"{ADDRESS}{FEED}",
        f"{ADDRESS}anytown/",
        f"{ADDRESS}anytown/changes/2019-09-30/",
        f"{ADDRESS}anytown/changes/2019-03-29/",
        f"{ADDRESS}anytown/editions/2018-09-30/",
    ]


def test_without_an_address_there_are_no_feeds(shelf, tmp_path):
    settings = settings_of(tmp_path / "council", site_url="")
    assert feed_files(view_of(shelf), settings) == {}
    assert site_feeds((view_of(shelf),), settings, Words()) == {}


def test_names_stay_when_the_site_moves_and_the_plan_is_renamed(shelf, settings, tmp_path):
    before = feeds(shelf, settings)[ALL]
    moved = settings_of(tmp_path / "other", site_url="https://elsewhere.example.org/")
    view = view_of(shelf)
    view = replace(view, plan=replace(view.plan, id="renamed"))
    after = parsed(feed_files(view, moved)["renamed/data/feed-all.xml"])
    assert [entry.id for entry in after.entries] == [entry.id for entry in before.entries]
    assert after.feed.id == before.feed.id
    assert len({before.feed.id, *(entry.id for entry in before.entries)}) == 5


def test_names_differ_between_plans_and_between_feeds(shelf, settings, place):
    other = published(place.with_name("other"), four_editions())
    ids = [feed.feed.id for one in (shelf, other) for feed in feeds(one, settings).values()]
    ids += [entry.id for one in (shelf, other) for entry in feeds(one, settings)[ALL].entries]
    assert len(set(ids)) == len(ids) == 12


def test_what_was_taken_down_is_gone_and_readers_of_feeds_are_told(shelf, settings, place):
    before = feeds(shelf, settings)[ALL].entries
    shelf = redact(place, "a-1-1", "notes[1].text", date(2019, 10, 3), "personal data")
    files = feed_files(view_of(shelf), settings)
    assert SECRET not in b"".join(files.values()).decode()
    after = parsed(files[ALL]).entries
    assert [entry.id for entry in after] == [entry.id for entry in before]
    assert {entry.updated[:10] for entry in after} == {"2019-10-03"}
    assert [entry.published for entry in after] == [entry.published for entry in before]


def test_withdrawn_edition_stays_as_a_line_under_its_name(shelf, settings, place):
    before = feeds(shelf, settings)[ALL].entries
    after = feeds(withdraw(place, "2019-03-29", date(2019, 10, 3), "The wrong file"), settings)[ALL].entries
    assert [entry.id for entry in after] == [entry.id for entry in before]
    assert after[2].summary == "This edition was withdrawn on 3 October 2019: The wrong file"
    # The edition after it is compared with another one now.
    assert [entry.updated[:10] for entry in after] == ["2019-09-30", "2019-10-03", "2019-10-03", "2018-09-30"]


def test_feed_of_the_site_holds_all_plans_newest_first(shelf, settings, place):
    later = [(day.replace("2019", "2020"), kind, note, plan) for day, kind, note, plan in four_editions()]
    other = published(place.with_name("other"), later)
    files = site_feeds((view_of(shelf), view_of(other)), settings, Words())
    assert list(files) == ["feed.xml", "feed-all.xml"]
    found = parsed(files["feed-all.xml"])
    days = [entry.published[:10] for entry in found.entries]
    assert days == sorted(days, reverse=True)
    assert len(days) == 8
    assert [entry.id for entry in found.entries if entry.published < "2019-12"][:1] == [
        feeds(shelf, settings)[ALL].entries[0].id
    ]
    assert found.feed.links[0].href == f"{ADDRESS}feed-all.xml"


def test_same_editions_give_the_same_bytes(shelf, settings):
    assert feed_files(view_of(shelf), settings) == feed_files(view_of(shelf), settings)
    assert b"\r" not in b"".join(feed_files(view_of(shelf), settings).values())

"""One text is taken down wherever an edition holds it, and then it is in no byte; an edition is taken back."""

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.authoring.publish import redact, withdraw
from generator.editions import (
    Announcement,
    NoSuchText,
    Place,
    Shelf,
    Step,
    places,
    places_in,
    published,
    redacted,
    text_at,
    withdrawn,
)
from generator.editions.codec import to_data
from generator.editions.lock import hashes
from generator.editions.record import read_record
from generator.editions.shelf import Edition
from generator.plan.field_types import Missing
from generator.status import each_timescale
from tests.conftest import SMALL_PLAN, small_plan
from tests.council_folder import files_of
from tests.filled_plan import RICH_FIELDS, Field, fields, filled
from tests.shelves import DAYS, LOCK, NAME, TODAY, fill, note, publish_on, sound

DOWN = "[taken down on 31 December 2019: personal data]"
WORDS = f"{NAME} asked twelve children."


def salts() -> Iterator[str]:
    return (f"{count:032x}" for count in itertools.count(1))


@pytest.fixture
def folder(tmp_path) -> Path:
    """Three editions that name somebody, and a fourth that does not."""
    fill(tmp_path / "anytown")
    publish_on(tmp_path / "anytown", date(2019, 11, 29), small_plan(notes=[note("The forms were printed.")]))
    return tmp_path / "anytown"


def notes_of(edition: Edition) -> list[str]:
    return [str(each.text) for each in edition.plan.outcomes[0].actions[0].notes]


def everything(folder: Path) -> bytes:
    """Every byte, and every name, of a plan's folder."""
    return b"\n".join(part for name, data in files_of(folder).items() for part in (name.encode(), data))


# The promise


def test_a_name_in_three_editions_is_in_no_byte_afterwards(folder):
    assert everything(folder).count(NAME.encode()) == 3
    shelf = redact(folder, "a-1-1", "notes[2].text", TODAY, "personal data")
    assert NAME.encode() not in everything(folder)
    assert "Invented" not in everything(folder).decode()
    sound(folder)
    assert [notes_of(edition) for edition in shelf.editions] == [
        [DOWN],
        ["The forms were printed.", DOWN],
        ["The forms were printed.", DOWN],
        ["The forms were printed."],
    ]
    assert [len(edition.redactions) for edition in shelf.editions] == [1, 1, 1, 0]


def test_the_line_says_where_and_why_and_not_what(folder):
    shelf = redact(folder, "a-1-1", "notes[2].text", TODAY, "personal data")
    line = json.loads((folder / LOCK).read_bytes().splitlines()[-1])
    assert {name: line[name] for name in line if name not in ("files", "prev", "this")} == {
        "date": "2019-12-31",
        "day": "2019-03-01",
        "field": "notes[2].text",
        "kind": "redacted",
        "note": "personal data",
        "subject": "a-1-1",
    }
    assert [item["file"] for item in line["files"]] == [f"{day}.json" for day in DAYS]
    assert [hashes(shelf.lock)[f"{day}.json"].sha256 for day in DAYS] == [item["sha256"] for item in line["files"]]


def test_nothing_else_of_an_edition_changes(folder):
    before = sound(folder)
    after = redact(folder, "a-1-1", "notes[2].text", TODAY, "personal data")
    for old, new in zip(before.editions, after.editions, strict=True):
        text = json.dumps(to_data(old.record)).replace(WORDS, DOWN).replace(old.record.salt, new.record.salt)
        assert json.loads(text) == to_data(new.record)
        assert (old.facts, old.entry) == (new.facts, new.entry)


def test_no_guess_can_be_confirmed_by_the_hash_of_the_old_file(folder):
    """The salt of the old file is gone: with it, the old bytes could be made again from each guess."""
    before = sound(folder)
    after = redact(folder, "a-1-1", "notes[2].text", TODAY, "personal data")
    old, new = ([edition.record.salt for edition in shelf.editions[:3]] for shelf in (before, after))
    assert len({*old, *new}) == 6
    for salt in old:
        assert salt.encode() not in everything(folder)


def test_what_was_taken_down_once_is_not_taken_down_again(folder):
    redact(folder, "a-1-1", "notes[2].text", TODAY, "personal data")
    before = files_of(folder)
    with pytest.raises(NoSuchText, match="taken down already"):
        redact(folder, "a-1-1", "notes[2].text", TODAY, "mistake")
    assert files_of(folder) == before


def test_another_edition_can_be_named_where_the_places_differ(folder):
    shelf = sound(folder)
    assert text_at(shelf, "a-1-1", "notes[1].text", "2019-09-27")[0].value == "The forms were printed."
    found, name = text_at(shelf, "a-1-1", "notes[1].text", "2019-03-29")
    assert (found.value, name) == (WORDS, "2019-03-29")
    step = redacted(shelf, "a-1-1", "notes[1].text", TODAY, "mistake", salts().__next__, edition="2019-03-29")
    assert list(step.files) == [f"{day}.json" for day in DAYS]


def test_the_text_of_the_newest_edition_is_not_taken_down_for_that_of_an_older_one(folder):
    shelf = sound(folder)
    with pytest.raises(NoSuchText, match=r"name with --edition which is meant: .*2019-03-29"):
        text_at(shelf, "a-1-1", "notes[1].text")
    with pytest.raises(NoSuchText, match="hold different texts"):
        redacted(shelf, "a-1-1", "notes[1].text", TODAY, "mistake", salts().__next__)
    assert text_at(shelf, "a-1-1", "notes[2].text")[0].value == WORDS


@pytest.mark.parametrize("text", ["Morag\nInvented", "*Morag* Invented", "MORAG  invented", "Morag\u00a0Invented"])
def test_words_are_found_however_they_are_set(text):
    plan = small_plan(notes=[note(f"Asked by {text}, twice.")])
    assert places_in(plan, "morag invented") == (("a-1-1", "notes[1].text"),)


# Every field


def text_of(field: Field) -> str:
    """A text that no other field has, with formatting's own signs where it may have some."""
    return f"Hidden {field.path} end" + (" *now*" if field.owner in RICH_FIELDS else "")


def shelf_of(plan) -> Shelf:
    """A plan as its only edition, without any files."""
    announced = Announcement(date=DAYS[0], kind="minor", note="")
    return shelved(Shelf(), published(Shelf(), plan, announced, "0" * 32))


def shelved(shelf: Shelf, step: Step) -> Shelf:
    data = next(iter(step.files.values()))
    line = step.lock.lines[0]
    name = line.entry.file.removesuffix(".json")
    return Shelf(step.lock, (Edition(name, line, line.entry, read_record(data), data, ""),))


def every_text(**options: bool) -> list[Field]:
    return [field for field in fields(**options) if field.is_text]


@pytest.mark.parametrize("is_missing", [False, True], ids=["filled", "missing"])
def test_every_text_of_every_field_can_be_found_and_leaves_no_trace(is_missing):
    """Wherever it was copied to: into what was worked out of the plan, the reason for a reading among it."""
    shelf = shelf_of(filled(text_of, missing=is_missing))
    texts = every_text(missing=is_missing)
    assert len(texts) > (60 if is_missing else 150)
    for field in texts:
        words = f"Hidden {field.path} end"
        found = [place for place in places(shelf, words) if place.edition == "2019-03-29"]
        (place,) = found
        step = redacted(shelf, place.subject, place.field, TODAY, "personal data", salts().__next__)
        (data,) = step.files.values()
        assert words.encode() not in data, field.path
        assert words.encode() not in step.lock.data
        after = read_record(data)
        copied = {item.timescale for item in after.computed.times}
        assert copied == set(each_timescale(after.plan)), "every timescale still has its reading"


def test_figures_and_addresses_go_without_words_in_their_place():
    plan = small_plan(
        {"contacts": [{"role": "The team", "email": "team@example.org", "phone": "01632 960 150"}]},
        measures=[
            {
                "id": "m-1",
                "text": "How many",
                "observations": [{"period": "2019", "value": "3", "numerator": "3", "denominator": "40"}],
            }
        ],
    )
    shelf = shelf_of(plan)

    def after(subject: str, field: str):
        (data,) = redacted(shelf, subject, field, TODAY, "personal data", salts().__next__).files.values()
        return read_record(data).plan

    def figure(field: str):
        return after("m-1", f"observations[1].{field}").outcomes[0].actions[0].measures[0].observations[0]

    ground = "taken down on 31 December 2019: personal data"
    assert figure("value").value == Missing(missing="withheld", ground=ground)
    assert figure("numerator").numerator is None
    assert after("anytown", "contacts[1].email").contacts[0].email is None
    assert after("anytown", "contacts[1].phone").contacts[0].phone is None
    assert after("anytown", "contacts[1].role").contacts[0].role == DOWN


@pytest.mark.parametrize(
    ("subject", "field", "said"),
    [
        ("a-1-1", "notes[1].date", "notes[1].date holds no words"),
        ("a-1-1", "status", "status holds no words"),
        ("a-1-1", "progress", "progress holds no words"),
        ("a-1-1", "id", "id holds no words"),
        ("a-1-1", "notes[1].kind", "notes[1].kind holds no words"),
        ("a-1-1", "leads[1].body", "leads[1].body holds no words"),
        ("a-1-1", "leads[1].as_above", "leads[1].as_above holds no words"),
        ("a-1-1", "notes", "notes holds no words"),
        ("a-1-1", "notes[1]", "notes[1] holds no words"),
        ("anytown", "schema_version", "schema_version holds no words"),
        ("a-1-1", "notes[3].text", "no edition has notes[3].text of 'a-1-1'"),
        ("a-1-1", "notes[0].text", "'notes[0].text' is no field; write it as title, or as notes[2].text"),
        ("a-1-1", "notes..text", "is no field"),
        ("a-1-1", "__class__", "no edition has __class__ of 'a-1-1'"),
        ("a-1-1", "points[1]", "no edition has points[1] of 'a-1-1'"),
        ("a-9", "title", "no edition has anything with the id 'a-9'"),
    ],
)
def test_what_would_break_an_edition_is_refused_in_a_plain_sentence(subject, field, said):
    shelf = shelf_of(small_plan(notes=[note("Said.")], progress="40"))
    with pytest.raises(NoSuchText, match=re.escape(said)):
        redacted(shelf, subject, field, TODAY, "mistake", salts().__next__)


def test_of_two_things_with_one_id_the_plan_itself_leads_to_one():
    """Bodies, ratings and events have ids of their own."""
    plan = small_plan(
        {"bodies": [{"id": "council", "name": "Anytown Council"}, {"id": "a-1-1", "name": "A body", "note": "Of it"}]},
        text="Of the action",
    )
    shelf = shelf_of(plan)
    assert text_at(shelf, "a-1-1", "note")[0].value == "Of it"
    assert text_at(shelf, "a-1-1", "text")[0].value == "Of the action"
    assert places_in(plan, "Of it") == (("anytown", "bodies[2].note"),)
    both = shelf_of(small_plan({"risks": [{"id": "council", "name": "One risk"}]}))
    with pytest.raises(NoSuchText, match=r"2 things have the id 'council'; write anytown for it"):
        text_at(both, "council", "name")
    assert text_at(both, "anytown", "risks[1].name")[0].value == "One risk"


def test_what_was_accepted_belongs_to_the_plan_and_not_to_the_thing_that_it_names():
    accepted = {"code": "x", "id": "a-1-1", "reason": "Morag knows.", "role": "Lead officer", "date": "2019-01-01"}
    plan = small_plan({"accepted": [{**accepted, "reason": "First."}, accepted]})
    assert places_in(plan, "morag") == (("anytown", "accepted[2].reason"),)
    (data,) = redacted(
        shelf_of(plan), "anytown", "accepted[2].reason", TODAY, "personal data", salts().__next__
    ).files.values()
    assert [entry.reason for entry in read_record(data).plan.accepted] == ["First.", DOWN]


# Where the words still stand


def test_words_are_found_in_every_edition_and_in_the_lock(tmp_path):
    folder = tmp_path / "anytown"
    folder.mkdir()
    named = small_plan(title=f"Ask {NAME}", notes=[note(WORDS)], points=["One", f"{NAME}'s form"])
    publish_on(folder, DAYS[0], named, note=f"{NAME} joins.")
    publish_on(folder, DAYS[1], small_plan(notes=[note(WORDS)]))
    found = places(sound(folder), NAME.upper())
    assert set(found) == {
        Place("2019-03-29", "a-1-1", "title"),
        Place("2019-03-29", "a-1-1", "points[2]"),
        Place("2019-03-29", "a-1-1", "notes[1].text"),
        Place("2019-06-28", "a-1-1", "notes[1].text"),
        Place("editions.lock", "line 1", "note"),
    }
    assert len(found) == 5
    shelf = redact(folder, "a-1-1", "points[2]", TODAY, "personal data")
    assert shelf.editions[0].plan.outcomes[0].actions[0].points == ("One", DOWN)
    assert len(places(shelf, NAME)) == 4


def test_every_place_that_is_found_is_one_that_can_be_taken_down(folder):
    shelf = sound(folder)
    for place in places(shelf, "asked"):
        assert text_at(shelf, place.subject, place.field, place.edition)[0].value == WORDS


# What was worked out is carried over, not worked out anew


def test_a_timescale_that_two_actions_share_keeps_its_reading_in_the_other():
    action = {"id": "a-1-2", "title": "Ask again", "timescales": ["March 2019"]}
    outcome = SMALL_PLAN["outcomes"][0]
    plan = small_plan({"outcomes": [{**outcome, "actions": [*outcome["actions"], action]}]})
    shelf = shelf_of(plan)
    (data,) = redacted(shelf, "a-1-1", "timescales[1].words", TODAY, "mistake", salts().__next__).files.values()
    record = read_record(data)
    read = {item.timescale.words: item.reading for item in record.computed.times}
    assert set(read) == {"[taken down on 31 December 2019: mistake]", "March 2019"}
    assert read["March 2019"].words == "March 2019"
    old = shelf.editions[0].facts
    assert record.computed.standings == old.standings
    assert replace(record.computed, times=()) == replace(old, times=())


@pytest.mark.parametrize(("other", "is_known"), [("April 2019", False), ("March 2019", True)])
def test_no_timescale_is_shown_with_the_reading_of_another(tmp_path, other, is_known):
    """Two whose words were taken down alike are the same to whatever looks for a reading."""
    action = {"id": "a-1-2", "title": "Ask again", "timescales": [other]}
    outcome = SMALL_PLAN["outcomes"][0]
    plan = small_plan({"outcomes": [{**outcome, "actions": [*outcome["actions"], action]}]})
    publish_on(tmp_path, DAYS[0], plan)
    redact(tmp_path, "a-1-1", "timescales[1].words", TODAY, "mistake")
    shelf = redact(tmp_path, "a-1-2", "timescales[1].words", TODAY, "mistake")
    (times,) = shelf.editions[0].facts.times
    assert times.timescale.words == "[taken down on 31 December 2019: mistake]"
    assert (times.reading.end == date(2019, 3, 31)) is is_known
    assert (times.reading.doubt == "unread") is not is_known
    assert shelf.editions[0].facts.standings["a-1-1"].ends == (date(2019, 3, 31),), "what time did to it stays known"


def test_why_words_were_not_read_goes_with_them():
    """It may quote them."""
    shelf = shelf_of(small_plan(timescales=["31 June 2019"]))
    assert "31 June 2019" in shelf.editions[0].facts.times[0].reading.why
    (data,) = redacted(shelf, "a-1-1", "timescales[1].words", TODAY, "mistake", salts().__next__).files.values()
    reading = read_record(data).computed.times[0].reading
    assert reading.why == reading.do == reading.words == "[taken down on 31 December 2019: mistake]"
    assert b"31 June" not in data


def test_the_reason_for_a_missing_rating_goes_from_counts_too():
    withheld = {"missing": "withheld", "ground": f"{NAME} is ill"}
    shelf = shelf_of(small_plan(status=withheld))
    assert shelf.editions[0].data.count(NAME.encode()) > 2
    (data,) = redacted(shelf, "a-1-1", "status.ground", TODAY, "personal data", salts().__next__).files.values()
    assert NAME.encode() not in data
    facts = read_record(data).computed
    assert facts.standings["a-1-1"].declared == Missing(missing="withheld", ground=DOWN)
    assert [tally.count for tally in facts.counts["actions"][""]] == [1]


def test_a_rating_of_the_legend_is_the_same_everywhere():
    shelf = shelf_of(small_plan())
    (data,) = redacted(shelf, "amber", "meaning", TODAY, "mistake", salts().__next__).files.values()
    record = read_record(data)
    assert b"At risk" not in data
    assert record.computed.standings["a-1-1"].declared == record.plan.status_scheme.statuses[1]


def test_nothing_is_worked_out_anew(monkeypatch):
    shelf = shelf_of(small_plan(notes=[note("Said.")]))
    monkeypatch.setattr("generator.editions.publication.facts_of", None)
    monkeypatch.setattr("generator.status.facts.stand", None)
    (data,) = redacted(shelf, "a-1-1", "notes[1].text", TODAY, "mistake", salts().__next__).files.values()
    assert read_record(data).computed == shelf.editions[0].facts


# Withdrawn


def test_a_withdrawn_edition_leaves_its_line_and_nothing_else(folder):
    shelf = withdraw(folder, "2019-06-28", TODAY, "It came too early.")
    assert not (folder / "editions/2019-06-28.json").exists()
    assert [entry.name for entry in shelf.entries] == ["2019-03-29", "2019-06-28", "2019-09-27", "2019-11-29"]
    assert [edition.name for edition in shelf.editions] == ["2019-03-29", "2019-09-27", "2019-11-29"]
    assert shelf.entries[1].withdrawal.note == "It came too early."
    assert [line.entry.kind for line in shelf.lock.lines][-1] == "withdrawn"
    for again in ("2019-06-28", "2019-06-29", "2019-03-29-2", ""):
        with pytest.raises(NoSuchText, match="there is no edition"):
            withdraw(folder, again, TODAY, "Twice.")


def test_no_text_is_taken_down_before_an_edition_that_still_stands(folder):
    """Its line would be on no site before that day. The edition itself may be withdrawn: a wrong clock dated it."""
    shelf = sound(folder)
    assert withdrawn(shelf, "2019-06-28", DAYS[0], "Why.").lock.lines[-1].entry.date == DAYS[0]
    for field in ("notes[2].text", "title"):
        with pytest.raises(NoSuchText, match="the edition 2019-06-28 is dated after 2019-03-29: withdraw it first"):
            redacted(shelf, "a-1-1", field, DAYS[0], "mistake", salts().__next__)


def test_a_withdrawn_text_is_not_looked_for(folder):
    withdraw(folder, "2019-06-28", TODAY, "It came too early.")
    shelf = redact(folder, "a-1-1", "notes[2].text", TODAY, "personal data")
    assert [item.file for item in shelf.lock.lines[-1].entry.files] == ["2019-03-29.json", "2019-09-27.json"]
    assert NAME.encode() not in everything(folder)

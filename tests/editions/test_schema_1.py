"""One edition that is kept for good. Whatever the program becomes, it must read it, and give the same plan.

`schema-1/` was made once, of the filled plan as it was then, and is never made again: a field that a plan got later is
in none of its bytes. What it froze is compared with what stands in its file, not with what would be worked out today.
"""

from dataclasses import fields
from datetime import date
from pathlib import Path

from generator.editions.canonical import read_canonical
from generator.editions.codec import to_data
from generator.editions.record import record_bytes
from generator.plan.model import PublicPlan
from generator.status import each_action, each_thing, each_timescale
from generator.text import sha256_hex
from tests.shelves import sound

FOLDER = Path(__file__).parent / "schema-1"
HEAD = "e950b8fb2384d1f4cab8da935ccc1d47417981661ee9c7c8a65c9002842cee13"
SHA256 = "eddf7f64890335851bfbb8ece1123df2e900274752434819fbecb447bd2a539a"


def test_it_is_what_it_was():
    shelf = sound(FOLDER)
    assert shelf.lock.head == HEAD
    assert sha256_hex((FOLDER / "editions/2026-01-31.json").read_bytes()) == SHA256
    assert [edition.sha256 for edition in shelf.editions] == [SHA256]


def test_it_is_read_as_the_plan_that_it_holds():
    (edition,) = sound(FOLDER).editions
    plan = edition.plan
    assert (plan.schema_version, plan.id, plan.as_at) == (1, "filled", date(2031, 1, 19))
    assert [outcome.id for outcome in plan.outcomes] == ["out0", "out1"]
    assert [action.id for action in each_action(plan.outcomes[0].actions)] == [
        "out0-act0",
        "out0-act0-sub0",
        "out0-act1",
    ]
    assert plan.outcomes[0].actions[0].notes[0].text == "Words of outcomes[0].actions[0].notes[0].text"
    assert {thing.id for thing in each_thing(plan)} == set(edition.facts.standings)
    assert set(each_timescale(plan)) == {item.timescale for item in edition.facts.times}
    empty = [field.name for field in fields(PublicPlan) if getattr(plan, field.name) in (None, ())]
    assert empty == [], "every field that a plan had then is filled"


def test_it_is_written_as_the_same_bytes():
    (edition,) = sound(FOLDER).editions
    data = (FOLDER / "editions/2026-01-31.json").read_bytes()
    assert record_bytes(edition.record) == data
    assert to_data(edition.record) == read_canonical(data)

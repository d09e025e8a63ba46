"""All that becomes public stands on one sheet, and nothing else does."""

import re

from generator.plan.private import Person
from generator.privacy import findings_of, public_text
from generator.privacy.finding import Kind
from generator.privacy.public_text import MARK, SAID, WIDTH
from generator.privacy.texts import texts
from tests.broken_samples import PLAN, council
from tests.command import plans
from tests.conftest import small_plan
from tests.filled_plan import fields, filled

PEOPLE = (Person(name="Alba Quist", initials="AQ"),)
PRIVATE = """\
schema: 1
people: [{name: Alba Quist, email: quist@example.org}]
notes: {o-1: [{text: Hidden words, author: Hidden name}]}
authors: {o-1: [Hidden name]}
"""


def sheet(plan, people=()):
    return "\n".join(public_text(plan, people))


def flat(text):
    return " ".join(text.split())


def test_every_public_field_stands_on_the_sheet():
    places = {}
    plan = filled(lambda field: places.setdefault(field.path, f"Text no {len(places)} here"))
    shown = flat(sheet(plan))
    assert len(places) == sum(field.is_text for field in fields())
    assert [text for text in places.values() if text not in shown and text.upper() not in shown] == []
    assert [said.text for said in texts(plan) if said.text not in shown and said.text.upper() not in shown] == []


def test_nothing_private_stands_on_the_sheet(tmp_path):
    plan = f"{PLAN}    notes: [{{text: Twelve were asked.}}]\n"
    folder = council(tmp_path, plan=plan, **{"plans/anytown/private.yaml": PRIVATE})
    shown = plans("-C", folder, "check", "--public", "anytown").output
    assert "Twelve were asked." in shown
    assert "Quist" not in shown
    assert "Hidden" not in shown


def test_order_is_that_of_the_plan():
    shown = sheet(small_plan(notes=[{"text": "A note"}]))
    words = ("Title: Anytown plan", "OUTCOME 1 CHILDREN ARE HEARD", "1.1 Ask children", "A note")
    order = [shown.index(part) for part in words]
    assert order == sorted(order)


def test_finding_is_marked_below_its_value():
    plan = small_plan(notes=[{"text": "It is done. (BO)"}])
    (finding,) = findings_of(plan)
    lines = sheet(plan).split("\n")
    place = next(number for number, line in enumerate(lines) if "It is done. (BO)" in line)
    assert MARK in lines[place + 1]
    assert flat(" ".join(lines[place + 1 : place + 3])).startswith(
        f"{MARK} a person's initials?: “BO” (privacy-person-initials, id {finding.id})"
    )
    assert "1 place is marked >>>" in flat(sheet(plan))


def test_accepted_finding_says_so():
    plan = small_plan(notes=[{"text": "It is done. (BO)"}])
    (finding,) = findings_of(plan)
    entry = {"code": finding.kind.code, "id": finding.id, "reason": "A form.", "role": "Officer", "date": "2026-11-21"}
    shown = flat(sheet(small_plan({"accepted": [entry]}, notes=[{"text": "It is done. (BO)"}])))
    assert f"id {finding.id}; accepted)" in shown


def test_what_must_be_mended_says_so():
    shown = flat(sheet(small_plan(notes=[{"text": "Alba Quist spoke."}]), PEOPLE))
    assert "a person of the register: “Alba Quist” (privacy-registered-person" in shown
    assert "; must be mended)" in shown


def test_every_mark_stands_at_its_value():
    plan = filled(lambda field: "Quist, Alba came")
    marks = len(re.findall(rf"^ *{MARK} ", sheet(plan, PEOPLE), re.MULTILINE))
    assert marks == len(findings_of(plan, PEOPLE))


def test_ground_of_what_is_withheld_is_shown():
    plan = small_plan(leads={"missing": "withheld", "ground": "It was led by Bram Oddlesworth"})
    assert "none (withheld), because: It was led by Bram Oddlesworth" in flat(sheet(plan))
    assert f"{MARK} a person's name" in flat(sheet(plan))


def test_sheet_fits_on_paper():
    plan = small_plan(notes=[{"text": "Many words here. " * 50}])
    assert all(len(line) <= WIDTH for line in public_text(plan))


def test_every_kind_has_words():
    assert set(SAID) == set(Kind)

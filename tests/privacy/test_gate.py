"""The gate: what is accepted passes, what must be mended does not, and ids stay what they are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plan.model import PublicPlan
from generator.plan.private import Person
from generator.plan.validators import read_as
from generator.privacy import MUST_BE_MENDED, Kind, findings_of, gate
from generator.problems import PROBLEMS
from generator.text import ID_PATTERN
from tests.broken_samples import PLAN, council, problems_in
from tests.conftest import as_tuples, small_plan
from tests.random_plan import plan_data

PEOPLE = (Person(name="Alba Quist", initials="AQ"),)
NOTE = "It is done. (BO)"


def accepted(kind, finding, reason="It is the short name of a form."):
    return {"code": kind.code, "id": finding, "reason": reason, "role": "Lead officer", "date": "2026-11-21"}


def test_finding_stops_a_publication():
    assert [finding.words for finding in gate(small_plan(notes=[{"text": NOTE}]))] == ["BO"]


def test_accepted_finding_passes():
    (finding,) = gate(small_plan(notes=[{"text": NOTE}]))
    assert gate(small_plan({"accepted": [accepted(finding.kind, finding.id)]}, notes=[{"text": NOTE}])) == ()


def test_accepting_is_of_one_kind_and_one_id():
    (finding,) = gate(small_plan(notes=[{"text": NOTE}]))
    for entry in (accepted(Kind.PERSON_NAME, finding.id), accepted(finding.kind, "a-1-1")):
        assert len(gate(small_plan({"accepted": [entry]}, notes=[{"text": NOTE}]))) == 1


def test_what_is_written_later_is_not_accepted():
    (finding,) = gate(small_plan(notes=[{"text": "In May 4 children said no."}]))
    entry = {"accepted": [accepted(finding.kind, finding.id)]}
    later = [{"text": "In May 4 children said no."}, {"text": "In June 4 children said no."}]
    assert [found.path[5] for found in gate(small_plan(entry, notes=later))] == [1]


@pytest.mark.parametrize("kind", sorted(MUST_BE_MENDED))
def test_what_must_be_mended_cannot_be_accepted(kind):
    texts = {
        Kind.REGISTERED_PERSON: "Alba Quist spoke.",
        Kind.NATIONAL_INSURANCE: "Claim PX123456C.",
        Kind.CHI_NUMBER: "Record 0102030006.",
        Kind.NHS_NUMBER: "Record 9990000018.",
        Kind.PHONE: "Ring 01632 960 001.",
        Kind.PERSONAL_EMAIL: "Write to bram.oddly@example.org.",
    }
    notes = [{"text": texts[kind]}]
    (finding,) = (found for found in gate(small_plan(notes=notes), PEOPLE) if found.kind is kind)
    assert finding in gate(small_plan({"accepted": [accepted(kind, finding.id)]}, notes=notes), PEOPLE)


def test_severity_says_what_must_be_mended():
    errors = {kind for kind in Kind if PROBLEMS[kind.code].severity == "error"}
    assert errors == MUST_BE_MENDED


def test_name_in_a_reason_is_found():
    plan = small_plan({"accepted": [accepted(Kind.PHONE, "a-1-1", "Bram said so: it was led by Bram Oddlesworth.")]})
    assert {finding.path for finding in gate(plan)} == {("accepted", 0, "reason")}


def test_id_names_the_thing_and_may_be_written_in_a_plan():
    (finding,) = gate(small_plan(notes=[{"text": NOTE}]))
    assert finding.id.startswith("a-1-1-")
    assert ID_PATTERN.fullmatch(finding.id)


def test_long_id_of_a_thing_leaves_room():
    thing = "a" * 40
    (finding,) = gate(small_plan(id=thing, notes=[{"text": NOTE}]))
    assert ID_PATTERN.fullmatch(finding.id)
    assert finding.id.startswith(f"{thing[:31]}-")


def test_ids_stay_when_things_are_put_in_another_order():
    notes = [{"text": NOTE}, {"text": "It was led by Bram Oddlesworth."}, {"text": "In May 4 children said no."}]
    one, other = (findings_of(small_plan(notes=own)) for own in (notes, notes[::-1]))
    assert [finding.id for finding in one] == [finding.id for finding in other][::-1]
    assert len({finding.id for finding in one}) == len(notes)


@given(plan_data())
def test_gate_reads_any_plan_and_reordering_keeps_its_ids(data):
    plan = read_as(PublicPlan, as_tuples(data))
    found = findings_of(plan, PEOPLE)
    turned = replace(plan, outcomes=plan.outcomes[::-1], bodies=plan.bodies[::-1], evidence=plan.evidence[::-1])
    assert sorted(finding.id for finding in findings_of(turned, PEOPLE)) == sorted(finding.id for finding in found)
    assert all(ID_PATTERN.fullmatch(finding.id) for finding in found)


PIECES = (
    *("AQ", "(AQ)", "AQ/CD", "Alba", "Quist,", "led by", "Mr", "4", "forty", "children", "36 of", "40", "families."),
    *("01632 960001", "a.b@c.de", "010203 0006", "sick leave", "post", "12/3/15", "\n", "–", "ZE9 9ZZ", "PX123456C"),
    *("II", "NHS", ",", ".", "(", ")", "/", "&", "and", "de", "van", "O’Brien", "É", "ß", "𝒜", "\xad"),
)
WORDS = st.lists(st.sampled_from(PIECES))


@given(WORDS.map(" ".join) | st.text())
def test_any_text_is_read_and_what_is_found_stands_in_it(text):
    text = text.strip() or "x"
    for finding in findings_of(small_plan(notes=[{"text": text}]), PEOPLE):
        assert finding.words in text


def test_one_run_names_every_sentence(tmp_path):
    text = "Spoke to Quist. It is late. Spoke to Quist again. Spoke to Quist in May."
    plan = PLAN.replace("Children are heard", f'"{text}"')
    found = [
        problem for problem in problems_in(council(tmp_path, plan=plan)) if problem.kind.code.startswith("privacy")
    ]
    assert len({problem.subject for problem in found}) == 3
    assert [problem.what.split(" may ")[0] for problem in sorted(found, key=lambda problem: problem.what)] == [
        "'Quist' in 'Spoke to Quist again.'",
        "'Quist' in 'Spoke to Quist in May.'",
        "'Quist' in 'Spoke to Quist.'",
    ]


def test_a_small_number_in_words_that_were_meant_is_found():
    plan = small_plan(timescales=[{"words": "March 2019", "read_as": "3 pupils to leave by March 2019"}])
    assert "3 pupils" in [finding.words for finding in findings_of(plan, ())]

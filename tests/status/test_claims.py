"""What is claimed to be well, and has nothing behind it."""

from datetime import date

import pytest

from generator.status import backings, claims, makes_claims, stand

SUBS = [{"id": "a-2", "title": "Two", "progress": "100"}, {"id": "a-3", "title": "Three"}]
EVIDENCE = {"evidence": [{"id": "audit", "title": "Audit"}]}
REVIEW = {"date": "2019-01-02", "by": "nhs", "result": "confirmed", "evidence": ["audit"]}


def bare(plan) -> list[str]:
    return [thing.id for thing, backing in claims(plan, stand(plan, date(2019, 1, 1))) if not backing]


@pytest.mark.parametrize(
    ("action", "found"),
    [
        ({"status": "green"}, ["a-1-1", "a-2"]),
        ({"status": "amber"}, ["a-2"]),
        ({"status": "amber", "progress": "100"}, ["a-1-1", "a-2"]),
        ({"status": "green", "evidence": ["audit"]}, []),
        ({"status": "green", "review": {"reviews": [REVIEW]}}, ["a-2"]),
        ({"status": "green", "review": {"reviews": [{**REVIEW, "evidence": []}]}}, ["a-1-1", "a-2"]),
        ({"status": "green", "review": {"reviews": [{**REVIEW, "result": "not-enough-evidence"}]}}, ["a-1-1", "a-2"]),
        ({"status": "green", "notes": [{"text": "x", "kind": "evidence"}]}, ["a-2"]),
        ({"status": "green", "notes": [{"text": "x"}]}, ["a-1-1", "a-2"]),
    ],
)
def test_claim_is_bare_unless_evidence_a_review_or_a_note_stands_behind_it(make_plan, action, found):
    plan = make_plan(EVIDENCE, sub_actions=SUBS, **action)
    assert bare(plan) == found
    assert makes_claims(plan)


def test_evidence_of_an_outcome_stands_behind_all_of_it(make_plan):
    outcome = {
        "id": "o-1",
        "title": "One",
        "status": "green",
        "actions": [{"id": "a-1", "title": "x", "progress": "100"}],
    }
    assert bare(make_plan({**EVIDENCE, "outcomes": [outcome]})) == ["o-1", "a-1"]
    assert bare(make_plan({**EVIDENCE, "outcomes": [{**outcome, "evidence": ["audit"]}]})) == []


def test_plan_without_good_ratings_makes_no_claims(make_plan):
    assert not makes_claims(make_plan(status="amber"))
    assert not makes_claims(make_plan(status=None, progress="99"))


@pytest.mark.parametrize(
    ("action", "found"),
    [
        ({}, ["", ""]),
        ({"evidence": ["audit"]}, ["evidence", "evidence"]),
        ({"review": {"reviews": [REVIEW]}}, ["evidence", ""]),
        ({"notes": [{"text": "x", "kind": "evidence"}]}, ["note", ""]),
    ],
)
def test_backing_is_evidence_or_a_note(make_plan, action, found):
    plan = make_plan(EVIDENCE, sub_actions=SUBS[:1], **action)
    assert [backings(plan)[name] for name in ("a-1-1", "a-2")] == found

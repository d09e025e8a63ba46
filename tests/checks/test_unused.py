"""What a plan lists and nothing in it uses is told."""

import pytest

from tests.checks.checking import PLAN, checked_for, subjects, with_line, with_part


def test_recommendation_is_answered():
    assert checked_for("finding-unanswered", PLAN) == [
        "findings[1]: no outcome or action answers this recommendation; "
        "name it under 'answers' of one, or accept it with a reason (finding-unanswered)"
    ]
    assert subjects("finding-unanswered", PLAN) == ["f-1"]
    assert checked_for("finding-unanswered", with_line("answers: [f-1]")) == []
    outcome = PLAN.replace("title: Children are heard\n", "title: Children are heard\n    answers: [f-1]\n")
    assert checked_for("finding-unanswered", outcome) == []


@pytest.mark.parametrize(
    ("kind", "count"), [("recommendation", 1), ("area-for-improvement", 1), ("grades", 0), ("counts", 0)]
)
def test_grades_ask_for_no_answer(kind, count):
    assert len(checked_for("finding-unanswered", PLAN.replace("kind: recommendation", f"kind: {kind}"))) == count


def test_report_of_findings_is_answered_elsewhere():
    assert checked_for("finding-unanswered", with_part("kind: findings-report\n")) == []


def test_evidence_stands_behind_something():
    assert subjects("evidence-unused", PLAN) == ["e-1"]
    assert checked_for("evidence-unused", PLAN)[0].startswith("evidence[1]: nothing names this evidence; ")


@pytest.mark.parametrize(
    "plan",
    [
        with_line("evidence: [e-1]"),
        with_line("review: {reviews: [{date: 2019-01-01, by: x, result: confirmed, evidence: [e-1]}]}"),
        PLAN.replace("title: Children are heard\n", "title: Children are heard\n    evidence: [e-1]\n"),
        with_part("decisions: [{id: d-1, text: x, kind: noted, affects: [e-1]}]\n"),
    ],
)
def test_evidence_that_is_named_is_used(plan):
    assert checked_for("evidence-unused", plan) == []


def test_body_that_nothing_names_is_told():
    # The publisher has the name of the other one.
    assert checked_for("body-unused", PLAN) == [
        "bodies[2]: nothing names the body 'NHS Anytown'; take it out, or name it (body-unused)"
    ]
    assert subjects("body-unused", PLAN) == ["nhs"]


@pytest.mark.parametrize(
    "plan",
    [
        with_line("leads: [nhs]"),
        with_part("partners: [nhs]\n"),
        PLAN.replace("name: Anytown Council}", "name: Anytown Council, parent: nhs}"),
        PLAN.replace("name: Anytown Council}", "name: Anytown Council, succeeded_by: nhs}"),
        with_part("reports: [{id: r-1, what: x, to: nhs}]\n"),
        with_part("reports: [{id: r-1, what: x, sender: The Board}]\n"),
        with_part("governance: {reports_to: [The Board of Anytown]}\n"),
        with_line("text: Ask NHS Anytown first."),
        with_line("timescales: [{words: May 2019, revises: [{words: April 2019, decided_by: nhs}]}]"),
    ],
)
def test_body_that_is_named_is_used(plan):
    assert checked_for("body-unused", plan) == []


@pytest.mark.parametrize(
    "plan",
    [
        PLAN.replace("short_name: The Board}", "short_name: The Board, parent: nhs}"),
        with_line("text: The Boards and the board meet."),
        PLAN.replace("short_name: The Board}", "short_name: The Board, note: NHS Anytown leads nothing}"),
    ],
)
def test_body_does_not_name_itself(plan):
    assert subjects("body-unused", plan) == ["nhs"]


def test_misspelt_name_is_one_mistake():
    assert checked_for("evidence-unused", with_line("evidence: [e-2]")) == []
    assert checked_for("body-unused", with_line("leads: [nsh]")) == []
    assert checked_for("finding-unanswered", with_line("answers: [f-2]")) == []


@pytest.mark.parametrize(
    ("term", "text", "is_used"),
    [
        ("Chronology", "Each file has a chronology.", True),
        ("Chronology", "All files have chronologies.", True),
        ("Core group", "Core groups meet.", True),
        ("Core group", "The core-group meets.", True),
        ("De-registered, re-registered", "Children who are re-registered", True),
        ("Inter-agency referral discussion (IRD)", "Hold an IRD", True),
        ("IRD", "An ird is held", True),
        ("Core group", "The group is at the core.", False),
        ("Core", "The score is good.", False),
        ("IRD", "A third of them", False),
    ],
)
def test_word_of_the_glossary_stands_somewhere(term, text, is_used):
    plan = with_line(f"text: {text}") + f"glossary: [{{term: '{term}', meaning: What {term} means}}]\n"
    wanted = f"glossary[1].term: {term!r} stands nowhere else in this plan; take it out of the glossary (term-unused)"
    assert checked_for("term-unused", plan) == ([] if is_used else [wanted])


def test_word_may_stand_in_the_meaning_of_another():
    terms = "{term: Register, meaning: A list of children}, {term: Children, meaning: Below 18; on the register}"
    assert checked_for("term-unused", with_part(f"glossary: [{terms}]\n")) == []


def test_word_that_stands_in_a_note_alone_is_used():
    glossary = "glossary: [{term: Viewpoint, meaning: A tool}]\n"
    assert checked_for("term-unused", with_part(glossary))
    assert not checked_for("term-unused", with_line("notes: [{text: Viewpoint is used.}]") + glossary)

"""Acronyms are explained, and sentences are short enough to read in one go."""

import pytest

from tests.checks.checking import PLAN, checked_for, subjects, with_line, with_part

PATH = "outcomes[1].actions[1].text"


def acronyms(text: str, part: str = "") -> list[str]:
    found = checked_for("acronym-unexplained", with_line(f'text: "{text}"') + part)
    return sorted(said.split("'")[1] for said in found)


def test_acronym_that_nothing_explains_is_told():
    plan = with_line("text: Hold an IRD")
    assert checked_for("acronym-unexplained", plan) == [
        f"{PATH}: 'IRD' is explained nowhere in this plan; add it to 'glossary', or write it out (acronym-unexplained)"
    ]
    assert subjects("acronym-unexplained", plan) == ["a-1"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two IRDs", ["IRD"]),
        ("The CCL&D group", ["CCL&D"]),
        ("CSE-related work, and IRD.", ["CSE", "IRD"]),
        ("(CSE)", ["CSE"]),
        ("The police’s VPD", ["VPD"]),
        ("P1E and H2O", ["H2O", "P1E"]),
        # One letter, or too many; part of a word, an address, a number.
        ("Plan A, IMPROVEMENT, McDonald, 2018-20, B12", []),
        ("See https://example.org/IRD or mail CSE@example.org", []),
        ("UK, NHS, TV and PDF", []),
        ("Staff must NOT, and may NEVER, do so before ALL of it is read", []),
        ("The WHO says NOT", ["WHO"]),
        ("Parts II, IV and XII", []),
        ("HOLD A MEETING", []),
    ],
)
def test_acronym_is_two_to_six_capitals(text, found):
    assert acronyms(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Initial referral discussion (IRD). An IRD is held.", []),
        ("An IRD is held. Each initial referral discussion (IRD) counts.", []),
        ("Many initial referral discussions (IRDs)", []),
        ("An IRD (initial referral discussion)", []),
        ("A multi-agency risk assessment conference (MARAC)", []),
        ("Getting it right for every child (GIRFEC)", []),
        ("A meeting (IRD)", ["IRD"]),
        ("An IRD (see page two)", ["IRD"]),
        ("An IRD (held)", ["IRD"]),
    ],
)
def test_long_name_beside_it_explains_an_acronym(text, found):
    assert acronyms(text) == found


@pytest.mark.parametrize(
    "part",
    [
        "glossary: [{term: IRD, meaning: Initial referral discussion}]\n",
        "glossary: [{term: Initial referral discussion (IRD), meaning: A talk}]\n",
        "vision: Each initial referral discussion (IRD) counts\n",
    ],
)
def test_plan_may_explain_an_acronym_elsewhere(part):
    assert acronyms("Hold an IRD", part) == []


@pytest.mark.parametrize(("text", "found"), [("The CSP Act says so", []), ("The CSP Act and the CSP", ["CSP"])])
def test_acronym_within_a_longer_term_is_explained_there_only(text, found):
    assert acronyms(text, "glossary: [{term: CSP Act, meaning: A law}]\n") == found


def test_bodies_and_the_legend_explain_their_own():
    assert acronyms("The NHSA leads") == ["NHSA"]
    plan = with_line("text: The NHSA leads by BRAG, and is OTP")
    plan = plan.replace("short_name: The Board", "short_name: NHSA").replace("label: Green", "label: OTP")
    assert checked_for("acronym-unexplained", plan.replace("status_scheme:\n", "status_scheme:\n  name: BRAG\n")) == []


def test_acronym_is_told_once_at_its_first_place():
    plan = with_line("text: An IRD, then an IRD") + "risks: [{id: r-1, name: No IRD}]\nvision: An IRD\n"
    (text,) = checked_for("acronym-unexplained", plan)
    assert text.startswith("vision: ")


@pytest.mark.parametrize(
    "line",
    [
        "number: ABC",
        "code: ABC",
        "readings: [{field: title, reading: inferred, verbatim: ABC}]",
    ],
)
def test_labels_are_no_prose(line):
    assert checked_for("acronym-unexplained", with_line(line)) == []


def test_reason_for_accepting_is_the_authors_own():
    entry = "{code: number-repeated, reason: The DPO agreed, role: DPO, date: 2019-01-01}"
    assert checked_for("acronym-unexplained", with_part(f"accepted: [{entry}]\n")) == []


LONG = " ".join(["word"] * 26)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (LONG, 26),
        (LONG.removeprefix("word "), 0),
        (f"Short. A {LONG}. Short.", 27),
        (LONG.replace("word word", "word. Word", 1), 0),
        # A hyphen makes one word, a dash alone none; a figure and a day are words.
        (LONG.replace("word word", "word-word", 1), 0),
        (LONG.replace("word word", "word – word –", 1), 26),
        (LONG.replace("word word", "31 March", 1), 26),
        # A full stop within a sentence does not end it.
        (LONG.replace("word word", "e.g. word", 1), 26),
        (LONG.replace("word word", "1.10 word", 1), 26),
    ],
)
def test_sentence_has_25_words_at_most(text, count):
    wanted = f"summary: a sentence here has {count} words; split it: 25 words at most (sentence-long)"
    assert checked_for("sentence-long", with_part(f'summary: "{text}"\n')) == ([wanted] if count else [])


@pytest.mark.parametrize(
    ("plan", "subject"),
    [
        (PLAN.replace("title: Children are heard", f"title: {LONG}"), "o-1"),
        (PLAN.replace("title: Children are heard", f"title: x\n    question: {LONG}"), "o-1"),
        (PLAN.replace("title: Write to them", f"title: {LONG}"), "a-2-1"),
        (PLAN.replace("meaning: At risk", f"meaning: {LONG}"), "amber"),
    ],
)
def test_titles_questions_and_meanings_are_counted(plan, subject):
    assert subjects("sentence-long", plan) == [subject]


def test_other_texts_are_not_counted():
    assert checked_for("sentence-long", with_line(f"text: {LONG}") + f"vision: {LONG}\n") == []


def test_acronym_in_a_note_is_found_too():
    (problem,) = checked_for("acronym-unexplained", with_line('notes: [{text: "The QXZ met."}]'))
    assert "'QXZ' is explained nowhere" in problem

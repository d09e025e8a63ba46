"""Ids are unique and not reserved; printed numbers that repeat are said."""

import pytest

from generator.document.addresses import HOME, NOT_FOUND
from generator.plan.vocabulary import RESERVED, RESERVED_AT_TOP
from generator.site.content import read_content
from tests.checks.checking import PLAN, checked, with_line, with_part


@pytest.mark.parametrize("value", sorted(RESERVED))
def test_reserved_id_is_refused(value):
    assert checked(PLAN.replace("id: a-1\n", f"id: {value}\n")) == [
        f"outcomes[1].actions[1].id: the id {value!r} is kept for a page of the site; choose another (id-reserved)"
    ]


def test_no_page_of_the_site_has_a_name_that_a_plan_may_have():
    """Plans and hand-written pages stand at the top of the site, and beside its own files."""
    own = {"assets", "feed", "sitemap", "build", "images", *(address.split("/")[0] for address in (HOME, NOT_FOUND))}
    assert own - {""} <= RESERVED_AT_TOP


def test_plan_and_hand_written_page_are_refused_the_same_names(tmp_path):
    for name in RESERVED_AT_TOP - {"404"}:
        (tmp_path / f"{name}.md").write_text("# A page\n")
        (text,) = checked(PLAN.replace("id: anytown", f"id: {name}"), folder=name)
        assert text.endswith("(id-reserved)")
    found = read_content(tmp_path).problems
    assert {problem.values["value"] for problem in found} == {f"{name}.md" for name in RESERVED_AT_TOP - {"404"}}


def test_plan_has_more_reserved_ids_than_what_stands_in_it():
    assert RESERVED < RESERVED_AT_TOP
    assert checked(PLAN.replace("id: a-1\n", "id: search\n")) == []


@pytest.mark.parametrize(
    ("old", "new", "path", "line"),
    [
        ("id: a-2\n", "id: a-1\n", "outcomes[1].actions[2].id", 24),
        ("id: a-2-1", "id: a-1", "outcomes[1].actions[2].sub_actions[1].id", 24),
        ("id: a-2-1", "id: o-1", "outcomes[1].actions[2].sub_actions[1].id", 21),
        ("{id: f-1,", "{id: e-1,", "evidence[1].id", 19),
        ("{id: nhs,", "{id: council,", "bodies[2].id", 12),
        ("{id: amber,", "{id: red,", "status_scheme.statuses[2].id", 8),
    ],
)
def test_id_that_is_taken_is_refused_where_it_stands_again(old, new, path, line):
    (text,) = checked(PLAN.replace(old, new))
    value = new.split(":")[1].strip(" ,\n")
    assert text == f"{path}: the id {value!r} is taken (line {line}); give this one another id (id-duplicate)"


@pytest.mark.parametrize("new", ["{id: a-1, name: Anytown Council}", "{id: red, name: Anytown Council}"])
def test_body_may_have_the_id_of_an_action_or_a_status(new):
    assert checked(PLAN.replace("{id: council, name: Anytown Council}", new)) == []


def test_events_have_ids_of_their_own():
    event = "  - {id: report, name: The report is published}\n"
    (text,) = checked(PLAN.replace(event, event + event))
    assert text.startswith("events[2].id: the id 'report' is taken ")
    assert checked(PLAN.replace("{id: report,", "{id: nhs,")) == []


def test_id_that_stands_three_times_is_told_twice():
    said = checked(PLAN.replace("id: a-2\n", "id: a-1\n").replace("id: a-2-1", "id: a-1"))
    assert len(said) == 2
    assert all("(line 24)" in text for text in said)


def test_ids_of_measures_and_risks_are_unique_too():
    (text,) = checked(with_line("measures: [{id: a-2, text: x}]"))
    assert "the id 'a-2' is taken" in text
    (text,) = checked(with_part("risks: [{id: a-1, name: x}]\n"))
    assert text.startswith("risks[1].id: ")


def test_missing_status_of_a_copied_line_is_not_told_as_well():
    said = checked(PLAN.replace("{id: green,", "{id: red,"))
    assert [text.split("(")[-1] for text in said] == ["id-duplicate)"]


def test_glossary_explains_a_word_once_and_has_one_address_for_each():
    part = "glossary:\n  - {term: CPC, meaning: x}\n  - {term: cpc, meaning: y}\n  - {term: CPC, meaning: z}\n"
    assert checked(with_part(part)) == [
        "glossary[2].term: 'cpc' and 'CPC' would have one address; make one entry of both, or write more of the word "
        "(glossary-alike)",
        "glossary[3].term: 'CPC' is explained twice; keep one explanation (glossary-duplicate)",
    ]


def test_number_that_repeats_is_told():
    text = PLAN.replace("id: a-1\n", 'id: a-1\n        number: "1.1"\n').replace(
        "id: a-2-1\n", 'id: a-2-1\n            number: "1.1"\n'
    )
    assert checked(text) == [
        "outcomes[1].actions[2].sub_actions[1].number: the number '1.1' is also on line 25; "
        "renumber one, or accept it with a reason (number-repeated)"
    ]
    accepted = "accepted: [{code: number-repeated, id: a-2-1, reason: As printed, role: Officer, date: 2019-03-31}]\n"
    assert checked(text + accepted) == []


def test_outcome_may_have_the_number_of_an_action():
    text = PLAN.replace("id: o-1\n", 'id: o-1\n    number: "1"\n').replace(
        "id: a-1\n", 'id: a-1\n        number: "1"\n'
    )
    assert checked(text) == []

"""Each refusal of the model becomes one problem, at the line and column of what was written."""

import string
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plan.field_types import About, described_fields, types_within
from generator.plan.model import PublicPlan
from generator.plan.validation import (
    MEANT_BY,
    Validated,
    choices_in,
    empty_values,
    known_keys,
    meant_key,
    placeholder,
    plain_path,
    singular,
    spoken_path,
    validate,
    validated_leniently,
)
from generator.plan.vocabulary import MissingKind
from generator.plan.yaml_tree import node_at, plain_data, read_tree
from generator.problems import PROBLEMS

HEAD = "schema: 1\nid: anytown\ntitle: Anytown plan\npublisher: Anytown Council\n"
ACTION = HEAD + "outcomes:\n  - id: o-1\n    title: Children\n    actions:\n      - id: a-1\n        title: Ask\n"


def validated(text: str) -> Validated[PublicPlan]:
    tree = read_tree(text.encode(), "plan.yaml")
    return validate(PublicPlan, tree, plain_data(tree.root) if tree.root else None)


def found(text: str) -> list[str]:
    """The problems of `text`: line, column, path and code."""
    return [f"{p.position.line}:{p.position.column} {p.path} {p.kind.code}" for p in validated(text).problems]


def said(text: str) -> list[str]:
    return [f"{p.what}; {p.do}" for p in validated(text).problems]


def action(line: str) -> str:
    return f"{ACTION}        {line}\n"


def test_plan_without_problems_is_a_value():
    result = validated(ACTION)
    assert result.problems == ()
    assert result.value
    assert result.value.outcomes[0].actions[0].title == "Ask"


def test_every_mistake_of_a_file_is_told_at_its_own_place():
    text = action("progress: 50%").replace("title: Anytown plan", "titel: Anytown plan") + "as_at: 2019-02-30\n"
    assert sorted(found(text)) == [
        "11:19 outcomes[1].actions[1].progress number-unreadable",
        "12:8 as_at date-unreadable",
        "3:1 titel key-unknown",
    ]
    assert validated(text).value is None


# Each mistake is told once


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (action("leads:\n          -"), ["12:12 outcomes[1].actions[1].leads[1] value-empty"]),
        (action("status:"), ["11:16 outcomes[1].actions[1].status value-empty"]),
        (action("progress: ~"), ["11:19 outcomes[1].actions[1].progress value-empty"]),
        (action("progress: null"), ["11:19 outcomes[1].actions[1].progress value-empty"]),
        (action('text: ""'), ["11:15 outcomes[1].actions[1].text value-empty"]),
        (action('text: "  "'), ["11:15 outcomes[1].actions[1].text value-empty"]),
        (action("text: |"), ["11:15 outcomes[1].actions[1].text value-empty"]),
        (action("review:"), ["11:16 outcomes[1].actions[1].review value-empty"]),
        (ACTION.replace("title: Ask", "Title: Ask"), ["10:9 outcomes[1].actions[1].Title key-unknown"]),
        (ACTION.replace("title: Ask", "name: Ask"), ["10:9 outcomes[1].actions[1].name key-unknown"]),
        (ACTION.replace("- id: a-1", "- ID: a-1"), ["9:9 outcomes[1].actions[1].ID key-unknown"]),
        (action("timescales: [{by: May 2019}]"), ["11:23 outcomes[1].actions[1].timescales[1].by key-unknown"]),
        (action("text: &a x"), ["11:15  yaml-anchor"]),
        (action("progress: &a x"), ["11:19  yaml-anchor"]),
        (action("progress: *a"), ["11:19  yaml-anchor"]),
        (action("kind: !x training"), ["11:15  yaml-tag"]),
        (action("text: !x"), ["11:15  yaml-tag"]),
    ],
)
def test_one_mistake_is_one_problem(text, wanted):
    assert found(text) == wanted


def test_missing_and_unknown_keys_that_have_nothing_to_do_with_each_other_are_both_told():
    assert found(ACTION.replace("        title: Ask", "        shape: Ask")) == [
        "9:9 outcomes[1].actions[1] key-missing",
        "10:9 outcomes[1].actions[1].shape key-unknown",
    ]


@pytest.mark.parametrize("text", ["~", "null", '""', "''"])
def test_words_for_nothing_are_no_values(text):
    assert found(HEAD.replace("Anytown plan", text)) == ["3:8 title value-empty"]


@pytest.mark.parametrize("text", ['"~"', "'null'", "Null and void", "~5"])
def test_words_for_nothing_can_be_text_in_quotation_marks_or_among_others(text):
    assert found(HEAD.replace("Anytown plan", text)) == []


# Did you mean


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        *[("lead", "leads"), ("Leads", "leads"), ("LEADS", "leads"), ("laeds", "leads"), ("owner", "leads")],
        *[
            ("timescale", "timescales"),
            ("time_scales", "timescales"),
            ("deadline", "timescales"),
            ("due", "timescales"),
        ],
        *[("sub-actions", "sub_actions"), ("sub actions", "sub_actions"), ("subactions", "sub_actions")],
        *[("actions", "sub_actions"), ("tasks", "sub_actions"), ("rag", "status"), ("rating", "status")],
        *[("Title", "title"), ("name", "title"), ("heading", "title"), ("description", "text"), ("note", "notes")],
        *[("measure", "measures"), ("indicators", "measures"), ("point", "points"), ("comments", "notes")],
        *[("no", "number"), ("statuses", "status"), ("percent", "progress"), ("colour", "status")],
        *[("xyz", None), ("", None), ("budget", None)],
    ],
)
def test_key_of_an_action_that_was_meant(key, meant):
    assert meant_key(key, known_keys(PublicPlan, ("outcomes", 0, "actions", 0))) == meant


def test_every_word_for_a_key_leads_to_a_key_of_the_model():
    keys = {field.key for kind in types_within(PublicPlan) for field in described_fields(kind)}
    assert set(MEANT_BY) <= keys
    for meaning, words in MEANT_BY.items():
        assert meaning not in words
        assert all(word == word.lower() for word in words)


@given(st.text(string.printable), st.lists(st.text(string.ascii_lowercase + "_", min_size=1)))
def test_meant_key_is_known(key, known):
    assert meant_key(key, tuple(known)) in [None, *known]


def test_unknown_key_is_told_the_few_that_are_known():
    text = HEAD + "contacts:\n  - role: Team\n    budget: 5\n"
    assert said(text) == ["'budget' is not known here; use role, email, phone or link, or take it out"]


def test_private_keys_are_not_offered():
    assert "internal_notes" not in known_keys(PublicPlan, ("outcomes", 0))
    assert "people" not in known_keys(PublicPlan, ())
    assert "author" not in known_keys(PublicPlan, ("outcomes", 0, "notes", 0))


def test_keys_where_there_is_no_value_are_those_of_missing():
    text = action("status: {missing: not-stated, why: x}")
    assert said(text) == ["'why' is not known here; use missing or ground, or take it out"]


# Choices and shapes


@pytest.mark.parametrize(
    ("value", "use"),
    [
        *[("High", "high"), ("HIGH", "high"), ("high ", None), ("urgent", "low, medium or high")],
        *[("hi", "low, medium or high")],
    ],
)
def test_choice_in_other_letters_is_named(value, use):
    text = said(action(f'priority: "{value}"'))
    assert text == [f"{value!r} is not one of the words known here; use {use or 'high'}"]


@pytest.mark.parametrize(
    ("levels", "use"), [("action", "actions"), ("sub_actions", "sub-actions"), ("Sub actions", "sub-actions")]
)
def test_choice_in_the_singular_or_with_other_signs_is_named(levels, use):
    text = said(HEAD + f"rated: [{levels}]\n")
    assert text == [f"{levels!r} is not one of the words known here; use {use}"]


def test_choices_are_those_of_the_vocabulary():
    (text,) = said(action("status: {missing: x}"))
    *most, last = get_args(MissingKind)
    assert text.endswith(f"use {', '.join(most)} or {last}")


LIST = "put each item on a line of its own, after '- '"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (action("leads: council"), f"this must be a list, and is text; {LIST}"),
        (action("leads:\n          • council\n          • nhs"), f"this must be a list, and is text; {LIST}"),
        (
            action("leads:\n          body: council"),
            "this must be a list, and is keys with values; put '- ' before the first key of each item",
        ),
        (action("text: [a]"), "this must be text, and is a list; take the '- ' or the square brackets out"),
        (action("priority: [high]"), "this must be text, and is a list; take the '- ' or the square brackets out"),
        (
            action("text: {a: b}"),
            "this must be text, and is keys with values; "
            "write the words alone, in quotation marks if they hold ': ' or brackets",
        ),
        (
            action("measures: [Children asked]"),
            "this must be keys with values, and is text; write 'id: …' and 'text: …'",
        ),
        (action("notes: [Done]"), "this must be keys with values, and is text; write 'text: …'"),
        (HEAD + "governance: A board\n", "this must be keys with values, and is text; write 'text: …'"),
        ("Anytown plan\n", "this must be keys with values, and is text; write 'schema: …' and 'id: …'"),
        ("- schema: 1\n", "this must be keys with values, and is a list; take the '- ' or the square brackets out"),
    ],
)
def test_wrong_shape_is_told_how_to_mend_it(text, message):
    assert said(text) == [message]


def test_missing_id_is_told_the_command_that_gives_one():
    assert said(ACTION.replace("- id: a-1\n        title", "- title")) == [
        "this action has no id; run 'plans ids anytown' to give it one"
    ]


@pytest.mark.parametrize(
    ("key", "thing"),
    [
        ("sub_actions", "sub-action"),
        ("bodies", "body"),
        ("statuses", "status"),
        ("key_issues", "key-issue"),
        ("evidence", "evidence"),
    ],
)
def test_thing_of_a_list_in_the_singular(key, thing):
    assert singular(key) == thing


def test_long_value_is_cut_in_its_message():
    (text,) = said(action(f"progress: {'x' * 500}"))
    assert len(text) < 200
    (problem,) = validated(HEAD + f"{'k' * 500}: 1\n").problems
    assert len(str(problem)) < 250


# Paths


def test_path_is_spoken_with_places_from_1():
    assert spoken_path(("outcomes", 0, "actions", 11, "status")) == "outcomes[1].actions[12].status"
    assert spoken_path(()) == ""


def test_path_of_a_choice_of_types_is_plain():
    assert plain_path(("status", "<missing>", "ground")) == ("status", "ground")
    assert plain_path(("outcomes", 0, "status", "<value>")) == ("outcomes", 0, "status")


def test_empty_values_are_found_at_any_depth():
    root = read_tree(b"a:\nb: [x, '']\nc: {d: {e: }, f: 1}\n", "plan.yaml").root
    assert root
    assert list(empty_values(root)) == [("a",), ("b", 1), ("c", "d", "e")]


# As much of a plan as can be read


BROKEN_LINES = [
    "colour: red",
    "progress: lots",
    "priority: urgent",
    "leads: council",
    "leads: [{shape: x}]",
    "leads: [[council]]",
    "timescales: [[]]",
    "timescales: [{role: due}]",
    "timescales: [{words: [x]}]",
    "status: {missing: x}",
    "status: [red]",
    "measures: [x]",
    "measures: [{id: M 1, text: x}]",
    "measures: [{id: m-1, text: x, observations: [{period: May, value: lots}]}]",
    "measures: [{id: m-1, text: x, observations: [{value: 5}]}]",
    "notes: x",
    "notes: [x]",
    "review: x",
    "review: {reviews: [{date: x}]}",
    "closures: [{date: 31/03/2019, reopened: maybe}]",
    "related: [{how: x}]",
    "sub_actions: [{title: x}]",
    "sub_actions: [x]",
]


@pytest.mark.parametrize("line", BROKEN_LINES)
def test_plan_with_a_mistake_can_be_checked_all_the_same(line):
    tree = read_tree(action(line).encode(), "plan.yaml")
    assert tree.root
    data = plain_data(tree.root)
    plan, refused = validated_leniently(PublicPlan, data)
    assert plan
    assert plan.outcomes[0].actions[0].title == "Ask"
    assert refused
    assert all(path[:4] == ("outcomes", 0, "actions", 0) for path in refused)
    assert data == plain_data(tree.root), "what was read is not changed"


@pytest.mark.parametrize("key", ["schema", "id", "title", "publisher"])
def test_plan_that_lacks_a_key_can_be_checked_all_the_same(key):
    data = {"schema": "1", "id": "anytown", "title": "x", "publisher": "x"}
    plan, refused = validated_leniently(PublicPlan, {name: value for name, value in data.items() if name != key})
    assert plan
    assert refused == {(key,)}


def test_placeholder_keeps_the_places_of_a_list():
    data = {"schema": "1", "id": "anytown", "title": "x", "publisher": "x", "bodies": ("x", {"id": "b", "name": "B"})}
    plan, _ = validated_leniently(PublicPlan, data)
    assert plan
    assert plan.bodies[1].id == "b"


@pytest.mark.parametrize(
    "kind", sorted(types_within(PublicPlan), key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__
)
def test_placeholders_make_every_type(kind):
    value, refused = validated_leniently(kind, placeholder(kind))
    assert value is not None
    assert {path[0] for path in refused} == {field.key for field in described_fields(kind) if field.is_required}


SCALARS = st.text(string.ascii_letters + " -:/%0123456789", max_size=8)
TREES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(
            SCALARS
            | st.sampled_from(
                ["id", "title", "outcomes", "actions", "status", "missing", "leads", "bodies", "name", "readings"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(sorted(known_keys(PublicPlan, ()))), TREES, max_size=6))
def test_any_tree_of_texts_is_refused_with_problems_only(data):
    text = as_yaml(data)
    tree = read_tree(text.encode(), "plan.yaml")
    if tree.root is None:
        return
    plain = plain_data(tree.root)
    result = validate(PublicPlan, tree, plain)
    assert result.value is not None or result.problems
    for problem in result.problems:
        assert problem.kind in PROBLEMS.values()
        assert str(problem)
        assert problem.position.line
    if isinstance(plain, dict):
        validated_leniently(PublicPlan, plain)


def as_yaml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f'"{key}": {as_yaml(item)}' for key, item in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(as_yaml, value)) + "]"
    return f'"{value}"'


def test_position_is_that_of_the_value():
    text = action("progress: 50%")
    (problem,) = validated(text).problems
    root = read_tree(text.encode(), "plan.yaml").root
    assert root
    assert problem.position == node_at(root, ("outcomes", 0, "actions", 0, "progress")).position


# Choices, private keys, and keys that belong together


@dataclass(frozen=True)
class Choosing:
    """Words that hold what an English list is made of."""

    word: Annotated[Literal["half, or more", "all or none", "it's"], About("A word")]


@pytest.mark.parametrize("choice", [Literal["a, b", "c or d"], Literal["a, b", "c or d"] | None])
def test_choices_are_those_of_the_type_whatever_they_hold(choice):
    assert choices_in(choice) == ("a, b", "c or d")
    assert choices_in(tuple[choice, ...]) == ("a, b", "c or d")


def test_refused_word_is_told_the_choices_as_they_are():
    tree = read_tree(b"word: some", "plan.yaml")
    (problem,) = validate(Choosing, tree, plain_data(tree.root)).problems
    assert problem.values["known"] == "half, or more, all or none or it's"


@pytest.mark.parametrize(
    ("text", "place", "key", "meant"),
    [
        (ACTION + "        internal_note: x\n", "7:9", "internal_note", "internal_notes"),
        (ACTION + "        Internal Notes: x\n", "7:9", "Internal Notes", "internal_notes"),
        (ACTION + "        internals: x\n", "7:9", "internals", "internal"),
        (HEAD + "peoples: x\n", "5:1", "peoples", "people"),
        (ACTION + "        notes:\n          - text: x\n            authors: JS\n", "9:13", "authors", "author"),
    ],
)
def test_misspelt_private_key_is_told_as_private(text, place, key, meant):
    if "outcomes" in text:
        line, column = place.split(":")
        place = f"{int(line) + 4}:{column}"
    (problem,) = validated(text).problems
    assert str(problem).startswith(f"plan.yaml:{place}: ")
    assert str(problem).endswith(
        f"{key!r} is private and this file is published; "
        f"did you mean {meant!r}? Write it so, then run 'plans private anytown' (private-in-plan)"
    )


def test_private_key_is_not_guessed_where_none_can_stand():
    assert found(HEAD + "period: {start: 2019-01-01, end: 2019-01-02, authr: x}\n") == ["5:46 period.authr key-unknown"]


@pytest.mark.parametrize(
    ("action", "code"),
    [
        ("leads: [{qualifier: x}]", "keys-missing"),
        ("leads: [{covers: []}]", "keys-missing"),
        ("leads: [{body: nhs, withheld: x}]", "keys-clash"),
        ("review: {reviews: []}", "keys-missing"),
        ("priority: {missing: not-yet-rated}", "missing-rating"),
        ("leads: {missing: not-yet-rated}", "missing-rating"),
        ("progress: {missing: withheld}", "missing-ground"),
        ("status: {missing: withheld}", "missing-ground"),
        ("status: {missing: not-yet-rated}", ""),
        ("status: {missing: withheld, ground: x}", ""),
        ("leads: [{role: x, withheld: y}, {role: x}, {withheld: y}, nhs]", ""),
        ("review: {every: a year}", ""),
    ],
)
def test_keys_of_one_entry_agree(action, code):
    assert [problem.kind.code for problem in validated(f"{ACTION}        {action}\n").problems] == [code] * bool(code)


@pytest.mark.parametrize("wrong", ["leads: [{qualifier: x}, nhs]", "review: {reviews: []}", "leads: [{}, nhs]"])
def test_plan_can_be_checked_where_an_entry_says_nothing(wrong):
    tree = read_tree(f"{ACTION}        {wrong}\n".encode(), "plan.yaml")
    plan, refused = validated_leniently(PublicPlan, plain_data(tree.root))
    assert plan
    assert plan.outcomes[0].actions[0].title == "Ask"
    assert len(refused) == 1


@pytest.mark.parametrize("unseen", ["\u200b", "\u2060\u200d", " \u00a0\u00ad", "\u2800", "\u3164"])
def test_text_that_nobody_can_see_is_no_value(unseen):
    assert found(f'{HEAD}vision: "{unseen}"\n') == ["5:9 vision value-empty"]
    assert found(f'{HEAD}vision: "{unseen}a"\n') == []

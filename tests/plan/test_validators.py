"""Validators are strict, and made of the types alone: what a type says is what a file may hold."""

from collections.abc import Mapping
from dataclasses import dataclass, make_dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

import pytest
from pydantic import ValidationError

from generator.council.settings import SettingsFile
from generator.editions.codec import from_data, to_data
from generator.plan import schema
from generator.plan.field_types import (
    About,
    Day,
    Flag,
    Id,
    Line,
    Missing,
    Rating,
    Ref,
    WholeNumber,
    described_fields,
    types_within,
)
from generator.plan.model import PublicPlan, Risk
from generator.plan.private import PrivateFile
from generator.plan.validation import known_keys, validate
from generator.plan.validators import read_as
from generator.plan.yaml_tree import plain_data, read_tree
from tests.filled_plan import filled_data


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Words for a time, or those words with a note."""

    shorthand: ClassVar[str | None] = "words"

    words: Annotated[Line, About("The words")]
    note: Annotated[Line | None, About("A note")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A body, a role or a name that is withheld."""

    one_of: ClassVar[tuple[str, ...]] = ("body", "role", "withheld")
    not_both: ClassVar[tuple[str, ...]] = ("body", "withheld")

    body: Annotated[Ref | None, About("A body")] = None
    role: Annotated[Line | None, About("A role")] = None
    withheld: Annotated[Line | None, About("Why no name is given")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One piece of work, and those below it."""

    version: Annotated[WholeNumber, About("The version", key="schema")] = 1
    id: Annotated[Id, About("Its id")]
    title: Annotated[Line | None, About("Its title")] = None
    kind: Annotated[Literal["practice", "training"], About("Its kind")] = "practice"
    on: Annotated[Day | None, About("Its day")] = None
    urgent: Annotated[Flag, About("Whether it is urgent")] = False
    when: Annotated[tuple[When, ...] | Missing, About("By when")] = ()
    who: Annotated[Who | None, About("Who does it")] = None
    rating: Annotated[Rating | None, About("How it is rated")] = None
    cost: Annotated[WholeNumber | Missing | None, About("What it costs")] = None
    languages: Annotated[tuple[Line, ...], About("Its languages", if_absent=("en-GB",))] = ()
    reasons: Annotated[tuple[Line, ...], About("Why it is done", is_needed=True)] = ()
    notes: Annotated[Mapping[str, tuple[When, ...]] | None, About("Notes by id")] = None
    below: Annotated[tuple["Work", ...], About("The work below it")] = ()


LEAST: dict[str, Any] = {"id": "w-1", "reasons": ()}


def work(**values: Any) -> Work:
    return read_as(Work, {**LEAST, **values})


def refusals(kind: type[Any] = Work, /, **values: Any) -> list[tuple[str, tuple[str | int, ...]]]:
    """The code and the place of each refusal of `values`."""
    data = {**LEAST, **values} if kind is Work else values
    with pytest.raises(ValidationError) as caught:
        read_as(kind, data)
    return [(detail["type"], detail["loc"]) for detail in caught.value.errors()]


def test_texts_of_a_file_become_typed_values():
    made = work(
        schema="2",
        title=" Ask children ",
        kind="training",
        on="2019-03-31",
        urgent="yes",
        when=("March 2019", {"words": "May 2019", "note": "Moved"}),
        who={"body": "nhs"},
        rating="amber",
        cost="500",
        notes={"w-1": ("June 2019",)},
    )
    assert made == Work(
        version=2,
        id="w-1",
        title="Ask children",
        kind="training",
        on=date(2019, 3, 31),
        urgent=True,
        when=(When(words="March 2019"), When(words="May 2019", note="Moved")),
        who=Who(body="nhs"),
        rating="amber",
        cost=500,
        languages=("en-GB",),
        notes={"w-1": (When(words="June 2019"),)},
    )


# Keys


def test_unknown_key_is_refused_at_its_place():
    assert refusals(colour="x") == [("extra_forbidden", ("colour",))]
    inner = {**LEAST, "when": ({"words": "May", "colour": "x"},)}
    assert refusals(below=(LEAST, inner)) == [("extra_forbidden", ("below", 1, "when", "<value>", 0, "colour"))]


def test_key_of_the_file_is_the_only_name_of_a_field():
    assert work(schema="3").version == 3
    assert refusals(version="3") == [("extra_forbidden", ("version",))]


@pytest.mark.parametrize("key", ["id", "reasons"])
def test_key_that_must_be_there_is_missed_where_it_is_not(key):
    rest = {name: value for name, value in LEAST.items() if name != key}
    with pytest.raises(ValidationError) as caught:
        read_as(Work, {**LEAST, "below": (rest,)})
    assert [(detail["type"], detail["loc"]) for detail in caught.value.errors()] == [("missing", ("below", 0, key))]


def test_field_that_a_file_needs_may_be_left_out_of_a_value():
    assert Work(id="w-1").reasons == ()


def test_field_that_is_absent_holds_its_default_or_what_the_file_means_by_that():
    assert work() == Work(id="w-1", languages=("en-GB",))
    assert work(languages=("cy",)).languages == ("cy",)
    assert work(languages=()).languages == ()
    assert Work(id="w-1").languages == ()


@pytest.mark.parametrize(
    ("root", "kind"),
    [(root, kind) for root in (PublicPlan, PrivateFile, SettingsFile) for kind in types_within(root)],
    ids=lambda kind: kind.__name__,
)
def test_no_type_takes_a_key_that_it_does_not_have_or_goes_without_one_that_it_needs(root, kind):
    refused = refusals(kind, zzz="x")
    assert ("extra_forbidden", ("zzz",)) in refused
    missed = {place[0] for code, place in refused if code == "missing"}
    assert missed == {field.key for field in described_fields(kind) if field.is_required}


# Strictness


@pytest.mark.parametrize(
    ("values", "code", "place"),
    [
        ({"title": 5}, "string_type", ("title",)),
        ({"title": None}, "string_type", ("title",)),
        ({"title": ("x",)}, "string_type", ("title",)),
        ({"title": {"x": "y"}}, "string_type", ("title",)),
        ({"kind": "Training"}, "literal_error", ("kind",)),
        ({"kind": None}, "literal_error", ("kind",)),
        ({"on": 86400}, "date_type", ("on",)),
        ({"on": "31/03/2019"}, "date-unreadable", ("on",)),
        ({"urgent": 1}, "bool_type", ("urgent",)),
        ({"urgent": "true"}, "flag-unreadable", ("urgent",)),
        ({"cost": "5.0"}, "number-unreadable", ("cost", "<value>")),
        ({"cost": 5.0}, "int_type", ("cost", "<value>")),
        ({"cost": True}, "int_type", ("cost", "<value>")),
        ({"reasons": "x"}, "tuple_type", ("reasons",)),
        ({"reasons": ["x"]}, "tuple_type", ("reasons",)),
        ({"reasons": ("x", 5)}, "string_type", ("reasons", 1)),
        ({"who": "nhs"}, "dict_type", ("who",)),
        ({"who": ()}, "dict_type", ("who",)),
        ({"notes": ("x",)}, "dict_type", ("notes",)),
        ({"notes": {"w-1": "x"}}, "tuple_type", ("notes", "w-1")),
        ({"id": "W 1"}, "id-malformed", ("id",)),
    ],
)
def test_value_of_another_type_is_refused_and_never_changed_to_fit(values, code, place):
    assert refusals(**values) == [(code, place)]


def test_all_that_is_wrong_is_told_at_once():
    found = refusals(id="W 1", title=5, colour="x", when=({"note": "x"},), below=({},))
    assert sorted(found) == [
        ("extra_forbidden", ("colour",)),
        ("id-malformed", ("id",)),
        ("missing", ("below", 0, "id")),
        ("missing", ("below", 0, "reasons")),
        ("missing", ("when", "<value>", 0, "words")),
        ("string_type", ("title",)),
    ]


# What a type says of itself


def test_plain_text_stands_for_the_one_field_that_the_type_names():
    assert read_as(When, "May 2019") == When(words="May 2019")
    assert refusals(when=(("May 2019",),)) == [("dict_type", ("when", "<value>", 0))]
    assert refusals(when=("x" * 1001,)) == [("value-long", ("when", "<value>", 0, "words"))]
    assert refusals(below=("w-2",)) == [("dict_type", ("below", 0))], "a type that names none takes no text"


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ({}, "keys-missing"),
        ({"body": ""}, "keys-missing"),
        ({"body": "nhs"}, ""),
        ({"role": "Chair"}, ""),
        ({"body": "nhs", "role": "Chair"}, ""),
        ({"role": "Chair", "withheld": "A name"}, ""),
        ({"body": "nhs", "withheld": "A name"}, "keys-clash"),
        ({"body": "nhs", "role": "Chair", "withheld": "A name"}, "keys-clash"),
    ],
)
def test_fields_of_one_value_agree(who, code):
    if code:
        assert refusals(who=who) == [(code, ("who",))]
    else:
        assert work(who=who).who == Who(**who)


def test_refusal_of_fields_that_do_not_agree_names_them():
    for who, keys in (
        ({}, "'body', 'role' or 'withheld'"),
        ({"body": "a", "withheld": "b"}, "'body' and 'withheld'"),
    ):
        with pytest.raises(ValidationError) as caught:
            read_as(Who, who)
        assert caught.value.errors()[0]["ctx"]["keys"] == keys


# Values that are missing


def test_value_that_may_be_missing_is_one_or_the_reason_why_there_is_none():
    missing = {"missing": "not-stated"}
    assert work(when=missing, cost=missing, rating=missing) == Work(
        id="w-1", languages=("en-GB",), **dict.fromkeys(("when", "cost", "rating"), Missing(missing="not-stated"))
    )
    assert refusals(title=missing) == [("string_type", ("title",))], "not every value may be"


def test_place_of_a_refusal_says_which_of_the_two_was_read():
    assert refusals(rating=5) == [("string_type", ("rating", "<value>"))]
    assert refusals(rating={"missing": "x"}) == [("literal_error", ("rating", "<missing>", "missing"))]
    assert refusals(rating={"missing": "not-stated", "why": "x"}) == [
        ("extra_forbidden", ("rating", "<missing>", "why"))
    ]
    assert refusals(when={"words": "May"}) == [("tuple_type", ("when", "<value>"))]


def test_only_a_rating_is_not_yet_rated():
    unrated = {"missing": "not-yet-rated"}
    assert work(rating=unrated).rating == Missing(missing="not-yet-rated")
    assert refusals(cost=unrated) == [("missing-rating", ("cost", "<missing>"))]
    assert refusals(when=unrated) == [("missing-rating", ("when", "<missing>"))]


def test_value_that_is_withheld_has_a_ground():
    for name in ("rating", "cost", "when"):
        assert refusals(**{name: {"missing": "withheld"}}) == [("missing-ground", (name, "<missing>"))]
        ground = {"missing": "withheld", "ground": "Few cases"}
        assert getattr(work(**{name: ground}), name) == Missing(missing="withheld", ground="Few cases")


# A type that holds itself


def test_type_that_holds_itself_is_read_at_any_depth():
    data: dict[str, Any] = {**LEAST, "title": "The last"}
    for _ in range(20):
        data = {**LEAST, "below": (data,)}
    made = read_as(Work, data)
    for _ in range(20):
        (made,) = made.below
    assert made == Work(id="w-1", title="The last", languages=("en-GB",))
    place = ("below", 0) * 3
    assert refusals(below=({**LEAST, "below": ({**LEAST, "below": ({**LEAST, "title": 5},)},)},)) == [
        ("string_type", (*place, "title"))
    ]


# A field that is added to the model

BUDGET = Annotated[WholeNumber | Missing | None, About("What it may cost, in pounds")]
WithBudget = make_dataclass("Risk", [("budget", BUDGET, None)], bases=(Risk,), frozen=True, kw_only=True)
PlanWithBudget = make_dataclass(
    "PublicPlan",
    [("risks", Annotated[tuple[WithBudget, ...], About("What may go wrong")], ())],
    bases=(PublicPlan,),
    frozen=True,
    kw_only=True,
)
RISK = {"id": "r-1", "name": "Not enough staff"}


def with_risk(**values: Any) -> dict[str, Any]:
    return {**filled_data(lambda field: "x"), "risks": ({**RISK, **values},)}


def test_added_field_is_read_and_refused_where_it_cannot_be():
    assert known_keys(PlanWithBudget, ("risks", 0)) == (*known_keys(PublicPlan, ("risks", 0)), "budget")
    assert read_as(PlanWithBudget, with_risk(budget="500")).risks == (WithBudget(**RISK, budget=500),)
    assert read_as(PlanWithBudget, with_risk()).risks == (WithBudget(**RISK),)
    assert refusals(PlanWithBudget, **with_risk(budget="much")) == [
        ("number-unreadable", ("risks", 0, "budget", "<value>"))
    ]
    assert refusals(PublicPlan, **with_risk(budget="500")) == [("extra_forbidden", ("risks", 0, "budget"))]


def test_problem_of_an_added_field_stands_at_its_line():
    text = (
        "schema: 1\nid: a\ntitle: A\npublisher: B\nrisks:\n  - id: r-1\n    name: Not enough staff\n    budget: much\n"
    )
    tree = read_tree(text.encode(), "plan.yaml")
    (problem,) = validate(PlanWithBudget, tree, plain_data(tree.root)).problems
    assert str(problem) == (
        "plan.yaml:8:13: risks[1].budget: 'much' is not a whole number; write digits only, as 30 (number-unreadable)"
    )


def test_added_field_stands_in_the_json_schema(monkeypatch):
    before = schema.plan_schema()
    monkeypatch.setattr(schema, "PublicPlan", PlanWithBudget)
    after = schema.plan_schema()
    assert after["definitions"]["Risk"]["properties"].pop("budget") == {
        "description": "What it may cost, in pounds",
        "oneOf": [{"minimum": 0, "type": "integer"}, {"$ref": "#/definitions/Missing"}],
    }
    for kind in (before, after):
        del kind["description"], kind["definitions"]["Risk"]["description"]
    assert after == before


def test_added_field_is_frozen_with_an_edition_and_read_back():
    plan = read_as(PlanWithBudget, with_risk(budget="500"))
    data = to_data(plan)
    assert data["risks"] == [{"id": "r-1", "name": "Not enough staff", "budget": 500}]
    assert from_data(PlanWithBudget, data) == plan

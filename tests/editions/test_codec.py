"""Public values as plain data, and back: every type that an edition holds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, make_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editions.canonical import canonical_bytes, read_canonical
from generator.editions.codec import from_data, to_data
from generator.editions.entries import Publication, Redaction, Withdrawal
from generator.editions.record import Record, read_record, record_bytes
from generator.plan import model
from generator.plan.model import PublicPlan
from generator.plan.validators import read_as
from generator.status import Facts, facts_of
from tests.conftest import as_tuples, small_plan
from tests.filled_plan import LONG_AFTER, filled
from tests.random_plan import plan_data

ROOTS = (PublicPlan, Facts, Record, Publication, Withdrawal, Redaction)


@cache
def types_within(kind: Any) -> frozenset[type[Any]]:
    """Every dataclass that a value of the type `kind` may hold, itself among them."""
    found: set[type[Any]] = set()
    waiting = [kind]
    while waiting:
        hint = waiting.pop()
        waiting += get_args(hint)
        if isinstance(hint, type) and is_dataclass(hint) and hint not in found:
            found.add(hint)
            waiting += get_type_hints(hint).values()
    return frozenset(found)


TYPES = sorted(
    {kind for root in ROOTS for kind in types_within(root)}, key=lambda kind: (kind.__module__, kind.__name__)
)


def values(hint: Any, depth: int = 2) -> st.SearchStrategy[Any]:
    """Any value of a type, not deeper than `depth` in itself."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return st.one_of(*(values(item, depth) for item in inside))
    if origin is Literal:
        return st.sampled_from(inside)
    if origin is tuple:
        if inside[-1] is not Ellipsis:
            return st.tuples(*(values(item, depth) for item in inside))
        return st.lists(values(inside[0], depth), max_size=2 if depth else 0).map(tuple)
    if origin is not None and issubclass(origin, Mapping):
        return st.dictionaries(st.sampled_from(["a", "b-1", ""]), values(inside[1], depth), max_size=2)
    if is_dataclass(hint):
        if not depth:
            return st.deferred(lambda: least(hint))
        hints = get_type_hints(hint)
        return st.builds(hint, **{field.name: values(hints[field.name], depth - 1) for field in fields(hint)})
    simple = {date: st.dates(), str: st.sampled_from(["", "No", "1.10", "é"]), bool: st.booleans(), NoneType: st.none()}
    return simple.get(hint, st.integers(-(2**53) + 1, 2**53 - 1))


def least(hint: Any) -> st.SearchStrategy[Any]:
    """A value with what it must have alone."""
    hints = get_type_hints(hint)
    must = [field.name for field in fields(hint) if field.default is field.default_factory]
    return st.builds(hint, **{name: values(hints[name], 0) for name in must})


def test_the_registry_holds_every_type_of_the_model():
    held = types_within(PublicPlan)
    defined = {kind for kind in vars(model).values() if is_dataclass(kind) and kind.__module__ == model.__name__}
    assert defined - held == {model.Transcribed, model.Entry}, "only bases stand in no plan"
    assert {"Standing", "TimeFacts", "Reading", "Part", "Duty", "Tally", "RollUp"} <= {
        kind.__name__ for kind in types_within(Facts)
    }


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_every_type_is_read_back_equal(kind):
    @settings(max_examples=15)
    @given(values(kind))
    def is_read_back(value: Any) -> None:
        data = read_canonical(canonical_bytes(to_data(value)))
        assert from_data(kind, data) == value

    is_read_back()


@pytest.mark.parametrize("is_missing", [False, True])
def test_a_plan_in_which_every_field_is_filled_is_read_back_equal(is_missing):
    plan = filled(lambda field: f"Words of {field.path}", missing=is_missing)
    facts = facts_of(plan, LONG_AFTER)
    assert from_data(PublicPlan, read_canonical(canonical_bytes(to_data(plan)))) == plan
    assert from_data(Facts, read_canonical(canonical_bytes(to_data(facts)))) == facts


@given(plan_data(), st.dates(date(2017, 1, 1), date(2022, 1, 1)))
def test_a_record_of_any_plan_and_day_is_read_back_equal(data, on):
    plan = read_as(PublicPlan, as_tuples(data))
    record = Record(1, plan, facts_of(plan, on), "0" * 32, "")
    assert read_record(record_bytes(record)) == record


ALTERNATIVES = {
    f"{kind.__name__}.{name}": get_args(hint)
    for kind in TYPES
    for name, hint in get_type_hints(kind).items()
    if get_origin(hint) in (Union, UnionType)
}


@pytest.mark.parametrize("kinds", ALTERNATIVES.values(), ids=ALTERNATIVES)
def test_no_two_kinds_of_one_field_have_the_same_data(kinds):
    """Else a value could come back as one of the other kind."""
    plain = [kind for kind in kinds if not is_dataclass(kind)]
    assert len({_form(kind) for kind in plain}) == len(plain)
    mappings = [kind for kind in kinds if is_dataclass(kind)]
    for one in mappings:
        others = [get_type_hints(other) for other in mappings if other is not one]
        must = {item.name for item in fields(one) if item.default is item.default_factory}
        assert all(must - other.keys() for other in others)


def _form(kind: Any) -> str:
    if get_origin(kind) is Literal or kind in (str, date):
        return "text"
    return "list" if get_origin(kind) is tuple else str(kind)


# A field that is added later


@dataclass(frozen=True)
class Old:
    words: str
    many: tuple[str, ...] = ()
    label: str = "Outcome"


New = make_dataclass(
    "New",
    [
        *(("words", str), ("many", tuple[str, ...], ()), ("label", str, "Area")),
        *(("note", str | None, None), ("more", tuple[int, ...], ())),
    ],
    frozen=True,
)


@pytest.mark.parametrize("old", [Old("a"), Old("a", ("b",), "c")])
def test_an_optional_field_that_is_added_changes_no_old_edition(old):
    data = to_data(old)
    read = from_data(New, data)
    assert (read.words, read.many, read.note, read.more) == (old.words, old.many, None, ())
    assert canonical_bytes(to_data(read)) == canonical_bytes(data)


def test_a_default_that_changes_changes_no_old_edition():
    assert to_data(Old("a")) == {"words": "a", "label": "Outcome"}
    assert from_data(New, to_data(Old("a"))).label == "Outcome"


def test_nothing_is_told_from_another_nothing():
    kind = make_dataclass("Kind", [("value", tuple[str, ...] | None, None)], frozen=True)
    for value in (None, (), ("a",)):
        assert from_data(kind, to_data(kind(value))).value == value


# What cannot have been written


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: data.pop("id"), "PublicPlan lacks 'id'"),
        (lambda data: data.update(secret="x"), "PublicPlan has no 'secret'"),
        (lambda data: data.update(title=None), "PublicPlan.title cannot be 'None'"),
        (lambda data: data.update(title=1), "PublicPlan.title cannot be '1'"),
        (lambda data: data.update(schema_version="1"), "PublicPlan.schema_version cannot be '1'"),
        (lambda data: data.update(schema_version=True), "PublicPlan.schema_version cannot be 'True'"),
        (lambda data: data.update(kind="novel"), "PublicPlan.kind cannot be 'novel'"),
        (lambda data: data.update(as_at="2019-02-30"), "PublicPlan.as_at cannot be '2019-02-30'"),
        (lambda data: data.update(as_at="20190301"), "cannot be '20190301'"),
        (lambda data: data.update(outcomes={}), "PublicPlan.outcomes cannot be '{}'"),
        (lambda data: data["outcomes"].append("x"), "PublicPlan.outcomes[2] cannot be 'x'"),
        (lambda data: data["outcomes"][0]["actions"][0].update(progress=True), "actions[1].progress"),
    ],
)
def test_data_of_another_shape_is_refused_with_its_place(change, said):
    data = read_canonical(canonical_bytes(to_data(small_plan())))
    change(data)
    with pytest.raises(ValueError, match=re.escape(said)):
        from_data(PublicPlan, data)


@pytest.mark.parametrize("value", [1.5, {1, 2}, b"x", object(), [1], PublicPlan])
def test_what_is_no_plain_data_is_refused(value):
    with pytest.raises(TypeError):
        to_data(value)

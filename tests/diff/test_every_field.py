"""One edit of any field is one change, and the changes make the new plan of the old one.

Fields are found by walking the types of the model, so that a field that is added later is asked for too.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

from generator.diff import diff_plans
from generator.diff.identity import HOLDERS, ITEMS, THINGS
from generator.diff.identity import TYPES as ABOUT
from generator.plan.field_types import Missing, types_within
from generator.plan.model import PublicPlan
from tests.change_samples import SAMPLES
from tests.diff.apply import apply_changes
from tests.filled_plan import filled

# With another id, a thing with a permanent one is another thing: it went, and the other came.
IDS = {f"{kind.__name__}.id" for kind in THINGS}
TYPES = types_within(PublicPlan) - {Missing}


@cache
def hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def plan() -> PublicPlan:
    return filled(lambda field: f"{field.path} words")


def edits(value: Any) -> Iterator[tuple[str, str, Any]]:
    """Every edit of one field below `value`: the field ("Action.title"), what is done, and the value with it."""
    kind = type(value)
    for field in fields(value):
        name, held = f"{kind.__name__}.{field.name}", getattr(value, field.name)
        for what, other in others(hints(kind)[field.name], held):
            yield name, what, replace(value, **{field.name: other})
        for place, item in enumerate(held if isinstance(held, tuple) else (held,)):
            if is_dataclass(item) and not isinstance(item, Missing):
                for inner, what, changed in edits(item):
                    whole = (*held[:place], changed, *held[place + 1 :]) if isinstance(held, tuple) else changed
                    yield inner, what, replace(value, **{field.name: whole})


def others(hint: Any, held: Any) -> Iterator[tuple[str, Any]]:
    """Other values that a field of the type `hint` may hold instead of `held`."""
    kinds = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    # A list that is full loses its items before it can be missing: those are changes of their own.
    if NoneType in kinds and held is not None:
        yield "taken out", None
    if Missing in kinds and not (isinstance(held, tuple) and held):
        yield "missing", Missing(missing="lost-in-conversion")
    if isinstance(held, tuple) and held:
        yield "one less", held[1:]
        yield from (("another", (other, *held[1:])) for _, other in scalars(get_args(kinds[0])[0], held[0]))
        if len(held) > 1:
            yield "other order", (*held[1:], held[0])
    yield from (("another", other) for kind in kinds for _, other in scalars(kind, held))


def scalars(kind: Any, held: Any) -> Iterator[tuple[str, Any]]:
    if get_origin(kind) is Literal:
        yield from (("choice", choice) for choice in get_args(kind) if choice != held)
    elif kind is str:
        yield "text", f"{held}-x" if isinstance(held, str) else "new words"
    elif kind is bool:
        yield "flag", not held
    elif kind is int:
        yield "number", held + 1 if isinstance(held, int) else 7
    elif kind is date:
        yield "day", held + timedelta(1) if isinstance(held, date) else date(2030, 1, 1)


def test_types_that_stand_in_lists_have_an_identity_or_an_id():
    inner = {
        item
        for kind in TYPES
        for hint in hints(kind).values()
        for part in (hint, *get_args(hint))
        if get_origin(part) is tuple and is_dataclass(item := get_args(part)[0])
    }
    assert inner == ITEMS | THINGS.keys()
    assert not ITEMS & THINGS.keys()


def test_lists_of_things_are_all_known():
    found = {
        (kind, field.name, get_args(part)[0])
        for kind in TYPES
        for field in fields(kind)
        for part in (hints(kind)[field.name], *get_args(hints(kind)[field.name]))
        if get_origin(part) is tuple and get_args(part)[0] in THINGS
    }
    assert found == {(kind, name, held) for kind, lists in HOLDERS.items() for name, held in lists.items()}
    assert {about.thing for about in ABOUT.values() if about.thing} == {"plan", *THINGS.values()}


def test_every_field_is_edited():
    edited = {name for name, _, _ in edits(plan())}
    assert edited >= {f"{kind.__name__}.{field.name}" for kind in TYPES for field in fields(kind)} - {
        # Values that hold only what is edited within them.
        f"{kind.__name__}.{field.name}"
        for kind in TYPES
        for field in fields(kind)
        if is_dataclass(hints(kind)[field.name])
    }


@pytest.mark.parametrize("kind", sorted(TYPES, key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__)
def test_one_edit_of_a_field_is_one_change(kind):
    old, tried = plan(), 0
    for name, what, new in edits(old):
        if name.partition(".")[0] != kind.__name__ or new == old:
            continue
        found = diff_plans(old, new)
        kinds = [change.kind for change in found]
        if name in IDS:
            # What stands below it is the same, and stands below another thing now.
            assert sorted(set(kinds) - {"moved"}) == ["added", "removed"], name
            assert kinds.count("added") == kinds.count("removed") == 1, name
        else:
            assert len(kinds) == 1, (name, what, kinds)
        assert apply_changes(old, found) == new, (name, what)
        back = diff_plans(new, old)
        assert len(back) == len(found), (name, what, [change.kind for change in back])
        assert apply_changes(new, back) == old, (name, what)
        if what == "other order":
            assert [change.kind for change in found] == ["moved"], name
        tried += 1
    assert tried >= len(fields(kind)) // 2


def held_in(value: Any) -> Iterator[Any]:
    yield value
    if isinstance(value, tuple):
        for item in value:
            yield from held_in(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from held_in(getattr(value, field.name))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.kind}: {sample.sentence}")
def test_both_sides_of_a_change_are_values_of_the_public_plans(sample):
    in_old, in_new = set(held_in(sample.old)), set(held_in(sample.new))
    for change in sample.changes:
        assert change.old in (None, ()) or change.old in in_old
        # A thing is told without what below it stays elsewhere.
        assert change.new in (None, ()) or change.new in in_new
        for item in (*held_in(change.old), *held_in(change.new)):
            assert isinstance(item, str | int | date | tuple | NoneType) or type(item) in TYPES | {Missing}

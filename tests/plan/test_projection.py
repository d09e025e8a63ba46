"""What is published is the public fields, each as it is; no private value gets through."""

import types
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest

from generator.plan import public
from generator.plan.field_types import INTERNAL, PUBLIC, Model, visibility
from generator.plan.model import PublicPlan
from generator.plan.reader import models_within
from generator.plan.validators import read_as
from tests.filled_plan import filled_data

MARKER = "a private value"
MODELS = sorted(models_within(PublicPlan), key=lambda kind: kind.__name__)
PUBLISHED = [kind for kind in MODELS if any(visibility(kind, name) == PUBLIC for name in kind.model_fields)]
PRIVATE = [kind for kind in MODELS if kind not in PUBLISHED]
names = pytest.mark.parametrize("kind", PUBLISHED, ids=lambda kind: kind.__name__)


@pytest.fixture(scope="module")
def plan() -> PublicPlan:
    return read_as(PublicPlan, filled_data(lambda field: f"text of {field.path}"))


def marked(value: Any, seen: set[str]) -> Any:
    """`value` with the marker in every internal field; their names are added to `seen`."""
    if isinstance(value, tuple):
        return tuple(marked(item, seen) for item in value)
    if not isinstance(value, Model):
        return value
    kind = type(value)
    internal = {name for name in kind.model_fields if visibility(kind, name) == INTERNAL}
    seen |= {f"{kind.__name__}.{name}" for name in internal}
    inner = {name: marked(getattr(value, name), seen) for name in kind.model_fields if name not in internal}
    return value.model_copy(update={**inner, **dict.fromkeys(internal, (MARKER,))})


@names
def test_every_published_type_has_a_counterpart_with_the_same_public_fields(kind):
    counterpart = PUBLIC_TYPES[kind]
    assert counterpart.__name__ == ("PublicPlan" if kind is PublicPlan else kind.__name__)
    assert {field.name for field in fields(counterpart)} == {
        name for name in kind.model_fields if visibility(kind, name) == PUBLIC
    }


@pytest.mark.parametrize("kind", PRIVATE, ids=lambda kind: kind.__name__)
def test_private_type_has_no_counterpart(kind):
    assert kind not in PUBLIC_TYPES
    assert not hasattr(public, kind.__name__)


@names
def test_counterpart_is_frozen_and_leads_to_public_types_only(kind):
    counterpart = PUBLIC_TYPES[kind]
    assert counterpart.__dataclass_params__.frozen
    for hint in get_type_hints(counterpart).values():
        for part in parts_of(hint):
            assert not (isinstance(part, type) and issubclass(part, Model))
            assert not is_dataclass(part) or part in PUBLIC_TYPES.values()


def parts_of(hint: Any) -> list[Any]:
    """`hint` and all that it is made of."""
    is_made = isinstance(hint, types.UnionType | types.GenericAlias) or get_args(hint)
    return [hint, *(part for inner in get_args(hint) for part in parts_of(inner))] if is_made else [hint]


def test_no_internal_value_is_published(plan):
    seen: set[str] = set()
    full = marked(plan, seen)
    wanted = {f"{k.__name__}.{n}" for k in PUBLISHED for n in k.model_fields if visibility(k, n) == INTERNAL}
    assert seen == wanted - {"Entry.internal_notes"}, "the marker stands in every internal field"
    assert repr(full).count(MARKER) >= len(seen)
    assert MARKER not in repr(full)


def test_private_values_change_nothing_that_is_published(plan):
    assert project(marked(plan, set())) == plan


def test_every_public_value_is_published_as_it_is(plan):
    compare(plan, plan)


def compare(value: Any, published: Any) -> None:
    if isinstance(value, Model):
        assert type(published) is PUBLIC_TYPES[type(value)]
        for field in fields(published):
            compare(getattr(value, field.name), getattr(published, field.name))
    elif isinstance(value, tuple):
        assert isinstance(published, tuple)
        assert len(published) == len(value)
        for one, other in zip(value, published, strict=True):
            compare(one, other)
    else:
        assert published == value
        assert type(published) is type(value)


def test_projection_holds_no_value_that_could_be_changed(plan):
    hash(plan)

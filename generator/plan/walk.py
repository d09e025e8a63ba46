"""One walk over a plan, or over any value of its types: every value that has fields, every field, and the plan anew."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from generator.plan.field_types import DescribedField, described_fields
from generator.plan.model import Accepted, PublicPlan

Value = TypeVar("Value")
# Keys as they stand in the file, and places in lists, counted from 0.
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class PlanNode:
    """A value with fields of its own: its path, and the values above it, each with the field that leads on from it."""

    value: Any
    path: Path = ()
    above: tuple[tuple[Any, str], ...] = ()

    @cached_property
    def subject(self) -> str:
        """The id of the nearest thing that has one; "" for the plan itself."""
        chain = (self.value, *(value for value, _ in reversed(self.above)))
        return next((own for value in chain if (own := own_id(value))), "")

    def held(self) -> Iterator[tuple[DescribedField, Path, Any]]:
        """Each of its fields with what that holds; of a list, with each item and its place."""
        for field in described_fields(type(self.value)):
            path, held = (*self.path, field.key), getattr(self.value, field.name)
            if isinstance(held, tuple):
                yield from ((field, (*path, place), item) for place, item in enumerate(held))
            else:
                yield field, path, held


def own_id(value: Any) -> str:
    """The id of `value`; "" where it has none of its own. What was accepted names the thing that it is about."""
    return "" if isinstance(value, PublicPlan | Accepted) else getattr(value, "id", "")


def walk_plan(value: Any) -> Iterator[PlanNode]:
    """`value` and every value below it that has fields of its own, each before what it holds."""
    return _walk(PlanNode(value))


def _walk(node: PlanNode) -> Iterator[PlanNode]:
    yield node
    for field, path, held in node.held():
        if is_dataclass(held):
            yield from _walk(PlanNode(held, path, (*node.above, (node.value, field.name))))


def each_field(value: Any) -> Iterator[tuple[PlanNode, DescribedField, Path, Any]]:
    """Every field below `value` that holds no further fields, with the value that has it, its path and what it holds.

    They come in the order of the plan; of a list, each item. None is left out: what holds nothing is there as None.
    """
    return _fields(PlanNode(value))


def _fields(node: PlanNode) -> Iterator[tuple[PlanNode, DescribedField, Path, Any]]:
    for field, path, held in node.held():
        if is_dataclass(held):
            yield from _fields(PlanNode(held, path, (*node.above, (node.value, field.name))))
        else:
            yield node, field, path, held


def mapped(value: Value, change: Callable[[Any, DescribedField, Any], Any]) -> Value:
    """`value` with `change(holder, field, held)` for whatever each field below it holds, or each item of its lists."""
    kind: Any = type(value)
    changed = {
        field.name: _mapped(value, field, getattr(value, field.name), change) for field in described_fields(kind)
    }
    made: Any = value
    return replace(made, **changed)  # type: ignore[no-any-return]


def _mapped(holder: Any, field: DescribedField, held: Any, change: Callable[[Any, DescribedField, Any], Any]) -> Any:
    if isinstance(held, tuple):
        return tuple(_mapped(holder, field, item, change) for item in held)
    return mapped(held, change) if is_dataclass(held) else change(holder, field, held)

"""A plan laid out as things with ids: what each holds, where it stands, and what is below it."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from generator.diff.change import Key, Named
from generator.diff.identity import HOLDERS, THINGS, TYPES
from generator.plan.field_types import Missing
from generator.plan.model import Action, Outcome, PublicPlan
from generator.plan.walk import Path, walk_plan

ROOT = Key("plan", "")
# A list of things, by the thing that has it and the field.
ListOf = tuple[Key, str]


@dataclass(frozen=True, slots=True)
class Node:
    """One thing, how the plan calls it, the list it stands in, its place there, and the outcome or action above it."""

    value: Any
    named: Named
    stands_in: ListOf | None = None
    index: int = 0
    within: Named | None = None

    @property
    def key(self) -> Key:
        return self.named.key


@dataclass(frozen=True)
class Layout:
    """Every thing of a plan by its key, the plan itself under `ROOT`, and the keys in each list of things.

    A list that is said to be missing is in `missing`, and empty.
    """

    plan: PublicPlan
    nodes: Mapping[Key, Node]
    lists: Mapping[ListOf, tuple[Key, ...]]
    missing: Mapping[ListOf, Missing] = field(default_factory=dict)

    def named(self, key: Key) -> Named:
        return self.nodes[key].named

    def list_fields(self, key: Key) -> Mapping[str, type[Any]]:
        """The fields of a thing that list other things."""
        return HOLDERS.get(type(self.nodes[key].value), {})

    def things_in(self, key: Key, others: Collection[Key] = ()) -> tuple[Key, ...]:
        """A thing and all that is below it, each before what it holds, without `others` and what is below these."""
        below = (child for name in self.list_fields(key) for child in self.lists[key, name] if child not in others)
        return (key, *(found for child in below for found in self.things_in(child, others)))

    def value_without(self, key: Key, others: Collection[Key]) -> Any:
        """The thing as it is in the plan, without `others` and what is below these."""
        value = self.nodes[key].value
        changed = {}
        for name in self.list_fields(key):
            if (key, name) not in self.missing:
                kept = (child for child in self.lists[key, name] if child not in others)
                changed[name] = tuple(self.value_without(child, others) for child in kept)
        return replace(value, **changed) if changed else value


def lay_out(plan: PublicPlan) -> Layout:
    """The plan's things. One plan is compared with many others, and laid out once."""
    return _laid_out(_Itself(plan))


class _Itself:
    """A plan that is equal to no other: to compare two plans takes as long as to lay one out."""

    def __init__(self, plan: PublicPlan) -> None:
        self.plan = plan

    def __hash__(self) -> int:
        return id(self.plan)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.plan is self.plan


@lru_cache(maxsize=64)
def _laid_out(itself: _Itself) -> Layout:
    plan, at = itself.plan, dict[Path, Node]()
    lists: dict[ListOf, list[Key]] = {}
    missing: dict[ListOf, Missing] = {}
    copies: Counter[tuple[str, str]] = Counter()
    for found in walk_plan(plan):
        value, kind = found.value, type(found.value)
        if not found.path:
            node = Node(plan, Named(ROOT, None, plan.title))
        elif kind in THINGS:
            holder = at[found.path[:-2]]
            key = Key(THINGS[kind], value.id, copies[THINGS[kind], value.id])
            copies[key.kind, key.id] += 1
            place = (holder.key, found.above[-1][1])
            named = Named(key, getattr(value, "number", None), getattr(value, TYPES[kind].title))
            within = holder.named if isinstance(holder.value, Outcome | Action) else holder.within
            node = Node(value, named, place, len(lists[place]), within)
            lists[place].append(key)
        else:
            continue
        at[found.path] = node
        for name in HOLDERS.get(kind, {}):
            lists[node.key, name] = []
            if isinstance(held := getattr(value, name), Missing):
                missing[node.key, name] = held
    nodes = {node.key: node for node in at.values()}
    return Layout(plan, nodes, {place: tuple(keys) for place, keys in lists.items()}, missing)

"""Whether an edition that agrees with its lock holds what a plan can hold: a lock can be written by hand too.

What is asked is what every plan.yaml was always asked for: ids that can be addresses, addresses that can be followed,
figures, days of the calendar, characters that can be shown. None of it ever becomes stricter: an edition that was
published can be read for good.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.plan.field_types import (
    FIRST_DAY,
    LAST_DAY,
    Decimal,
    Id,
    Percent,
    Ref,
    WebAddress,
    WholeNumber,
    described_fields,
    holds,
    types_within,
)
from generator.plan.model import Accepted, PublicPlan
from generator.plan.vocabulary import LEVELS
from generator.plan.walk import Path, each_field, own_id
from generator.status import Facts, each_thing
from generator.text import without_unsafe_characters

# Deeper than any plan file may be.
DEEPEST = 40
LONGEST = 100_000
# What is worked out of days of a plan lies not far from them.
YEARS = range(FIRST_DAY.year - 100, LAST_DAY.year + 100)
KINDS = tuple((kind, TypeAdapter(kind)) for kind in (Id, WebAddress, Decimal, Percent, WholeNumber))
PLAN_TYPES = types_within(PublicPlan)
# The fields that hold ids of other things of the plan.
REFERENCES = frozenset(
    (kind, field.name) for kind in PLAN_TYPES for field in described_fields(kind) if holds(field.hint, Ref)
)


def expect_sound(plan: PublicPlan, facts: Facts) -> None:
    """Raises ValueError where the edition of `plan` holds what no plan can hold, and says where."""
    for where, value, kinds in (*_values(plan, "plan", 0), *_values(facts, "computed", 0)):
        _expect_value(where, value, is_computed=where.startswith("computed"))
        for kind in kinds:
            try:
                kind.validate_python(value)
            except ValidationError as error:
                raise ValueError(f"{where} cannot be {str(value)[:60]!r}") from error
    _expect_ids(plan)
    _expect_facts(plan, facts)


def _expect_value(where: str, value: object, *, is_computed: bool) -> None:
    if isinstance(value, str) and (len(value) > LONGEST or without_unsafe_characters(value) != value):
        raise ValueError(f"{where} holds what no page can show")
    if isinstance(value, date) and not (value.year in YEARS if is_computed else FIRST_DAY <= value <= LAST_DAY):
        raise ValueError(f"{where} cannot be {value}")


def _values(
    value: Any, where: str, depth: int, kinds: tuple[Any, ...] = ()
) -> Iterator[tuple[str, Any, tuple[Any, ...]]]:
    """Every value in `value`, the way to it, and what it must be."""
    if depth > DEEPEST:
        raise ValueError(f"{where[:60]} is nested too deep")
    if is_dataclass(value) and not isinstance(value, type):
        kind: Any = type(value)
        for field in fields(value):
            name = f"{where}.{field.name}"
            yield from _values(getattr(value, field.name), name, depth + 1, _kinds(kind, field.name))
    elif isinstance(value, tuple):
        for place, item in enumerate(value, 1):
            yield from _values(item, f"{where}[{place}]", depth + 1, kinds)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield f"{where}.{key}"[:200], key, ()
            yield from _values(item, f"{where}.{key}", depth + 1)
    elif value is not None:
        yield where, value, kinds


@cache
def _kinds(owner: Any, name: str) -> tuple[Any, ...]:
    """What the field `name` of `owner` must be, as the plan's model describes it; nothing of what is worked out."""
    described = described_fields(owner) if owner in PLAN_TYPES and (owner, name) != (Accepted, "id") else ()
    return tuple(made for field in described if field.name == name for kind, made in KINDS if holds(field.hint, kind))


def _expect_ids(plan: PublicPlan) -> None:
    """Every id is that of one thing, and whatever names one names one that is there."""
    own: set[tuple[str, str]] = set()
    known = {plan.id}
    named: list[tuple[str, str]] = []

    scheme = plan.status_scheme
    ratings = {status.id for status in scheme.statuses} if scheme else set()
    if unknown := [name for name in (scheme.scale if scheme else ()) if name not in ratings]:
        raise ValueError(f"plan.status_scheme.scale names {unknown[0]!r}, and nothing of the plan has that id")

    for node, field, path, held in each_field(plan):
        if field.name == "id" and own_id(node.value):
            if (key := (str(node.above[-1][1]).removeprefix("sub_"), held)) in own:
                raise ValueError(f"{_where(path[:-1])} has the id {held!r} twice")
            own.add(key)
            known.add(held)
        elif (field.owner, field.name) in REFERENCES and isinstance(held, str):
            named.append((_where(path), held))
    for where, name in named:
        if name not in known:
            raise ValueError(f"{where} names {name!r}, and nothing of the plan has that id")


def _where(path: Path) -> str:
    return ".".join(("plan", *(part for part in path if isinstance(part, str))))


def _expect_facts(plan: PublicPlan, facts: Facts) -> None:
    """What was worked out is of this plan."""
    things = {thing.id for thing in each_thing(plan)}
    outcomes = {outcome.id for outcome in plan.outcomes}
    about: list[tuple[str, Mapping[str, object], set[str]]] = [
        ("standings", facts.standings, things),
        ("rolled", facts.rolled, outcomes),
        ("counts", facts.counts, set(LEVELS)),
        *((f"counts.{level}", held, {"", *outcomes}) for level, held in facts.counts.items()),
    ]
    for name, found, wanted in about:
        if strange := found.keys() - wanted:
            raise ValueError(f"computed.{name} is about {min(strange)!r}, and the plan has no such thing")
    for level, held in facts.counts.items():
        if any(tally.count < 1 for tallies in held.values() for tally in tallies):
            raise ValueError(f"computed.counts.{level} counts fewer than one thing")
    if things - facts.standings.keys():
        raise ValueError(f"computed.standings lacks {min(things - facts.standings.keys())!r}")

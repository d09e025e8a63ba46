"""The fields of a published plan: where one stands, what it may hold, and the plan with another value in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from generator.plan.field_types import Line, Missing, Rich, Text, about, described_fields, holds, traits
from generator.plan.model import (
    Accepted,
    Closure,
    Note,
    PublicPlan,
    Review,
)

STEP = re.compile(r"([a-z_]+)(?:\[([1-9][0-9]{0,5})\])?")
# Items of lists that have a day and no id.
DATED = (Note, Review, Closure)
# Keys, and places in lists, counted from 0.
Path = tuple[str | int, ...]


class NoSuchText(LookupError):
    """Why nothing there can be taken down, in words."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a plan. `keys` lead to it from its thing, less places in lists; `is_text`: it may hold any words."""

    keys: tuple[str, ...]
    value: Any
    is_text: bool
    may_be_missing: bool = False

    @property
    def words(self) -> str:
        """The value as a person reads it."""
        return str(self.value)

    @property
    def is_figure(self) -> bool:
        """Whether it is a number: the same one stands in many places."""
        return not self.is_text and (self.may_be_missing or not isinstance(self.value, str))

    def nothing(self, ground: str) -> Missing | None:
        """What says that there is no value any more: the `ground`, where the plan can give one."""
        return Missing(missing="withheld", ground=ground) if self.may_be_missing else None


def field_at(plan: PublicPlan, subject: str, field: str) -> Field:
    """What stands at `field` of the thing `subject`. Raises NoSuchText where it is none that may be taken down."""
    path = _steps(field)
    named = [thing for thing in things(plan) if thing.id == subject] if subject != plan.id else [plan]
    if not named:
        raise NoSuchText(f"no edition has anything with the id {subject!r}")
    found = [(owner, value) for thing in named if (value := _value(owner := _owner(thing, path), path)) is not None]
    if not found:
        raise NoSuchText(f"no edition has {field} of {subject!r}")
    if len(found) > 1:
        raise NoSuchText(
            f"{len(found)} things have the id {subject!r}; write {plan.id} for it, and the way from the top of the "
            "plan, such as bodies[2].note"
        )
    return _checked(*found[0], path, field)


def day_at(plan: PublicPlan, subject: str, field: str) -> date | None:
    """The day of the note, review or closure in which `field` of the thing `subject` stands; None outside of these."""
    path = _steps(field)
    for thing in things(plan) if subject != plan.id else [plan]:
        if thing.id == subject and _value(_owner(thing, path), path) is not None:
            found = None
            for step in path:
                thing = _at(thing, step)
                found = thing.date if isinstance(thing, DATED) else found
            return found
    return None


def _checked(owner: Any, value: Any, path: Path, field: str) -> Field:
    """The field, if something else can stand in its place."""
    keys = tuple(step for step in path if isinstance(step, str))
    kind, name = type(owner), keys[-1]
    known = traits(kind, name)
    if isinstance(value, str) and not known.is_code and not known.is_link and _holds(kind, name, Line, Text, Rich):
        return Field(keys, value, is_text=True)
    if isinstance(value, str) and known.is_link:
        return Field(keys, value, is_text=False)
    if isinstance(value, str | int) and about(kind, name).is_figure:
        return Field(keys, value, is_text=False, may_be_missing=_may_be_missing(kind, name))
    raise NoSuchText(
        f"{field} holds no words: only words, addresses and figures can be taken down; withdraw the edition instead"
    )


def _holds(kind: Any, name: str, *wanted: Any) -> bool:
    """Whether the field holds values of one of the kinds `wanted`."""
    hint = next(field.hint for field in described_fields(kind) if field.name == name)
    return any(holds(hint, item) for item in wanted)


def _may_be_missing(kind: Any, name: str) -> bool:
    return _holds(kind, name, Missing)


def _steps(field: str) -> Path:
    """ "notes[2].text" as the keys and places that lead there."""
    found: list[str | int] = []
    for part in field.split("."):
        match = STEP.fullmatch(part)
        if not match:
            raise NoSuchText(f"{field!r} is no field; write it as title, or as notes[2].text")
        found += [match[1]] if match[2] is None else [match[1], int(match[2]) - 1]
    return tuple(found)


def _owner(thing: Any, path: Path) -> Any:
    """What holds the last key of `path`: the last dataclass on the way."""
    last = max(place for place, step in enumerate(path) if isinstance(step, str))
    for step in path[:last]:
        thing = _at(thing, step)
    return thing


def _value(owner: Any, path: Path) -> Any:
    last = max(place for place, step in enumerate(path) if isinstance(step, str))
    for step in path[last:]:
        owner = _at(owner, step)
    return owner


def _at(value: Any, step: str | int) -> Any:
    """What stands there, None where nothing does."""
    if isinstance(step, int):
        return value[step] if isinstance(value, tuple) and step < len(value) else None
    return getattr(value, step) if step in _names(value) else None


def _names(value: object) -> frozenset[str]:
    """The names of its fields; none where it is no dataclass."""
    kind: Any = type(value)
    return _names_of(kind)


@cache
def _names_of(kind: Any) -> frozenset[str]:
    return frozenset(field.name for field in fields(kind)) if is_dataclass(kind) else frozenset()


def things(value: Any) -> Iterator[Any]:
    """Everything below `value` that has an id of its own."""
    if isinstance(value, tuple):
        for item in value:
            yield from things(item)
    for name in _names(value):
        yield from _and_below(getattr(value, name))


def _and_below(value: Any) -> Iterator[Any]:
    for item in value if isinstance(value, tuple) else (value,):
        if _has_id(item):
            yield item
        yield from things(item)


def _has_id(value: Any) -> bool:
    """What was accepted names the thing that it is about, and has no id itself."""
    return "id" in _names(value) and not isinstance(value, Accepted)


def exchanged(plan: PublicPlan, subject: str, field: Field, instead: Any) -> PublicPlan:
    """`plan` with `instead` for the field's value, wherever the thing `subject` has it at the field's keys."""
    changed: PublicPlan = _with(plan, plan.id, subject, field, instead)
    return changed


def _with(value: Any, plan: str, subject: str, field: Field, instead: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_with(item, plan, subject, field, instead) for item in value)
    if not _names(value):
        return value
    is_plan = isinstance(value, PublicPlan)
    if (is_plan and subject == plan) or (not is_plan and subject != plan and _has_id(value) and value.id == subject):
        value = _put(value, field.keys, field.value, instead)
    below = {name: getattr(value, name) for name in _names(value)}
    changed = {name: _with(item, plan, subject, field, instead) for name, item in below.items()}
    return replace(value, **{name: item for name, item in changed.items() if item != below[name]})


def _put(value: Any, keys: tuple[str, ...], old: Any, instead: Any) -> Any:
    """`value` with `instead` for `old` wherever `keys` lead, in every entry of lists."""
    if isinstance(value, tuple):
        return tuple(_put(item, keys, old, instead) for item in value)
    if not keys:
        return instead if type(value) is type(old) and value == old else value
    if keys[0] not in _names(value):
        return value
    return replace(value, **{keys[0]: _put(getattr(value, keys[0]), keys[1:], old, instead)})

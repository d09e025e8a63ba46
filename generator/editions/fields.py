"""The fields of a published plan: how one is found, what it may hold, and the plan with another value in it."""

import re
from dataclasses import dataclass, is_dataclass, replace
from datetime import date
from typing import Any

from generator.plan.field_types import Line, Missing, Rich, Text, about, described_fields, holds, traits
from generator.plan.model import Closure, Note, PublicPlan, Review
from generator.plan.walk import Path, own_id, walk_plan

STEP = re.compile(r"([a-z_]+)(?:\[([1-9][0-9]{0,5})\])?")
# Items of lists that have a day and no id.
DATED = (Note, Review, Closure)


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
    """The value at `field` of the thing `subject`. Raises NoSuchText where none there may be taken down."""
    path = _steps(field)
    named = _things(plan, subject)
    if not named:
        raise NoSuchText(f"no edition has anything with the id {subject!r}")
    found = [way for thing in named if (way := _way(thing, path))[-1] is not None]
    if not found:
        raise NoSuchText(f"no edition has {field} of {subject!r}")
    if len(found) > 1:
        raise NoSuchText(
            f"{len(found)} things have the id {subject!r}; write {plan.id} for it, and the way from the top of the "
            "plan, such as bodies[2].note"
        )
    owner = next(value for value in reversed(found[0][:-1]) if is_dataclass(value))
    return _checked(owner, found[0][-1], path, field)


def day_at(plan: PublicPlan, subject: str, field: str) -> date | None:
    """The day of the note, review or closure in which `field` of the thing `subject` stands; None outside of these."""
    path = _steps(field)
    ways = (way for thing in _things(plan, subject) if (way := _way(thing, path))[-1] is not None)
    days = [value.date for value in next(ways, ()) if isinstance(value, DATED)]
    return days[-1] if days else None


def _things(plan: PublicPlan, subject: str) -> list[Any]:
    """The plan, where `subject` is its id, else everything that has this id."""
    return [node.value for node in walk_plan(plan) if _is_named(node.value, plan, subject)]


def _is_named(value: Any, plan: PublicPlan, subject: str) -> bool:
    return value is plan if subject == plan.id else own_id(value) == subject


def _steps(field: str) -> Path:
    """ "notes[2].text" as the keys and places that lead there."""
    found: list[str | int] = []
    for part in field.split("."):
        match = STEP.fullmatch(part)
        if not match:
            raise NoSuchText(f"{field!r} is no field; write it as title, or as notes[2].text")
        found += [match[1]] if match[2] is None else [match[1], int(match[2]) - 1]
    return tuple(found)


def _way(thing: Any, path: Path) -> list[Any]:
    """The thing, and the value at each step of `path` from it: None from where there is none."""
    way = [thing]
    for step in path:
        if isinstance(step, int):
            items = way[-1] if isinstance(way[-1], tuple) else ()
            way.append(items[step] if step < len(items) else None)
        else:
            way.append(getattr(way[-1], step) if step in _names(way[-1]) else None)
    return way


def _checked(owner: Any, value: Any, path: Path, field: str) -> Field:
    """The field, if its value can be replaced."""
    keys = tuple(step for step in path if isinstance(step, str))
    kind, name = type(owner), keys[-1]
    is_link = traits(kind, name).is_link
    if isinstance(value, str) and not is_link and _holds(kind, name, Line, Text, Rich):
        return Field(keys, value, is_text=True)
    if isinstance(value, str) and is_link:
        return Field(keys, value, is_text=False)
    if isinstance(value, str | int) and about(kind, name).is_figure:
        return Field(keys, value, is_text=False, may_be_missing=_holds(kind, name, Missing))
    raise NoSuchText(
        f"{field} holds no words: only words, addresses and figures can be taken down; withdraw the edition instead"
    )


def _holds(kind: Any, name: str, *wanted: Any) -> bool:
    """Whether the field holds values of one of the kinds `wanted`."""
    hint = next(field.hint for field in described_fields(kind) if field.name == name)
    return any(holds(hint, item) for item in wanted)


def exchanged(plan: PublicPlan, subject: str, field: Field, instead: Any) -> PublicPlan:
    """`plan` with `instead` for the field's value, wherever the thing `subject` has it at the field's keys."""

    def with_it(value: Any, ways: tuple[tuple[str, ...], ...]) -> Any:
        """`ways` are what is left of the field's keys, from each thing above that is meant."""
        if isinstance(value, tuple):
            return tuple(with_it(item, ways) for item in value)
        if not is_dataclass(value) or isinstance(value, type):
            is_it = () in ways and type(value) is type(field.value) and value == field.value
            return instead if is_it else value
        here = (*ways, field.keys) if _is_named(value, plan, subject) else ways
        below = {name: tuple(way[1:] for way in here if way[:1] == (name,)) for name in _names(value)}
        return replace(value, **{name: with_it(getattr(value, name), left) for name, left in below.items()})

    changed: PublicPlan = with_it(plan, ())
    return changed


def _names(value: Any) -> list[str]:
    """The names of its fields; none where it has none."""
    return [field.name for field in described_fields(type(value))] if is_dataclass(value) else []

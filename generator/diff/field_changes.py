"""The changes within one thing that both plans have: its fields, what they hold, and the items of their lists."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from generator.diff.change import Change, Named, Operation, Step
from generator.diff.change_kinds import field_kind, value_kind
from generator.diff.direction import (
    day_of,
    interval_kind,
    occurrence_kind,
    progress_kind,
    rating,
    rating_kind,
    review_kind,
    scheme_interval_kind,
    target_kind,
    time_kind,
)
from generator.diff.identity import HOLDERS, ITEMS, TYPES
from generator.diff.matching import match
from generator.plan.field_types import Missing, described_fields, holds, holds_many, type_in
from generator.plan.model import Closure, Measure, Occurrence, PublicPlan, ReviewRule, StatusScheme, Target, Timescale
from generator.plan.vocabulary import ChangeKind
from generator.status import review_words

Path = tuple[Step, ...]
# Lists that a plan may say it has no values for, and what they hold.
MAY_BE_MISSING: Mapping[str, Any] = {
    field.name: type_in(field.hint)
    for kind in TYPES
    for field in described_fields(kind)
    if holds_many(field.hint) and holds(field.hint, Missing)
}


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing of which both plans have a value, and what each calls it."""

    old_plan: PublicPlan
    new_plan: PublicPlan
    was: Named
    thing: Named
    within: Named | None
    old: Any
    new: Any

    def changes(self) -> Iterator[Change]:
        """What differs in the thing itself; the lists of other things that it has are left out."""
        yield from self._fields((), self.old, self.new)

    def _change(
        self, kind: ChangeKind, path: Path, old: object, new: object, operation: Operation = "set", **more: Any
    ) -> Change:
        found = Change(kind, operation, self.was, self.thing, path=path, old=old, new=new, **more)
        return replace(found, within=self.within, parts=self._parts(path))

    def _parts(self, path: Path) -> tuple[object, ...]:
        """The items that `path` leads through, as they were, without the last."""
        value, found = self.old, []
        for name, place in path[:-1]:
            value = getattr(value, name)
            if place is not None:
                value = value[place]
                found.append(value)
        return tuple(found)

    def _fields(self, path: Path, old: Any, new: Any) -> Iterator[Change]:
        kind: Any = type(old)
        for name in _own_fields(kind):
            before, after = getattr(old, name), getattr(new, name)
            if before is not after and before != after:
                yield from self._field(path, kind, name, before, after)

    def _field(self, path: Path, owner: type[Any], name: str, old: Any, new: Any) -> Iterator[Change]:
        if isinstance(old, tuple) and isinstance(new, tuple):
            yield from self._items(path, owner, name, old, new)
        elif _has_parts(old) and _has_parts(new):
            yield from self._value((*path, (name, None)), old, new)
        elif name in MAY_BE_MISSING:
            yield self._missing_list(path, name, old, new)
        else:
            yield self._single(path, owner, name, old, new)

    def _single(self, path: Path, owner: type[Any], name: str, old: Any, new: Any) -> Change:
        """A field that holds one value, or none."""
        kind, days = self._single_kind(owner, name, old, new), self._days(old, new)
        if name == "status":
            old, new = rating(self.old_plan, old), rating(self.new_plan, new)
            kind = rating_kind(self.old_plan, self.new_plan, old, new)
        if any(days.values()):
            kind = "date-given" if old is None else "date-removed"
        return self._change(kind, path, old, new, field=name, **days)

    def _days(self, old: Any, new: Any) -> dict[str, Any]:
        """The last days that times in both plans name; none where `old` and `new` are no times."""
        return {"old_day": _last_day(self.old_plan, old), "new_day": _last_day(self.new_plan, new)}

    def _single_kind(self, owner: type[Any], name: str, old: Any, new: Any) -> ChangeKind:
        if isinstance(old or new, ReviewRule):
            plans = zip((self.old_plan, self.new_plan), (old, new), strict=True)
            before, after = (review_words(plan, rule) for plan, rule in plans)
            return review_kind(old, new, before, after)
        if isinstance(old or new, StatusScheme):
            return scheme_interval_kind(old, new)
        if owner is ReviewRule and name == "every":
            plans_and_words = ((self.old_plan, old), (self.new_plan, new))
            return interval_kind(*(words or review_words(plan, None) for plan, words in plans_and_words))
        if owner is StatusScheme and name == "review_every":
            return interval_kind(old, new)
        if name == "progress":
            return progress_kind(old, new)
        present = old if new is None else new
        if type(present) in TYPES:
            return value_kind(type(present), "added" if old is None else "removed")
        return field_kind(owner, name)

    def _missing_list(self, path: Path, name: str, old: Any, new: Any) -> Change:
        """A list of leads or times of which one plan says that it has no values, and why."""
        is_given, was_given = (isinstance(value, tuple) and bool(value) for value in (new, old))
        kind = value_kind(MAY_BE_MISSING[name], "added" if is_given else "removed" if was_given else "changed")
        days = self._days(old, new)
        kind = "date-removed" if days["old_day"] else "date-given" if days["new_day"] else kind
        return self._change(kind, path, old, new, field=name, **days)

    def _value(self, path: Path, old: Any, new: Any) -> Iterator[Change]:
        """A value that has fields. One change tells of all that holds no values with fields of their own."""
        kind: Any = type(old)
        if TYPES[kind].by_field:
            yield from self._fields(path, old, new)
            return
        deep = [name for name in _own_fields(kind) if _is_deep(getattr(old, name)) or _is_deep(getattr(new, name))]
        differ = [name for name in _own_fields(kind) if getattr(old, name) != getattr(new, name)]
        if plain := tuple(name for name in differ if name not in deep):
            yield self._plain(path, old, new, plain)
        for name in differ:
            if name in deep:
                yield from self._field(path, kind, name, getattr(old, name), getattr(new, name))

    def _plain(self, path: Path, old: Any, new: Any, names: tuple[str, ...]) -> Change:
        days = self._days(old, new)
        match new:
            case Timescale():
                kind = time_kind(old, new, days["old_day"], days["new_day"])
            case Target():
                kind = target_kind(self.new if isinstance(self.new, Measure) else None, old, new)
            case Occurrence():
                kind = occurrence_kind(old, new)
            case _:
                kind = value_kind(type(new), "changed")
        return self._change(kind, path, old, new, field=path[-1][0], fields=names, **days)

    def _items(
        self, path: Path, owner: type[Any], name: str, old: tuple[Any, ...], new: tuple[Any, ...]
    ) -> Iterator[Change]:
        found = match(old, new)
        for place in found.removed:
            kind, days = self._item_kind(owner, name, old[place], None)
            where = (*path, (name, place))
            yield self._change(kind, where, old[place], None, operation="remove", field=name, old_index=place, **days)
        for before, place in found.moved:
            where, item = (*path, (name, before)), new[place]
            yield self._change(
                "moved", where, item, item, operation="move", field=name, old_index=before, new_index=place
            )
        for place in found.added:
            kind, days = self._item_kind(owner, name, None, new[place])
            where = (*path, (name, None))
            yield self._change(kind, where, None, new[place], operation="add", field=name, new_index=place, **days)
        for before, place in found.pairs:
            if old[before] == new[place]:
                continue
            where = (*path, (name, before))
            if is_dataclass(new[place]):
                yield from self._value(where, old[before], new[place])
            else:
                kind = field_kind(owner, name)
                yield self._change(kind, where, old[before], new[place], field=name)

    def _item_kind(self, owner: type[Any], name: str, old: Any, new: Any) -> tuple[ChangeKind, dict[str, Any]]:
        """The kind of change that an item of a list came or went, and the days that it names."""
        days = self._days(old, new)
        if any(days.values()):
            return "date-given" if old is None else "date-removed", days
        if isinstance(new, Occurrence):
            return occurrence_kind(None, new), days
        if isinstance(new, Closure):
            return "reopened" if new.reopened else "closed", days
        kind: Any = type(new if old is None else old)
        if kind not in TYPES:
            return field_kind(owner, name), days
        return value_kind(kind, "added" if old is None else "removed"), days


def _has_parts(value: Any) -> bool:
    """Whether changes of its parts are found one by one; a reason for a missing value changes as a whole."""
    return is_dataclass(value) and not isinstance(value, Missing)


def _is_deep(value: Any) -> bool:
    return _has_parts(value) or (isinstance(value, tuple) and any(type(item) in ITEMS for item in value))


@cache
def _own_fields(kind: Any) -> tuple[str, ...]:
    held = HOLDERS.get(kind, {})
    return tuple(field.name for field in fields(kind) if field.name not in held)


def _last_day(plan: PublicPlan, value: Any) -> date | None:
    """The last day that a timescale, or one of several, names."""
    times = [item for item in (value if isinstance(value, tuple) else (value,)) if isinstance(item, Timescale)]
    return max((day for item in times if (day := day_of(plan, item))), default=None)

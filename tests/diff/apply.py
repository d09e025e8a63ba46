"""The new plan, made of the old one and the changes between them: the proof that changes leave nothing out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import is_dataclass, replace
from typing import Any

from generator.diff.change import Change, Key
from generator.diff.identity import HOLDERS, THINGS
from generator.diff.layout import ROOT, Layout, ListOf, lay_out
from generator.plan.field_types import Missing
from generator.plan.model import PublicPlan, Status


def apply_changes(old: PublicPlan, changes: Iterable[Change]) -> PublicPlan:
    """What `old` becomes by `changes`, which `diff_plans` found between it and another plan: that plan."""
    making = _Making(lay_out(old))
    by_thing: defaultdict[Key, list[Change]] = defaultdict(list)
    for change in changes:
        if change.operation == "fact":
            continue
        if change.path or change.field:
            by_thing[change.thing.key].append(change)
        else:
            making.things.append(change)
    making.change_things()
    for key, found in by_thing.items():
        making.change_fields(key, found)
    plan: PublicPlan = making.value(ROOT)
    return plan


class _Making:
    """The things of the old plan, changed one after another."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.values = {key: node.value for key, node in layout.nodes.items()}
        self.lists: dict[ListOf, list[Key]] = {place: list(keys) for place, keys in layout.lists.items()}
        self.missing = dict(layout.missing)
        self.stands_in = {key: node.stands_in for key, node in layout.nodes.items()}
        self.things: list[Change] = []

    def change_things(self) -> None:
        """Take out, move and add things; each goes to its place among those that stay."""
        places: list[tuple[int, ListOf, Key]] = []
        for change in self.things:
            key = change.thing.key
            if change.operation != "add" and (place := self.stands_in[key]):
                self.lists[place].remove(key)
            if change.operation == "add":
                self._lay(change.new, key, [other.key for other in change.others])
            if change.operation != "remove" and change.target and change.new_index is not None:
                name = self._listed_as(change.target.key, key)
                places.append((change.new_index, (change.target.key, name), key))
        for index, place, key in sorted(places, key=lambda found: found[0]):
            self.lists[place].insert(index, key)
            self.missing.pop(place, None)

    def _listed_as(self, holder: Key, key: Key) -> str:
        held = HOLDERS[type(self.values[holder])]
        return next(name for name, kind in held.items() if THINGS[kind] == key.kind)

    def _lay(self, value: Any, key: Key, others: Sequence[Key]) -> None:
        """Take up a thing and those below it, which `others` names in the order of `Layout.things_in`."""
        waiting = iter(others)
        self._lay_one(value, key, waiting)

    def _lay_one(self, value: Any, key: Key, waiting: Any) -> None:
        self.values[key] = value
        for name in HOLDERS.get(type(value), {}):
            held = getattr(value, name)
            self.lists[key, name] = []
            if isinstance(held, Missing):
                self.missing[key, name] = held
                continue
            for item in held:
                below = next(waiting)
                self.lists[key, name].append(below)
                self._lay_one(item, below, waiting)

    def change_fields(self, key: Key, changes: list[Change]) -> None:
        """Change a thing's own fields, and its lists of things where they are said to be missing."""
        for change in changes:
            place = (key, change.field)
            if not change.path and place in self.lists:
                self.missing.pop(place, None)
                if isinstance(change.new, Missing):
                    self.missing[place] = change.new
        own = [change for change in changes if change.path or (key, change.field) not in self.lists]
        self.values[key] = _changed(self.values[key], [(change.path, change) for change in own])

    def value(self, key: Key) -> Any:
        """A thing with all that is below it now."""
        value = self.values[key]
        held = {}
        for name in HOLDERS.get(type(value), {}):
            place = (key, name)
            items = tuple(self.value(child) for child in self.lists[place])
            held[name] = items or self.missing.get(place, items)
        return replace(value, **held) if held else value


Found = tuple[tuple[Any, ...], Change]


def _changed(value: Any, found: list[Found]) -> Any:
    """`value` with its changes made; each comes with what is left of its path."""
    new: dict[str, Any] = {}
    deeper: defaultdict[str, list[Found]] = defaultdict(list)
    for path, change in found:
        if path:
            deeper[path[0][0]].append((path, change))
        elif change.fields:
            new |= {name: getattr(change.new, name) for name in change.fields}
        else:
            new[change.field] = _as_held(change)
    for name, inner in deeper.items():
        held = getattr(value, name)
        if isinstance(held, tuple):
            new[name] = _changed_list(held, inner)
        else:
            new[name] = _changed(held, [(path[1:], change) for path, change in inner])
    return replace(value, **new) if new else value


def _as_held(change: Change) -> Any:
    """The new value as the field holds it: of a rating, its id."""
    is_rating = change.field == "status" and isinstance(change.new, Status)
    return change.new.id if is_rating and isinstance(change.new, Status) else change.new


def _changed_list(held: tuple[Any, ...], found: list[Found]) -> tuple[Any, ...]:
    inner: defaultdict[int, list[Found]] = defaultdict(list)
    ends: list[Change] = []
    for path, change in found:
        (_, place), *rest = path
        if not rest and change.operation != "set":
            ends.append(change)
        else:
            inner[place].append((tuple(rest), change))
    items: Mapping[int, Any] = {place: _item(item, inner.get(place, [])) for place, item in enumerate(held)}
    taken = {change.old_index for change in ends}
    made = [item for place, item in items.items() if place not in taken]
    for change in sorted((change for change in ends if change.new_index is not None), key=_new_index):
        moved = items[change.old_index] if change.old_index is not None else change.new
        made.insert(_new_index(change), moved)
    return tuple(made)


def _item(item: Any, found: list[Found]) -> Any:
    """An item with its changes made; one without fields is another as a whole."""
    return _changed(item, found) if is_dataclass(item) or not found else found[-1][1].new


def _new_index(change: Change) -> int:
    assert change.new_index is not None, "what is added or moved has a place"
    return change.new_index

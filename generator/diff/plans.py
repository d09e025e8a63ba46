"""What differs between two editions of a plan, as typed changes, each with what is needed to make it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.diff.change import Change, Key, Named
from generator.diff.field_changes import Subject
from generator.diff.layout import ROOT, Layout, ListOf, lay_out
from generator.diff.matching import longest_rising
from generator.plan.model import PublicPlan


def diff_plans(old: PublicPlan, new: PublicPlan) -> tuple[Change, ...]:
    """Every difference between `old` and `new`, in the order of the new plan.

    Of a thing, first what differs in itself; then, for each list of things that it has, what was taken out of it, moved
    and added, and what differs in those that stayed. What was taken out stands where it stood. One edit of a field is
    one change. A thing is known by its id: with another id it is removed and added.
    """
    if old == new:
        return ()
    return tuple(_Comparison(lay_out(old), lay_out(new)).changes_of(ROOT))


def one_by_one(change: Change, old: PublicPlan, new: PublicPlan) -> Iterator[Change]:
    """`change`, and where things came or went with its thing, the same of each of these."""
    yield change
    if not change.others:
        return
    before, after = lay_out(old), lay_out(new)
    for thing in change.others:
        yield _gone(before, after, thing.key) if change.kind == "removed" else _come(before, after, thing.key)


@dataclass(frozen=True)
class _Comparison:
    old: Layout
    new: Layout

    def changes_of(self, key: Key) -> Iterator[Change]:
        """What differs in a thing that both plans have, and below it."""
        before, after = self.old.nodes[key], self.new.nodes[key]
        # Equal things hold the same, but where several share an id, the same place in both may not mean the same one.
        if before.value == after.value and self.old.things_in(key) == self.new.things_in(key):
            return
        plans = (self.old.plan, self.new.plan)
        subject = Subject(*plans, before.named, after.named, after.within, before.value, after.value)
        yield from subject.changes()
        for name in self.new.list_fields(key):
            yield from self._list_changes((key, name))

    def _list_changes(self, place: ListOf) -> Iterator[Change]:
        held = self.new.lists[place]
        yield from self._missing_changes(place)
        yield from (self._removed(child) for child in self.old.lists[place] if child not in self.new.nodes)
        stood = {child: node.index for child in held if (node := self.old.nodes.get(child)) and node.stands_in == place}
        # As many as can be need not have moved for the others to stand as they do.
        in_order = set(longest_rising(list(stood.values())))
        for child in held:
            if child not in self.old.nodes:
                yield from self._added(child)
                continue
            if stood.get(child) not in in_order:
                yield self._moved(child)
            yield from self.changes_of(child)

    def _missing_changes(self, place: ListOf) -> Iterator[Change]:
        """The change of a list that is now marked as missing, or is no longer so and is still empty."""
        before, after = self.old.missing.get(place), self.new.missing.get(place)
        if after == before or (after is None and self.new.lists[place]):
            return
        key, name = place
        new = after if after is not None else ()
        old = getattr(self.old.nodes[key].value, name)
        was, thing = self.old.named(key), self.new.named(key)
        yield Change("measure", "set", was, thing, field=name, old=old, new=new, within=self.new.nodes[key].within)

    def _removed(self, key: Key) -> Change:
        gone = self.old.things_in(key, self.new.nodes)
        others = tuple(self.old.named(child) for child in gone[1:])
        return replace(_gone(self.old, self.new, key), others=others)

    def _added(self, key: Key) -> Iterator[Change]:
        """A thing that is new with all that is new below it, and what was moved into it."""
        come = self.new.things_in(key, self.old.nodes)
        others = tuple(self.new.named(child) for child in come[1:])
        yield replace(_come(self.old, self.new, key), others=others)
        for child in come:
            for name in self.new.list_fields(child):
                for moved in self.new.lists[child, name]:
                    if moved in self.old.nodes:
                        yield self._moved(moved)
                        yield from self.changes_of(moved)

    def _moved(self, key: Key) -> Change:
        before, after = self.old.nodes[key], self.new.nodes[key]
        return Change(
            "moved",
            "move",
            before.named,
            after.named,
            old_index=before.index,
            new_index=after.index,
            source=_holder(self.old, key),
            target=_holder(self.new, key),
            within=after.within,
        )


def _gone(old: Layout, new: Layout, key: Key) -> Change:
    node, value = old.nodes[key], old.value_without(key, new.nodes)
    found = Change("removed", "remove", node.named, node.named, old=value, old_index=node.index)
    return replace(found, source=_holder(old, key), within=node.within)


def _come(old: Layout, new: Layout, key: Key) -> Change:
    node, value = new.nodes[key], new.value_without(key, old.nodes)
    found = Change("added", "add", node.named, node.named, new=value, new_index=node.index)
    return replace(found, target=_holder(new, key), within=node.within)


def _holder(layout: Layout, key: Key) -> Named | None:
    place = layout.nodes[key].stands_in
    return layout.named(place[0]) if place else None

"""Which changes are news for a reader of the plan. The rest is needed to make the new plan, and nobody sees it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from generator.diff.change import Change, Named, ThingKind
from generator.diff.layout import Layout, lay_out
from generator.public import PublicPlan

# That an edition is of another day goes without saying. What the officer accepted of the checks says how the text was
# looked at, not what the plan promises; the page of corrections lists it.
UNTOLD = ("as_at", "accepted")
# Old ids, and the new ones that stand for them.
Ids = Mapping[str, str]
Called = tuple[ThingKind, str | None, str]


def told(changes: Iterable[Change], old: PublicPlan, new: PublicPlan) -> tuple[Change, ...]:
    """Those of `changes`, which lead from `old` to `new`, by which a reader sees something else than before."""
    ids = other_ids(old, new)
    return tuple(change for change in changes if not _is_untold(change, ids))


def _is_untold(change: Change, ids: Ids) -> bool:
    if change.thing.kind == "plan" and (change.path[0][0] if change.path else change.field) in UNTOLD:
        return True
    if change.operation == "move" and change.source and change.target:
        # What holds it has another id and is called the same.
        return ids.get(change.source.id) == change.target.id and change.old_index == change.new_index
    return change.operation == "set" and bool(ids) and _with_ids(change.old, ids) == change.new


def other_ids(old: PublicPlan, new: PublicPlan) -> Ids:
    """The id of each thing that `new` lacks, with that of the one new thing of the same number and title."""
    if old == new:
        return {}
    before, after = lay_out(old), lay_out(new)
    gone, come = _called(before, after), _called(after, before)
    return {gone[name][0].id: come[name][0].id for name in gone if len(gone[name]) == len(come.get(name, ())) == 1}


def _called(layout: Layout, other: Layout) -> Mapping[Called, list[Named]]:
    """The things that the `other` plan lacks, by what they are called."""
    found: defaultdict[Called, list[Named]] = defaultdict(list)
    for key, node in layout.nodes.items():
        if key not in other.nodes:
            found[key.kind, node.named.number, node.named.title].append(node.named)
    return found


def _with_ids(value: Any, ids: Ids) -> Any:
    """`value` with the new ids for the old ones."""
    if isinstance(value, str):
        return ids.get(value, value)
    if isinstance(value, tuple):
        return tuple(_with_ids(item, ids) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _with_ids(getattr(value, field.name), ids) for field in fields(value)})
    return value

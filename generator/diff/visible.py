"""Which changes are news for a reader of the plan. The rest is needed to make the new plan, and nobody sees it."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import is_dataclass, replace
from functools import partial
from typing import Any

from generator.diff.change import Change, Named
from generator.diff.identity import REFERENCE_FIELDS, REFERENCES, THINGS
from generator.diff.layout import Layout, lay_out
from generator.diff.plans import diff_plans
from generator.plan.field_types import DescribedField, about
from generator.plan.model import PublicPlan, Related
from generator.plan.walk import mapped

# Old ids, and the new ones that stand for them.
Ids = Mapping[str, str]


def visible_changes(changes: Iterable[Change], old: PublicPlan, new: PublicPlan, ids: Ids) -> tuple[Change, ...]:
    """Those of `changes`, which lead from `old` to `new`, by which a reader sees something else than before.

    Of a thing that has another id by `ids`, and is called the same, what else changed is told as of one that stayed.
    """
    found = tuple(changes)
    if ids:
        stayed = (change for change in diff_plans(_with_ids(old, ids), new) if not _is_whole(change))
        back = {after: before for before, after in ids.items()}
        whole = (change for change in found if _is_whole(change))
        facts = (change for change in found if change.operation == "fact")
        found = (*whole, *(_as_it_was(change, back) for change in stayed), *facts)
    return tuple(change for change in found if _is_news(change))


def _is_news(change: Change) -> bool:
    """Whether readers hear of it: not of the day of an edition, nor of warnings that were accepted."""
    field = change.path[0][0] if change.path else change.field
    return change.thing.kind != "plan" or about(PublicPlan, field).is_news


def _is_whole(change: Change) -> bool:
    """Whether a thing with an id came or went."""
    return change.kind in ("added", "removed")


def _as_it_was(change: Change, ids: Ids) -> Change:
    """`change` with the ids that the old plan has, by which its pages find what they name."""
    old = _with_ids(change.old, ids, is_reference=change.field in REFERENCE_FIELDS)
    return replace(change, old=old, parts=_with_ids(change.parts, ids))


def other_ids(old: PublicPlan, new: PublicPlan) -> Ids:
    """The id of each thing that `new` lacks, with that of the one new thing of the same number and title.

    What moved has another number too: of what is then left, the title alone decides. An id that something of another
    kind has in the other plan too does not count: what is named by it is not sure.
    """
    if old == new:
        return {}
    before, after = lay_out(old), lay_out(new)
    gone, come = _lacking(before, after), _lacking(after, before)
    found = _pairs(gone, come, lambda thing: (thing.kind, thing.number, thing.title))
    taken = {*found, *found.values()}
    gone, come = ([thing for thing in things if thing not in taken] for things in (gone, come))
    found |= _pairs(gone, come, lambda thing: (thing.kind, thing.title))
    was, now = ({key.id for key in layout.nodes} for layout in (before, after))
    return {one.id: other.id for one, other in found.items() if one.id not in now and other.id not in was}


def _lacking(layout: Layout, other: Layout) -> list[Named]:
    """The things of `layout` that the `other` plan lacks, in their order."""
    return [node.named for key, node in layout.nodes.items() if key not in other.nodes]


def _pairs(gone: Iterable[Named], come: Iterable[Named], called: Callable[[Named], Hashable]) -> dict[Named, Named]:
    """Each thing of `gone` with the one of `come` that is called the same, where only these two are."""
    olds, news = _called(gone, called), _called(come, called)
    return {olds[name][0]: news[name][0] for name in olds if len(olds[name]) == len(news.get(name, ())) == 1}


def _called(things: Iterable[Named], called: Callable[[Named], Hashable]) -> Mapping[Hashable, list[Named]]:
    found: defaultdict[Hashable, list[Named]] = defaultdict(list)
    for thing in things:
        found[called(thing)].append(thing)
    return found


def _with_ids(value: Any, ids: Ids, *, is_reference: bool = False) -> Any:
    """`value` with the new ids for the old ones, in things and in what names them; no other text is touched."""
    if isinstance(value, str):
        return ids.get(value, value) if is_reference else value
    if isinstance(value, tuple):
        return tuple(_with_ids(item, ids, is_reference=is_reference) for item in value)
    return mapped(value, partial(_new_id, ids)) if is_dataclass(value) else value


def _new_id(ids: Ids, holder: Any, field: DescribedField, held: Any) -> Any:
    is_own = field.name == "id" and type(holder) in THINGS
    is_elsewhere = isinstance(holder, Related) and holder.plan
    is_named = is_own or field.name in REFERENCES[type(holder)]
    return ids.get(held, held) if isinstance(held, str) and is_named and not is_elsewhere else held

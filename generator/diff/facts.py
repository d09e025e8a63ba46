"""Changes that nobody typed: ratings that lapsed or were recomputed, and dates counted from an event that moved."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from generator.diff.change import Change, Named
from generator.diff.direction import rating_kind, time_kind
from generator.diff.layout import lay_out
from generator.plan.field_types import Missing
from generator.plan.model import Action, Outcome, PublicPlan, Status, Timescale
from generator.plan.vocabulary import ChangeKind
from generator.status import Facts, Standing, Thing, timescales

# The last day of each time.
Ends = Mapping[Timescale, date | None]


def diff_facts(
    old: Facts, new: Facts, was: PublicPlan, plan: PublicPlan, ids: Mapping[str, str] | None = None
) -> tuple[Change, ...]:
    """The ratings that held in `old` and have lapsed in `new`, those that the plan's rule gives otherwise, and dates.

    `was` is the old plan; `plan` is the new one, which names what they are of, and the order is its own. A rating that
    its owner declares another, and a date that is said otherwise, are told by `diff_plans`, not here. `ids` leads from
    the old ids of what has another id now to the new ones.
    """
    found: list[Change] = []
    judge = partial(rating_kind, was, plan)
    before = _by_new_id(was, old, ids or {})
    days = [{event.id: event.date for event in one.events} for one in (was, plan)]
    moved = {name for name in days[1] if days[0].get(name) != days[1][name]}
    ends = [{item.timescale: item.reading.end for item in facts.times if item.timescale.event in moved}
            for facts in (old, new)]  # fmt: skip
    for node in lay_out(plan).nodes.values():
        if isinstance(node.value, Outcome | Action) and (node.key.kind, node.key.id) in before:
            thing, standing = before[node.key.kind, node.key.id]
            found += _ratings(node.named, standing, new.standings[node.key.id], judge)
            same = (item for item in timescales(node.value) if item in timescales(thing))
            found += _dates(node.named, (item for item in same if item.event in moved), *ends)
    return tuple(found)


def _by_new_id(was: PublicPlan, old: Facts, ids: Mapping[str, str]) -> Mapping[tuple[str, str], tuple[Thing, Standing]]:
    """Each outcome and action of the old plan and how it stood, by what it is and its id in the new plan."""
    nodes = (node for node in lay_out(was).nodes.values() if isinstance(node.value, Outcome | Action))
    return {
        (node.key.kind, ids.get(node.key.id, node.key.id)): (node.value, old.standings[node.key.id]) for node in nodes
    }


def _dates(named: Named, times: Iterable[Timescale], old: Ends, new: Ends) -> Iterator[Change]:
    """Changes of those of `times` that end on another day though their words are the same: their event moved."""
    for item in times:
        before, after = old.get(item), new.get(item)
        if before != after and item.role != "reported":
            kind = time_kind(item, item, before, after)
            yield _fact(kind, named, "timescales", item, item, old_day=before, new_day=after)


def _ratings(
    named: Named, before: Standing, after: Standing, judge: Callable[[object, object], ChangeKind]
) -> Iterator[Change]:
    if _is_same(before.declared, after.declared) and not _is_same(before.status, after.status):
        yield _fact(judge(before.status, after.status), named, "computed", before.status, after.status)
    if isinstance(before.status, Status) and not before.lapse and after.lapse:
        rating = after.declared if isinstance(after.declared, Status) else before.status
        yield _fact("lapsed", named, "status", rating, after.status, new_day=after.lapse.since)


def _fact(kind: ChangeKind, named: Named, field: str, old: object, new: object, **days: Any) -> Change:
    return Change(kind, "fact", named, named, field=field, old=old, new=new, **days)


def _is_same(old: Status | Missing, new: Status | Missing) -> bool:
    """Whether two ratings are one of the legend, however that words it."""
    if isinstance(old, Status) and isinstance(new, Status):
        return old.id == new.id
    return old == new

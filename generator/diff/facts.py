"""What time did to a plan between two editions, though nobody edited it: ratings that lapsed, and ratings by a rule."""

from collections.abc import Iterator, Mapping

from generator.diff.change import Change, Key, Named
from generator.diff.judges import rating_kind
from generator.diff.layout import lay_out
from generator.public import Missing, PublicPlan, Status
from generator.status import Facts, Standing


def diff_facts(old: Facts, new: Facts, plan: PublicPlan, ids: Mapping[str, str] | None = None) -> tuple[Change, ...]:
    """The ratings that held in `old` and have lapsed in `new`, and those that the plan's rule gives otherwise.

    `plan` is the new one, which names what they are of; the order is its own. A rating that its owner declares another
    is told by `diff_plans`, not here. `ids` leads from the old ids of what has another id now to the new ones.
    """
    standings = {(ids or {}).get(name, name): standing for name, standing in old.standings.items()}
    names = [(node.key, node.named) for node in lay_out(plan).nodes.values() if node.key.id in new.standings]
    return tuple(change for key, named in names for change in _changes(key, named, standings, new.standings))


def _changes(key: Key, named: Named, old: Mapping[str, Standing], new: Mapping[str, Standing]) -> Iterator[Change]:
    before, after = old.get(key.id), new[key.id]
    if key.kind not in ("outcome", "action") or before is None:
        return
    if _is_same(before.declared, after.declared) and not _is_same(before.status, after.status):
        yield Change(
            rating_kind(before.status, after.status),
            "fact",
            named,
            named,
            field="computed",
            old=before.status,
            new=after.status,
        )
    if isinstance(before.status, Status) and not before.lapse and after.lapse:
        yield Change("lapsed", "fact", named, named, field="status", old=before.status, new=after.status,
                     new_day=after.lapse.since)  # fmt: skip


def _is_same(old: Status | Missing, new: Status | Missing) -> bool:
    """Whether two ratings are one of the legend, however that words it."""
    if isinstance(old, Status) and isinstance(new, Status):
        return old.id == new.id
    return old == new

"""What was worked out of a plan on a day, carried over to the same plan with one text of it taken down.

Nothing is worked out anew, for today's rules may be others: only texts that were copied from the plan are exchanged.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.plan.field_types import Missing
from generator.plan.model import PublicPlan, Status, Timescale
from generator.status import (
    Computed,
    Facts,
    Hold,
    RollUp,
    Standing,
    Tally,
    Thing,
    TimeFacts,
    each_thing,
    each_timescale,
    statuses,
)
from generator.timescale import Reading


@dataclass(frozen=True)
class Exchanged:
    """What the plan's legend says now, and each reason for a missing rating that is another now."""

    legend: Mapping[str, Status]
    reasons: Mapping[Missing, Missing]

    def rating(self, was: Status | Missing) -> Status | Missing:
        """What stands for the rating or the reason `was`."""
        return self.reasons.get(was, was) if isinstance(was, Missing) else self.status(was)

    def status(self, was: Status) -> Status:
        return self.legend.get(was.id, was)


def carried(facts: Facts, old: PublicPlan, new: PublicPlan) -> Facts:
    """`facts`, which were worked out of `old`, with the texts of `new`, which differs from it in texts alone."""
    things = {was.id: (was, now) for was, now in zip(each_thing(old), each_thing(new), strict=True)}
    changed = {was.status: now.status for was, now in things.values() if was.status != now.status}
    reasons = {was: now for was, now in changed.items() if isinstance(was, Missing) and isinstance(now, Missing)}
    exchanged = Exchanged({status.id: status for status in statuses(new)}, reasons)
    return replace(
        facts,
        standings={name: _standing(held, things.get(name), exchanged) for name, held in facts.standings.items()},
        times=_times(facts, old, new),
        counts={
            level: {place: _tallies(held, exchanged) for place, held in places.items()}
            for level, places in facts.counts.items()
        },
        rolled={name: _rolled(held, exchanged) for name, held in facts.rolled.items()},
    )


def _standing(held: Standing, thing: tuple[Thing, Thing] | None, exchanged: Exchanged) -> Standing:
    declared = held.declared
    if isinstance(declared, Status):
        declared = exchanged.status(declared)
    elif thing and thing[0].status == declared and isinstance(thing[1].status, Missing):
        declared = thing[1].status
    return replace(held, declared=declared, computed=_computed(held.computed, exchanged))


def _computed(held: Computed | None, exchanged: Exchanged) -> Computed | None:
    return replace(held, status=exchanged.status(held.status)) if held and held.status else held


def _rolled(held: RollUp, exchanged: Exchanged) -> RollUp:
    return replace(held, status=exchanged.status(held.status)) if held.status else held


def _tallies(held: tuple[Tally, ...], exchanged: Exchanged) -> tuple[Tally, ...]:
    """The same counts. Things that gave the same reason stay counted together."""
    found: Counter[tuple[Status | Missing, Hold]] = Counter()
    for tally in held:
        found[exchanged.rating(tally.status), tally.hold] += tally.count
    return tuple(Tally(status, hold, count) for (status, hold), count in found.items())


def _times(facts: Facts, old: PublicPlan, new: PublicPlan) -> tuple[TimeFacts, ...]:
    """What each timescale of `new` was read as, which is what it was read as in `old`.

    Where words were taken down in several, nothing tells these apart any more. If they were read differently, no
    reading is given rather than that of another.
    """
    held = {item.timescale: item for item in facts.times}
    found: dict[Timescale, TimeFacts] = {}
    for was, now in zip(each_timescale(old), each_timescale(new), strict=True):
        kept = replace(held[was], timescale=now, reading=_reading(held[was].reading, now))
        found[now] = kept if found.get(now, kept) == kept else _unread(now)
    return tuple(found.values())


def _unread(timescale: Timescale) -> TimeFacts:
    words = timescale.read_as or timescale.words
    return TimeFacts(timescale, Reading(words, doubt="unread", why=words, do=words))


def _reading(held: Reading, timescale: Timescale) -> Reading:
    """The reading less the words, where they were taken down: why they were not read may quote them."""
    words = timescale.read_as or timescale.words
    if words == held.words:
        return held
    return replace(held, words=words, why=words if held.why else "", do=words if held.do else "")

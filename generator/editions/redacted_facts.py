"""What was worked out of a plan on a day, carried over to the same plan with one text of it taken down.

Nothing is worked out anew, for today's rules may be others: only texts that were copied from the plan are exchanged.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from generator.plan.field_types import Missing
from generator.plan.model import PublicPlan, Status, Timescale
from generator.status import Facts, Hold, Tally, TimeFacts, each_thing, each_timescale, statuses
from generator.timescale import Reading


def facts_after_redaction(facts: Facts, old: PublicPlan, new: PublicPlan) -> Facts:
    """`facts`, which were worked out of `old`, with the texts of `new`, which differs from it in texts alone."""
    pairs = zip(each_thing(old), each_thing(new), strict=True)
    reasons = {
        now.id: (was.status, now.status)
        for was, now in pairs
        if isinstance(was.status, Missing) and isinstance(now.status, Missing) and was.status != now.status
    }
    legend = {status.id: status for status in statuses(new)}
    found: Facts = _with_legend(replace(facts, times=()), legend)
    standings = dict(found.standings)
    for name, (was, now) in reasons.items():
        if standings[name].declared == was:
            standings[name] = replace(standings[name], declared=now)
    return replace(
        found,
        standings=standings,
        times=_times(facts, old, new),
        counts={
            level: {place: _tallies(held, dict(reasons.values())) for place, held in places.items()}
            for level, places in found.counts.items()
        },
    )


def _with_legend(value: Any, legend: Mapping[str, Status]) -> Any:
    """`value` with each rating in it as the `legend` words it."""
    if isinstance(value, Status):
        return legend.get(value.id, value)
    if isinstance(value, Mapping):
        return {key: _with_legend(item, legend) for key, item in value.items()}
    if isinstance(value, tuple):
        return tuple(_with_legend(item, legend) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        held = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{name: _with_legend(item, legend) for name, item in held.items()})
    return value


def _tallies(held: tuple[Tally, ...], reasons: Mapping[Missing, Missing]) -> tuple[Tally, ...]:
    """The same counts. Things that gave the same reason stay counted together."""
    found: Counter[tuple[Status | Missing, Hold]] = Counter()
    for tally in held:
        status = reasons.get(tally.status, tally.status) if isinstance(tally.status, Missing) else tally.status
        found[status, tally.hold] += tally.count
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

"""All that is worked out of a plan as at a day. An edition keeps it, so that its pages never change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.plan.model import PublicPlan, Timescale
from generator.plan.vocabulary import LEVELS, Level
from generator.plan.walk import walk_plan
from generator.status.counts import RollUp, Tally, counts, roll_up
from generator.status.days import next_update
from generator.status.occurrences import Duty, duties
from generator.status.standing import Standing, stand
from generator.status.times import reading_of
from generator.timescale import Reading


@dataclass(frozen=True, slots=True)
class TimeFacts:
    """How one timescale of the plan was read, and each time that it has fallen due, if it comes again."""

    timescale: Timescale
    reading: Reading
    duties: tuple[Duty, ...] = ()


@dataclass(frozen=True)
class Facts:
    """What was worked out of a plan as at a day.

    `standings` holds each outcome and action by its id, `times` each timescale that differs from the others. `counts`
    leads from a level, and then "" for the whole plan or the id of an outcome, to how many have each rating; `rolled`
    from an outcome to the worst rating below it. `expected` is the day by which the next update was expected.
    """

    as_at: date
    standings: Mapping[str, Standing]
    times: tuple[TimeFacts, ...] = ()
    counts: Mapping[str, Mapping[str, tuple[Tally, ...]]] = field(default_factory=dict)
    rolled: Mapping[str, RollUp] = field(default_factory=dict)
    expected: date | None = None


def facts_of(plan: PublicPlan, on: date) -> Facts:
    """What is worked out of `plan` as at the day `on`."""
    standings = stand(plan, on)
    different = dict.fromkeys(each_timescale(plan))
    rolled = {outcome.id: roll_up(plan, outcome, standings) for outcome in plan.outcomes}
    return Facts(
        as_at=on,
        standings=standings,
        times=tuple(TimeFacts(item, reading_of(plan, item), duties(plan, item, on)) for item in different),
        counts={level: found for level in LEVELS if (found := _counts(plan, level, standings))},
        rolled={name: found for name, found in rolled.items() if found},
        expected=next_update(plan),
    )


def each_timescale(plan: PublicPlan) -> Iterator[Timescale]:
    """Every timescale of the plan: of outcomes and actions, and of what their measures should reach."""
    return (node.value for node in walk_plan(plan) if isinstance(node.value, Timescale))


def _counts(plan: PublicPlan, level: Level, standings: Mapping[str, Standing]) -> Mapping[str, tuple[Tally, ...]]:
    whole = {"": counts(plan, level, plan.outcomes, standings)}
    each = {outcome.id: counts(plan, level, (outcome,), standings) for outcome in plan.outcomes}
    return {place: found for place, found in {**whole, **each}.items() if found}

"""How many things have each rating, and what an outcome's rating would be by the plan's rule of rolling up."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from generator.plan.field_types import Missing
from generator.plan.model import Outcome, PublicPlan, Status
from generator.plan.vocabulary import Level, Look, Tone
from generator.status.scheme import each_action, is_rated, rating_order, statuses, sub_actions, tone
from generator.status.standing import Hold, Standing

# From worst to best among ratings that are known; what is not known comes before what is well.
WORST_FIRST: tuple[Tone, ...] = ("off-track", "at-risk", "paused", "not-started", "on-track", "complete")
HOLDS: tuple[Hold, ...] = ("holds", "lapsed", "unknown")
GOOD: tuple[Tone, ...] = ("not-started", "on-track", "complete")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things have one rating. Those that no longer hold, or are not known, are counted apart."""

    status: Status | Missing
    hold: Hold
    count: int

    @property
    def look(self) -> Look:
        return tone(self.status) if self.hold == "holds" else self.hold


def counts(
    plan: PublicPlan, level: Level, outcomes: tuple[Outcome, ...], standings: Mapping[str, Standing]
) -> tuple[Tally, ...]:
    """How many things of `level` have each rating, in the legend's order, then the missing ones; none of them 0."""
    things = (standings[thing.id] for outcome in outcomes for thing in (outcome, *each_action(outcome.actions)))
    at_level = (standing for standing in things if standing.level == level and is_rated(plan, level))
    found = Counter((standing.status, standing.hold) for standing in at_level)
    missing = dict.fromkeys(status for status, _ in found if isinstance(status, Missing))
    order: tuple[Status | Missing, ...] = (*statuses(plan), *missing)
    return tuple(Tally(status, hold, found[status, hold]) for status in order for hold in HOLDS if found[status, hold])


@dataclass(frozen=True, slots=True)
class RollUp:
    """The worst rating below an outcome; none where what is known is well and `unknown` things are not known."""

    status: Status | None
    unknown: int
    of: int


def roll_up(plan: PublicPlan, outcome: Outcome, standings: Mapping[str, Standing]) -> RollUp | None:
    """What is worked out for `outcome` from the rated things below it; None where the plan rolls nothing up.

    A rating that has lapsed, is withheld or is missing is not known. Nothing is called well while any is not known.
    """
    if not plan.status_scheme or plan.status_scheme.roll_up != "worst":
        return None
    below = [standings[action.id] for action in (*outcome.actions, *sub_actions(outcome.actions))]
    below = [standing for standing in below if standing.level in plan.rated]
    known = [standing.status for standing in below if _is_known(standing)]
    unknown = len(below) - len(known)
    worst = min((status for status in known if isinstance(status, Status)), key=partial(badness, plan), default=None)
    is_hidden = unknown > 0 and (worst is None or worst.tone in GOOD)
    return RollUp(None if is_hidden else worst, unknown, len(below)) if below else None


def _is_known(standing: Standing) -> bool:
    return standing.lapse is None and isinstance(standing.status, Status) and standing.status.tone in WORST_FIRST


def badness(plan: PublicPlan, status: Status) -> tuple[int, int]:
    """Sorts known ratings from the worst to the best: by the tone, and within a tone by the order of the legend."""
    order = rating_order(plan.status_scheme)
    place = order.index(status.id) if status.id in order else -1
    return (WORST_FIRST.index(status.tone) if status.tone in WORST_FIRST else -1, place)

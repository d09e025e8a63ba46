"""Ratings: what a declared status says, how many things have each, and on which days a page can change."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.public import Action, Missing, Outcome, PublicPlan, Status, Timescale
from generator.timescale import Reading, read
from generator.vocabulary import Level, Tone

Declared = str | Missing | None

# What a missing rating looks like. Only "withheld" is told apart by its tone; the words tell the rest.
MISSING_TONES: dict[str, Tone] = {"withheld": "withheld", "suppressed": "withheld"}


@dataclass(frozen=True, slots=True)
class Rated:
    """One outcome or action that the plan rates, and what it declares."""

    level: Level
    thing: Outcome | Action


def statuses(plan: PublicPlan) -> tuple[Status, ...]:
    """The plan's legend in its order; empty where it has none."""
    return plan.status_scheme.statuses if plan.status_scheme else ()


def declared(plan: PublicPlan, status: Declared) -> Status | Missing:
    """The status of the legend that `status` names, or why there is none."""
    if isinstance(status, str):
        return next(entry for entry in statuses(plan) if entry.id == status)
    return status or Missing(missing="not-yet-rated")


def tone(status: Status | Missing) -> Tone:
    """The tone that decides colour, border and shape."""
    return MISSING_TONES.get(status.missing, "not-rated") if isinstance(status, Missing) else status.tone


def is_rated(plan: PublicPlan, level: Level) -> bool:
    """Whether things of `level` carry a rating. Those that do not are never called "not yet rated"."""
    return level in plan.rated


def each_action(actions: tuple[Action, ...]) -> Iterator[Action]:
    """`actions` and all below them, each before its sub-actions."""
    for action in actions:
        yield action
        yield from each_action(action.sub_actions)


def sub_actions(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """All actions below `actions`, at any depth."""
    return tuple(sub for action in actions for sub in each_action(action.sub_actions))


def rated(plan: PublicPlan, outcomes: tuple[Outcome, ...]) -> tuple[Rated, ...]:
    """Everything among `outcomes` that the plan rates."""
    found: list[Rated] = []
    for outcome in outcomes:
        found += [Rated("outcomes", outcome)]
        found += [Rated("actions", action) for action in outcome.actions]
        found += [Rated("sub-actions", action) for action in sub_actions(outcome.actions)]
    return tuple(entry for entry in found if is_rated(plan, entry.level))


def counts(plan: PublicPlan, level: Level, outcomes: tuple[Outcome, ...]) -> tuple[tuple[Status | Missing, int], ...]:
    """How many things of `level` have each rating, in the legend's order, then the missing ones; none of them 0."""
    things = [entry.thing for entry in rated(plan, outcomes) if entry.level == level]
    found: Counter[Status | Missing] = Counter(declared(plan, thing.status) for thing in things)
    order: list[Status | Missing] = [*statuses(plan), *(status for status in found if isinstance(status, Missing))]
    return tuple((status, found[status]) for status in order if found[status])


def readings(timescale: Timescale) -> Reading:
    """How a timescale is read: by the words that were meant, where the printed ones are a slip."""
    return read(timescale.read_as or timescale.words)


def timescales(thing: Outcome | Action) -> tuple[Timescale, ...]:
    """The timescales of `thing`; none where it is said why there are none."""
    return () if isinstance(thing.timescales, Missing) else thing.timescales


def boundaries(plan: PublicPlan) -> tuple[date, ...]:
    """Every day on which anything on any page of the plan changes: the day after a stated period ends."""
    things: list[Outcome | Action] = [*plan.outcomes]
    things += [action for outcome in plan.outcomes for action in each_action(outcome.actions)]
    ends = {readings(timescale).end for thing in things for timescale in timescales(thing)}
    return tuple(sorted(end + timedelta(days=1) for end in ends if end))


def as_at(plan: PublicPlan, today: date) -> date | None:
    """The day that the plan's pages speak of, or None where no day is stated and none has come.

    A closed plan's pages stay as at its own day for good. Another's move on only when something on them changes.
    """
    if plan.closed:
        return plan.closed.as_at
    stated = [plan.as_at] if plan.as_at else []
    return max((day for day in (*stated, *boundaries(plan)) if day <= today), default=None)

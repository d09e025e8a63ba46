"""The plan's own legend, what each outcome and action declares, and which of them the plan rates."""

from collections.abc import Iterator

from generator.plan.field_types import Missing
from generator.plan.model import Action, Outcome, PublicPlan, Status, StatusScheme
from generator.plan.vocabulary import Level, Tone

Declared = str | Missing | None
Thing = Outcome | Action
# The actions that something is a part of, from the top.
Above = tuple[Action, ...]

# The tones that can be compared, from the worst to the best. Work that is paused or not started, and a rating that is
# withheld or not given, is neither better nor worse than these.
TONE_ORDER: tuple[Tone, ...] = ("off-track", "at-risk", "on-track", "complete")
# What a missing rating looks like. Only "withheld" is told apart by its tone; the words tell the rest.
MISSING_TONES: dict[str, Tone] = {"withheld": "withheld", "suppressed": "withheld"}


def statuses(plan: PublicPlan) -> tuple[Status, ...]:
    """The plan's legend in its order; empty where it has none."""
    return plan.status_scheme.statuses if plan.status_scheme else ()


def comparable(scheme: StatusScheme) -> tuple[Status, ...]:
    """The ratings of the legend that can be better or worse by their tones, in its order."""
    return tuple(status for status in scheme.statuses if status.tone in TONE_ORDER)


def rating_order(scheme: StatusScheme | None) -> tuple[str, ...]:
    """The ids of the ratings that can be compared, from the worst to the best; none where the legend has no order.

    The plan's own `scale` decides. Without it the order of the legend does, where its tones rise or fall along it.
    """
    if scheme is None or scheme.scale:
        return scheme.scale if scheme else ()
    found = comparable(scheme)
    ranks = [TONE_ORDER.index(status.tone) for status in found]
    if len(set(ranks)) < 2 or ranks not in (sorted(ranks), sorted(ranks, reverse=True)):
        return ()
    order = tuple(status.id for status in found)
    return order if ranks[0] < ranks[-1] else order[::-1]


def status_named(plan: PublicPlan, status: str) -> Status:
    """The status of the legend with the id `status`."""
    return next(entry for entry in statuses(plan) if entry.id == status)


def declared(plan: PublicPlan, status: Declared) -> Status | Missing:
    """The status of the legend that `status` names, or why there is none."""
    if isinstance(status, str):
        return status_named(plan, status)
    return status or Missing(missing="not-yet-rated")


def tone(status: Status | Missing) -> Tone:
    """The tone that decides colour, border and shape."""
    return MISSING_TONES.get(status.missing, "not-rated") if isinstance(status, Missing) else status.tone


def is_withheld(status: Declared) -> bool:
    """Whether there is a rating that must not be known."""
    return isinstance(status, Missing) and status.missing in MISSING_TONES


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


def each_thing(plan: PublicPlan) -> Iterator[Thing]:
    """Every outcome and action of the plan, each outcome before its actions."""
    for outcome in plan.outcomes:
        yield outcome
        yield from each_action(outcome.actions)


def each_level(plan: PublicPlan) -> Iterator[tuple[Thing, Level, Above]]:
    """Every outcome and action, its level, and the actions that it is a part of."""
    for outcome in plan.outcomes:
        yield outcome, "outcomes", ()
        yield from _levels_below(outcome.actions, "actions", ())


def _levels_below(actions: tuple[Action, ...], level: Level, above: Above) -> Iterator[tuple[Thing, Level, Above]]:
    for action in actions:
        yield action, level, above
        yield from _levels_below(action.sub_actions, "sub-actions", (*above, action))


def rated(plan: PublicPlan) -> Iterator[Thing]:
    """Every outcome and action that the plan rates."""
    return (thing for thing, level, _ in each_level(plan) if is_rated(plan, level))

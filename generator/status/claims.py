"""Claims that all is well: green, complete or 100%, and whether the plan names what stands behind them."""

from collections.abc import Iterator, Mapping

from generator.public import Action, Outcome, PublicPlan, Status
from generator.status.reviews import LAPSING
from generator.status.scheme import Thing, each_thing, statuses
from generator.status.standing import Standing


def makes_claims(plan: PublicPlan) -> bool:
    """Whether anything of the plan may be called green or complete, on whatever day."""
    good = {status.id for status in statuses(plan) if status.tone in LAPSING}
    has_rule = plan.status_scheme is not None and plan.status_scheme.computed is not None
    things = tuple(each_thing(plan))
    return (has_rule and bool(things)) or any(thing.status in good or _is_at_100(thing) for thing in things)


def bare_claims(plan: PublicPlan, standings: Mapping[str, Standing]) -> tuple[Thing, ...]:
    """What is called green or complete, or stands at 100%, and has nothing behind it, in the order of the plan.

    Evidence counts for all that is below the thing that names it. So does a review that found enough, and a note that
    is marked as evidence, for the thing itself.
    """
    return tuple(
        thing for thing, has_evidence in _things(plan) if _is_claim(thing, standings[thing.id]) and not has_evidence
    )


def _is_claim(thing: Thing, standing: Standing) -> bool:
    is_good = isinstance(standing.status, Status) and standing.status.tone in LAPSING
    return is_good or _is_at_100(thing)


def _is_at_100(thing: Thing) -> bool:
    return isinstance(thing, Action) and thing.progress == 100


def _things(plan: PublicPlan) -> Iterator[tuple[Thing, bool]]:
    """Every outcome and action, and whether anything stands behind it."""
    for outcome in plan.outcomes:
        yield outcome, _has_own(outcome)
        yield from _below(outcome.actions, is_behind_all=bool(outcome.evidence))


def _below(actions: tuple[Action, ...], *, is_behind_all: bool) -> Iterator[tuple[Thing, bool]]:
    for action in actions:
        yield action, is_behind_all or _has_own(action)
        yield from _below(action.sub_actions, is_behind_all=is_behind_all or bool(action.evidence))


def _has_own(thing: Outcome | Action) -> bool:
    reviews = thing.review.reviews if thing.review else ()
    was_looked_at = any(review.evidence and review.result != "not-enough-evidence" for review in reviews)
    return bool(thing.evidence) or was_looked_at or any(note.kind == "evidence" for note in thing.notes)

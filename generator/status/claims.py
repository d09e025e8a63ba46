"""Claims that all is well: green, complete or 100%, and whether the plan names what stands behind them."""

from collections.abc import Mapping
from typing import Literal

from generator.plan.model import Action, Outcome, PublicPlan, Status
from generator.plan.walk import walk_plan
from generator.status.reviews import LAPSING
from generator.status.scheme import Thing, each_thing, statuses
from generator.status.standing import Standing

Backing = Literal["evidence", "note", ""]


def makes_claims(plan: PublicPlan) -> bool:
    """Whether anything of the plan may be called green or complete, on whatever day."""
    good = {status.id for status in statuses(plan) if status.tone in LAPSING}
    has_rule = plan.status_scheme is not None and plan.status_scheme.computed is not None
    things = tuple(each_thing(plan))
    return (has_rule and bool(things)) or any(thing.status in good or _is_at_100(thing) for thing in things)


def claims(plan: PublicPlan, standings: Mapping[str, Standing]) -> tuple[tuple[Thing, Backing], ...]:
    """Everything that is rated green or complete, or is at 100%, and its backing, in the order of the plan."""
    behind = backings(plan)
    return tuple((thing, behind[thing.id]) for thing in each_thing(plan) if _is_claim(thing, standings[thing.id]))


def _is_claim(thing: Thing, standing: Standing) -> bool:
    is_good = isinstance(standing.status, Status) and standing.status.tone in LAPSING
    return is_good or _is_at_100(thing)


def _is_at_100(thing: Thing) -> bool:
    return isinstance(thing, Action) and thing.progress == 100


def backings(plan: PublicPlan) -> Mapping[str, Backing]:
    """What stands behind every outcome and action, by its id.

    Evidence counts for all that is below the thing that names it. So does a review that looked at evidence and found
    enough, and a note that is marked as evidence, for the thing itself.
    """
    return {
        node.value.id: "evidence" if any(_names_evidence(value) for value, _ in node.above) else _own(node.value)
        for node in walk_plan(plan)
        if isinstance(node.value, Outcome | Action)
    }


def _names_evidence(value: object) -> bool:
    return isinstance(value, Outcome | Action) and bool(value.evidence)


def _own(thing: Thing) -> Backing:
    reviews = thing.review.reviews if thing.review else ()
    was_looked_at = any(review.evidence and review.result != "not-enough-evidence" for review in reviews)
    if thing.evidence or was_looked_at:
        return "evidence"
    return "note" if any(note.kind == "evidence" for note in thing.notes) else ""

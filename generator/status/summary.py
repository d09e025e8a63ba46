"""A summary that the source prints, and the same figures counted in the actions."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from generator.plan.model import PrintedSummary, PublicPlan, Status
from generator.status.standing import stand


def summary_counts(plan: PublicPlan, summary: PrintedSummary, on: date) -> Mapping[tuple[str, str], int] | None:
    """How many actions of each outcome have each status, by the ids of both; None where the plan rates no actions.

    As at the day that the summary speaks of, else the day `on`. What is not there is 0.
    """
    if "actions" not in plan.rated:
        return None
    standings = stand(plan, summary.as_at or on)
    found: Counter[tuple[str, str]] = Counter()
    for outcome in plan.outcomes:
        for action in outcome.actions:
            status = standings[action.id].status
            if isinstance(status, Status):
                found[outcome.id, status.id] += 1
    return found

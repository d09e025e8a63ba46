"""How often a thing is done can be read, where dates are worked out from it."""

from collections.abc import Iterator

from generator import problems
from generator.checks.context import PlanContext
from generator.errors import Problem
from generator.plan.model import PublicPlan, ReviewRule, StatusScheme
from generator.timescale.interval import read_interval

INTERVALS: tuple[tuple[type[PublicPlan] | type[StatusScheme] | type[ReviewRule], str], ...] = (
    (PublicPlan, "update_every"),
    (StatusScheme, "review_every"),
    (ReviewRule, "every"),
)


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every interval that was not read."""
    for kind, key in INTERVALS:
        for node, holder in context.of(kind):
            words = getattr(holder, key)
            if words and not read_interval(words):
                yield context.problem(problems.UPDATE_UNREAD, node, key, value=words)

"""Ratings that say all is well, and that nobody has looked at, or not in time."""

from collections.abc import Iterator

from generator import problems
from generator.checks.context import PlanContext
from generator.checks.days import in_words
from generator.errors import Problem
from generator.plan.model import Status
from generator.status import newest_review, review_interval


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every rating that lapses and was never looked at, and every one that has lapsed as at the plan's own day."""
    for node, thing in context.things:
        standing = context.standings[thing.id]
        interval = review_interval(context.plan, thing)
        lapses = standing.lapse or standing.lapses_on
        if lapses and interval and newest_review(thing) is None:
            yield context.problem(problems.REVIEW_NEVER, node, "status")
        elif standing.lapse and standing.lapse.why == "overdue":
            yield context.problem(problems.REVIEW_OVERDUE, node, "status", day=in_words(standing.lapse.since))
        elif standing.lapse and isinstance(standing.status, Status):
            day, label = in_words(standing.lapse.since), standing.status.label
            yield context.problem(problems.REVIEW_UNPROVEN, node, "status", day=day, label=label)

"""Ratings that say all is well, and that nobody has looked at, or not in time."""

from collections.abc import Iterator

from generator import problems
from generator.checks.days import in_words
from generator.checks.walk import Walk
from generator.errors import Problem
from generator.plan.model import Status
from generator.status import newest_review, review_interval


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Every rating that lapses and was never looked at, and every one that has lapsed as at the plan's own day."""
    for step, thing in walk.things:
        standing = walk.standings[thing.id]
        interval = review_interval(walk.plan, thing)
        lapses = standing.lapse or standing.lapses_on
        if lapses and interval and newest_review(thing) is None:
            yield walk.problem(problems.REVIEW_NEVER, step, "status")
        elif standing.lapse and standing.lapse.why == "overdue":
            yield walk.problem(problems.REVIEW_OVERDUE, step, "status", day=in_words(standing.lapse.since))
        elif standing.lapse and isinstance(standing.status, Status):
            day, label = in_words(standing.lapse.since), standing.status.label
            yield walk.problem(problems.REVIEW_UNPROVEN, step, "status", day=day, label=label)

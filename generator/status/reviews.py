"""Green and complete hold only while somebody looks at the evidence: reviews, and the day on which a rating lapses."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.interval import Interval, due_after, read_interval
from generator.public import Missing, PublicPlan, Review, Status
from generator.status.scheme import Thing

LAPSING = ("on-track", "complete")


@dataclass(frozen=True, slots=True)
class Lapse:
    """A rating does not hold since a day: its review is overdue, or a review found not enough evidence."""

    since: date
    why: Literal["overdue", "not-enough-evidence"]


def review_interval(plan: PublicPlan, thing: Thing) -> Interval | None:
    """How often the rating of `thing` must be looked at; None where that is not said, or cannot be read."""
    own = thing.review.every if thing.review else None
    words = own or (plan.status_scheme.review_every if plan.status_scheme else None)
    return read_interval(words) if words else None


def newest_review(thing: Thing) -> Review | None:
    """The last review that was held."""
    reviews = thing.review.reviews if thing.review else ()
    return max(reviews, key=lambda review: review.date, default=None)


def lapse(plan: PublicPlan, thing: Thing, status: Status | Missing) -> Lapse | None:
    """From when the rating `status` of `thing` does not hold unless it is looked at again; None where it never lapses.

    Without any review the time counts from the day that `review.since` names, the plan's start, or the plan's own day.
    """
    if isinstance(status, Missing) or status.tone not in LAPSING:
        return None
    newest = newest_review(thing)
    if newest and newest.result == "not-enough-evidence":
        return Lapse(newest.date, "not-enough-evidence")
    by = newest.next_due if newest else None
    by = by or _next_due(plan, thing, newest)
    return Lapse(by + timedelta(days=1), "overdue") if by else None


def _next_due(plan: PublicPlan, thing: Thing, newest: Review | None) -> date | None:
    interval = review_interval(plan, thing)
    since = thing.review.since if thing.review else None
    start = (newest.date if newest else None) or since or (plan.period.start if plan.period else None) or plan.as_at
    return due_after(start, interval) if interval and start else None

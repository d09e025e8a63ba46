"""Green and complete hold only while somebody looks at the evidence: reviews, and the day on which a rating lapses."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.plan.field_types import Missing
from generator.plan.model import Action, PublicPlan, Review, ReviewRule, Status
from generator.status.scheme import Thing
from generator.status.times import newest
from generator.timescale.interval import Interval, due_after, read_interval

LAPSING = ("on-track", "complete")


@dataclass(frozen=True, slots=True)
class Lapse:
    """A rating does not hold since a day: its review is overdue, or a review found not enough evidence."""

    since: date
    why: Literal["overdue", "not-enough-evidence"]


def review_interval(plan: PublicPlan, thing: Thing) -> Interval | None:
    """How often the rating of `thing` must be looked at; None where that is not said, or cannot be read."""
    words = review_words(plan, thing.review)
    return read_interval(words) if words else None


def review_words(plan: PublicPlan, rule: ReviewRule | None) -> str | None:
    """How often a thing with this rule for reviews must be looked at, by the rule or else by the legend."""
    own = rule.every if rule else None
    return own or (plan.status_scheme.review_every if plan.status_scheme else None)


def newest_review(thing: Thing) -> Review | None:
    """The last review that was held."""
    return newest(thing.review.reviews) if thing.review else None


def lapse(plan: PublicPlan, thing: Thing, status: Status | Missing) -> Lapse | None:
    """From when the rating `status` of `thing` does not hold unless it is looked at again; None where it never lapses.

    Without any review the time counts from the day that `review.since` names, or from the last day that tells of the
    rating: no rating is overdue for review before it was published.
    """
    if isinstance(status, Missing) or status.tone not in LAPSING:
        return None
    last = newest_review(thing)
    if last and last.result == "not-enough-evidence":
        return Lapse(last.date, "not-enough-evidence")
    by = last.next_due if last else None
    by = by or _next_due(plan, thing, last)
    return Lapse(by + timedelta(days=1), "overdue") if by else None


def _next_due(plan: PublicPlan, thing: Thing, last: Review | None) -> date | None:
    interval = review_interval(plan, thing)
    since = thing.review.since if thing.review else None
    start = (last.date if last else None) or since or max(_days_that_tell(plan, thing), default=None)
    return due_after(start, interval) if interval and start else None


def _days_that_tell(plan: PublicPlan, thing: Thing) -> Iterator[date]:
    """The plan's start, the day of its facts, and the days of closings and of evidence."""
    if plan.period:
        yield plan.period.start
    if plan.as_at:
        yield plan.as_at
    yield from (note.date for note in thing.notes if note.date and note.kind == "evidence")
    if isinstance(thing, Action):
        yield from (closure.date for closure in thing.closures)

"""A status worked out by the plan's rule: 100% is complete, past due, due within the window, else in time."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.plan.model import Action, PublicPlan, Status
from generator.status.scheme import Thing, is_withheld, status_named
from generator.status.times import due, noted_since, published_since

Reason = Literal["complete", "past-due", "due-soon", "in-time", "no-progress", "no-date", "no-news"]


@dataclass(frozen=True, slots=True)
class Computed:
    """What the rule gives, and why; no status where it cannot be worked out.

    That is so too once the date has passed and nothing was published since: the progress is of before the date.
    """

    status: Status | None
    reason: Reason
    due: date | None = None


def computed(plan: PublicPlan, thing: Thing, on: date) -> Computed | None:
    """The status of `thing` by the plan's rule as at the day `on`; None where the plan has no rule for it.

    What is withheld is not worked out either: that would give it away.
    """
    rule = plan.status_scheme.computed if plan.status_scheme else None
    if rule is None or not isinstance(thing, Action) or is_withheld(thing.status):
        return None
    if not isinstance(thing.progress, int):
        return Computed(None, "no-progress")
    by = due(plan, thing)
    if thing.progress == 100:
        return Computed(status_named(plan, rule.complete), "complete", by)
    if by is None:
        return Computed(None, "no-date")
    if by < on and not (noted_since(thing, by) or published_since(plan, by)):
        return Computed(None, "no-news", by)
    if by < on:
        return Computed(status_named(plan, rule.past_due), "past-due", by)
    if by <= last_day_soon(on, rule.window_days):
        return Computed(status_named(plan, rule.due_soon), "due-soon", by)
    return Computed(status_named(plan, rule.in_time), "in-time", by)


def last_day_soon(on: date, window_days: int) -> date:
    """The last day that is soon, seen from `on`. A window as long as the calendar has no other end."""
    return on + timedelta(days=min(window_days, (date.max - on).days))


def first_day_soon(plan: PublicPlan, thing: Thing) -> date | None:
    """The day on which `thing` starts to be due soon; None where the plan has no rule, or it no date."""
    rule = plan.status_scheme.computed if plan.status_scheme else None
    by = due(plan, thing)
    if rule is None or by is None:
        return None
    return by - timedelta(days=min(rule.window_days, (by - date.min).days))

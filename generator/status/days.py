"""The days on which a plan's pages change, the day that they speak of, and when the plan is next to be updated."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.interval import due_after, read_interval
from generator.public import PublicPlan, Report
from generator.status.computed import first_day_soon
from generator.status.duties import Duty, duties, report_duties
from generator.status.reviews import lapse
from generator.status.scheme import Thing
from generator.status.standing import each_level, standing_of
from generator.status.times import ends, timescales
from generator.vocabulary import Level

ONE_DAY = timedelta(days=1)


def as_at(plan: PublicPlan, today: date) -> date | None:
    """The day that the plan's pages speak of, or None where no day is stated and none has come.

    A closed plan's pages stay as at its own day for good. Another's move on only when something on them changes.
    """
    if plan.closed:
        return plan.closed.as_at
    stated = [plan.as_at] if plan.as_at else []
    return max((day for day in (*stated, *boundaries(plan)) if day <= today), default=None)


def next_update(plan: PublicPlan) -> date | None:
    """By when the next update is expected; None where that cannot be told, and for a plan that is closed."""
    interval = read_interval(plan.update_every) if plan.update_every else None
    if plan.closed or interval is None or plan.as_at is None:
        return None
    return due_after(plan.as_at, interval)


def boundaries(plan: PublicPlan) -> tuple[date, ...]:
    """Every day on which anything on any page of the plan changes; none for a plan that is closed."""
    if plan.closed:
        return ()
    expected = next_update(plan)
    found = {expected + ONE_DAY} if expected else set()
    for thing, level, done in each_level(plan):
        found |= set(_changes(plan, thing, level, done=done))
    for report in plan.reports:
        found |= set(_report_changes(plan, report))
    return tuple(sorted(found))


def _changes(plan: PublicPlan, thing: Thing, level: Level, *, done: bool) -> Iterator[date]:
    """The days on which what is said of `thing` is another than on the day before."""

    def facts(on: date) -> tuple[object, ...]:
        return moving_facts(plan, thing, level, on, done=done)

    for day in _days_that_may_matter(plan, thing, level, done=done):
        if date.min < day and facts(day) != facts(day - ONE_DAY):
            yield day


def moving_facts(plan: PublicPlan, thing: Thing, level: Level, on: date, *, done: bool) -> tuple[object, ...]:
    """All that pages say of `thing` as at the day `on` that may be another as at another day."""
    passed = () if done else tuple(end for end in ends(plan, thing) if end < on)
    return standing_of(plan, thing, level, on, done=done), passed, tuple(_duties(plan, thing, on))


def _days_that_may_matter(plan: PublicPlan, thing: Thing, level: Level, *, done: bool) -> set[date]:
    found = {end + ONE_DAY for end in ends(plan, thing) if end < date.max}
    if soon := first_day_soon(plan, thing):
        found.add(soon)
    found |= {duty.due + ONE_DAY for duty in _duties(plan, thing, date.max)}
    # A status that the plan's rule gives changes with the days above, and so does when it lapses.
    statuses = {standing_of(plan, thing, level, day, done=done).status for day in {date.min, *found}}
    return found | {lapsing.since for status in statuses if (lapsing := lapse(plan, thing, status))}


def _report_changes(plan: PublicPlan, report: Report) -> Iterator[date]:
    """The days on which what is said of a report that comes again is another than on the day before."""
    for day in (duty.due + ONE_DAY for duty in report_duties(plan, report, date.max)):
        if report_duties(plan, report, day) != report_duties(plan, report, day - ONE_DAY):
            yield day


def _duties(plan: PublicPlan, thing: Thing, on: date) -> Iterator[Duty]:
    for timescale in timescales(thing):
        yield from duties(plan, timescale, on)

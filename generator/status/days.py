"""The days on which a plan's pages change, the day that they speak of, and when the plan is next to be updated."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from generator.plan.model import PublicPlan, Report
from generator.plan.vocabulary import Level
from generator.status.computed import first_day_soon
from generator.status.occurrences import Duty, duties, occurrence_state, report_duties
from generator.status.periods import due_group, first_day_near
from generator.status.reviews import lapse
from generator.status.scheme import Above, Thing, each_level
from generator.status.standing import standing_of
from generator.status.times import ends, known_due, timescales
from generator.timescale import read
from generator.timescale.interval import due_after, read_interval

ONE_DAY = timedelta(days=1)


def as_at(plan: PublicPlan, today: date, published: date | None = None) -> date | None:
    """The day that the plan's pages speak of, or None where no day is stated and none has come.

    A closed plan's pages stay as at its own day for good. Another's move on only when something on them changes: from
    the day on which it was `published`, if it was.
    """
    if plan.closed:
        return plan.closed.as_at
    stated = [day for day in (plan.as_at, published) if day]
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
    for thing, level, above in each_level(plan):
        found |= set(_changes(plan, thing, level, above))
        found |= set(_duty_changes(plan, thing))
    for report in plan.reports:
        found |= set(_ends_of_unknown(report_duties(plan, report, date.max)))
        found |= set(_days_after_times(plan, report))
    return tuple(sorted(found))


def _changes(plan: PublicPlan, thing: Thing, level: Level, above: Above) -> Iterator[date]:
    """The days on which pages change what they say of `thing`."""
    for day in _days_that_may_matter(plan, thing, level, above) - {date.min}:
        before, now = (moving_facts(plan, thing, level, on, above) for on in (day - ONE_DAY, day))
        if before != now:
            yield day


def moving_facts(plan: PublicPlan, thing: Thing, level: Level, on: date, above: Above) -> tuple[object, ...]:
    """All that pages say of `thing` as at the day `on` that may change with the day, but for its duties."""
    standing = standing_of(plan, thing, level, on, above)
    passed = () if standing.is_settled else tuple(end for end in ends(plan, thing) if end < on)
    return standing, due_group(plan, thing, standing, on), passed


def _days_that_may_matter(plan: PublicPlan, thing: Thing, level: Level, above: Above) -> set[date]:
    found = {end + ONE_DAY for end in ends(plan, thing) if end < date.max}
    if soon := first_day_soon(plan, thing):
        found.add(soon)
    if by := known_due(plan, thing):
        found.add(first_day_near(by))
    # A status that the plan's rule gives changes with the days above, and so does when it lapses.
    statuses = {standing_of(plan, thing, level, day, above).status for day in {date.min, *found}}
    return found | {lapsing.since for status in statuses if (lapsing := lapse(plan, thing, status))}


def _duty_changes(plan: PublicPlan, thing: Thing) -> Iterator[date]:
    for timescale in timescales(thing):
        yield from _ends_of_unknown(duties(plan, timescale, date.max))


def _days_after_times(plan: PublicPlan, report: Report) -> Iterator[date]:
    """The day after each on which a report fell due of which nothing is recorded."""
    for occurrence in report.occurrences:
        due = read(occurrence.due).end if occurrence.due else None
        if due and occurrence_state(plan, occurrence, date.max) in ("not-said", "not-known"):
            yield due + ONE_DAY


def _ends_of_unknown(found: Iterable[Duty]) -> Iterator[date]:
    """The day after each on which a duty falls due. What was kept says the same before and after."""
    for duty in found:
        if duty.state in ("not-said", "not-known"):
            yield duty.due + ONE_DAY

"""Duties that come again: the days on which each falls due, matched to when it was kept. They are never "late"."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice, takewhile
from typing import Literal

from generator.interval import shift
from generator.public import Occurrence, PublicPlan, Report, Timescale
from generator.status.times import published_since, reading_of
from generator.timescale import Part, read

# kept-after: when it was due, and before it was due again. not-known: nothing was published since. not-said: the plan
# was published since, and names no report that would tell.
DutyState = Literal["kept", "kept-after", "missed", "not-known", "not-said", "to-come"]
# A duty without an end is worked out this far: more than any plan runs.
MOST_DUTIES = 120
LAST_DAY = date(2100, 12, 31)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Duty:
    """One time that a recurring duty falls due: by which day, and what became of it."""

    due: date
    state: DutyState
    held: date | None = None


def duties(plan: PublicPlan, timescale: Timescale, on: date) -> tuple[Duty, ...]:
    """Each time that a recurring timescale has fallen due before the day `on`, and the next after it.

    None where it is not said from when the duty counts: by `since`, in the words, or by the report that it names.
    """
    report = next((item for item in plan.reports if item.id == timescale.report), None)
    since = timescale.since or (report.since if report else None)
    return _duties(plan, reading_of(plan, timescale).parts, since, report, on)


def report_duties(plan: PublicPlan, report: Report, on: date) -> tuple[Duty, ...]:
    """The same for a report, by what it says of how often it is made."""
    return _duties(plan, read(report.how_often).parts if report.how_often else (), report.since, report, on)


def _duties(
    plan: PublicPlan, parts: Iterable[Part], since: date | None, report: Report | None, on: date
) -> tuple[Duty, ...]:
    last = plan.period.end if plan.period else LAST_DAY
    days: set[date] = set()
    starts: list[date] = []
    for part in parts:
        start = since or part.start
        if part.every and start:
            starts.append(start)
            days |= set(_due_days(part, start, min(last, part.end or last)))
    found = _matched(plan, min(starts, default=date.min), sorted(days)[:MOST_DUTIES], report, on)
    return _with_next(found)


def _due_days(part: Part, since: date, until: date) -> Iterator[date]:
    """The last day of each interval from the day `since` on, or of the month that is named, up to the day `until`."""
    days = _ends_of_month(part.month, since) if part.month else _ends_of_intervals(part, since)
    return takewhile(lambda day: day <= until, islice(days, MOST_DUTIES))


def _ends_of_intervals(part: Part, since: date) -> Iterator[date]:
    assert part.every is not None, "only a rhythm falls due again and again"
    for times in count(1):
        if since.year + part.every[0] * times > 2 * LAST_DAY.year:
            return
        yield shift(since, part.every, times) - ONE_DAY


def _ends_of_month(month: int, since: date) -> Iterator[date]:
    days = (date(year, month, monthrange(year, month)[1]) for year in range(since.year, LAST_DAY.year))
    return (day for day in days if day >= since)


def _matched(plan: PublicPlan, since: date, days: list[date], report: Report | None, on: date) -> Iterator[Duty]:
    """Each day with what became of it: as the report itself says, or by the interval in which it was made."""
    said, held = _occurrences(report)
    starts = (max(since, date.min + ONE_DAY) - ONE_DAY, *days)
    within = {day: _last(held, start, day) for start, day in zip(starts, days, strict=False)}
    free = [day for day in held if day not in within.values()]
    for day, end in zip(days, (*days[1:], date.max), strict=False):
        after = None if within[day] else _last(free, day, end)
        if day in said:
            yield _as_said(day, said[day])
        elif kept := within[day] or after:
            yield Duty(day, "kept-after" if after else "kept", kept)
        else:
            yield Duty(day, _without_report(plan, day, report, on))


def _occurrences(report: Report | None) -> tuple[Mapping[date, Occurrence], list[date]]:
    """What the report says of single due days, and the other days on which it was made. A month counts at its end."""
    said, held = {}, []
    for occurrence in report.occurrences if report else ():
        due = read(occurrence.due).end if occurrence.due else None
        made = read(occurrence.held_on).end if occurrence.held_on else None
        if due and (made or occurrence.state in ("kept", "late", "missed")):
            said[due] = occurrence
        elif made:
            held.append(made)
    return said, sorted(held)


def _as_said(day: date, occurrence: Occurrence) -> Duty:
    made = read(occurrence.held_on).end if occurrence.held_on else None
    if occurrence.state == "missed":
        return Duty(day, "missed")
    is_after = made > day if made else occurrence.state == "late"
    return Duty(day, "kept-after" if is_after else "kept", made)


def _last(held: list[date], start: date, end: date) -> date | None:
    """The last of the days `held` after `start`, up to `end`."""
    return max((day for day in held if start < day <= end), default=None)


def _without_report(plan: PublicPlan, day: date, report: Report | None, on: date) -> DutyState:
    if day >= on:
        return "to-come"
    if not published_since(plan, day):
        return "not-known"
    return "missed" if report else "not-said"


def _with_next(found: Iterator[Duty]) -> tuple[Duty, ...]:
    """`found` up to the first that is to come."""
    shown = []
    for duty in found:
        shown.append(duty)
        if duty.state == "to-come":
            break
    return tuple(shown)

"""Duties that come again: the days on which each falls due, matched to when it was kept. They are never "late"."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import merge
from itertools import count, groupby, takewhile
from typing import Literal

from generator.plan.field_types import LAST_DAY
from generator.plan.model import Occurrence, PublicPlan, Report, Timescale
from generator.status.times import published_since, reading_of
from generator.timescale import Part, read
from generator.timescale.interval import month_end, shift

# kept-after: when it was due, and before it was due again. missed: the report says so. not-known: nothing was published
# since. not-said: the plan was published since, and records nothing of it.
DutyState = Literal["kept", "kept-after", "missed", "not-known", "not-said", "to-come"]
# made: it is not said whether in time. unsaid: neither a day nor the plan tells whether it was made.
OccurrenceNow = Literal["kept", "late", "made", "missed", "to-come", "not-yet", "not-known", "not-said", "unsaid"]
# The due day before, the due day itself, the one after it, and whether it is the last of all.
DueInterval = tuple[date, date, date, bool]
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Duty:
    """One time that a recurring duty falls due: by which day, and whether it was kept."""

    due: date
    state: DutyState
    held: date | None = None


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often something falls due, from the day `since` to the day `until`."""

    part: Part
    since: date
    until: date


def duties(plan: PublicPlan, timescale: Timescale, on: date) -> tuple[Duty, ...]:
    """Each time that a recurring timescale has fallen due before the day `on`, and the next after it.

    None where it is not said from when the duty counts: by `since`, in the words, or by the report that it names.
    """
    return _with_next(_matched(plan, _intervals(rhythms(plan, timescale)), _report_of(plan, timescale), on))


def rhythms(plan: PublicPlan, timescale: Timescale) -> tuple[Rhythm, ...]:
    """How often a recurring timescale falls due, one for each rhythm; none where it is not said from when."""
    report = _report_of(plan, timescale)
    since = timescale.since or (report.since if report else None)
    return _rhythms(plan, reading_of(plan, timescale).parts, since)


def report_rhythms(plan: PublicPlan, report: Report) -> tuple[Rhythm, ...]:
    """The same for a report."""
    return _rhythms(plan, _parts(report), report.since)


def _report_of(plan: PublicPlan, timescale: Timescale) -> Report | None:
    return next((item for item in plan.reports if item.id == timescale.report), None)


def report_duties(plan: PublicPlan, report: Report, on: date) -> tuple[Duty, ...]:
    """The same for a report, by what it says of how often it is made. One that names a day falls due once, on it."""
    if comes_again(report):
        return _with_next(_matched(plan, _intervals(report_rhythms(plan, report)), report, on))
    days = sorted({part.end for part in _parts(report) if part.end})
    return _with_next(_matched(plan, _intervals_of_days(days), report, on))


def comes_again(report: Report) -> bool:
    """Whether a report is made again and again, by what it says of how often."""
    return any(part.every for part in _parts(report))


def _parts(report: Report) -> tuple[Part, ...]:
    return read(report.how_often).parts if report.how_often else ()


def occurrence_state(plan: PublicPlan, occurrence: Occurrence, on: date) -> OccurrenceNow:
    """The state of one time of a report as at the day `on`. What was still to come is not any more once it is due.

    "not-yet" is said only where it cannot be told by when the report was due.
    """
    due, made = _day(occurrence.due), _day(occurrence.held_on)
    if occurrence.state in ("kept", "late", "missed"):
        return occurrence.state
    if occurrence.held_on:
        return "made" if not (due and made) else "late" if made > due else "kept"
    if due is None:
        return "not-yet" if occurrence.state == "not-yet" else "unsaid"
    return _without_report(plan, due, on)


def _day(words: str | None) -> date | None:
    """The last day of a time of a report. A month counts at its end."""
    return read(words).end if words else None


def _rhythms(plan: PublicPlan, parts: Iterable[Part], since: date | None) -> tuple[Rhythm, ...]:
    last = plan.period.end if plan.period else LAST_DAY
    return tuple(
        Rhythm(part, start, min(last, part.end or last))
        for part in parts
        if part.every and (start := since or part.start)
    )


def due_days(rhythm: Rhythm) -> Iterator[date]:
    """Each day on which what comes again falls due, in order."""
    return takewhile(lambda day: day <= rhythm.until, _days(rhythm))


def _days(rhythm: Rhythm) -> Iterator[date]:
    """The last day of each interval from the day `since` on, or of the month that is named, without an end."""
    part, since = rhythm.part, rhythm.since
    if part.month:
        ends = (month_end(date(year, part.month, 1)) for year in count(since.year))
        return (day for day in ends if day >= since)
    assert part.every is not None, "only a rhythm falls due again and again"
    return (shift(since, part.every, times) - ONE_DAY for times in count(1))


def _matched(plan: PublicPlan, intervals: Iterable[DueInterval], report: Report | None, on: date) -> Iterator[Duty]:
    """Each day and whether the duty was kept: as the report itself says, or by the interval in which it was made."""
    said, held = _occurrences(report)
    for start, day, end, is_last in intervals:
        within, later = _between(held, start, day), _between(held, day, end)
        # The last of those within the next interval counts for that one.
        after = [] if within else later if is_last else later[:-1]
        if day in said:
            yield _as_said(day, said[day])
        elif kept := within or after:
            yield Duty(day, "kept-after" if after else "kept", kept[-1])
        else:
            yield Duty(day, _without_report(plan, day, on))


def _intervals(rhythms: tuple[Rhythm, ...]) -> Iterator[DueInterval]:
    """Each due day of what comes again, between the one before and the next.

    Before the first is the day before the duty counts. After the last is the day on which it would be due again.
    """
    before = min((rhythm.since for rhythm in rhythms), default=LAST_DAY) - ONE_DAY
    days = (day for day, _ in groupby(merge(*map(due_days, rhythms))))
    day = next(days, None)
    while day:
        following = next(days, None)
        end = following or min(next(later for later in _days(rhythm) if later > day) for rhythm in rhythms)
        yield before, day, end, following is None
        before, day = day, following


def _intervals_of_days(days: list[date]) -> Iterator[DueInterval]:
    """The same for single days, which have nothing before the first nor after the last."""
    for before, day, following in zip((date.min, *days), days, (*days[1:], None), strict=False):
        yield before, day, following or date.max, following is None


def _occurrences(report: Report | None) -> tuple[Mapping[date, Occurrence], list[date]]:
    """What the report says of single due days, and the other days on which it was made."""
    said, held = {}, []
    for occurrence in report.occurrences if report else ():
        due, made = _day(occurrence.due), _day(occurrence.held_on)
        if due and (made or occurrence.state in ("kept", "late", "missed")):
            said[due] = occurrence
        elif made:
            held.append(made)
    return said, sorted(held)


def _as_said(day: date, occurrence: Occurrence) -> Duty:
    made = _day(occurrence.held_on)
    if occurrence.state == "missed":
        return Duty(day, "missed")
    is_after = made > day if made else occurrence.state == "late"
    return Duty(day, "kept-after" if is_after else "kept", made)


def _between(held: list[date], start: date, end: date) -> list[date]:
    """The days of `held`, which are in order, after `start` and up to `end`."""
    return held[bisect_right(held, start) : bisect_right(held, end)]


def _without_report(plan: PublicPlan, day: date, on: date) -> Literal["to-come", "not-said", "not-known"]:
    if day >= on:
        return "to-come"
    return "not-said" if published_since(plan, day) else "not-known"


def _with_next(found: Iterator[Duty]) -> tuple[Duty, ...]:
    """`found` up to the first that is to come."""
    shown: list[Duty] = []
    while (not shown or shown[-1].state != "to-come") and (duty := next(found, None)):
        shown.append(duty)
    return tuple(shown)

"""When things are due, in the groups that a reader looks for: late, not known, soon, later, and the rest."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Literal, get_args

from generator.plan.field_types import Missing
from generator.plan.model import Action, PublicPlan, Report, Timescale
from generator.status.lateness import Lateness
from generator.status.scheme import Thing, each_thing
from generator.status.standing import Standing
from generator.status.times import reading_of, timescales
from generator.timescale.interval import Interval, shift

# In the order in which a reader needs them.
DueGroup = Literal["late", "not-known", "one-passed", "soon", "later", "recurring", "done", "with-above", "no-date"]
DUE_GROUPS: tuple[DueGroup, ...] = get_args(DueGroup)
PASSED: Mapping[Lateness, DueGroup] = {
    "overdue": "late",
    "open-at-end": "late",
    "no-news": "not-known",
    "not-said": "not-known",
}
# What is due within three months is soon. Of a plan that is closed nothing is: it speaks of its own day for good.
SOON: Interval = (3, "month")
ONE_DAY = timedelta(days=1)


def due_group(plan: PublicPlan, thing: Thing, standing: Standing, on: date) -> DueGroup:
    """The group in which readers look for `thing`, as at the day `on` of its `standing`."""
    if standing.is_done:
        return "done"
    if standing.is_done_above:
        return "with-above"
    if standing.lateness:
        return PASSED[standing.lateness]
    if standing.known_due and standing.known_due < on:
        return "one-passed"
    if standing.known_due:
        is_soon = plan.closed is None and first_day_near(standing.known_due) <= on
        return "soon" if is_soon else "later"
    if any(recurring(plan, thing)):
        return "recurring"
    return "with-above" if standing.is_dated_above and not timescales(thing) else "no-date"


def first_day_near(due: date) -> date:
    """The first day from which three months reach to `due`."""
    if (due - date.min).days < 100:
        return date.min
    first = shift(due, SOON, -1)
    return first if shift(first, SOON) >= due else first + ONE_DAY


def recurring(plan: PublicPlan, thing: Thing) -> Iterator[Timescale]:
    """The timescales of `thing` that come again."""
    for timescale in timescales(thing):
        if any(part.every for part in reading_of(plan, timescale).parts):
            yield timescale


def timed_things(plan: PublicPlan) -> tuple[Thing, ...]:
    """All that may have a date: every action, and the outcomes of which the plan says when, or why not."""
    return tuple(thing for thing in each_thing(plan) if isinstance(thing, Action) or _says_when(thing))


def timed_reports(plan: PublicPlan) -> tuple[Report, ...]:
    """The reports of which the plan says how often they are made, or when one was or will be."""
    return tuple(report for report in plan.reports if report.how_often or report.occurrences)


def is_timed(plan: PublicPlan) -> bool:
    """Whether the plan says of anything when it is to be done."""
    return any(map(_says_when, each_thing(plan))) or bool(timed_reports(plan))


def _says_when(thing: Thing) -> bool:
    return isinstance(thing.timescales, Missing) or bool(thing.timescales)

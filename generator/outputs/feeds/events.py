"""The days on which something of a plan falls due, as events: single ones, and those that come again."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.document.addresses import action_address, outcome_address, overview_address, plan_page_address
from generator.plan.field_types import LAST_DAY
from generator.plan.model import Action, Timescale
from generator.status import (
    Rhythm,
    Thing,
    due_days,
    each_thing,
    next_update,
    report_duties,
    report_rhythms,
    rhythms,
    timescales,
)
from generator.words.phrases import numbered
from generator.words.view import PlanView

# Such a day stands in every month but February. What falls due later in a month no one rule can say.
LAST_DAY_OF_EVERY_MONTH = 28
# What no rule can say is told day by day, so far ahead.
YEARS_AHEAD = 5
FREQUENCIES = {"day": "DAILY", "week": "WEEKLY"}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that falls due on `day`, and again by `rule`, an RRULE; "" for once.

    `key` stands for it within the plan, whatever its day and its words become.
    """

    key: str
    day: date
    summary: str
    description: str
    address: str
    rule: str = ""


def plan_events(view: PlanView) -> Iterator[Event]:
    """All that falls due: what outcomes and actions are to reach by a day, duties that come again, reports, updates."""
    for thing in each_thing(view.plan):
        places: dict[str, int] = {}
        for timescale in timescales(thing):
            if timescale.role != "reported":
                place = places[timescale.role] = places.get(timescale.role, 0) + 1
                yield from _thing_events(view, thing, timescale, f"thing/{thing.id}/{timescale.role}/{place}")
    yield from _report_events(view)
    if expected := next_update(view.plan):
        summary = view.words.say("{plan}: the next update is expected by today", plan=view.menu_title)
        yield Event("update", expected, _marked(view, summary), "", overview_address(view.plan.id))


def _thing_events(view: PlanView, thing: Thing, timescale: Timescale, key: str) -> Iterator[Event]:
    words, plan = view.words, view.plan.id
    address = action_address(plan, thing.id) if isinstance(thing, Action) else outcome_address(plan, thing.id)
    is_settled = view.standings[thing.id].is_settled
    names = {"plan": view.menu_title, "thing": numbered(thing)}
    done = words.say("{plan}: {thing} (reported as done)", **names)
    summary = done if is_settled else words.say("{plan}: {thing} is due by today", **names)
    said = words.say("The plan says: {words}", words=timescale.words)
    event = Event(key, date.min, _marked(view, summary), said, address)
    days = sorted({part.end for part in view.reading(timescale).parts if part.end and not part.every})
    for place, day in enumerate(days, 1):
        yield replace(event, key=f"{key}/{place}", day=day)
    yield from _recurring(view, event, rhythms(view.plan, timescale))


def _report_events(view: PlanView) -> Iterator[Event]:
    words = view.words
    for report in view.plan.reports:
        summary = words.say("{plan}: report due by today: {what}", plan=view.menu_title, what=report.what)
        said = words.say("The plan says: {words}", words=report.how_often) if report.how_often else ""
        address = plan_page_address(view.plan.id, "governance")
        event = Event(f"report/{report.id}", date.min, _marked(view, summary), said, address)
        if found := report_rhythms(view.plan, report):
            yield from _recurring(view, event, found)
        else:
            for place, duty in enumerate(report_duties(view.plan, report, view.day), 1):
                yield replace(event, key=f"{event.key}/{place}", day=duty.due)


def _marked(view: PlanView, summary: str) -> str:
    """`summary`; of an example, what kind of example it is comes first."""
    example = view.plan.example
    return view.words.say("{kind}: {title}", kind=example.kind, title=summary) if example else summary


def _recurring(view: PlanView, event: Event, found: tuple[Rhythm, ...]) -> Iterator[Event]:
    """The days of each rhythm: one event with a rule where a rule can say them, else an event for each day."""
    for place, rhythm in enumerate(_until_closed(view, found), 1):
        key, first = f"{event.key}/again/{place}", next(due_days(rhythm), None)
        if first is None:
            continue
        if rule := recurrence(rhythm):
            yield replace(event, key=key, day=first, rule=rule)
            continue
        horizon = date(view.day.year + YEARS_AHEAD, 12, 31)
        for count, day in enumerate(due_days(replace(rhythm, until=min(rhythm.until, horizon))), 1):
            yield replace(event, key=f"{key}/{count}", day=day)


def _until_closed(view: PlanView, found: tuple[Rhythm, ...]) -> tuple[Rhythm, ...]:
    closed = view.plan.closed
    return tuple(replace(item, until=min(item.until, closed.as_at)) for item in found) if closed else found


def recurrence(rhythm: Rhythm) -> str:
    """The RRULE that falls on the due days of `rhythm` and on no other; "" where there is none."""
    month = rhythm.part.month
    rule = f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY=-1" if month else _rule_of_interval(rhythm)
    until = "" if rhythm.until == LAST_DAY else f";UNTIL={rhythm.until:%Y%m%d}"
    return f"{rule}{until}" if rule else ""


def _rule_of_interval(rhythm: Rhythm) -> str:
    assert rhythm.part.every is not None, "only a rhythm falls due again and again"
    count, unit = rhythm.part.every
    if unit in FREQUENCIES:
        return f"FREQ={FREQUENCIES[unit]};INTERVAL={count}"
    if rhythm.since.day > LAST_DAY_OF_EVERY_MONTH:
        return ""
    # An interval that counts from the first of a month ends with the last day of another.
    day = -1 if rhythm.since.day == 1 else rhythm.since.day - 1
    return f"FREQ=MONTHLY;INTERVAL={count * (12 if unit == 'year' else 1)};BYMONTHDAY={day}"

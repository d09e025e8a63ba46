"""By when: everything that the plan dates, in order of date, and what became of it."""

from collections.abc import Iterator

from generator.document.blocks import Cell, Line, Section, Table, sentences
from generator.document.page import Page
from generator.plan.model import Occurrence, Report
from generator.status import (
    DUE_GROUPS,
    DueGroup,
    Thing,
    comes_again,
    due_group,
    recurring,
    report_duties,
    timed_reports,
    timed_things,
)
from generator.timescale import read
from generator.words.brief_times import how_often_as_read, time_as_read, time_notes
from generator.words.cells import group_heading, has_standing, lead_cell, standing_cell, thing_cell, when_cell
from generator.words.charts.timeline import timeline_chart, timeline_table
from generator.words.layout import Column, counted_link, row, table
from generator.words.plan_page import as_at_day, on_this_page, plan_page
from generator.words.times import duty_notes, duty_phrases, occurrence_phrase
from generator.words.view import PlanView


def when_page(view: PlanView) -> Page:
    """The page of the plan's dates."""
    words, opening = view.words, _opening(view)
    parts = tuple(part for group in DUE_GROUPS for part in _section(view, group))
    # Nothing is shown on a line where all dates fall into one month.
    chart, dates = timeline_chart(view), timeline_table(view)
    line = (Section("when-line", words.say("The dates on a line"), (chart, dates)),) if chart and dates else ()
    blocks = (
        *sentences(opening, role="lead"),
        *sentences(*as_at_day(view)),
        *on_this_page(view, *(counted_link(words, part) for part in parts)),
        *parts,
        *line,
    )
    return plan_page(view, "when", words.say("By when"), opening, blocks)


def _opening(view: PlanView) -> str:
    """How many things have a date, which is next, and which is last."""
    words = view.words
    standings = [view.standings[thing.id] for thing in timed_things(view.plan)]
    days = [standing.due for standing in standings if standing.due]
    if not days:
        return words.say("This plan names no day by which a promise must be kept.")
    one = "{count} promise of this plan has a date by which it must be kept."
    many = "{count} promises of this plan have a date by which they must be kept."
    said = [words.plural(one, many, len(days))]
    coming = [item.due for item in standings if item.due and item.due >= view.day and not item.is_settled]
    if coming and not view.plan.closed:
        said.append(words.say("The next date is {day}.", day=words.day(min(coming))))
    said.append(words.say("The last date is {day}.", day=words.day(max(days))))
    return " ".join(said)


def _section(view: PlanView, group: DueGroup) -> Iterator[Section]:
    """The things that are due in one stretch of time, and what it means that they stand there; nothing without any."""
    heading = group_heading(view, group)
    things = _recurring_table(view, heading) if group == "recurring" else _dated_table(view, group, heading)
    if things.rows:
        yield Section(f"when-{group}", heading, (*sentences(_meaning(view, group)), things))


def _meaning(view: PlanView, group: DueGroup) -> str:
    words, closed = view.words, view.plan.closed
    meanings: dict[DueGroup, str] = {
        "late": words.say("The date has passed, and what was published after it shows the work as still open."),
        "not-known": words.say("The date has passed. Nothing published since says whether the work was done."),
        "one-passed": words.say(
            "A date has passed, and another time is not known or the work has no end. So it cannot be said whether the "
            "work is late."
        ),
        "soon": words.say("These are the dates that come next."),
        "later": words.say("These dates are more than three months away."),
        "recurring": words.say(
            "What is to be done again and again, and the reports that are due. Beside each stands what is recorded."
        ),
        "done": words.say("The plan reports these as done, whatever their date."),
        "with-above": words.say(
            "These are parts of an action and stand with it: they have no date of their own, or the plan reports the "
            "action as done as a whole."
        ),
        "no-date": words.say(
            "For these no day is known: the plan states none, its words could not be read, or the work has no end."
        ),
    }
    if closed:
        day = words.day(closed.as_at)
        meanings["late"] = words.say(
            "The date had passed by {day}, and the plan does not report the work as done.", day=day
        )
        meanings["later"] = words.say("This plan is shown as at {day}. These dates were still to come.", day=day)
    return meanings[group]


def _dated_table(view: PlanView, group: DueGroup, heading: str) -> Table:
    """The things of one group in order of date; within a day, and without one, in the plan's own order."""
    plan, words, standings = view.plan, view.words, view.standings
    things = [thing for thing in timed_things(plan) if due_group(plan, thing, standings[thing.id], view.day) == group]
    things.sort(key=lambda thing: standings[thing.id].known_due or view.day.max)
    columns: list[Column[Thing]] = [
        (words.say("What"), lambda thing: thing_cell(view, thing)),
        (words.say("By when"), lambda thing: when_cell(view, thing)),
        (plan.words.lead, lambda thing: lead_cell(view, thing)),
    ]
    if any(has_standing(view, thing) for thing in things):
        columns.append((words.say("How it stands"), lambda thing: standing_cell(view, thing)))
    is_ordered = group not in ("with-above", "no-date")
    return table(words.say("{heading}, in order of date", heading=heading) if is_ordered else heading, things, *columns)


def _recurring_table(view: PlanView, heading: str) -> Table:
    """What comes again, then the reports that are due."""
    words, plan = view.words, view.plan
    nothing = words.say("Nothing is recorded. No starting day is stated.")
    rows = []
    for thing in timed_things(plan):
        for item in recurring(plan, thing):
            rhythm = Line(time_as_read(view, item), time_notes(view, item))
            kept = tuple(map(Line, duty_notes(view, item)))
            rows.append(row(thing_cell(view, thing), rhythm, lead_cell(view, thing), kept or nothing))
    for report in timed_reports(plan):
        what = Line(report.what, (words.say("a report on this plan"),))
        to = (words.say("to {body}", body=view.body_name(report.to)),) if report.to else ()
        sender = Line(view.body_name(report.sender) if report.sender else words.say("No sender is named"), to)
        none = nothing if comes_again(report) else words.say("Nothing is recorded.")
        rows.append(row(what, how_often_as_read(view, report), sender, _made(view, report) or none))
    columns = (words.say("What"), words.say("How often"), plan.words.lead, words.say("What is recorded"))
    return Table(heading, columns, tuple(rows))


def _made(view: PlanView, report: Report) -> Cell:
    """Each time that is recorded, then what became of the days on which the report fell due beside those."""
    said = {read(occurrence.due).end for occurrence in report.occurrences if occurrence.due}
    duties = report_duties(view.plan, report, view.day)
    beside = tuple(duty for duty in duties if not duty.held and duty.due not in said)
    phrases = [_occurrence_phrase(view, occurrence) for occurrence in report.occurrences]
    return tuple(map(Line, (*phrases, *duty_phrases(view.words, beside))))


def _occurrence_phrase(view: PlanView, occurrence: Occurrence) -> str:
    words = view.words
    days = [_day_text(view, occurrence.held_on)] if occurrence.held_on else []
    days += [words.say("due {day}", day=_day_text(view, occurrence.due))] if occurrence.due else []
    return words.say("{days}: {state}", days=", ".join(days), state=occurrence_phrase(view, occurrence))


def _day_text(view: PlanView, printed: str) -> str:
    """A day in full, a month by its name, and any other time as it is printed."""
    parts = read(printed).parts
    if len(parts) == 1 and parts[0].start and parts[0].kind in ("day", "month"):
        day = parts[0].start
        return view.words.day(day) if parts[0].kind == "day" else view.words.month(day)
    return view.words.say("“{printed}”", printed=printed)

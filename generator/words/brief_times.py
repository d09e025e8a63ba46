"""A plan's times in brief, for tables and lists: as they are said, or as they are read."""

from collections.abc import Iterator

from generator.document.blocks import Line
from generator.plan.model import Action, Report, Timescale
from generator.status import comes_again, report_duties, sub_actions, timescales
from generator.timescale import Part, Reading, read
from generator.wording import Words
from generator.words.phrases import lower_first, upper_first
from generator.words.times import event_phrase, no_time_phrase, period_phrase, revision_phrase
from generator.words.view import PlanView


def time_as_said(view: PlanView, timescale: Timescale) -> str:
    """A timescale briefly: the officer's words, and how they are read. Of a day the reading says all."""
    words, reading = view.words, view.reading(timescale)
    if reading.doubt:
        return timescale.words
    times = words.listing(period_phrase(words, part) for part in reading.parts)
    if timescale.read_as:
        return words.say(
            "{meant} ({times}; printed as “{printed}”)", meant=timescale.read_as, times=times, printed=timescale.words
        )
    if [part.kind for part in reading.parts] == ["day"]:
        return times
    return words.say("{words} ({times})", words=timescale.words, times=times)


def time_as_read(view: PlanView, timescale: Timescale) -> str:
    """A time as it is read: "31 March 2019", "Every 6 months"; as it is printed where it cannot be read."""
    return reading_text(view, view.reading(timescale))


def reading_text(view: PlanView, reading: Reading) -> str:
    """A time as it is read; the words in quotation marks where they cannot be read."""
    if reading.doubt:
        return view.words.say("“{printed}”", printed=reading.words)
    return upper_first(view.words.listing(_part_text(view, part) for part in reading.parts))


def _part_text(view: PlanView, part: Part) -> str:
    is_by_a_day = part.end and not (part.every or (part.kind == "span" and part.start))
    return view.words.day(part.end) if part.end and is_by_a_day else period_phrase(view.words, part)


def time_notes(view: PlanView, timescale: Timescale) -> tuple[str, ...]:
    """How a time is printed where that differs from how it is read, what it counts from where that is not known, and
    what it was before.
    """
    words, reading = view.words, view.reading(timescale)
    printed = timescale.verbatim or timescale.words
    notes = [words.say("printed as “{printed}”", printed=printed)]
    if reading.doubt:
        same = reading.words == printed
        notes = [*([] if same else notes), words.say("no date could be read from these words")]
    elif _is_day(printed, reading) or printed.casefold().removeprefix("by ") == reading_text(view, reading).casefold():
        notes = []
    if timescale.event and reading.end is None:
        notes.append(event_phrase(view, timescale.event))
    notes += [revision_phrase(view, revision) for revision in timescale.revises[-1:]]
    return tuple(notes)


def _is_day(printed: str, reading: Reading) -> bool:
    """Whether the words name the one day that was read; then a list need not say how they are spelt."""
    return [part.kind for part in reading.parts] == ["day"] and read(printed).parts == reading.parts


def when_phrase(view: PlanView, action: Action) -> str:
    """By when, briefly; an action without a date of its own has those of its sub-actions."""
    words, own = view.words, own_when_phrase(view, action)
    inner = dict.fromkeys(time_as_said(view, timescale) for timescale in times_below(action))
    if timescales(action) or not inner:
        return own
    return words.say(
        "{missing}; {sub_actions}: {times}",
        missing=own,
        sub_actions=lower_first(view.plan.words.sub_actions),
        times=words.listing(inner),
    )


def own_when_phrase(view: PlanView, action: Action) -> str:
    """By when, briefly, or why the action has no date of its own."""
    times = [time_as_said(view, timescale) for timescale in timescales(action)]
    return view.words.listing(times) or no_time_phrase(view.words, action)


def times_below(action: Action) -> Iterator[Timescale]:
    """The times of an action's parts."""
    return (timescale for sub in sub_actions((action,)) for timescale in timescales(sub))


def how_often_as_said(view: PlanView, report: Report) -> Line:
    """How often a report is made, in the plan's words, and why no dates are worked out where none can be."""
    words, notes = view.words, _since_notes(view.words, report)
    if report.how_often and read(report.how_often).doubt:
        notes = (*notes, words.say("no dates can be worked out from these words"))
    elif comes_again(report) and not report_duties(view.plan, report, view.day):
        unsaid = words.say("the source does not say from which day it counts, so no dates are worked out")
        notes = (*notes, unsaid)
    return Line(report.how_often or words.say("Not stated"), notes)


def how_often_as_read(view: PlanView, report: Report) -> Line:
    """How often a report is made, as it is read, and as it is printed where that differs."""
    words, since = view.words, _since_notes(view.words, report)
    if not report.how_often:
        return Line(words.say("Not stated"), since)
    reading = read(report.how_often)
    text = reading_text(view, reading)
    if reading.doubt:
        return Line(text, (words.say("how often could not be read from these words"), *since))
    is_same = report.how_often.casefold() == text.casefold()
    printed = () if is_same else (words.say("printed as “{printed}”", printed=report.how_often),)
    return Line(text, (*printed, *since))


def _since_notes(words: Words, report: Report) -> tuple[str, ...]:
    return (words.say("counted from {day}", day=words.day(report.since)),) if report.since else ()

"""What tables of outcomes and actions say in their cells: which one, by when, who leads it, and how it stands."""

from generator.document.blocks import Cell, Line, Link
from generator.plan.field_types import Missing
from generator.plan.model import Outcome, Timescale
from generator.status import DueGroup, Thing, timescales
from generator.words.brief_times import time_as_read, time_notes, times_below
from generator.words.leads import answering_leads, leads_phrase
from generator.words.phrases import lower_first, missing_phrase, numbered, short_name
from generator.words.ratings import level_tag
from generator.words.times import has_passed, lateness_tag, no_time_phrase
from generator.words.view import PlanView, thing_ref


def group_heading(view: PlanView, group: DueGroup) -> str:
    """What a group of things by when they are due is called."""
    words, closed = view.words, view.plan.closed
    headings: dict[DueGroup, str] = {
        "late": words.say("Overdue"),
        "not-known": words.say("Date passed, not known whether it is done"),
        "one-passed": words.say("A date has passed, the last is not known"),
        "soon": words.say("Due in the next three months"),
        "later": words.say("Due later"),
        "recurring": words.say("Comes again, or is reported"),
        "done": words.say("Reported as done"),
        "with-above": words.say("With the action above"),
        "no-date": words.say("No date"),
    }
    if closed:
        headings["late"] = words.say("Not reported as done by {day}", day=words.day(closed.as_at))
        headings["later"] = words.say("Due after {day}", day=words.day(closed.as_at))
    return headings[group]


def thing_link(view: PlanView, thing: Thing) -> Link:
    """A link to the page of an outcome or action."""
    return Link(numbered(thing), thing_ref(view, thing))


def thing_cell(view: PlanView, thing: Thing) -> Cell:
    """Which one: its number and title, and of which action it is a part."""
    above = () if isinstance(thing, Outcome) else view.places[thing.id].above
    notes = tuple(view.words.say("Part of {action}", action=short_name(view, parent)) for parent in above[-1:])
    return (Line("", notes, thing_link(view, thing)),)


def lead_cell(view: PlanView, thing: Thing) -> Cell:
    """Who answers for it."""
    return (Line(_whose_leads(view, thing) if isinstance(thing, Outcome) else leads_phrase(view, thing)),)


def _whose_leads(view: PlanView, outcome: Outcome) -> str:
    """Nobody leads an outcome: whether its actions say who leads them."""
    words, actions = view.words, lower_first(view.plan.words.actions)
    leads = [answering_leads(view, action) for action in outcome.actions]
    named = [not isinstance(item, Missing) for item in leads]
    if not any(named):
        why = {item for item in leads if isinstance(item, Missing)}
        return missing_phrase(words, why.pop()) if len(why) == 1 else words.say("Not stated")
    if all(named):
        return words.say("Each of its {actions} names its own", actions=actions)
    return words.say("Some of its {actions} name their own", actions=actions)


def standing_cell(view: PlanView, thing: Thing) -> Cell:
    """Its rating, and what became of its date."""
    words, is_done = view.words, view.standings[thing.id].is_done
    unrated = words.say("Reported as done") if is_done else words.say("Not rated in this plan")
    return _standing_lines(view, thing) or (Line(unrated),)


def has_standing(view: PlanView, thing: Thing) -> bool:
    """Whether there is more to say of how it stands than that nobody rates it."""
    return bool(_standing_lines(view, thing))


def _standing_lines(view: PlanView, thing: Thing) -> tuple[Line, ...]:
    standing = view.standings[thing.id]
    tags = tuple(Line("", tag=tag) for tag in (level_tag(view, thing), lateness_tag(view, thing)) if tag)
    if standing.is_done_above and not standing.is_done:
        return (*tags, Line(view.words.say("The action above is reported as done")))
    return tags


def when_cell(view: PlanView, thing: Thing) -> Cell:
    """By when: each of its times as it is read, and as it is printed where that differs."""
    if times := timescales(thing):
        return tuple(_time_line(view, thing, timescale) for timescale in times)
    return (Line(no_time_phrase(view.words, thing), _times_around(view, thing)),)


def _time_line(view: PlanView, thing: Thing, timescale: Timescale) -> Line:
    words, reading = view.words, view.reading(timescale)
    notes = time_notes(view, timescale)
    roles = {"due": "", "target": words.say("the target"), "reported": words.say("when it is reported")}
    is_deciding = reading.end is not None and reading.end == view.standings[thing.id].due
    if timescale.role != "reported" and not is_deciding and has_passed(view, thing, reading):
        notes = (*notes, words.say("this date has passed"))
    return Line(time_as_read(view, timescale), tuple(note for note in (roles[timescale.role], *notes) if note))


def _times_around(view: PlanView, thing: Thing) -> tuple[str, ...]:
    """For a thing without a time of its own: those of the action that it is a part of, or of its parts."""
    words, own = view.words, view.plan.words
    if isinstance(thing, Outcome):
        return ()
    for parent in reversed(view.places[thing.id].above):
        if times := dict.fromkeys(time_as_read(view, timescale) for timescale in timescales(parent)):
            return (words.say("{action}: {times}", action=short_name(view, parent), times=words.listing(times)),)
    if times := dict.fromkeys(time_as_read(view, timescale) for timescale in times_below(thing)):
        return (words.say("{sub_actions}: {times}", sub_actions=own.sub_actions, times=words.listing(times)),)
    return ()

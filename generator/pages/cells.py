"""What tables of outcomes and actions say in their cells: which one, by when, who leads it, and how it stands."""

from generator.pages.addresses import action_address, outcome_address
from generator.pages.leads import answering_leads, leads_phrase
from generator.pages.parts import Cell, Line, Link
from generator.pages.phrases import lower_first, missing_phrase, numbered, short_name, upper_first
from generator.pages.ratings import level_tag
from generator.pages.times import event_phrase, has_passed, lateness_tag, period_phrase, revision_phrase
from generator.pages.view import PlanView
from generator.public import Missing, Outcome, Timescale
from generator.status import DueGroup, Thing, sub_actions, timescales
from generator.timescale import Part, Reading, read


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
    plan = view.plan.id
    address = outcome_address(plan, thing.id) if isinstance(thing, Outcome) else action_address(plan, thing.id)
    return Link(numbered(thing), address)


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
    named = [not isinstance(answering_leads(view, action), Missing) for action in outcome.actions]
    if not any(named):
        return words.say("Not stated")
    if all(named):
        return words.say("Each of its {actions} names its own", actions=actions)
    return words.say("Some of its {actions} name their own", actions=actions)


def standing_cell(view: PlanView, thing: Thing) -> Cell:
    """Its rating, and what became of its date."""
    words, standing = view.words, view.standings[thing.id]
    tags = tuple(Line("", tag=tag) for tag in (level_tag(view, thing), lateness_tag(view, thing)) if tag)
    if standing.is_done_above and not standing.is_done:
        return (*tags, Line(words.say("Part of an action that is reported as done")))
    return tags or (Line(words.say("Reported as done") if standing.is_done else words.say("Not rated in this plan")),)


def has_standing(view: PlanView, thing: Thing) -> bool:
    """Whether there is more to say of how it stands than that nobody rates it."""
    standing = view.standings[thing.id]
    is_part_of_done = standing.is_done_above and not standing.is_done
    return bool(level_tag(view, thing) or lateness_tag(view, thing)) or is_part_of_done


def when_cell(view: PlanView, thing: Thing) -> Cell:
    """By when: each of its times as it is read, and as it is printed where that differs."""
    if times := timescales(thing):
        return tuple(_time_line(view, thing, timescale) for timescale in times)
    missing = thing.timescales if isinstance(thing.timescales, Missing) else Missing(missing="not-stated")
    return (Line(missing_phrase(view.words, missing), _times_around(view, thing)),)


def _time_line(view: PlanView, thing: Thing, timescale: Timescale) -> Line:
    words, reading = view.words, view.reading(timescale)
    notes = time_notes(view, timescale)
    roles = {"due": "", "target": words.say("the target"), "reported": words.say("when it is reported")}
    is_deciding = reading.end is not None and reading.end == view.standings[thing.id].due
    if timescale.role != "reported" and not is_deciding and has_passed(view, thing, reading):
        notes = (*notes, words.say("this date has passed"))
    return Line(time_text(view, timescale), tuple(note for note in (roles[timescale.role], *notes) if note))


def time_text(view: PlanView, timescale: Timescale) -> str:
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
    elif _is_day(printed, reading) or printed.casefold().removeprefix("by ") == time_text(view, timescale).casefold():
        notes = []
    if timescale.event and reading.end is None:
        notes.append(event_phrase(view, timescale.event))
    notes += [revision_phrase(view, revision) for revision in timescale.revises[-1:]]
    return tuple(notes)


def _is_day(printed: str, reading: Reading) -> bool:
    """Whether the words name the one day that was read; then a list need not say how they are spelt."""
    return [part.kind for part in reading.parts] == ["day"] and read(printed).parts == reading.parts


def _times_around(view: PlanView, thing: Thing) -> tuple[str, ...]:
    """For a thing without a time of its own: those of the action that it is a part of, or of its parts."""
    words, own = view.words, view.plan.words
    if isinstance(thing, Outcome):
        return ()
    for parent in reversed(view.places[thing.id].above):
        if times := dict.fromkeys(time_text(view, timescale) for timescale in timescales(parent)):
            return (words.say("{action}: {times}", action=short_name(view, parent), times=words.listing(times)),)
    below = (timescale for sub in sub_actions((thing,)) for timescale in timescales(sub))
    if times := dict.fromkeys(time_text(view, timescale) for timescale in below):
        return (words.say("{sub_actions}: {times}", sub_actions=own.sub_actions, times=words.listing(times)),)
    return ()

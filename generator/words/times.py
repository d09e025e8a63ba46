"""A plan's times in words: the officer's own, how we read them, what became of them, and when a duty comes again."""

from collections.abc import Mapping

from generator.document.blocks import Fact, Line, Tag
from generator.plan.field_types import Missing
from generator.plan.model import Occurrence, Revision, Timescale
from generator.plan.vocabulary import Look
from generator.status import Duty, DutyState, Lateness, Thing, occurrence_state, timescales
from generator.timescale import Part, Reading
from generator.wording import Words
from generator.words.phrases import missing_phrase
from generator.words.view import PlanView
from generator.words.vocabulary import OCCURRENCES_NOW, TIMESCALE_ROLES

LATE_LOOKS: dict[Lateness, Look] = {
    "overdue": "overdue",
    "no-news": "unknown",
    "not-said": "unknown",
    "open-at-end": "overdue",
}
# What is said of the days of a duty, in this order: each by its name, or how many they are and the last.
DUTY_PHRASES: Mapping[DutyState, tuple[str, str]] = {
    "kept-after": ("Kept after it was due: due by {days}.", "Kept after it was due {count} times, last due by {last}."),
    "missed": ("Not kept: due by {days}.", "Not kept {count} times, last due by {last}."),
    "not-known": (
        "Due by {days}: nothing published since.",
        "Due {count} times with nothing published since, last by {last}.",
    ),
    "not-said": (
        "Due by {days}: nothing is recorded.",
        "Due {count} times with nothing recorded, last by {last}.",
    ),
    "to-come": ("Next due by {days}.", "Next due by {last}."),
}
# So many of these days are named.
MOST_NAMED = 4
# One of a unit, and several.
LENGTHS: Mapping[str, tuple[str, str]] = {
    "day": ("{count} day", "{count} days"),
    "week": ("{count} week", "{count} weeks"),
    "month": ("{count} month", "{count} months"),
    "year": ("{count} year", "{count} years"),
}
RHYTHMS: Mapping[str, tuple[str, str]] = {
    "day": ("every day", "every {count} days"),
    "week": ("every week", "every {count} weeks"),
    "month": ("every month", "every {count} months"),
    "year": ("every year", "every {count} years"),
}


def lateness_phrase(view: PlanView, lateness: Lateness) -> str:
    """What became of a date that has passed."""
    words = view.words
    return {
        "": "",
        "overdue": words.say("Overdue"),
        "no-news": words.say("Date passed, nothing published since"),
        "not-said": words.say("Date passed, no rating says whether it is done"),
        "open-at-end": words.say("Not reported as done by {day}", day=words.day(view.day)),
    }[lateness]


def lateness_tag(view: PlanView, thing: Thing) -> Tag | None:
    """What became of the date of `thing`; None where none has passed, and where it is done."""
    lateness = view.standings[thing.id].lateness
    return Tag(lateness_phrase(view, lateness), LATE_LOOKS[lateness]) if lateness else None


def period_phrase(words: Words, part: Part) -> str:
    """One time that a timescale names, in words."""
    if part.every:
        return _rhythm(words, part)
    if part.within and not part.end:
        count, unit = part.within
        return words.say("within {length}", length=words.plural(*LENGTHS[unit], count))
    if part.kind == "immediate":
        return words.say("at once")
    if part.kind == "ongoing":
        start = part.start
        return words.say("from {day} on", day=words.day(start)) if start else words.say("without an end date")
    assert part.end is not None, "every other kind of time ends"
    if part.kind == "span" and part.start:
        return words.say("{start} to {end}", start=words.day(part.start), end=words.day(part.end))
    return words.say("by {day}", day=words.day(part.end))


def _rhythm(words: Words, part: Part) -> str:
    assert part.every is not None, "a rhythm has an interval"
    count, unit = part.every
    phrase = words.plural(*RHYTHMS[unit], count)
    if part.month:
        phrase = words.say("{rhythm} in {month}", rhythm=phrase, month=words.month_name(part.month))
    if part.start:
        phrase = words.say("{rhythm} from {day}", rhythm=phrase, day=words.day(part.start))
    if part.end:
        phrase = words.say("{rhythm} until {day}", rhythm=phrase, day=words.day(part.end))
    return phrase


def reading_phrase(words: Words, reading: Reading) -> str:
    """How words for a time were read, in a sentence."""
    if reading.doubt:
        return words.say("No date could be read from these words.")
    return words.say("Read as: {times}.", times=words.listing(period_phrase(words, part) for part in reading.parts))


def note_phrases(words: Words, reading: Reading) -> list[str]:
    """What a reader should know of how words for a time were read."""
    phrases = {
        "short-year": words.say("The last two digits are read as the year."),
        "financial-year": words.say("Read as a financial year, which runs from 1 April to 31 March."),
        "span-of-years": words.say("Read as whole years, from the first to the last."),
        "shared-year": words.say("The year stands once and is read for each of them."),
    }
    return [phrases[note] for note in reading.notes if note in phrases]


def timescale_line(view: PlanView, thing: Thing, timescale: Timescale, *, is_full: bool) -> Line:
    """A timescale in the officer's words, then how it is read; in full, also how it is printed and where it was."""
    words, reading = view.words, view.reading(timescale)
    notes = [words.say("Taken to mean “{meant}”.", meant=timescale.read_as)] if timescale.read_as else []
    notes.append(reading_phrase(words, reading))
    notes += note_phrases(words, reading)
    if timescale.event:
        notes.append(event_phrase(view, timescale.event))
    if is_full and timescale.verbatim and timescale.verbatim != timescale.words:
        notes.append(words.say("Printed as “{printed}”.", printed=timescale.verbatim))
    if timescale.note and (is_full or timescale.reading != "stated"):
        notes.append(timescale.note)
    notes += duty_notes(view, timescale)
    for revision in timescale.revises if is_full else timescale.revises[-1:]:
        notes.append(revision_phrase(view, revision))
    tag = None
    if timescale.role != "reported":
        # The tag stands beside the date that decides.
        is_deciding = reading.end and reading.end == view.standings[thing.id].due
        tag = lateness_tag(view, thing) if is_deciding else None
        if tag is None and has_passed(view, thing, reading):
            notes.append(words.say("This date has passed."))
    return Line(timescale.words, tuple(notes), tag=tag)


def has_passed(view: PlanView, thing: Thing, reading: Reading) -> bool:
    """Whether a time of what is not done has passed."""
    return reading.is_past(view.day) and not view.standings[thing.id].is_settled


def duty_notes(view: PlanView, timescale: Timescale) -> list[str]:
    """What is known of a duty that comes again: from when it counts, by which report it is kept, what became of it."""
    return counted_notes(view, timescale) + duty_phrases(view.words, view.duties(timescale))


def counted_notes(view: PlanView, timescale: Timescale) -> list[str]:
    """From when a duty that comes again counts, and by which report it is kept."""
    words = view.words
    notes = [words.say("Counted from {day}.", day=words.day(timescale.since))] if timescale.since else []
    reports = [item.what for item in view.plan.reports if item.id == timescale.report]
    return notes + [words.say("Kept by: {report}.", report=report) for report in reports]


def duty_phrases(words: Words, found: tuple[Duty, ...]) -> list[str]:
    """What became of a duty that comes again: how often it was kept, when it was not, and when it is next due."""
    phrases = _kept_phrases(words, [duty for duty in found if duty.state in ("kept", "kept-after")])
    for state, (named, counted) in DUTY_PHRASES.items():
        if due := [words.day(duty.due) for duty in found if duty.state == state]:
            message = named if len(due) <= MOST_NAMED else counted
            phrases.append(words.say(message, days=words.listing(due), count=words.number(len(due)), last=due[-1]))
    return phrases


def _kept_phrases(words: Words, kept: list[Duty]) -> list[str]:
    if not kept:
        return []
    count, last = len(kept), kept[-1]
    if last.held:
        day = words.day(last.held)
        return [words.plural("Kept once, on {day}.", "Kept {count} times, last on {day}.", count, day=day)]
    day = words.day(last.due)
    return [words.plural("Kept once: due by {day}.", "Kept {count} times, last due by {day}.", count, day=day)]


def occurrence_phrase(view: PlanView, occurrence: Occurrence) -> str:
    """What became of one time of a report."""
    return view.words.say(OCCURRENCES_NOW[occurrence_state(view.plan, occurrence, view.day)])


def event_phrase(view: PlanView, event: str) -> str:
    """The day that a relative timescale counts from."""
    words = view.words
    found = next(item for item in view.plan.events if item.id == event)
    days = [words.day(found.date)] if found.date else []
    days += [found.date_words] if found.date_words else []
    when = words.listing(days) or words.say("no date stated")
    return words.say("Counted from: {event} ({when}).", event=found.name, when=when)


def revision_phrase(view: PlanView, revision: Revision) -> str:
    """An earlier timescale, and who moved it."""
    words = view.words
    sentence = words.say("Was {was}", was=revision.words)
    if revision.moved_on:
        sentence = words.say("{sentence} until {day}", sentence=sentence, day=words.day(revision.moved_on))
    if revision.decided_by:
        body = view.body_name(revision.decided_by)
        sentence = words.say("{sentence}; moved by {body}", sentence=sentence, body=body)
    if revision.why:
        return words.say("{sentence}: {why}", sentence=sentence, why=revision.why)
    return words.say("{sentence}.", sentence=sentence)


def timescale_facts(view: PlanView, thing: Thing, *, is_full: bool) -> tuple[Fact, ...]:
    """A thing's timescales, by what they are for."""
    words = view.words
    if not timescales(thing):
        return (Fact(words.say(TIMESCALE_ROLES["due"].alone), (Line(no_time_phrase(words, thing)),)),)
    facts = []
    for role, said in TIMESCALE_ROLES.items():
        items = [item for item in timescales(thing) if item.role == role]
        if lines := tuple(timescale_line(view, thing, item, is_full=is_full) for item in items):
            facts.append(Fact(words.say(said.alone), lines))
    return tuple(facts)


def no_time_phrase(words: Words, thing: Thing) -> str:
    """Why a thing has no time of its own."""
    missing = thing.timescales if isinstance(thing.timescales, Missing) else Missing(missing="not-stated")
    return missing_phrase(words, missing)

"""A plan's values in words: timescales, leads, missing values, ratings."""

from generator.pages.parts import Bar, Count, Fact, Line, Tag
from generator.pages.view import PlanView
from generator.public import Action, Body, Lead, Measure, Missing, Outcome, Revision, Status, Target, Timescale
from generator.status import declared, readings, tone
from generator.timescale import Part, Reading
from generator.vocabulary import Level
from generator.wording import Words


def missing_phrase(words: Words, missing: Missing) -> str:
    """Why there is no value, in words."""
    phrase = {
        "not-stated": words.say("Not stated"),
        "not-applicable": words.say("Does not apply"),
        "not-yet-rated": words.say("Not yet rated"),
        "withheld": words.say("Withheld"),
        "suppressed": words.say("Not shown, to protect people"),
        "lost-in-conversion": words.say("Lost when the source document was converted"),
    }[missing.missing]
    return words.say("{phrase}: {ground}", phrase=phrase, ground=missing.ground) if missing.ground else phrase


def status_tag(words: Words, status: Status | Missing) -> Tag:
    """A rating as a tag: its label in words, and its tone."""
    label = missing_phrase(words, status) if isinstance(status, Missing) else status.label
    return Tag(label, tone(status))


def thing_tag(view: PlanView, thing: Outcome | Action) -> Tag:
    """The tag of what `thing` declares."""
    return status_tag(view.words, declared(view.plan, thing.status))


def numbered(thing: Outcome | Action) -> str:
    """The printed number, or code, and the title."""
    label = thing.number or (thing.code if isinstance(thing, Action) else None)
    return f"{label} {thing.title}" if label else thing.title


def level_words(view: PlanView, level: Level, count: int) -> str:
    """How many things of a level there are, in the plan's own words: "9 key actions"."""
    own = view.plan.words
    one, many = {
        "outcomes": (own.outcome, own.outcomes),
        "actions": (own.action, own.actions),
        "sub-actions": (own.sub_action, own.sub_actions),
    }[level]
    return f"{view.words.number(count)} {lower_first(one if count == 1 else many)}"


def lower_first(label: str) -> str:
    """`label` within a sentence; initials such as RAG keep their capitals."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def period_phrase(words: Words, part: Part) -> str:
    """One time that a timescale names, in words."""
    if part.every:
        count, unit = part.every
        return {
            "day": words.plural("every day", "every {count} days", count),
            "week": words.plural("every week", "every {count} weeks", count),
            "month": words.plural("every month", "every {count} months", count),
            "year": words.plural("every year", "every {count} years", count),
        }[unit]
    if part.end:
        return words.say("by {day}", day=words.day(part.end))
    return words.say("at once") if part.kind == "immediate" else words.say("without an end date")


def reading_phrase(words: Words, reading: Reading) -> str:
    """How words for a time were read, in a sentence."""
    if reading.doubt:
        return words.say("No date could be read from these words.")
    return words.say("Read as: {times}.", times=words.listing(period_phrase(words, part) for part in reading.parts))


def timescale_line(view: PlanView, timescale: Timescale, *, is_full: bool) -> Line:
    """A timescale in the officer's words, then how it is read; in full, also how it is printed and where it was."""
    words, reading = view.words, readings(timescale)
    notes = [words.say("Taken to mean “{meant}”.", meant=timescale.read_as)] if timescale.read_as else []
    notes.append(reading_phrase(words, reading))
    if "short-year" in reading.notes:
        notes.append(words.say("The last two digits are read as the year."))
    if timescale.event:
        notes.append(event_phrase(view, timescale.event))
    if is_full and timescale.verbatim and timescale.verbatim != timescale.words:
        notes.append(words.say("Printed as “{printed}”.", printed=timescale.verbatim))
    if timescale.note and (is_full or timescale.reading != "stated"):
        notes.append(timescale.note)
    if view.as_at and reading.is_past(view.as_at):
        notes.append(words.say("This date has passed."))
    for revision in timescale.revises if is_full else timescale.revises[-1:]:
        notes.append(revision_phrase(view, revision))
    return Line(timescale.words, tuple(notes))


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


def timescale_facts(view: PlanView, timescales: tuple[Timescale, ...] | Missing, *, is_full: bool) -> tuple[Fact, ...]:
    """A thing's timescales, by what they are for."""
    words = view.words
    labels = {
        "target": words.say("Target date"),
        "due": words.say("By when"),
        "reported": words.say("Reporting"),
    }
    if isinstance(timescales, Missing):
        return (Fact(labels["due"], (Line(missing_phrase(words, timescales)),)),)
    if not timescales:
        return (Fact(labels["due"], (Line(words.say("Not stated")),)),)
    facts = []
    for role, label in labels.items():
        if lines := tuple(timescale_line(view, item, is_full=is_full) for item in timescales if item.role == role):
            facts.append(Fact(label, lines))
    return tuple(facts)


def lead_name(view: PlanView, lead: Lead) -> str:
    """A lead's role and body: "CPC Lead, Education"."""
    if lead.withheld:
        return view.words.say("Name withheld: {ground}", ground=lead.withheld)
    body = view.bodies[lead.body].name if lead.body else None
    return ", ".join(part for part in (lead.role, body) if part) or view.words.say("Not stated")


def lead_lines(view: PlanView, leads: tuple[Lead, ...], *, says_what_they_cover: bool) -> tuple[Line, ...]:
    """Leads in words, those of one role in one line: "CPC Lead: Education and NHS"; then what they cover."""
    groups: dict[tuple[object, ...], list[Lead]] = {}
    for lead in leads:
        covers = lead.covers if says_what_they_cover else ()
        # A lead without a role, or whose name is withheld, stands alone.
        own = None if lead.role and lead.body and not lead.withheld else lead
        groups.setdefault((lead.role, lead.qualifier, covers, lead.as_above, own), []).append(lead)
    return tuple(_lead_line(view, group, says_what_they_cover) for group in groups.values())


def _lead_line(view: PlanView, group: list[Lead], says_what_they_cover: bool) -> Line:
    words, first = view.words, group[0]
    notes = [first.qualifier] if first.qualifier else []
    if first.covers and says_what_they_cover:
        notes.append(words.say("for {actions}", actions=words.listing(short_names(view, first.covers))))
    if first.as_above:
        notes.append(words.say("printed as “As above”"))
    for lead in group:
        if body := view.bodies.get(lead.body or ""):
            notes += body_notes(view, body)
    return Line(leads_name(view, group), tuple(notes))


def leads_name(view: PlanView, group: list[Lead]) -> str:
    """Leads of one role: the role, then its bodies."""
    first = group[0]
    names = dict.fromkeys(view.bodies[lead.body].name for lead in group if lead.body)
    if len(names) <= 1:
        return lead_name(view, first)
    bodies = view.words.listing(names)
    return view.words.say("{role}: {bodies}", role=first.role, bodies=bodies)


def short_names(view: PlanView, actions: tuple[str, ...]) -> tuple[str, ...]:
    """Actions by their numbers, each once."""
    return tuple(dict.fromkeys(short_name(view, view.actions[action]) for action in actions))


def short_name(view: PlanView, action: Action) -> str:
    """The action's number or code; with its title where another action has the number; or its title alone."""
    if action.number in view.shared_numbers:
        return view.words.say("{number} ({title})", number=action.number, title=action.title)
    return action.number or action.code or action.title


def body_notes(view: PlanView, body: Body) -> list[str]:
    """What a reader must know of a body that leads: that it has ceased, and who took over."""
    if not body.ceased_on:
        return []
    notes = [view.words.say("ceased on {day}", day=view.words.day(body.ceased_on))]
    if body.succeeded_by:
        notes.append(view.words.say("followed by {body}", body=view.bodies[body.succeeded_by].name))
    return notes


def target_phrase(words: Words, target: Target) -> str:
    """What a measure should reach."""
    value = missing_phrase(words, target.value) if isinstance(target.value, Missing) else target.value
    kind = {
        "aspirational": words.say("aspirational target: {value}", value=value),
        "committed": words.say("target: {value}", value=value),
    }[target.kind]
    by = words.say("{target} by {time}", target=kind, time=target.by.words) if target.by else kind
    return words.say("{target}, looked at {time}", target=by, time=target.reviewed_on) if target.reviewed_on else by


def measure_line(words: Words, measure: Measure) -> Line:
    """A measure in words, its targets and its newest figure."""
    notes = [target_phrase(words, target) for target in measure.targets]
    if measure.observations:
        newest = measure.observations[-1]
        value = missing_phrase(words, newest.value) if isinstance(newest.value, Missing) else newest.value
        gap = "" if (measure.unit or "").startswith("%") else " "
        unit = f"{gap}{measure.unit}" if measure.unit else ""
        notes.append(words.say("{period}: {value}", period=newest.period, value=f"{value}{unit}"))
    elif measure.targets:
        notes.append(words.say("no figure published yet"))
    return Line(measure.text, tuple(notes))


def status_count(words: Words, status: Status | Missing, count: int) -> Count:
    """How many things have one status: "3 amber"."""
    tag = status_tag(words, status)
    return Count(tag, count, f"{words.number(count)} {lower_first(tag.text)}")


def counts_bar(counts: tuple[Count, ...]) -> Bar:
    """The counts as a bar of full width 100."""
    total = sum(count.count for count in counts)
    pieces, start = [], 0.0
    for count in counts:
        width = round(100 * count.count / total, 3)
        pieces.append((count.tag.tone, round(start, 3), width))
        start += width
    return Bar(tuple(pieces))

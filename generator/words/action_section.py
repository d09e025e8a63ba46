"""An action as a section of a page: heading, status first, labelled lines, and its sub-actions below."""

from generator.document.addresses import thing_anchor
from generator.document.blocks import (
    Block,
    DatedNote,
    Fact,
    Line,
    Link,
    Notes,
    Section,
    labelled_lines,
    points,
    sentences,
)
from generator.document.charts import Progress
from generator.document.prose import plain_prose, prose_blocks, read_prose
from generator.document.refs import NOW, Ref
from generator.plan.field_types import Missing
from generator.plan.model import Action, Measure, Note, Outcome, Reading
from generator.wording import Words
from generator.words.details import detail_facts, full_measure_line, plain_facts
from generator.words.fields import field_label
from generator.words.layout import labelled
from generator.words.leads import lead_fact
from generator.words.phrases import (
    choice_phrase,
    dated,
    measure_line,
    missing_phrase,
    numbered,
    short_name,
    short_names,
)
from generator.words.ratings import computed_facts, level_tag, status_line
from generator.words.times import timescale_facts
from generator.words.view import PlanView
from generator.words.vocabulary import NOTE_KINDS, PRIORITIES, READING_KINDS


def action_section(view: PlanView, action: Action, *, has_link: bool = True) -> Section:
    """`action` and its sub-actions. Where `has_link`, each ends with a link to its own page."""
    details = view.words.say("All about {action}", action=short_name(view, action))
    # Also from an old edition it leads to the page that tells what became of the action since.
    own = sentences(Link(details, Ref("action", action.id, view.plan.id, edition=NOW))) if has_link else ()
    below = tuple(action_section(view, sub, has_link=has_link) for sub in action.sub_actions)
    return Section(thing_anchor("action", action.id), numbered(action), (*action_blocks(view, action), *own, *below))


def action_blocks(view: PlanView, action: Action, *, is_full: bool = False) -> tuple[Block, ...]:
    """What a page says of `action` itself, its status first; in full with how each value was read."""
    return (
        *status_line(view.plan.words.status, level_tag(view, action)),
        *_progress(view.words, action),
        *prose_blocks(action.text),
        *points(*action.points),
        *labelled_lines(action_facts(view, action, is_full=is_full)),
        *note_blocks(view.words, action.notes),
    )


def action_facts(view: PlanView, action: Action, *, is_full: bool) -> tuple[Fact, ...]:
    """The labelled lines of an action: by when, who, how far, how we will know; in full, also how it was read."""
    return (
        *timescale_facts(view, action, is_full=is_full),
        lead_fact(view, action),
        *_priority_and_progress(view, action),
        *plain_facts(view, action),
        *computed_facts(view, action),
        *measure_facts(view, action, is_full=is_full),
        *answer_facts(view, action.answers),
        *(detail_facts(view, action) if is_full else ()),
        *(reading_facts(view, action.readings) if is_full else ()),
    )


def _priority_and_progress(view: PlanView, action: Action) -> tuple[Fact, ...]:
    words = view.words
    no_progress = action.progress if isinstance(action.progress, Missing) else None
    return labelled(
        (words.say("Code"), action.code if action.number else None),
        (words.say("Priority"), choice_phrase(words, PRIORITIES, action.priority) if action.priority else None),
        (words.say("Progress"), missing_phrase(words, no_progress) if no_progress else None),
    )


def _progress(words: Words, action: Action) -> tuple[Progress, ...]:
    """How far the action is; none where the plan does not say."""
    if not isinstance(action.progress, int):
        return ()
    said = words.say("{percent}% complete", percent=action.progress)
    return (Progress(words.say("Progress"), said, action.progress),)


def measure_facts(view: PlanView, thing: Action | Outcome, *, is_full: bool) -> tuple[Fact, ...]:
    """How we will know. Sub-actions without measures of their own are measured with the action above."""
    measures = thing.measures
    label = view.plan.words.measure
    if isinstance(measures, Missing):
        return (Fact(label, (Line(missing_phrase(view.words, measures)),)),)
    if measures:
        return (Fact(label, tuple(_measure_line(view, measure, is_full) for measure in measures)),)
    is_top = isinstance(thing, Action) and not view.places[thing.id].above
    return (Fact(label, (Line(view.words.say("Not stated")),)),) if is_top else ()


def _measure_line(view: PlanView, measure: Measure, is_full: bool) -> Line:
    line = full_measure_line(view.words, measure) if is_full else measure_line(view.words, measure)
    if not measure.covers:
        return line
    covered = short_names(view, measure.covers)
    return Line(line.text, (*line.notes, view.words.say("for {actions}", actions=view.words.listing(covered))))


def answer_facts(view: PlanView, answers: tuple[str, ...]) -> tuple[Fact, ...]:
    """The findings that a thing answers."""
    plan = view.plan
    names = {finding.id: numbered(finding) for finding in plan.findings}
    lines = tuple(Line("", link=Link(names[answer], Ref("finding", answer, plan.id))) for answer in answers)
    return labelled((view.words.say("Answers"), lines))


def reading_facts(view: PlanView, readings: tuple[Reading, ...]) -> tuple[Fact, ...]:
    """How values were read from the source, where that needs saying."""
    lines = tuple(Line(_reading_phrase(view, item), (item.note,) if item.note else ()) for item in readings)
    return labelled((view.words.say("How the original was read"), lines))


def field_readings(view: PlanView, *fields: str) -> tuple[Fact, ...]:
    """How the plan's own fields of these names were read, where that needs saying."""
    return reading_facts(view, tuple(reading for reading in view.plan.readings if reading.field in fields))


def reading_notes(view: PlanView, readings: tuple[Reading, ...]) -> tuple[str, ...]:
    """The same as notes of a line, each in one sentence."""
    words = view.words
    phrases = [(_reading_phrase(view, item), item.note) for item in readings]
    return tuple(
        words.say("{reading}: {note}", reading=reading, note=note) if note else reading for reading, note in phrases
    )


def _reading_phrase(view: PlanView, reading: Reading) -> str:
    words = view.words
    kind = words.say(READING_KINDS[reading.reading].within)
    name = field_label(view, reading.field)
    if reading.verbatim:
        return words.say("{field}: {kind}; printed as “{printed}”", field=name, kind=kind, printed=reading.verbatim)
    return words.say("{field}: {kind}", field=name, kind=kind)


def note_blocks(words: Words, notes: tuple[Note, ...]) -> tuple[Notes, ...]:
    """Dated pieces of progress, each with its day in full or as printed; none where there are none."""
    items = tuple(_dated_note(words, note) for note in notes)
    return (Notes(words.say("Progress"), items),) if items else ()


def _dated_note(words: Words, note: Note) -> DatedNote:
    kind = NOTE_KINDS[note.kind]
    when = (*dated(words, note.date, note.date_words), *((words.say(kind),) if kind else ()))
    text = ", ".join(when) or words.say("No date stated")
    if isinstance(note.text, Missing):
        return DatedNote(text, plain_prose(missing_phrase(words, note.text)))
    return DatedNote(text, read_prose(note.text))

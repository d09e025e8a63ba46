"""How the source was read, value by value, and what the checks found and the plan's keepers left as it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.document.blocks import Line, Link, Section, sentences
from generator.document.page import Page
from generator.document.refs import Ref
from generator.plan.field_types import Missing
from generator.plan.model import (
    Accepted,
    Action,
    Body,
    Decision,
    Event,
    Evidence,
    Finding,
    Grade,
    GradeCounts,
    KeyIssue,
    Lead,
    MatrixRow,
    Measure,
    Note,
    Outcome,
    PrintedVersion,
    PublicPlan,
    Report,
    Risk,
    Status,
    Timescale,
)
from generator.plan.vocabulary import ReadingKind
from generator.plan.walk import PlanNode, walk_plan
from generator.status import statuses
from generator.words.change_names import PAGES
from generator.words.directory import page_link
from generator.words.fields import field_label
from generator.words.findings_in_words import finding_phrase
from generator.words.layout import Column, counted_link, lines, table
from generator.words.leads import lead_name
from generator.words.named_things import title_link
from generator.words.phrases import missing_phrase, short_outcome_title
from generator.words.plan_page import on_this_page, plan_page
from generator.words.times import reading_phrase
from generator.words.transcript import read_times, readings, told_accepted
from generator.words.view import PlanView

# A text longer than this is read on its own page.
LONGEST = 120
# Fields that may hold formatted text, which stands on its own page only.
FORMATTED = frozenset({"text", "description", "introduction"})
# The field that is the name of what has no page of its own.
NAMED_BY: Mapping[type, str] = {
    **dict.fromkeys((Finding, KeyIssue), "title"),
    **dict.fromkeys((Risk, Event), "name"),
    Report: "what",
    Decision: "text",
    Status: "label",
}


@dataclass(frozen=True, slots=True)
class ReadValue:
    """A value that is not simply what is printed: where it stands, what is printed, how it was read, and why."""

    where: Line
    printed: str
    meant: Line
    why: str


def corrections_page(view: PlanView) -> Page:
    """How the plan's source was read, and what was accepted."""
    words = view.words
    parts = (*_readings(view), *_accepted(view))
    opening = words.say(
        "What this site shows is taken from a document. Where a value is not simply what is printed there, it "
        "stands here, with the reason."
    )
    contents = on_this_page(view, *(counted_link(words, part) for part in parts))
    title = words.say("Corrections and how we read the source")
    return plan_page(view, "corrections", title, opening, (*sentences(opening, role="lead"), *contents, *parts))


def _readings(view: PlanView) -> Iterator[Section]:
    """A part for each way in which values were read."""
    words, values = view.words, _values(view)
    said: dict[ReadingKind, tuple[str, str]] = {
        "corrected": (
            words.say("Corrected"),
            words.say("The document has a slip. We show what was meant, and keep what is printed."),
        ),
        "inferred": (
            words.say("Worked out"),
            words.say("The document does not say it outright. We worked it out, and say from what."),
        ),
        "unreadable": (
            words.say("Could not be read"),
            words.say("Something stood here and cannot be read. We do not guess it."),
        ),
        "stated": (
            words.say("As stated, with a note"),
            words.say("The document says so. The note tells how it is printed, or what to know of it."),
        ),
    }
    where: Column[ReadValue] = (words.say("Where"), lambda value: value.where)
    printed: Column[ReadValue] = (words.say("Printed"), lambda value: value.printed)
    meant: Column[ReadValue] = (words.say("Read as"), lambda value: value.meant)
    why: Column[ReadValue] = (words.say("Why"), lambda value: value.why or words.say("No reason is given"))
    # What is as stated needs no reason: where there is a note, it stands with the value.
    noted: Column[ReadValue] = (words.say("Read as"), lambda value: (value.meant, *lines(value.why)))
    for kind, (heading, opening) in said.items():
        if kind in values:
            caption = words.say("{kind}, value by value", kind=heading)
            columns = (where, printed, noted) if kind == "stated" else (where, printed, meant, why)
            yield Section(kind, heading, (*sentences(opening), table(caption, values[kind], *columns)))


def _values(view: PlanView) -> Mapping[ReadingKind, list[ReadValue]]:
    """The values of each part: first those with a note on how they were read, then times, in the order of the plan."""
    words, found = view.words, dict[ReadingKind, list[ReadValue]]()
    for held, reading in readings(view.plan):
        printed = words.say("“{text}”", text=reading.verbatim) if reading.verbatim else words.say("Not quoted here")
        meant = Line(value_phrase(view, reading.field, getattr(held.value, reading.field, None)))
        value = ReadValue(_place(view, held, reading.field), printed, meant, reading.note or "")
        found.setdefault(reading.reading, []).append(value)
    for held, timescale in read_times(view.plan):
        kind = "corrected" if timescale.read_as and timescale.reading == "stated" else timescale.reading
        printed = words.say("“{text}”", text=timescale.verbatim or timescale.words)
        notes = [reading_phrase(words, view.reading(timescale))]
        if timescale.verbatim and timescale.read_as:
            notes.append(words.say("The words themselves are “{words}”.", words=timescale.words))
        meant = Line(timescale.read_as or timescale.words, tuple(notes))
        why = timescale.note or (words.say("What is printed is a slip.") if timescale.read_as else "")
        found.setdefault(kind, []).append(ReadValue(_place(view, held, ""), printed, meant, why))
    return found


def value_phrase(view: PlanView, field: str, value: object) -> str:
    """What a field of the plan holds, briefly, in words; a long or formatted text stands on its own page."""
    words = view.words
    if isinstance(value, Missing):
        return missing_phrase(words, value)
    if value is None or value == ():
        return words.say("Not stated")
    if isinstance(value, date):
        return words.day(value)
    if isinstance(value, bool):
        return words.say("Yes") if value else words.say("No")
    if isinstance(value, int):
        return words.say("{percent}%", percent=value) if field == "progress" else words.number(value)
    if isinstance(value, tuple):
        texts = [_short(view, item) for item in value]
        said = "; ".join(dict.fromkeys(texts))
        return said if all(texts) and len(said) <= 2 * LONGEST else words.say("As on its page")
    if not isinstance(value, str) or field in FORMATTED or len(value) > LONGEST:
        return words.say("As on its page")
    return _names(view).get(value, value)


def _short(view: PlanView, value: object) -> str:
    if isinstance(value, Lead):
        return lead_name(view, value)
    if isinstance(value, Timescale):
        return value.words
    return _names(view).get(value, value) if isinstance(value, str) else ""


def _names(view: PlanView) -> Mapping[str, str]:
    """What ids of bodies and ratings stand for."""
    names = {status.id: status.label for status in statuses(view.plan)}
    return {**names, **{body.id: body.name for body in view.plan.bodies}}


def _accepted(view: PlanView) -> Iterator[Section]:
    """What the checks found, and the plan's keepers left as it is."""
    words = view.words
    if accepted := told_accepted(view.plan):
        opening = words.say(
            "The program that makes this site checks each plan. What it found here was looked at, and left for a "
            "reason."
        )
        left = table(
            words.say("What was left, and why"),
            accepted,
            (words.say("Where"), lambda entry: _accepted_place(view, entry)),
            (words.say("What was found"), lambda entry: finding_phrase(words, entry.code)),
            (words.say("Why it was left"), lambda entry: entry.reason),
            (
                words.say("Who decided"),
                lambda entry: words.say("{role}, {day}", role=entry.role, day=words.day(entry.date)),
            ),
        )
        yield Section("accepted", words.say("Found by the checks, and left"), (*sentences(opening), left))


# Where a value of the plan stands


def _place(view: PlanView, held: PlanNode, field: str) -> Line:
    """A link to the page that shows a value, and the names of the parts that lead from there to it and its field."""
    chain = [*(holder for holder, _ in held.above), held.value]
    linked = max((place for place, value in enumerate(chain) if _own_link(view, value)), default=0)
    link = _own_link(view, chain[linked]) or _page_of(view, held)
    names = [name for value in chain[max(1, linked + 1) :] if (name := _name(view, value))]
    if linked == 0 and len(chain) > 1 and not names:
        names.append(field_label(view, held.above[0][1]))
    label = field_label(view, field) if field else ""
    if not field and isinstance(held.value, Timescale):
        label = view.words.say("By when")
    return Line("", (*names, *((label,) if label and label not in names else ())), link)


def _own_link(view: PlanView, value: object) -> Link | None:
    """A link to the page, or the place on one, that is about the value itself."""
    plan = view.plan.id
    match value:
        case Outcome() | Action():
            return title_link(view, value)
        case Evidence():
            return Link(value.title, Ref("evidence", value.id, plan))
        case Body():
            return Link(value.name, Ref("body", value.id, plan))
    return None


def _page_of(view: PlanView, held: PlanNode) -> Link:
    """The page that shows what stands under a field of the plan: its own, or the overview."""
    kind = PAGES.get(held.above[0][1]) if held.above else None
    page = page_link(view, kind) if kind else None
    return page or Link(view.words.say("The plan as a whole"), Ref("plan", plan=view.plan.id))


def _name(view: PlanView, value: object) -> str:
    """What a part of the plan is called; "" where it has no name of its own."""
    words = view.words
    match value:
        case Note():
            day = words.day(value.date) if value.date else value.date_words
            return words.say("Note of {day}", day=day) if day else words.say("Note without a date")
        case Lead():
            return words.say("{label}: {name}", label=view.plan.words.lead, name=lead_name(view, value))
        case Measure():
            return words.say("{label}: {text}", label=view.plan.words.measure, text=value.text)
        case Grade() | GradeCounts():
            names = (value.indicator, value.title, value.area if isinstance(value, Grade) else None)
            return words.say("Grade: {names}", names=", ".join(name for name in names if name))
        case MatrixRow():
            return short_outcome_title(view, next(item for item in view.plan.outcomes if item.id == value.outcome))
        case PrintedVersion():
            return words.say("Version {version}", version=value.version)
    field = NAMED_BY.get(type(value))
    return str(getattr(value, field)) if field else ""


def _accepted_place(view: PlanView, entry: Accepted) -> Line:
    """What an accepted finding is about."""
    plan = view.plan
    if not entry.id or entry.id == plan.id:
        return Line("", (), _page_of(view, PlanNode(plan, ())))
    found = (held for held in walk_plan(plan) if getattr(held.value, "id", None) == entry.id)
    held = next((item for item in found if not isinstance(item.value, Accepted | PublicPlan)), None)
    return _place(view, held, "") if held else Line(entry.id)

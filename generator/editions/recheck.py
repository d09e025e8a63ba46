"""Where today's code would work out something else of an edition than it froze. Its pages say what was frozen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.editions.shelf import Edition
from generator.editions.takedown import TAKEN_DOWN
from generator.plan.field_types import Missing
from generator.plan.model import Action, Outcome, PublicPlan, Status, Timescale
from generator.plan.vocabulary import LEVELS
from generator.plan.walk import walk_plan
from generator.status import (
    Computed,
    Duty,
    DutyState,
    Facts,
    Hold,
    Lapse,
    Reason,
    RollUp,
    Tally,
    Thing,
    each_action,
    each_thing,
    facts_of,
    review_words,
    timescales,
)
from generator.timescale import MONTH_NAMES, Part, Reading
from generator.wording import Words

WORDS = Words("en-GB")
# What is worked out of an outcome or action, by the field that holds it.
PARTS_OF_A_STANDING: Mapping[str, str] = {
    "level": "where it stands in the plan",
    "declared": "its rating",
    "computed": "its rating by the plan's rule",
    "lapse": "whether its rating has lapsed",
    "lapses_on": "the day on which its rating lapses",
    "due": "the day by which it is due",
    "lateness": "what became of its date",
    "is_done": "whether it is done",
    "is_done_above": "whether an action that it is a part of is done",
    "known_due": "the last day that is known of it",
    "is_dated_above": "whether an action that it is a part of has a time",
    "ends": "the last days of its times",
    "has_unread": "whether a time of it cannot be told",
}
PARTS_OF_A_TIME: Mapping[str, str] = {"reading": "what it was read as", "duties": "what became of it each time"}
LATENESS_WORDS: Mapping[str, str] = {
    "": "nothing to tell",
    "overdue": "overdue",
    "no-news": "date passed, nothing published since",
    "not-said": "date passed, and neither a rating nor progress tells",
    "open-at-end": "not reported as done when the plan ended",
}
REASON_WORDS: Mapping[Reason, str] = {
    "complete": "all of it is done",
    "past-due": "its date has passed",
    "due-soon": "it is due soon",
    "in-time": "it is in time",
    "no-progress": "its progress is not stated",
    "no-date": "it has no date",
    "no-news": "nothing was published since its date",
}
LAPSE_WORDS: Mapping[str, str] = {
    "overdue": "its review is overdue",
    "not-enough-evidence": "a review found not enough evidence",
}
DUTY_WORDS: Mapping[DutyState, str] = {
    "kept": "kept",
    "kept-after": "kept late",
    "missed": "missed",
    "not-known": "not known, as nothing was published since",
    "not-said": "not told",
    "to-come": "still to come",
}
HOLD_WORDS: Mapping[Hold, str] = {"holds": "", "lapsed": " (lapsed)", "unknown": " (not known)"}
# What is worked out of the words of times, and what of how often a rating must be looked at.
OF_TIMES = ("computed", "due", "lateness", "known_due", "ends", "has_unread")
OF_REVIEWS = ("lapse", "lapses_on")


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that differs: the thing that has it, its name, both values in words, and the reason where it is known."""

    subject: str
    part: str
    frozen: str
    now: str
    why: str = ""

    def __str__(self) -> str:
        said = f"{self.subject}: {self.part}: {self.frozen} in the edition, {self.now} as worked out today"
        if self.frozen == self.now:
            said = f"{self.subject}: {self.part}: {self.frozen}, which is worked out otherwise today"
        return f"{said}; {self.why}" if self.why else said


def differences(edition: Edition) -> tuple[Difference, ...]:
    """Each value that would be worked out otherwise: by thing and by time, then what is counted over all."""
    plan, old, new = edition.plan, edition.facts, facts_of(edition.plan, edition.facts.as_at)
    things = tuple(each_thing(plan))
    found = [found for thing in things for found in _thing_differences(plan, thing, old, new)]
    found += _time_differences(plan, old, new)
    found += _count_differences(plan, "the plan", "", things, old, new)
    for outcome in plan.outcomes:
        below: tuple[Thing, ...] = (outcome, *each_action(outcome.actions))
        found += _count_differences(plan, _name(outcome), outcome.id, below, old, new)
    why = _why([plan.update_every])
    found += _difference("the plan", "when the next update is expected", old.expected, new.expected, why)
    return tuple(found)


def _thing_differences(plan: PublicPlan, thing: Thing, old: Facts, new: Facts) -> Iterator[Difference]:
    before, after = (facts.standings.get(thing.id) for facts in (old, new))
    reasons = {
        **dict.fromkeys(OF_TIMES, _why(_times_in_words(thing))),
        **dict.fromkeys(OF_REVIEWS, _why([review_words(plan, thing.review)])),
    }
    return _parts(_name(thing), PARTS_OF_A_STANDING, before, after, reasons)


def _time_differences(plan: PublicPlan, old: Facts, new: Facts) -> Iterator[Difference]:
    """How each wording of a time was read, and whether each duty that comes again was kept."""
    before, after = ({item.timescale: item for item in facts.times} for facts in (old, new))
    holders = _holders(plan)
    for time in dict.fromkeys((*before, *after)):
        name = f"{WORDS.listing(holders.get(time, {}).values()) or 'the plan'}, “{time.words}”"
        words = (time.words, time.read_as)
        reasons = {"reading": _why(words), "duties": _why((*words, *_report_words(plan, time)))}
        yield from _parts(name, PARTS_OF_A_TIME, before.get(time), after.get(time), reasons)


def _holders(plan: PublicPlan) -> Mapping[Timescale, Mapping[str, str]]:
    """What has each timescale, itself or in a target of its measures: the names of these things by their ids."""
    found: defaultdict[Timescale, dict[str, str]] = defaultdict(dict)
    for node in walk_plan(plan):
        if isinstance(node.value, Timescale):
            thing = next(value for value, _ in reversed(node.above) if isinstance(value, Outcome | Action))
            found[node.value][thing.id] = _name(thing)
    return found


def _count_differences(
    plan: PublicPlan, name: str, place: str, things: Iterable[Thing], old: Facts, new: Facts
) -> Iterator[Difference]:
    """How many of `things` have each rating, and the worst below an outcome."""
    why = _why(text for thing in things for text in (*_times_in_words(thing), review_words(plan, thing.review)))
    for level in LEVELS:
        before, after = (facts.counts.get(level, {}).get(place, ()) for facts in (old, new))
        yield from _difference(name, f"how many {level} have each rating", before, after, why)
    yield from _difference(name, "the worst rating below it", old.rolled.get(place), new.rolled.get(place), why)


def _report_words(plan: PublicPlan, time: Timescale) -> Iterator[str | None]:
    """The words for when the report that a time names is due, and when it was made."""
    for report in plan.reports:
        if report.id == time.report:
            yield report.how_often
            yield from (text for item in report.occurrences for text in (item.due, item.held_on))


def _parts(
    subject: str, parts: Mapping[str, str], old: object, new: object, reasons: Mapping[str, str]
) -> Iterator[Difference]:
    """The parts in which two values differ."""
    for name, part in parts.items():
        before, after = getattr(old, name, None), getattr(new, name, None)
        yield from _difference(subject, part, before, after, reasons.get(name, ""))


def _difference(subject: str, part: str, old: object, new: object, why: str) -> Iterator[Difference]:
    if old != new:
        yield Difference(subject, part, in_words(old), in_words(new), why)


def _why(texts: Iterable[str | None]) -> str:
    """That one of `texts` was taken down there, when and why; "" where none was."""
    taken_down = dict.fromkeys(text.strip("[]") for text in texts if text and text.startswith(TAKEN_DOWN))
    return f"a text from which it was worked out was {WORDS.listing(taken_down)}" if taken_down else ""


def _name(thing: Thing) -> str:
    kind = "action" if isinstance(thing, Action) else "outcome"
    number = f" {thing.number}" if thing.number else ""
    return f"{kind}{number} “{thing.title}”"


def _times_in_words(thing: Thing) -> Iterator[str | None]:
    return (text for time in timescales(thing) for text in (time.words, time.read_as))


def in_words(value: object) -> str:
    """A value that was worked out of a plan."""
    match value:
        case None | ():
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case date():
            return WORDS.day(value)
        case tuple():
            return WORDS.listing(in_words(item) for item in value)
        case Status():
            return value.label
        case Missing():
            reason = value.missing.replace("-", " ")
            return f"{reason} ({value.ground})" if value.ground else reason
        case Computed():
            return f"{in_words(value.status)}, because {REASON_WORDS[value.reason]}"
        case Lapse():
            return f"lapsed since {in_words(value.since)}, because {LAPSE_WORDS[value.why]}"
        case Reading():
            return in_words(value.parts) if value.parts else "no time"
        case Part():
            return _time(value)
        case Duty():
            held = f" on {in_words(value.held)}" if value.held else ""
            return f"{in_words(value.due)}: {DUTY_WORDS[value.state]}{held}"
        case Tally():
            return f"{value.count} {in_words(value.status)}{HOLD_WORDS[value.hold]}"
        case RollUp():
            return f"{in_words(value.status)} ({value.unknown} of {value.of} not known)"
    # A level of the plan is called by its own name.
    return LATENESS_WORDS.get(str(value), str(value))


def _time(part: Part) -> str:
    """One time that words name."""
    if part.every:
        count, unit = part.every
        month = f" in {MONTH_NAMES[part.month - 1].capitalize()}" if part.month else ""
        return (f"every {unit}" if count == 1 else f"every {count} {unit}s") + month
    if part.end:
        start, end = in_words(part.start), in_words(part.end)
        return end if part.start in (None, part.end) else f"{start} to {end}"
    if part.within:
        count, unit = part.within
        return f"within {count} {unit}" + ("s" if count > 1 else "")
    return part.kind.replace("-", " ")

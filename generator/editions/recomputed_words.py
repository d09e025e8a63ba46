"""What is worked out of a plan, in plain words for the officer who checks old editions."""

from collections.abc import Mapping
from datetime import date

from generator.plan.field_types import Missing
from generator.plan.model import Status
from generator.plan.vocabulary import Level
from generator.status import Computed, Duty, DutyState, Hold, Lapse, Lateness, Reason, RollUp, Tally
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
LEVEL_WORDS: Mapping[Level, str] = {"outcomes": "outcomes", "actions": "actions", "sub-actions": "sub-actions"}
LATENESS_WORDS: Mapping[Lateness, str] = {
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
# Values that are words of closed lists already.
OTHER_WORDS: Mapping[str, str] = {str(value): text for value, text in (*LATENESS_WORDS.items(), *LEVEL_WORDS.items())}
HOLD_WORDS: Mapping[Hold, str] = {"holds": "", "lapsed": " (lapsed)", "unknown": " (not known)"}


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
    return OTHER_WORDS[str(value)]


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

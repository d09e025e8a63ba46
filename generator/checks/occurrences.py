"""How often a thing is done can be read, and what is said of a recurring duty agrees with its days."""

from collections.abc import Iterator

from generator import problems
from generator.checks.context import PlanContext
from generator.checks.times import reading_of_words, span_of
from generator.errors import Problem
from generator.plan.model import Occurrence
from generator.timescale.interval import read_interval

# The fields that say how often a thing is done, where dates are worked out from it.
INTERVALS = ("update_every", "review_every", "every")
HELD, NOT_HELD = ("kept", "late"), ("missed", "not-yet")


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every occurrence that contradicts itself, and every day of one and every interval that was not read."""
    for node, occurrence in context.of(Occurrence):
        if why := _contradiction(occurrence):
            yield context.problem(problems.OCCURRENCE_CONTRADICTS, node, state=occurrence.state, why=why)
        for key in ("due", "held_on"):
            day = getattr(occurrence, key)
            if day and not span_of(reading_of_words(day)):
                yield context.problem(problems.HELD_UNREAD, node, key, value=day)
    for words in context.typed:
        if words.field.name in INTERVALS and not read_interval(words.text):
            yield context.problem(problems.UPDATE_UNREAD, words, value=words.text)


def _contradiction(occurrence: Occurrence) -> str:
    if occurrence.state in HELD and not occurrence.held_on:
        return "it is not said when it was held"
    if occurrence.state in NOT_HELD and occurrence.held_on:
        return f"it was held: {occurrence.held_on!r}"
    due, held = (span_of(reading_of_words(words or "")) for words in (occurrence.due, occurrence.held_on))
    if occurrence.state == "kept" and due and held and held[0] > due[1]:
        return f"it was held after it was due: {occurrence.held_on!r} is later than {occurrence.due!r}"
    return ""

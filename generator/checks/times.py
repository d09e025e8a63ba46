"""Timescales are read, lie in the plan's period, count from an event that is named, and were moved by somebody."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import pairwise

from generator import problems
from generator.checks.context import PlanContext
from generator.checks.days import in_words
from generator.errors import Problem
from generator.plan.model import Period, Timescale
from generator.plan.walk import PlanNode
from generator.plan.yaml_tree import Scalar, Sequence, node_at
from generator.timescale import Reading, days_or_years, read

# How far a year may lie from a plan's period, or from the day of its facts, before "June 30" may as well be a day.
YEARS_FROM_PERIOD, YEARS_FROM_DAY = 1, 3


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every wording that no date was read from, or two, or one that the plan's period does not hold; every odd move."""
    days = {event.id: event.date for event in context.plan.events}
    for node, timescale in context.of(Timescale):
        yield from _moves(context, node, timescale)
        key = "read_as" if timescale.read_as else "words"
        words = words_of(timescale)
        reading = reading_of_words(words, days.get(timescale.event or ""))
        if both := reading.why if reading.doubt == "ambiguous" else _day_or_year(context, reading):
            yield context.problem(problems.TIMESCALE_AMBIGUOUS, node, key, value=words, why=both)
            continue
        if reading.doubt:
            why, do = _parted_by_comma(context, node) or (reading.why, f"{reading.do}, or accept it with a reason")
            yield context.problem(problems.TIMESCALE_UNREAD, node, key, value=words, why=why, do=do)
        elif not timescale.event and any(part.kind == "relative" for part in reading.parts):
            yield context.problem(problems.TIMESCALE_UNANCHORED, node, key, value=words)
        if context.plan.period and timescale.role != "reported":
            yield from _outside(context, node, key, words, reading, context.plan.period)


def _moves(context: PlanContext, node: PlanNode, timescale: Timescale) -> Iterator[Problem]:
    """Every revision that nobody decided, or that changed nothing."""
    for place, revision in enumerate(timescale.revises):
        if not revision.decided_by:
            yield context.problem(problems.REVISION_UNDECIDED, node, "revises", place, value=revision.words)
    # A date that was moved away and back again was moved twice, so each wording is held against the next.
    wordings = [revision.words for revision in timescale.revises] + [words_of(timescale)]
    for place, (before, after) in enumerate(pairwise(wordings)):
        time = _time(before)
        if time and time == _time(after):
            path = ("revises", place, "words")
            yield context.problem(problems.REVISION_SAME, node, *path, value=before, after=after)


def _time(words: str) -> tuple[object, ...]:
    """The days that `words` name, with what comes again beside them; () where they name no day."""
    reading = reading_of_words(words)
    span = span_of(reading)
    return (span, *(part for part in reading.parts if part.kind == "recurring")) if span else ()


def _parted_by_comma(context: PlanContext, node: PlanNode) -> tuple[str, str] | None:
    """Why words are no time, and what to do, where a comma within square brackets parts them from the rest of it."""
    *parent, place = node.path
    items = node_at(context.root, tuple(parent))
    if not isinstance(items, Sequence) or not isinstance(place, int) or place + 1 >= len(items.items):
        return None
    one, other = items.items[place], items.items[place + 1]
    if not (isinstance(one, Scalar) and isinstance(other, Scalar)) or one.position.line != other.position.line:
        return None
    both = f"{one.text}, {other.text}"
    if reading_of_words(both).doubt:
        return None
    return "a comma within square brackets starts another item", f'put both in one pair of quotation marks: "{both}"'


def _day_or_year(context: PlanContext, reading: Reading) -> str:
    """Both readings of a month whose two digits give a year that is far from the plan; "" where there is none."""
    if "short-year" not in reading.notes:
        return ""
    first, last = _near_years(context)
    return next((both for year, both in days_or_years(reading.words) if not first <= year <= last), "")


def _near_years(context: PlanContext) -> tuple[int, int]:
    """The first and the last year of which the plan may well speak. Today says nothing of years that have passed."""
    if period := context.plan.period:
        return period.start.year - YEARS_FROM_PERIOD, period.end.year + YEARS_FROM_PERIOD
    if context.day is None:
        return date.min.year, date.max.year
    first = context.day.year - YEARS_FROM_DAY if context.plan.closed or context.plan.as_at else date.min.year
    return first, context.day.year + YEARS_FROM_DAY


def _outside(
    context: PlanContext, node: PlanNode, key: str, words: str, reading: Reading, period: Period
) -> Iterator[Problem]:
    span = span_of(reading)
    if not span or period.end < period.start:
        return
    if span[1] < period.start:
        yield context.problem(problems.DUE_BEFORE_START, node, key, value=words, start=in_words(period.start))
    elif span[0] > period.end:
        yield context.problem(problems.DUE_AFTER_END, node, key, value=words, end=in_words(period.end))


def words_of(timescale: Timescale) -> str:
    """The words by which a timescale is read: those that were meant, where the printed ones are a slip."""
    return timescale.read_as or timescale.words


def reading_of(timescale: Timescale) -> Reading:
    """How a timescale is read."""
    return reading_of_words(words_of(timescale))


@lru_cache(maxsize=4096)
def reading_of_words(words: str, anchor: date | None = None) -> Reading:
    """How `words` are read, counted from the day `anchor`. Plans use the same words again and again."""
    return read(words, anchor)


def span_of(reading: Reading) -> tuple[date, date] | None:
    """The first and the last day that `reading` names; None where something goes on after them, or no day is named."""
    starts = [part.start for part in reading.parts if part.start and part.kind != "recurring"]
    return (min(starts), reading.end) if starts and reading.end else None

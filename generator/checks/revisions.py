"""A date that was moved was moved by somebody, and to another date."""

from collections.abc import Iterator
from itertools import pairwise

from generator import problems
from generator.checks.context import PlanContext
from generator.checks.times import reading_of_words, span_of, words_of
from generator.errors import Problem
from generator.plan.model import Timescale


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every revision that nobody decided, or that changed nothing."""
    for node, timescale in context.of(Timescale):
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

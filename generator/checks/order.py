"""What has days stands with the oldest first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from generator import problems
from generator.checks.days import in_words
from generator.checks.times import reading_of_words, span_of
from generator.checks.walk import Step, Walk
from generator.errors import Problem
from generator.plan.model import (
    Action,
    Measure,
    Note,
    Occurrence,
    Outcome,
    Report,
    ReviewRule,
    Timescale,
)

# A day or a time as it is said, and its first and last day where they can be told.
Said = tuple[str, tuple[date, date] | None]


def problems_of(walk: Walk) -> Iterator[Problem]:
    """The first place in each list at which a later thing stands before an earlier one."""
    for step in walk.steps:
        for key, thing, dated in _lists(step):
            yield from _backwards(walk, step, key, thing, dated)


def _lists(step: Step) -> Iterator[tuple[str, str, Iterable[tuple[int, Said]]]]:
    """Every list of `step` that has an order: its key, what one of it is called, and the places and days in it."""
    match step.value:
        case Action(notes=notes) | Outcome(notes=notes):
            yield "notes", "the note", enumerate(map(_note, notes))
        case ReviewRule(reviews=reviews):
            yield "reviews", "the review", enumerate(_day(review.date) for review in reviews)
        case Timescale(revises=revises):
            yield "revises", "the move", enumerate(_day(revision.moved_on) for revision in revises)
        case Report(occurrences=occurrences):
            yield "occurrences", "the one", enumerate(map(_occurrence, occurrences))
        case Measure(observations=figures):
            # A measure may have several figures for one time, told apart by their labels.
            by_label: defaultdict[str | None, list[tuple[int, Said]]] = defaultdict(list)
            for place, figure in enumerate(figures):
                by_label[figure.label].append((place, _words(figure.period)))
            for own in by_label.values():
                yield "observations", "the figure", own


def _backwards(walk: Walk, step: Step, key: str, thing: str, dated: Iterable[tuple[int, Said]]) -> Iterator[Problem]:
    before: tuple[str, date] | None = None
    for place, (words, span) in dated:
        if span is None:
            continue
        if before and span[1] < before[1]:
            yield walk.problem(problems.DAYS_BACKWARDS, step, key, place, thing=thing, day=words, before=before[0])
            return
        before = words, span[0]


def _day(day: date | None) -> Said:
    return (in_words(day), (day, day)) if day else ("", None)


def _words(words: str) -> Said:
    return words, span_of(reading_of_words(words))


def _note(note: Note) -> Said:
    return _day(note.date) if note.date else _words(note.date_words or "")


def _occurrence(occurrence: Occurrence) -> Said:
    return _words(occurrence.due or occurrence.held_on or "")

"""Ids are unique and not reserved; printed numbers that repeat are said."""

from collections.abc import Iterator

from generator import problems
from generator.checks.walk import Step, Walk
from generator.errors import Problem
from generator.plan.model import (
    Action,
    Body,
    Entry,
    Event,
    Outcome,
    Status,
)
from generator.plan.validation import position_of
from generator.plan.vocabulary import RESERVED, RESERVED_AT_TOP
from generator.text import term_key


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Every problem of ids and numbers."""
    yield from _reserved(walk)
    for kind in (Entry, Body, Status, Event):
        yield from _duplicates(walk, kind)
    yield from _repeated_terms(walk)
    yield from _repeated_numbers(walk)


def _reserved(walk: Walk) -> Iterator[Problem]:
    if walk.plan.id in RESERVED_AT_TOP:
        yield walk.file.problem(problems.ID_RESERVED, ("id",), value=walk.plan.id)
    for step, entry in walk.of(Entry):
        if entry.id in RESERVED:
            yield walk.problem(problems.ID_RESERVED, step, "id", value=entry.id)


def _duplicates(walk: Walk, kind: type[Entry] | type[Body] | type[Status] | type[Event]) -> Iterator[Problem]:
    """Entries share one set of ids; bodies, statuses and events have one each."""
    seen: dict[str, Step] = {}
    for step, thing in walk.of(kind):
        if thing.id in seen:
            yield walk.problem(
                problems.ID_DUPLICATE, step, "id", value=thing.id, first=_line(walk, seen[thing.id], "id")
            )
        else:
            seen[thing.id] = step


def _repeated_terms(walk: Walk) -> Iterator[Problem]:
    terms = [entry.term for entry in walk.plan.glossary]
    seen: dict[str, str] = {}
    for place, entry in enumerate(walk.plan.glossary):
        first = seen.setdefault(term_key(entry.term), entry.term)
        if entry.term != first:
            yield walk.file.problem(problems.GLOSSARY_ALIKE, ("glossary", place, "term"), value=entry.term, first=first)
        elif place != terms.index(entry.term):
            yield walk.file.problem(problems.GLOSSARY_DUPLICATE, ("glossary", place, "term"), value=entry.term)


def _repeated_numbers(walk: Walk) -> Iterator[Problem]:
    kinds: tuple[type[Outcome] | type[Action], ...] = (Outcome, Action)
    for kind in kinds:
        seen: dict[str, Step] = {}
        for step, thing in walk.of(kind):
            if thing.number is None:
                continue
            if thing.number in seen:
                first = _line(walk, seen[thing.number], "number")
                yield walk.problem(problems.NUMBER_REPEATED, step, "number", value=thing.number, first=first)
            else:
                seen[thing.number] = step


def _line(walk: Walk, step: Step, key: str) -> int:
    assert walk.file.tree.root is not None
    return position_of(walk.file.tree.root, (*step.path, key)).line

"""Ids are unique and not reserved; printed numbers that repeat are said."""

from collections.abc import Iterator
from typing import Any

from generator import problems
from generator.checks.context import PlanContext
from generator.errors import Problem, ProblemKind
from generator.plan.model import Action, Body, Entry, Event, Outcome, Status
from generator.plan.vocabulary import RESERVED, RESERVED_AT_TOP
from generator.plan.walk import PlanNode
from generator.text import term_key


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every problem of ids and numbers."""
    yield from _reserved(context)
    # Entries share one set of ids; bodies, statuses and events have one each.
    for kind in (Entry, Body, Status, Event):
        yield from _repeated(context, kind, "id", problems.ID_DUPLICATE)
    yield from _repeated(context, Outcome, "number", problems.NUMBER_REPEATED)
    yield from _repeated(context, Action, "number", problems.NUMBER_REPEATED)
    yield from _repeated_terms(context)


def _reserved(context: PlanContext) -> Iterator[Problem]:
    if context.plan.id in RESERVED_AT_TOP:
        yield context.file.problem(problems.ID_RESERVED, ("id",), value=context.plan.id)
    for node, entry in context.of(Entry):
        if entry.id in RESERVED:
            yield context.problem(problems.ID_RESERVED, node, "id", value=entry.id)


def _repeated(context: PlanContext, kind: type[Any], key: str, problem: ProblemKind) -> Iterator[Problem]:
    seen: dict[str, PlanNode] = {}
    for node, thing in context.of(kind):
        own = getattr(thing, key)
        if own is not None and (first := seen.setdefault(own, node)) is not node:
            yield context.problem(problem, node, key, value=own, first=context.line(first, key))


def _repeated_terms(context: PlanContext) -> Iterator[Problem]:
    terms = [entry.term for entry in context.plan.glossary]
    seen: dict[str, str] = {}
    for place, term in enumerate(terms):
        first = seen.setdefault(term_key(term), term)
        path = ("glossary", place, "term")
        if term != first:
            yield context.file.problem(problems.GLOSSARY_ALIKE, path, value=term, first=first)
        elif place != terms.index(term):
            yield context.file.problem(problems.GLOSSARY_DUPLICATE, path, value=term)

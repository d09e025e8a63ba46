"""What has days stands with the oldest first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator import problems
from generator.checks.context import PlanContext
from generator.checks.days import in_words
from generator.checks.times import reading_of_words, span_of
from generator.errors import Problem
from generator.plan.walk import PlanNode

# Lists that have an order: what one item is called, and its day, or the first of the fields that says when.
LISTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "notes": ("the note", ("date", "date_words")),
    "reviews": ("the review", ("date",)),
    "revises": ("the move", ("moved_on",)),
    "occurrences": ("the one", ("due", "held_on")),
    "observations": ("the figure", ("period",)),
}


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """The first place in each list at which a later thing stands before an earlier one."""
    for node in context.nodes:
        lists: defaultdict[tuple[str, str | None], list[tuple[int, Any]]] = defaultdict(list)
        for field, path, item in node.held():
            if field.name in LISTS and isinstance(path[-1], int):
                # A measure may have several figures for one time, told apart by their labels.
                lists[field.name, getattr(item, "label", None)].append((path[-1], item))
        for (key, _), items in lists.items():
            yield from _backwards(context, node, key, items)


def _backwards(context: PlanContext, node: PlanNode, key: str, items: list[tuple[int, Any]]) -> Iterator[Problem]:
    thing, fields = LISTS[key]
    before: tuple[str, date] | None = None
    for place, item in items:
        words, span = _when(next((own for name in fields if (own := getattr(item, name))), ""))
        if span is None:
            continue
        if before and span[1] < before[1]:
            yield context.problem(problems.DAYS_BACKWARDS, node, key, place, thing=thing, day=words, before=before[0])
            return
        before = words, span[0]


def _when(said: date | str) -> tuple[str, tuple[date, date] | None]:
    """A day, or words for a time, as it is said; and its first and last day where they can be told."""
    return (in_words(said), (said, said)) if isinstance(said, date) else (said, span_of(reading_of_words(said)))

"""Which changes are too heavy for an update that is called minor."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.diff.change import Change
from generator.diff.change_kinds import BY_KIND
from generator.diff.direction import is_settled
from generator.diff.frequency import may_be_less_often
from generator.diff.passages import word_changes
from generator.plan.field_types import Missing
from generator.plan.model import (
    Grade,
    GradeCount,
    GradeCounts,
    Lead,
    MatrixCell,
    MatrixRow,
    Note,
    Observation,
    Occurrence,
    PrintedSummary,
    PublicPlan,
    Review,
    ReviewRule,
)
from generator.plan.walk import walk_plan
from generator.status import each_thing, review_interval
from generator.timescale.interval import due_after

# Things of which none goes unnoticed, with whatever went with them.
KEPT = ("outcome", "action", "measure", "evidence", "finding", "report")
# Figures that were published, and the tables that hold them.
FIGURES = (Observation, Grade, GradeCounts, GradeCount, PrintedSummary, MatrixRow, MatrixCell)
FIGURE_FIELDS = ("value", "numerator", "denominator", "grade", "count", "percent")


def significant_changes(changes: Iterable[Change], old: PublicPlan, new: PublicPlan) -> tuple[Change, ...]:
    """Those of `changes`, which lead from `old` to `new`, for which an update is significant."""
    return tuple(change for change in changes if _is_significant(change, old, new))


def _is_significant(change: Change, old: PublicPlan, new: PublicPlan) -> bool:
    if BY_KIND[change.kind].is_significant or may_be_less_often(change):
        return True
    if _takes_a_figure(change) or _puts_review_off(change, old, new) or _starts_later(change):
        return True
    if change.kind == "removed":
        return any(thing.kind in KEPT for thing in (change.thing, *change.others))
    if change.kind in ("evidence", "finding"):
        # An action no longer names what stood behind it, or what it answers.
        return change.field in ("evidence", "answers") and change.old is not None
    if change.kind == "target-changed":
        # Nobody can tell whether it asks for less.
        return "value" in change.fields
    if isinstance(change.old, Note) and isinstance(change.new, Note):
        # Its text was taken out, and why is said in its place; or another text is.
        return isinstance(change.new.text, Missing) or _is_replaced(change.old.text, change.new.text)
    if change.kind == "wording" and change.thing.kind == "evidence":
        return _is_replaced(change.old, change.new)
    if change.kind == "body-changed":
        # Who leads an action reads otherwise.
        return change.field == "name" and change.thing.id in _leads(old)
    if isinstance(change.old, Occurrence) and "state" in change.fields:
        # What was stated of a report is another.
        return is_settled(change.old)
    if change.field in ("rated", "direction", "scale") or change.kind == "legend":
        # What is rated, what counts as better, and what a rating says.
        return True
    # A day from which others are counted.
    return change.kind == "event" and change.field == "date"


def _is_replaced(old: object, new: object) -> bool:
    """Whether a text was removed, or replaced by one that is not the same in other words."""
    return isinstance(old, str) and not (isinstance(new, str) and word_changes(old, new))


def _takes_a_figure(change: Change) -> bool:
    """Whether a figure was removed, alone or with its table, or replaced by a reason."""
    if not isinstance(change.old, FIGURES):
        return False
    if change.new is None:
        return True
    numbers = (name for name in FIGURE_FIELDS if name in change.fields)
    return any(_is_given(change.old, name) and not _is_given(change.new, name) for name in numbers)


def _is_given(value: object, name: str) -> bool:
    held = getattr(value, name)
    return held is not None and not isinstance(held, Missing)


def _leads(plan: PublicPlan) -> frozenset[str]:
    """The ids of the bodies that lead an action."""
    leads = (node.value for node in walk_plan(plan) if isinstance(node.value, Lead))
    return frozenset(lead.body for lead in leads if lead.body)


def _starts_later(change: Change) -> bool:
    """Whether what comes again counts from a later day, or from none."""
    both = (change.old, change.new)
    before, after = both if change.field == "since" else (getattr(value, "since", None) for value in both)
    if change.operation != "set" or not isinstance(before, date):
        return False
    return not isinstance(after, date) or after > before


def _puts_review_off(change: Change, old: PublicPlan, new: PublicPlan) -> bool:
    """Whether the review after one is due later than before, by a day of its own, by the day of the one or without."""
    thing = change.thing.id
    for review in _reviews(change.new):
        before = change.old if isinstance(change.old, Review) else replace(review, next_due=None)
        asked, now = _next_due(before, old, thing), _next_due(review, new, thing)
        is_other = (before.date, before.next_due) != (review.date, review.next_due)
        if is_other and asked and (now is None or now > asked):
            return True
    return False


def _reviews(value: object) -> Iterator[Review]:
    if isinstance(value, ReviewRule):
        yield from value.reviews
    elif isinstance(value, Review):
        yield value


def _next_due(review: Review, plan: PublicPlan, thing: str) -> date | None:
    """When the review after `review` of the thing with the id `thing` is due; None where it never is."""
    rated = next((item for item in each_thing(plan) if item.id == thing), None)
    interval = review_interval(plan, rated) if rated else None
    return review.next_due or (due_after(review.date, interval) if interval else None)

"""Nothing in a plan is later than the day of which it speaks; a plan that has ended has such a day for good."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator import problems
from generator.checks.context import PlanContext
from generator.errors import Problem
from generator.plan.model import Closure, Decision, Evidence, Note, Review, Revision
from generator.wording import Words

# Problems are said in English, whatever the language of the site.
ENGLISH = Words()
# What has a day on which it happened: the key of the day, and what the thing is called.
DATED: dict[type[Any], tuple[str, str]] = {
    Note: ("date", "note"),
    Review: ("date", "review"),
    Closure: ("date", "closing or opening"),
    Decision: ("date", "decision"),
    Evidence: ("date", "evidence"),
    Revision: ("moved_on", "move"),
}


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every day after the plan's own, and every plan that has ended by one of two signs only."""
    yield from _ended(context)
    if context.day is None:
        return
    own, do = _own_day(context, context.day)
    for kind, (key, thing) in DATED.items():
        problem = problems.NOTE_AFTER_PLAN if kind is Note else problems.DAY_AFTER_PLAN
        for node, dated in context.of(kind):
            day = getattr(dated, key)
            if day and day > context.day:
                yield context.problem(problem, node, key, thing=thing, day=in_words(day), own=own, do=do)


def _own_day(context: PlanContext, day: date) -> tuple[str, str]:
    """The day of the plan in words, and what to do about a later one."""
    if context.plan.closed:
        return f"the day as at which the plan was closed, {in_words(day)}", "mend one of the two"
    if context.plan.as_at:
        return f"the plan's own day, {in_words(day)}", "mend it, or set 'as_at' to a later day"
    return f"today, {in_words(day)}", "mend it"


def _ended(context: PlanContext) -> Iterator[Problem]:
    plan = context.plan
    has_ended = plan.state in ("ended", "replaced")
    if plan.closed and not has_ended:
        yield context.file.problem(problems.CLOSED_STATE, ("closed",), on_key=True, state=plan.state)
    if has_ended and not plan.closed:
        yield context.file.problem(problems.ENDED_OPEN, ("state",), state=plan.state)


def in_words(day: date) -> str:
    """`day` as a person says it: "3 May 2019"."""
    return ENGLISH.day(day)

"""Facts of one plan that cannot be true together, and values that cannot be what they are said to be."""

import re
from collections.abc import Iterator

from generator import problems
from generator.checks.walk import Walk
from generator.errors import Problem
from generator.plan.model import (
    Action,
    Body,
    Contact,
    Observation,
    Related,
)

LANGUAGE = re.compile(r"[a-z]{2}(-[A-Z]{2})?")


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Every fact of the plan that contradicts another."""
    yield from _days(walk)
    yield from _successor(walk)
    yield from _themselves(walk)
    for step, figure in walk.of(Observation):
        if figure.denominator is not None and (figure.denominator == 0 or (figure.numerator or 0) > figure.denominator):
            some = 0 if figure.numerator is None else figure.numerator
            yield walk.problem(
                problems.FIGURE_IMPOSSIBLE, step, "denominator", numerator=some, denominator=figure.denominator
            )
    for place, language in enumerate(walk.plan.languages):
        if not LANGUAGE.fullmatch(language):
            yield walk.file.problem(problems.LANGUAGE_TAG, ("languages", place), value=language)
    for step, contact in walk.of(Contact):
        if contact.email and not re.fullmatch(r"[^@\s]+@[^@\s]+", contact.email):
            yield walk.problem(problems.EMAIL_MALFORMED, step, "email", value=contact.email)


def _days(walk: Walk) -> Iterator[Problem]:
    """A closed plan speaks of its own day for good, so that today says nothing of it."""
    plan = walk.plan
    if not plan.as_at:
        return
    if plan.closed:
        if plan.closed.as_at < plan.as_at:
            closed, as_at = plan.closed.as_at, plan.as_at
            yield walk.file.problem(problems.CLOSED_BACKWARDS, ("closed", "as_at"), closed=closed, as_at=as_at)
    elif walk.today and plan.as_at > walk.today:
        yield walk.file.problem(problems.AS_AT_FUTURE, ("as_at",), as_at=plan.as_at, today=walk.today)


def _successor(walk: Walk) -> Iterator[Problem]:
    plan = walk.plan
    is_named = (plan.closed and plan.closed.succeeded_by) or any(p.how == "successor" for p in plan.related_plans)
    if plan.state == "replaced" and not is_named:
        yield walk.file.problem(problems.SUCCESSOR_MISSING, ("state",))


def _themselves(walk: Walk) -> Iterator[Problem]:
    for step, body in walk.of(Body):
        for key in ("parent", "succeeded_by"):
            if getattr(body, key) == body.id:
                yield walk.problem(problems.REFERENCE_ITSELF, step, key, thing="body")
    actions = {step.path: action.id for step, action in walk.of(Action)}
    for step, related in walk.of(Related):
        if related.plan in (None, walk.plan.id) and related.action == actions[step.path[:-2]]:
            yield walk.problem(problems.REFERENCE_ITSELF, step, "action", thing="action")

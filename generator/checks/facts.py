"""Facts of one plan that cannot be true together, and values that cannot be what they are said to be."""

import re
from collections.abc import Iterator

from generator import problems
from generator.checks.context import PlanContext, owner
from generator.errors import Problem
from generator.plan.model import Body, Contact, Observation, Related

LANGUAGE = re.compile(r"[a-z]{2}(-[A-Z]{2})?")


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every fact of the plan that contradicts another."""
    yield from _days(context)
    yield from _successor(context)
    yield from _themselves(context)
    for node, figure in context.of(Observation):
        if figure.denominator is not None and (figure.denominator == 0 or (figure.numerator or 0) > figure.denominator):
            some = 0 if figure.numerator is None else figure.numerator
            yield context.problem(
                problems.FIGURE_IMPOSSIBLE, node, "denominator", numerator=some, denominator=figure.denominator
            )
    for place, language in enumerate(context.plan.languages):
        if not LANGUAGE.fullmatch(language):
            yield context.file.problem(problems.LANGUAGE_TAG, ("languages", place), value=language)
    for node, contact in context.of(Contact):
        if contact.email and not re.fullmatch(r"[^@\s]+@[^@\s]+", contact.email):
            yield context.problem(problems.EMAIL_MALFORMED, node, "email", value=contact.email)


def _days(context: PlanContext) -> Iterator[Problem]:
    """A closed plan speaks of its own day for good, so that today says nothing of it."""
    plan = context.plan
    if not plan.as_at:
        return
    if plan.closed:
        if plan.closed.as_at < plan.as_at:
            closed, as_at = plan.closed.as_at, plan.as_at
            yield context.file.problem(problems.CLOSED_BACKWARDS, ("closed", "as_at"), closed=closed, as_at=as_at)
    elif context.today and plan.as_at > context.today:
        yield context.file.problem(problems.AS_AT_FUTURE, ("as_at",), as_at=plan.as_at, today=context.today)


def _successor(context: PlanContext) -> Iterator[Problem]:
    plan = context.plan
    is_named = (plan.closed and plan.closed.succeeded_by) or any(p.how == "successor" for p in plan.related_plans)
    if plan.state == "replaced" and not is_named:
        yield context.file.problem(problems.SUCCESSOR_MISSING, ("state",))


def _themselves(context: PlanContext) -> Iterator[Problem]:
    for node, body in context.of(Body):
        for key in ("parent", "succeeded_by"):
            if getattr(body, key) == body.id:
                yield context.problem(problems.REFERENCE_ITSELF, node, key, thing="body")
    for node, related in context.of(Related):
        if related.plan in (None, context.plan.id) and related.action == owner(node):
            yield context.problem(problems.REFERENCE_ITSELF, node, "action", thing="action")

"""Ratings are of the plan's own legend, and stand where the plan rates."""

from collections.abc import Iterator
from itertools import pairwise
from typing import get_args

from generator import problems
from generator.checks.context import PlanContext, PlanText
from generator.errors import Problem
from generator.plan.field_types import Missing, id_meant
from generator.plan.model import Outcome, StatusScheme
from generator.plan.vocabulary import MissingKind
from generator.plan.walk import PlanNode
from generator.status import TONE_ORDER, comparable, rating_order, statuses
from generator.text import either, nearest

# What authors write where there is no rating.
NO_STATUS = ("", "n-a", "na", "nil", "none", "not-rated", "tba", "tbc", "unknown")


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every problem of declared ratings."""
    for words in context.typed:
        if words.field.about.refers_to == "status":
            yield from _unknown(context, words)
    for node, thing in context.things:
        below = "sub-actions" if "sub_actions" in node.path else "actions"
        yield from _level_problems(context, node, thing.status, "outcomes" if isinstance(thing, Outcome) else below)
    for node, scheme in context.of(StatusScheme):
        yield from _order_problems(context, node, scheme)


def _order_problems(context: PlanContext, node: PlanNode, scheme: StatusScheme) -> Iterator[Problem]:
    """What keeps readers from being told which rating is better."""
    for place, status in enumerate(scheme.scale):
        if status in scheme.scale[:place]:
            yield context.problem(problems.SCALE_ORDER, node, "scale", place, why=f"{status!r} is in it twice")
    tones = {status.id: status.tone for status in scheme.statuses}
    named = [status for status in scheme.scale if tones.get(status) in TONE_ORDER]
    for worse, better in pairwise(named):
        if TONE_ORDER.index(tones[worse]) > TONE_ORDER.index(tones[better]):
            why = f"{worse!r} is {tones[worse]}, and comes before {better!r}, which is {tones[better]}"
            yield context.problem(problems.SCALE_ORDER, node, "scale", scheme.scale.index(better), why=why)
            break
    if context.plan.rated and len(comparable(scheme)) > 1 and not rating_order(scheme):
        yield context.problem(problems.LEGEND_UNORDERED, node, "statuses")


def _level_problems(
    context: PlanContext, node: PlanNode, status: str | Missing | None, level: str
) -> Iterator[Problem]:
    is_rated = level in context.plan.rated
    if status is not None and not is_rated:
        yield context.problem(problems.STATUS_NOT_RATED, node, "status", level=level)
    if status is None and is_rated and not _is_worked_out(context.plan.status_scheme, level):
        yield context.problem(problems.STATUS_MISSING, node, level=level)


def _is_worked_out(scheme: StatusScheme | None, level: str) -> bool:
    """Whether the plan's rule gives the ratings of `level`, so that none is to be typed."""
    return scheme is not None and bool(scheme.roll_up if level == "outcomes" else scheme.computed)


def _unknown(context: PlanContext, words: PlanText) -> Iterator[Problem]:
    if words.text not in [entry.id for entry in statuses(context.plan)]:
        scheme = context.plan.status_scheme
        use = _meant(id_meant(words.text), scheme) if scheme else "a legend first: 'status_scheme'"
        yield context.problem(problems.STATUS_UNKNOWN, words, value=words.text, known=use)


def _meant(word: str, scheme: StatusScheme) -> str:
    """What `word` was most likely meant to be: a rating written as its label, or that there is none; else any."""
    if word in get_args(MissingKind):
        return f"{{missing: {word}}}"
    known = [entry.id for entry in scheme.statuses]
    named = [entry.id for entry in scheme.statuses if word in (entry.id, id_meant(entry.label), entry.tone)]
    if len(named) == 1:
        return named[0]
    near = nearest(word, known)
    # "red-amber" is near amber, and is no slip of the pen.
    if near and abs(len(near) - len(word)) <= 1:
        return near
    return f"{either(known)}; or {{missing: not-yet-rated}}" if word in NO_STATUS else either(known)

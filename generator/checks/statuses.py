"""Ratings are of the plan's own legend, and stand where the plan rates."""

from collections.abc import Iterator
from itertools import pairwise
from typing import get_args

from generator import problems
from generator.checks.walk import Step, Walk
from generator.errors import Problem
from generator.plan.field_types import Missing, id_meant
from generator.plan.model import (
    Action,
    ComputedRule,
    MatrixCell,
    Outcome,
    StatusScheme,
)
from generator.plan.vocabulary import MissingKind
from generator.status import TONE_ORDER, comparable, rating_order
from generator.text import either, nearest

# The ratings that a computed rule names.
RULED = ("complete", "past_due", "due_soon", "in_time")
# What authors write where there is no rating.
NO_STATUS = ("", "n-a", "na", "nil", "none", "not-rated", "tba", "tbc", "unknown")


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Every problem of declared ratings."""
    for step, action in walk.of(Action):
        level = "sub-actions" if "sub_actions" in step.path else "actions"
        yield from _status_problems(walk, step, action.status, level)
    for step, outcome in walk.of(Outcome):
        yield from _status_problems(walk, step, outcome.status, "outcomes")
    for step, cell in walk.of(MatrixCell):
        yield from _unknown(walk, step, cell.status)
    for step, rule in walk.of(ComputedRule):
        for key in RULED:
            yield from _unknown(walk, step, getattr(rule, key), key)
    for step, scheme in walk.of(StatusScheme):
        yield from _order_problems(walk, step, scheme)


def _order_problems(walk: Walk, step: Step, scheme: StatusScheme) -> Iterator[Problem]:
    """What keeps readers from being told which rating is better."""
    for place, status in enumerate(scheme.scale):
        yield from _unknown(walk, step, status, "scale", place)
        if status in scheme.scale[:place]:
            yield walk.problem(problems.SCALE_ORDER, step, "scale", place, why=f"{status!r} is in it twice")
    tones = {status.id: status.tone for status in scheme.statuses}
    named = [status for status in scheme.scale if tones.get(status) in TONE_ORDER]
    for worse, better in pairwise(named):
        if TONE_ORDER.index(tones[worse]) > TONE_ORDER.index(tones[better]):
            why = f"{worse!r} is {tones[worse]}, and comes before {better!r}, which is {tones[better]}"
            yield walk.problem(problems.SCALE_ORDER, step, "scale", scheme.scale.index(better), why=why)
            break
    legend = walk.plan.status_scheme
    if legend and walk.plan.rated and len(comparable(legend)) > 1 and not rating_order(legend):
        yield walk.problem(problems.LEGEND_UNORDERED, step, "statuses")


def _status_problems(walk: Walk, step: Step, status: str | Missing | None, level: str) -> Iterator[Problem]:
    if isinstance(status, str):
        yield from _unknown(walk, step, status)
    is_rated = level in walk.plan.rated
    if status is not None and not is_rated:
        yield walk.problem(problems.STATUS_NOT_RATED, step, "status", level=level)
    if status is None and is_rated and not _is_worked_out(walk.plan.status_scheme, level):
        yield walk.problem(problems.STATUS_MISSING, step, level=level)


def _is_worked_out(scheme: StatusScheme | None, level: str) -> bool:
    """Whether the plan's rule gives the ratings of `level`, so that none is to be typed."""
    return scheme is not None and bool(scheme.roll_up if level == "outcomes" else scheme.computed)


def _unknown(walk: Walk, step: Step, status: str, *key: str | int) -> Iterator[Problem]:
    scheme = walk.plan.status_scheme
    if not scheme or status not in [entry.id for entry in scheme.statuses]:
        use = _meant(id_meant(status), scheme) if scheme else "a legend first: 'status_scheme'"
        yield walk.problem(problems.STATUS_UNKNOWN, step, *(key or ("status",)), value=status, known=use)


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

"""Bodies that had ceased by the day of the plan: what they still lead, and what still goes to them."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from generator import problems
from generator.checks.days import in_words
from generator.checks.times import reading_of, reading_of_words, span_of
from generator.checks.walk import Walk
from generator.errors import Problem
from generator.plan.field_types import Missing
from generator.plan.model import (
    Action,
    Body,
    Lead,
    Report,
    Timescale,
)
from generator.status import is_closed


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Every duty of a body that is there no more."""
    day = walk.day
    ceased = {body.id: body for body in walk.plan.bodies if day and _has_ceased(body, day)}
    if not ceased:
        return
    yield from _leads(walk, ceased)
    yield from _reports(walk, tuple(ceased.values()))
    leading = {lead.body for _, lead in walk.of(Lead)}
    for step, body in walk.of(Body):
        if body.id in ceased and body.id in leading and not body.succeeded_by:
            yield walk.file.problem(problems.SUCCESSOR_UNNAMED, step.path, subject=body.id, value=body.name)


def _has_ceased(body: Body, day: date) -> bool:
    return body.ceased_on < day if body.ceased_on else bool(body.ceased)


def _leads(walk: Walk, ceased: Mapping[str, Body]) -> Iterator[Problem]:
    done = _done_statuses(walk)
    for step, action in walk.of(Action):
        for place, lead in enumerate(() if isinstance(action.leads, Missing) else action.leads):
            body = ceased.get(lead.body or "")
            if body and not _is_done(action, done) and not _was_due(action, body):
                do = f"name {body.succeeded_by!r}, which took over" if body.succeeded_by else "name who leads it now"
                path = ("leads", place, "body")
                yield walk.problem(problems.LEAD_CEASED, step, *path, value=body.name, when=_when(body), do=do)


def _when(body: Body) -> str:
    return f"ceased on {in_words(body.ceased_on)}" if body.ceased_on else "has ceased"


def _was_due(action: Action, body: Body) -> bool:
    """Whether all of the action was due while the body was there."""
    timescales = () if isinstance(action.timescales, Missing) else action.timescales
    spans = [span_of(reading_of(timescale)) for timescale in timescales if timescale.role != "reported"]
    ends = [span[1] for span in spans if span]
    return bool(ends and body.ceased_on and max(ends) <= body.ceased_on)


def _done_statuses(walk: Walk) -> frozenset[str]:
    scheme = walk.plan.status_scheme
    return frozenset(status.id for status in scheme.statuses if status.tone == "complete") if scheme else frozenset()


def _is_done(action: Action, done: frozenset[str]) -> bool:
    return is_closed(action.closures) or action.progress == 100 or action.status in done


def _reports(walk: Walk, ceased: tuple[Body, ...]) -> Iterator[Problem]:
    named = [
        (step, key, getattr(report, key), _last_made(report))
        for step, report in walk.of(Report)
        for key in ("sender", "to")
    ]
    named += [
        (step, "words", time.words, _last_due(time)) for step, time in walk.of(Timescale) if time.role == "reported"
    ]
    for step, key, words, last in named:
        for body in ceased:
            was_over = last is not None and body.ceased_on is not None and last <= body.ceased_on
            if words and not was_over and (words == body.id or any(is_named(name, words) for name in names_of(body))):
                yield walk.problem(problems.REPORT_CEASED, step, key, value=words, body=body.name, when=_when(body))


def _last_made(report: Report) -> date | None:
    """The day on which all of a report had been made; None where more may come, or a day of it is not known."""
    days = [reading_of_words(occurrence.held_on or "").end for occurrence in report.occurrences]
    return max((day for day in days if day), default=None) if None not in days and not report.how_often else None


def _last_due(timescale: Timescale) -> date | None:
    """The last day on which anything of a timescale is due; None where it goes on without an end."""
    days = [part.end for part in reading_of(timescale).parts]
    return max((day for day in days if day), default=None) if None not in days else None


def names_of(body: Body) -> tuple[str, ...]:
    """What a body is called."""
    return (body.name, body.short_name) if body.short_name else (body.name,)


def is_named(name: str, words: str) -> bool:
    """Whether `name` stands in `words`, as whole words."""
    return name in words and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None

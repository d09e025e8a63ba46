"""Bodies that had ceased by the day of the plan: what they still lead, and what still goes to them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generator import problems
from generator.checks.context import PlanContext
from generator.checks.days import in_words
from generator.checks.times import reading_of, reading_of_words, span_of
from generator.errors import Problem
from generator.plan.model import Action, Body, Lead, Report, Timescale
from generator.status import is_closed, statuses, timescales


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every duty of a body that is there no more."""
    day = context.day
    ceased = {body.id: body for body in context.plan.bodies if day and _has_ceased(body, day)}
    if not ceased:
        return
    yield from _leads(context, ceased)
    yield from _reports(context, tuple(ceased.values()))
    leading = {lead.body for _, lead in context.of(Lead)}
    for node, body in context.of(Body):
        if body.id in ceased and body.id in leading and not body.succeeded_by:
            yield context.problem(problems.SUCCESSOR_UNNAMED, node, subject=body.id, value=body.name)


def _has_ceased(body: Body, day: date) -> bool:
    return body.ceased_on < day if body.ceased_on else bool(body.ceased)


def _leads(context: PlanContext, ceased: Mapping[str, Body]) -> Iterator[Problem]:
    done = {status.id for status in statuses(context.plan) if status.tone == "complete"}
    for node, lead in context.of(Lead):
        action, body = node.above[-1][0], ceased.get(lead.body or "")
        is_done = is_closed(action.closures) or action.progress == 100 or action.status in done
        if body and not is_done and not _was_due(action, body):
            do = f"name {body.succeeded_by!r}, which took over" if body.succeeded_by else "name who leads it now"
            yield context.problem(problems.LEAD_CEASED, node, "body", value=body.name, when=_when(body), do=do)


def _when(body: Body) -> str:
    return f"ceased on {in_words(body.ceased_on)}" if body.ceased_on else "has ceased"


def _was_due(action: Action, body: Body) -> bool:
    """Whether all of the action was due while the body was there."""
    spans = [span_of(reading_of(timescale)) for timescale in timescales(action) if timescale.role != "reported"]
    ends = [span[1] for span in spans if span]
    return bool(ends and body.ceased_on and max(ends) <= body.ceased_on)


def _reports(context: PlanContext, ceased: tuple[Body, ...]) -> Iterator[Problem]:
    named = [
        (node, key, getattr(report, key), _last_made(report))
        for node, report in context.of(Report)
        for key in ("sender", "to")
    ]
    named += [
        (node, "words", time.words, _last_due(time)) for node, time in context.of(Timescale) if time.role == "reported"
    ]
    for node, key, words, last in named:
        for body in ceased:
            was_over = last is not None and body.ceased_on is not None and last <= body.ceased_on
            if words and not was_over and (words == body.id or any(is_named(name, words) for name in names_of(body))):
                yield context.problem(problems.REPORT_CEASED, node, key, value=words, body=body.name, when=_when(body))


def _last_made(report: Report) -> date | None:
    """The day on which all of a report had been made; None where more may come, or a day of it is not known."""
    return None if report.how_often else _last(reading_of_words(own.held_on or "").end for own in report.occurrences)


def _last_due(timescale: Timescale) -> date | None:
    """The last day on which anything of a timescale is due; None where it goes on without an end."""
    return _last(part.end for part in reading_of(timescale).parts)


def _last(days: Iterable[date | None]) -> date | None:
    """The last of the `days`; None where there is none, or one is not known."""
    known = list(days)
    return max((day for day in known if day), default=None) if None not in known else None


def names_of(body: Body) -> tuple[str, ...]:
    """What a body is called."""
    return (body.name, body.short_name) if body.short_name else (body.name,)


def is_named(name: str, words: str) -> bool:
    """Whether `name` stands in `words`, as whole words."""
    return name in words and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None

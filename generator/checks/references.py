"""Whatever one entry says of another is there: bodies, findings, evidence, events, actions, plans."""

from collections.abc import Collection, Iterator, Mapping
from functools import partial

from generator import problems
from generator.checks.walk import Step, Walk
from generator.errors import Problem, ProblemKind
from generator.plan.field_types import described_fields, id_meant
from generator.plan.model import (
    Action,
    Body,
    Closed,
    Decision,
    Entry,
    Evidence,
    Finding,
    KeyIssue,
    Lead,
    MatrixRow,
    Measure,
    Outcome,
    Period,
    PublicPlan,
    Reading,
    Related,
    RelatedPlan,
    Report,
    Review,
    Timescale,
    Transcribed,
)
from generator.text import either, nearest

ADD_BODY = "add it to 'bodies', with its 'id' and its 'name'; for a person, write the role alone: {role: Chair}"
# Up to how many ids are all named where one of them must be meant.
FEW = 8


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Every reference that leads nowhere, and every period that ends before it starts."""
    yield from _bodies(walk)
    yield from _entries(walk)
    yield from _plans(walk)
    yield from _fields(walk)
    for step, period in walk.of(Period):
        if period.end < period.start:
            yield walk.problem(problems.PERIOD_BACKWARDS, step, "end", start=period.start, end=period.end)


def _unknown(
    kind: ProblemKind,
    walk: Walk,
    step: Step,
    *more: str | int,
    value: str,
    known: Collection[str],
    thing: str = "",
    otherwise: str = "",
    names: Mapping[str, str] = {},
) -> Iterator[Problem]:
    """The problem that `value` is not `known`, if so. `names` are other ways to say one, as `id_meant` writes them."""
    if value not in known:
        word = id_meant(value)
        meant = names.get(word) or nearest(word, known)
        few = either(sorted(known)) if 0 < len(known) <= FEW else ""
        do = f"did you mean {meant!r}?" if meant else otherwise or (f"use {few}" if few else "use an id of this plan")
        yield walk.problem(kind, step, *more, value=value, do=do, thing=thing)


def _bodies(walk: Walk) -> Iterator[Problem]:
    known = {body.id for body in walk.plan.bodies}
    names = {id_meant(name): body.id for body in walk.plan.bodies for name in (body.name, body.short_name) if name}
    unknown = partial(_unknown, problems.BODY_UNKNOWN, walk, known=known, otherwise=ADD_BODY, names=names)
    for place, partner in enumerate(walk.plan.partners):
        yield from unknown(walk.steps[0], "partners", place, value=partner)
    for step, lead in walk.of(Lead):
        if lead.body:
            yield from unknown(step, "body", value=lead.body)
    for step, body in walk.of(Body):
        for key in ("parent", "succeeded_by"):
            if other := getattr(body, key):
                yield from unknown(step, key, value=other)


def _ids(walk: Walk, kind: type[Entry]) -> set[str]:
    return {entry.id for _, entry in walk.of(kind)}


def _entries(walk: Walk) -> Iterator[Problem]:
    kinds = (Entry, Action, Outcome, Finding, Evidence, Report)
    ids: Mapping[type[Entry], set[str]] = {kind: _ids(walk, kind) for kind in kinds}
    events = {event.id for event in walk.plan.events}
    for step, key, kind, values in _references(walk):
        thing = "entry" if kind is Entry else kind.__name__.lower()
        for place, value in enumerate(values):
            more = (key,) if isinstance(getattr(step.value, key), str) else (key, place)
            yield from _unknown(
                problems.REFERENCE_UNKNOWN, walk, step, *more, value=value, known=ids[kind], thing=thing
            )
    for step, timescale in walk.of(Timescale):
        if timescale.event:
            yield from _unknown(
                problems.EVENT_UNKNOWN,
                walk,
                step,
                "event",
                value=timescale.event,
                known=events,
                otherwise="add it to 'events', with its 'id' and its 'name'",
            )


def _references(walk: Walk) -> Iterator[tuple[Step, str, type[Entry], tuple[str, ...]]]:
    """Every field that names entries by id: its step, key, the kind of entry named, and the ids."""
    for step in walk.steps:
        match step.value:
            case Action() | Outcome() as thing:
                yield step, "evidence", Evidence, thing.evidence
                yield step, "answers", Finding, thing.answers
            case Review() as review:
                yield step, "evidence", Evidence, review.evidence
            case Lead() | Measure() as covering:
                yield step, "covers", Action, covering.covers
            case KeyIssue() as issue:
                yield step, "actions", Action, issue.actions
            case Timescale(report=str(report)):
                yield step, "report", Report, (report,)
            case Related(plan=None) as related:
                yield step, "action", Action, (related.action,)
            case MatrixRow() as row:
                yield step, "outcome", Outcome, (row.outcome,)
            case Decision() as decision:
                yield step, "affects", Entry, decision.affects


def _plans(walk: Walk) -> Iterator[Problem]:
    for step in walk.steps:
        match step.value:
            case RelatedPlan(plan=str(value)) | Related(plan=str(value)):
                key = "plan"
            case Closed(succeeded_by=str(value)):
                key = "succeeded_by"
            case _:
                continue
        otherwise = "take the id out, or add the plan"
        yield from _unknown(
            problems.RELATED_PLAN_UNKNOWN, walk, step, key, value=value, known=walk.plans, otherwise=otherwise
        )


def _fields(walk: Walk) -> Iterator[Problem]:
    """A reading is about a field of that in which it stands."""
    for step in walk.steps:
        if not isinstance(step.value, Transcribed | PublicPlan):
            continue
        known = {field.key for field in described_fields(type(step.value))}
        for place, reading in enumerate(step.value.readings):
            if isinstance(reading, Reading):
                yield from _unknown(
                    problems.FIELD_UNKNOWN,
                    walk,
                    step,
                    "readings",
                    place,
                    "field",
                    value=reading.field,
                    known=known,
                    thing=type(step.value).__name__.lower(),
                    otherwise="name one of its keys",
                )

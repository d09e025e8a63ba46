"""Whatever one entry says of another is there: bodies, findings, evidence, events, actions, plans."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator import problems
from generator.checks.walk import Step, Walk
from generator.errors import Problem, ProblemKind
from generator.plan.field_types import described_fields, id_meant
from generator.plan.model import (
    Action,
    Entry,
    Evidence,
    Finding,
    Outcome,
    Period,
    PublicPlan,
    Related,
    Report,
    Transcribed,
)
from generator.plan.vocabulary import ReferenceKind
from generator.text import either, nearest

ADD_BODY = "add it to 'bodies', with its 'id' and its 'name'; for a person, write the role alone: {role: Chair}"
ADD_EVENT = "add it to 'events', with its 'id' and its 'name'"
ADD_PLAN = "take the id out, or add the plan"
# Up to how many ids are all named where one of them must be meant.
FEW = 8
ENTRIES: Mapping[ReferenceKind, type[Entry]] = {
    "action": Action,
    "entry": Entry,
    "evidence": Evidence,
    "finding": Finding,
    "outcome": Outcome,
    "report": Report,
}


@dataclass(frozen=True)
class _Known:
    """The ids that a reference of one kind may have, and what is told of another one.

    `names` are other ways to say one, as `id_meant` writes them; `otherwise` is what to do where none is meant.
    """

    ids: Collection[str]
    problem: ProblemKind = problems.REFERENCE_UNKNOWN
    thing: str = ""
    otherwise: str = ""
    names: Mapping[str, str] | None = None


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Every reference that leads nowhere, and every period that ends before it starts."""
    known = _known(walk)
    for step in walk.steps:
        for field in described_fields(type(step.value)):
            kind = field.about.refers_to
            # What an action of another plan is called is told of that plan; ratings have a check of their own.
            if kind in known and not (kind == "action" and isinstance(step.value, Related) and step.value.plan):
                for more, value in _values(step.value, field.name):
                    yield from _unknown(known[kind], walk, step, field.key, *more, value=value)
    yield from _readings(walk)
    for step, period in walk.of(Period):
        if period.end < period.start:
            yield walk.problem(problems.PERIOD_BACKWARDS, step, "end", start=period.start, end=period.end)


def _values(holder: Any, name: str) -> Iterator[tuple[tuple[int, ...], str]]:
    """Each id that the field holds, with its place in a list."""
    held = getattr(holder, name)
    if isinstance(held, tuple):
        yield from (((place,), item) for place, item in enumerate(held))
    elif held:
        yield (), held


def _known(walk: Walk) -> dict[ReferenceKind | None, _Known]:
    bodies = walk.plan.bodies
    names = {id_meant(name): body.id for body in bodies for name in (body.name, body.short_name) if name}
    known: dict[ReferenceKind | None, _Known] = {
        "body": _Known({body.id for body in bodies}, problems.BODY_UNKNOWN, otherwise=ADD_BODY, names=names),
        "event": _Known({event.id for event in walk.plan.events}, problems.EVENT_UNKNOWN, otherwise=ADD_EVENT),
        "plan": _Known(walk.plans, problems.RELATED_PLAN_UNKNOWN, otherwise=ADD_PLAN),
    }
    for kind, entries in ENTRIES.items():
        known[kind] = _Known({entry.id for _, entry in walk.of(entries)}, thing=kind)
    return known


def _unknown(known: _Known, walk: Walk, step: Step, *more: str | int, value: str) -> Iterator[Problem]:
    """The problem that `value` is not `known`, if so."""
    if value not in known.ids:
        word = id_meant(value)
        meant = (known.names or {}).get(word) or nearest(word, known.ids)
        few = either(sorted(known.ids)) if 0 < len(known.ids) <= FEW else ""
        do = (
            f"did you mean {meant!r}?"
            if meant
            else known.otherwise or (f"use {few}" if few else "use an id of this plan")
        )
        yield walk.problem(known.problem, step, *more, value=value, do=do, thing=known.thing)


def _readings(walk: Walk) -> Iterator[Problem]:
    """A reading is about a field of that in which it stands."""
    for step in walk.steps:
        if isinstance(step.value, Transcribed | PublicPlan):
            kind = type(step.value)
            keys = {field.key for field in described_fields(kind)}
            name = "plan" if kind is PublicPlan else kind.__name__.lower()
            known = _Known(keys, problems.FIELD_UNKNOWN, name, "name one of its keys")
            for place, reading in enumerate(step.value.readings):
                yield from _unknown(known, walk, step, "readings", place, "field", value=reading.field)

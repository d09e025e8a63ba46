"""Whatever one entry says of another is there: bodies, findings, evidence, events, actions, plans."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from generator import problems
from generator.checks.context import PlanContext, PlanText
from generator.errors import Problem, ProblemKind
from generator.plan.field_types import described_fields, id_meant
from generator.plan.model import Action, Entry, Evidence, Finding, Outcome, Period, PublicPlan, Reading, Related, Report
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


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every reference that leads nowhere, and every period that ends before it starts."""
    known = _known(context)
    for words in context.typed:
        kind, holder = words.field.about.refers_to, words.node.value
        # What an action of another plan is called is told of that plan; ratings have a check of their own.
        if kind in known and not (kind == "action" and isinstance(holder, Related) and holder.plan):
            yield from _unknown(context, known[kind], words)
        elif words.field.owner is Reading and words.field.name == "field":
            yield from _unknown(context, _fields_beside(words), words)
    for node, period in context.of(Period):
        if period.end < period.start:
            yield context.problem(problems.PERIOD_BACKWARDS, node, "end", start=period.start, end=period.end)


def _known(context: PlanContext) -> dict[ReferenceKind | None, _Known]:
    bodies = context.plan.bodies
    names = {id_meant(name): body.id for body in bodies for name in (body.name, body.short_name) if name}
    known: dict[ReferenceKind | None, _Known] = {
        "body": _Known({body.id for body in bodies}, problems.BODY_UNKNOWN, otherwise=ADD_BODY, names=names),
        "event": _Known({event.id for event in context.plan.events}, problems.EVENT_UNKNOWN, otherwise=ADD_EVENT),
        "plan": _Known(context.plans, problems.RELATED_PLAN_UNKNOWN, otherwise=ADD_PLAN),
    }
    for kind, entries in ENTRIES.items():
        known[kind] = _Known({entry.id for _, entry in context.of(entries)}, thing=kind)
    return known


def _unknown(context: PlanContext, known: _Known, words: PlanText) -> Iterator[Problem]:
    """The problem that what `words` name is not `known`, if so."""
    if words.text not in known.ids:
        word = id_meant(words.text)
        meant = (known.names or {}).get(word) or nearest(word, known.ids)
        few = either(sorted(known.ids)) if 0 < len(known.ids) <= FEW else ""
        do = (
            f"did you mean {meant!r}?"
            if meant
            else known.otherwise or (f"use {few}" if few else "use an id of this plan")
        )
        yield context.problem(known.problem, words, value=words.text, do=do, thing=known.thing)


def _fields_beside(reading: PlanText) -> _Known:
    """What a reading can be about: a field of that in which it stands."""
    kind = type(reading.node.above[-1][0])
    keys = {field.key for field in described_fields(kind)}
    name = "plan" if kind is PublicPlan else kind.__name__.lower()
    return _Known(keys, problems.FIELD_UNKNOWN, name, "name one of its keys")

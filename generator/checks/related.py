"""An action that mirrors another one has the same leads and the same date, or it is said that they differ."""

from collections.abc import Iterable, Iterator, Mapping

from generator import problems
from generator.checks.times import reading_of, words_of
from generator.checks.walk import Walk, each_action
from generator.errors import Problem
from generator.plan.field_types import Missing
from generator.plan.model import Action, PublicPlan, Related, Timescale


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Every action of another plan that is not there, and every mirror that shows another thing."""
    actions = {step.path: action for step, action in walk.of(Action)}
    known: dict[str, Mapping[str, Action]] = {}
    for step, related in walk.of(Related):
        name = related.plan or walk.plan.id
        plan = walk.plan if name == walk.plan.id else walk.plans.get(name)
        if plan is None:
            continue
        if name not in known:
            known[name] = _actions_of(plan)
        other = known[name].get(related.action)
        if other is None and related.plan:
            yield walk.problem(problems.RELATED_ACTION_UNKNOWN, step, "action", value=related.action, title=plan.title)
        elif other and related.how == "mirrors" and not related.note:
            differences = ", and ".join(_differences(walk.plan, actions[step.path[:-2]], plan, other))
            if differences:
                yield walk.problem(problems.RELATED_DIFFERS, step, value=other.id, differences=differences)


def _actions_of(plan: PublicPlan) -> Mapping[str, Action]:
    return {action.id: action for outcome in plan.outcomes for action in each_action(outcome.actions)}


def _differences(plan: PublicPlan, here: Action, other_plan: PublicPlan, there: Action) -> list[str]:
    """In what the two actions differ. Of what one of them leaves open nothing is said."""
    found = []
    leads_here, leads_there = _leads(plan, here), _leads(other_plan, there)
    if leads_here and leads_there and leads_here.keys() != leads_there.keys():
        found.append(f"there {_joined(leads_there.values())} leads it, here {_joined(leads_here.values())}")
    due_here, due_there = _due(here), _due(there)
    parts_here, parts_there = (
        {part for time in due for part in reading_of(time).parts} for due in (due_here, due_there)
    )
    if parts_here and parts_there and parts_here != parts_there and not _is_doubtful(due_here + due_there):
        found.append(f"there it is due {_joined(map(words_of, due_there))}, here {_joined(map(words_of, due_here))}")
    return found


def _leads(plan: PublicPlan, action: Action) -> Mapping[str, str]:
    """The names of the bodies that lead `action`. The same body may have another id in another plan."""
    names = {body.id: body.name for body in plan.bodies}
    leads = () if isinstance(action.leads, Missing) else action.leads
    return {names[lead.body].casefold(): names[lead.body] for lead in leads if lead.body in names}


def _due(action: Action) -> list[Timescale]:
    timescales = () if isinstance(action.timescales, Missing) else action.timescales
    return [timescale for timescale in timescales if timescale.role == "due"]


def _is_doubtful(timescales: list[Timescale]) -> bool:
    return any(reading_of(timescale).doubt for timescale in timescales)


def _joined(words: Iterable[str]) -> str:
    return " and ".join(map(repr, words))

"""An action that mirrors another one has the same leads and the same date, or it is said that they differ."""

from collections.abc import Iterable, Iterator, Mapping

from generator import problems
from generator.checks.context import PlanContext
from generator.checks.times import reading_of, words_of
from generator.errors import Problem
from generator.plan.field_types import Missing
from generator.plan.model import Action, Outcome, PublicPlan, Related, Timescale
from generator.status import each_thing, timescales


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every action of another plan that is not there, and every mirror that shows another thing."""
    known: dict[str, Mapping[str, Action]] = {}
    for node, related in context.of(Related):
        name = related.plan or context.plan.id
        plan = context.plan if name == context.plan.id else context.plans.get(name)
        if plan is None:
            continue
        if name not in known:
            known[name] = {thing.id: thing for thing in each_thing(plan) if not isinstance(thing, Outcome)}
        other = known[name].get(related.action)
        if other is None and related.plan:
            yield context.problem(
                problems.RELATED_ACTION_UNKNOWN, node, "action", value=related.action, title=plan.title
            )
        elif other and related.how == "mirrors" and not related.note:
            differences = ", and ".join(_differences(context.plan, node.above[-1][0], plan, other))
            if differences:
                yield context.problem(problems.RELATED_DIFFERS, node, value=other.id, differences=differences)


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
    is_doubtful = any(reading_of(timescale).doubt for timescale in due_here + due_there)
    if parts_here and parts_there and parts_here != parts_there and not is_doubtful:
        found.append(f"there it is due {_joined(map(words_of, due_there))}, here {_joined(map(words_of, due_here))}")
    return found


def _leads(plan: PublicPlan, action: Action) -> Mapping[str, str]:
    """The names of the bodies that lead `action`. The same body may have another id in another plan."""
    names = {body.id: body.name for body in plan.bodies}
    leads = () if isinstance(action.leads, Missing) else action.leads
    return {names[lead.body].casefold(): names[lead.body] for lead in leads if lead.body in names}


def _due(action: Action) -> list[Timescale]:
    return [timescale for timescale in timescales(action) if timescale.role == "due"]


def _joined(words: Iterable[str]) -> str:
    return " and ".join(map(repr, words))

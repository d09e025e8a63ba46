"""Each action says who answers for it, by when, and how we will know; or it is said why not."""

from collections.abc import Iterator

from generator import problems
from generator.checks.context import PlanContext
from generator.errors import Problem
from generator.plan.model import Action, Outcome
from generator.plan.walk import PlanNode


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every action directly under an outcome that leaves one of the three open. `{missing: …}` answers it."""
    if context.plan.kind == "findings-report":
        return
    unmeasured: list[PlanNode] = []
    for node, action in context.of(Action):
        outcome = node.above[-1][0]
        if not isinstance(outcome, Outcome):
            continue
        if not action.leads:
            yield context.problem(problems.LEAD_MISSING, node)
        if not action.timescales and not outcome.timescales and not _below_have_timescales(action):
            yield context.problem(problems.TIMESCALE_MISSING, node)
        if not action.measures and not outcome.measures:
            unmeasured.append(node)
    if len(unmeasured) > 1 and not any(thing.measures for _, thing in context.things):
        yield context.problem(problems.MEASURES_MISSING, context.nodes[0], "outcomes", on_key=True)
        return
    for node in unmeasured:
        yield context.problem(problems.MEASURE_MISSING, node)


def _below_have_timescales(action: Action) -> bool:
    """Whether the sub-actions say by when, each for itself."""
    return bool(action.sub_actions) and all(sub.timescales for sub in action.sub_actions)

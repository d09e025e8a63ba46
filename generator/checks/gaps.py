"""Each action says who answers for it, by when, and how we will know; or it is said why not."""

from collections.abc import Iterator

from generator import problems
from generator.checks.walk import Step, Walk
from generator.errors import Problem
from generator.plan.model import Action, Outcome


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Every action directly under an outcome that leaves one of the three open. `{missing: …}` answers it."""
    if walk.plan.kind == "findings-report":
        return
    outcomes = {step.path: outcome for step, outcome in walk.of(Outcome)}
    unmeasured: list[Step] = []
    for step, action in walk.of(Action):
        outcome = outcomes.get(step.path[:-2])
        if outcome is None:
            continue
        if not action.leads:
            yield walk.problem(problems.LEAD_MISSING, step)
        if not action.timescales and not outcome.timescales and not _below_have_timescales(action):
            yield walk.problem(problems.TIMESCALE_MISSING, step)
        if not action.measures and not outcome.measures:
            unmeasured.append(step)
    if len(unmeasured) > 1 and not _has_measures(walk):
        yield walk.problem(problems.MEASURES_MISSING, walk.steps[0], "outcomes", on_key=True)
        return
    for step in unmeasured:
        yield walk.problem(problems.MEASURE_MISSING, step)


def _has_measures(walk: Walk) -> bool:
    """Whether the plan says of anything how we will know, or why not."""
    of_actions = any(action.measures for _, action in walk.of(Action))
    return of_actions or any(outcome.measures for _, outcome in walk.of(Outcome))


def _below_have_timescales(action: Action) -> bool:
    """Whether the sub-actions say by when, each for itself."""
    return bool(action.sub_actions) and all(sub.timescales for sub in action.sub_actions)

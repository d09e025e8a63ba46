"""What names a part of an outcome or action names its own part: key issues, and what leads and measures cover."""

from collections.abc import Iterator

from generator import problems
from generator.checks.context import PlanContext
from generator.errors import Problem
from generator.plan.model import Action, Lead, Measure, Outcome
from generator.plan.walk import PlanNode
from generator.status import each_action


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every action that is named outside its own place. Ids that nothing has are told elsewhere."""
    known = {action.id for _, action in context.of(Action)}
    for node, thing in context.things:
        if isinstance(thing, Outcome):
            yield from _key_issues(context, node, thing, known)
            below, wanted = thing.actions, "an action of this outcome"
        else:
            below, wanted = thing.sub_actions, "a sub-action of this action"
        outside = known - {action.id for action in each_action(below)}
        for field, path, held in node.held():
            for place, action in enumerate(held.covers if isinstance(held, Lead | Measure) else ()):
                if action in outside:
                    more = (field.key, path[-1], "covers", place)
                    yield context.problem(problems.COVERS_OUTSIDE, node, *more, value=action, wanted=wanted)


def _key_issues(context: PlanContext, node: PlanNode, outcome: Outcome, known: set[str]) -> Iterator[Problem]:
    own = {action.id for action in outcome.actions}
    seen: dict[str, tuple[str | int, ...]] = {}
    for number, issue in enumerate(outcome.key_issues):
        for place, action in enumerate(issue.actions):
            path = ("key_issues", number, "actions", place)
            if action in known - own:
                yield context.problem(problems.KEY_ISSUE_ACTION, node, *path, value=action)
            elif action in own and action in seen:
                first = context.line(node, *seen[action])
                yield context.problem(problems.KEY_ISSUE_TWICE, node, *path, value=action, first=first)
            seen.setdefault(action, path)

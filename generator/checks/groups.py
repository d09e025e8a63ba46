"""What names a part of an outcome or action names its own part: key issues, and what leads and measures cover."""

from collections.abc import Iterator

from generator import problems
from generator.checks.walk import Step, Walk, each_action
from generator.errors import Problem
from generator.plan.field_types import Missing
from generator.plan.model import Action, Lead, Measure, Outcome
from generator.plan.validation import position_of


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Every action that is named outside its own place. Ids that nothing has are told elsewhere."""
    known = {action.id for _, action in walk.of(Action)}
    for step, outcome in walk.of(Outcome):
        yield from _key_issues(walk, step, outcome, known)
        outside = known - {action.id for action in each_action(outcome.actions)}
        yield from _covers(walk, step, "measures", outcome.measures, outside, "an action of this outcome")
    for step, action in walk.of(Action):
        outside = known - {sub.id for sub in each_action(action.sub_actions)}
        yield from _covers(walk, step, "leads", action.leads, outside, "a sub-action of this action")
        yield from _covers(walk, step, "measures", action.measures, outside, "a sub-action of this action")


def _key_issues(walk: Walk, step: Step, outcome: Outcome, known: set[str]) -> Iterator[Problem]:
    own = {action.id for action in outcome.actions}
    seen: dict[str, tuple[str | int, ...]] = {}
    for number, issue in enumerate(outcome.key_issues):
        for place, action in enumerate(issue.actions):
            path = ("key_issues", number, "actions", place)
            if action in known - own:
                yield walk.problem(problems.KEY_ISSUE_ACTION, step, *path, value=action)
            elif action in own and action in seen:
                assert walk.file.tree.root is not None, "a plan that was read has a tree"
                first = position_of(walk.file.tree.root, (*step.path, *seen[action])).line
                yield walk.problem(problems.KEY_ISSUE_TWICE, step, *path, value=action, first=first)
            seen.setdefault(action, path)


def _covers(
    walk: Walk,
    step: Step,
    key: str,
    covering: tuple[Lead | Measure, ...] | Missing,
    outside: set[str],
    wanted: str,
) -> Iterator[Problem]:
    for number, thing in enumerate(() if isinstance(covering, Missing) else covering):
        for place, action in enumerate(thing.covers):
            if action in outside:
                path = (key, number, "covers", place)
                yield walk.problem(problems.COVERS_OUTSIDE, step, *path, value=action, wanted=wanted)

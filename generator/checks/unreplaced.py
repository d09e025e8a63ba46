"""What of a new folder was not replaced in a plan that is no example."""

from collections.abc import Iterator

from generator import problems
from generator.checks.context import PlanContext, owner
from generator.council.placeholders import placeholders
from generator.errors import Problem
from generator.plan.validation import texts
from generator.plan.walk import Path


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Each placeholder in a plan's own file. A plan that is an example may hold them."""
    if context.plan.example:
        return
    for path, text in texts(context.root):
        for found in placeholders(text.text):
            yield context.file.problem(problems.PLACEHOLDER, path, subject=_owner(context, path), **found.values)


def _owner(context: PlanContext, path: Path) -> str:
    """The id of the nearest entry that holds the value at `path`."""
    nodes = (node for node in context.nodes if node.path == path[: len(node.path)])
    return owner(max(nodes, key=lambda node: len(node.path)))

"""An outcome or action keeps the id under which it was published: it is the address of its page."""

from collections.abc import Iterator, Mapping

from generator import problems
from generator.checks.context import PlanContext
from generator.checks.days import in_words
from generator.errors import Position, Problem
from generator.plan.former_ids import PublishedIds, former_id
from generator.plan.validation import each_node, text_of, texts
from generator.plan.yaml_tree import Mapping as MappingNode
from generator.plan.yaml_tree import Node

# What the problem of a missing id calls an outcome or an action.
THINGS = ("outcome", "action", "sub-action")


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every outcome and action that was published under another id, which nothing has now."""
    published = context.published
    if published is None:
        return
    present = {thing.id for _, thing in context.things}
    known = {thing.id for thing in published.things}
    for node, thing in context.things:
        if thing.id in known:
            continue
        if former := former_id(thing.number or "", thing.title or "", published.things, present):
            day = in_words(published.day)
            yield context.problem(problems.ID_CHANGED, node, "id", value=thing.id, former=former, day=day)


def with_lost_ids(found: tuple[Problem, ...], root: Node | None, published: PublishedIds | None) -> tuple[Problem, ...]:
    """`found` with the id under which a thing was published in the place of the advice to give it a new one."""
    if root is None or published is None or not any(problem.kind is problems.ID_MISSING for problem in found):
        return found
    present = {text.text for path, text in texts(root) if path and path[-1] == "id"}
    entries = {node.position: node for _, node in each_node(root) if isinstance(node, MappingNode)}
    return tuple(_with_lost_id(problem, entries, present, published) for problem in found)


def _with_lost_id(
    problem: Problem, entries: Mapping[Position, Node], present: set[str], published: PublishedIds
) -> Problem:
    entry = entries.get(problem.position)
    if entry is None or problem.kind is not problems.ID_MISSING or problem.values["thing"] not in THINGS:
        return problem
    former = former_id(text_of(entry, "number", ""), text_of(entry, "title", ""), published.things, present)
    if former is None:
        return problem
    values = {"thing": problem.values["thing"], "former": former, "day": in_words(published.day)}
    return Problem(problems.ID_LOST, problem.position, problem.path, values)

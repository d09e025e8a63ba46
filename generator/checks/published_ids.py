"""An outcome or action keeps the id under which it was published: it is the address of its page."""

from collections.abc import Iterator

from generator import problems
from generator.checks.days import in_words
from generator.checks.walk import Walk
from generator.errors import Problem
from generator.plan.former_ids import PublishedIds, former_id
from generator.plan.validation import texts
from generator.plan.yaml_tree import Mapping as MappingNode
from generator.plan.yaml_tree import Node, Scalar, Sequence

THINGS = frozenset({"outcomes", "actions", "sub_actions"})


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Every outcome and action that was published under another id, which nothing has now."""
    published = walk.published
    if published is None:
        return
    present = {thing.id for _, thing in walk.things}
    known = {thing.id for thing in published.things}
    for step, thing in walk.things:
        if thing.id in known:
            continue
        if former := former_id(thing.number or "", thing.title or "", published.things, present):
            day = in_words(published.day)
            yield walk.problem(problems.ID_CHANGED, step, "id", value=thing.id, former=former, day=day)


def with_lost_ids(found: tuple[Problem, ...], root: Node | None, published: PublishedIds | None) -> tuple[Problem, ...]:
    """`found` with the id under which a thing was published in the place of the advice to give it a new one."""
    if root is None or published is None or not any(problem.kind is problems.ID_MISSING for problem in found):
        return found
    present = {text.text for path, text in texts(root) if path and path[-1] == "id"}
    things = {node.position: node for node in _things(root)}
    return tuple(_with_lost_id(problem, things.get(problem.position), present, published) for problem in found)


def _with_lost_id(problem: Problem, node: MappingNode | None, present: set[str], published: PublishedIds) -> Problem:
    if problem.kind is not problems.ID_MISSING or node is None:
        return problem
    own = {key.text: value.text for key, value in node.entries if isinstance(value, Scalar)}
    former = former_id(own.get("number", ""), own.get("title", ""), published.things, present)
    if former is None:
        return problem
    values = {"thing": problem.values["thing"], "former": former, "day": in_words(published.day)}
    return Problem(problems.ID_LOST, problem.position, problem.path, values)


def _things(node: Node, is_thing: bool = False) -> Iterator[MappingNode]:
    """The outcomes and actions of a plan's tree."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _things(item, is_thing)
    elif isinstance(node, MappingNode):
        if is_thing:
            yield node
        for key, value in node.entries:
            if key.text in THINGS:
                yield from _things(value, True)

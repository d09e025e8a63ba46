"""What stands in a plan's private file is about things of the plan."""

from collections.abc import Iterator, Mapping

from generator import problems
from generator.errors import Problem
from generator.plan.field_types import described_fields, type_in, types_within
from generator.plan.model import Entry, PublicPlan
from generator.plan.private import Private
from generator.plan.validation import each_node, problem_at, text_of
from generator.plan.walk import Path
from generator.plan.yaml_tree import Mapping as MappingNode
from generator.plan.yaml_tree import Node, Sequence, node_at
from generator.text import nearest

# The lists of entries. A body, a status or an event has an id too, but holds no notes.
NOTED_LISTS = frozenset(
    field.key
    for kind in types_within(PublicPlan)
    for field in described_fields(kind)
    if issubclass(type_in(field.hint) or object, Entry)
)


def problems_of(private: Private, plan: Node | None) -> Iterator[Problem]:
    """Every problem of the file itself, each id in it that the `plan` file lacks, and authors that match no notes."""
    yield from private.problems
    if private.root is None or not isinstance(plan, MappingNode):
        return
    things = {
        own: node
        for path, node in each_node(plan)
        if not path or (isinstance(path[-1], int) and path[-2] in NOTED_LISTS)
        if isinstance(node, MappingNode) and (own := text_of(node, "id", ""))
    }
    for key, wanted in (("notes", private.value.notes), ("authors", private.value.authors)):
        for thing in wanted:
            if thing not in things:
                yield _unknown_id(private.root, (key, thing), thing, things)
    for thing, authors in private.value.authors.items():
        notes = node_at(things[thing], ("notes",)) if thing in things else None
        count = len(notes.items) if isinstance(notes, Sequence) else 0
        if thing in things and len(authors) != count:
            yield _other_count(private.root, thing, count, len(authors))


def _other_count(root: Node, thing: str, notes: int, authors: int) -> Problem:
    """The problem that there is not one author for each note: which is whose cannot be told."""
    counts = {"notes": f"{notes} note{'' if notes == 1 else 's'}"}
    counts["authors"] = f"{authors} author{'' if authors == 1 else 's'}"
    return problem_at(problems.PRIVATE_AUTHORS, root, ("authors", thing), on_key=True, value=thing, **counts)


def _unknown_id(root: Node, path: Path, thing: str, things: Mapping[str, object]) -> Problem:
    meant = nearest(thing, things)
    do = f"did you mean {meant!r}?" if meant else "use an id that stands in plan.yaml"
    return problem_at(problems.PRIVATE_ID_UNKNOWN, root, path, on_key=True, value=thing, do=do)

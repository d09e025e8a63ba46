"""What stands in a plan's private file is about things of the plan."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator import problems
from generator.errors import Problem
from generator.plan.private import Private
from generator.plan.validation import Path, problem_at
from generator.plan.yaml_tree import Mapping as MappingNode
from generator.plan.yaml_tree import Node, plain_data
from generator.text import nearest

# A body, a status or an event has an id too, but holds no notes.
NOTED_LISTS = frozenset(
    {"outcomes", "actions", "sub_actions", "measures", "key_issues", "findings"}
    | {"evidence", "risks", "decisions", "reports"}
)


def problems_of(private: Private, plan: Node | None) -> Iterator[Problem]:
    """Every problem of the file itself, each id in it that the `plan` file lacks, and authors that match no notes."""
    yield from private.problems
    if private.root is None or not isinstance(plan, MappingNode):
        return
    data: Any = plain_data(plan)
    things = dict(_by_id(data))
    for key, wanted in (("notes", private.value.notes), ("authors", private.value.authors)):
        for thing in wanted:
            if thing not in things:
                yield _unknown_id(private.root, (key, thing), thing, things)
    for thing, authors in private.value.authors.items():
        notes = things.get(thing, {}).get("notes", ())
        count = len(notes) if isinstance(notes, tuple) else 0
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


def _by_id(data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every entry of `data` that may have private notes, by its id: the plan's own first."""
    if isinstance(data.get("id"), str):
        yield data["id"], data
    for key in NOTED_LISTS & data.keys():
        for item in data[key] if isinstance(data[key], tuple) else ():
            if isinstance(item, dict):
                yield from _by_id(item)

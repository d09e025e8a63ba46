"""What was looked at and left: entries under `accepted:`, in a plan and in the settings."""

from collections.abc import Collection, Iterator

from generator import problems
from generator.errors import Problem
from generator.plan.model import Accepted
from generator.plan.validation import problem_at
from generator.plan.walk import Path
from generator.plan.yaml_tree import Node
from generator.privacy import NEEDS_REGISTER
from generator.text import nearest

# What is found only where the people register was read: nobody else can tell whether it still stands.
ASKING_REGISTER = frozenset(kind.code for kind in NEEDS_REGISTER)


def less_accepted(
    found: Collection[Problem],
    entries: Collection[Accepted],
    codes: Collection[str],
    root: Node,
    *,
    above: Path = (),
    whole: str,
    is_register_read: bool,
) -> Iterator[Problem]:
    """`found` less what `entries` accept. Only problems with one of `codes` can be accepted.

    Then a problem for each entry with a code that cannot be accepted, and for each that matches nothing `found`.
    `whole` says what an entry without an id is about; `root` is the tree of the file, and `above` leads to the list of
    entries in it.
    """
    accepted = {(entry.code, entry.id or "") for entry in entries}
    for problem in found:
        if problem.kind.code not in codes or (problem.kind.code, problem.subject) not in accepted:
            yield problem
    raised = {(one.kind.code, one.subject) for one in found}
    for place, entry in enumerate(entries):
        path = (*above, "accepted", place)
        if entry.code not in codes:
            meant = nearest(entry.code, codes)
            other = "use the code at the end of a warning; an error cannot be accepted"
            do = f"did you mean {meant!r}?" if meant else other
            yield problem_at(problems.ACCEPTED_CODE, root, (*path, "code"), value=entry.code, do=do)
        elif (entry.code, entry.id or "") not in raised and (entry.code not in ASKING_REGISTER or is_register_read):
            thing = repr(entry.id) if entry.id else whole
            yield problem_at(problems.ACCEPTED_UNMATCHED, root, path, code=entry.code, thing=thing)

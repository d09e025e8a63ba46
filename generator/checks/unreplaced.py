"""What of a new folder was not replaced in a plan that is no example."""

from collections.abc import Iterator

from generator import problems
from generator.checks.walk import Walk
from generator.council.placeholders import placeholders
from generator.errors import Problem
from generator.plan.validation import Path, texts


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Each placeholder in a plan's own file. A plan that is an example may hold them."""
    root = walk.file.tree.root
    if walk.plan.example or root is None:
        return
    owners = {step.path: step.owner for step in walk.steps}
    for path, text in texts(root):
        for found in placeholders(text.text):
            yield walk.file.problem(
                problems.PLACEHOLDER,
                path,
                subject=_owner(owners, path),
                value=found.words,
                what=found.what,
                do=found.do,
            )


def _owner(owners: dict[Path, str], path: Path) -> str:
    """The id of the nearest entry that holds the value at `path`."""
    return next((owners[path[:end]] for end in range(len(path), -1, -1) if path[:end] in owners), "")

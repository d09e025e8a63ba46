"""What may tell of a person, at its place in the file: `generator.privacy` finds it."""

import re
from collections.abc import Iterator

from generator.checks.walk import Walk
from generator.errors import Problem
from generator.privacy import Kind, findings_of
from generator.problems import PROBLEMS

KINDS = {kind: PROBLEMS[kind.code] for kind in Kind}


def problems_of(walk: Walk) -> Iterator[Problem]:
    """A problem for each finding, by whose own id it is accepted."""
    for finding in findings_of(walk.public, walk.plan.people):
        yield walk.file.problem(
            KINDS[finding.kind], finding.path, subject=finding.id, value=finding.words, id=finding.id
        )


def is_private(problem: Problem) -> bool:
    """Whether `problem` says that a text may tell of a person."""
    return problem.kind in KINDS.values()


def words_of(problem: Problem) -> list[str]:
    """Each word that `problem` says may tell of a person; none where it is another kind of problem."""
    return re.findall(r"\w+", str(problem.values["value"])) if is_private(problem) else []

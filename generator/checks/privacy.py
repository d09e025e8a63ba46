"""What may tell of a person, at its place in the file: `generator.privacy` finds it."""

import re
from collections.abc import Iterator

from generator.checks.context import PlanContext
from generator.errors import Problem
from generator.privacy import Finding, Kind, findings_of
from generator.problems import PRIVACY_OFFICE_PHONE, PROBLEMS
from generator.text import shortened

MOST_SHOWN = 120
KINDS = {kind: PROBLEMS[kind.code] for kind in Kind}


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """A problem for each finding, by whose own id it is accepted."""
    for finding in findings_of(context.plan, context.people, context.contacts):
        yield context.file.problem(
            KINDS[finding.kind],
            finding.path,
            subject=finding.id,
            value=finding.words,
            id=finding.id,
            where=where_in(finding),
            contacts="'contacts'",
            or_accept="",
        )


def where_in(finding: Finding) -> str:
    """The sentence that holds the words of `finding`, where their text has more than one: " in 'Quist to report.'"."""
    return f" in {shortened(finding.sentence, MOST_SHOWN)!r}" if finding.sentence else ""


def is_private(problem: Problem) -> bool:
    """Whether `problem` says that a text may tell of a person."""
    return problem.kind in KINDS.values() or problem.kind is PRIVACY_OFFICE_PHONE


def words_of(problem: Problem) -> list[str]:
    """Each word that `problem` says may tell of a person; none where it is another kind of problem."""
    return re.findall(r"\w+", str(problem.values["value"])) if is_private(problem) else []

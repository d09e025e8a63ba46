"""Checks of a plan against itself: each problem that the plan's author can mend, in every place at once."""

from collections.abc import Collection, Iterator

from generator import problems
from generator.checks import identity, references, statuses, times
from generator.checks.walk import Walk
from generator.errors import Problem, Severity, in_file_order
from generator.problems import PROBLEMS
from generator.reader import PlanFile
from generator.text import nearest

CHECKS = (identity.problems_of, references.problems_of, statuses.problems_of, times.problems_of)


def check_plan(file: PlanFile, plans: Collection[str]) -> tuple[Problem, ...]:
    """Every problem of `file`, in file order, less those that it accepts. `plans` are the ids of the site's plans."""
    if file.plan is None:
        return in_file_order(file.problems)
    walk = Walk(file, frozenset(plans))
    found = [problem for check in CHECKS for problem in check(walk)]
    return in_file_order((*file.problems, *_less_accepted(file, found), *_accepted_problems(file, found)))


def _less_accepted(file: PlanFile, found: list[Problem]) -> Iterator[Problem]:
    """What the plan has not accepted. An error cannot be accepted."""
    accepted = {(entry.code, entry.id or "") for entry in file.plan.accepted} if file.plan else set()
    for problem in found:
        if problem.severity is Severity.ERROR or (problem.kind.code, problem.subject) not in accepted:
            yield problem


def _accepted_problems(file: PlanFile, found: list[Problem]) -> Iterator[Problem]:
    raised = {(problem.kind.code, problem.subject) for problem in found}
    codes = [kind.code for kind in PROBLEMS.values() if kind.severity is not Severity.ERROR]
    for place, entry in enumerate(file.plan.accepted if file.plan else ()):
        path = ("accepted", place)
        if entry.code not in codes:
            meant = nearest(entry.code, codes)
            do = (
                f"did you mean {meant!r}?"
                if meant
                else "use the code at the end of a warning; an error cannot be accepted"
            )
            yield file.problem(problems.ACCEPTED_CODE, (*path, "code"), value=entry.code, do=do)
        elif (entry.code, entry.id or "") not in raised:
            yield file.problem(problems.ACCEPTED_UNMATCHED, path, code=entry.code, id=entry.id or "the plan")

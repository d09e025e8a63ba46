"""Counts of grades agree with how many areas were graded, and grades are those of the scale."""

from collections.abc import Iterator

from generator import problems
from generator.checks.walk import Step, Walk
from generator.errors import Problem
from generator.plan.field_types import Missing
from generator.plan.model import Finding, GradeCounts
from generator.plan.validation import Path
from generator.text import either, nearest


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Every count, percentage or grade of a finding that does not agree with the rest of it."""
    for step, finding in walk.of(Finding):
        for place, row in enumerate(finding.counts):
            yield from _counts(walk, step, place, row, finding.n)
        for path, grade in _grades(finding) if finding.scale else ():
            if grade not in finding.scale:
                meant = nearest(grade, finding.scale)
                do = f"did you mean {meant!r}?" if meant else f"use {either(finding.scale)}"
                yield walk.problem(problems.GRADE_UNKNOWN, step, *path, value=grade, do=do)


def _counts(walk: Walk, step: Step, place: int, row: GradeCounts, n: int | None) -> Iterator[Problem]:
    known = [entry.count for entry in row.counts if not isinstance(entry.count, Missing)]
    total = sum(known) if len(known) == len(row.counts) else None
    if total is not None and n is not None and total != n:
        yield walk.problem(problems.COUNTS_DIFFER, step, "counts", place, value=row.title, total=total, n=n)
    base = n if n is not None else total
    for number, entry in enumerate(row.counts):
        if isinstance(entry.count, Missing) or not isinstance(entry.percent, int) or not base:
            continue
        # Half of one percent either way: a half may be rounded up or down.
        if 2 * abs(entry.percent * base - 100 * entry.count) > base:
            path = ("counts", place, "counts", number, "percent")
            right = (200 * entry.count + base) // (2 * base)
            yield walk.problem(
                problems.PERCENT_DIFFERS, step, *path, count=entry.count, n=base, right=right, percent=entry.percent
            )


def _grades(finding: Finding) -> Iterator[tuple[Path, str]]:
    """Every grade that is written, with its path in the finding."""
    for place, grade in enumerate(finding.grades):
        if isinstance(grade.grade, str):
            yield ("grades", place, "grade"), grade.grade
    for place, row in enumerate(finding.counts):
        for number, entry in enumerate(row.counts):
            yield ("counts", place, "counts", number, "grade"), entry.grade

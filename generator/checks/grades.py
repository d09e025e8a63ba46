"""Counts of grades agree with how many areas were graded, and grades are those of the scale."""

from collections.abc import Iterator
from typing import Any

from generator import problems
from generator.checks.context import PlanContext, holder
from generator.errors import Problem
from generator.plan.field_types import Missing
from generator.plan.model import Finding, Grade, GradeCount, GradeCounts
from generator.plan.walk import PlanNode
from generator.text import either, nearest


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every count, percentage or grade of a finding that does not agree with the rest of it."""
    for node, row in context.of(GradeCounts):
        yield from _counts(context, node, row)
    for words in context.typed:
        is_grade = words.field.name == "grade" and isinstance(words.node.value, Grade | GradeCount)
        finding = holder(words.node, Finding) if is_grade else None
        if finding and finding.scale and words.text not in finding.scale:
            meant = nearest(words.text, finding.scale)
            do = f"did you mean {meant!r}?" if meant else f"use {either(finding.scale)}"
            yield context.problem(problems.GRADE_UNKNOWN, words, value=words.text, do=do)


def _counts(context: PlanContext, node: PlanNode, row: GradeCounts) -> Iterator[Problem]:
    n = node.above[-1][0].n
    known = [entry.count for entry in row.counts if not isinstance(entry.count, Missing)]
    total = sum(known) if len(known) == len(row.counts) else None
    if total is not None and n is not None and total != n:
        yield context.problem(problems.COUNTS_DIFFER, node, value=row.title, total=total, n=n)
    base = n if n is not None else total
    for place, entry in enumerate(row.counts):
        if isinstance(entry.count, Missing) or not isinstance(entry.percent, int) or not base:
            continue
        # Half of one percent either way: a half may be rounded up or down.
        if 2 * abs(entry.percent * base - 100 * entry.count) > base:
            right = (200 * entry.count + base) // (2 * base)
            values: dict[str, Any] = {"count": entry.count, "n": base, "right": right, "percent": entry.percent}
            yield context.problem(problems.PERCENT_DIFFERS, node, "counts", place, "percent", **values)

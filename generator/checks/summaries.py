"""A summary that the source prints agrees with the actions, cell by cell."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator import problems
from generator.checks.context import PlanContext
from generator.errors import Problem
from generator.plan.field_types import Missing
from generator.plan.model import MatrixCell
from generator.status import summary_counts


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every cell whose figure is not what the actions give, and every outcome that the summary leaves out."""
    summary = context.plan.printed_summary
    found = summary_counts(context.plan, summary, context.day or date.min) if summary else None
    if summary is None or found is None:
        return
    for node, cell in context.of(MatrixCell):
        outcome = node.above[-1][0].outcome
        count = found.get((outcome, cell.status), 0)
        if not isinstance(cell.count, Missing) and cell.count != count:
            values: dict[str, Any] = {"printed": cell.count, "found": count}
            yield context.problem(problems.SUMMARY_DIFFERS, node, "count", subject=outcome, **values)
    shown = {row.outcome for row in summary.rows}
    for outcome in context.plan.outcomes:
        if outcome.id not in shown and outcome.actions:
            yield context.file.problem(
                problems.SUMMARY_INCOMPLETE, ("printed_summary",), on_key=True, subject=outcome.id, value=outcome.id
            )

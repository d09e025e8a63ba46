"""A summary that the source prints agrees with the actions, cell by cell."""

from collections.abc import Iterator
from datetime import date

from generator import problems
from generator.checks.walk import Walk
from generator.errors import Problem
from generator.plan.field_types import Missing
from generator.status import summary_counts


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Every cell whose figure is not what the actions give, and every outcome that the summary leaves out."""
    summary = walk.plan.printed_summary
    found = summary_counts(walk.plan, summary, walk.day or date.min) if summary else None
    if summary is None or found is None:
        return
    for number, row in enumerate(summary.rows):
        for place, cell in enumerate(row.cells):
            count = found.get((row.outcome, cell.status), 0)
            if not isinstance(cell.count, Missing) and cell.count != count:
                path = ("printed_summary", "rows", number, "cells", place, "count")
                yield walk.file.problem(
                    problems.SUMMARY_DIFFERS, path, subject=row.outcome, printed=cell.count, found=count
                )
    shown = {row.outcome for row in summary.rows}
    for outcome in walk.plan.outcomes:
        if outcome.id not in shown and outcome.actions:
            yield walk.file.problem(
                problems.SUMMARY_INCOMPLETE, ("printed_summary",), on_key=True, subject=outcome.id, value=outcome.id
            )

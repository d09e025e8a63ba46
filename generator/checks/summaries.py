"""A summary that the source prints agrees with the actions, cell by cell."""

from collections import Counter
from collections.abc import Iterator

from generator import problems
from generator.checks.walk import Walk
from generator.errors import Problem
from generator.public import Missing, PrintedSummary, Status
from generator.status import rated, stand


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Every cell whose figure is not what the actions give, and every outcome that the summary leaves out."""
    summary = walk.public.printed_summary
    if summary is None or "actions" not in walk.public.rated:
        return
    found = _counts(walk, summary)
    for number, row in enumerate(summary.rows):
        for place, cell in enumerate(row.cells):
            count = found[row.outcome, cell.status]
            if not isinstance(cell.count, Missing) and cell.count != count:
                path = ("printed_summary", "rows", number, "cells", place, "count")
                yield walk.file.problem(
                    problems.SUMMARY_DIFFERS, path, subject=row.outcome, printed=cell.count, found=count
                )
    shown = {row.outcome for row in summary.rows}
    for outcome in walk.public.outcomes:
        if outcome.id not in shown and outcome.actions:
            yield walk.file.problem(
                problems.SUMMARY_INCOMPLETE, ("printed_summary",), on_key=True, subject=outcome.id, value=outcome.id
            )


def _counts(walk: Walk, summary: PrintedSummary) -> Counter[tuple[str, str]]:
    """How many actions of each outcome have each status, as at the day that the summary speaks of."""
    day = summary.as_at or walk.day
    standings = stand(walk.public, day) if day else walk.standings
    found: Counter[tuple[str, str]] = Counter()
    for outcome in walk.public.outcomes:
        for entry in rated(walk.public, (outcome,)):
            status = standings[entry.thing.id].status
            if entry.level == "actions" and isinstance(status, Status):
                found[outcome.id, status.id] += 1
    return found
